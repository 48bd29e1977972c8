/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/help.hxx"

#include <boost/algorithm/string/replace.hpp>

#include <md4c.h>
#include <stdexcept>

namespace quartet
{

namespace
{

// Few rules: Writer knows little of style sheets.
constexpr const char* style =
    "body{font-family:sans-serif;margin:1cm;max-width:18cm;color:#1f2a2e;"
    "background:#ffffff}h1,h2{font-family:sans-serif;color:#1f5c69}th{text-align:left}"
    "td,th{padding:1mm 4mm 1mm 0}";

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text)
        switch (c)
        {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    return result;
}

/// The element of a block; empty where it is none.
std::string elementOf(MD_BLOCKTYPE type, void* detail)
{
    switch (type)
    {
        case MD_BLOCK_UL:
            return "ul";
        case MD_BLOCK_OL:
            return "ol";
        case MD_BLOCK_LI:
            return "li";
        case MD_BLOCK_H:
            return "h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        case MD_BLOCK_CODE:
            return "pre";
        case MD_BLOCK_P:
            return "p";
        case MD_BLOCK_TABLE:
            return "table";
        case MD_BLOCK_TR:
            return "tr";
        case MD_BLOCK_TH:
            return "th";
        case MD_BLOCK_TD:
            return "td";
        default:
            return {};
    }
}

std::string elementOf(MD_SPANTYPE type)
{
    switch (type)
    {
        case MD_SPAN_EM:
            return "em";
        case MD_SPAN_STRONG:
            return "b";
        case MD_SPAN_CODE:
            return "code";
        default:
            return {};
    }
}

void put(void* out, const char* before, const std::string& element)
{
    if (!element.empty())
        *static_cast<std::string*>(out) += before + element + ">";
}

} // namespace

std::string titleOf(const HelpPage& page)
{
    constexpr std::string_view mark = "# ";
    if (!page.markdown.starts_with(mark))
        throw std::runtime_error("help page " + page.name + " has no heading");
    return page.markdown.substr(mark.size(), page.markdown.find('\n') - mark.size());
}

std::string htmlOf(std::string_view markdown)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* out) {
        put(out, "<", elementOf(type, detail));
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* out) {
        put(out, "</", elementOf(type, detail));
        *static_cast<std::string*>(out) += '\n';
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* out) {
        put(out, "<", elementOf(type));
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* out) {
        put(out, "</", elementOf(type));
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* out) {
        const bool isBreak = type == MD_TEXT_SOFTBR || type == MD_TEXT_BR;
        *static_cast<std::string*>(out) += isBreak ? " " : escaped({ text, size });
        return 0;
    };
    std::string html;
    if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &html) != 0)
        throw std::runtime_error("Markdown that can't be read");
    return html;
}

std::string htmlHelp(const std::vector<HelpPage>& pages, std::string_view language)
{
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(language)
                       + "\"><head><meta charset=\"utf-8\"><title>Quartet</title><style>" + style
                       + "</style></head><body>\n<h1>Quartet</h1>\n<ul>\n";
    for (const HelpPage& page : pages)
        html += "<li><a href=\"#" + page.name + "\">" + escaped(titleOf(page)) + "</a></li>\n";
    html += "</ul>\n";
    for (const HelpPage& page : pages)
        html += "<hr>\n<a name=\"" + page.name + "\"></a>" + htmlOf(page.markdown);
    return html + "</body></html>\n";
}

std::string plainHelp(const std::vector<HelpPage>& pages)
{
    std::string text;
    for (const HelpPage& page : pages)
    {
        std::string words = boost::replace_all_copy("\n" + page.markdown, "**", "");
        for (const char* const heading : { "\n## ", "\n# " })
            boost::replace_all(words, heading, "\n");
        text += "\f" + page.name + words + "\n";
    }
    return text;
}

} // namespace quartet
