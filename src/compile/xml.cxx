/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/xml.hxx"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace quartet
{

namespace
{

constexpr std::string_view nameEnd = " \t\r\n/>";
constexpr auto npos = std::string_view::npos;

std::string_view nameAt(std::string_view xml, std::size_t tag)
{
    const std::size_t begin = tag + 1;
    return xml.substr(begin, xml.find_first_of(nameEnd, begin) - begin);
}

} // namespace

std::size_t tagEnd(std::string_view xml, std::size_t tag)
{
    for (std::size_t at = tag; (at = xml.find_first_of("\"'>", at)) != npos; ++at)
    {
        if (xml[at] == '>')
            return at + 1;
        at = std::min(xml.find(xml[at], at + 1), xml.size());
    }
    throw std::runtime_error("a tag has no end: " + std::string(xml.substr(tag, 60)));
}

XmlElement elementAt(std::string_view xml, std::size_t begin)
{
    int depth = 0;
    for (std::size_t tag = begin; tag != npos; tag = xml.find('<', tag))
    {
        if (xml.substr(tag, 4) == "<!--")
        {
            tag = xml.find("-->", tag);
            continue;
        }
        const std::size_t end = tagEnd(xml, tag);
        if (xml[tag + 1] == '/')
            --depth;
        else if (xml[end - 2] != '/')
            ++depth;
        if (depth == 0)
            return { begin, end };
        tag = end;
    }
    throw std::runtime_error("an element has no end: " + std::string(xml.substr(begin, 60)));
}

XmlElement findElement(std::string_view xml, std::string_view name, std::size_t from)
{
    for (std::size_t tag = xml.find('<', from); tag != npos; tag = xml.find('<', tag + 1))
        if (nameAt(xml, tag) == name)
            return elementAt(xml, tag);
    return { xml.size(), xml.size() };
}

std::string_view contentOf(std::string_view element)
{
    const std::size_t begin = tagEnd(element, 0);
    return begin == element.size() ? std::string_view()
                                   : element.substr(begin, element.rfind('<') - begin);
}

std::vector<std::pair<std::string_view, std::string_view>> attributesOf(std::string_view element)
{
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
    const std::string_view tag = element.substr(0, tagEnd(element, 0));
    for (std::size_t at = tag.find_first_of(nameEnd); at != npos;)
    {
        const std::size_t name = tag.find_first_not_of(" \t\r\n/>", at);
        if (name == npos)
            break;
        const std::size_t equals = tag.find('=', name);
        const std::size_t quote = tag.find_first_of("\"'", equals);
        const std::size_t end = tag.find(tag[quote], quote + 1);
        attributes.emplace_back(tag.substr(name, equals - name),
                                tag.substr(quote + 1, end - quote - 1));
        at = end + 1;
    }
    return attributes;
}

std::string escapeXml(std::string_view text)
{
    std::string xml;
    for (const char c : text)
        switch (c)
        {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            case '"':
                xml += "&quot;";
                break;
            default:
                xml += c;
        }
    return xml;
}

} // namespace quartet
