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

namespace
{

std::string joined(const Row::Fields& fields)
{
    std::string text;
    for (const auto& [field, value] : fields)
        text += field + value;
    return text;
}

} // namespace

Row::Row(std::string id, const Fields& fields)
    : m_id(std::move(id))
    , m_text(std::make_shared<const std::string>(joined(fields)))
{
    const char* at = m_text->data();
    for (const auto& [field, text] : fields)
    {
        m_fields.emplace_back(std::string_view(at, field.size()),
                              std::string_view(at + field.size(), text.size()));
        at += field.size() + text.size();
    }
}

Row Row::parse(std::string text)
{
    Row row;
    row.m_text = std::make_shared<const std::string>(std::move(text));
    std::string_view rest = *row.m_text;
    const auto next = [&rest] {
        const std::string_view part = rest.substr(0, rest.find(separator));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        return part;
    };
    row.m_id = next();
    row.m_fields.reserve(static_cast<std::size_t>(std::count(rest.begin(), rest.end(), separator))
                         + 1);
    bool sorted = true; // as the registry's own rows are
    while (!rest.empty())
    {
        const std::string_view entry = next();
        const auto equals = entry.find('=');
        if (equals == 0 || equals == std::string_view::npos)
            throw BadRow({}, "\"" + std::string(entry) + "\" is not of the form field=value");
        const std::string_view field = entry.substr(0, equals);
        sorted = sorted && (row.m_fields.empty() || row.m_fields.back().first < field);
        if (!sorted && row.find(field))
            throw BadRow(std::string(field), "given twice");
        row.m_fields.emplace_back(field, entry.substr(equals + 1));
    }
    return row;
}

std::string Row::toText() const
{
    std::string text = m_id;
    for (const auto& [field, value] : m_fields)
        if (field != "note")
            text.append(1, separator).append(field).append(1, '=').append(value);
    return text;
}

const std::string_view* Row::find(std::string_view field) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [field](const auto& each) { return each.first == field; });
    return found == m_fields.end() ? nullptr : &found->second;
}

std::string_view Row::text(std::string_view field) const
{
    const std::string_view* const found = find(field);
    return found ? *found : std::string_view();
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

const std::vector<Row>& tableRows(const Tables& tables, std::string_view name)
{
    static const std::vector<Row> none;
    const auto found = tables.find(name);
    return found == tables.end() ? none : found->second;
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
                    throw BadRow(std::string(field), "is no column of this table");
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
