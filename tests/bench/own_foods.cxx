/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a sheet of own foods costs the workbook that has it.

#include "bench.hxx"

#include "labels/own_columns.hxx"
#include "workbook/utf8.hxx"

#include <array>
#include <iostream>

namespace quartet::bench
{

namespace
{

constexpr sal_Int32 rows = 20'000;
constexpr int rounds = 21;
constexpr std::size_t ownCount = 8000;

std::string ownName(std::size_t row) { return "Own food " + std::to_string(row % ownCount); }

double ownK2(std::size_t row) { return static_cast<double>(row % ownCount) + 0.5; }

void addOwnFoods(Workbook& workbook)
{
    const Sheet sheet = workbook.addSheet(std::string(ownFoodsSheet));
    Rows own{ { "Name", 0 } };
    for (std::size_t row = 0; row < ownCount; ++row)
        own.emplace_back(ownName(row), ownK2(row));
    write(sheet, own);
    cell(sheet, "B1")->setFormula("VITK2");
}

struct Variant
{
    std::string name;
    Workbook& workbook;
    Rows eaten;
    Sheet sheet{};
    Measurements times{}; ///< seconds a cell
};

} // namespace

void measureOwnFoods(const Office& office, const Foods& foods)
{
    Workbook without(office, foods);
    Workbook with(office, foods);
    addOwnFoods(with);
    const Sheet first = with.addSheet("First");
    cell(first, "A1")->setFormula(fromUtf8("=K2MCG(\"" + ownName(0) + "\";100)"));
    const double reading = with.calculate();
    Rows known;
    Rows own;
    for (std::size_t row = 0; row < rows; ++row)
    {
        known.push_back(foods.known[row % foods.known.size()]);
        own.emplace_back(ownName(row), ownK2(row));
    }
    std::array<Variant, 3> variants{ { { "shipped foods, no own ones", without, known },
                                       { "own foods", with, own },
                                       { "shipped foods, beside own ones", with, known } } };
    for (Variant& variant : variants)
    {
        variant.sheet = variant.workbook.addSheet("Eaten " + variant.name);
        write(variant.sheet, variant.eaten);
        fill(variant.sheet, "=K2MCG(A1;$Z$1)", rows); // in place of the K2 of 100 g
        variant.workbook.calculate();
    }
    for (int round = 0; round < rounds; ++round)
        for (Variant& variant : variants)
        {
            const double amount = 101 + round;
            cell(variant.sheet, "Z1")->setValue(amount);
            variant.times.add(variant.workbook.calculate() / rows);
            expect(cell(variant.sheet, "B" + std::to_string(rows)),
                   variant.eaten.back().second * amount / 100, variant.name);
        }

    std::cout << "20,000 cells of K2MCG, without and with " << ownCount << " own foods; " << rounds
              << " rounds\n(the first call reads them: " << number(reading * 1e3, 1) << " ms)\n";
    Table table({ "", "µs a cell", "lowest–highest", "× no own ones" });
    for (const Variant& variant : variants)
        table.add({ variant.name, number(variant.times.median() * 1e6, 2),
                    range(variant.times, 0, 1, 1e6, 2),
                    number((variant.times / variants[0].times).median(), 2) });
    table.print();
}

} // namespace quartet::bench
