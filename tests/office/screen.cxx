/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "screen.hxx"

#include "utf8.hxx"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/accessibility/XAccessibleEditableText.hpp>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XMessageBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XToolkitRobot.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/datatransfer/clipboard/SystemClipboard.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XPanels.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <com/sun/star/util/URLTransformer.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <functional>
#include <future>
#include <stdexcept>
#include <thread>

// The toolkit lists the office's windows in an interface that is marked as
// deprecated and has no successor.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace quartet
{

namespace
{

using namespace std::chrono_literals;
using css::accessibility::XAccessible;
using css::accessibility::XAccessibleContext;
using css::frame::XFrame;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
namespace Role = css::accessibility::AccessibleRole;

css::util::URL parsed(const Office& office, const std::string& command)
{
    css::util::URL url;
    url.Complete = fromUtf8(command);
    css::util::URLTransformer::create(office.context())->parseStrict(url);
    return url;
}

/** Keeps what a command says of itself. */
class State : public cppu::WeakImplHelper1<css::frame::XStatusListener>
{
public:
    bool enabled = false;

    void SAL_CALL statusChanged(const css::frame::FeatureStateEvent& event) override
    {
        enabled = event.IsEnabled;
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}
};

/// The first of a kind within an accessible object.
Reference<XAccessibleContext> findRole(const Reference<XAccessibleContext>& within, sal_Int16 role)
{
    if (!within.is() || within->getAccessibleRole() == role)
        return within;
    for (sal_Int32 i = 0; i < within->getAccessibleChildCount(); ++i)
    {
        const auto child = within->getAccessibleChild(i);
        const auto found = child.is() ? findRole(child->getAccessibleContext(), role) : nullptr;
        if (found.is())
            return found;
    }
    return {};
}

Reference<XAccessibleContext> contextOf(const Reference<css::uno::XInterface>& window)
{
    const Reference<XAccessible> accessible(window, UNO_QUERY);
    return accessible.is() ? accessible->getAccessibleContext() : nullptr;
}

/// The window of this title.
Reference<css::awt::XTopWindow> findBox(const Office& office, const std::string& title)
{
    const Reference<css::awt::XExtendedToolkit> toolkit(css::awt::Toolkit::create(office.context()),
                                                        UNO_QUERY_THROW);
    for (sal_Int32 i = toolkit->getTopWindowCount() - 1; i >= 0; --i)
    {
        const auto window = toolkit->getTopWindow(i);
        const auto context = contextOf(window);
        if (context.is() && toUtf8(context->getAccessibleName()) == title)
            return window;
    }
    return {};
}

void press(const Office& office, const Reference<css::uno::XInterface>& window, sal_Int16 code,
           sal_Int16 modifiers)
{
    css::awt::KeyEvent event;
    event.Source = window;
    event.KeyCode = code;
    event.Modifiers = modifiers;
    const Reference<css::awt::XToolkitRobot> robot(css::awt::Toolkit::create(office.context()),
                                                   UNO_QUERY_THROW);
    robot->keyPress(event);
    robot->keyRelease(event);
}

/// The text on the clipboard; empty where there is none.
std::string clipboardText(const Reference<css::datatransfer::clipboard::XClipboard>& clipboard)
{
    const auto contents = clipboard->getContents();
    css::datatransfer::DataFlavor flavor;
    flavor.MimeType = "text/plain;charset=utf-16";
    flavor.DataType = cppu::UnoType<rtl::OUString>::get();
    if (!contents.is() || !contents->isDataFlavorSupported(flavor))
        return {};
    rtl::OUString text;
    contents->getTransferData(flavor) >>= text;
    return toUtf8(text);
}

/// What a message says. From another box the text is copied as a person copies
/// it: the keyboard is in it, it can be selected.
std::string boxText(const Office& office, const Reference<css::awt::XTopWindow>& box)
{
    const Reference<css::awt::XMessageBox> message(box, UNO_QUERY);
    if (message.is())
        return toUtf8(message->getMessageText());
    const Reference<css::datatransfer::clipboard::XClipboard> clipboard(
        css::datatransfer::clipboard::SystemClipboard::create(office.context()), UNO_QUERY_THROW);
    clipboard->setContents({}, {});
    for (int tries = 0; tries < 50; ++tries)
    {
        press(office, box, css::awt::Key::A, css::awt::KeyModifier::MOD1);
        press(office, box, css::awt::Key::C, css::awt::KeyModifier::MOD1);
        std::this_thread::sleep_for(50ms);
        std::string text = clipboardText(clipboard);
        if (!text.empty())
            return text;
    }
    return {};
}

/** Does something where the office handles what a person does. From there the
    calls of the test come back to the same thread: a box that another thread
    opens may miss that it was closed. */
class OnMainThread : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    explicit OnMainThread(std::function<void()> action)
        : m_action(std::move(action))
    {
    }

    std::future<void> ended() { return m_ended.get_future(); }

    void SAL_CALL notify(const Any&) override
    {
        m_action();
        m_ended.set_value();
    }

private:
    std::function<void()> m_action;
    std::promise<void> m_ended;
};

void click(const Reference<XAccessibleContext>& button)
{
    Reference<css::accessibility::XAccessibleAction>(button, UNO_QUERY_THROW)
        ->doAccessibleAction(0);
}

constexpr auto patience = 10s;

} // namespace

