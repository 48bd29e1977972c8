/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/import_rules.hxx"

#include "labels/import_tokens.hxx"
#include "labels/own_foods.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/food.hxx"

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

constexpr std::array<std::string_view, 5> textColumns{ "Name", "Aliases", "Group", "Portions",
                                                       "Source" };

/// A tagname of so few letters is a word as well: "PRO", "ID".
constexpr std::size_t fewLetters = 3;

/// What stands in the last brackets of a text: "40 g" of "1 tranche (40 g)".
std::string_view lastBrackets(std::string_view text)
{
    const auto open = text.rfind('(');
    const auto close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return {};
    return text.substr(open + 1, close - open - 1);
}

} // namespace

ImportRules::ImportRules(const Tables& tables, std::shared_ptr<const Data> data,
                         std::vector<Damage>& damages)
    : m_data(std::move(data))
    , m_columns(textColumns.begin(), textColumns.end())
{
    for (NutrientIndex i = 0; i < m_data->nutrients.size(); ++i)
        m_columns.push_back(m_data->nutrients[i].tag);
    m_columns.emplace_back(servingColumn);

    readRows("import_units", { "quantity", "factor", "names", "nutrients" },
             tableRows(tables, "import_units"), damages, [this](const Row& row) {
                 Unit unit{ row.id(),
                            std::string(row.requiredText("quantity")),
                            row.requiredNumber("factor"),
                            {} };
                 for (const std::string_view tag : split(row.text("nutrients"), ";"))
                     unit.nutrients.emplace_back(tag);
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                     m_unitNames.emplace(headerKey(name), m_units.size());
                 m_units.push_back(std::move(unit));
             });
    readRows("import_bases", { "factor", "serving", "why", "names" },
             tableRows(tables, "import_bases"), damages, [this](const Row& row) {
                 const Basis basis{ row.number("factor").value_or(1), !row.text("serving").empty(),
                                    std::string(row.text("why")) };
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                     m_bases.emplace(headerKey(name), basis);
             });
    readRows("import_styles", { "suffix", "unit", "energy" }, tableRows(tables, "import_styles"),
             damages, [this](const Row& row) {
                 m_styles.push_back({ std::string(row.requiredText("suffix")),
                                      std::string(row.text("unit")),
                                      std::string(row.text("energy")) });
             });
    // "_per_100g" before "_100g".
    std::stable_sort(m_styles.begin(), m_styles.end(), [](const Style& one, const Style& other) {
        return one.suffix.size() > other.suffix.size();
    });
    readRows("import_words", { "names" }, tableRows(tables, "import_words"), damages,
             [this](const Row& row) {
                 if (row.id() == "serving")
                     m_servingName = row.requiredText("names");
                 else
                     for (const std::string_view name : split(row.requiredText("names"), ";"))
                         m_words.emplace(fold(name), row.id());
             });
    readRows("import_limits", { "typical", "low", "high", "most", "energy", "needed" },
             tableRows(tables, "import_limits"), damages, [this](const Row& row) {
                 if (!m_data->nutrients.findTag(row.id()))
                     throw BadRow("id", "\"" + row.id() + "\" is no nutrient");
                 m_limits.emplace(
                     row.id(),
                     ImportLimit{ row.requiredNumber("typical"), row.requiredNumber("low"),
                                  row.requiredNumber("high"), row.requiredNumber("most"),
                                  row.number("energy").value_or(0), !row.text("needed").empty() });
             });
    readRows(
        "import_thresholds", { "value" }, tableRows(tables, "import_thresholds"), damages,
        [this](const Row& row) { m_thresholds.emplace(row.id(), row.requiredNumber("value")); });
    readRows("import_headers", { "column", "names", "factor", "why", "whole", "language" },
             tableRows(tables, "import_headers"), damages,
             [this](const Row& row) { readHeaderRow(row); });
    addNutrients(tableRows(tables, "nutrient_names"));
}

void ImportRules::readHeaderRow(const Row& row)
{
    const std::string_view column = row.text("column");
    if (column.empty()
            ? row.text("why").empty()
            : column != qualifierColumn
                  && std::find(m_columns.begin(), m_columns.end(), column) == m_columns.end())
        throw BadRow("column", "\"" + std::string(column) + "\" is no column");
    Meaning meaning{ std::string(column),
                     std::string(row.text("why")),
                     std::string(row.text("language")),
                     row.number("factor").value_or(1),
                     0,
                     false };
    auto& names = row.text("whole").empty() ? m_meanings : m_wholes;
    for (const std::string_view name : split(row.requiredText("names"), ";"))
    {
        const auto [place, isNew] = names.emplace(headerKey(name), meaning);
        ++meaning.rank;
        if (!isNew && place->second.column != column)
            throw BadRow("names",
                         "\"" + std::string(name) + "\" is " + place->second.column + " already");
    }
}

