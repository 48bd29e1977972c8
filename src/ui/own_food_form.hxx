/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The form "New own food": a label typed as it is printed.

#pragma once

#include "labels/own_foods.hxx"
#include "ui/dialog.hxx"
#include "workbook/import_writer.hxx"
#include "workbook/own_food_row.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <cppuhelper/implbase2.hxx>

#include <exception>
#include <memory>
#include <optional>

namespace quartet
{

/** Takes a label's figures in the units it prints, and says while they are typed what is wrong
    and what they come to in 100 g: as the column "Check" of "My foods" would. */
class OwnFoodForm : public cppu::WeakImplHelper2<css::awt::XTextListener, css::awt::XItemListener>
{
public:
    OwnFoodForm(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::frame::XFrame>& frame);

    /** Waits for the person.
        @returns whether the food is to be added */
    bool execute();

    /// The cells of its row.
    const std::vector<OwnFoodCell>& cells() const { return m_cells; }

    void SAL_CALL textChanged(const css::awt::TextEvent& event) override;
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    /// A unit that a figure can be typed in, and the column that takes it.
    struct Unit
    {
        std::string shown;
        std::string header;
        std::string behind; ///< is written behind the figure; empty for the column's own unit
    };
    /// A line of the form.
    struct Line
    {
        NutrientIndex nutrient = 0;
        std::vector<Unit> units{};
    };

    /// What was typed for a nutrient that has no line of its own.
    struct Other
    {
        Line line;
        std::string typed{};
        sal_Int16 unit = 0;
    };

    const Controls& controls() const { return m_dialog->controls(); }
    void findLines();
    /// The units that figures of a nutrient can be typed in. @param header of its column
    Line lineOf(NutrientIndex nutrient, const std::string& header) const;
    void fillUnits(const char* list, const Line& line, sal_Int16 chosen) const;
    void fillOthers();
    /// Keeps what is typed for the nutrient in the list, or shows what was typed for another.
    void readOther();
    void addFigure(const Line& line, const std::string& typed, sal_Int16 unit);
    void fill();
    void update();
    void check();
    std::string text(const char* name) const;
    /// What a new sheet would make of the cells.
    OwnReading reading() const;
    std::string per100g(const Food& food) const;

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    const css::uno::Reference<css::frame::XFrame> m_frame;
    const Words& m_words;
    const std::string m_language;
    const std::shared_ptr<const Data> m_data;
    const std::shared_ptr<const LabelRules> m_rules;
    const OwnColumns m_columns; ///< of a new sheet
    std::vector<OwnFoodNames> m_present;
    std::vector<Line> m_lines;
    std::vector<Other> m_others; ///< in the order of their list
    std::size_t m_other = 0;     ///< the one that is shown
    std::vector<OwnFoodCell> m_cells;
    std::optional<Dialog> m_dialog; ///< while it waits for the person
    std::exception_ptr m_failure;
    bool m_ready = false; ///< what fields report before is nothing that was typed
};

/// The command: shows the form and adds the food to "My foods".
void addOwnFoodByForm(const css::uno::Reference<css::uno::XComponentContext>& context,
                      const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace quartet
