/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/explanation.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/food_picker.hxx"
#include "nutrition/k2.hxx"
#include "nutrition/search.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

constexpr int decimals = 6; ///< as many as help to find a figure again

std::string asText(const Words& words, const CellContent& content)
{
    if (const double* const number = std::get_if<double>(&content))
        return words.number(*number, decimals);
    return std::get<std::string>(content);
}

/// Finds what a call was given, by what its parameters are.
class Given
{
public:
    Given(const Words& words, const FunctionCall& call)
        : m_words(words)
        , m_call(call)
    {
    }

    /// Nothing where it was left out or is an error.
    const CallArgument* find(ParameterRole role) const
    {
        const auto found =
            std::find_if(m_call.arguments.begin(), m_call.arguments.end(),
                         [role](const CallArgument& each) { return each.role == role; });
        const bool given = found != m_call.arguments.end() && found->present;
        return given && found->present->error.empty() ? &*found : nullptr;
    }

    /// The text of a single cell or value.
    std::optional<std::string> text(ParameterRole role) const
    {
        const CallArgument* const argument = find(role);
        if (!argument || argument->present->contents.size() != 1)
            return std::nullopt;
        return asText(m_words, argument->present->contents.front());
    }

    /// What the cells of a range hold.
    const std::vector<CellContent>* cells(ParameterRole role) const
    {
        const CallArgument* const argument = find(role);
        return argument ? &argument->present->contents : nullptr;
    }

private:
    const Words& m_words;
    const FunctionCall& m_call;
};

/// A nutrient's name in the language of the office.
std::string nutrientName(const Words& words, const Nutrient& nutrient)
{
    const std::string id = "nutrient." + nutrient.tag;
    return words.has(id) ? words.text(id) : nutrient.name;
}

std::string argumentLine(const Words& words, const CallArgument& argument)
{
    if (!argument.present)
        return words.text("explain.leftOut", { { "argument", argument.label },
                                               { "description", argument.description } });
    const Present& present = *argument.present;
    if (const std::size_t count = present.contents.size(); present.range)
        return words.text(words.counted("explain.range", count),
                          { { "argument", argument.label },
                            { "written", present.written },
                            { "count", std::to_string(count) } });
    std::string value = !present.error.empty()     ? present.error
                        : present.contents.empty() ? std::string()
                                                   : asText(words, present.contents.front());
    if (value.empty())
        value = words.text("explain.blank");
    // A value that stands in the formula itself needs no second mention.
    if (present.written == value || present.written == "\"" + value + "\"")
        return words.text("explain.value", { { "argument", argument.label }, { "value", value } });
    return words.text(
        "explain.argument",
        { { "argument", argument.label }, { "written", present.written }, { "value", value } });
}

/// Why a name is no food, and what may have been meant.
std::string unknownFood(const Words& words, WorkbookFoods& foods, const std::string& name)
{
    if (const auto reason = foods.whyLeftOut(name))
        return *reason;
    std::string text = words.text("explain.noFood", { { "food", name } });
    const auto table = foods.table();
    const auto similar = table ? foods.data().search(*table, name) : FoundFoods();
    if (similar.likely > 0)
        text += " " + words.text("explain.similar", { { "food", similar.foods.front()->name } });
    return text;
}

/// The grams of what a cell holds, none for a blank one; nothing where it is
/// no amount of the food.
std::optional<double> weight(const Data& data, const Food& food, const CellContent& amount)
{
    if (const double* const grams = std::get_if<double>(&amount))
        return *grams >= 0 ? std::optional(*grams) : std::nullopt;
    const auto& text = std::get<std::string>(amount);
    if (trim(text).empty())
        return 0;
    const auto grams = data.grams(food, text);
    return grams ? std::optional(*grams) : std::nullopt;
}

/// The figure that was used and where it is from.
std::string figureLines(const Words& words, const Data& data, const Food& food,
                        NutrientIndex nutrient, K2Form form)
{
    const Menaquinones& k2 = data.nutrients.k2();
    const bool isK2 = nutrient == k2.total;
    const auto figure = isK2 ? k2Per100g(food, k2, form) : food.value(nutrient);
    const std::string name = nutrientName(words, data.nutrients[nutrient]);
    std::string text =
        figure ? words.text("explain.figure", { { "food", food.name },
                                                { "nutrient", name },
                                                { "value", words.number(*figure, decimals) },
                                                { "unit", data.nutrients[nutrient].unit } })
               : words.text("explain.unknown", { { "food", food.name }, { "nutrient", name } });
    if (isK2 && !figure)
        if (const auto known = k2Per100g(food, k2, K2Form::Known))
            text +=
                " "
                + words.text("explain.lowerBound", { { "value", words.number(*known, decimals) },
                                                     { "unit", data.nutrients[nutrient].unit } });
    if (const auto source = data.source(food, nutrient, words.language()))
        text += "\n" + words.text("explain.source", { { "source", *source } });
    return text;
}

