/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Names: folded, looked up exactly.

#include "fuzz_tables.hxx"

#include "nutrition/fold.hxx"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const std::string_view text = fuzzText(bytes, size);
    const std::string folded = fold(text);
    require(trim(folded).size() == folded.size(), "folded, it has spaces around it");
    foldWords(text);
    withoutSuperscripts(text);
    for (const std::string_view part : split(text, ";,"))
        require(!part.empty(), "an empty part");
    const Data& data = *fuzzTables().data;
    require(data.foods.findFolded(folded) == data.foods.find(text), "found and not found");
    data.nutrients.find(text);
    return 0;
}
