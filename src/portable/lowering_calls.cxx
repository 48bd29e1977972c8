/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a call of ours has become, and what that depends on.

#include "nutrition/default_standards.hxx"
#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "nutrition/language.hxx"
#include "portable/limits.hxx"
#include "portable/lowering.hxx"
#include "workbook/arguments.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/ReferenceFlags.hpp>

#include <algorithm>

namespace quartet
{

using css::uno::Any;

namespace
{

/// Excel takes no longer text in a formula.
constexpr std::size_t longestText = 250;

bool any(Role) { return true; }
bool isWord(Role role) { return role == Role::Word || isAboutPerson(role); }
bool isMedicine(Role role) { return role == Role::Medicines; }

/// As a guard compares it: nothing and zero are the same.
bool isNothing(const Any& value)
{
    double number = 0;
    rtl::OUString text;
    return !value.hasValue() || ((value >>= number) && number == 0)
           || ((value >>= text) && text.isEmpty());
}

} // namespace

std::string Lowering::spelled(const Call& call, std::size_t argument) const
{
    const auto& constant = call.arguments[argument].constant;
    double number = 0;
    rtl::OUString text;
    if (constant && (*constant >>= number))
        return digits(number);
    if (constant && (*constant >>= text))
        return inQuotes(toUtf8(text));
    return argumentMark(argument);
}

Any Lowering::present(const Call& call, std::size_t argument) const
{
    if (!call.isGiven(argument))
        return {};
    const Tokens& tokens = call.arguments[argument].original;
    if (const auto constant = m_grammar.constant(tokens))
        return *constant;
    m_readValues = true;
    const auto area = tokens.size() == 1 ? areaOf(tokens.front(), call.from) : std::nullopt;
    const Shown shown =
        area && area->isCell() && area->first.sheet >= 0
            ? m_cells.shown(area->first)
            : m_sheet.present(movable(m_grammar, tokens, call.from, call.from.row), call.from.row);
    if (shown.error)
        throw NoNativeForm();
    return shown.value;
}

bool Lowering::isOfWhatIsLeftOut(const Call& call) const
{
    try
    {
        for (std::size_t i = 0; i < call.arguments.size(); ++i)
            if (call.arguments[i].leftOut && call.isGiven(i) && !isNothing(present(call, i)))
                return true;
        return false;
    }
    catch (const NoNativeForm&)
    {
        return true; // an error, and so the answer is one
    }
}

std::string Lowering::word(const Call& call, std::size_t argument) const
{
    const Any now = present(call, argument);
    rtl::OUString text;
    if (!(now >>= text) && !isNothing(now))
        throw NoNativeForm();
    return std::string(trim(toUtf8(text)));
}

std::optional<Area> Lowering::area(const Call& call, std::size_t argument) const
{
    const Tokens& tokens = call.arguments[argument].original;
    if (tokens.size() != 1)
        return std::nullopt;
    auto area = areaOf(tokens.front(), call.from);
    return area && area->first.sheet >= 0 ? area : std::nullopt;
}

std::string Lowering::tag(const std::string& nutrient) const
{
    const auto& nutrients = m_standards->data->nutrients;
    const auto index = nutrients.find(nutrient);
    if (!index)
        throw NoNativeForm();
    return nutrients[*index].tag;
}

std::string Lowering::formTag(const std::string& form) const
{
    const auto& nutrients = m_standards->data->nutrients;
    const Menaquinones& k2 = nutrients.k2();
    const auto parsed = form.empty() ? K2Form::All : parseK2Form(form);
    if (!parsed)
        throw NoNativeForm();
    switch (*parsed)
    {
        case K2Form::MK4:
            return nutrients[k2.mk4].tag;
        case K2Form::MK7:
            return nutrients[k2.mk7].tag;
        case K2Form::Other:
            return nutrients[k2.other].tag;
        case K2Form::Known:
            return knownK2;
        case K2Form::Estimate:
        case K2Form::Low:
        case K2Form::High:
            // A copy's data sheet holds figures, and an estimate is none.
            throw NoNativeForm();
        case K2Form::All:
            break;
    }
    return nutrients[k2.total].tag;
}

Amount Lowering::amountKind(const Call& call, std::size_t argument) const
{
    const Argument& amount = call.arguments[argument];
    // A call of ours gives a number, and stands there too often in a formula for texts.
    if (m_grammar.holdsOurs(amount.original) && !call.array)
    {
        double number = 0;
        if (present(call, argument) >>= number)
            return Amount::WorkedOut;
    }
    return m_numbersOnly ? Amount::Number : Amount::Any;
}

std::string Lowering::food(Call& call)
{
    const std::string_view method = call.method->name;
    if (!call.isGiven(0))
        throw NoNativeForm();
    // What the copy's tables say of figures is English.
    if (method == "nutrientsource" && parseLanguage(word(call, 2)).value_or("en") != "en")
        throw NoNativeForm();
    if (method == "nutrientsource")
        return m_forms.text(FoodColumn::Source, tag(word(call, 1)), spelled(call, 0));
    if (method == "nutrientgrade")
        return m_forms.text(FoodColumn::Grade, tag(word(call, 1)), spelled(call, 0));
    if (method == "foodname")
    {
        const auto language = languageArgument(present(call, 1));
        if (!language)
            throw NoNativeForm();
        return m_forms.text(FoodColumn::Name, *language, spelled(call, 0));
    }
    if (!call.isGiven(1))
        throw NoNativeForm();
    const Amount kind = amountKind(call, 1);
    if (method == "foodgrams")
        return m_forms.grams(spelled(call, 0), spelled(call, 1), kind);
    const std::string nutrient = method == "k2mcg" ? formTag(word(call, 2)) : tag(word(call, 2));
    return m_forms.value(nutrient, spelled(call, 0), spelled(call, 1), kind);
}

std::string Lowering::total(Call& call)
{
    if (!m_forms.canSum() || !call.isGiven(1))
        throw NoNativeForm();
    const std::string nutrient = tag(word(call, 2));
    const std::string mode = fold(word(call, 3));
    const bool isSum = call.method->name == "nutrientsum";
    if (!mode.empty() && mode != (isSum ? "known" : "grams") && !(isSum && mode == "strict"))
        throw NoNativeForm();
    const auto foods = area(call, 0);
    const auto amounts = area(call, 1);
    if (!foods && !amounts && call.arguments[0].constant && call.arguments[1].constant && isSum)
        return m_forms.value(nutrient, spelled(call, 0), spelled(call, 1), Amount::Any);
    if (!foods || !amounts || foods->rows() != amounts->rows()
        || foods->columns() != amounts->columns())
        throw NoNativeForm();
    std::string whole;
    const Area usedFoods = m_cells.used(*foods);
    if (usedFoods.rows() < foods->rows())
    {
        // Whole columns are long: as far as they are used, and nothing beyond.
        const sal_Int32 rows = std::max(usedFoods.rows(), m_cells.used(*amounts).rows());
        for (std::size_t i = 0; i < 2; ++i)
        {
            Argument all = call.arguments[i];
            css::sheet::ComplexReference range;
            call.arguments[i].lowered.front().Data >>= range;
            range.Reference2.Flags = range.Reference1.Flags;
            range.Reference2.Row = range.Reference1.Row + rows - 1;
            range.Reference2.RelativeRow = range.Reference1.RelativeRow + rows - 1;
            range.Reference2.Flags &= ~css::sheet::ReferenceFlags::SHEET_3D;
            call.arguments[i].lowered.front().Data <<= range;
            call.arguments.push_back(std::move(all));
            whole += (i ? "+" : "") + std::string("COUNTA(")
                     + argumentMark(call.arguments.size() - 1) + ")-COUNTA(" + argumentMark(i)
                     + ")";
        }
    }
    m_needsArray = true;
    const std::string total =
        isSum ? m_forms.sum(nutrient, mode == "strict", argumentMark(0), argumentMark(1))
              : m_forms.coverage(nutrient, argumentMark(0), argumentMark(1));
    return whole.empty() ? total : "IF(" + whole + ">0;NA();" + total + ")";
}

std::string Lowering::list(Call& call)
{
    const std::string holds = same(call, any);
    // COUNTA counts the error that would stand for it.
    if (!holds.empty() && !call.alone)
        throw NoNativeForm();
    m_readValues = true;
    const Tokens whole = m_grammar.call(call.name, call.call.arguments);
    const Tokens moved = movable(m_grammar, whole, call.from, call.from.row);
    const auto count = [&](const char* function) {
        const Tokens counting =
            parsed(std::string(function) + "(" + argumentMark(0) + ")", { moved });
        double counted = 0;
        m_sheet.present(counting, call.from.row).value >>= counted;
        return static_cast<sal_Int32>(counted);
    };
    const Shown first = m_sheet.present(moved, call.from.row);
    if (first.error)
        return whileSame(holds, errorFormula(first.error), notAvailableFormula);
    const auto now = m_sheet.presentList(moved, call.from.row, count("ROWS"), count("COLUMNS"));
    ValueBlock block{ label(call), {} };
    for (const auto& row : now)
    {
        block.rows.emplace_back();
        for (const Shown& each : row)
            block.rows.back().push_back(each.error ? DataValue(std::string()) : dataOf(each.value));
    }
    std::string key = "list " + block.label;
    const std::size_t rows = block.rows.size();
    return whileSame(holds, table(m_tables.block(key, rows, [&] { return block; })),
                     notAvailableFormula);
}

std::string Lowering::native(Call& call)
{
    switch (call.method->kind)
    {
        case Portable::Food:
            return whileSame(same(call, isWord), food(call), refused);
        case Portable::Range:
            return whileSame(same(call, isWord), total(call), refused);
        case Portable::List:
            return list(call);
        case Portable::Native:
        {
            std::vector<PortableArgument> arguments;
            for (std::size_t i = 0; i < call.arguments.size(); ++i)
            {
                const Argument& argument = call.arguments[i];
                const bool usesValue = isWord(argument.role);
                arguments.push_back({ argument.role, argument.given(),
                                      usesValue ? present(call, i) : Any(),
                                      argument.given() && !argument.leftOut ? spelled(call, i)
                                                                            : std::string("0") });
            }
            PortableCall native{ *m_standards, m_words, m_tables, arguments };
            return whileSame(same(call, isWord), call.method->formula(native), refused);
        }
        case Portable::Kept:
            throw NoNativeForm();
        case Portable::Fixed:
        case Portable::Missing:
        case Portable::Sentence:
            break;
    }
    return held(call);
}

std::string Lowering::held(Call& call)
{
    if (call.method->kind == Portable::List)
        return list(call);
    if (isOfWhatIsLeftOut(call))
        return notAvailableFormula;
    // What is said of a medicine alone is unknown for another one.
    const std::string& roles = call.method->roles;
    const bool ofMedicine = roles.find(static_cast<char>(Role::Medicines)) != std::string::npos
                            && roles.find(static_cast<char>(Role::Number)) == std::string::npos;
    const bool sentence = (call.method->kind == Portable::Sentence && !ofMedicine)
                          || call.method->kind == Portable::Missing;
    // #N/A would say that nothing is known or set.
    std::string otherwise = call.method->kind == Portable::Fixed ? refused : notAvailableFormula;
    if (sentence)
        otherwise = inQuotes(m_words.text("portable.stale"));
    if (const std::string said = caution(call); !said.empty())
        otherwise = whileSame(same(call, isMedicine), literal(said) + "&\" \"&" + otherwise,
                              notAvailableFormula);
    return whileSame(same(call, any), value(call), otherwise);
}

std::string Lowering::caution(const Call& call) const
{
    constexpr std::size_t firstOfPerson = 4;
    if (call.method->name != "balancecheck")
        return {};
    for (std::size_t i = firstOfPerson; i < call.arguments.size(); ++i)
    {
        rtl::OUString medicines;
        if (call.arguments[i].role != Role::Medicines || call.arguments[i].leftOut
            || !(present(call, i) >>= medicines))
            continue;
        // Of a day of which nothing is known a medicine alone can give one.
        const std::string language = parseLanguage(word(call, i + 1)).value_or("en");
        const auto said =
            m_standards->balance.check({}, {}, defaultIntakeStandard, toUtf8(medicines), language);
        const std::string mark = "\n";
        const std::string frame =
            m_standards->texts.text("balance.caution", { { "items", mark } }, language);
        const auto items = frame.find(mark);
        if (!said || !said->starts_with(frame.substr(0, items)))
            return {};
        const std::string stop = frame.substr(items + mark.size());
        const auto end = said->find(stop + " ");
        return end == std::string::npos ? *said : said->substr(0, end + stop.size());
    }
    return {};
}

std::string Lowering::label(const Call& call) const
{
    std::string label(call.method->shownName);
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
    {
        const Argument& argument = call.arguments[i];
        rtl::OUString text;
        double number = 0;
        const auto of = argument.given() ? area(call, i) : std::nullopt;
        if (!argument.given() || argument.leftOut || (of && !of->isCell()))
            continue;
        const Any now = call.array && !of ? Any() : present(call, i);
        if ((now >>= text) && !text.isEmpty())
            label += " " + toUtf8(text);
        else if ((now >>= number) && number != 0)
            label += " " + formatNumber(number, 4);
    }
    return label;
}

std::string Lowering::value(const Call& call) const
{
    for (std::size_t i = 0; i < call.arguments.size() && call.array; ++i)
        if (const auto of = area(call, i); of && !of->isCell())
            throw NoNativeForm();
    m_readValues = true;
    const Tokens whole = m_grammar.call(call.name, call.call.arguments);
    const Shown now =
        m_sheet.present(movable(m_grammar, whole, call.from, call.from.row), call.from.row);
    if (now.error)
        return errorFormula(now.error);
    return table(m_tables.figure({ label(call), dataOf(now.value), {} }));
}

// What it depends on

std::string Lowering::same(const Call& call, std::size_t argument)
{
    m_readValues = true;
    const std::string cell = argumentMark(argument);
    const auto of = area(call, argument);
    if (of && !of->isCell())
    {
        const Area used = m_cells.used(*of);
        if (used.rows() > longestBlock)
            throw NoNativeForm();
        const auto make = [&] {
            ValueBlock block{
                m_words.text("portable.was", { { "cells", m_cells.name(used.first) } }), {}
            };
            const auto values = m_cells.shown(used);
            auto value = values.begin();
            for (sal_Int32 row = 0; row < used.rows(); ++row)
            {
                block.rows.emplace_back();
                for (sal_Int32 column = 0; column < used.columns(); ++column)
                {
                    if (value->error)
                        throw NoNativeForm();
                    block.rows.back().push_back(dataOf((value++)->value));
                }
            }
            return block;
        };
        const std::string key =
            "was " + std::to_string(used.first.sheet) + "." + std::to_string(used.first.column)
            + "." + std::to_string(used.first.row) + "-" + std::to_string(used.last.column);
        const std::string was =
            table(m_tables.block(key, static_cast<std::size_t>(used.rows()), make));
        if (used.rows() < of->rows())
            throw NoNativeForm();
        return "SUMPRODUCT(--(" + cell + "<>" + was + "))=0";
    }
    const Any now = present(call, argument);
    double number = 0;
    rtl::OUString text;
    if (isNothing(now))
        return "OR(" + cell + "=\"\";" + cell + "=0)";
    if (now >>= number)
        return "IF(ISNUMBER(" + cell + ");ROUND(" + cell + "-" + digits(number) + ";9)=0;FALSE())";
    now >>= text;
    return cell + "=" + literal(toUtf8(text));
}

std::string Lowering::literal(const std::string& text)
{
    return text.size() < longestText
               ? inQuotes(text)
               : table(m_tables.figure({ m_words.text("portable.text"), text, {} }));
}

std::string Lowering::same(const Call& call, Watched watched)
{
    std::string all;
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
    {
        const Argument& argument = call.arguments[i];
        if (!argument.given() || argument.constant || argument.leftOut || !watched(argument.role))
            continue;
        const auto of = area(call, i);
        if (call.array && !(of && of->isCell()))
            throw NoNativeForm();
        all += (all.empty() ? "" : ";") + same(call, i);
    }
    return all;
}

std::string Lowering::whileSame(const std::string& same, const std::string& then,
                                const std::string& otherwise)
{
    return same.empty() ? then : "IF(AND(" + same + ");" + then + ";" + otherwise + ")";
}

} // namespace quartet
