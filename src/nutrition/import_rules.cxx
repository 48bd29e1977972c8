/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/import_rules.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/food.hxx"
#include "nutrition/own_foods.hxx"

#include <algorithm>
#include <array>
#include <tuple>

namespace quartet
{

namespace
{

constexpr std::array<std::string_view, 5> textColumns{ "Name", "Aliases", "Group", "Portions",
                                                       "Source" };
/// What a word that changes nothing has in place of a column.
constexpr std::string_view qualifier = "*";

/// A header of more words is a sentence.
constexpr std::size_t mostTokens = 16;

enum class Script
{
    None,
    Digits,
    Letters,
    Ideographs ///< and all that is written without spaces
};

/// The sign that a text begins with and its bytes.
std::pair<Script, std::size_t> firstSign(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte >= '0' && byte <= '9')
        return { Script::Digits, 1 };
    if (byte >= 'a' && byte <= 'z')
        return { Script::Letters, 1 };
    if (byte < 0x80)
        return { Script::None, 1 };
    // Punctuation of U+2000 and of U+3000; from there on no spaces.
    const std::size_t bytes = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    const bool punctuation = text.starts_with("\xE2\x80") || text.starts_with("\xE2\x81")
                             || text.starts_with("\xE3\x80");
    const Script letters = byte >= 0xE3 ? Script::Ideographs : Script::Letters;
    return { punctuation ? Script::None : letters, std::min(bytes, text.size()) };
}

/** The words of a folded text: "vitamin d3 (µg/100g)" gives "vitamin", "d3",
    "µg", "100", "g". "%" is a word. */
std::vector<std::string> tokenise(const std::string& folded)
{
    std::vector<std::string> tokens;
    Script last = Script::None;
    for (std::string_view rest = folded; !rest.empty();)
    {
        const auto [script, bytes] = firstSign(rest);
        const bool continues =
            last != Script::None
            && (script == last || (script == Script::Digits && last == Script::Letters));
        if (rest.front() == '%')
            tokens.emplace_back("%");
        else if (script != Script::None && continues)
            tokens.back() += rest.substr(0, bytes);
        else if (script != Script::None)
            tokens.emplace_back(rest.substr(0, bytes));
        // "d3" is one word and stays one: "d3x" doesn't begin with a number.
        last = script == Script::Digits && continues ? last : script;
        rest.remove_prefix(bytes);
    }
    return tokens;
}

std::string join(const std::vector<std::string>& tokens, std::size_t from, std::size_t to)
{
    std::string key;
    for (std::size_t i = from; i < to; ++i)
        key += tokens[i];
    return key;
}

/// By what names are compared: without spaces and punctuation.
std::string keyOf(std::string_view name)
{
    const auto tokens = tokenise(fold(name));
    return join(tokens, 0, tokens.size());
}

} // namespace

ImportRules::ImportRules(const Tables& tables, std::shared_ptr<const Data> data,
                         std::vector<Damage>& damages)
    : m_data(std::move(data))
    , m_columns(textColumns.begin(), textColumns.end())
{
    for (NutrientIndex i = 0; i < m_data->nutrients.coreSize(); ++i)
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
                     m_unitNames.emplace(keyOf(name), m_units.size());
                 m_units.push_back(std::move(unit));
             });
    readRows("import_bases", { "factor", "serving", "why", "names" },
             tableRows(tables, "import_bases"), damages, [this](const Row& row) {
                 const Basis basis{ row.number("factor").value_or(1), !row.text("serving").empty(),
                                    std::string(row.text("why")) };
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                     m_bases.emplace(keyOf(name), basis);
             });
    readRows("import_words", { "names" }, tableRows(tables, "import_words"), damages,
             [this](const Row& row) {
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                     m_words.emplace(fold(name), row.id());
             });
    readRows("import_headers", { "column", "names", "factor", "why" },
             tableRows(tables, "import_headers"), damages, [this](const Row& row) {
                 const std::string_view column = row.text("column");
                 if (column.empty() ? row.text("why").empty()
                                    : column != qualifier
                                          && std::find(m_columns.begin(), m_columns.end(), column)
                                                 == m_columns.end())
                     throw BadRow("column", "\"" + std::string(column) + "\" is no column");
                 Meaning meaning{ std::string(column), std::string(row.text("why")),
                                  row.number("factor").value_or(1), 0 };
                 for (const std::string_view name : split(row.requiredText("names"), ";"))
                 {
                     const auto [place, isNew] = m_meanings.emplace(keyOf(name), meaning);
                     ++meaning.rank;
                     if (!isNew && (place->second.column != column))
                         throw BadRow("names", "\"" + std::string(name) + "\" is "
                                                   + place->second.column + " already");
                 }
             });
    for (NutrientIndex i = 0; i < m_data->nutrients.coreSize(); ++i)
    {
        const Nutrient& nutrient = m_data->nutrients[i];
        for (const std::string& name : { nutrient.tag, nutrient.name })
            m_meanings.emplace(keyOf(name), Meaning{ nutrient.tag, {}, 1, 0 });
    }
}