Reference<css::frame::XDispatch> findCommand(const Office& office, const Reference<XFrame>& frame,
                                             const std::string& command)
{
    return Reference<css::frame::XDispatchProvider>(frame, UNO_QUERY_THROW)
        ->queryDispatch(parsed(office, command), "_self", 0);
}

bool isEnabled(const Office& office, const Reference<XFrame>& frame, const std::string& command)
{
    const auto dispatch = findCommand(office, frame, command);
    if (!dispatch.is())
        return false;
    const rtl::Reference<State> state(new State);
    const auto url = parsed(office, command);
    dispatch->addStatusListener(state.get(), url);
    dispatch->removeStatusListener(state.get(), url);
    return state->enabled;
}

void give(const Office& office, const Reference<XFrame>& frame, const std::string& command)
{
    const auto dispatch = findCommand(office, frame, command);
    if (!dispatch.is())
        throw std::runtime_error("nobody answers to " + command);
    dispatch->dispatch(parsed(office, command), {});
}

std::optional<std::string> readBox(const Office& office, const Reference<XFrame>& frame,
                                   const std::string& command, const std::string& title)
{
    const rtl::Reference<OnMainThread> call(
        new OnMainThread([&] { give(office, frame, command); }));
    auto ended = call->ended();
    css::awt::AsyncCallback::create(office.context())->addCallback(call.get(), {});
    std::optional<std::string> text;
    for (const auto end = std::chrono::steady_clock::now() + patience;
         !text && std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(50ms))
    {
        const auto box = findBox(office, title);
        const auto button = box.is() ? findRole(contextOf(box), Role::PUSH_BUTTON) : nullptr;
        if (!button.is())
            continue;
        text = boxText(office, box);
        click(button);
    }
    if (ended.wait_for(patience) != std::future_status::ready)
        throw std::runtime_error("the box of " + command + " stays open");
    return text;
}

