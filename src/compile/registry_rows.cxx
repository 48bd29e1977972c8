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

const std::string& cell(const Record& row, std::string_view column)
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
        return cell(row, exception.substr(0, sign)) == exception.substr(sign + 1);
    });
    return rows;
}

/// A text with each "sign...}}" replaced by what a call makes of its inside.
template <typename Make>
std::string replaced(std::string_view xml, std::string_view sign, const Make& make)
{
    std::string result;
    std::size_t at = 0;
    for (std::size_t begin; (begin = xml.find(sign, at)) != npos;)
    {
        const std::size_t end = xml.find("}}", begin);
        if (end == npos)
            throw std::runtime_error("{{= without }}");
        result += xml.substr(at, begin - at);
        result += make(xml.substr(begin + sign.size(), end - begin - sign.size()));
        at = end + 2;
    }
    return result.append(xml.substr(at));
}

std::string idList(const RegistryRows& rows)
{
    std::string list;
    for (const Record& row : rows)
        list += (list.empty() ? "\"" : ";\"") + cell(row, "id") + "\"";
    return escapeXml(list);
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

std::string withRegistryRows(std::string_view xml,
                             const std::function<RegistryRows(const std::string&)>& table)
{
    std::string result = replaced(xml, idsSign, [&table](std::string_view inside) {
        constexpr std::string_view sign = " except ";
        const std::size_t except = inside.find(sign);
        return idList(without(table(std::string(inside.substr(0, except))),
                              except == npos ? "" : inside.substr(except + sign.size())));
    });
    constexpr std::string_view name = "quartet:each";
    for (auto each = findElement(result, name); each.found(); each = findElement(result, name))
    {
        const std::string element(each.in(result));
        std::string rowsOf;
        std::string except;
        for (const auto& [attribute, value] : attributesOf(element))
            (attribute == "table" ? rowsOf : except) = value;
        std::string copies;
        for (const Record& row : without(table(rowsOf), except))
            copies += replaced(contentOf(element), columnSign, [&row](std::string_view column) {
                return escapeXml(cell(row, column));
            });
        result.replace(each.begin, each.end - each.begin, copies);
    }
    return result;
}

} // namespace quartet
