/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/flat_odf.hxx"

#include "compile/xml.hxx"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace quartet
{

namespace
{

using Files = std::vector<std::pair<std::string, std::string>>;

constexpr auto npos = std::string_view::npos;
constexpr std::string_view fillDown = " quartet:fill-down=\"";
constexpr std::string_view formula = " table:formula=";

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

std::string withoutComments(std::string_view xml)
{
    std::string without;
    std::size_t at = 0;
    for (std::size_t begin; (begin = xml.find("<!--", at)) != npos;)
    {
        without += xml.substr(at, begin - at);
        const std::size_t end = xml.find("-->", begin);
        if (end == npos)
            throw std::runtime_error("<!-- without -->");
        at = end + 3;
    }
    return without.append(xml.substr(at));
}

/// A reference such as ".B5:.C$7", its relative rows moved.
std::string moved(std::string_view reference, int rows)
{
    std::string result;
    for (std::size_t at = 0; at < reference.size(); ++at)
    {
        result += reference[at];
        // A relative row stands behind a column: ".B5", ".$B5".
        if (!isUpper(reference[at]) || at + 1 == reference.size() || !isDigit(reference[at + 1]))
            continue;
        std::size_t column = at;
        while (column && isUpper(reference[column - 1]))
            --column;
        if (column && reference[column - 1] == '$')
            --column;
        if (!column || reference[column - 1] != '.')
            continue;
        const std::size_t begin = at + 1;
        while (at + 1 < reference.size() && isDigit(reference[at + 1]))
            ++at;
        const std::string row(reference.substr(begin, at + 1 - begin));
        result += std::to_string(std::stoi(row) + rows);
    }
    return result;
}

int rowCount(std::string_view rows)
{
    int count = 0;
    for (auto row = findElement(rows, "table:table-row"); row.found();
         row = findElement(rows, "table:table-row", row.end))
        ++count;
    return count;
}

std::string section(std::string_view document, std::string_view name)
{
    const XmlElement found = findElement(document, name);
    return found.found() ? std::string(found.in(document)) : std::string();
}

/// Takes all elements of a name out of a text.
std::string takenOut(std::string& xml, std::string_view name)
{
    std::string taken;
    for (auto found = findElement(xml, name); found.found(); found = findElement(xml, name))
    {
        taken += found.in(xml);
        xml.erase(found.begin, found.end - found.begin);
    }
    return taken;
}

std::string part(std::string_view name, std::string_view attributes, std::string_view content)
{
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<";
    xml.append(name).append(attributes).append(">\n").append(content);
    return xml.append("\n</").append(name).append(">\n");
}

/// The parts of one document, in a folder of the package: "" or "Object 1/".
void addParts(std::string_view document, const std::string& folder, std::string_view namespaces,
              Files& files)
{
    std::string styles = section(document, "office:automatic-styles");
    const std::string pages = takenOut(styles, "style:page-layout");
    const std::string fonts = section(document, "office:font-face-decls");
    files.emplace_back(folder + "content.xml",
                       part("office:document-content", namespaces,
                            fonts + styles + section(document, "office:body")));
    const std::string master = section(document, "office:master-styles");
    const std::string common = section(document, "office:styles");
    if (!master.empty() || !common.empty())
        files.emplace_back(folder + "styles.xml",
                           part("office:document-styles", namespaces,
                                fonts + common + "<office:automatic-styles>" + pages
                                    + "</office:automatic-styles>" + master));
    constexpr std::array others{ std::pair("office:meta", "meta"),
                                 std::pair("office:settings", "settings") };
    for (const auto& [element, name] : others)
        if (const std::string content = section(document, element); !content.empty())
            files.emplace_back(folder + name + ".xml",
                               part(std::string("office:document-") + name, namespaces, content));
}

/// The placeholders of one of several copies: {{day.#}} becomes {{day.2}}.
std::string numbered(std::string_view rows, int number)
{
    constexpr std::string_view sign = ".#}}";
    std::string copy(rows);
    for (std::size_t at = copy.find(sign); at != npos; at = copy.find(sign, at + 1))
        copy.replace(at + 1, 1, std::to_string(number));
    return copy;
}

} // namespace

std::string movedDown(std::string_view xml, int rows)
{
    std::string result;
    char quote = 0; // of the formula, inside one
    for (std::size_t at = 0; at < xml.size();)
    {
        if (xml.substr(at).starts_with(formula))
        {
            at += formula.size();
            quote = xml[at++];
            result.append(formula).push_back(quote);
        }
        else if (quote && xml[at] == '[')
        {
            const std::size_t end = std::min(xml.find(']', at), xml.size());
            result += moved(xml.substr(at, end - at), rows);
            at = end;
        }
        else
        {
            if (xml[at] == quote)
                quote = 0;
            result += xml[at++];
        }
    }
    return result;
}

std::string inAllScripts(std::string_view xml)
{
    std::string result(xml);
    for (const std::string name : { "font-size", "font-weight", "font-style" })
    {
        const std::string western = " fo:" + name + "=";
        for (std::size_t at = result.find(western); at != std::string::npos;
             at = result.find(western, at + 1))
        {
            const std::size_t value = at + western.size();
            const std::size_t end = result.find('"', value + 1) + 1;
            const std::string quoted = result.substr(value, end - value);
            result.insert(end, " style:" + name + "-asian=" + quoted + " style:" + name
                                   + "-complex=" + quoted);
        }
    }
    return result;
}

std::string filledDown(std::string_view flat)
{
    std::string result(flat);
    // The last is never outside another: inner ones come first.
    for (std::size_t at; (at = result.rfind(fillDown)) != std::string::npos;)
    {
        const std::size_t value = at + fillDown.size();
        const std::size_t valueEnd = result.find('"', value);
        const int count = std::stoi(result.substr(value, valueEnd - value));
        result.erase(at, valueEnd + 1 - at);
        const XmlElement element = elementAt(result, result.rfind('<', at));
        const std::string rows(element.in(result));
        const int height = rowCount(rows);
        std::string copies;
        for (int i = 0; i < count; ++i)
            copies += movedDown(numbered(rows, i + 1), i * height);
        result.replace(element.begin, element.end - element.begin, copies);
    }
    return result;
}

Files package(std::string_view flat, std::string_view mediaType, std::string_view picture)
{
    const std::string clean = withoutComments(flat);
    const XmlElement root = findElement(clean, "office:document");
    if (!root.found())
        throw std::runtime_error("no flat document");
    std::string document(root.in(clean));
    std::string namespaces;
    for (const auto& [name, value] : attributesOf(document))
        if (name != "office:mimetype" && name != "xmlns:quartet")
            namespaces.append(" ").append(name).append("=\"").append(value).append("\"");

    Files objects;
    std::vector<std::string> folders;
    for (auto object = findElement(document, "draw:object"); object.found();
         object = findElement(document, "draw:object", object.begin + 1))
    {
        const std::string name = "Object " + std::to_string(folders.size() + 1);
        addParts(contentOf(object.in(document)), name + "/", namespaces, objects);
        folders.push_back(name + "/");
        const std::size_t startEnd = tagEnd(document, object.begin);
        const std::string start =
            document.substr(object.begin, startEnd - 1 - object.begin) + " xlink:href=\"./" + name
            + "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>";
        document.replace(object.begin, object.end - object.begin, start);
    }

    Files files{ { "mimetype", std::string(mediaType) } };
    addParts(document, "", namespaces, files);
    files.insert(files.end(), objects.begin(), objects.end());
    if (!picture.empty())
        files.emplace_back("Thumbnails/thumbnail.png", picture);

    const auto entry = [](std::string_view path, std::string_view type) {
        return "  <manifest:file-entry manifest:full-path=\"" + std::string(path)
               + "\" manifest:media-type=\"" + std::string(type) + "\"/>\n";
    };
    std::string manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:"
                           "xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
                           + entry("/", mediaType);
    for (const std::string& folder : folders)
        manifest += entry(folder, "application/vnd.oasis.opendocument.chart");
    for (const auto& [name, content] : files)
        if (name != "mimetype")
            manifest += entry(name, name.ends_with(".png") ? "image/png" : "text/xml");
    files.emplace_back("META-INF/manifest.xml", manifest + "</manifest:manifest>\n");
    return files;
}

} // namespace quartet
