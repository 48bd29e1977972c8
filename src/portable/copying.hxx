/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A document becomes a portable copy: scanned, planned, written, verified, and
// last what is left out taken out.

#pragma once

#include "nutrition/standards.hxx"
#include "portable/calls.hxx"
#include "portable/secrets.hxx"
#include "portable/tables.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quartet
{

/// A cell that mentions something which the copy leaves out.
struct Mention
{
    std::string cell; ///< "Sheet1.B5", or what is beside it
    std::string text;
};

/// The cells of the first of them, for a message.
std::string listed(const std::vector<Mention>& mentions);

/// How much of the work is done behind each of its steps, about, as `progress` is told.
namespace CopyDone
{
inline constexpr double loaded = 0.05;
inline constexpr double scanned = 0.1;
inline constexpr double planned = 0.4;
inline constexpr double written = 0.7;
inline constexpr double verified = 0.85;
inline constexpr double redacted = 0.9;
} // namespace CopyDone

/// How a person wants a copy.
struct PortableChoices
{
    bool valuesOnly = false;
    bool withMedicines = false;
    bool withPerson = false; ///< age, sex and stage of life
    bool xlsx = false;       ///< else .ods
    bool allFoods = false;   ///< the copy carries the whole table
    std::string language{};  ///< of the person, as in "de"

    /** Asked where cells mention what is left out. @returns those of them to take out
        too; the others stay. Nothing: the copy is not made. Where none is asked, a
        mention is refused. */
    std::function<std::optional<std::set<std::string>>(const std::vector<Mention>&)> mentions{};
    /// Told how much of the work is done, 0 to 1. @returns whether to go on
    std::function<bool(double)> progress{};

    bool leavesOut(Role role) const
    {
        return role == Role::Medicines ? !withMedicines : isAboutPerson(role) && !withPerson;
    }
    bool leavesAnythingOut() const { return !withMedicines || !withPerson; }
};

/// What has become of the formulas.
struct PortableReport
{
    std::size_t native = 0; ///< cells that go on calculating
    std::size_t frozen = 0; ///< cells that hold a value in their place
    Secrets secrets{};      ///< what the file may not hold
};

/** Rewrites a document in its place: it is a copy already.
    @param foods the registry's and the workbook's own
    @param names of foods
    @throws NotWritten where something can't be left out
    @throws css::uno::Exception where Calc refuses */
PortableReport makePortable(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                            std::shared_ptr<const Standards> standards,
                            std::shared_ptr<const FoodTable> foods, NamesOfFoods names,
                            const Words& words, const PortableChoices& choices);

} // namespace quartet
