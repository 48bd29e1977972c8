/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/estimates.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"

#include <algorithm>
#include <cmath>

namespace quartet
{

namespace
{

using Of = EstimateRule::Of;

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The share of its figures that a rule's range has to hold.
constexpr double requiredInside = 0.9;

/** µg per 100 g below which a factor says little: an estimate of 0.1 is as good
    as one of 0.4 where a day has 50. */
constexpr double small = 0.5;

/// As many digits as an estimate deserves.
double rounded(double number)
{
    if (number <= 0)
        return 0;
    const double step = std::pow(10, std::floor(std::log10(number)) - 1);
    const double result = std::round(number / step) * step;
    return std::round(result * 1e6) / 1e6;
}

std::string asText(double number) { return formatNumber(number, 4); }

/// The factor by which two amounts differ, 1 or more.
double apart(double one, double other) { return std::max(one / other, other / one); }

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 1;
    std::sort(values.begin(), values.end());
    const auto place =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(place, 1) - 1];
}

/// The end of a range whose middle is an estimate; at least what is small around it.
double lowEnd(double value, double within)
{
    return std::min(value / within, std::max(0.0, value - small));
}
double highEnd(double value, double within) { return std::max(value * within, value + small); }

} // namespace

Estimates::Estimates(const Tables& tables, const Data& data, std::vector<Damage>& damages)
    : m_data(data)
{
    readWays(tableRows(tables, "estimated_foods"), damages);
    readBasis(tableRows(tables, "estimate_basis"), damages);
    test(damages);
    readRows("estimated_foods", {}, tableRows(tables, "estimated_foods"), damages,
             [this](const Row& row) {
                 const auto way = m_ways.find(row.id());
                 if (way == m_ways.end())
                     return;
                 const Food& each = food(row.id());
                 if (each.value(m_data.nutrients.k2().total))
                     m_estimates.emplace(row.id(), spread(each, way->second));
                 else
                     make(row.id());
             });
}

void Estimates::readWays(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("estimated_foods", { "rule", "from" }, rows, damages, [this](const Row& row) {
        const std::string id(row.requiredText("rule"));
        const EstimateRule* const rule = m_data.estimateRules.find(id);
        if (!rule)
            throw BadRow("rule", "\"" + id + "\" is no rule");
        const bool measured = food(row.id()).value(m_data.nutrients.k2().total).has_value();
        if (!measured && (rule->of == Of::Food || rule->of == Of::Recipe))
            row.requiredText("from");
        m_ways.emplace(row.id(), Way{ rule, id, std::string(row.text("from")) });
    });
}

void Estimates::readBasis(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("estimate_basis", { "rule", "words", "value", "of", "source" }, rows, damages,
             [this](const Row& row) {
                 const std::string id(row.requiredText("rule"));
                 const EstimateRule* const rule = m_data.estimateRules.find(id);
                 if (!rule)
                     throw BadRow("rule", "\"" + id + "\" is no rule");
                 row.requiredText("words");
                 row.requiredText("source");
                 m_data.sources.citation(row, "source");
                 double of = 1;
                 if (rule->of == Of::Recipe)
                     // The sources measured MK-4 alone.
                     of = mixed(row.requiredText("of"), true);
                 else if (rule->of != Of::Kind && rule->of != Of::Range)
                     of = row.requiredNumber("of");
                 m_basis[id].push_back({ row.requiredNumber("value"), of });
             });
}

const Food& Estimates::food(const std::string& id) const
{
    const Food* const found = m_data.foods.find(id);
    if (!found || found->id != id)
        throw BadRow("id", "\"" + id + "\" is no food");
    return *found;
}

Estimates::Amount Estimates::amount(const std::string& id, bool mk4)
{
    const Food& asked = food(id);
    const Menaquinones& k2 = m_data.nutrients.k2();
    const auto part = mk4 ? asked.value(k2.mk4) : std::nullopt;
    if (const auto value = part ? part : asked.value(k2.total))
        return { *value, asked.k2.low.value_or(*value), asked.k2.high.value_or(*value) };
    const Estimate& made = make(id);
    if (!made.value)
        throw BadRow("from", id + " has a range alone");
    return { *made.value, made.low.value_or(0), made.high.value_or(0) };
}

