/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/amount_advice.hxx"

#include "nutrition/fold.hxx"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

constexpr const char* hundredGrams = "100 g";

/// "1 cup (234 g)"
std::string portionText(const std::string& number, const std::string& name,
                        const std::string& grams)
{
    return number + " " + name + " (" + grams + " g)";
}

/// The first few of a food's portions, as an advice.
std::string someOf(std::vector<std::string> portions)
{
    constexpr std::size_t most = 4;
    if (portions.size() > most)
        portions.erase(portions.begin() + most - 1, portions.end() - 1);
    return boost::algorithm::join(portions, ", ");
}

/// The name of the portion that a piece weighs as much as; a size rather than "egg".
std::string pieceName(const Food& food, double grams)
{
    std::string name;
    for (const auto& [each, weight] : food.portions.all())
        if (weight == grams && (name.empty() || each == "large" || each == "medium"))
            name = each;
    return name;
}

std::string adviseNumber(const Data& data, const Food& food, double grams,
                         std::string_view language)
{
    const Measures& measures = data.measures();
    const auto text = [&](const char* id, Texts::Values values) {
        return data.texts.text(id, values, language);
    };
    const auto numeral = [&](double each) {
        return data.texts.numeral(formatNumber(each), language);
    };
    const std::string number = numeral(grams);
    if (!(grams >= 0))
        return text("amount.negative", { { "amount", number } });
    if (grams == 0)
        return text("amount.none", { { "portions", someOf(portionTexts(data, food, language)) } });
    if (grams >= measures.limit("date from") && grams <= measures.limit("date to")
        && grams == std::floor(grams))
        return text("amount.date", { { "amount", number } });
    if (grams > measures.limit("much"))
        return text("amount.much", { { "amount", number } });
    const auto piece = pieceGrams({ food.name, food.portions, {} });
    if (grams > measures.limit("pieces") || !piece || *piece < measures.limit("piece")
        || std::fmod(grams * 2, 1) != 0)
        return {};
    const std::string name = measures.portionName(pieceName(food, *piece), language);
    return text("amount.pieces", { { "amount", number },
                                   { "typed", number + " " + name },
                                   { "grams", numeral(grams * *piece) } });
}

/// What "1,500 g" may stand for: 1500 g, 1.5 g.
std::pair<std::string, std::string> readings(const Texts& texts, const std::string& text,
                                             std::string_view language)
{
    constexpr std::string_view numberSigns = "0123456789.,";
    const auto begin = text.find_first_of(numberSigns);
    if (begin == std::string::npos)
        return { text, text };
    const auto end = std::min(text.find_first_not_of(numberSigns, begin), text.size());
    const std::string digits = text.substr(begin, end - begin);
    const std::string whole = boost::algorithm::replace_all_copy(digits, ",", ".");
    const auto number = parseNumber(whole);
    std::string thousands = digits;
    std::erase_if(thousands, [](char c) { return c == '.' || c == ','; });
    constexpr int decimals = 3;
    const std::string decimal = texts.numeral(formatNumber(number.value_or(0), decimals), language);
    return { text.substr(0, begin) + thousands + text.substr(end),
             text.substr(0, begin) + decimal + text.substr(end) };
}

std::string adviseText(const Data& data, const Food& food, const std::string& typed,
                       std::string_view language)
{
    const auto weight = data.amount(food, typed);
    if (weight)
        return {};
    const std::string said(trim(typed));
    const std::string portions = someOf(portionTexts(data, food, language));
    if (weight.error() == AmountFault::TwoReadings
        && tokeniseAmount(typed).fault == AmountFault::TwoReadings)
    {
        const auto [thousands, decimals] = readings(data.texts, said, language);
        return data.texts.text(
            "amount.twoReadings",
            { { "amount", said }, { "thousands", thousands }, { "decimals", decimals } }, language);
    }
    const char* const id = weight.error() == AmountFault::TwoReadings ? "amount.twoWeights"
                           : weight.error() == AmountFault::Range     ? "amount.range"
                                                                      : "amount.noWeight";
    return data.texts.text(id, { { "amount", said }, { "portions", portions } }, language);
}

} // namespace

std::string adviseAmount(const Data& data, const Food& food, const TypedAmount& amount,
                         std::string_view language)
{
    if (const double* const grams = std::get_if<double>(&amount))
        return adviseNumber(data, food, *grams, language);
    const std::string& text = std::get<std::string>(amount);
    if (trim(text).empty())
        return adviseNumber(data, food, 0, language);
    // "2" as a text is the number.
    const auto quantity = parseQuantity(text);
    if (quantity && quantity->unit.empty())
        return adviseNumber(data, food, quantity->number, language);
    return adviseText(data, food, text, language);
}

std::vector<std::string> portionTexts(const Data& data, const Food& food, std::string_view language)
{
    std::vector<std::string> texts;
    for (const auto& [name, grams] : food.portions.all())
    {
        // Of a millilitre no one eats one.
        constexpr double hundred = 100;
        const bool isMl = name == "ml";
        const std::string weight =
            data.texts.numeral(formatNumber(isMl ? grams * hundred : grams), language);
        std::string text =
            isMl ? portionText("100", name, weight)
                 : portionText("1", data.measures().portionName(name, language), weight);
        // Two portions may have one word in another language.
        if (std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    }
    texts.emplace_back(hundredGrams);
    return texts;
}

} // namespace quartet