namespace
{

/// The button with this name.
Reference<XAccessibleContext> findButton(const Reference<XAccessibleContext>& within,
                                         const std::string& name)
{
    if (!within.is()
        || (within->getAccessibleRole() == Role::PUSH_BUTTON
            && toUtf8(within->getAccessibleName()) == name))
        return within;
    for (sal_Int32 i = 0; i < within->getAccessibleChildCount(); ++i)
    {
        const auto child = within->getAccessibleChild(i);
        const auto found = child.is() ? findButton(child->getAccessibleContext(), name) : nullptr;
        if (found.is())
            return found;
    }
    return {};
}

void type(const Reference<XAccessibleContext>& box, const std::string& text)
{
    Reference<css::accessibility::XAccessibleEditableText>(findRole(box, Role::TEXT),
                                                           UNO_QUERY_THROW)
        ->setText(fromUtf8(text));
}

/// A box that waits for an answer.
struct OpenBox
{
    Reference<css::awt::XTopWindow> window;
    Reference<XAccessibleContext> button;
};

OpenBox waitForBox(const Office& office, const std::string& title, const std::string& button)
{
    for (const auto end = std::chrono::steady_clock::now() + patience;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(50ms))
    {
        try
        {
            const auto box = findBox(office, title);
            const auto found = box.is() ? findButton(contextOf(box), button) : nullptr;
            if (found.is())
                return { box, found };
        }
        catch (const css::uno::RuntimeException&)
        {
            // A window has gone while it was looked at.
        }
    }
    throw std::runtime_error("no box has the button " + button);
}

/// @returns what the box says, where it is a message
std::string answerBox(const Office& office, const std::string& title, const Answer& answer)
{
    const OpenBox box = waitForBox(office, title, answer.button);
    const Reference<css::awt::XMessageBox> message(box.window, UNO_QUERY);
    std::string text = message.is() ? toUtf8(message->getMessageText()) : std::string();
    if (answer.text)
        type(contextOf(box.window), *answer.text);
    click(box.button);
    return text;
}

} // namespace

std::string answerBoxes(const Office& office, const Reference<XFrame>& frame,
                        const std::string& command, const std::string& title,
                        const std::vector<Answer>& answers)
{
    const rtl::Reference<OnMainThread> call(
        new OnMainThread([&] { give(office, frame, command); }));
    auto ended = call->ended();
    css::awt::AsyncCallback::create(office.context())->addCallback(call.get(), {});
    std::string texts;
    for (const Answer& answer : answers)
        texts += answerBox(office, title, answer);
    if (ended.wait_for(patience) != std::future_status::ready)
        throw std::runtime_error("a box of " + command + " stays open");
    return texts;
}

Window::Window(const Office& office)
    : Window(office, rtl::OUString("private:factory/scalc"))
{
}

Window::Window(const Office& office, const std::filesystem::path& file)
    : Window(office, fileUrl(file))
{
}

Window::Window(const Office& office, const rtl::OUString& url)
    : m_office(office)
{
    const Reference<css::frame::XModel> model(
        office.desktop()->loadComponentFromURL(url, "_blank", 0, {}), UNO_QUERY_THROW);
    m_controller.set(model->getCurrentController(), UNO_QUERY_THROW);
}

Window::~Window()
{
    try
    {
        Reference<css::util::XCloseable>(m_controller->getModel(), UNO_QUERY_THROW)->close(true);
    }
    catch (const css::uno::Exception&)
    {
        // The office has gone away before its window.
    }
}

Reference<XFrame> Window::frame() const { return m_controller->getFrame(); }

Reference<css::sheet::XSpreadsheetDocument> Window::document() const
{
    return Reference<css::sheet::XSpreadsheetDocument>(m_controller->getModel(), UNO_QUERY_THROW);
}

namespace
{

Reference<css::table::XCellRange> range(const Window& window, const std::string& name)
{
    const Reference<css::container::XIndexAccess> sheets(window.document()->getSheets(),
                                                         UNO_QUERY_THROW);
    return Reference<css::table::XCellRange>(sheets->getByIndex(0), UNO_QUERY_THROW)
        ->getCellRangeByName(fromUtf8(name));
}

Reference<css::table::XCell> cell(const Window& window, const std::string& name)
{
    return range(window, name)->getCellByPosition(0, 0);
}

} // namespace

void Window::select(const std::string& name) const
{
    Reference<css::view::XSelectionSupplier>(m_controller, UNO_QUERY_THROW)
        ->select(Any(range(*this, name)));
}

