/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Turns formulas that call us into formulas over the tables of data.

#pragma once

#include "portable/calls.hxx"
#include "portable/copying.hxx"
#include "portable/data_sheet.hxx"
#include "portable/limits.hxx"
#include "portable/names.hxx"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quartet
{

/// Why a formula can't be rewritten.
struct NoNativeForm
{
};

/** How a document looks texts up.
    @param xlsx whether the copy is one, which knows one way and holds no such setting */
Lookup lookupOf(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, bool xlsx);

/// Has a document look texts up as an .xlsx does.
void lookUpAsExcel(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

class Lowering
{
public:
    Lowering(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
             std::shared_ptr<const Standards> standards, const Words& words,
             PortableChoices choices, const DataSheet& sheet, DataTables& tables, Lookup lookup);

    /** The same formula with native ones in place of our calls.
        @param from the cell that its references are counted from
        @throws NoNativeForm */
    Tokens native(const Tokens& tokens, const Place& from, bool array);
    /** Each call as its value, as long as its arguments are what they are. */
    Tokens guarded(const Tokens& tokens, const Place& from, bool array);
    /** The whole formula as its values, as long as the cells that it refers to hold
        what they hold.
        @param shown row by row, of an array formula's cells or of the one
        @throws NoNativeForm */
    Tokens heldWhole(const Tokens& tokens, const Place& from, bool array, sal_Int32 columns,
                     const std::vector<Shown>& shown);
    /// The tokens of a formula's text. @param arguments that take their marks' places
    Tokens parsed(const std::string& formula, const std::vector<Tokens>& arguments);
    /// Whether it tells one of our calls of medicines that are to be left out.
    bool tellsOfMedicines(const Tokens& tokens) const;
    const ExcelFormulas& excel() const { return m_excel; }
    /// Whether the last formula holds what cells hold now.
    bool readValues() const { return m_readValues; }
    /// Whether the last formula must be an array formula.
    bool needsArray() const { return m_needsArray; }
    /** Whether amounts are numbers: of many rows, each formula is short then. */
    void setNumbersOnly(bool only) { m_numbersOnly = only; }

private:
    /// An argument of the call that is being rewritten.
    struct Argument
    {
        Role role = Role::Word;
        Tokens original;
        Tokens lowered;
        std::optional<css::uno::Any> constant;
        bool leftOut = false;

        bool given() const { return !original.empty(); }
    };
    struct Call
    {
        const PortableMethod* method;
        css::sheet::FormulaToken name;
        OurCall call;
        std::vector<Argument> arguments;
        Place from;
        bool array;
        bool alone; ///< whether the formula is nothing else

        bool isGiven(std::size_t i) const { return i < arguments.size() && arguments[i].given(); }
    };

    Tokens lowered(const Tokens& tokens, const Place& from, bool array, bool guardAll);
    Tokens lowered(const OurCall& call, const css::sheet::FormulaToken& name, const Place& from,
                   bool array, bool guardAll);
    /// @throws NoNativeForm where Excel wouldn't take them
    Tokens fitting(Tokens tokens) const;
    Tokens single(const Tokens& argument, const Place& from, bool array) const;
    bool isLeftOut(Role role) const;
    /// Whether a call's answer is of something that is left out.
    bool isOfWhatIsLeftOut(const Call& call) const;

    /// How an argument stands in a formula's text.
    std::string spelled(const Call& call, std::size_t argument) const;
    css::uno::Any present(const Call& call, std::size_t argument) const;
    /// The word that an argument is now.
    std::string word(const Call& call, std::size_t argument) const;
    std::string tag(const std::string& nutrient) const;
    std::string formTag(const std::string& form) const;
    std::optional<Area> area(const Call& call, std::size_t argument) const;

    /// The references of a formula, but those in what is left out.
    void collectReferences(const Tokens& tokens, std::vector<Tokens>& references) const;
    Amount amountKind(const Call& call, std::size_t argument) const;

    std::string food(Call& call);
    std::string total(Call& call);
    std::string list(Call& call);
    std::string native(Call& call);
    std::string held(Call& call);
    /// The value of a call, as a figure of the sheet.
    std::string value(const Call& call) const;
    std::string label(const Call& call) const;
    /// The medicines' caution, where the rest of the sentence no longer holds.
    std::string caution(const Call& call) const;
    /// A text in a formula, or what finds it where it is too long for Excel's.
    std::string literal(const std::string& text);

    using Watched = bool (*)(Role role);
    /// Whether the arguments of these roles are what they were; empty for always.
    std::string same(const Call& call, Watched watched);
    std::string same(const Call& call, std::size_t argument);
    static std::string whileSame(const std::string& same, const std::string& then,
                                 const std::string& otherwise);

    const Cells& m_cells;
    const FormulaGrammar& m_grammar;
    const Names& m_names;
    const std::shared_ptr<const Standards> m_standards;
    const Words& m_words;
    const PortableChoices m_choices;
    const DataSheet& m_sheet;
    DataTables& m_tables;
    const FoodForms m_forms;
    const ExcelFormulas m_excel;
    bool m_numbersOnly = false;
    mutable bool m_readValues = false;
    bool m_needsArray = false;
    bool m_alone = false; ///< of the call that is looked at
    std::map<std::string, Tokens> m_parsed;
};

} // namespace quartet
