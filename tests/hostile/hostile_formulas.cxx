/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "hostile_formulas.hxx"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace quartet
{

namespace
{

using Errors = std::set<std::string>;

std::string asText(std::string_view text)
{
    std::string result = "\"";
    for (const char sign : text)
        result += sign == '"' ? std::string("\"\"") : std::string(1, sign);
    return result + '"';
}

std::string written(double number)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return { text.data(), end };
}

/// Texts that are none, look like others, or break what takes them for granted.
const std::vector<std::string>& hostileTexts()
{
    static const std::vector<std::string> texts{
        "",
        " ",
        "\u00a0",
        "\u200b",
        "\u202e\u202c",
        "\t\n",
        "=1+1",
        "+1",
        "-1",
        "@",
        "'",
        "\"",
        "0",
        "-0",
        "1e400",
        "1e-400",
        "0x1F",
        "1,500 g",
        "1.500,5 g",
        "3-4",
        "<4",
        ">150",
        "½",
        "1/0 cup",
        "999999999999999999999 g",
        "\u0663 g",
        "\uff11\uff10\uff10 g",
        "2 slices of",
        "%s%n",
        "../../etc/passwd",
        "'; DROP TABLE foods; --",
        "<a href=\"x\">",
        "\U0001F9C0",
        "e\u0301\u0301\u0301\u0301",
        "\ufdfa",
        "I\u0307",
        "\u00df",
        "abc",
        "all",
        "none",
        "null",
        "*",
        "?",
        "~",
        ";",
        ";;;;",
        ",",
        "\\",
        "A1",
        std::string(300, 'a'),
        std::string(300, ','),
        std::string(300, '9'),
    };
    return texts;
}

const std::vector<std::string>& hostileNumbers()
{
    static const std::vector<std::string> numbers{
        "0",       "-1",     "1E308",   "-1E308", "0.1+0.2",
        "1/3",     "1E15",   "1E16",    "0.5",    "9007199254740993",
        "-1E-300", "TRUE()", "FALSE()", "120",    "121",
        "1E9",     "39.99",  "99.84",   "150",    "374.4",
        "2958466",
    };
    return numbers;
}

struct Thing
{
    const char* text;
    Errors errors;
};

/// What fails, and what isn't one value.
const std::vector<Thing>& things()
{
    const Errors spread{ "#N/A", "#VALUE!", "Err:502", "Err:504" };
    static const std::vector<Thing> all{
        { "NA()", { "#N/A" } },
        { "1/0", { "#DIV/0!" } },
        { "SQRT(-1)", { "Err:502" } },
        { "VALUE(\"x\")", { "#VALUE!", "Err:502" } },
        { "1E-308", { "Err:502" } }, // Calc knows none so small
        { "5E-324", { "Err:502" } },
        { "UNICHAR(55357)", {} },
        { "REPT(\"a\";40000)", {} },
        { "B8", {} },
        { "B1", {} },
        { "B3", {} },
        { "B5", {} },
        { "C6", {} },
        { "B7", { "#N/A" } },
        { "B1:B3", spread },
        { "B1:B9", spread },
        { "C1:C3", spread },
        { "B1:C3", spread },
        { "B1:D9", spread },
        { "D1:D9", spread },
        { "B1:B9*2", spread },
        { "{1}", spread },
        { "{\"Gouda\"}", spread },
        { "{\"Gouda\"|\"Natto\"}", spread },
        { "{10;\"2 slices\"|\"\";-1}", spread },
        { "{1;2;3}", spread },
    };
    return all;
}

/// The words that a description gives in quotes: those that the parameter takes.
std::vector<std::string> wordsOf(const std::string& description)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = description.find('"', at)) != std::string::npos;)
    {
        const std::size_t end = description.find('"', at + 1);
        if (end == std::string::npos)
            break;
        words.push_back(description.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return words;
}

bool givesNumbers(const FunctionEntry& function)
{
    double number = 0;
    const char* const end = function.shows.data() + function.shows.size();
    const auto parsed = std::from_chars(function.shows.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end;
}

const std::string& instead(const FunctionEntry& function, std::string_view what)
{
    return std::find_if(function.instead.begin(), function.instead.end(),
                        [what](const auto& each) { return each.first == what; })
        ->second;
}

bool containsWord(std::string_view text, std::string_view word)
{
    const auto isLetter = [&text](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at]));
    };
    for (std::size_t at = 0; (at = text.find(word, at)) != std::string_view::npos; ++at)
        if (!(at > 0 && isLetter(at - 1)) && !isLetter(at + word.size()))
            return true;
    return false;
}

} // namespace