void ImportRules::addNutrients(const std::vector<Row>& names)
{
    const NutrientTable& nutrients = m_data->nutrients;
    const auto isLeftToThePerson = [this](const std::string& tag) {
        const auto found = m_meanings.find(headerKey(tag));
        return found != m_meanings.end() && !found->second.why.empty();
    };
    for (NutrientIndex i = 0; i < nutrients.size(); ++i)
        if (const std::string& tag = nutrients[i].tag; !isLeftToThePerson(tag))
        {
            const bool isWord = !nutrients[i].block.empty() && tag.size() <= fewLetters;
            m_nutrients.emplace(tag, Meaning{ tag, {}, {}, 1, 0, false });
            m_meanings.emplace(headerKey(tag), Meaning{ tag, {}, {}, 1, 0, isWord });
        }
    for (const Row& row : names)
        if (nutrients.findTag(row.id()) && !isLeftToThePerson(row.id()))
            for (const auto& [language, name] : row.fields())
                if (language != "note")
                    m_meanings.emplace(headerKey(name), Meaning{ row.id(), {}, {}, 1, 0, false });
}

const ImportRules::Meaning* ImportRules::meaning(const Words& words, std::size_t from,
                                                 std::size_t to) const
{
    const auto found = m_meanings.find(joinWords(words, from, to));
    if (found != m_meanings.end())
        return &found->second;
    // English names as registry/nutrients.csv has them.
    std::string name;
    for (std::size_t i = from; i < to; ++i)
        name += (name.empty() ? "" : " ") + words[i];
    const auto nutrient = m_data->nutrients.find(name);
    const auto known =
        nutrient ? m_nutrients.find(m_data->nutrients[*nutrient].tag) : m_nutrients.end();
    return known == m_nutrients.end() ? nullptr : &known->second;
}

const ImportRules::Unit* ImportRules::unit(std::string_view name) const
{
    const auto found = m_unitNames.find(headerKey(name));
    return found == m_unitNames.end() ? nullptr : &m_units[found->second];
}

const ImportRules::Unit* ImportRules::styleUnit(std::string_view header,
                                                std::string_view column) const
{
    const auto style = std::find_if(m_styles.begin(), m_styles.end(), [&](const Style& each) {
        return header.ends_with(each.suffix);
    });
    if (style == m_styles.end() || style->unit.empty())
        return nullptr;
    return unit(factor(style->unit, column) ? style->unit : style->energy);
}

std::string ImportRules::ownUnit(std::string_view column) const
{
    if (column == servingColumn)
        return "g";
    const auto nutrient = m_data->nutrients.findTag(column);
    return nutrient ? m_data->nutrients[*nutrient].unit : std::string();
}

std::vector<std::string> ImportRules::units(std::string_view column) const
{
    std::vector<std::string> names;
    if (const std::string own = ownUnit(column); !own.empty())
        names.push_back(own);
    for (const Unit& each : m_units)
        if (!names.empty() && each.name != names.front() && factor(each.name, column))
            names.push_back(each.name);
    return names;
}

std::optional<double> ImportRules::factor(std::string_view name, std::string_view column) const
{
    const std::string own = ownUnit(column);
    if (!own.empty() && name == own)
        return 1;
    const Unit* const from = unit(name);
    const Unit* const to = unit(own);
    if (!from || !to || from->quantity != to->quantity)
        return std::nullopt;
    if (!from->nutrients.empty()
        && std::find(from->nutrients.begin(), from->nutrients.end(), column)
               == from->nutrients.end())
        return std::nullopt;
    return from->factor / to->factor;
}

std::optional<double> ImportRules::most(std::string_view column) const
{
    if (column == servingColumn)
        return std::nullopt;
    const auto most = mostPer100g(ownUnit(column));
    const ImportLimit* const known = limit(column);
    // No mass bounds energy: what burns best does.
    return most || !known ? most : std::optional(known->most);
}

const ImportLimit* ImportRules::limit(std::string_view column) const
{
    const auto found = m_limits.find(std::string(column));
    return found == m_limits.end() ? nullptr : &found->second;
}

double ImportRules::threshold(const char* id) const
{
    const auto found = m_thresholds.find(std::string(id));
    if (found == m_thresholds.end())
        throw BadRow("import_thresholds", std::string("lacks ") + id);
    return found->second;
}

std::optional<std::string> ImportRules::findUnit(std::string_view name) const
{
    const Unit* const found = unit(name);
    return found ? std::optional(found->name) : std::nullopt;
}

std::optional<double> ImportRules::findBasis(std::string_view text) const
{
    const auto found = m_bases.find(headerKey(text));
    if (found == m_bases.end() || found->second.serving)
        return std::nullopt;
    return found->second.why.empty() ? found->second.factor : 0;
}

bool ImportRules::arePortions(std::string_view text) const
{
    try
    {
        readOwnPortions(text, m_data->units);
        return true;
    }
    catch (const BadRow&)
    {
        return false;
    }
}

std::optional<double> ImportRules::grams(std::string_view text) const
{
    for (const std::string_view part : { text, lastBrackets(text) })
    {
        const auto quantity = parseQuantity(part);
        if (!quantity || quantity->unit.empty())
            continue;
        if (const auto unit = m_data->units.grams(quantity->unit))
            return quantity->number * *unit;
    }
    return std::nullopt;
}

std::optional<std::string> ImportRules::findWord(std::string_view word) const
{
    const auto found = m_words.find(fold(word));
    return found == m_words.end() ? std::nullopt : std::optional(found->second);
}

} // namespace quartet
