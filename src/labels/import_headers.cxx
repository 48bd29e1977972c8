/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Of import_rules.hxx the reading of headers.

#include "labels/import_rules.hxx"

#include "labels/import_tokens.hxx"
#include "nutrition/fold.hxx"

#include <algorithm>
#include <tuple>

namespace quartet
{

namespace
{

/// A header of more words is a sentence.
constexpr std::size_t mostWords = 16;

/// The rank of a header whose tagname says something else.
constexpr std::size_t contradicted = 1000;

ColumnMapping leftOut(std::string_view header, std::string why)
{
    return { std::string(header), {}, {}, 1, false, std::move(why) };
}

} // namespace

ColumnMapping ImportRules::read(const ImportHeader& header) const
{
    return readHeader(header).mapping;
}

std::vector<ColumnMapping> ImportRules::read(const std::vector<std::string>& headers,
                                             std::string_view language) const
{
    std::vector<ImportHeader> plain;
    plain.reserve(headers.size());
    for (const std::string& header : headers)
        plain.push_back({ header, {}, {} });
    return read(plain, language);
}

std::vector<ColumnMapping> ImportRules::read(const std::vector<ImportHeader>& headers,
                                             std::string_view language) const
{
    std::vector<Reading> readings;
    readings.reserve(headers.size());
    for (const ImportHeader& header : headers)
        readings.push_back(readHeader(header));
    const bool hasServing = std::any_of(readings.begin(), readings.end(), [](const Reading& each) {
        return each.mapping.column == servingColumn || each.mapping.why == "amount";
    });

    // The office's language, then English and what no language owns, then others.
    const auto foreign = [&](const Reading& reading) {
        if (reading.mapping.unit.empty() && reading.language == language)
            return 0;
        return reading.language.empty() || reading.language == "en" ? 1 : 2;
    };
    const auto worth = [&](const Reading& reading) {
        const ColumnMapping& mapping = reading.mapping;
        return std::tuple(foreign(reading), mapping.perServing, mapping.factor != 1,
                          mapping.unit != ownUnit(mapping.column), reading.rank);
    };
    boost::unordered_flat_map<std::string, std::size_t> best; // by column
    for (std::size_t i = 0; i < readings.size(); ++i)
    {
        ColumnMapping& mapping = readings[i].mapping;
        if (mapping.perServing && !hasServing)
            mapping = leftOut(mapping.header, "serving");
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
        if (mapping.column.empty() || best.at(mapping.column) == i)
            continue;
        const ColumnMapping& other = readings[best.at(mapping.column)].mapping;
        // Figures for one thing don't stand in for those for another.
        const bool sameBasis =
            best.at(mapping.column) < i
                ? mappings[best.at(mapping.column)].perServing == mapping.perServing
                : other.perServing == mapping.perServing;
        if (!mapping.unit.empty() && mapping.column != servingColumn && sameBasis
            && readings[i].rank < contradicted)
            mapping.otherwise = true;
        else
            mapping = leftOut(mapping.header, "taken");
    }
    return mappings;
}

ColumnMapping ImportRules::assign(const ImportHeader& header, const std::string& column) const
{
    ColumnMapping read = readHeader(header).mapping;
    if (read.column == column)
        return read;
    ColumnMapping mapping{ header.text, column, ownUnit(column), 1, false, {} };
    if (mapping.unit.empty())
        return mapping;
    mapping.assumed = true;
    for (const std::string& text : { header.text, header.unit })
    {
        if (isMisread(text))
            continue;
        Words words = headerWords(fold(withoutSuperscripts(text)));
        const Basis* const basis = takeBasis(words);
        const Unit* named = takeUnit(words);
        if (!named && &text != &header.text)
            named = unit(joinWords(words, 0, words.size()));
        if (!named)
            named = styleUnit(text, column);
        if (mapping.assumed && named && factor(named->name, column))
        {
            mapping.unit = named->name;
            mapping.assumed = false;
        }
        if (basis && basis->why.empty())
        {
            mapping.factor = basis->factor;
            mapping.perServing = basis->serving;
            mapping.basisSaid = true;
        }
    }
    return mapping;
}

ImportRules::Reading ImportRules::readHeader(const ImportHeader& header) const
{
    const auto withUnit = [&header](const std::string& text) {
        return header.unit.empty() ? text : text + " (" + header.unit + ")";
    };
    const auto isKnown = [](const Reading& reading) { return reading.mapping.why != "unknown"; };
    Reading reading = readText(header.text);
    if (!header.unit.empty() && (!isKnown(reading) || reading.mapping.assumed))
    {
        Reading precise = readText(withUnit(header.text));
        if (isKnown(precise))
            reading = std::move(precise);
        else if (isKnown(reading))
            reading.mapping = leftOut(header.text, "unit");
    }
    if (!isKnown(reading) && !header.code.empty())
        if (Reading coded = readText(withUnit(header.code)); isKnown(coded))
            reading = std::move(coded);
    if (!isKnown(reading) && isMisread(header.text))
        reading.mapping.why = "encoding";
    // Of two columns of protein the one that its tagname calls so.
    if (!header.code.empty() && isKnown(reading)
        && readText(header.code).mapping.column != reading.mapping.column)
        reading.rank += contradicted;
    reading.mapping.header = header.text;
    return reading;
}

ImportRules::Reading ImportRules::readText(std::string_view header) const
{
    const auto why = [header](const std::string& reason) {
        return Reading{ leftOut(header, reason), {}, 0 };
    };
    Words words = headerWords(fold(withoutSuperscripts(header)));
    if (words.empty() || words.size() > mostWords)
        return why("unknown");
    const std::string all = joinWords(words, 0, words.size());
    const auto role = m_wholes.find(all);
    if (role != m_wholes.end())
        return why(role->second.why);

    // "FIBT (g)" before the tagname FIBTG.
    Words named = words;
    if (const Unit* const unit = takeUnit(named))
    {
        const std::string name = joinWords(named, 0, named.size());
        if (m_wholes.contains(name))
            return why(m_wholes.at(name).why);
        if (const Meaning* const found = meaning(named, 0, named.size()))
            return finish(header, *found, unit, nullptr);
    }
    // A name of two words that are also a unit or a basis: "serving size".
    if (const Meaning* const whole = meaning(words, 0, words.size()))
    {
        // "kJ" says its unit; "MG" is magnesium, whatever its unit.
        const Unit* const said = unit(all);
        return finish(header, *whole, said && said->quantity == "energy" ? said : nullptr, nullptr);
    }
    const Basis* const basis = takeBasis(words);
    const Unit* unit = takeUnit(words);
    // "Energy, kilocalories (kcal)", but not "Energy kJ/kcal".
    for (Words fewer = words; const Unit* const other = unit ? takeUnit(fewer) : nullptr;)
    {
        if (other != unit && other->quantity == "energy")
            return why("unit");
        if (other != unit)
            break;
        words = fewer;
    }
    if (!unit)
        unit = this->unit(joinWords(words, 0, words.size())); // "kJ/100 g"
    const auto meaning = together(words, 0, nullptr);
    if (!meaning)
        return why(basis && !basis->why.empty() ? basis->why : "unknown");
    return finish(header, *meaning, unit, basis);
}

ImportRules::Reading ImportRules::finish(std::string_view header, const Meaning& meaning,
                                         const Unit* unit, const Basis* basis) const
{
    Reading reading{
        { std::string(header), meaning.column, {}, meaning.factor, false, meaning.why },
        meaning.language,
        meaning.rank
    };
    ColumnMapping& mapping = reading.mapping;
    const std::string own = ownUnit(mapping.column);
    if (!own.empty())
    {
        if (!unit)
            unit = styleUnit(header, mapping.column);
        mapping.unit = unit ? unit->name : own;
        // A salt without a unit is no sodium in mg.
        if (!unit && meaning.factor != 1)
            mapping.unit = "g";
        mapping.assumed = !unit;
        mapping.factor *= basis ? basis->factor : 1;
        mapping.perServing = basis && basis->serving;
        mapping.basisSaid = basis != nullptr;
        if (basis && !basis->why.empty())
            mapping.why = basis->why;
        else if (isMisread(header))
            mapping.why = "encoding";
        else if (meaning.needsUnit && !unit)
            mapping.why = "unknown";
        else if (!factor(mapping.unit, mapping.column))
            mapping.why = "unit";
    }
    else if (mapping.column == qualifierColumn)
    {
        mapping.why = "unknown";
    }
    if (!mapping.why.empty())
        mapping = leftOut(header, mapping.why);
    return reading;
}

std::optional<ImportRules::Meaning> ImportRules::together(const Words& words, std::size_t from,
                                                          const Meaning* before) const
{
    if (from == words.size())
        return before ? std::optional(*before) : std::nullopt;
    for (std::size_t to = words.size(); to > from; --to)
    {
        const Meaning* const found = meaning(words, from, to);
        if (!found)
            continue;
        const bool adds = found->column != qualifierColumn;
        if (adds && before && (before->column != found->column || before->why != found->why))
            continue;
        if (auto all = together(words, to, adds && !before ? found : before))
            return all;
    }
    return std::nullopt;
}

const ImportRules::Basis* ImportRules::takeBasis(Words& words) const
{
    for (std::size_t length = words.size(); length > 0; --length)
        for (std::size_t from = words.size() - length + 1; from-- > 0;)
        {
            const auto found = m_bases.find(joinWords(words, from, from + length));
            if (found == m_bases.end())
                continue;
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
            words.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
            return &found->second;
        }
    return nullptr;
}

const ImportRules::Unit* ImportRules::takeUnit(Words& words) const
{
    constexpr std::size_t longest = 3; // "U. I." and the like
    for (std::size_t length = std::min(longest, words.size()); length > 0; --length)
    {
        const auto found = m_unitNames.find(joinWords(words, words.size() - length, words.size()));
        if (found == m_unitNames.end() || length == words.size())
            continue;
        words.resize(words.size() - length);
        return &m_units[found->second];
    }
    return nullptr;
}

} // namespace quartet
