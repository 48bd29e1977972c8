/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The dialog of "Import into My Foods": which column goes where.

#pragma once

#include "ui/dialog.hxx"
#include "ui/import_report.hxx"
#include "workbook/import_target.hxx"
#include "workbook/import_writer.hxx"

#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <cppuhelper/implbase1.hxx>

#include <memory>
#include <optional>

namespace quartet
{

/** Shows the columns of a table and where each goes, lets the person change it,
    and says at once what comes in and what stays behind. */
class ImportDialog : public cppu::WeakImplHelper1<css::awt::XItemListener>
{
public:
    ImportDialog(const css::uno::Reference<css::uno::XComponentContext>& context,
                 const css::uno::Reference<css::frame::XFrame>& frame, ImportSource source);

    /** Waits for the person.
        @returns whether the foods are to be imported */
    bool execute();

    const ImportSource& source() const { return m_source; }
    const ImportReading& reading() const { return m_reading; }
    const ImportRules& rules() const { return *m_rules; }
    const ImportOutcome& outcome() const { return m_outcome; }
    /// Whether the person wants a plan of the diary.
    bool wantsPlan() const { return m_wantsPlan; }
    /// Its document is empty for a new workbook.
    const ImportTarget& target() const { return m_targets[m_target]; }

    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    const Controls& controls() const { return m_dialog->controls(); }
    void fill();
    void fillLists();
    void chooseIn(const rtl::OUString& list);
    void showColumn();
    void assign();
    void assignUnit();
    void chooseTarget();
    void chooseHeaderRow();
    void chooseFiguresFor();
    /// A table with a nutrient a row: with the names that other sheets have for its codes.
    void joinOtherSheets();
    void fillHeaderRows();
    void fillFiguresFor();
    /// Why nothing can come in yet; empty where something can.
    std::string obstacle() const;
    void setMapping(ColumnMapping mapping);
    /// The mappings that can be chosen for a column as its unit.
    std::vector<ColumnMapping> unitChoices(const ColumnMapping& mapping) const;
    void refreshLines();
    void compute();
    sal_Int32 chosen(const char* list) const;
    void choose(const char* list, std::size_t place);

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    const css::uno::Reference<css::frame::XFrame> m_frame;
    const Words& m_words;
    const ImportSource m_source;
    const std::shared_ptr<const ImportRules> m_rules;
    const std::string m_language; ///< of the office: "de"
    ImportReading m_reading;
    std::vector<std::size_t> m_headerRows; ///< what the list of header rows offers
    std::vector<FiguresFor> m_figuresFor;  ///< what the list of what figures are for offers
    std::vector<ColumnMapping> m_units;    ///< what the list of units offers
    std::vector<ImportTarget> m_targets;
    std::size_t m_target;
    std::vector<OwnFoodNames> m_present;
    ImportOutcome m_outcome;
    std::vector<std::string> m_lines;        ///< as the list shows them
    std::optional<std::string> m_sourceText; ///< as the person left it
    std::optional<Dialog> m_dialog;          ///< while it waits for the person
    std::exception_ptr m_failure;
    bool m_wantsPlan = false;
    bool m_replaces = false; ///< foods of the same name
    bool m_updating = false; ///< what lists report then is no choice of the person's
};

/** The command: reads the selection, shows the dialog, writes the foods and
    tells what stayed behind. */
void importIntoOwnFoods(const css::uno::Reference<css::uno::XComponentContext>& context,
                        const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace quartet
