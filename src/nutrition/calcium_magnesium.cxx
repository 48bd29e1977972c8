/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/calcium_magnesium.hxx"

#include <boost/algorithm/string/join.hpp>

#include <cmath>

namespace quartet
{

namespace
{

constexpr int decimals = 1; // of a ratio, where they tell enough

} // namespace

CalciumMagnesium::CalciumMagnesium(const std::vector<Row>& rows, const NutrientTable& nutrients,
                                   const IntakeTable& intakes, const Texts& texts,
                                   std::vector<Damage>& damages)
    : m_nutrients(nutrients)
    , m_intakes(intakes)
    , m_texts(texts)
{
    readRows("calcium_magnesium", { "from", "to", "short", "source", "place", "confidence" }, rows,
             damages, [this](const Row& row) {
                 m_bands.push_back({ row.requiredNumber("from"), row.requiredNumber("to"),
                                     std::string(row.requiredText("short")) });
             });
}

Result<double> CalciumMagnesium::ratio(double calcium, double magnesium)
{
    if (magnesium == 0)
        return Problem::DivisionByZero;
    const double ratio = calcium / magnesium;
    return std::isfinite(ratio) ? Result<double>(ratio) : Problem::InvalidArgument;
}

std::string CalciumMagnesium::ownTargets(const Person& person, std::string_view standard) const
{
    const auto target = [&](const char* tag) -> std::optional<Intake> {
        const auto nutrient = m_nutrients.findTag(tag);
        if (!nutrient)
            return std::nullopt;
        return m_intakes.findValue(standard, *nutrient, IntakeKind::Target, person);
    };
    const auto calcium = target("CA");
    const auto magnesium = target("MG");
    if (!calcium || !magnesium || *magnesium->value == 0)
        return {};
    const bool stricter = calcium->stricter || magnesium->stricter;
    return m_texts.text(
        stricter ? "camg.targets.stricter" : "camg.targets",
        { { "authority", calcium->authority->shortName },
          { "calcium", formatNumber(*calcium->value) },
          { "calcium term", calcium->term },
          { "calcium year", calcium->year },
          { "magnesium", formatNumber(*magnesium->value) },
          { "magnesium term", magnesium->term },
          { "magnesium year", magnesium->year },
          { "ratio", formatNumber(*calcium->value / *magnesium->value, decimals) } });
}

Result<std::string> CalciumMagnesium::status(double calcium, double magnesium, const Person& person,
                                             std::string_view standard) const
{
    const auto found = ratio(calcium, magnesium);
    if (!found)
        return found.error();
    std::vector<std::string> sentences;
    for (const Band& band : m_bands)
    {
        const bool below = *found < band.from;
        const bool above = *found > band.to;
        const double edge =
            std::abs(*found - band.from) < std::abs(*found - band.to) ? band.from : band.to;
        sentences.push_back(m_texts.text(below   ? "camg.below"
                                         : above ? "camg.above"
                                                 : "camg.within",
                                         { { "ratio", formatBeside(*found, edge, decimals) },
                                           { "from", formatNumber(band.from, decimals) },
                                           { "to", formatNumber(band.to, decimals) },
                                           { "whose", band.whose } }));
    }
    sentences.push_back(ownTargets(person, standard));
    std::erase(sentences, std::string());
    return boost::algorithm::join(sentences, " ");
}

} // namespace quartet
