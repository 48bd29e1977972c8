/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/markdown.hxx"

#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace quartet
{

namespace
{

bool isTable(std::string_view line) { return line.starts_with("|"); }
bool isItem(std::string_view line) { return line.starts_with("- "); }
bool isCode(std::string_view line) { return line.starts_with("    "); }
bool isPicture(std::string_view line) { return line.starts_with("!["); }

/// The cells of a row; a "|" inside code doesn't part them.
std::vector<Text> parseRow(std::string_view line)
{
    std::vector<Text> cells;
    std::string cell;
    bool code = false;
    for (const char c : line.substr(1))
    {
        code = code != (c == '`');
        if (c != '|' || code)
        {
            cell += c;
            continue;
        }
        cells.push_back(parseText(boost::trim_copy(cell)));
        cell.clear();
    }
    return cells;
}

/// A line such as "| --- | ---: |".
bool isRule(std::string_view line)
{
    return line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// The span between two marks, the first of which stands at a position.
std::string_view between(std::string_view line, std::size_t at, std::string_view mark)
{
    const auto begin = at + mark.size();
    const auto end = line.find(mark, begin);
    return end == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin);
}

} // namespace

std::string plain(const Text& text)
{
    std::string words;
    for (const Span& span : text)
        words += span.text;
    return words;
}

Text parseText(std::string_view line)
{
    Text text;
    const auto add = [&text](Span::Kind kind, std::string_view words,
                             std::string_view target = {}) {
        if (kind == Span::Kind::Plain && !text.empty() && text.back().kind == kind)
            text.back().text += words;
        else
            text.push_back({ kind, std::string(words), std::string(target) });
    };
    for (std::size_t at = 0; at < line.size();)
    {
        const auto rest = line.substr(at);
        if (const auto code = between(line, at, "`"); rest.starts_with('`') && !code.empty())
        {
            add(Span::Kind::Code, code);
            at += code.size() + 2;
            continue;
        }
        if (const auto strong = between(line, at, "**"); rest.starts_with("**") && !strong.empty())
        {
            add(Span::Kind::Strong, strong);
            at += strong.size() + 4;
            continue;
        }
        const auto middle = rest.find("](");
        const auto end = rest.find(')', middle);
        if (rest.starts_with('[') && end != std::string_view::npos && middle < rest.find(']') + 1)
        {
            add(Span::Kind::Link, rest.substr(1, middle - 1),
                rest.substr(middle + 2, end - middle - 2));
            at += end + 1;
            continue;
        }
        add(Span::Kind::Plain, rest.substr(0, 1));
        ++at;
    }
    return text;
}

std::vector<Block> parseMarkdown(std::string_view text)
{
    std::vector<Block> blocks;
    std::string paragraph;
    Block::Kind kind = Block::Kind::Paragraph;
    const auto close = [&] {
        if (!paragraph.empty())
            blocks.push_back({ kind, 0, parseText(paragraph), {} });
        paragraph.clear();
        kind = Block::Kind::Paragraph;
    };
    bool table = false;
    std::istringstream lines{ std::string(text) };
    for (std::string line; std::getline(lines, line);)
    {
        const bool row = isTable(line);
        if (row && !table)
        {
            close();
            blocks.push_back({ Block::Kind::Table, 0, {}, {} });
        }
        table = row;
        if (row)
        {
            if (!isRule(line))
                blocks.back().rows.push_back(parseRow(line));
        }
        else if (line.empty() || isPicture(line))
            close();
        else if (const auto level = line.find(' ');
                 level != std::string::npos && level > 0 && line.find_first_not_of('#') == level)
        {
            close();
            blocks.push_back({ Block::Kind::Heading,
                               static_cast<int>(level),
                               parseText(line.substr(level + 1)),
                               {} });
        }
        else if (isCode(line))
        {
            close();
            blocks.push_back(
                { Block::Kind::Code, 0, { { Span::Kind::Code, line.substr(4), {} } }, {} });
        }
        else
        {
            if (isItem(line))
            {
                close();
                kind = Block::Kind::Item;
                line.erase(0, 2);
            }
            boost::trim(line);
            paragraph += (paragraph.empty() ? "" : " ") + line;
        }
    }
    close();
    return blocks;
}

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