/// One food: what it resolves to, what it weighs, the figure that was used.
std::string foodLines(const Words& words, WorkbookFoods& foods, const std::string& name,
                      const CellContent* amount, std::optional<NutrientIndex> nutrient, K2Form form)
{
    if (trim(name).empty())
        return words.text("explain.blankFood");
    const Data& data = foods.data();
    const Food* const food = foods.find(name).food;
    if (!food)
        return unknownFood(words, foods, name);
    std::string text =
        words.text("explain.food", { { "food", food->name }, { "group", food->group } });
    if (amount)
    {
        const auto grams = weight(data, *food, *amount);
        const bool blank = trim(asText(words, *amount)).empty();
        const std::string written = blank ? words.text("explain.blank") : asText(words, *amount);
        text += "\n"
                + (grams ? words.text("explain.grams",
                                      { { "amount", written }, { "grams", words.number(*grams) } })
                         : words.text("explain.noAmount",
                                      { { "amount", written }, { "food", food->name } }));
    }
    if (nutrient)
        text += "\n" + figureLines(words, data, *food, *nutrient, form);
    return text;
}

/// A number names no food; 0 is how a blank cell arrives.
std::string nameIn(const Words& words, const CellContent& content)
{
    const double* const number = std::get_if<double>(&content);
    return number && *number == 0 ? std::string() : asText(words, content);
}

/// The foods of a range, each with its figure; blank cells are left out.
std::string rangeLines(const Words& words, WorkbookFoods& all,
                       const std::vector<CellContent>& foods,
                       const std::vector<CellContent>* amounts,
                       std::optional<NutrientIndex> nutrient)
{
    std::string text;
    for (std::size_t i = 0; i < foods.size(); ++i)
    {
        const std::string name = nameIn(words, foods[i]);
        if (trim(name).empty())
            continue;
        const CellContent* const amount =
            amounts && amounts->size() == foods.size() ? &(*amounts)[i] : nullptr;
        text += "\n" + foodLines(words, all, name, amount, nutrient, K2Form::All) + "\n";
    }
    return text;
}

/// Each published figure, whether it is used, and why.
std::string publishedLines(const Words& words, const std::vector<K2Figure>& figures)
{
    if (figures.empty())
        return {};
    std::string text = "\n" + words.text("explain.published");
    for (const K2Figure& figure : figures)
    {
        std::string value = words.number(figure.low, decimals);
        if (figure.high > figure.low)
            value += "–" + words.number(figure.high, decimals);
        text += "\n"
                + words.text(figure.used ? "explain.publishedUsed" : "explain.publishedUnused",
                             { { "value", value },
                               { "form", figure.form },
                               { "words", figure.words },
                               { "source", figure.source },
                               { "why", figure.why } });
    }
    return text;
}

std::optional<NutrientIndex> nutrientOf(const Data& data, const FunctionCall& call,
                                        const Given& given)
{
    if (!call.function.nutrient.empty())
        return data.nutrients.findTag(call.function.nutrient);
    const auto name = given.text(ParameterRole::Nutrient);
    return name ? data.nutrients.find(*name) : std::nullopt;
}

} // namespace

std::string explainCall(const Words& words, WorkbookFoods& all, const FunctionCall& call,
                        const PublishedFigures& published)
{
    std::string text =
        words.text("explain.function", { { "function", std::string(call.function.name) },
                                         { "description", call.description } });
    for (const CallArgument& argument : call.arguments)
        text += "\n" + argumentLine(words, argument);

    if (!call.target.empty())
        text += "\n\n" + words.text("explain.target", { { "target", call.target } });

    const Given given(words, call);
    const auto nutrient = nutrientOf(all.data(), call, given);
    const auto form =
        parseK2Form(given.text(ParameterRole::Form).value_or("all")).value_or(K2Form::All);
    if (const auto food = given.text(ParameterRole::Food))
    {
        const auto* const amount = given.cells(ParameterRole::Amount);
        text +=
            "\n\n"
            + foodLines(words, all, *food,
                        amount && amount->size() == 1 ? &amount->front() : nullptr, nutrient, form);
        const Food* const found = all.find(*food).food;
        if (found && !found->ownSource && nutrient == all.data().nutrients.k2().total)
            text += publishedLines(words, published(found->id));
    }
    if (const auto* const foods = given.cells(ParameterRole::Foods))
        text +=
            "\n" + rangeLines(words, all, *foods, given.cells(ParameterRole::Amounts), nutrient);
    if (call.result && (call.result->contents.size() == 1 || !call.result->error.empty()))
        text += "\n"
                + words.text("explain.gives",
                             { { "function", std::string(call.function.name) },
                               { "value", call.result->error.empty()
                                              ? asText(words, call.result->contents.front())
                                              : call.result->error } });
    return text;
}

std::string explainResult(const Words& words, const std::string& formula, const std::string& shown,
                          sal_Int32 error)
{
    std::string text = words.text("explain.cell", { { "formula", formula }, { "shown", shown } });
    if (error == 0)
        return text;
    const std::string id = "explain.error." + std::to_string(error);
    return text + "\n" + words.text(words.has(id) ? id : "explain.error.other");
}

} // namespace quartet
