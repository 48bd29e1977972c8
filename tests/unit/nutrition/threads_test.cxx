/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Calc may compute on several threads: what was read may be asked by any number of
// them, and what is read late is read once. The preset "threads" runs this under
// ThreadSanitizer, which sees what a lucky run doesn't show.

#include "labels/own_foods.hxx"
#include "late_tables.hxx"
#include "nutrition/food_picker.hxx"
#include "nutrition/tally.hxx"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace quartet
{

namespace
{

/// What one thread asks, each in another order.
std::string askAll(const Data& data, const Standards& standards, std::size_t turn)
{
    const std::vector<std::function<std::string()>> questions{
        [&] {
            std::string text;
            for (const Food& food : data.foods.foods())
                text += food.value(data.nutrients.size() - 1) ? food.id : "-";
            return text;
        },
        [&] {
            const FoundFoods found = data.search(data.foods, "guoda chees", "de");
            return found.foods.empty() ? std::string() : found.foods.front()->name;
        },
        [&] {
            const Food& gouda = *data.foods.find("Gouda");
            return std::to_string(*data.grams(gouda, "1½ slices")) + shown(data.source(gouda, 3))
                   + data.grade(gouda, 3);
        },
        [&] {
            Tally tally(data.nutrients.k2().total, data.nutrients.k2());
            for (const char* const name : { "Natto", "Gouda", "Butter" })
            {
                const Food& food = *data.foods.find(name);
                tally.add(food, 100, data.isDoubtful(food, data.nutrients.k2().total));
            }
            return std::to_string(tally.total(*parseTotal("known")).value_or(-1));
        },
        [&] { return standards.interactions.describe("warfarin, xarelto", std::nullopt); },
        [&] { return shown(standards.interactions.level("phenprocoumon", std::nullopt)); },
    };
    std::vector<std::string> answers(questions.size());
    for (std::size_t i = 0; i < questions.size(); ++i)
    {
        const std::size_t place = (i + turn) % questions.size();
        answers[place] = questions[place]();
    }
    std::string all;
    for (const std::string& answer : answers)
        all += answer + "\n";
    return all;
}

} // namespace

TEST(Threads, AskAllAtOnceWhatNobodyHasAskedBefore)
{
    const auto data = readLate();
    std::vector<std::string> complaints;
    const TableSource source(REGISTRY, complaints);
    const Standards standards(source.tables("Standards"), data, {});
    std::vector<std::string> answers(6);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < answers.size(); ++i)
            threads.emplace_back([&, i] { answers[i] = askAll(*data, standards, i); });
    }
    const std::string alone = askAll(*data, standards, 0);
    EXPECT_NE(alone.find("Gouda"), std::string::npos) << alone;
    for (const std::string& answer : answers)
        EXPECT_EQ(answer, alone);
}

} // namespace quartet
