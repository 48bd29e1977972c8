/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/food_names.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"

#include <map>
#include <optional>
#include <set>

namespace quartet
{

namespace
{

constexpr const char* english = "en";

/// The set of a file of names/.
std::string setOf(const std::string& file) { return "names/" + file; }

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

/// "gouda in de, edam in fr": what a word means by language.
std::string meaningsOf(const Meanings& meanings)
{
    std::string text;
    for (const auto& [language, food] : meanings.foods)
        text.append(text.empty() ? "" : ", ").append(food).append(" in ").append(language);
    return text;
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
        const auto inEnglish = meanings.foods.find(english);
        const auto decision = decided.find(key);
        if (foods.size() == 1)
            result[key] = *foods.begin();
        else if (decision == decided.end())
            complain({ setOf("shared"),
                       meanings.word,
                       {},
                       {},
                       "isn't listed, and is " + meaningsOf(meanings) });
        else if (!decision->second.empty() && !foods.contains(decision->second))
            complain({ setOf("shared"), decision->first, {}, "food", "no language means it" });
        else if (inEnglish != meanings.foods.end() && decision->second != inEnglish->second)
            complain({ setOf("shared"), decision->first, {}, "food", "English means another" });
        else
            result[key] = decision->second;
    }
    return result;
}

std::vector<Row> groupNames(const Tables& names)
{
    std::map<std::string, Row::Fields> groups;
    for (const std::string& language : otherLanguageIds())
        for (const Row& row : tableRows(names, setOf("groups-" + language)))
            groups[row.id()].emplace(language, row.text("name"));
    std::vector<Row> rows;
    rows.reserve(groups.size());
    for (const auto& [id, fields] : groups)
        rows.emplace_back(id, fields);
    return rows;
}

} // namespace

std::string namesField(std::string_view language) { return "names " + std::string(language); }

Tables giveNames(std::vector<Row>& foods, const Tables& names,
                 const std::function<void(const Damage&)>& complain)
{
    Words words;
    std::map<std::string, Row::Fields, std::less<>> given; // by food
    for (const Row& food : foods)
    {
        // What is wrong with English names, the table of foods says.
        const auto quiet = [](const std::string&) {};
        for (const std::string_view word : wordsOf(food, "aliases"))
            collect(words, english, word, food.id(), quiet);
        collect(words, english, food.id(), food.id(), quiet);
        given[food.id()];
    }
    for (const std::string& language : otherLanguageIds())
        for (const Row& row : tableRows(names, setOf(language)))
        {
            const auto wrong = [&](const std::string& reason) {
                complain({ setOf(language), row.id(), {}, {}, reason });
            };
            if (!given.contains(row.id()))
                wrong("is no food");
            else
                for (const std::string_view word : wordsOf(row, "other names"))
                    collect(words, language, word, row.id(), wrong);
        }
    const auto meant = settle(words, tableRows(names, setOf("shared")), complain);
    std::map<std::string, Row::Fields> shown; // by food
    for (const std::string& language : otherLanguageIds())
        for (const Row& row : tableRows(names, setOf(language)))
        {
            const auto isMeant = [&](std::string_view word) {
                const auto food = meant.find(fold(word));
                return food != meant.end() && food->second == row.id();
            };
            std::string kept;
            for (const std::string_view word : wordsOf(row, "other names"))
                if (isMeant(word))
                    kept.append(kept.empty() ? "" : "; ").append(word);
            if (const auto food = given.find(row.id()); food != given.end())
                food->second[namesField(language)] = kept;
            // A name that means another food would insert that one.
            if (const std::string_view name = trim(row.text("name")); isMeant(name))
                shown[row.id()].emplace(language, name);
        }
    for (Row& food : foods)
    {
        Row::Fields fields = given[food.id()];
        for (const auto& [field, text] : food.fields())
            fields.emplace(field, text);
        food = Row(food.id(), fields);
    }
    Tables tables{ { "group_names", groupNames(names) } };
    for (const auto& [word, food] : meant)
        if (food.empty())
            tables["ambiguous_words"].emplace_back(word, Row::Fields{ { "word", word } });
    // "Besen" is a broom and no besan that someone has mistyped.
    for (const Row& row : tableRows(names, setOf("no_food")))
        for (const std::string_view word : split(row.text("words"), ";"))
            if (meant.contains(fold(word)))
                complain(
                    { setOf("no_food"), row.id(), {}, "words", std::string(word) + " is a food" });
            else
                tables["ambiguous_words"].emplace_back(
                    fold(word), Row::Fields{ { "word", std::string(word) } });
    for (const auto& [id, fields] : shown)
        tables["food_names"].emplace_back(id, fields);
    return tables;
}

} // namespace quartet
