/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/flat_odf.hxx"

#include "compile/xml.hxx"

#include <boost/algorithm/string/replace.hpp>

#include <regex>
#include <stdexcept>

namespace quartet
{

namespace
{

using Files = std::vector<std::pair<std::string, std::string>>;
using pugi::xml_node;

constexpr const char* fillDownCount = "quartet:fill-down";
constexpr std::string_view row = "table:table-row";

/// A formula whose relative rows, the 5 of [.B5:.C$7], are moved.
std::string moved(const std::string& formula, int rows)
{
    static const std::regex relative(R"((\.\$?[A-Z]+)([0-9]+)(?=[^\[]*\]))");
    std::string result;
    auto rest = formula.begin();
    for (std::sregex_iterator at(formula.begin(), formula.end(), relative), end; at != end; ++at)
    {
        const auto& number = (*at)[2];
        result.append(rest, number.first).append(std::to_string(std::stoi(number) + rows));
        rest = number.second;
    }
    return result.append(rest, formula.end());
}

int rowCount(const xml_node& rows)
{
    int count = rows.name() == row ? 1 : 0;
    for (const xml_node child : rows.children())
        count += rowCount(child);
    return count;
}

/// The automatic styles, only pages' or all but these.
pugi::xml_document automaticStyles(const xml_node& document, bool pages)
{
    constexpr const char* name = "office:automatic-styles";
    pugi::xml_document styles;
    xml_node kept = styles.append_child(name);
    for (const xml_node style : document.child(name).children())
        if ((style.name() == std::string_view("style:page-layout")) == pages)
            kept.append_copy(style);
    return styles;
}

/** The parts of documents in one package, which share the namespaces of its root. */
class Parts
{
public:
    Parts(const xml_node& root, Files& files)
        : m_root(root)
        , m_files(files)
    {
    }

    /// @param folder "" or "Object 1/"
    void add(const xml_node& document, const std::string& folder)
    {
        const pugi::xml_document styles = automaticStyles(document, false);
        const pugi::xml_document pages = automaticStyles(document, true);
        const xml_node fonts = document.child("office:font-face-decls");
        addPart(folder, "content", { fonts, styles.first_child(), document.child("office:body") });
        const xml_node common = document.child("office:styles");
        const xml_node master = document.child("office:master-styles");
        if (common || master)
            addPart(folder, "styles", { fonts, common, pages.first_child(), master });
        for (const std::string name : { "meta", "settings" })
            if (const xml_node content = document.child(("office:" + name).c_str()))
                addPart(folder, name, { content });
    }

private:
    void addPart(const std::string& folder, const std::string& name,
                 std::initializer_list<xml_node> children)
    {
        pugi::xml_document xml;
        xml_node part = xml.append_child(("office:document-" + name).c_str());
        for (const pugi::xml_attribute attribute : m_root.attributes())
            if (const std::string_view is = attribute.name();
                is != "office:mimetype" && is != "xmlns:quartet")
                part.append_copy(attribute);
        for (const xml_node& child : children)
            part.append_copy(child);
        m_files.emplace_back(folder + name + ".xml", toText(xml));
    }

    xml_node m_root;
    Files& m_files;
};

std::string manifest(std::string_view mediaType, const std::vector<std::string>& objects,
                     const Files& files)
{
    pugi::xml_document xml;
    xml_node list = xml.append_child("manifest:manifest");
    list.append_attribute("xmlns:manifest") = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    list.append_attribute("manifest:version") = "1.3";
    const auto add = [&list](const std::string& path, std::string_view type) {
        xml_node entry = list.append_child("manifest:file-entry");
        entry.append_attribute("manifest:full-path") = path.c_str();
        entry.append_attribute("manifest:media-type") = std::string(type).c_str();
    };
    add("/", mediaType);
    for (const std::string& folder : objects)
        add(folder, "application/vnd.oasis.opendocument.chart");
    for (const auto& [name, content] : files)
        if (name != "mimetype")
            add(name, name.ends_with(".png") ? "image/png" : "text/xml");
    return toText(xml);
}

} // namespace

void moveDown(xml_node tree, int rows)
{
    if (pugi::xml_attribute formula = tree.attribute("table:formula"))
        formula.set_value(moved(formula.value(), rows).c_str());
    for (const xml_node child : tree.children())
        moveDown(child, rows);
}

void inAllScripts(xml_node flat)
{
    for (const std::string name : { "font-size", "font-weight", "font-style" })
        if (const pugi::xml_attribute western = flat.attribute(("fo:" + name).c_str()))
            for (const std::string script : { "-complex", "-asian" })
                flat.insert_attribute_after(("style:" + name + script).c_str(), western) =
                    western.value();
    for (const xml_node child : flat.children())
        inAllScripts(child);
}

void fillDown(xml_node flat)
{
    const auto number = [](xml_node copy, int i) {
        forEachText(copy, [i](std::string& text) {
            boost::replace_all(text, ".#}}", "." + std::to_string(i) + "}}");
        });
    };
    // Inner ones first: they decide how high the outer one is.
    for (xml_node child = flat.first_child(); child; child = child.next_sibling())
    {
        fillDown(child);
        const pugi::xml_attribute times = child.attribute(fillDownCount);
        if (!times)
            continue;
        const int count = times.as_int();
        child.remove_attribute(times);
        const xml_node first = child;
        const int height = rowCount(first);
        for (int i = 1; i < count; ++i)
        {
            child = flat.insert_copy_after(first, child);
            moveDown(child, i * height);
            number(child, i + 1);
        }
        number(first, 1);
    }
}

Files package(xml_node flat, std::string_view mediaType, std::string_view picture)
{
    const xml_node root = flat.child("office:document");
    if (!root)
        throw std::runtime_error("no flat document");
    Files objectParts;
    std::vector<std::string> objects;
    for (const pugi::xpath_node& found : root.select_nodes(".//draw:object"))
    {
        xml_node object = found.node();
        const std::string name = "Object " + std::to_string(objects.size() + 1);
        objects.push_back(name + "/");
        Parts(root, objectParts).add(object.child("office:document"), objects.back());
        object.remove_children();
        object.append_attribute("xlink:href") = ("./" + name).c_str();
        object.append_attribute("xlink:type") = "simple";
        object.append_attribute("xlink:show") = "embed";
        object.append_attribute("xlink:actuate") = "onLoad";
    }
    Files files{ { "mimetype", std::string(mediaType) } };
    Parts(root, files).add(root, "");
    files.insert(files.end(), objectParts.begin(), objectParts.end());
    if (!picture.empty())
        files.emplace_back("Thumbnails/thumbnail.png", picture);
    files.emplace_back("META-INF/manifest.xml", manifest(mediaType, objects, files));
    return files;
}

} // namespace quartet
