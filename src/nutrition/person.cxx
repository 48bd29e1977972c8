/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/person.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>
#include <array>
#include <utility>

namespace quartet
{

namespace
{

template <typename Value, std::size_t size>
std::optional<Value> findWord(std::string_view text,
                              const std::array<std::pair<std::string_view, Value>, size>& words)
{
    const std::string folded = fold(text);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&folded](const auto& word) { return word.first == folded; });
    if (found == words.end())
        return std::nullopt;
    return found->second;
}

} // namespace

std::optional<Sex> parseSex(std::string_view text)
{
    using Word = std::pair<std::string_view, Sex>;
    static constexpr std::array words{ Word("f", Sex::Female), Word("m", Sex::Male) };
    return findWord(text, words);
}

std::optional<Stage> parseStage(std::string_view text)
{
    using Word = std::pair<std::string_view, Stage>;
    static constexpr std::array words{ Word("", Stage::None),
                                       Word("pregnant", Stage::Pregnant),
                                       Word("pregnant 1", Stage::FirstTrimester),
                                       Word("pregnant 2", Stage::SecondTrimester),
                                       Word("pregnant 3", Stage::ThirdTrimester),
                                       Word("lactating", Stage::Lactating),
                                       Word("menstruating", Stage::Menstruating),
                                       Word("premenopausal", Stage::Menstruating),
                                       Word("not menstruating", Stage::NotMenstruating),
                                       Word("postmenopausal", Stage::NotMenstruating) };
    return findWord(text, words);
}

Result<Person> readPerson(std::optional<double> years, const std::optional<std::string>& sex,
                          const std::optional<std::string>& stage, AgeZero zero)
{
    Person person;
    if (years && *years > 0)
        person.years = years;
    if (sex)
    {
        person.sex = parseSex(*sex);
        if (!person.sex)
            return Problem::InvalidArgument;
    }
    const auto stageOfLife = parseStage(stage.value_or(""));
    if (!stageOfLife || (*stageOfLife != Stage::None && person.sex == Sex::Male))
        return Problem::InvalidArgument;
    person.stage = *stageOfLife;
    if (person.stage != Stage::None)
        person.sex = Sex::Female;
    if (years && !person.years && zero == AgeZero::Blank)
        return Problem::NotAvailable;
    return person;
}

} // namespace quartet
