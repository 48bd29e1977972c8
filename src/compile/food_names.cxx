/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/food_names.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/food_names.hxx"

#include <map>
#include <optional>
#include <set>

namespace quartet
{

namespace
{

constexpr const char* englishSet = "en";

/// A word and the food that each language means by it.
struct Meanings
{
    std::string word;
    std::map<std::string, std::string> foods; ///< by language
};

using Words = std::map<std::string, Meanings>; ///< by folded word

/// The words of a row: the shown one first.
std::vector<std::string_view> wordsOf(const Row& row, const char* others)
{
    std::vector<std::string_view> words{ trim(row.text("name")) };
    for (const std::string_view word : split(row.text(others), ";"))
        words.push_back(word);
    return words;
}

void collect(Words& words, const std::string& language, std::string_view word,
             const std::string& food, const std::function<void(const std::string&)>& complain)
{
    const std::string key = fold(word);
    if (key.empty())
        return complain("a name is missing");
    Meanings& meanings = words[key];
    meanings.word = word;
    const auto [place, isNew] = meanings.foods.emplace(language, food);
    if (!isNew && place->second != food)
        complain("\"" + std::string(word) + "\" is the name of " + place->second + " too");
}

/// Which food each word means; no food for one that means none.
std::map<std::string, std::string> settle(const Words& words, const std::vector<Row>& shared,
                                          const std::function<void(const Damage&)>& complain)
{
    std::map<std::string, std::string> decided;
    for (const Row& row : shared)
        decided.emplace(fold(row.id()), row.text("food"));
    std::map<std::string, std::string> result;
    for (const auto& [key, meanings] : words)
    {
        std::set<std::string> foods;
        for (const auto& [language, food] : meanings.foods)
            foods.insert(food);
        const auto english = meanings.foods.find(englishSet);
        const auto decision = decided.find(key);
        if (foods.size() == 1)
            result[key] = *foods.begin();
        else if (decision == decided.end())
            complain({ "shared", meanings.word, {}, {}, "languages share it: " + meanings.word });
        else if (!decision->second.empty() && !foods.contains(decision->second))
            complain({ "shared", decision->first, {}, "food", "no language means it" });
        else if (english != meanings.foods.end() && decision->second != english->second)
            complain({ "shared", decision->first, {}, "food", "English means another" });
        else
            result[key] = decision->second;
    }
    return result;
}

} // namespace

std::string namesField(std::string_view language) { return "names " + std::string(language); }

void giveNames(std::vector<Row>& foods, const Tables& names,
               const std::function<void(const Damage&)>& complain)
{
    Words words;
    std::map<std::string, Row::Fields, std::less<>> given; // by food
    for (const Row& food : foods)
    {
        // What is wrong with English names, the table of foods says.
        const auto quiet = [](const std::string&) {};
        for (const std::string_view word : wordsOf(food, "aliases"))
            collect(words, englishSet, word, food.id(), quiet);
        collect(words, englishSet, food.id(), food.id(), quiet);
        given[food.id()];
    }
    for (const std::string& language : nameLanguages())
        for (const Row& row : tableRows(names, language))
        {
            const auto wrong = [&](const std::string& reason) {
                complain({ language, row.id(), {}, {}, reason });
            };
            if (!given.contains(row.id()))
                wrong("is no food");
            else
                for (const std::string_view word : wordsOf(row, "other names"))
                    collect(words, language, word, row.id(), wrong);
        }
    const auto meant = settle(words, tableRows(names, "shared"), complain);
    for (const std::string& language : nameLanguages())
        for (const Row& row : tableRows(names, language))
        {
            std::string kept;
            bool isShown = true;
            for (const std::string_view word : wordsOf(row, "other names"))
            {
                const auto food = meant.find(fold(word));
                const bool isMeant = food != meant.end() && food->second == row.id();
                if (isMeant)
                    kept.append(kept.empty() ? "" : "; ").append(word);
                else if (isShown)
                    complain({ language, row.id(), {}, "name", "means another food or none" });
                isShown = false;
            }
            if (const auto food = given.find(row.id()); food != given.end())
                food->second[namesField(language)] = kept;
        }
    for (Row& food : foods)
    {
        Row::Fields fields = given[food.id()];
        for (const auto& [field, text] : food.fields())
            fields.emplace(field, text);
        food = Row(food.id(), fields);
    }
}

Tables shownNames(const Tables& names)
{
    std::map<std::string, Row::Fields> foods;
    std::map<std::string, Row::Fields> groups;
    for (const std::string& language : nameLanguages())
    {
        for (const Row& row : tableRows(names, language))
            foods[row.id()].emplace(language, row.text("name"));
        for (const Row& row : tableRows(names, "groups-" + language))
            groups[row.id()].emplace(language, row.text("name"));
    }
    Tables tables;
    for (const auto& [id, fields] : foods)
        tables["food_names"].emplace_back(id, fields);
    for (const auto& [id, fields] : groups)
        tables["group_names"].emplace_back(id, fields);
    return tables;
}

} // namespace quartet
