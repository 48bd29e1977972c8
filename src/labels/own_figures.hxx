/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The cells of a row of "My foods", read as a label prints them.

#pragma once

#include "labels/import_values.hxx"
#include "labels/own_columns.hxx"
#include "nutrition/data.hxx"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace quartet
{

/// The result of a formula that is read when it is needed.
struct Uncomputed
{
};

/// A formula that ended in an error.
struct CellFailure
{
    int error; ///< its number in the spreadsheet
};

/** What a cell holds. An empty one is unknown, and so is one that says that it
    has no value. */
using OwnCell = std::variant<std::monostate, double, std::string, CellFailure, Uncomputed>;

/// From the sheet's first column on.
using OwnCells = std::vector<OwnCell>;

/// What is wrong with a row: the id of a text and what it is filled in with.
struct OwnFault
{
    std::string text;
    std::string column = {};
    std::string value = {};
    std::optional<int> error = {}; ///< that a formula ended in
    std::string other = {};        ///< a second value, of texts that name two
};

bool isBlank(const OwnCell& cell);

/// The decimal sign that the texts of a row show.
DecimalSign decimalSign(const OwnColumns& columns, const OwnCells& cells);

/** The figure of a cell in the nutrient's own unit, for what the row's figures are for.
    "130 mg", "10,5" and "0 g" are figures; "traces", "<0.1" and "-" are unknown.
    @throws OwnFault */
std::optional<double> readOwnFigure(const OwnColumn& column, const OwnCell& cell,
                                    const Nutrient& nutrient, DecimalSign sign,
                                    const LabelRules* rules);

/** What a row's figures are for. */
struct OwnBasis
{
    double grams = 100;
    /// The portion that they are for and what one of it weighs, beside those that the row names.
    std::optional<std::pair<std::string, double>> portion = {};
    std::optional<double> weight = {}; ///< the cell's own, in grams
};

/** Reads "100 g", "per 100 ml", "1 portion", "2 tablets", "30 g".
    @param per the cell's text; blank for 100 g
    @param weight what that weighs: a number in grams, or an amount
    @param weightHeader of the column of weights; empty where there is none
    @param food with its name and its portions
    @throws OwnFault where nobody can tell what that weighs */
OwnBasis readOwnBasis(std::string_view per, const std::string& perHeader, const OwnCell& weight,
                      const std::string& weightHeader, const Food& food, const Data& data,
                      const LabelRules* rules);

/// No more digits than a figure was measured with: 0.1 mg are 100 µg.
double roundedDigits(double value);

} // namespace quartet