const Estimate& Estimates::make(const std::string& id)
{
    const auto made = m_estimates.find(id);
    if (made != m_estimates.end())
        return made->second;
    const auto way = m_ways.find(id);
    if (way == m_ways.end())
        throw BadRow("from", id + " has neither a total nor an estimate");
    if (std::find(m_asked.begin(), m_asked.end(), id) != m_asked.end())
        throw BadRow("from", id + " is estimated from itself");
    m_asked.push_back(id);
    const Estimate result = estimate(food(id), way->second);
    m_asked.pop_back();
    return m_estimates.emplace(id, result).first->second;
}

double Estimates::mixed(std::string_view recipe, bool mk4)
{
    double sum = 0;
    double shares = 0;
    const Row row("recipe", { { "from", std::string(recipe) } });
    const Weights ingredients = readPortions(row, "from");
    for (const auto& [ingredient, share] : ingredients.all())
    {
        sum += amount(ingredient, mk4).value * share / 100;
        shares += share;
    }
    // Meat and milk lose water in cooking and drying: they may weigh more than the dish.
    constexpr double most = 400;
    if (shares > most)
        throw BadRow("from", "the ingredients are more than the dish");
    return sum;
}

Estimate Estimates::estimate(const Food& each, const Way& way)
{
    const EstimateRule& rule = *way.rule;
    const Menaquinones& k2 = m_data.nutrients.k2();
    Estimate result;
    result.rule = way.ruleId;
    result.low = rule.low;
    result.high = rule.high;
    const double known = k2Per100g(each, k2, K2Form::Known).value_or(0);
    if (rule.of != Of::Range)
    {
        double within = rule.within.value_or(1);
        double of = 1;
        if (rule.of == Of::Fat)
        {
            const auto given = parseNumber(way.from);
            const auto fat = given ? given : each.value(m_data.nutrients.findTag("FAT").value());
            if (!fat)
                throw BadRow("from", each.id + " has no fat");
            of = *fat;
            result.basis = asText(of) + " g of fat in 100 g";
        }
        else if (rule.of == Of::MK4)
        {
            const auto mk4 = each.value(k2.mk4);
            if (!mk4)
                throw BadRow("rule", each.id + " has no MK-4");
            of = *mk4;
            result.basis = "MK-4 " + asText(of);
        }
        else if (rule.of == Of::Recipe)
        {
            of = mixed(way.from);
            result.basis = way.from;
        }
        else if (rule.of == Of::Food)
        {
            const Amount from = amount(way.from);
            of = from.value;
            if (from.value > 0 && from.high > 0)
                within = std::exp(std::hypot(
                    std::log(within),
                    std::log(std::max({ from.high / from.value,
                                        from.low > 0 ? from.value / from.low : 1, 1.0 }))));
            result.basis = food(way.from).name + ", " + asText(from.value);
        }
        const double value = factor(way.ruleId, none) * of;
        result.value = std::max(rounded(value), known);
        if (!rule.low)
        {
            result.low = rounded(lowEnd(*result.value, within));
            result.high = rounded(highEnd(*result.value, within));
        }
    }
    result.low = std::min(std::max(result.low.value_or(0), known),
                          result.value.value_or(std::max(result.low.value_or(0), known)));
    result.high = std::max({ result.high.value_or(0), result.value.value_or(0), *result.low });
    return result;
}

/// How far from a food's one figure another's may be: as far as foods of its kind are apart.
Estimate Estimates::spread(const Food& each, const Way& way) const
{
    const EstimateRule& rule = *way.rule;
    const double total = each.value(m_data.nutrients.k2().total).value();
    Estimate ends;
    ends.low = rounded(rule.within ? lowEnd(total, *rule.within) : std::min(total, *rule.low));
    ends.high = rounded(rule.within ? highEnd(total, *rule.within) : std::max(total, *rule.high));
    return ends;
}

double Estimates::factor(const std::string& ruleId, std::size_t without) const
{
    const EstimateRule& rule = *m_data.estimateRules.find(ruleId);
    if (rule.times)
        return *rule.times;
    double sum = 0;
    double count = 0;
    const auto basis = m_basis.find(ruleId);
    if (basis == m_basis.end())
        throw BadRow("rule", ruleId + " has nothing to lean on");
    for (std::size_t i = 0; i < basis->second.size(); ++i)
    {
        const Figure& figure = basis->second[i];
        if (i == without || figure.value <= 0 || figure.of <= 0)
            continue;
        sum += std::log(figure.value / figure.of);
        ++count;
    }
    if (count == 0)
        throw BadRow("rule", ruleId + " has nothing to lean on");
    return std::exp(sum / count);
}

