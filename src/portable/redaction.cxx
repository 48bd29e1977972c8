/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/redaction.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/person.hxx"
#include "portable/leaning.hxx"
#include "portable/safe_file.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Redaction::Redaction(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
                     const Words& words, const PortableChoices& choices, PrivateData data,
                     sal_Int32 dataSheet)
    : m_cells(cells)
    , m_grammar(grammar)
    , m_names(names)
    , m_words(words)
    , m_choices(choices)
    , m_data(std::move(data))
    , m_dataSheet(dataSheet)
    , m_leftOutText(words.text("portable.leftOut"))
{
}

std::set<Place> Redaction::findAboutMedicines(const std::set<Place>& restless)
{
    std::set<Place> about = m_data.medicineSites;
    if (!m_data.anyMedicine)
        return about;
    // With none, with one that changes much, and with others.
    static constexpr std::array<const char*, 4> instead{ "", "warfarin", "levothyroxine",
                                                         "digoxin" };
    std::map<Place, rtl::OUString> before;
    for (const auto& [place, role] : m_data.cells)
        if (role == Role::Medicines && !m_cells.cell(place)->getFormula().startsWith("{"))
            before[place] = m_cells.cell(place)->getFormula();
    const Values now = m_cells.formulas();
    for (const char* const medicine : instead)
    {
        bool first = true;
        for (const auto& [place, formula] : before)
        {
            m_cells.setText(place, first ? medicine : "");
            first = false;
        }
        m_cells.recalculate();
        for (const auto& [place, value] : m_cells.formulas())
            if (const auto was = now.find(place);
                was != now.end() && !was->second.agrees(value) && !restless.contains(place))
                about.insert(place);
    }
    for (const auto& [place, formula] : before)
        if (formula.startsWith("=") && now.contains(place))
            m_cells.cell(place)->setFormula(formula);
        else
            m_cells.setText(place, toUtf8(formula));
    m_cells.recalculate();
    return about;
}

std::vector<Any> Redaction::others(Role role, const Shown& now) const
{
    double number = 0;
    if (now.value >>= number)
        return { Any(number + 1), Any(number * 1.5 + 13), Any(number * 0.4 + 0.3) };
    rtl::OUString text;
    now.value >>= text;
    const std::string word = toUtf8(text);
    std::vector<Any> words;
    const auto add = [&](const std::string& other) {
        if (fold(other) != fold(word))
            words.emplace_back(fromUtf8(other));
    };
    if (role == Role::Sex && parseSex(word))
        add(*parseSex(word) == Sex::Female ? "M" : "F");
    if (role == Role::Stage)
        for (const char* const stage : { "pregnant", "lactating", "pregnant 1" })
            add(stage);
    if (words.empty() && !word.empty())
        add("?");
    return words;
}

bool Redaction::disguise(std::size_t round, const std::set<Place>& aboutMedicines) const
{
    bool any = false;
    for (const auto& [place, role] : m_data.cells)
    {
        const Shown now = m_cells.shown(place);
        const auto values = others(role, now);
        if (round >= values.size())
            continue;
        m_cells.set(place, { 0, values[round] });
        any = true;
    }
    for (const Place& place : aboutMedicines)
        if (!m_data.cells.contains(place))
            m_cells.setText(place, std::string(round + 1, '?'));
    if (!m_data.names.empty())
        disguiseNames(round);
    return any || !aboutMedicines.empty() || !m_data.names.empty();
}

void Redaction::disguiseNames(std::size_t round) const
{
    for (const NameId& id : m_data.names)
    {
        Tokens tokens = m_names.all().at(id).tokens;
        for (FormulaToken& token : tokens)
        {
            double number = 0;
            rtl::OUString text;
            if (!m_grammar.constant({ token }))
                continue;
            if (token.Data >>= number)
                token.Data <<= number * (1 + static_cast<double>(round)) + 1;
            else if (token.Data >>= text)
                token.Data <<= text + "?";
        }
        m_names.all().at(id).set(tokens);
    }
}

std::set<Place> Redaction::findDependent(const Values& shown, const std::set<Place>& aboutMedicines)
{
    std::set<Place> dependent;
    std::map<Place, Shown> before;
    std::set<Place> all = aboutMedicines;
    for (const auto& [place, role] : m_data.cells)
        all.insert(place);
    for (const Place& place : all)
    {
        // Nothing changes a part of an array formula.
        const Area array = m_cells.arrayAround(place);
        const auto values = m_cells.shown(array);
        auto value = values.begin();
        for (sal_Int32 row = array.first.row; row <= array.last.row; ++row)
            for (sal_Int32 column = array.first.column; column <= array.last.column; ++column)
                before[{ array.first.sheet, column, row }] = *value++;
    }
    m_cells.set(before);
    constexpr std::size_t rounds = 4;
    for (std::size_t round = 0; round < rounds; ++round)
    {
        if (!disguise(round, aboutMedicines))
            break;
        m_cells.recalculate();
        for (const auto& [place, value] : m_cells.formulas())
            if (const auto was = shown.find(place);
                was != shown.end() && !was->second.agrees(value) && !m_restless.contains(place))
                dependent.insert(place);
        m_cells.set(before);
        for (const NameId& id : m_data.names)
            m_names.all().at(id).set(m_names.all().at(id).tokens);
    }
    m_cells.recalculate();
    return dependent;
}

