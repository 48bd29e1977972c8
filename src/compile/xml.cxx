/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/xml.hxx"

#include <sstream>
#include <stdexcept>

namespace quartet
{

pugi::xml_document parseXml(std::string_view xml)
{
    pugi::xml_document document;
    const auto result = document.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_fragment,
        pugi::encoding_utf8);
    if (!result)
        throw std::runtime_error(
            std::string(result.description()) + ": "
            + std::string(xml.substr(static_cast<std::size_t>(result.offset), 60)));
    return document;
}

std::string toText(const pugi::xml_document& document)
{
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return text.str();
}

void forEachText(pugi::xml_node tree, const std::function<void(std::string&)>& change)
{
    const auto changed = [&change](std::string text) {
        change(text);
        return text;
    };
    if (tree.type() == pugi::node_pcdata)
        tree.set_value(changed(tree.value()).c_str());
    for (pugi::xml_attribute attribute : tree.attributes())
        attribute.set_value(changed(attribute.value()).c_str());
    for (const pugi::xml_node child : tree.children())
        forEachText(child, change);
}

std::string withoutSigns(std::string_view text, std::string_view sign,
                         const std::function<std::string(std::string_view)>& make)
{
    std::string result;
    std::size_t at = 0;
    for (std::size_t begin; (begin = text.find(sign, at)) != std::string_view::npos;)
    {
        const std::size_t end = text.find("}}", begin);
        if (end == std::string_view::npos)
            throw std::runtime_error("no }} behind " + std::string(text.substr(begin, 60)));
        result += text.substr(at, begin - at);
        result += make(text.substr(begin + sign.size(), end - begin - sign.size()));
        at = end + 2;
    }
    return result.append(text.substr(at));
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
