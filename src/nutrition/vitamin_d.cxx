/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/vitamin_d.hxx"

#include "nutrition/fold.hxx"

#include <algorithm>

namespace quartet
{

namespace
{

/// Converting forth and back may lose the last digits of a double.
constexpr double rounding = 1e-12;

/// The lowest and the highest level that a bound leaves.
std::pair<double, double> ends(const VitaminDLevel& level)
{
    constexpr double justBeside = 1e-9;
    constexpr double aboveAll = 1e9;
    switch (level.bound)
    {
        case LevelBound::Below:
            return { 0, level.value * (1 - justBeside) };
        case LevelBound::UpTo:
            return { 0, level.value };
        case LevelBound::From:
            return { level.value, std::max(level.value, aboveAll) };
        case LevelBound::Above:
            return { level.value * (1 + justBeside), std::max(level.value * 2, aboveAll) };
        default:
            return { level.value, level.value };
    }
}

} // namespace

std::optional<Edge> parseEdge(std::string_view text)
{
    const std::string folded = fold(text);
    if (folded == "lower")
        return Edge::Lower;
    if (folded == "upper")
        return Edge::Upper;
    return std::nullopt;
}

bool VitaminDStandards::Category::holds(double level, LevelUnit unit) const
{
    const double edge = begin(unit);
    return edgeBelongs ? level >= edge * (1 - rounding) : level > edge * (1 + rounding);
}

double VitaminDStandards::Category::begin(LevelUnit unit) const
{
    const double ngPerMl = lower.ngPerMl.value_or(0);
    const double nmolPerL = lower.nmolPerL.value_or(0);
    const auto [own, other] = unit == LevelUnit::NgPerMl ? std::pair(ngPerMl, nmolPerL / nmolPerNg)
                                                         : std::pair(nmolPerL, ngPerMl * nmolPerNg);
    return edgeBelongs ? std::min(own, other) : std::max(own, other);
}

VitaminDStandards::VitaminDStandards(const std::vector<Row>& standards,
                                     const std::vector<Row>& categories,
                                     const ConfidenceTable& confidence, double nmolPerNg,
                                     StandardNames names, const StandardNames& authorities,
                                     std::vector<Damage>& damages)
    : m_names(std::move(names))
{
    readRows("vitamin_d_standards",
             { "order", "name", "year", "standing", "source", "place", "confidence", "authority" },
             standards, damages, [&](const Row& row) {
                 if (const std::string_view whose = row.text("authority"); !whose.empty())
                     m_names.addAll("authority", authorities, whose, row.id());
                 m_standards.push_back(
                     { fold(row.id()), row.requiredNumber("order"),
                       std::string(row.requiredText("name")), std::string(row.requiredText("year")),
                       confidence.caveat(row), row.requiredText("standing") == "overlay" });
             });
    std::sort(m_standards.begin(), m_standards.end(),
              [](const Standard& left, const Standard& right) { return left.order < right.order; });

    readRows("vitamin_d",
             { "standard", "category", "ng/mL", "nmol/L", "edge", "to ng/mL", "to nmol/L",
               "overrules", "caution" },
             categories, damages, [this, nmolPerNg](const Row& row) {
                 const std::string_view edge = row.requiredText("edge");
                 if (edge != "at" && edge != "above")
                     throw BadRow("edge", "is neither \"at\" nor \"above\"");
                 const auto printed = [&row](const char* ngPerMl, const char* nmolPerL) {
                     Level level{ row.number(ngPerMl), row.number(nmolPerL) };
                     if (level.ngPerMl.has_value() != level.nmolPerL.has_value())
                         throw BadRow(nmolPerL, "both units or neither");
                     return level;
                 };
                 const std::string id = fold(row.requiredText("standard"));
                 const auto standard =
                     std::find_if(m_standards.begin(), m_standards.end(),
                                  [&id](const Standard& each) { return each.id == id; });
                 if (standard == m_standards.end())
                     throw BadRow("standard", "\"" + id + "\" is no standard");
                 standard->categories.push_back({ std::string(row.requiredText("category")),
                                                  printed("ng/mL", "nmol/L"),
                                                  printed("to ng/mL", "to nmol/L"), edge == "at",
                                                  row.text("overrules") == "yes",
                                                  std::string(row.text("caution")), nmolPerNg });
             });
    for (Standard& standard : m_standards)
        std::stable_sort(standard.categories.begin(), standard.categories.end(),
                         [](const Category& left, const Category& right) {
                             return left.lower.ngPerMl < right.lower.ngPerMl;
                         });
}

const VitaminDStandards::Category* VitaminDStandards::Standard::find(double level,
                                                                     LevelUnit unit) const
{
    const auto found =
        std::find_if(categories.rbegin(), categories.rend(),
                     [level, unit](const Category& each) { return each.holds(level, unit); });
    return found == categories.rend() ? nullptr : &*found;
}

const VitaminDStandards::Standard* VitaminDStandards::find(std::string_view standard) const
{
    const std::string id = m_names.code(standard);
    const auto found = std::find_if(m_standards.begin(), m_standards.end(),
                                    [&id](const Standard& each) { return each.id == id; });
    return found == m_standards.end() ? nullptr : &*found;
}

const VitaminDStandards::Category* VitaminDStandards::safety(double level, LevelUnit unit) const
{
    for (const Standard& standard : m_standards)
        if (standard.overlay)
            if (const Category* const found = standard.find(level, unit))
                return found;
    return nullptr;
}

Result<std::string> VitaminDStandards::words(const Standard& standard,
                                             const VitaminDLevel& level) const
{
    const auto [low, high] = ends(level);
    auto words = wordsAt(standard, low, level.unit);
    const auto others = wordsAt(standard, high, level.unit);
    if (!words || !others || *words != *others)
        return Problem::NotAvailable;
    return words;
}

Result<std::string> VitaminDStandards::wordsAt(const Standard& standard, double level,
                                               LevelUnit unit) const
{
    const Category* const danger = safety(level, unit);
    if (danger && danger->overrules)
        return danger->words;
    const Category* const category = standard.find(level, unit);
    if (!category)
        return Problem::NotAvailable;
    return category->words;
}

Result<std::string> VitaminDStandards::status(const VitaminDLevel& level,
                                              std::string_view standard) const
{
    const Standard* const chosen = find(standard);
    if (!(level.value >= 0) || !chosen || chosen->overlay)
        return Problem::InvalidArgument;
    return words(*chosen, level);
}

Result<std::string> VitaminDStandards::caution(const VitaminDLevel& level) const
{
    if (!(level.value >= 0))
        return Problem::InvalidArgument;
    const auto at = [&](double value) {
        const Category* const found = safety(value, level.unit);
        return found ? found->caution : std::string();
    };
    const auto [low, high] = ends(level);
    // What is said at a level holds above it: "at or above 100 ng/mL …".
    const bool hasLower = low > 0 || high == low;
    std::string text = at(hasLower ? low : high);
    if (!hasLower && !text.empty())
        return Problem::NotAvailable;
    return text;
}

Result<std::vector<VitaminDVerdict>> VitaminDStandards::compare(const VitaminDLevel& level) const
{
    if (!(level.value >= 0))
        return Problem::InvalidArgument;
    std::vector<VitaminDVerdict> verdicts;
    for (const Standard& standard : m_standards)
        if (!standard.overlay)
            verdicts.push_back(
                { standard.name, standard.year, words(standard, level), standard.caveat });
    return verdicts;
}

Result<std::vector<VitaminDEdge>> VitaminDStandards::edges(std::string_view standard,
                                                           LevelUnit unit) const
{
    const Standard* const chosen = find(standard);
    if (!chosen || chosen->overlay)
        return Problem::InvalidArgument;
    std::vector<VitaminDEdge> edges;
    const auto add = [&](const Standard& whose, bool overruling) {
        for (auto each = whose.categories.rbegin(); each != whose.categories.rend(); ++each)
            if (!overruling || each->overrules)
                edges.push_back(
                    { whose.name, each->words, each->words, each->begin(unit), each->edgeBelongs });
    };
    for (const Standard& each : m_standards)
        if (each.overlay)
            add(each, true);
    add(*chosen, false);
    return edges;
}

std::vector<VitaminDEdge> VitaminDStandards::cautionEdges(LevelUnit unit) const
{
    std::vector<VitaminDEdge> edges;
    for (const Standard& standard : m_standards)
        if (standard.overlay)
            for (auto each = standard.categories.rbegin(); each != standard.categories.rend();
                 ++each)
                edges.push_back({ standard.name, each->words, each->caution, each->begin(unit),
                                  each->edgeBelongs });
    return edges;
}

Result<double> VitaminDStandards::cutoff(std::string_view standard, std::string_view category,
                                         LevelUnit unit, Edge edge) const
{
    const Standard* const chosen = find(standard);
    if (!chosen)
        return Problem::InvalidArgument;
    const std::string words = fold(category);
    const auto found =
        std::find_if(chosen->categories.begin(), chosen->categories.end(),
                     [&words](const Category& each) { return fold(each.words) == words; });
    if (found == chosen->categories.end())
        return Problem::InvalidArgument;
    const auto level = (edge == Edge::Lower ? found->lower : found->upper).in(unit);
    if (!level)
        return Problem::NotAvailable;
    return *level;
}

} // namespace quartet