std::set<Place> Redaction::findLeaning() const
{
    std::set<Place> leaning;
    m_cells.forEachFormula([&](const Place& place) {
        const Tokens tokens = m_cells.tokens(place);
        const bool leans = std::any_of(tokens.begin(), tokens.end(), [&](const FormulaToken& each) {
            return m_grammar.isName(each) && m_data.names.contains(Names::idOf(each));
        });
        const std::vector<Area> areas = m_grammar.areas(m_names.spelled(tokens), place);
        if (leans || std::any_of(areas.begin(), areas.end(), [this](const Area& area) {
                return holdsOneOf(area, m_data.cells, [](const auto& cell) { return cell.first; })
                       || holdsOneOf(area, m_leftOut);
            }))
            leaning.insert(place);
    });
    return leaning;
}

void Redaction::freeze(const std::set<Place>& places, const Values& shown)
{
    Values values;
    for (const Place& place : places)
    {
        const Area area = m_cells.arrayAround(place);
        for (sal_Int32 row = area.first.row; row <= area.last.row; ++row)
            for (sal_Int32 column = area.first.column; column <= area.last.column; ++column)
            {
                const Place each{ area.first.sheet, column, row };
                const auto value = shown.find(each);
                m_frozen.insert(each);
                if (value == shown.end())
                    m_leftOut.insert(each);
                values[each] =
                    value == shown.end() ? Shown{ 0, Any(fromUtf8(m_leftOutText)) } : value->second;
            }
    }
    m_cells.set(values);
}

void Redaction::empty()
{
    std::set<Place> all;
    std::set<Place> filled;
    for (const auto& [place, role] : m_data.cells)
    {
        all.insert(place);
        if (m_cells.cell(place)->getType() != css::table::CellContentType_EMPTY)
            filled.insert(place);
    }
    m_cells.empty(all);
    for (const Place& place : all)
    {
        // What helps to fill it in may say what stood there.
        const Reference<css::beans::XPropertySet> cell(m_cells.cell(place), UNO_QUERY_THROW);
        const Any value = cell->getPropertyValue("Validation");
        const Reference<css::beans::XPropertySet> validity(value, UNO_QUERY_THROW);
        css::sheet::ValidationType type = css::sheet::ValidationType_ANY;
        bool shows = false;
        validity->getPropertyValue("Type") >>= type;
        validity->getPropertyValue("ShowInputMessage") >>= shows;
        if (type == css::sheet::ValidationType_ANY && !shows)
            continue;
        validity->setPropertyValue("Type", Any(css::sheet::ValidationType_ANY));
        for (const char* const text :
             { "InputTitle", "InputMessage", "ErrorTitle", "ErrorMessage" })
            validity->setPropertyValue(rtl::OUString::createFromAscii(text), Any(rtl::OUString()));
        for (const char* const flag : { "ShowInputMessage", "ShowErrorMessage" })
            validity->setPropertyValue(rtl::OUString::createFromAscii(flag), Any(false));
        cell->setPropertyValue("Validation", value);
    }
    for (const Place& place : filled)
        m_cells.setText(place, m_leftOutText);
}

void Redaction::settle(const Values& shown)
{
    constexpr int passes = 4;
    for (int pass = 0; pass < passes; ++pass)
    {
        m_cells.recalculate();
        std::set<Place> moved;
        for (const auto& [place, value] : m_cells.formulas())
            if (const auto was = shown.find(place); was != shown.end() && !was->second.agrees(value)
                                                    && !m_frozen.contains(place)
                                                    && !m_restless.contains(place))
                moved.insert(place);
        if (moved.empty())
            return;
        freeze(moved, shown);
    }
}

void Redaction::run(const Values& shown, const std::set<Place>& aboutMedicines,
                    std::set<Place> restless)
{
    if (m_data.empty())
        return;
    m_restless = std::move(restless);
    std::set<Place> tell = findDependent(shown, aboutMedicines);
    tell.insert(aboutMedicines.begin(), aboutMedicines.end());
    std::erase_if(tell, [this](const Place& place) {
        return m_data.cells.contains(place) || place.sheet >= m_cells.sheets();
    });
    freeze(tell, {});
    std::set<Place> leaning = findLeaning();
    std::erase_if(leaning, [this](const Place& place) {
        return m_data.cells.contains(place) || m_frozen.contains(place);
    });
    freeze(leaning, shown);
    empty();
    leaveOutNames();
    settle(shown);
    leaveOutPivots();
    leaveOutProperties();
    leaveOutMentions();
}

void Redaction::leaveOutNames() const
{
    const Tokens nothing{ m_grammar.value(Any(rtl::OUString())) };
    for (const NameId& id : m_data.names)
        m_names.all().at(id).set(nothing);
    for (const NameId& id : m_data.medicineNames)
        m_names.all().at(id).set(nothing);
}

std::vector<std::string> Redaction::leftOut() const
{
    std::vector<std::string> cells;
    for (const auto& [place, role] : m_data.cells)
        if (m_cells.cell(place)->getType() != css::table::CellContentType_EMPTY)
            cells.push_back(m_cells.name(place));
    for (const Place& place : m_leftOut)
        if (place.sheet < m_cells.sheets())
            cells.push_back(m_cells.name(place));
    return cells;
}

} // namespace quartet