std::string Window::selected() const
{
    const Reference<css::sheet::XCellRangeAddressable> selection(
        Reference<css::view::XSelectionSupplier>(m_controller, UNO_QUERY_THROW)->getSelection(),
        UNO_QUERY_THROW);
    const auto address = selection->getRangeAddress();
    const auto name = [](sal_Int32 column, sal_Int32 row) {
        return std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 1);
    };
    const std::string first = name(address.StartColumn, address.StartRow);
    const std::string last = name(address.EndColumn, address.EndRow);
    return first == last ? first : first + ":" + last;
}

void Window::enter(const std::string& name, const std::string& content) const
{
    cell(*this, name)->setFormula(fromUtf8(content));
}

std::string Window::text(const std::string& name) const
{
    return toUtf8(Reference<css::text::XText>(cell(*this, name), UNO_QUERY_THROW)->getString());
}

std::string Window::formula(const std::string& name) const
{
    return toUtf8(cell(*this, name)->getFormula());
}

bool Window::isText(const std::string& name) const
{
    return cell(*this, name)->getType() == css::table::CellContentType_TEXT;
}

namespace
{

/// The sentences within an accessible object, but for menus and cells.
void collectSentences(const Reference<XAccessibleContext>& within, std::string& sentences)
{
    constexpr sal_Int32 mostParts = 200;
    const sal_Int16 role = within->getAccessibleRole();
    if (role == Role::MENU_BAR || role == Role::LIST
        || within->getAccessibleChildCount() > mostParts)
        return;
    if (role == Role::STATIC)
        sentences += toUtf8(within->getAccessibleName()) + "\n";
    for (sal_Int32 i = 0; i < within->getAccessibleChildCount(); ++i)
    {
        const auto child = within->getAccessibleChild(i);
        if (child.is())
            collectSentences(child->getAccessibleContext(), sentences);
    }
}

} // namespace

std::string Window::barText() const
{
    std::string sentences;
    collectSentences(contextOf(frame()->getContainerWindow()), sentences);
    return sentences;
}

void Window::closeAsAPerson() const
{
    const Reference<css::frame::XModel> document(m_controller->getModel());
    give(m_office, frame(), ".uno:CloseDoc");
    const auto isOpen = [&] {
        const auto components = m_office.desktop()->getComponents()->createEnumeration();
        while (components->hasMoreElements())
            if (components->nextElement() == Any(document))
                return true;
        return false;
    };
    for (const auto end = std::chrono::steady_clock::now() + patience;
         isOpen() && std::chrono::steady_clock::now() < end;)
        std::this_thread::sleep_for(20ms);
}

void Window::undo() const
{
    Reference<css::document::XUndoManagerSupplier>(document(), UNO_QUERY_THROW)
        ->getUndoManager()
        ->undo();
}

void Window::protect() const
{
    const Reference<css::container::XIndexAccess> sheets(document()->getSheets(), UNO_QUERY_THROW);
    Reference<css::util::XProtectable>(sheets->getByIndex(0), UNO_QUERY_THROW)->protect({});
}

namespace
{

/// The panel of the sidebar, opened by its menu command.
Reference<css::awt::XWindow> openPanel(const Office& office, const Window& window)
{
    give(office, window.frame(), "org.quartet:InsertFood");
    const Reference<css::ui::XDeck> deck(
        window.controller()->getSidebar()->getDecks()->getByName("org.quartet.Foods"),
        UNO_QUERY_THROW);
    const Reference<css::ui::XPanel> panel(deck->getPanels()->getByName("org.quartet.FoodPicker"),
                                           UNO_QUERY_THROW);
    return panel->getDialog();
}

css::beans::PropertyValue property(const char* name, const Any& value)
{
    return { rtl::OUString::createFromAscii(name), -1, value,
             css::beans::PropertyState_DIRECT_VALUE };
}

/// A panel as the sidebar makes it, in the document's window.
Reference<css::ui::XUIElement> makePanel(const Office& office, const Window& window)
{
    const Reference<css::ui::XUIElementFactory> factory(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.Panels",
                                                                         office.context()),
        UNO_QUERY_THROW);
    const auto frame = window.frame();
    const css::beans::PropertyValue arguments[] = {
        property("Frame", Any(frame)), property("ParentWindow", Any(frame->getContainerWindow()))
    };
    return factory->createUIElement("private:resource/toolpanel/org.quartet.Panels/FoodPicker",
                                    { arguments, 2 });
}

} // namespace

