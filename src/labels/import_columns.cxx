/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_columns.hxx"

#include "labels/import_tokens.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>

namespace quartet
{

namespace
{

/// So many cells say what a column's are like.
constexpr std::size_t fewCells = 4;

bool isWhole(double number) { return number == std::floor(number); }

/// "2.9" and "0,10": a number whose decimals the office didn't understand.
bool isDecimalText(const std::string& text)
{
    const auto sign = text.find_first_of(".,");
    return sign != std::string::npos && sign > 0 && sign + 1 < text.size()
           && std::all_of(text.begin(), text.end(), [](unsigned char c) {
                  return std::isdigit(c) != 0 || c == '.' || c == ',';
              });
}

constexpr auto npos = std::string_view::npos;

} // namespace

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<std::size_t> roleOf(const std::vector<ColumnMapping>& mappings, std::string_view why)
{
    const auto found = std::find_if(mappings.begin(), mappings.end(),
                                    [why](const ColumnMapping& each) { return each.why == why; });
    if (found == mappings.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - mappings.begin());
}

std::string cellText(const ImportCell& cell)
{
    if (const double* const number = std::get_if<double>(&cell))
        return formatNumber(*number, 6);
    const std::string* const text = std::get_if<std::string>(&cell);
    return text ? std::string(trim(*text)) : std::string();
}

bool saysGrams(const ColumnMapping& mapping, const ImportRules& rules)
{
    if (!mapping.unit.empty())
        return !mapping.assumed && mapping.unit == "g";
    const auto words = headerWords(fold(mapping.header));
    return !words.empty() && rules.findUnit(words.back()) == "g";
}

bool isDate(std::string_view text)
{
    if (text.size() > 2 && text.starts_with('\'') && text.ends_with('\''))
        return true;
    // Three numbers with the same sign between them, the year first or last.
    const std::size_t first = text.find_first_not_of("0123456789");
    if (first == std::string_view::npos || std::string_view("-/.").find(text[first]) == npos)
        return false;
    const auto parts = split(text, text.substr(first, 1));
    constexpr std::size_t day = 2;
    constexpr std::size_t year = 4;
    const auto isNumber = [](std::string_view part) {
        return !part.empty() && part.size() <= year && part.find_first_not_of("0123456789") == npos;
    };
    return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), isNumber)
           && parts[1].size() <= day
           && ((parts[0].size() == year && parts[2].size() <= day)
               || (parts[0].size() <= day && (parts[2].size() == year || parts[2].size() == day)));
}

std::string unquoted(std::string text)
{
    if (text.size() > 2 && text.starts_with('\'') && text.ends_with('\''))
        return text.substr(1, text.size() - 2);
    return text;
}

ImportLayout::ImportLayout(std::size_t columns, const std::vector<ColumnMapping>& mappings)
{
    const std::size_t size = std::min(mappings.size(), columns);
    const auto count = [&](const char* why) {
        return std::count_if(mappings.begin(), mappings.end(),
                             [why](const ColumnMapping& each) { return each.why == why; });
    };
    const bool manyBases = count("basis") > 1;
    const bool manyUnits = count("unitColumn") > 1;
    std::optional<std::size_t> amount;
    std::vector<std::size_t> portionNames;
    std::vector<std::size_t> portionWeights;
    std::vector<std::pair<FigureColumn, std::string>> all;
    FigureColumn* last = nullptr;
    for (std::size_t i = 0; i < size; ++i)
    {
        const ColumnMapping& mapping = mappings[i];
        const std::string& why = mapping.why;
        if (mapping.column == "Name")
            name = i;
        else if (mapping.column == servingColumn)
            serving = i;
        else if (!mapping.column.empty() && mapping.unit.empty())
            texts.push_back(i);
        else if (!mapping.column.empty())
            last = &all.emplace_back(FigureColumn{ i, {}, {}, {} }, mapping.column).first;
        else if (why == "amount" && !amount)
            amount = i;
        else if (why == "traces" || why == "tracesColumn")
            traces = i;
        else if (why == "basis" && !manyBases)
            basis = i;
        else if (why == "basis" && last)
            last->basis = i;
        else if (why == "unitColumn" && !manyUnits)
            servingUnit = i;
        else if (why == "unitColumn" && last)
            last->unit = i;
        else if (why == "kindColumn" && last)
            last->kind = i;
        else if (why == "portionName")
            portionNames.push_back(i);
        else if (why == "portionWeight")
            portionWeights.push_back(i);
    }
    for (std::size_t i = 0; i < std::min(portionNames.size(), portionWeights.size()); ++i)
        portions.emplace_back(portionNames[i], portionWeights[i]);
    if (!serving)
        serving = amount;
    for (const auto& [column, goesTo] : all)
    {
        const auto same = std::find_if(figures.begin(), figures.end(),
                                       [&mappings, &wanted = goesTo](const auto& group) {
                                           return mappings[group.front().place].column == wanted;
                                       });
        if (same == figures.end())
            figures.push_back({ column });
        else if (mappings[same->front().place].otherwise && !mappings[column.place].otherwise)
            same->insert(same->begin(), column);
        else
            same->push_back(column);
    }
}

NumberEvidence::NumberEvidence(const ImportTable& table, const std::vector<ColumnMapping>& mappings,
                               const ImportLayout& layout, const ImportRules& rules)
    : m_factor(rules.threshold("whole-factor"))
    , m_usual(table.headers.size())
{
    DecimalEvidence evidence;
    for (const auto& group : layout.figures)
        for (const FigureColumn& column : group)
            for (const auto& row : table.rows)
                if (const auto* const text = std::get_if<std::string>(&row[column.place]))
                    evidence.add(*text);
    m_sign = evidence.sign();

    std::size_t decimals = 0;
    std::size_t wholes = 0;
    std::size_t fractions = 0;
    for (const auto& group : layout.figures)
        for (const FigureColumn& column : group)
        {
            std::vector<double> texts;
            std::vector<double> plain;
            for (const auto& row : table.rows)
            {
                const ImportCell& cell = row[column.place];
                if (const double* const number = std::get_if<double>(&cell))
                {
                    ++(isWhole(*number) ? wholes : fractions);
                    if (*number > 0)
                        plain.push_back(*number);
                }
                else if (const std::string text = cellText(cell); isDecimalText(text))
                    if (const auto value = readImportValue(text, m_sign, rules);
                        value.kind == ImportValue::Kind::Number && value.number > 0)
                        texts.push_back(value.number);
            }
            decimals += texts.size();
            const ColumnMapping& mapping = mappings[column.place];
            const ImportLimit* const limit = rules.limit(mapping.column);
            const auto unit = rules.factor(mapping.unit, mapping.column);
            auto& usual = m_usual[column.place];
            if (limit && unit)
                usual = limit->typical / (*unit * mapping.factor);
            if (!texts.empty())
                usual = std::max(usual.value_or(0), median(std::move(texts)));
            // A column of whole numbers that are such as foods hold.
            else if (usual && plain.size() >= fewCells
                     && median(plain) < *usual * rules.threshold("unit-factor"))
                usual = std::numeric_limits<double>::infinity();
        }
    m_mixed = m_sign != DecimalSign::Unclear && decimals > 0 && wholes > 0 && fractions == 0;
}

bool NumberEvidence::isDoubtful(std::size_t column, double number) const
{
    if (!m_mixed || number == 0 || !isWhole(number))
        return false;
    const auto& usual = m_usual[column];
    return !usual || number > *usual * m_factor;
}

} // namespace quartet