ColumnMapping ImportRules::read(std::string_view header) const
{
    return readHeader(header).mapping;
}

std::vector<ColumnMapping> ImportRules::read(const std::vector<std::string>& headers) const
{
    std::vector<Reading> readings;
    readings.reserve(headers.size());
    for (const std::string& header : headers)
        readings.push_back(readHeader(header));
    const bool hasServing = std::any_of(readings.begin(), readings.end(), [](const Reading& each) {
        return each.mapping.column == servingColumn;
    });

    const auto worth = [this](const Reading& reading) {
        const ColumnMapping& mapping = reading.mapping;
        return std::tuple(mapping.perServing, mapping.factor != 1,
                          mapping.unit != ownUnit(mapping.column), reading.rank);
    };
    boost::unordered_flat_map<std::string, std::size_t> best; // by column
    for (std::size_t i = 0; i < readings.size(); ++i)
    {
        ColumnMapping& mapping = readings[i].mapping;
        if (mapping.perServing && !hasServing)
        {
            mapping.column.clear();
            mapping.why = "serving";
        }
        if (mapping.column.empty())
            continue;
        const auto [place, isNew] = best.emplace(mapping.column, i);
        if (!isNew && worth(readings[i]) < worth(readings[place->second]))
            place->second = i;
    }
    std::vector<ColumnMapping> mappings;
    for (std::size_t i = 0; i < readings.size(); ++i)
    {
        ColumnMapping& mapping = mappings.emplace_back(std::move(readings[i].mapping));
        if (!mapping.column.empty() && best.at(mapping.column) != i)
        {
            mapping.column.clear();
            mapping.why = "taken";
        }
    }
    return mappings;
}

ColumnMapping ImportRules::assign(const std::string& header, const std::string& column) const
{
    ColumnMapping read = readHeader(header).mapping;
    if (read.column == column)
        return read;
    Tokens tokens = tokenise(fold(withoutSuperscripts(header)));
    const Basis* const basis = takeBasis(tokens);
    const Unit* const unit = takeUnit(tokens);
    ColumnMapping mapping{ header, column, ownUnit(column), 1, false, {} };
    if (mapping.unit.empty())
        return mapping;
    if (unit && factor(unit->name, column))
        mapping.unit = unit->name;
    if (basis && basis->why.empty())
    {
        mapping.factor = basis->factor;
        mapping.perServing = basis->serving;
    }
    return mapping;
}

ImportRules::Reading ImportRules::readHeader(std::string_view header) const
{
    Tokens tokens = tokenise(fold(withoutSuperscripts(header)));
    if (tokens.empty() || tokens.size() > mostTokens)
        return { { std::string(header), {}, {}, 1, false, "unknown" }, 0 };

    // A name of two words that are also a unit or a basis: "serving size".
    const auto whole = m_meanings.find(join(tokens, 0, tokens.size()));
    if (whole != m_meanings.end())
        return finish(header, whole->second, unit(whole->first), nullptr);
    Tokens named = tokens;
    if (const Unit* const unit = takeUnit(named))
    {
        const auto found = m_meanings.find(join(named, 0, named.size()));
        if (found != m_meanings.end())
            return finish(header, found->second, unit, nullptr);
    }
    const Basis* const basis = takeBasis(tokens);
    const Unit* unit = takeUnit(tokens);
    // "Energy, kilocalories (kcal)", but not "Energy kJ/kcal".
    for (Tokens fewer = tokens; const Unit* const other = unit ? takeUnit(fewer) : nullptr;)
    {
        if (other != unit && other->quantity == "energy")
            return { { std::string(header), {}, {}, 1, false, "unit" }, 0 };
        if (other != unit)
            break;
        tokens = fewer;
    }
    if (!unit)
        unit = this->unit(join(tokens, 0, tokens.size())); // "kJ/100 g"
    const auto meaning = together(tokens, 0, nullptr);
    if (!meaning)
        return { { std::string(header),
                   {},
                   {},
                   1,
                   false,
                   basis && !basis->why.empty() ? basis->why : "unknown" },
                 0 };
    return finish(header, *meaning, unit, basis);
}

