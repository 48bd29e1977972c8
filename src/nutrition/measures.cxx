/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/measures.hxx"

#include "nutrition/amount.hxx"
#include "nutrition/amount_tokens.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"

#include <algorithm>
#include <array>
#include <limits>

namespace quartet
{

namespace
{

template <std::size_t size>
WordKind readKind(const Row& row,
                  const std::array<std::pair<std::string_view, WordKind>, size>& kinds)
{
    const std::string_view name = row.requiredText("kind");
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [name](const auto& each) { return each.first == name; });
    if (found == kinds.end())
        throw BadRow("kind", "\"" + std::string(name) + "\" is no kind");
    return found->second;
}

constexpr std::array measureKinds{ std::pair(std::string_view("mass"), WordKind::Mass),
                                   std::pair(std::string_view("volume"), WordKind::Volume),
                                   std::pair(std::string_view("portion"), WordKind::Portion),
                                   std::pair(std::string_view("piece"), WordKind::Piece),
                                   std::pair(std::string_view("size"), WordKind::Size) };

constexpr std::array numberKinds{ std::pair(std::string_view("number"), WordKind::Number),
                                  std::pair(std::string_view("article"), WordKind::Article),
                                  std::pair(std::string_view("part"), WordKind::Part),
                                  std::pair(std::string_view("plus"), WordKind::Plus),
                                  std::pair(std::string_view("times"), WordKind::Times),
                                  std::pair(std::string_view("of"), WordKind::Of),
                                  std::pair(std::string_view("ignored"), WordKind::Ignored),
                                  std::pair(std::string_view("range"), WordKind::Range) };

} // namespace

Measures::Measures(const std::vector<Row>& measures, const std::vector<Row>& numbers,
                   std::vector<Damage>& damages)
{
    std::vector<std::string_view> columns{ "kind", "ml", "portions" };
    columns.insert(columns.end(), languageIds().begin(), languageIds().end());
    readRows("measures", columns, measures, damages, [this](const Row& row) {
        Measure measure{ row.id(), readKind(row, measureKinds), row.number("ml"), {} };
        if (measure.ml.has_value() != (measure.kind == WordKind::Volume))
            throw BadRow("ml", "stands with a volume and with nothing else");
        for (const std::string_view portion : split(row.text("portions"), ";"))
            measure.portions.push_back(amountWord(portion));
        const Measure& kept = m_measures.emplace_back(std::move(measure));
        for (const std::string& language : languageIds())
        {
            const auto words = split(row.text(language), ";");
            for (const std::string_view word : words)
                add(word, { kept.kind, 0, &kept });
            if (kept.kind == WordKind::Mass || kept.kind == WordKind::Volume)
                m_units[language].insert(m_units[language].end(), words.begin(), words.end());
            if (!words.empty() && !kept.portions.empty())
                m_names.emplace(std::pair(language, kept.portions.front()), words.front());
        }
    });
    readRows("numbers", { "kind", "value", "words" }, numbers, damages,
             [this](const Row& row) { readNumber(row); });
}

void Measures::readNumber(const Row& row)
{
    if (row.requiredText("kind") == "limit")
    {
        m_limits.emplace(row.id(), row.requiredNumber("value"));
        return;
    }
    const auto words = split(row.requiredText("words"), ";");
    constexpr std::array leftOutKinds{ std::pair(std::string_view("before"), LeftOut::Before),
                                       std::pair(std::string_view("anywhere"), LeftOut::Anywhere),
                                       std::pair(std::string_view("fresh"), LeftOut::Fresh) };
    for (const auto& [kind, place] : leftOutKinds)
        if (row.text("kind") == kind)
        {
            for (const std::string_view word : words)
                m_leftOut.emplace(key(word), place);
            return;
        }
    if (row.text("kind") == "preserved")
    {
        for (const std::string_view word : words)
            m_preserved.insert(fold(word));
        return;
    }
    const WordKind kind = readKind(row, numberKinds);
    const double value = row.number("value").value_or(0);
    for (const std::string_view word : words)
        add(word, { kind, value });
}

double Measures::limit(std::string_view id) const
{
    const auto found = m_limits.find(id);
    return found == m_limits.end() ? std::numeric_limits<double>::infinity() : found->second;
}

void Measures::add(std::string_view word, WordMeaning meaning)
{
    auto& meanings = m_words[key(word)];
    const bool known =
        std::any_of(meanings.begin(), meanings.end(), [&meaning](const WordMeaning& each) {
            return each.kind == meaning.kind && each.measure == meaning.measure
                   && each.value == meaning.value;
        });
    if (!known)
        meanings.push_back(meaning);
}

/// A word as it is looked up.
std::string Measures::key(std::string_view word)
{
    std::string key = amountWord(word);
    if (key.empty())
        throw BadRow({}, "\"" + std::string(word) + "\" is no word");
    m_longest = std::max(m_longest, split(key, " ").size());
    return key;
}

const std::vector<WordMeaning>& Measures::find(const std::string& words) const
{
    static const std::vector<WordMeaning> none;
    const auto found = m_words.find(words);
    if (found != m_words.end())
        return found->second;
    for (const std::string& one : singulars(words))
        if (const auto singular = m_words.find(one); singular != m_words.end())
            // Only measures have an English plural: "seconds" is no second.
            return singular->second.front().measure ? singular->second : none;
    return none;
}

LeftOut Measures::leftOut(const std::string& words) const
{
    const auto found = m_leftOut.find(words);
    return found == m_leftOut.end() ? LeftOut::Never : found->second;
}

bool Measures::isPreserved(std::string_view word) const { return m_preserved.contains(word); }

const std::vector<std::string>& Measures::unitsIn(std::string_view language) const
{
    static const std::vector<std::string> none;
    const auto found = m_units.find(language);
    return found == m_units.end() ? none : found->second;
}

std::string Measures::portionName(const std::string& portion, std::string_view language) const
{
    const auto found = m_names.find(std::pair(std::string(language), amountWord(portion)));
    return found == m_names.end() ? portion : found->second;
}

} // namespace quartet
