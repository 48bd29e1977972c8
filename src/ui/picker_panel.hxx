/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The food picker's window: a panel of Calc's sidebar.

#pragma once

#include "nutrition/food_picker.hxx"
#include "ui/controls.hxx"
#include "ui/insertion.hxx"
#include "ui/picker_layout.hxx"
#include "workbook/words.hxx"
#include "workbook/workbook_foods.hxx"

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <cppuhelper/basemutex.hxx>
#include <cppuhelper/compbase9.hxx>
#include <rtl/ref.hxx>

#include <functional>
#include <memory>

namespace quartet
{

using PickerPanelBase =
    cppu::WeakComponentImplHelper9<css::ui::XUIElement, css::ui::XToolPanel, css::ui::XSidebarPanel,
                                   css::awt::XTextListener, css::awt::XItemListener,
                                   css::awt::XActionListener, css::awt::XWindowListener,
                                   css::awt::XFocusListener, css::awt::XKeyHandler>;

/** Finds a food as its name is typed, shows what is known of it, and inserts
    it into the plan or at the cursor. Usable with the keyboard alone: the arrow keys move in the
    list from the search field, Enter inserts, F1 opens the help, Escape goes
    back to the sheet.
    The office calls it with its own lock held. */
class PickerPanel : private cppu::BaseMutex, public PickerPanelBase
{
public:
    PickerPanel(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::frame::XFrame>& frame,
                const css::uno::Reference<css::awt::XWindow>& parent,
                const rtl::OUString& resourceUrl);
    ~PickerPanel() override;

    /** Makes the window. Not in the constructor: it hands out references. */
    void open();

    /// Begins a search with what the cursor's cell holds in a frame's panel, where it has one,
    /// and puts the keyboard there.
    static void startIn(const css::uno::Reference<css::frame::XFrame>& frame);

    // XUIElement
    css::uno::Reference<css::uno::XInterface> SAL_CALL getRealInterface() override;
    css::uno::Reference<css::frame::XFrame> SAL_CALL getFrame() override;
    rtl::OUString SAL_CALL getResourceURL() override;
    sal_Int16 SAL_CALL getType() override;

    // XToolPanel
    css::uno::Reference<css::awt::XWindow> SAL_CALL getWindow() override;
    css::uno::Reference<css::accessibility::XAccessible> SAL_CALL
    createAccessible(const css::uno::Reference<css::accessibility::XAccessible>& parent) override;

    // XSidebarPanel
    css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;

    // What the window reports
    void SAL_CALL textChanged(const css::awt::TextEvent& event) override;
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override;
    void SAL_CALL actionPerformed(const css::awt::ActionEvent& event) override;
    void SAL_CALL windowResized(const css::awt::WindowEvent& event) override;
    void SAL_CALL windowMoved(const css::awt::WindowEvent& event) override;
    void SAL_CALL windowShown(const css::lang::EventObject& event) override;
    void SAL_CALL windowHidden(const css::lang::EventObject& event) override;
    void SAL_CALL focusGained(const css::awt::FocusEvent& event) override;
    void SAL_CALL focusLost(const css::awt::FocusEvent& event) override;
    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override;
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& source) override;

private:
    void SAL_CALL disposing() override;

    /// The food that is chosen in the list, or nullptr.
    const Food* chosen() const;
    std::string amount() const;

    WorkbookFoods workbookFoods() const;
    void refreshData();
    void noteRecent();
    void showGroups();
    void start();
    void selectSearch();
    void narrow();
    void chooseRow(sal_Int32 row);
    void offerAmounts();
    void showDetails();
    void insert(Occupied occupied = Occupied::Ask);
    void later(const std::function<void()>& act);
    void ask(const Inserted& inserted);
    void addRow();
    /** Does what the window asks for. What goes wrong is said in the panel: the
        toolkit expects no exception. */
    void attempt(const std::function<void()>& act);
    void say(const std::string& sentence);

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    css::uno::Reference<css::frame::XFrame> m_frame;
    css::uno::Reference<css::awt::XWindow> m_parent;
    css::uno::Reference<css::awt::XWindow> m_pane;          ///< takes the parent's size
    css::uno::Reference<css::awt::XExtendedToolkit> m_keys; ///< of the whole office
    const rtl::OUString m_resourceUrl;
    const std::shared_ptr<Workbooks> m_workbooks;
    const Words& m_words;
    Controls m_controls;
    PickerRows m_rows;
    std::unique_ptr<FoodPicker> m_picker; ///< made when the window is
    std::string m_amountOf;               ///< the id of the food that the amount is one of
    std::vector<std::string> m_inserted;  ///< the ids of foods, from the first on
    AtCursor m_inQuestion;                ///< as Manner, and its amount
    /// What was searched for when a food was inserted last: typing after a click replaces it.
    std::optional<std::string> m_done;
    rtl::OUString m_focused; ///< the name of the control with the keyboard; empty for none
};

} // namespace quartet