ImportRules::Reading ImportRules::finish(std::string_view header, const Meaning& meaning,
                                         const Unit* unit, const Basis* basis) const
{
    Reading reading{
        { std::string(header), meaning.column, {}, meaning.factor, false, meaning.why },
        meaning.rank
    };
    ColumnMapping& mapping = reading.mapping;
    const std::string own = ownUnit(mapping.column);
    if (!own.empty())
    {
        mapping.unit = unit ? unit->name : own;
        mapping.factor *= basis ? basis->factor : 1;
        mapping.perServing = basis && basis->serving;
        if (basis && !basis->why.empty())
            mapping.why = basis->why;
        else if (!factor(mapping.unit, mapping.column))
            mapping.why = "unit";
    }
    else if (mapping.column == qualifier)
    {
        mapping.why = "unknown";
    }
    if (!mapping.why.empty())
        mapping = { mapping.header, {}, {}, 1, false, mapping.why };
    return reading;
}

std::optional<ImportRules::Meaning> ImportRules::together(const Tokens& tokens, std::size_t from,
                                                          const Meaning* before) const
{
    if (from == tokens.size())
        return before ? std::optional(*before) : std::nullopt;
    for (std::size_t to = tokens.size(); to > from; --to)
    {
        const auto found = m_meanings.find(join(tokens, from, to));
        if (found == m_meanings.end())
            continue;
        const Meaning& meaning = found->second;
        const bool adds = meaning.column != qualifier;
        if (adds && before && (before->column != meaning.column || before->why != meaning.why))
            continue;
        if (auto all = together(tokens, to, adds && !before ? &meaning : before))
            return all;
    }
    return std::nullopt;
}

const ImportRules::Basis* ImportRules::takeBasis(Tokens& tokens) const
{
    for (std::size_t length = tokens.size(); length > 0; --length)
        for (std::size_t from = tokens.size() - length + 1; from-- > 0;)
        {
            const auto found = m_bases.find(join(tokens, from, from + length));
            if (found == m_bases.end())
                continue;
            const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(from);
            tokens.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
            return &found->second;
        }
    return nullptr;
}

const ImportRules::Unit* ImportRules::takeUnit(Tokens& tokens) const
{
    constexpr std::size_t longest = 3; // "U. I." and the like
    for (std::size_t length = std::min(longest, tokens.size()); length > 0; --length)
    {
        const auto found = m_unitNames.find(join(tokens, tokens.size() - length, tokens.size()));
        if (found == m_unitNames.end() || length == tokens.size())
            continue;
        tokens.resize(tokens.size() - length);
        return &m_units[found->second];
    }
    return nullptr;
}

const ImportRules::Unit* ImportRules::unit(std::string_view name) const
{
    const auto found = m_unitNames.find(keyOf(name));
    return found == m_unitNames.end() ? nullptr : &m_units[found->second];
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
    return column == servingColumn ? std::nullopt : mostPer100g(ownUnit(column));
}

std::optional<std::string> ImportRules::findUnit(std::string_view name) const
{
    const Unit* const found = unit(name);
    return found ? std::optional(found->name) : std::nullopt;
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

std::optional<std::string> ImportRules::findWord(std::string_view word) const
{
    const auto found = m_words.find(fold(word));
    return found == m_words.end() ? std::nullopt : std::optional(found->second);
}

} // namespace quartet
