/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What is measured in offices of their own: the first call, and the start.

#include "bench.hxx"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/util/XCloseable.hpp>

#include <array>
#include <iostream>
#include <sched.h>

namespace quartet::bench
{

namespace
{

constexpr int offices = 30;
constexpr int warmUps = 2;
constexpr int starts = 400;

/** While it lives, this program and the offices that it starts share one
    processor: what moving between processors takes hides a hundredth. */
class OneProcessor
{
public:
    OneProcessor()
    {
        sched_getaffinity(0, sizeof m_before, &m_before);
        int last = CPU_SETSIZE - 1;
        while (last > 0 && !CPU_ISSET(last, &m_before))
            --last;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(last, &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    ~OneProcessor() { sched_setaffinity(0, sizeof m_before, &m_before); }
    OneProcessor(const OneProcessor&) = delete;
    OneProcessor& operator=(const OneProcessor&) = delete;

private:
    cpu_set_t m_before{};
};

/// How long it takes to enter a formula and to read what it gives.
double evaluate(Spreadsheet& spreadsheet, const std::string& cell, const std::string& formula)
{
    return seconds([&] {
        spreadsheet.enter(cell, formula);
        spreadsheet.value(cell);
    });
}

/** How long it takes from the command until the window of a new spreadsheet
    waits for a person. A hidden one won't do: until a profile has had a window,
    LibreOffice 7.4 tries out how it draws at each start, for half a second. */
double untilWindow(const Profile& profile)
{
    using css::uno::Reference;
    using css::uno::UNO_QUERY_THROW;
    const auto begin = std::chrono::steady_clock::now();
    const Office office(profile);
    const Reference<css::util::XCloseable> document(
        office.desktop()->loadComponentFromURL("private:factory/scalc", "_blank", 0, {}),
        UNO_QUERY_THROW);
    Reference<css::awt::XToolkitExperimental>(css::awt::Toolkit::create(office.context()),
                                              UNO_QUERY_THROW)
        ->processEventsToIdle();
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    document->close(true);
    return time.count();
}

} // namespace

void measureFirstCall(const Profile& profile, const std::string& food, std::vector<Bar>& bars)
{
    struct Step
    {
        std::string name;
        std::string formula;
        Measurements times;
    };
    // The first add-in call of all pays for Calc's own list of functions: the
    // do-nothing add-in makes it.
    std::array<Step, 7> steps{ {
        { "the document's first formula", "=1+1", {} },
        { "do-nothing, first call", "=NOTHING_CELL(\"" + food + "\";1)", {} },
        { "do-nothing, second call", "=NOTHING_CELL(\"" + food + "\";2)", {} },
        { "K2MCG, first call", "=K2MCG(\"" + food + "\";1)", {} },
        { "K2MCG, second call", "=K2MCG(\"" + food + "\";2)", {} },
        { "vitamin C, first call", "=NUTRIENT(\"" + food + "\";1;\"VITC\")", {} },
        { "vitamin C, second call", "=NUTRIENT(\"" + food + "\";2;\"VITC\")", {} },
    } };
    const OneProcessor processor;
    for (int i = 0; i < offices; ++i)
    {
        const Office office(profile);
        Spreadsheet spreadsheet(office);
        for (std::size_t step = 0; step < steps.size(); ++step)
            steps[step].times.add(
                evaluate(spreadsheet, "A" + std::to_string(step + 1), steps[step].formula));
    }
    const Measurements first = steps[3].times - steps[2].times;
    const Measurements further = steps[5].times - steps[6].times;

    std::cout << "a formula entered and read in a fresh office; " << offices
              << " offices, on one processor\n";
    Table table({ "", "ms", "lowest–highest" });
    for (const Step& step : steps)
        table.add(
            { step.name, number(step.times.median() * 1e3, 2), range(step.times, 0, 1, 1e3, 2) });
    table.add({ "K2MCG's first call, less a do-nothing one", number(first.median() * 1e3, 2),
                range(first, 0, 1, 1e3, 2) });
    table.add({ "vitamin C's first call, less its second", number(further.median() * 1e3, 2),
                range(further, 0, 1, 1e3, 2) });
    table.print();
    bars.push_back(
        { "first call with the foods shipped", Bar::Kind::AtMost, 10, first * 1e3, " ms" });
    bars.push_back(
        { "first call of a further nutrient", Bar::Kind::AtMost, 20, further * 1e3, " ms" });
}

void measureStart(std::vector<Bar>& bars)
{
    struct Variant
    {
        std::string name;
        std::vector<const char*> extensions;
        Profile profile{};
        Measurements times{};
    };
    std::array<Variant, 4> variants{ {
        { "without the extension", {} },
        { "with its functions and data alone", { FUNCTIONS_OXT } },
        { "with the extension", { QUARTET_OXT } },
        { "with the extension and 1,000 foods more", { QUARTET_OXT, FOODS_OXT } },
    } };
    for (Variant& variant : variants)
    {
        {
            const Office office(variant.profile);
            for (const char* const oxt : variant.extensions)
                office.addExtension(oxt);
        }
        for (int i = 0; i < warmUps; ++i)
            untilWindow(variant.profile);
    }
    const OneProcessor processor;
    // Each comes first as often as the others. One start differs from the next by
    // more than the extension costs: it takes so many to tell.
    for (std::size_t i = 0; i < starts; ++i)
        for (std::size_t j = 0; j < variants.size(); ++j)
        {
            Variant& variant = variants[(i + j) % variants.size()];
            variant.times.add(untilWindow(variant.profile));
        }

    const Measurements& without = variants[0].times;
    std::cout << "start until a new spreadsheet's window waits; headless, " << starts
              << " starts each, in turn, on one processor\n";
    Table table({ "", "ms", "middle half", "more, ms", "× without", "middle half", "95 in 100" });
    for (const Variant& variant : variants)
    {
        const Measurements ratio = variant.times / without;
        table.add({ variant.name, number(variant.times.median() * 1e3, 1),
                    range(variant.times, 0.25, 0.75, 1e3, 1),
                    number((variant.times - without).median() * 1e3, 1), number(ratio.median(), 3),
                    range(ratio, 0.25, 0.75, 1, 3), medianRange(ratio, 3) });
    }
    table.print();
    for (const std::size_t i : { 1U, 2U })
        bars.push_back({ "the office's start " + variants[i].name, Bar::Kind::AtMost, 1.02,
                         variants[i].times / without, "×" });
}

} // namespace quartet::bench
