/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a person does at the screen: menu commands, keys, boxes that open.

#pragma once

#include "office.hxx"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/ui/XUIElement.hpp>

#include <functional>
#include <future>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quartet
{

/// Who answers to a command, as in "org.quartet:InsertFood".
css::uno::Reference<css::frame::XDispatch>
findCommand(const Office& office, const css::uno::Reference<css::frame::XFrame>& frame,
            const std::string& command);

/// Whether somebody answers to a command and says that it can be used.
bool isEnabled(const Office& office, const css::uno::Reference<css::frame::XFrame>& frame,
               const std::string& command);

void give(const Office& office, const css::uno::Reference<css::frame::XFrame>& frame,
          const std::string& command);

/** Gives a command that opens a box, reads the box and closes it.
    @param title of the box
    @returns its text; nothing where no such box has opened */
std::optional<std::string> readBox(const Office& office,
                                   const css::uno::Reference<css::frame::XFrame>& frame,
                                   const std::string& command, const std::string& title);

/** A box that is open. What is in it goes by its label. */
class Box
{
public:
    Box(const Office& office, css::uno::Reference<css::awt::XTopWindow> window)
        : m_office(office)
        , m_window(std::move(window))
    {
    }

    /// The text of a field or, for a label without a field, the label itself.
    std::string text(const std::string& label) const;
    std::vector<std::string> items(const std::string& list) const;
    /// @param item its beginning
    void choose(const std::string& list, const std::string& item) const;
    /// In a list of which several may be chosen.
    void unchoose(const std::string& list, const std::string& item) const;
    /// A button or a box to tick.
    void press(const std::string& button) const;
    bool isEnabled(const std::string& button) const;
    void type(const std::string& text) const; ///< into its first field
    /// Into the field of a label, or into one of the fields that follow it.
    void typeInto(const std::string& label, const std::string& text, int behind = 0) const;
    std::string message() const;    ///< empty where it is no message
    std::string sentence() const;   ///< what its first label says
    void key(sal_Int16 code) const; ///< of css::awt::Key
    /// The text that the keyboard is in, as it can be copied.
    std::string copied() const;

private:
    css::uno::Reference<css::accessibility::XAccessibleContext>
    part(const std::string& label) const;
    sal_Int32 place(const std::string& list, const std::string& item) const;

    const Office& m_office;
    css::uno::Reference<css::awt::XTopWindow> m_window;
};

/// A box's title and what is done with the box, which closes it.
using Answer = std::pair<std::string, std::function<void(const Box&)>>;

/** Gives a command and answers the boxes that it opens, one after another.
    @throws std::runtime_error where one of them doesn't open or stays open */
void answer(const Office& office, const css::uno::Reference<css::frame::XFrame>& frame,
            const std::string& command, const std::vector<Answer>& answers);

/** Does something that opens a box a moment later, and answers it.
    @throws std::runtime_error where it doesn't open or stays open */
void answerBox(const Office& office, const std::function<void()>& act, const std::string& title,
               const std::function<void(const Box&)>& reply);

/** Answers a box that opens while the office is busy: the office looks up then, and does nothing
    for others. To be asked for just before the box opens: until then nothing else gets on.
    @returns when the answer has been given */
std::future<void> answerMeanwhile(const Office& office, const std::string& title,
                                  std::function<void(const Box&)> reply);

/** What the help shows once it was asked for: as a document, or in an office without Writer
    in a box. It is closed then. */
std::string helpText(const Office& office, const std::function<void()>& ask);

/** A window of Calc, closed without saving. */
class Window
{
public:
    /// With an empty document.
    explicit Window(const Office& office);
    /// @param csvOptions of Calc's filter for text files; empty for other files
    Window(const Office& office, const std::filesystem::path& file,
           const std::string& csvOptions = {});
    enum class Access
    {
        ReadOnly
    };
    Window(const Office& office, const std::filesystem::path& file, Access readOnly);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    const css::uno::Reference<css::frame::XController2>& controller() const { return m_controller; }
    css::uno::Reference<css::frame::XFrame> frame() const;
    css::uno::Reference<css::sheet::XSpreadsheetDocument> document() const;

    void select(const std::string& range) const;
    std::string selected() const; ///< as in "A1" or "A1:B2"

    /// As Spreadsheet::enter, text and formula.
    void enter(const std::string& cell, const std::string& content) const;
    std::string text(const std::string& cell) const;
    std::string formula(const std::string& cell) const;
    bool isText(const std::string& cell) const; ///< neither a number nor a formula

    /// As a person closes it; it can't be used any more.
    void closeAsAPerson() const;

    /// What the bars above the cells say; empty where there is none.
    std::string barText() const;

    void undo() const;
    void redo() const;
    void protect() const; ///< the sheet

private:
    Window(const Office& office, const rtl::OUString& url,
           const std::vector<css::beans::PropertyValue>& properties);

    const Office& m_office;
    css::uno::Reference<css::frame::XController2> m_controller;
};

/** The food picker. */
class PickerWindow
{
public:
    /// The one in a window's sidebar, opened by its menu command.
    PickerWindow(const Office& office, const Window& window);

    void type(const char* field, const std::string& text) const;
    std::string label(const char* name) const;
    std::string text(const char* field) const;
    std::string selection(const char* field) const; ///< the part of its text that is selected
    std::vector<std::string> items(const char* list) const;
    std::string chosen(const char* list) const;
    void choose(const char* list, const std::string& item) const;

    /// Presses the button.
    void press(const char* button) const;
    bool hasKeyboard(const char* field) const;
    /// Whether a control is as wide as its text.
    bool fits(const char* control) const;

protected:
    explicit PickerWindow(const css::uno::Reference<css::awt::XWindow>& panel);

    css::uno::Reference<css::awt::XControl> control(const char* name) const;

private:
    css::uno::Reference<css::awt::XControlContainer> m_controls;
};

/** A food picker beside the sidebar. The keys that the office's robot presses
    pass by the handlers that see a person's keys first: this one is told of
    them directly. */
class PickerWithKeys : public PickerWindow
{
public:
    PickerWithKeys(const Office& office, const Window& window);
    ~PickerWithKeys();
    PickerWithKeys(const PickerWithKeys&) = delete;
    PickerWithKeys& operator=(const PickerWithKeys&) = delete;

    /** Puts the keyboard into a field and presses a key of css::awt::Key.
        @returns whether the picker took the key */
    bool key(const char* field, sal_Int16 code) const;

private:
    explicit PickerWithKeys(const css::uno::Reference<css::ui::XUIElement>& element);

    css::uno::Reference<css::ui::XUIElement> m_element;
};

} // namespace quartet
