/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/registry_rows.hxx"

#include "compile/csv.hxx"
#include "compile/xml.hxx"

#include <stdexcept>

namespace quartet
{

namespace
{

using Record = RegistryRows::value_type;

constexpr auto npos = std::string_view::npos;
constexpr std::string_view idsSign = "{{=ids ";
constexpr std::string_view columnSign = "{{=";

const std::string& cellOf(const Record& row, std::string_view column)
{
    const auto found = row.find(column);
    if (found == row.end())
        throw std::runtime_error("no column \"" + std::string(column) + "\"");
    return found->second;
}

/// @param exception "column=value"; nothing excepts no row
RegistryRows without(RegistryRows rows, std::string_view exception)
{
    if (exception.empty())
        return rows;
    const std::size_t sign = exception.find('=');
    if (sign == npos)
        throw std::runtime_error("no value in \"" + std::string(exception) + "\"");
    std::erase_if(rows, [&](const Record& row) {
        return cellOf(row, exception.substr(0, sign)) == exception.substr(sign + 1);
    });
    return rows;
}

std::string idList(const RegistryRows& rows)
{
    std::string list;
    for (const Record& row : rows)
        list += (list.empty() ? "\"" : ";\"") + cellOf(row, "id") + "\"";
    return list;
}

} // namespace

RegistryRows readRegistryRows(std::string_view csv)
{
    RegistryRows rows;
    const auto records = parseCsv(csv);
    for (std::size_t i = 1; i < records.size(); ++i)
    {
        const auto& header = records.front().cells;
        const auto& cells = records[i].cells;
        if (cells.size() != header.size())
            throw std::runtime_error("line " + std::to_string(records[i].line)
                                     + ": not as many cells as the header");
        Record& row = rows.emplace_back();
        for (std::size_t column = 0; column < header.size(); ++column)
            row.emplace(header[column], cells[column]);
    }
    return rows;
}

void putRegistryRows(pugi::xml_node tree,
                     const std::function<RegistryRows(const std::string&)>& table)
{
    forEachText(tree, [&table](std::string& text) {
        text = withoutSigns(text, idsSign, [&table](std::string_view inside) {
            constexpr std::string_view sign = " except ";
            const std::size_t except = inside.find(sign);
            return idList(without(table(std::string(inside.substr(0, except))),
                                  except == npos ? "" : inside.substr(except + sign.size())));
        });
    });
    const auto isEach = [](const pugi::xml_node& node) {
        return node.name() == std::string_view("quartet:each");
    };
    for (auto each = tree.find_node(isEach); each; each = tree.find_node(isEach))
    {
        pugi::xml_node parent = each.parent();
        for (const Record& row :
             without(table(each.attribute("table").value()), each.attribute("except").value()))
            for (const pugi::xml_node child : each.children())
                forEachText(parent.insert_copy_before(child, each), [&row](std::string& text) {
                    text = withoutSigns(text, columnSign, [&row](std::string_view column) {
                        return cellOf(row, column);
                    });
                });
        parent.remove_child(each);
    }
}

} // namespace quartet
