/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Formulas that nobody means well with: each function with arguments that are right,
// wrong, damaged, out of place or missing; and what the contract lets them show.

#pragma once

#include "case_file.hxx"
#include "compile/function_table.hxx"
#include "nutrition/data.hxx"

#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace quartet
{

/** What the formulas refer to, in the columns B to D. */
const std::vector<Given>& hostileCells();

struct HostileFormula
{
    std::string call; ///< without "="
    const FunctionEntry* function = nullptr;
    std::set<std::string> errors{}; ///< that it may show, as Calc writes them
    /// Where the data alone say what is right: the figure, or nothing where it is unknown.
    std::optional<std::optional<double>> figure{};
};

/** What is wrong with what a cell shows: no number, a text in place of a number, an
    error that the contract doesn't name, a figure of what nobody knows.
    @returns an empty text where nothing is */
std::string wrongAnswer(const HostileFormula& formula, const Shown& shown);

/** An endless row of them, the same for the same seed. */
class HostileFormulas
{
public:
    /// @param functions,data must outlive it
    HostileFormulas(const std::vector<FunctionEntry>& functions, const Data& data,
                    std::uint32_t seed);

    HostileFormula next();

private:
    struct Argument
    {
        std::string text;
        std::set<std::string> errors{};
    };

    std::size_t below(std::size_t most) { return m_random() % most; }
    template <typename List> const auto& oneOf(const List& list)
    {
        return list[below(list.size())];
    }

    HostileFormula random(int depth);
    HostileFormula rightFigure();
    HostileFormula rightTotal();
    Argument argument(const ParameterEntry& parameter, int depth);
    /// A text that such a parameter takes.
    std::string right(const ParameterEntry& parameter);
    std::string damaged(std::string text);
    std::string food();
    std::string nutrient();

    const std::vector<FunctionEntry>& m_functions;
    const Data& m_data;
    std::mt19937 m_random;
};

} // namespace quartet