const std::vector<Given>& hostileCells()
{
    // B8 is blank.
    static const std::vector<Given> cells{
        { "B1", "Gouda" },    { "B2", "Natto" },   { "B3", "2 slices" },    { "B4", "50" },
        { "B5", "-1" },       { "B6", "no food" }, { "B7", "=NA()" },       { "B9", "\u200b" },
        { "C1", "50" },       { "C2", "10 g" },    { "C3", "1E300" },       { "C4", "abc" },
        { "C5", "'1,500 g" }, { "C6", "'=1+1" },   { "D1", "Gouda\u00ad" }, { "D2", "VITK2" },
    };
    return cells;
}

std::string wrongAnswer(const HostileFormula& formula, const Shown& shown)
{
    const FunctionEntry& function = *formula.function;
    if (formula.figure)
    {
        const std::optional<double>& right = *formula.figure;
        if (!right)
            return shown.kind == Shown::Kind::Error && shown.text == "#N/A"
                       ? ""
                       : "nobody knows this figure";
        const double most = std::max(std::abs(*right), 1e-9) * 1e-9;
        return shown.kind == Shown::Kind::Number && std::abs(shown.number - *right) <= most
                   ? ""
                   : "another figure than " + written(*right);
    }
    switch (shown.kind)
    {
        case Shown::Kind::Number:
            if (!std::isfinite(shown.number))
                return "no number";
            return givesNumbers(function) ? "" : "a number in place of a text";
        case Shown::Kind::Text:
            for (const char* const word : { "nan", "inf" })
                if (containsWord(shown.text, word) && !containsWord(formula.call, word))
                    return std::string("a text that holds ") + word;
            if (!givesNumbers(function))
                return "";
            if (!shown.text.empty())
                return "a text in place of a number";
            return instead(function, "nothing").empty() ? "nothing in place of a number" : "";
        case Shown::Kind::Error:
            break;
    }
    if (formula.errors.contains(shown.text))
        return "";
    const bool isNamed =
        std::any_of(function.instead.begin(), function.instead.end(), [&shown](const auto& each) {
            return each.first == shown.text && !each.second.empty();
        });
    return isNamed ? "" : "an error that the contract doesn't name";
}

HostileFormulas::HostileFormulas(const std::vector<FunctionEntry>& functions, const Data& data,
                                 std::uint32_t seed)
    : m_functions(functions)
    , m_data(data)
    , m_random(seed)
{
}

HostileFormula HostileFormulas::next()
{
    switch (below(8))
    {
        case 0:
            return rightFigure();
        case 1:
            return rightTotal();
        default:
            return random(0);
    }
}

HostileFormula HostileFormulas::random(int depth)
{
    HostileFormula formula;
    formula.function = &oneOf(m_functions);
    const auto& parameters = formula.function->parameters;
    std::size_t count = parameters.size();
    const auto required = static_cast<std::size_t>(
        std::count_if(parameters.begin(), parameters.end(),
                      [](const ParameterEntry& each) { return !each.optional(); }));
    if (below(2) == 0)
        count = required + below(parameters.size() - required + 1);
    if (below(50) == 0 && !parameters.empty())
        count = below(parameters.size() + 2);
    if (count < required || count > parameters.size())
        formula.errors.insert({ "Err:504", "Err:511", "Err:502" });
    formula.call = formula.function->name + "(";
    for (std::size_t i = 0; i < count; ++i)
    {
        const Argument given = argument(parameters[std::min(i, parameters.size() - 1)], depth);
        formula.call += (i > 0 ? ";" : "") + given.text;
        formula.errors.insert(given.errors.begin(), given.errors.end());
        // Calc's own answer to what is no range.
        if (parameters[std::min(i, parameters.size() - 1)].role == "cells")
            formula.errors.insert("Err:504");
    }
    formula.call += ")";
    return formula;
}

