/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/about.hxx"

namespace quartet
{

std::string aboutText(const Words& words, const Data& data)
{
    const std::size_t count = data.foods.foods().size();
    std::string text =
        words.text(words.counted("about.data", count),
                   { { "version", data.version }, { "count", std::to_string(count) } });
    text += "\n\n" + words.text("about.not") + "\n\n" + words.text("about.unknown") + "\n\n"
            + words.text("about.sources") + "\n";
    for (const auto& [id, source] : data.sources.all())
        text += "\n"
                + words.text("about.source", { { "name", source.name },
                                               { "citation", source.citation },
                                               { "licence", source.licence } })
                + "\n";
    return text;
}

} // namespace quartet
