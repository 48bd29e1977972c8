/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Whose intake is looked at.

#pragma once

#include "nutrition/problem.hxx"

#include <optional>
#include <string>
#include <string_view>

namespace quartet
{

enum class Sex
{
    Female,
    Male
};

enum class Stage
{
    None,
    Pregnant, ///< in any trimester
    FirstTrimester,
    SecondTrimester,
    ThirdTrimester,
    Lactating,
    Menstruating,
    NotMenstruating
};

/// "F" or "M", whatever the case.
std::optional<Sex> parseSex(std::string_view text);

/// "", "pregnant", "pregnant 1" to "pregnant 3" (the trimester), "lactating",
/// "menstruating" or "premenopausal", "not menstruating" or "postmenopausal",
/// whatever the case.
std::optional<Stage> parseStage(std::string_view text);

/** What isn't given is any adult's. */
struct Person
{
    std::optional<double> years;
    std::optional<Sex> sex;
    Stage stage = Stage::None;
};

/** What an age of 0 stands for. Calc passes a blank cell as 0, so it is never
    taken for a newborn's, which is 0.01. */
enum class AgeZero
{
    LeftOut, ///< any adult's
    Blank    ///< nobody's: whose intake is asked for must be said
};

/** @returns Problem::InvalidArgument for an unknown sex or stage, and for a
             pregnant or lactating man; Problem::NotAvailable for a blank age */
Result<Person> readPerson(std::optional<double> years, const std::optional<std::string>& sex,
                          const std::optional<std::string>& stage, AgeZero zero);

} // namespace quartet
