/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// pack-templates TEMPLATES REGISTRY OUT
//
// Packs the flat spreadsheets of a folder as OUT/<language>/nutrition/*.ots, for
// each language of its texts.csv, with the name of the category beside them. What
// the spreadsheets have in common stands in files that they include; names of
// standards and their categories come from the tables of the folder REGISTRY, the names
// of nutrients, standards and medicines in each language too; a .png of the same name is what the
// Templates dialog shows.

#include "compile/files.hxx"
#include "compile/flat_odf.hxx"
#include "compile/registry_rows.hxx"
#include "compile/template_texts.hxx"
#include "compile/xml.hxx"
#include "compile/zip.hxx"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace
{

namespace fs = std::filesystem;

/// The folder of the category; groupuinames.xml says how it is called.
constexpr auto category = "nutrition";
constexpr auto mediaType = "application/vnd.oasis.opendocument.spreadsheet-template";

/** Puts the files that a tree names in their places: <quartet:include file="styles.xml"/>.
    With row="22" the file is written for row 1 and moved to row 22. */
void include(pugi::xml_node tree, const fs::path& folder)
{
    const auto isInclude = [](const pugi::xml_node& node) {
        return node.name() == std::string_view("quartet:include");
    };
    for (auto element = tree.find_node(isInclude); element; element = tree.find_node(isInclude))
    {
        const auto content =
            quartet::parseXml(quartet::readFile(folder / element.attribute("file").value()));
        quartet::moveDown(content, element.attribute("row").as_int(1) - 1);
        for (const pugi::xml_node child : content.children())
            element.parent().insert_copy_before(child, element);
        element.parent().remove_child(element);
    }
}

void pack(const fs::path& flat, const quartet::TemplateTexts& texts, const fs::path& registry,
          const fs::path& out)
{
    const auto table = [&registry](const std::string& name) {
        return quartet::readRegistryRows(quartet::readFile(registry / (name + ".csv")));
    };
    pugi::xml_document document = quartet::parseXml(quartet::readFile(flat));
    include(document, flat.parent_path());
    quartet::putRegistryRows(document, table);
    quartet::fillDown(document);
    quartet::inAllScripts(document);
    const fs::path pictureFile = fs::path(flat).replace_extension(".png");
    const std::string picture =
        fs::exists(pictureFile) ? quartet::readFile(pictureFile) : std::string();
    for (const std::string& language : texts.languages())
    {
        pugi::xml_document filled;
        filled.reset(document);
        texts.fill(filled, language);
        quartet::Zip zip;
        for (const auto& [name, content] : quartet::package(filled, mediaType, picture))
            zip.add(name, content);
        quartet::writeFile(out / language / category / flat.filename().replace_extension(".ots"),
                           zip.bytes());
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
    {
        std::cerr << "usage: pack-templates TEMPLATES REGISTRY OUT\n";
        return 2;
    }
    const fs::path templates = argv[1];
    const fs::path registry = argv[2];
    const fs::path out = argv[3];
    fs::path file = templates / "texts.csv";
    try
    {
        quartet::TemplateTexts texts(quartet::readFile(file));
        for (const char* const names :
             { "nutrients", "authorities", "vitamin_d_standards", "medicines" })
        {
            file = registry / "names" / (std::string(names) + ".csv");
            texts.add(names, quartet::readFile(file));
        }
        for (const std::string& language : texts.languages())
        {
            const auto names = quartet::parseXml(quartet::readFile(templates / "groupuinames.xml"));
            texts.fill(names, language);
            quartet::writeFile(out / language / "groupuinames.xml", quartet::toText(names));
        }
        for (const auto& entry : fs::directory_iterator(templates))
        {
            file = entry.path();
            if (file.extension() == ".fods")
                pack(file, texts, registry, out);
        }
    }
    catch (const std::exception& error)
    {
        std::cerr << file.string() << ": " << error.what() << '\n';
        return 1;
    }
    return 0;
}
