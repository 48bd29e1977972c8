/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Portable copies of a long table, step by step.

#include "bench.hxx"
#include "copy_phases.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <rtl/ref.hxx>

#include <array>
#include <iostream>

namespace quartet::bench
{

using css::uno::Any;
using css::uno::Reference;

void measureCopies(const Office& office, const Foods& foods, std::vector<Bar>& bars)
{
    constexpr std::size_t rows = 10'000;
    constexpr double limit = 3;
    constexpr int rounds = 5;
    constexpr std::size_t kinds = 5;
    Rows eaten;
    for (std::size_t row = 0; row < rows; ++row)
        eaten.emplace_back(foods.known[row % kinds].first, 10 + static_cast<double>(row % 90));
    const Spreadsheet spreadsheet(office);
    write(spreadsheet.sheet(), eaten);
    const std::array<const char*, 3> formulas{ "=K2MCG(A1;B1)", "=NUTRIENT(A1;B1;\"CA\")",
                                               "=NUTRIENT(A1;B1;\"MG\")" };
    for (std::size_t i = 0; i < formulas.size(); ++i)
        fill(spreadsheet.sheet(), formulas[i], static_cast<sal_Int32>(rows),
             static_cast<sal_Int32>(i) + 2);
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        css::uno::UNO_QUERY_THROW);
    const TemporaryFolder folder;
    std::cout << "portable copies of " << rows
              << " rows with 3 calls each; seconds of a processor, " << rounds << " copies\n";
    std::vector<std::string> headings{ "" };
    for (const auto& [name, done] : CopyPhases::steps)
        headings.emplace_back(name);
    headings.emplace_back("together");
    Table table(headings);
    for (const char* const ending : { ".ods", ".xlsx" })
    {
        std::array<Measurements, CopyPhases::steps.size()> steps;
        Measurements together;
        for (int i = 0; i < rounds; ++i)
        {
            const rtl::Reference<CopyPhases> phases(new CopyPhases(office));
            const std::vector<css::beans::NamedValue> arguments{
                { "Document", Any(spreadsheet.document()) },
                { "URL", Any(fileUrl(folder.path() / (std::string("copy") + ending))) },
                { "IncludePerson", Any(true) },
                { "IncludeMedicines", Any(true) },
                { "StatusIndicator", Any(Reference<css::task::XStatusIndicator>(phases.get())) }
            };
            job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) });
            phases->end();
            for (std::size_t step = 0; step < steps.size(); ++step)
                steps[step].add(phases->seconds()[step]);
            together.add(phases->total());
        }
        std::vector<std::string> row{ ending };
        for (const Measurements& step : steps)
            row.push_back(number(step.median(), 2));
        row.push_back(number(together.median(), 2));
        table.add(row);
        bars.push_back({ "a portable copy of 10,000 rows, " + std::string(ending),
                         Bar::Kind::AtMost, limit, together, " s" });
    }
    table.print();
}

} // namespace quartet::bench
