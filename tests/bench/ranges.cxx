/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "bench.hxx"

#include "workbook/utf8.hxx"

#include <array>
#include <iostream>

namespace quartet::bench
{

namespace
{

constexpr std::array<std::size_t, 3> sizes{ 10'000, 100'000, 1'000'000 };
constexpr int rounds = 15;
/// SUMPRODUCT(VLOOKUP()) takes ten seconds for a million rows: left out there.
constexpr std::size_t mostForVlookup = 100'000;

/** A formula in a row of a sheet: B calculates anew when A changes, and shows
    the total plus A. */
struct Variant
{
    std::string name;
    std::size_t rows = 0;
    double total = 0;
    std::string formula{};
    sal_Int32 place = 0;
    Measurements times{}; ///< seconds a row of the range
};

/// Takes the time of a row, from as many calculations as make enough rows.
void measure(Workbook& workbook, const Sheet& sheet, Variant& variant)
{
    constexpr std::size_t enough = 100'000;
    const std::size_t calls = std::max<std::size_t>(enough / variant.rows, 1);
    const auto addend = sheet->getCellByPosition(0, variant.place);
    double time = 0;
    for (std::size_t call = 0; call < calls; ++call)
    {
        const double next = addend->getValue() + 1;
        addend->setValue(next);
        time += workbook.calculate();
        expect(sheet->getCellByPosition(1, variant.place), variant.total + next, variant.name);
    }
    variant.times.add(time / static_cast<double>(calls * variant.rows));
}

/// A day's amounts: grams, with a fraction, so that no addition is exact.
double amount(std::size_t row) { return 5.1 + static_cast<double>(row % 397) / 3; }

} // namespace

void measureRanges(Workbook& workbook, const Foods& foods, std::vector<Bar>& bars)
{
    Rows eaten;
    for (std::size_t row = 0; row < sizes.back(); ++row)
        eaten.emplace_back(foods.known[row % foods.known.size()].first, amount(row));
    write(workbook.addSheet("Rows"), eaten);

    std::vector<Variant> variants;
    for (const std::size_t rows : sizes)
    {
        double k2 = 0;
        for (std::size_t row = 0; row < rows; ++row)
            k2 += foods.known[row % foods.known.size()].second * amount(row) / 100;
        const std::string names = "$Rows.$A$1:$A$" + std::to_string(rows);
        const std::string amounts = "$Rows.$B$1:$B$" + std::to_string(rows);
        variants.push_back({ .name = "do-nothing call",
                             .rows = rows,
                             .formula = "NOTHING_RANGE(" + names + ";" + amounts + ";\"VITK2\")" });
        variants.push_back({ .name = "NUTRIENT_SUM",
                             .rows = rows,
                             .total = k2,
                             .formula = "NUTRIENT_SUM(" + names + ";" + amounts + ";\"VITK2\")" });
        if (rows <= mostForVlookup)
            variants.push_back({ .name = "SUMPRODUCT(VLOOKUP())",
                                 .rows = rows,
                                 .total = k2,
                                 .formula = "SUMPRODUCT(VLOOKUP(" + names + ";" + workbook.table()
                                            + ";2;0);" + amounts + ")/100" });
    }

    const Sheet sheet = workbook.addSheet("Totals");
    for (Variant& variant : variants)
    {
        variant.place = static_cast<sal_Int32>(&variant - variants.data());
        sheet->getCellByPosition(1, variant.place)
            ->setFormula(
                fromUtf8("=" + variant.formula + "+A" + std::to_string(variant.place + 1)));
    }
    workbook.calculate();
    // Side by side are those of one size: what a million rows leave behind in
    // the office's memory would slow down the few that come next.
    for (const std::size_t rows : sizes)
        for (int round = 0; round < rounds; ++round)
            for (Variant& variant : variants)
                if (variant.rows == rows)
                    measure(workbook, sheet, variant);

    const auto times = [&](const std::string& name, std::size_t rows) {
        const auto found = std::ranges::find_if(variants, [&](const Variant& variant) {
            return variant.name == name && variant.rows == rows;
        });
        return found == variants.end() ? Measurements() : found->times;
    };
    std::cout << "one call over a range; " << rounds << " rounds\n";
    Table table(
        { "", "rows", "µs a row", "lowest–highest", "× do-nothing", "× faster than VLOOKUP" });
    for (const Variant& variant : variants)
    {
        const Measurements vlookup = times("SUMPRODUCT(VLOOKUP())", variant.rows);
        table.add({ variant.name, std::to_string(variant.rows),
                    number(variant.times.median() * 1e6, 3), range(variant.times, 0, 1, 1e6, 3),
                    number((variant.times / times("do-nothing call", variant.rows)).median(), 2),
                    vlookup.empty() ? "left out" : number((vlookup / variant.times).median(), 1) });
    }
    table.print();

    for (const std::size_t rows : sizes)
        bars.push_back({ "NUTRIENT_SUM beside a do-nothing call, " + std::to_string(rows) + " rows",
                         Bar::Kind::AtMost, 1.5,
                         times("NUTRIENT_SUM", rows) / times("do-nothing call", rows), "×" });
    bars.push_back(
        { "NUTRIENT_SUM faster than SUMPRODUCT(VLOOKUP()), 100000 rows", Bar::Kind::AtLeast, 15,
          times("SUMPRODUCT(VLOOKUP())", 100'000) / times("NUTRIENT_SUM", 100'000), "×" });
    // Linear: a row costs the same, but for the memory that a million rows of
    // arguments fill.
    bars.push_back({ "NUTRIENT_SUM, a row of 1000000 beside one of 100000", Bar::Kind::AtMost, 1.25,
                     times("NUTRIENT_SUM", 1'000'000) / times("NUTRIENT_SUM", 100'000), "×" });
}

} // namespace quartet::bench
