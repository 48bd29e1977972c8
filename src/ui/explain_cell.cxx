/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/explain_cell.hxx"

#include "ui/cursor.hxx"
#include "ui/explanation.hxx"
#include "ui/function_texts.hxx"
#include "workbook/formula.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"
#include "workbook/workbook_foods.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>
#include <org/quartet/Nutrition.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::table::XCell;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// What a call was given as one of its parameters; nothing where it wasn't.
css::uno::Any given(const FunctionCall& call, ParameterRole role)
{
    for (const CallArgument& argument : call.arguments)
    {
        if (argument.role != role || !argument.present || argument.present->contents.size() != 1)
            continue;
        const CellContent& content = argument.present->contents.front();
        if (const double* const number = std::get_if<double>(&content))
            return css::uno::Any(*number);
        const std::string& text = std::get<std::string>(content);
        // A blank cell arrives as 0.
        return argument.present->referred && text.empty() ? css::uno::Any(0.0)
                                                          : css::uno::Any(fromUtf8(text));
    }
    return {};
}

/// Whose target it is: of some nutrients one standard's, whichever is asked for.
css::uno::Any standardOf(const Reference<XComponentContext>& context, const rtl::OUString& nutrient,
                         const css::uno::Any& asked)
{
    const auto standards = Registry::shared(context)->standards();
    const auto index = standards->data->nutrients.find(toUtf8(nutrient));
    const std::string_view standard = index ? standards->balance.standardOf(*index) : "";
    return standard.empty() ? asked : css::uno::Any(fromUtf8(standard));
}

/// As INTAKE_SOURCE says for the same person; empty for a call without target.
std::string targetSource(const Reference<XComponentContext>& context, const FunctionCall& call)
{
    const Explained explained = call.function.explained;
    if (explained != Explained::Target && explained != Explained::BalanceTarget)
        return {};
    // An error is no person left out.
    if (std::any_of(call.arguments.begin(), call.arguments.end(), [](const CallArgument& argument) {
            return argument.present && !argument.present->error.empty();
        }))
        return {};
    rtl::OUString nutrient;
    given(call, ParameterRole::Nutrient) >>= nutrient;
    css::uno::Any age = given(call, ParameterRole::Age);
    css::uno::Any standard = given(call, ParameterRole::Standard);
    if (explained == Explained::BalanceTarget)
    {
        if (age == css::uno::Any(0.0))
            age.clear();
        standard = standardOf(context, nutrient, standard);
    }
    rtl::OUString source;
    org::quartet::Nutrition::create(context)->intakeSource(
        nutrient, age, given(call, ParameterRole::Sex), given(call, ParameterRole::Stage), standard,
        given(call, ParameterRole::Kind),
        css::uno::Any(fromUtf8(officeWords(context).language()))) >>= source;
    return toUtf8(source);
}

FunctionCall described(const Reference<XComponentContext>& context, const CalcFunction& function,
                       const Formula& formula, const OurCall& tokens)
{
    const FunctionTexts texts = functionTexts(context, function);
    FunctionCall call{ function, texts.description, {}, {}, {} };
    for (std::size_t i = 0; i < function.parameters.size(); ++i)
    {
        CallArgument argument{ function.parameters[i].role, texts.parameters[i].label,
                               texts.parameters[i].description, std::nullopt };
        if (i < tokens.arguments.size() && !tokens.arguments[i].empty())
            argument.present = formula.present(tokens.arguments[i]);
        call.arguments.push_back(std::move(argument));
    }
    call.target = targetSource(context, call);
    if (!formula.isOneCall())
        call.result = formula.present(tokens);
    return call;
}

/// The formula as the person reads it in the input line.
std::string localFormula(const Reference<XCell>& cell)
{
    rtl::OUString formula;
    Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("FormulaLocal") >>=
        formula;
    return toUtf8(formula);
}

std::string shown(const Reference<XCell>& cell)
{
    return toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
}

} // namespace

std::string explainCellAtCursor(const Reference<XComponentContext>& context,
                                const Reference<css::frame::XController>& controller)
{
    const Words& words = officeWords(context);
    const auto cursor = findCursor(controller);
    if (!cursor)
        return words.text("explain.noCell");
    const auto cell = cursor->sheet->getCellByPosition(cursor->column, cursor->row);
    if (cell->getType() != css::table::CellContentType_FORMULA)
        return words.text("explain.noFormula");
    const Formula formula(
        context,
        Reference<css::sheet::XSpreadsheetDocument>(controller->getModel(), UNO_QUERY_THROW), cell);
    const auto calls = formula.calls();
    if (calls.empty())
        return words.text("explain.notOurs");

    auto foods = Workbooks::shared(context)->foods(
        Reference<css::beans::XPropertySet>(controller->getModel(), UNO_QUERY_THROW));
    const auto published = [&context](const std::string& food) {
        return Registry::shared(context)->k2Figures()->of(food);
    };
    std::string text = explainResult(words, localFormula(cell), shown(cell), cell->getError());
    for (const OurCall& call : calls)
        if (const CalcFunction* const function = findCalcFunction(call.method))
            text += "\n\n"
                    + explainCall(words, foods, described(context, *function, formula, call),
                                  published);
    return text + "\n\n" + words.text("explain.data", { { "version", foods.data().version } });
}

} // namespace quartet
