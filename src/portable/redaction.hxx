/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Takes out of a copy what a person doesn't want to send, and what gives it away.

#pragma once

#include "portable/copying.hxx"
#include "portable/private_data.hxx"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace quartet
{

class Redaction
{
public:
    /// @param dataSheet the index of the sheet of data
    Redaction(const Cells& cells, const FormulaGrammar& grammar, const Names& names,
              const Words& words, const PortableChoices& choices, PrivateData data,
              sal_Int32 dataSheet);

    /** Formulas that would show something else with another medicine, or with
        none. To be asked while they call us still.
        @param restless formulas that change by themselves, and with no medicine */
    std::set<Place> findAboutMedicines(const std::set<Place>& restless);

    /** Empties, freezes and searches.
        @param shown what each formula cell of the copy shows
        @param aboutMedicines cells that say more than the copy may
        @param restless formulas that change by themselves, and with nothing of the person
        @throws NotWritten */
    void run(const std::map<Place, Shown>& shown, const std::set<Place>& aboutMedicines,
             std::set<Place> restless);

    const PrivateData& data() const { return m_data; }
    /// Whether there was anything to take out.
    bool changedCells() const { return !m_data.empty(); }
    /// Cells that hold a value now, and those that hold nothing.
    const std::set<Place>& frozen() const { return m_frozen; }
    std::vector<std::string> leftOut() const;

private:
    using Values = std::map<Place, Shown>;

    std::vector<css::uno::Any> others(Role role, const Shown& now) const;
    /// Puts other values in the private cells. @returns whether there were any
    bool disguise(std::size_t round, const std::set<Place>& aboutMedicines) const;
    void disguiseNames(std::size_t round) const;
    std::set<Place> findDependent(const Values& shown, const std::set<Place>& aboutMedicines);
    std::set<Place> findLeaning() const;
    /** Values in the place of formulas: what they showed, else that they were left out.
        @param shown of what may be shown */
    void freeze(const std::set<Place>& places, const Values& shown);
    void empty();
    void settle(const Values& shown);
    void leaveOutNames() const;
    void leaveOutMentions();
    void mentionsInMessages(sal_Int32 sheet, std::vector<Mention>& found,
                            std::map<std::string, std::function<void()>>& remove);
    void mentionsInNames(std::vector<Mention>& found,
                         std::map<std::string, std::function<void()>>& remove);
    /// A number of the person's that stands in a formula; empty where none does.
    std::string tellingNumber(const Tokens& formula) const;
    std::vector<Mention> mentions(std::map<std::string, std::function<void()>>& remove);
    void leaveOutProperties() const;
    void leaveOutPivots() const;

    const Cells& m_cells;
    const FormulaGrammar& m_grammar;
    const Names& m_names;
    const Words& m_words;
    const PortableChoices& m_choices;
    PrivateData m_data;
    const sal_Int32 m_dataSheet;
    const std::string m_leftOutText;
    std::set<Place> m_restless;
    std::set<Place> m_leftOut; ///< formulas that say so
    std::set<Place> m_frozen;
};

/// Takes out all scenarios of a document.
void leaveOutScenarios(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

} // namespace quartet
