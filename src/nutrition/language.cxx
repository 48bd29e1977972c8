/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/language.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

const std::vector<std::string>& languageIds()
{
    static const std::vector<std::string> ids{ QUARTET_LANGUAGES };
    return ids;
}

const std::vector<std::string>& otherLanguageIds()
{
    static const std::vector<std::string> ids(languageIds().begin() + 1, languageIds().end());
    return ids;
}

std::optional<std::string> parseLanguage(std::string_view text)
{
    const std::string folded = fold(text);
    std::string language = folded.substr(0, folded.find_first_of("-_"));
    if (std::ranges::find(languageIds(), language) == languageIds().end())
        return std::nullopt;
    return language;
}

} // namespace quartet