void Estimates::test(std::vector<Damage>& damages)
{
    for (const auto& [id, rule] : m_data.estimateRules.all())
    {
        const auto& figures = m_basis[id];
        LeaveOneOut result;
        result.figures = figures.size();
        std::vector<double> factors;
        for (std::size_t i = 0; i < figures.size(); ++i)
        {
            const double value = figures[i].value;
            result.mean += value / static_cast<double>(figures.size());
            if (rule.of == Of::Range)
            {
                result.inside += value >= *rule.low && value <= *rule.high;
                continue;
            }
            const double estimate = figures.size() == 1 ? value : factor(id, i) * figures[i].of;
            result.meanError += std::abs(estimate - value) / static_cast<double>(figures.size());
            const double low = rule.low ? *rule.low : lowEnd(estimate, *rule.within);
            const double high = rule.high ? *rule.high : highEnd(estimate, *rule.within);
            result.inside += value >= low && value <= high;
            if (std::abs(estimate - value) <= small)
                factors.push_back(1);
            else if (value > 0 && estimate > 0)
                factors.push_back(apart(estimate, value));
        }
        result.medianFactor = quantile(factors, 0.5);
        result.factor90 = quantile(factors, requiredInside);
        if (result.figures == 0)
            damages.push_back({ "estimates", id, {}, {}, "leans on no figure" });
        else if (static_cast<double>(result.inside)
                 < requiredInside * static_cast<double>(result.figures))
            damages.push_back({ "estimates",
                                id,
                                {},
                                rule.within ? "within" : "low",
                                "holds " + std::to_string(result.inside) + " of "
                                    + std::to_string(result.figures) + " figures alone" });
        m_tests.emplace(id, result);
    }
}

std::vector<Row> Estimates::appliedTo(const std::vector<Row>& foods) const
{
    std::vector<Row> rows;
    rows.reserve(foods.size());
    for (const Row& row : foods)
    {
        Row::Fields fields;
        for (const auto& [field, text] : row.fields())
            fields.emplace(field, text);
        const auto made = m_estimates.find(row.id());
        if (made != m_estimates.end())
        {
            const Estimate& estimate = made->second;
            const Food& of = food(row.id());
            const bool total = of.value(m_data.nutrients.k2().total).has_value();
            if (estimate.value && !total)
                fields["K2 estimate"] = asText(*estimate.value);
            // The range that was seen stands for itself.
            if (!total || (!of.k2.low && !of.k2.high))
            {
                fields["K2 estimate low"] = asText(estimate.low.value_or(0));
                fields["K2 estimate high"] = asText(estimate.high.value_or(0));
            }
            if (!total)
                fields["K2 rule"] =
                    estimate.rule + (estimate.basis.empty() ? "" : " " + estimate.basis);
        }
        rows.emplace_back(row.id(), fields);
    }
    return rows;
}

std::vector<std::string> Estimates::table() const
{
    std::vector<std::string> lines{ "| rule | figures | mean µg | mean error µg | half within | 90 "
                                    "% within | stated | inside |",
                                    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |" };
    for (const auto& [id, rule] : m_data.estimateRules.all())
    {
        const LeaveOneOut& test = m_tests.at(id);
        const bool range = rule.of == Of::Range;
        const std::string stated = rule.within
                                       ? "× " + formatNumber(*rule.within)
                                       : formatNumber(*rule.low) + "–" + formatNumber(*rule.high);
        lines.push_back("| " + rule.words + " | " + std::to_string(test.figures) + " | "
                        + formatNumber(test.mean) + " | "
                        + (range ? "" : formatNumber(test.meanError)) + " | "
                        + (range ? "" : "× " + formatNumber(test.medianFactor)) + " | "
                        + (range ? "" : "× " + formatNumber(test.factor90)) + " | " + stated + " | "
                        + std::to_string(test.inside) + " |");
    }
    return lines;
}

} // namespace quartet
