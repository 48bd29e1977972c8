/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/markdown.hxx"

#include <algorithm>
#include <md4c.h>
#include <stdexcept>

namespace quartet
{

namespace
{

std::string words(const MD_ATTRIBUTE& attribute) { return { attribute.text, attribute.size }; }

/** Takes what md4c finds. */
class Reader
{
public:
    static std::vector<Block> read(std::string_view text)
    {
        Reader reader;
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enter(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->span(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE, void*, void* self) {
            return static_cast<Reader*>(self)->endSpan();
        };
        parser.text = [](MD_TEXTTYPE type, const char* begin, unsigned size, void* self) {
            return static_cast<Reader*>(self)->add(type, { begin, size });
        };
        if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader) != 0)
            throw std::runtime_error("Markdown can't be read");
        // Pictures alone.
        std::erase_if(reader.m_blocks, [](const Block& block) {
            return block.kind != Block::Kind::Table && block.text.empty();
        });
        for (Block& block : reader.m_blocks)
            if (block.kind == Block::Kind::Code && block.text.front().text.ends_with('\n'))
                block.text.front().text.pop_back();
        return std::move(reader.m_blocks);
    }

private:
    int enter(MD_BLOCKTYPE type, void* detail)
    {
        const auto begin = [this](Block::Kind kind) {
            m_blocks.push_back({ kind, 0, {}, {} });
            m_text = &m_blocks.back().text;
        };
        m_span = {};
        switch (type)
        {
            case MD_BLOCK_H:
                begin(Block::Kind::Heading);
                m_blocks.back().level =
                    static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_P:
                // Of an item, whose paragraphs stand apart.
                if (m_blocks.empty() || m_blocks.back().kind != Block::Kind::Item
                    || !m_blocks.back().text.empty())
                    begin(Block::Kind::Paragraph);
                break;
            case MD_BLOCK_LI:
                begin(Block::Kind::Item);
                break;
            case MD_BLOCK_CODE:
                begin(Block::Kind::Code);
                m_span.kind = Span::Kind::Code;
                break;
            case MD_BLOCK_TABLE:
                begin(Block::Kind::Table);
                break;
            case MD_BLOCK_TR:
                m_blocks.back().rows.emplace_back();
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                m_text = &m_blocks.back().rows.back().emplace_back();
                break;
            default:
                break;
        }
        return 0;
    }

    int span(MD_SPANTYPE type, void* detail)
    {
        if (type == MD_SPAN_STRONG)
            m_span.kind = Span::Kind::Strong;
        else if (type == MD_SPAN_CODE)
            m_span.kind = Span::Kind::Code;
        else if (type == MD_SPAN_A)
            m_span = { Span::Kind::Link, {}, words(static_cast<MD_SPAN_A_DETAIL*>(detail)->href) };
        else if (type == MD_SPAN_IMG)
            m_picture = true;
        return 0;
    }

    int endSpan()
    {
        m_span = {};
        m_picture = false;
        return 0;
    }

    int add(MD_TEXTTYPE type, std::string_view text)
    {
        if (m_picture)
            return 0;
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
            text = " ";
        // A cell may be empty, and pieces of one kind come one by one.
        if (m_text->empty() || m_text->back().kind != m_span.kind
            || m_text->back().target != m_span.target)
            m_text->push_back(m_span);
        m_text->back().text += text;
        return 0;
    }

    std::vector<Block> m_blocks;
    Text* m_text = nullptr; ///< where words go
    Span m_span;            ///< what they are
    bool m_picture = false; ///< whose words are left out
};

} // namespace

std::string plain(const Text& text)
{
    std::string words;
    for (const Span& span : text)
        words += span.text;
    return words;
}

std::vector<Block> parseMarkdown(std::string_view text) { return Reader::read(text); }

std::vector<Block> section(const std::vector<Block>& document, std::string_view heading)
{
    const auto begin = std::find_if(document.begin(), document.end(), [&](const Block& block) {
        return block.kind == Block::Kind::Heading && plain(block.text) == heading;
    });
    if (begin == document.end())
        throw std::runtime_error("there is no heading \"" + std::string(heading) + "\"");
    const auto end = std::find_if(begin + 1, document.end(), [&](const Block& block) {
        return block.kind == Block::Kind::Heading && block.level <= begin->level;
    });
    return { begin + 1, end };
}

} // namespace quartet