HostileFormulas::Argument HostileFormulas::argument(const ParameterEntry& parameter, int depth)
{
    constexpr int deepest = 2;
    switch (below(10))
    {
        case 0:
            return { oneOf(hostileNumbers()) };
        case 1:
            return { asText(oneOf(hostileTexts())) };
        case 2:
        {
            const Thing& thing = oneOf(things());
            return { thing.text, thing.errors };
        }
        case 3:
            return { asText(damaged(right(parameter))) };
        case 4:
            if (below(2) == 0)
                return { "", { "Err:502", "Err:504", "Err:511" } };
            [[fallthrough]];
        case 5:
            if (depth < deepest)
            {
                const HostileFormula inner = random(depth + 1);
                Argument argument{ inner.call, inner.errors };
                for (const auto& [error, when] : inner.function->instead)
                    if (!when.empty())
                        argument.errors.insert(error);
                // Where the inner one gives a list, or the text of this one's number is asked.
                argument.errors.insert({ "#VALUE!", "Err:504" });
                return argument;
            }
            [[fallthrough]];
        default:
            return { below(3) == 0 && (parameter.role == "amount" || parameter.role == "number")
                         ? written(static_cast<double>(below(100000)) / 100)
                         : asText(right(parameter)) };
    }
}

std::string HostileFormulas::food()
{
    const auto& names = m_data.foods.names();
    return below(2) == 0 ? std::string(oneOf(names).folded) : oneOf(m_data.foods.foods()).name;
}

std::string HostileFormulas::nutrient()
{
    const Nutrient& nutrient = m_data.nutrients[below(m_data.nutrients.size())];
    return below(2) == 0 ? nutrient.tag : nutrient.name;
}

std::string HostileFormulas::right(const ParameterEntry& parameter)
{
    if (parameter.role == "food" || parameter.role == "foods" || parameter.role == "text")
        return food();
    if (parameter.role == "nutrient")
        return nutrient();
    if (parameter.role == "amount" || parameter.role == "amounts" || parameter.role == "number"
        || parameter.role == "level" || parameter.role == "age" || parameter.role == "rank")
        return written(static_cast<double>(below(2000)) / 10);
    const auto words = wordsOf(parameter.description + " " + parameter.leftOut);
    return words.empty() ? parameter.name : oneOf(words);
}

std::string HostileFormulas::damaged(std::string text)
{
    const auto place = [&] {
        std::size_t at = below(text.size() + 1);
        // Not within a sign of several bytes.
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            ++at;
        return at;
    };
    switch (below(6))
    {
        case 0:
            return text.insert(place(), "\u00ad");
        case 1:
            return text.insert(place(), "\u0301");
        case 2:
            return text.substr(0, place());
        case 3:
            return text + text;
        case 4:
            return " \u00a0" + text + "  ";
        default:
            return text.insert(place(), oneOf(hostileTexts()));
    }
}

HostileFormula HostileFormulas::rightFigure()
{
    const auto function =
        std::find_if(m_functions.begin(), m_functions.end(),
                     [](const FunctionEntry& each) { return each.method == "nutrient"; });
    const Food& food = oneOf(m_data.foods.foods());
    const NutrientIndex nutrient = below(m_data.nutrients.size());
    const double grams = static_cast<double>(below(100000)) / 100;
    HostileFormula formula{ function->name + "(" + asText(food.name) + ";" + written(grams) + ";"
                                + asText(m_data.nutrients[nutrient].tag) + ")",
                            &*function };
    const auto value = food.value(nutrient);
    formula.figure = value ? std::optional(*value * grams / 100) : std::nullopt;
    return formula;
}

HostileFormula HostileFormulas::rightTotal()
{
    const auto function =
        std::find_if(m_functions.begin(), m_functions.end(),
                     [](const FunctionEntry& each) { return each.method == "nutrientSum"; });
    const NutrientIndex nutrient = below(m_data.nutrients.size());
    std::string foods;
    std::string amounts;
    std::optional<double> total = 0;
    for (std::size_t i = 0, count = 1 + below(4); i < count; ++i)
    {
        const Food& food = oneOf(m_data.foods.foods());
        const double grams = 1 + static_cast<double>(below(1000));
        foods += (i > 0 ? "|" : "") + asText(food.name);
        amounts += (i > 0 ? "|" : "") + written(grams);
        const auto value = food.value(nutrient);
        total = total && value ? std::optional(*total + *value * grams / 100) : std::nullopt;
    }
    HostileFormula formula{ function->name + "({" + foods + "};{" + amounts + "};"
                                + asText(m_data.nutrients[nutrient].tag) + ";\"strict\")",
                            &*function };
    formula.figure = total;
    return formula;
}

} // namespace quartet
