/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas with our functions, as far as they need no office.

#include "fuzz_tables.hxx"
#include "small_calc.hxx"

#include <cmath>
#include <set>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    static const rtl::Reference<Nutrition> addIn = [] {
        const rtl::Reference<Registry> registry(
            new Registry(fuzzTables().data, fuzzTables().standards, fuzzTables().foodNames));
        return rtl::Reference<Nutrition>(
            new Nutrition(registry, std::make_shared<Workbooks>(nullptr, registry)));
    }();
    Case each;
    each.call = fuzzText(bytes, size);
    each.given = { { "B1", "Gouda" }, { "B2", "2 slices" }, { "B3", "=1/0" }, { "C1", "50" } };
    const auto shown = showWithoutOffice(*addIn, each);
    if (!shown)
        return 0;
    require(shown->kind != Shown::Kind::Number || std::isfinite(shown->number), "no number");
    static const std::set<std::string> errors{ "#N/A",    "#DIV/0!", "Err:502",
                                               "Err:504", "Err:522", "#NUM!" };
    require(shown->kind != Shown::Kind::Error || errors.contains(shown->text),
            "an error that the contract doesn't name");
    return 0;
}
