/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The native formulas for all other calls.

#include "nutrition/fold.hxx"
#include "portable/data_sheet.hxx"
#include "portable/data_sheet_layout.hxx"
#include "portable/native_text.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>

#include <algorithm>

namespace quartet
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

std::string same(const std::string& cell, const std::string& was, const Any& value)
{
    double number = 0;
    if (value >>= number)
        return "IF(ISNUMBER(" + cell + ");ROUND(" + cell + "-" + was + ";6)=0;FALSE())";
    return "IF(" + cell + "=0;\"\";" + cell + ")=" + was;
}

} // namespace

void NutritionSheet::writeCalls()
{
    setText(m_callColumn, headerRow, m_words.text("portable.call"));
    for (sal_Int32 i = 0; i < m_inputs; ++i)
    {
        setText(m_callColumn + 1 + i, headerRow, m_words.text("portable.argument"));
        setText(m_callColumn + 1 + m_inputs + i, headerRow, m_words.text("portable.was"));
    }
    setText(m_callColumn + 1 + 2 * m_inputs, headerRow, m_words.text("portable.value"));
    setText(m_callColumn + 1 + 2 * m_inputs + 1 + figuresOfACall, headerRow,
            m_words.text("portable.result"));
    for (const Block& block : m_blocks)
        for (const auto& [base, row] : block.place)
            if (!block.aggregate.empty())
                writeAggregate(block, row);
            else if (block.method || !block.same.empty())
                writeCall(block, base, row);
}

void NutritionSheet::writeCall(const Block& block, sal_Int32 base, sal_Int32 row)
{
    const sal_Int32 firstInput = m_callColumn + 1;
    const sal_Int32 firstWas = firstInput + m_inputs;
    const sal_Int32 value = firstWas + m_inputs;
    const sal_Int32 firstFigure = value + 1;
    const sal_Int32 result = firstFigure + figuresOfACall;
    const Place from{ 0, 0, base };

    const auto input = [&](std::size_t i) { return firstInput + static_cast<sal_Int32>(i); };
    const auto read = [&](sal_Int32 column) {
        return Reference<css::sheet::XCellRangeData>(range(column, row, column, row),
                                                     UNO_QUERY_THROW)
            ->getDataArray()
            .getConstArray()[0]
            .getConstArray()[0];
    };
    std::vector<Any> inputs;
    for (std::size_t i = 0; i < block.inputs.size(); ++i)
        inputs.push_back(read(input(i)));

    std::string guard;
    const auto hold = [&](std::size_t i, const Any& was) {
        setValue(firstWas + static_cast<sal_Int32>(i), row, was, 0);
        guard += (guard.empty() ? "" : ";")
                 + same(cellName(input(i), row),
                        cellName(firstWas + static_cast<sal_Int32>(i), row), was);
    };
    const auto rewrite = [&](std::size_t i) {
        const Place place{ m_index, input(i), row };
        Reference<css::sheet::XFormulaTokens>(cell(place.column, row), UNO_QUERY_THROW)
            ->setTokens(toSequence(placed(resolved(block.inputs[i].rewritten, from), place, base)));
    };
    if (!block.method)
    {
        for (std::size_t i = 0; i < block.inputs.size(); ++i)
        {
            rewrite(i);
            hold(i, block.same[i]);
        }
        // What stands while they hold.
        const Place place{ m_index, value, row };
        Reference<css::sheet::XFormulaTokens>(cell(value, row), UNO_QUERY_THROW)
            ->setTokens(toSequence(placed(resolved({ block.then }, from), place, base)));
        return setFormula(result, row, "IF(AND(" + guard + ");" + cellName(value, row) + ";NA())");
    }

    const PortableMethod& method = *block.method;
    setText(m_callColumn, row, std::string(method.name));
    std::vector<PortableArgument> arguments;
    for (std::size_t i = 0; i < block.inputOf.size(); ++i)
    {
        const Role role = i < method.roles.size() ? static_cast<Role>(method.roles[i]) : Role::Word;
        PortableArgument argument{ role, !block.written[i].empty(), {}, {} };
        const std::size_t at = block.inputOf[i];
        if (at == none)
        {
            argument.present = block.constants[i];
            double number = 0;
            rtl::OUString text;
            if (argument.present >>= number)
                argument.formula = digits(number);
            else if (argument.present >>= text)
                argument.formula = inQuotes(toUtf8(text));
        }
        else
        {
            argument.present = inputs[at];
            argument.formula = cellName(input(at), row);
            const bool leftOut = isLeftOut(role);
            if (leftOut)
                cell(input(at), row)->setFormula("");
            else
                rewrite(at);
            const bool watched =
                role == Role::Word || isAboutPerson(role) || method.kind == Portable::Sentence;
            if (watched && !leftOut)
                hold(at, comparable(inputs[at]));
        }
        rtl::OUString medicine;
        if (role == Role::Medicines && isLeftOut(role) && (argument.present >>= medicine)
            && !medicine.trim().isEmpty())
            m_medicineRows.push_back(row);
        arguments.push_back(std::move(argument));
    }

    std::string native;
    if (method.kind == Portable::Native)
    {
        PortableCall counting{ *m_standards, m_words, arguments };
        method.formula(counting);
        PortableCall call{ *m_standards, m_words, arguments };
        const auto most = std::min<std::size_t>(counting.figures.size(), figuresOfACall);
        for (std::size_t i = 0; i < counting.figures.size(); ++i)
            call.figureCells.push_back(i < most
                                           ? cellName(firstFigure + static_cast<sal_Int32>(i), row)
                                           : digits(counting.figures[i].value));
        native = method.formula(call);
        for (std::size_t i = 0; i < most; ++i)
        {
            cell(firstFigure + static_cast<sal_Int32>(i), row)->setValue(counting.figures[i].value);
            m_citations.insert(counting.figures[i].label + ": " + counting.figures[i].source);
        }
    }
    else
    {
        const sal_Int32 error = cell(value, row)->getError();
        const Any now = read(value);
        cell(value, row)->setFormula("");
        setValue(value, row, now, error);
        native = cellName(value, row);
    }
    const std::string otherwise = method.kind == Portable::Sentence
                                      ? inQuotes(m_words.text("portable.stale"))
                                      : std::string("NA()");
    setFormula(result, row,
               guard.empty() ? native : "IF(AND(" + guard + ");" + native + ";" + otherwise + ")");
}

bool NutritionSheet::isLeftOut(Role role) const
{
    return role == Role::Medicines ? !m_choices.withMedicines
                                   : isAboutPerson(role) && !m_choices.withPerson;
}

void NutritionSheet::leaveOutMedicines()
{
    for (const sal_Int32 row : m_medicineRows)
        setText(m_callColumn + 1 + 2 * m_inputs, row, m_words.text("portable.leftOut"));
}

} // namespace quartet
