/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/row.hxx"

#include "nutrition/fold.hxx"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>

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

Columns::Columns(const std::string& text)
{
    boost::split(m_names, text, [](char c) { return c == separator; });
    for (auto name = m_names.begin(); name != m_names.end(); ++name)
        if (name->empty() || std::find(m_names.begin(), name, *name) != name)
            throw BadRow("Columns", name->empty() ? "have no name at one place"
                                                  : "name \"" + *name + "\" twice");
}

Columns::Columns(const std::vector<Row>& rows)
{
    std::map<std::string_view, int> uses;
    for (const Row& row : rows)
        for (const auto& [field, value] : row.fields())
            if (field != "note")
                ++uses[field];
    for (const auto& [name, count] : uses)
        m_names.emplace_back(name);
    std::stable_sort(m_names.begin(), m_names.end(),
                     [&uses](const auto& a, const auto& b) { return uses[a] > uses[b]; });
}

std::string Columns::toText() const { return boost::join(m_names, std::string(1, separator)); }

SharedText shareText(std::string text)
{
    struct Kept
    {
        explicit Kept(std::string whole)
            : text(std::move(whole))
            , view(text)
        {
        }
        const std::string text;
        const std::string_view view;
    };
    const auto kept = std::make_shared<const Kept>(std::move(text));
    return { kept, &kept->view };
}

Row::Row(std::string id, const Fields& fields)
    : m_id(std::move(id))
    , m_text(shareText(joined(fields)))
{
    const char* at = m_text->data();
    for (const auto& [field, text] : fields)
    {
        m_fields.emplace_back(std::string_view(at, field.size()),
                              std::string_view(at + field.size(), text.size()));
        at += field.size() + text.size();
    }
}

Row Row::parse(std::string text, const std::shared_ptr<const Columns>& columns)
{
    const auto whole = shareText(std::move(text));
    return parse(*whole, whole, columns);
}

Row Row::parse(std::string_view line, SharedText whole,
               const std::shared_ptr<const Columns>& columns)
{
    Row row;
    row.m_text = std::move(whole);
    row.m_columns = columns;
    std::size_t end = std::min(line.find(Columns::separator), line.size());
    row.m_id = line.substr(0, end);
    const std::vector<std::string>& names = columns->names();
    row.m_fields.reserve(
        static_cast<std::size_t>(std::count(line.begin(), line.end(), Columns::separator)));
    for (std::size_t column = 0; end < line.size(); ++column)
    {
        const std::size_t begin = end + 1;
        end = std::min(line.find(Columns::separator, begin), line.size());
        if (column == names.size())
            throw BadRow({}, "has more than the " + std::to_string(names.size())
                                 + " cells of this table");
        if (begin < end)
            row.m_fields.emplace_back(names[column], line.substr(begin, end - begin));
    }
    return row;
}

std::string Row::toText(const Columns& columns) const
{
    std::string text = m_id;
    std::size_t used = text.size();
    for (const std::string& column : columns.names())
    {
        const std::string_view value = this->text(column);
        text.append(1, Columns::separator).append(value);
        if (!value.empty())
            used = text.size();
    }
    text.resize(used);
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
    const char* const begin = std::to_address(text.begin());
    const char* const end = begin + text.size();
    const auto [stop, error] = std::from_chars(begin, end, number);
    if (error != std::errc() || stop != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

void readRows(std::string_view table, const std::vector<std::string_view>& columns,
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
                if (!columns.empty() && !isColumn(field))
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
