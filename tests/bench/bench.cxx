/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What Quartet's functions cost, side by side with what people use instead, in
// one document of a real Calc. Compare ratios, not times.

#include "bench.hxx"

#include <com/sun/star/uno/Exception.hpp>

#include <exception>
#include <iostream>

namespace
{

void run()
{
    using namespace quartet;
    const Profile profile;
    {
        const Office office(profile);
        for (const char* const oxt : { QUARTET_OXT, ADDIN_OXT })
            office.addExtension(oxt);
    }
    std::vector<bench::Bar> bars;
    std::string food;
    {
        const Office office(profile);
        const bench::Foods foods = bench::readFoods(office);
        food = foods.known.front().first;
        {
            bench::Workbook workbook(office, foods);
            measureCells(workbook, foods, bars);
            measureRanges(workbook, foods, bars);
        }
        measureOwnFoods(office, foods);
        measureCopies(office, foods, bars);
    }
    measureFirstCall(profile, food, bars);
    measureKeystrokes(profile, bars);
    bench::measureStart(bars);
    print(bars);
}

} // namespace

/// @returns 0 whatever the figures are: a timing is no test
int main()
{
    try
    {
        run();
        return 0;
    }
    catch (const css::uno::Exception& error)
    {
        std::cerr << error.Message << std::endl;
    }
    catch (const std::exception& error)
    {
        std::cerr << error.what() << std::endl;
    }
    return 1;
}
