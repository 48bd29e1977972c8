/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// One spelling for all the ways to write a name: without case, accents and
// repeated spaces.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** The form of a UTF-8 text by which names are compared.

    Unicode compatibility decomposition, case folding, no combining marks on
    Latin and Greek letters, no invisible signs such as soft hyphens, hiragana as katakana,
    single spaces, none at either end: "Crème  Fraîche" gives "creme fraiche", "なっとう" and
    "ﾅｯﾄｳ" give "ナットウ". In other scripts a mark makes another letter. No locale has a
    say. A text that isn't UTF-8 is returned as it is.
 */
std::string fold(std::string_view text);

/** The same with hiragana and katakana apart: for medicines, whose names end where hiragana
    begin, and for what an office without Quartet compares. */
std::string foldKeepingKana(std::string_view text);

/** The folded words of a text, kana as they are, single spaces between: every sign that isn't a
    letter divides words, but for invisible ones. "Coumadin®, 5 mg" gives "coumadin mg". */
std::string foldWords(std::string_view text);

/** The parts of a list such as "egg; hen's egg", without the spaces around
    each. Empty parts are left out. */
std::vector<std::string_view> split(std::string_view list, std::string_view separators);

/** The text with a space for each superscript: the footnote sign of "12¹" is
    no digit of the number. */
std::string withoutSuperscripts(std::string_view text);

/// Whether a text begins with kana, kanji or what follows them: no space stands behind its words.
bool startsInJapanese(std::string_view text);

/// The text without white space at its ends, no-break spaces included.
std::string_view trim(std::string_view text);

} // namespace quartet
