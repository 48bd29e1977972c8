/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "bench.hxx"

#include "workbook/utf8.hxx"

#include <algorithm>
#include <cctype>
#include <iostream>

namespace quartet::bench
{

namespace
{

constexpr sal_Int32 rows = 20'000;
constexpr int rounds = 21;

struct Variant
{
    std::string name;
    std::string formula; ///< of row 1: the food is in A1, the amount in Z1
    bool echoes = false; ///< shows the amount instead of the food's K2
    bool inCapitals = false;
    /** Calc may remember for each cell what it has looked up until a name in
        the table changes. Without this one does before each round, so that the
        lookups that are compared are made. */
    bool remembers = false;
    Sheet sheet{};
    Measurements times{}; ///< seconds a cell; none where it isn't available
};

/// Where each variant's sheet has the foods for Calc's own functions.
constexpr sal_Int32 tableColumn = 3;

std::string capitals(std::string text)
{
    for (char& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

/** Fills the variant's sheet.
    @returns false where the formula doesn't work here, as a Python function
             without the office's Python */
bool prepare(Workbook& workbook, Variant& variant, const Foods& foods)
{
    Rows column;
    for (std::size_t row = 0; row < rows; ++row)
    {
        const std::string& name = foods.known[row % foods.known.size()].first;
        column.emplace_back(variant.inCapitals ? capitals(name) : name, 0);
    }
    variant.sheet = workbook.addSheet(variant.name);
    write(variant.sheet, column);
    write(variant.sheet, foods.all, tableColumn);
    cell(variant.sheet, "Z1")->setValue(1);
    cell(variant.sheet, "B1")->setFormula(fromUtf8(variant.formula));
    workbook.calculate();
    if (cell(variant.sheet, "B1")->getError())
        return false;
    fill(variant.sheet, variant.formula, rows);
    workbook.calculate();
    return true;
}

/** Lets all cells of the variant calculate for a new amount.
    @returns the seconds it took */
double recalculate(Workbook& workbook, const Variant& variant, double amount, double k2)
{
    cell(variant.sheet, "Z1")->setValue(amount);
    if (!variant.remembers)
    {
        const auto name = variant.sheet->getCellByPosition(tableColumn, 0);
        name->setFormula(name->getFormula());
    }
    const double time = workbook.calculate();
    expect(cell(variant.sheet, "B" + std::to_string(rows)),
           variant.echoes ? amount : k2 * amount / 100, variant.name);
    return time;
}

} // namespace

void measureCells(Workbook& workbook, const Foods& foods, std::vector<Bar>& bars)
{
    const std::string last = std::to_string(foods.all.size());
    const std::string names = "$D$1:$D$" + last;
    const std::string k2 = "$E$1:$E$" + last;
    const std::string vlookup = "=VLOOKUP(A1;$D$1:$E$" + last + ";2;0)*$Z$1/100";
    std::vector<Variant> variants{
        { .name = "do-nothing call", .formula = "=NOTHING_CELL(A1;$Z$1)", .echoes = true },
        { .name = "K2MCG", .formula = "=K2MCG(A1;$Z$1)" },
        { .name = "K2MCG, names in capitals", .formula = "=K2MCG(A1;$Z$1)", .inCapitals = true },
        { .name = "VLOOKUP", .formula = vlookup },
        { .name = "VLOOKUP, may be remembered", .formula = vlookup, .remembers = true },
        { .name = "INDEX and MATCH",
          .formula = "=INDEX(" + k2 + ";MATCH(A1;" + names + ";0))*$Z$1/100" },
        { .name = "SUMIF", .formula = "=SUMIF(" + names + ";A1;" + k2 + ")*$Z$1/100" },
        { .name = "Basic user function", .formula = "=BASIC_K2(A1;$Z$1)" },
        { .name = "Python user function", .formula = "=PYTHON_K2(A1;$Z$1)" },
    };
    std::vector<Variant*> available;
    for (Variant& variant : variants)
        if (prepare(workbook, variant, foods))
            available.push_back(&variant);

    const double lastK2 = foods.known[(rows - 1) % foods.known.size()].second;
    for (int round = 0; round < rounds; ++round)
    {
        for (Variant* const variant : available)
            variant->times.add(recalculate(workbook, *variant, 100 + round, lastK2) / rows);
        // None always follows the same one, which left it the processor's cache.
        std::ranges::reverse(available);
    }

    const Measurements& floor = variants[0].times;
    const Measurements& k2mcg = variants[1].times;
    const Measurements& lookup = variants[3].times;
    std::cout << "20,000 cells, each with one of " << foods.all.size() << " foods; " << rounds
              << " rounds\n";
    Table table({ "", "µs a cell", "lowest–highest", "× do-nothing", "× VLOOKUP" });
    for (const Variant& variant : variants)
    {
        if (variant.times.empty())
        {
            table.add({ variant.name, "not available" });
            continue;
        }
        table.add({ variant.name, number(variant.times.median() * 1e6, 2),
                    range(variant.times, 0, 1, 1e6, 2), number((variant.times / floor).median(), 2),
                    number((variant.times / lookup).median(), 2) });
    }
    table.print();

    bars.push_back(
        { "K2MCG beside a do-nothing call", Bar::Kind::AtMost, 1.2, k2mcg / floor, "×" });
    bars.push_back({ "K2MCG beside VLOOKUP", Bar::Kind::AtMost, 0.9, k2mcg / lookup, "×" });
}

} // namespace quartet::bench