PickerWindow::PickerWindow(const Office& office, const Window& window)
    : PickerWindow(openPanel(office, window))
{
}

PickerWindow::PickerWindow(const Reference<css::awt::XWindow>& panel)
    : m_controls(panel, UNO_QUERY_THROW)
{
}

PickerWithKeys::PickerWithKeys(const Office& office, const Window& window)
    : PickerWithKeys(makePanel(office, window))
{
    Reference<css::awt::XTopWindow>(window.frame()->getContainerWindow(), UNO_QUERY_THROW)
        ->toFront();
}

PickerWithKeys::PickerWithKeys(const Reference<css::ui::XUIElement>& element)
    : PickerWindow(Reference<css::ui::XToolPanel>(element, UNO_QUERY_THROW)->getWindow())
    , m_element(element)
{
}

PickerWithKeys::~PickerWithKeys()
{
    try
    {
        Reference<css::lang::XComponent>(m_element, UNO_QUERY_THROW)->dispose();
    }
    catch (const css::uno::Exception&)
    {
        // Its window has gone away before it.
    }
}

bool PickerWithKeys::key(const char* field, sal_Int16 code) const
{
    Reference<css::awt::XWindow>(control(field), UNO_QUERY_THROW)->setFocus();
    css::awt::KeyEvent event;
    event.Source = control(field)->getPeer();
    event.KeyCode = code;
    return Reference<css::awt::XKeyHandler>(m_element, UNO_QUERY_THROW)->keyPressed(event);
}

Reference<css::awt::XControl> PickerWindow::control(const char* name) const
{
    return m_controls->getControl(rtl::OUString::createFromAscii(name));
}

void PickerWindow::type(const char* field, const std::string& text) const
{
    Reference<css::awt::XTextComponent>(control(field), UNO_QUERY_THROW)->setText(fromUtf8(text));
}

std::string PickerWindow::label(const char* name) const
{
    return toUtf8(Reference<css::awt::XFixedText>(control(name), UNO_QUERY_THROW)->getText());
}

std::string PickerWindow::text(const char* field) const
{
    return toUtf8(Reference<css::awt::XTextComponent>(control(field), UNO_QUERY_THROW)->getText());
}

std::vector<std::string> PickerWindow::items(const char* list) const
{
    const auto texts = Reference<css::awt::XListBox>(control(list), UNO_QUERY_THROW)->getItems();
    std::vector<std::string> items;
    for (sal_Int32 i = 0; i < texts.getLength(); ++i)
        items.push_back(toUtf8(texts.getConstArray()[i]));
    return items;
}

std::string PickerWindow::chosen(const char* list) const
{
    return toUtf8(Reference<css::awt::XListBox>(control(list), UNO_QUERY_THROW)->getSelectedItem());
}

void PickerWindow::choose(const char* list, const std::string& item) const
{
    Reference<css::awt::XListBox>(control(list), UNO_QUERY_THROW)->selectItem(fromUtf8(item), true);
}

void PickerWindow::press(const char* button) const { click(contextOf(control(button))); }

bool PickerWindow::hasKeyboard(const char* field) const
{
    return Reference<css::awt::XWindow2>(control(field)->getPeer(), UNO_QUERY_THROW)->hasFocus();
}

} // namespace quartet
