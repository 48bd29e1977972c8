/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The work on one copy, shared by the files that do its parts.

#pragma once

#include "portable/data_sheet.hxx"
#include "portable/rewriting_formulas.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quartet
{

/// What a cell shows.
struct Shown
{
    sal_Int32 error = 0;
    css::uno::Any value;

    bool agrees(const Shown& other) const;
};

/// A formula that calls us.
struct Site
{
    Place place; ///< its cell, which it is given where it had none
    Place from;  ///< what its references are counted from
    Area area;   ///< of an array formula; else the cell
    Tokens original{};
    Tokens rewritten{};
    std::vector<Shown> shown{};
    std::set<std::string> sentences{}; ///< functions that become their value
    bool array = false;
    bool frozen = false;
    bool refused = false; ///< there is no native form

    /// Whether it shows nothing, as in a row that isn't filled in yet.
    bool isEmpty() const;
};

/// A condition of cells: what may be entered, or how they look.
struct Rule
{
    Area area;
    Tokens tokens; ///< as they stand in the source's cell
    Place source;
    bool list = false;
    std::function<void(const Tokens&)> apply;
    std::function<void()> remove;
    Tokens rewritten{};
};

/// Why a call can't be rewritten: its cell gets its value.
struct NoNativeForm
{
};

class Rewriting
{
public:
    Rewriting(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
              std::shared_ptr<const Standards> standards, std::shared_ptr<const FoodTable> foods,
              const Words& words, const PortableChoices& choices);

    PortableReport run();

private:
    using NameId = std::pair<sal_Int32, sal_Int32>; ///< scope and index
    struct Name
    {
        css::uno::Reference<css::sheet::XNamedRange> name;
        Tokens tokens;
        bool ours = false;
        std::optional<Tokens> rewritten{};
    };
    /// Words of a call that aren't constants, and what they are now.
    using Said = std::vector<std::pair<Part, css::uno::Any>>;

    // The document
    void recalculate() const;
    css::uno::Reference<css::table::XCellRange> sheet(sal_Int32 index) const;
    css::uno::Reference<css::table::XCellRange> range(const Area& area) const;
    css::uno::Reference<css::table::XCell> cell(const Place& place) const;
    Tokens tokensOf(const Place& place) const;
    std::vector<Shown> shown(const Area& area) const;
    std::string nameOf(const Place& place) const;
    /// A range as far as the sheet is used: whole columns are long.
    Area used(Area area) const;
    void forEachFormula(const std::function<void(const Place&)>& visit) const;

    // Names
    static NameId idOf(const css::sheet::FormulaToken& token);
    /// The name that a token is, or the end of all names.
    std::map<NameId, Name>::const_iterator nameAt(const css::sheet::FormulaToken& token) const;
    void readNames(const css::uno::Reference<css::beans::XPropertySet>& owner, sal_Int32 scope);
    void readNames();
    bool callsUs(const Tokens& tokens) const;
    /// With each name that calls us in its own words; inside our calls, every name.
    Tokens expanded(const Tokens& tokens, bool all, int depth = 0) const;
    void rewriteNames();
    void writeNames();

    // Rules
    void collectRules();
    void collectValidities(sal_Int32 index);
    void collectConditions(sal_Int32 index);
    Tokens parsed(const rtl::OUString& text, const Place& from, bool english);
    void addRule(Rule rule);
    void writeRules();

    // Cells
    void collect();
    void collect(const Place& place);
    void rewrite(Site& site);
    Tokens rewritten(const Tokens& tokens, const Place& from, bool array);
    /// Takes the formulas away: Calc splits its groups of them slowly, one by one.
    void clearSites() const;
    void writeSites();
    Tokens finalTokens(const Site& site) const;
    void write(const Site& site, const Tokens& tokens);
    /// The same formula in the cells of a column.
    void write(const std::vector<const Site*>& run, const Tokens& tokens);
    void freeze(Site& site);
    void setShown(const Place& place, const Shown& value);
    /// What doesn't give the same any more gets its value.
    void check();
    void annotate();

    // Calls
    Tokens single(const Tokens& argument, const Place& from, bool array) const;
    Part partOf(const OurCall& call, std::size_t argument, const Place& from, bool array);
    Part singlePart(const OurCall& call, std::size_t argument, const Place& from, bool array);
    std::optional<Area> areaArgument(const Part& part, const Place& from) const;
    std::string word(const OurCall& call, std::size_t argument, const Place& from, Said& said);
    css::sheet::FormulaToken whileSame(const css::sheet::FormulaToken& token, const Said& said,
                                       const Place& from);
    std::string tagOf(const std::string& nutrient) const;
    std::string formTag(const std::string& form) const;
    css::sheet::FormulaToken food(const OurCall& call, const std::string& method, const Place& from,
                                  bool array);
    css::sheet::FormulaToken total(const OurCall& call, const std::string& method,
                                   const Place& from);
    css::sheet::FormulaToken missing(const OurCall& call, const Place& from);
    css::sheet::FormulaToken converted(const OurCall& call, const css::sheet::FormulaToken& name,
                                       const Place& from, bool array);

    // What is left out
    bool isLeftOut(Role role) const;
    void collectPrivate(const Tokens& tokens, const Site& site);
    /// The names in what our calls are told of the person, in formulas and in names.
    void collectPrivateNames(const Tokens& tokens, int depth = 0);
    void addPrivateNames(const Tokens& argument, Role role, int depth = 0);
    bool usesPrivateName(const Tokens& tokens, int depth = 0) const;
    void leaveOutNames() const;
    void leaveOut();
    void leaveOut(const Area& area, Role role);
    void leaveOut(const Place& place, Role role);

    const css::uno::Reference<css::sheet::XSpreadsheetDocument> m_document;
    const css::uno::Reference<css::lang::XMultiServiceFactory> m_services;
    const css::uno::Reference<css::container::XIndexAccess> m_sheets;
    const std::shared_ptr<const Standards> m_standards;
    const Words& m_words;
    const PortableChoices m_choices;
    const FormulaGrammar m_grammar;
    const sal_Int32 m_sheetCount; ///< without the one of the data
    NutritionSheet m_data;
    std::map<NameId, Name> m_names;
    std::map<rtl::OUString, css::sheet::FormulaToken> m_ours; ///< by name in small letters
    std::vector<Rule> m_rules;
    std::vector<Site> m_sites;
    Site* m_site = nullptr; ///< that is being rewritten
    std::vector<std::string> m_frozen;
    std::size_t m_frozenCells = 0;

    std::vector<std::pair<Area, Role>> m_private; ///< what arguments about the person refer to
    std::set<NameId> m_privateNames;              ///< those that hold a constant
    std::set<Place> m_leftOut;                    ///< cells
    std::set<Place> m_medicines;                  ///< those of them that named one
    std::set<std::string> m_secrets;              ///< what stood there
    std::set<Place> m_aboutMedicines;             ///< cells whose text may name one
    bool m_anyMedicine = false;                   ///< in a cell or in a call
};

} // namespace quartet
