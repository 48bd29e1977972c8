/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/picker_details.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

/// As few decimals as a figure of this size needs.
int decimals(double figure)
{
    if (figure >= 100)
        return 0;
    return figure >= 10 ? 1 : 2;
}

/// "64.5 µg", "≥ 14.1 µg" or "unknown", as at least nothing is.
std::string figureText(const Words& words, const Figure& figure, std::optional<double> value)
{
    if (!value || (figure.lowerBound && *value == 0))
        return words.text("picker.unknown");
    return words.text(
        figure.lowerBound ? "picker.atLeast" : "picker.figure",
        { { "value", words.number(*value, decimals(*value)) }, { "unit", figure.unit } });
}

/// A line each, with the nutrients whose figures are from it.
std::string sourcesText(const Words& words, const FoodPicker& picker, const Food& food)
{
    std::vector<std::pair<std::string, std::string>> sources; // source, nutrients
    const NutrientTable& all = picker.data()->nutrients;
    for (const NutrientIndex nutrient : all.shownWholes())
    {
        const std::string& tag = all[nutrient].tag;
        const auto source = picker.source(food, tag);
        if (!source)
            continue;
        const std::string name = words.text("nutrient." + tag);
        const auto known = std::find_if(sources.begin(), sources.end(),
                                        [&](const auto& each) { return each.first == *source; });
        if (known == sources.end())
            sources.emplace_back(*source, name);
        else
            known->second =
                words.text("picker.and", { { "first", known->second }, { "second", name } });
    }
    std::string text;
    for (const auto& [source, nutrients] : sources)
        text += words.text("picker.source", { { "nutrients", nutrients }, { "source", source } })
                + "\n";
    return text;
}

} // namespace

void showFood(const Controls& controls, const PickerRows& rows, const Words& words,
              const FoodPicker& picker, const Food* food, const Result<double>& portion)
{
    controls.set("food", "Label",
                 food                     ? picker.name(*food)
                 : picker.foods().empty() ? words.text("picker.nothingFound")
                                          : words.text("picker.nothingChosen"));
    controls.set("foodGroup", "Label", food ? picker.groupName(food->group) : std::string());
    controls.set("heading.100g", "Label", words.text("picker.per100g"));
    controls.set("heading.portion", "Label",
                 portion ? words.text("picker.grams", { { "grams", words.number(*portion, 1) } })
                         : std::string());
    controls.set("sources", "Text", food ? sourcesText(words, picker, *food) : "");
    const auto figures = food ? picker.figures(*food, portion) : std::vector<Figure>();
    for (const std::string& row : rows)
    {
        if (row == "heading")
            continue;
        const auto figure = std::ranges::find(figures, row, &Figure::tag);
        const bool isShown = figure != figures.end();
        controls.set((row + ".100g").c_str(), "Label",
                     isShown ? figureText(words, *figure, figure->per100g) : std::string());
        controls.set((row + ".portion").c_str(), "Label",
                     isShown && portion ? figureText(words, *figure, figure->inPortion)
                                        : std::string());
    }
}

} // namespace quartet
