/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the arguments of our calls mean, call by call.

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"
#include "portable/rewriting.hxx"
#include "workbook/utf8.hxx"

namespace quartet
{

using css::sheet::FormulaToken;
using css::uno::Any;

Tokens Rewriting::single(const Tokens& argument, const Place& from, bool array) const
{
    if (array || argument.size() != 1)
        return argument;
    const auto area = areaOf(argument.front(), from);
    if (!area || area->isCell() || area->first.sheet < 0)
        return argument;
    const bool inRows =
        area->columns() == 1 && from.row >= area->first.row && from.row <= area->last.row;
    const bool inColumns =
        area->rows() == 1 && from.column >= area->first.column && from.column <= area->last.column;
    if (!inRows && !inColumns)
        throw NoNativeForm();
    auto cell = movableReference({ area->first.sheet, inRows ? area->first.column : from.column,
                                   inRows ? from.row : area->first.row },
                                 inRows ? std::optional(from.row) : std::nullopt);
    return { m_grammar.reference(cell) };
}

Part Rewriting::partOf(const OurCall& call, std::size_t argument, const Place& from, bool array)
{
    if (argument >= call.arguments.size())
        return {};
    const Tokens& original = call.arguments[argument];
    return { original, rewritten(original, from, array) };
}

Part Rewriting::singlePart(const OurCall& call, std::size_t argument, const Place& from, bool array)
{
    if (argument >= call.arguments.size())
        return {};
    const Tokens original = single(call.arguments[argument], from, array);
    return { original, rewritten(original, from, array) };
}

std::optional<Area> Rewriting::areaArgument(const Part& part, const Place& from) const
{
    if (part.original.size() != 1)
        return std::nullopt;
    auto area = areaOf(part.original.front(), from);
    if (area && area->first.sheet < 0)
        return std::nullopt;
    return area;
}

std::string Rewriting::word(const OurCall& call, std::size_t argument, const Place& from,
                            Said& said)
{
    const Part part = singlePart(call, argument, from, false);
    if (part.empty())
        return {};
    const Any now = m_data.present(part, from);
    if (!m_grammar.constant(part.original))
        said.emplace_back(part, now);
    rtl::OUString text;
    if (!(now >>= text))
    {
        double number = 0;
        if ((now >>= number) && number == 0)
            return {};
        throw NoNativeForm();
    }
    return std::string(trim(toUtf8(text)));
}

FormulaToken Rewriting::whileSame(const FormulaToken& token, const Said& said, const Place& from)
{
    return said.empty() ? token : m_data.whileSame(said, token, from);
}

std::string Rewriting::tagOf(const std::string& nutrient) const
{
    const auto& nutrients = m_standards->data->nutrients;
    const auto index = nutrients.find(nutrient);
    if (!index)
        throw NoNativeForm();
    return nutrients[*index].tag;
}

std::string Rewriting::formTag(const std::string& form) const
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

FormulaToken Rewriting::food(const OurCall& call, const std::string& method, const Place& from,
                             bool array)
{
    Said said;
    FoodFigure figure = FoodFigure::Value;
    std::string nutrient;
    const bool source = method == "nutrientsource";
    if (method == "k2mcg")
        nutrient = formTag(word(call, 2, from, said));
    else if (method == "foodgrams")
        figure = FoodFigure::Weight;
    else
        nutrient = tagOf(word(call, source ? 1 : 2, from, said));
    if (source)
        figure = FoodFigure::Source;
    const Part amount = source ? Part() : partOf(call, 1, from, array);
    if (!source && amount.empty())
        throw NoNativeForm();
    const Part food = singlePart(call, 0, from, array);
    if (food.empty())
        throw NoNativeForm();
    const auto area = areaArgument(food, from);
    if (area && !area->isCell())
    {
        const auto amounts = areaArgument(amount, from);
        if (area->columns() != 1 || (amounts && !amounts->isCell()) || !said.empty())
            throw NoNativeForm();
        return m_data.foods(figure, nutrient, *area, amount, from);
    }
    return whileSame(m_data.food(figure, nutrient, food, amount, from), said, from);
}

FormulaToken Rewriting::total(const OurCall& call, const std::string& method, const Place& from)
{
    Said said;
    const std::string nutrient = tagOf(word(call, 2, from, said));
    const std::string mode = fold(word(call, 3, from, said));
    if (!mode.empty() && mode != "known" && mode != "strict")
        throw NoNativeForm();
    const Part foodPart = partOf(call, 0, from, true);
    const Part amountPart = partOf(call, 1, from, true);
    auto foods = areaArgument(foodPart, from);
    auto amounts = areaArgument(amountPart, from);
    if (foods && amounts)
    {
        if (foods->rows() != amounts->rows() || foods->columns() != amounts->columns())
            throw NoNativeForm();
        if (foods->rows() > used(*foods).rows() && foods->first.row == amounts->first.row)
        {
            foods->last.row = std::max(used(*foods).last.row, used(*amounts).last.row);
            amounts->last.row = foods->last.row;
        }
        return whileSame(method == "nutrientsum"
                             ? m_data.sum(nutrient, mode == "strict", *foods, *amounts)
                             : m_data.coverage(nutrient, *foods, *amounts),
                         said, from);
    }
    if (foods || amounts || method != "nutrientsum" || !m_grammar.constant(foodPart.original)
        || !m_grammar.constant(amountPart.original))
        throw NoNativeForm();
    return whileSame(m_data.sum(nutrient, mode == "strict", foodPart, amountPart, from), said,
                     from);
}

FormulaToken Rewriting::missing(const OurCall& call, const Place& from)
{
    Said said;
    const std::string nutrient = tagOf(word(call, 1, from, said));
    const auto foods = areaArgument(partOf(call, 0, from, true), from);
    if (!foods)
        throw NoNativeForm();
    constexpr sal_Int32 most = 2000;
    const Area area = used(*foods);
    if (area.rows() * area.columns() > most)
        throw NoNativeForm();
    return whileSame(m_data.missing(nutrient, area), said, from);
}

FormulaToken Rewriting::converted(const OurCall& call, const FormulaToken& name, const Place& from,
                                  bool array)
{
    const PortableMethod* const method = findPortable(call.method);
    if (!method)
        throw NoNativeForm();
    switch (method->kind)
    {
        case Portable::Food:
            return food(call, std::string(method->name), from, array);
        case Portable::Range:
            return total(call, std::string(method->name), from);
        case Portable::Missing:
            return missing(call, from);
        case Portable::List:
        {
            const Tokens whole = m_grammar.call(name, call.arguments);
            return m_data.list({ whole, whole }, from);
        }
        case Portable::Kept:
            throw NoNativeForm();
        case Portable::Sentence:
            if (m_site)
                m_site->sentences.insert(std::string(method->name));
            break;
        case Portable::Native:
        case Portable::Fixed:
            break;
    }
    std::vector<Part> arguments;
    const bool none = call.arguments.size() == 1 && call.arguments.front().empty();
    for (std::size_t i = 0; i < call.arguments.size() && !none; ++i)
    {
        arguments.push_back(singlePart(call, i, from, array));
        const auto area = areaArgument(arguments.back(), from);
        if (area && !area->isCell())
            throw NoNativeForm();
    }
    return m_data.call(*method, name, arguments, from);
}

} // namespace quartet
