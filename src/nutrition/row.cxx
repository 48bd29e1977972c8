/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "row.hxx"

#include "fold.hxx"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace quartet
{

Row Row::parse(std::string id, const std::vector<std::string>& entries)
{
    Fields fields;
    fields.reserve(entries.size());
    for (const std::string& entry : entries)
    {
        const auto equals = entry.find('=');
        if (equals == 0 || equals == std::string::npos)
            throw BadRow({}, "\"" + entry + "\" is not of the form field=value");
        std::string field = entry.substr(0, equals);
        const std::size_t before = fields.size();
        // The registry's own rows are sorted.
        const auto added = fields.emplace_hint(fields.end(), field, entry.substr(equals + 1));
        if (fields.size() == before)
            throw BadRow(added->first, "given twice");
    }
    return { std::move(id), std::move(fields) };
}

std::string_view Row::text(std::string_view field) const
{
    const auto found = m_fields.find(field);
    return found == m_fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Row::requiredText(std::string_view field) const
{
    const std::string_view value = trim(text(field));
    if (value.empty())
        throw BadRow(std::string(field), "is missing");
    return value;
}

std::optional<double> Row::number(std::string_view field) const
{
    const std::string_view value = text(field);
    if (value.empty())
        return std::nullopt;
    return readNumber(field, value);
}

double Row::requiredNumber(std::string_view field) const
{
    requiredText(field);
    return number(field).value();
}

double readNumber(std::string_view field, std::string_view text)
{
    const auto number = parseNumber(text);
    if (!number)
        throw BadRow(std::string(field), "\"" + std::string(text) + "\" is not a number");
    if (*number < 0)
        throw BadRow(std::string(field), std::string(text) + " is negative");
    return *number;
}

std::optional<double> parseNumber(std::string_view text)
{
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

void readRows(std::string_view table, std::initializer_list<std::string_view> columns,
              const std::vector<Row>& rows, std::vector<Damage>& damages,
              const std::function<void(const Row&)>& read)
{
    const auto isColumn = [&columns](std::string_view field) {
        return field == "note" || std::find(columns.begin(), columns.end(), field) != columns.end();
    };
    for (const Row& row : rows)
    {
        try
        {
            for (const auto& [field, text] : row.fields())
                if (columns.size() && !isColumn(field))
                    throw BadRow(field, "is no column of this table");
            read(row);
        }
        catch (const BadRow& bad)
        {
            damages.push_back({ std::string(table), row.id(), std::string(row.text("name")),
                                bad.field(), bad.what() });
        }
    }
}

} // namespace quartet
