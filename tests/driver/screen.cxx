/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "screen.hxx"

#include "sdk.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/AccessibleStateType.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/accessibility/XAccessibleEditableText.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/accessibility/XAccessibleText.hpp>
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
#include <com/sun/star/awt/XLayoutConstrains.hpp>
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

/// The first part that matches, from the whole inwards.
template <typename Condition>
Reference<XAccessibleContext> findPart(const Reference<XAccessibleContext>& within,
                                       const Condition& matches)
{
    if (!within.is() || matches(within))
        return within;
    for (sal_Int32 i = 0; i < within->getAccessibleChildCount(); ++i)
    {
        const auto child = within->getAccessibleChild(i);
        if (!child.is())
            continue;
        if (const auto found = findPart(child->getAccessibleContext(), matches); found.is())
            return found;
    }
    return {};
}

bool hasState(const Reference<XAccessibleContext>& part, auto state)
{
    return contains(part->getAccessibleStateSet(), state);
}

/// Within a list box or the list itself.
Reference<XAccessibleContext> listOf(const Reference<XAccessibleContext>& box)
{
    const auto list = findRole(box, Role::LIST);
    if (!list.is())
        throw std::runtime_error("no list");
    return list;
}

} // namespace

Reference<XAccessibleContext> Box::part(const std::string& label) const
{
    const auto isIt = [&label](const Reference<XAccessibleContext>& part) {
        return part->getAccessibleRole() != Role::LABEL
               && toUtf8(part->getAccessibleName()) == label;
    };
    for (const auto end = std::chrono::steady_clock::now() + patience;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(50ms))
        if (const auto found = findPart(contextOf(m_window), isIt); found.is())
            return found;
    std::string all;
    findPart(contextOf(m_window), [&all](const Reference<XAccessibleContext>& part) {
        if (const std::string name = toUtf8(part->getAccessibleName()); !name.empty())
            all += (all.empty() ? "" : ", ") + name;
        return false;
    });
    throw std::runtime_error("the box has no " + label + ", but " + all);
}

std::string Box::text(const std::string& label) const
{
    const auto hasText = [](const Reference<XAccessibleContext>& part) {
        const Reference<css::accessibility::XAccessibleText> text(part, UNO_QUERY);
        return text.is() && text->getCharacterCount() > 0;
    };
    const auto found = findPart(part(label), hasText);
    return found.is()
               ? toUtf8(Reference<css::accessibility::XAccessibleText>(found, UNO_QUERY)->getText())
               : std::string();
}

std::vector<std::string> Box::items(const std::string& list) const
{
    const auto within = listOf(part(list));
    std::vector<std::string> items;
    for (sal_Int32 i = 0; i < within->getAccessibleChildCount(); ++i)
        items.push_back(
            toUtf8(within->getAccessibleChild(i)->getAccessibleContext()->getAccessibleName()));
    return items;
}

sal_Int32 Box::place(const std::string& list, const std::string& item) const
{
    const auto all = items(list);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].starts_with(item))
            return static_cast<sal_Int32>(i);
    throw std::runtime_error(list + " has no item " + item);
}

void Box::choose(const std::string& list, const std::string& item) const
{
    Reference<css::accessibility::XAccessibleSelection>(listOf(part(list)), UNO_QUERY_THROW)
        ->selectAccessibleChild(place(list, item));
}

void Box::unchoose(const std::string& list, const std::string& item) const
{
    Reference<css::accessibility::XAccessibleSelection>(listOf(part(list)), UNO_QUERY_THROW)
        ->deselectAccessibleChild(place(list, item));
}

void Box::press(const std::string& button) const { click(part(button)); }

bool Box::isEnabled(const std::string& button) const
{
    return hasState(part(button), css::accessibility::AccessibleStateType::ENABLED);
}

void Box::type(const std::string& text) const
{
    Reference<css::accessibility::XAccessibleEditableText>(
        findRole(contextOf(m_window), Role::TEXT), UNO_QUERY_THROW)
        ->setText(fromUtf8(text));
}

void Box::typeInto(const std::string& label, const std::string& text, int behind) const
{
    auto field = part(label);
    if (behind > 0)
        field = field->getAccessibleParent()
                    ->getAccessibleContext()
                    ->getAccessibleChild(field->getAccessibleIndexInParent() + behind)
                    ->getAccessibleContext();
    Reference<css::accessibility::XAccessibleEditableText>(findRole(field, Role::TEXT),
                                                           UNO_QUERY_THROW)
        ->setText(fromUtf8(text));
}

std::string Box::sentence() const
{
    return toUtf8(findRole(contextOf(m_window), Role::LABEL)->getAccessibleName());
}

std::string Box::message() const
{
    const Reference<css::awt::XMessageBox> box(m_window, UNO_QUERY);
    return box.is() ? toUtf8(box->getMessageText()) : std::string();
}

void Box::key(sal_Int16 code) const { quartet::press(m_office, m_window, code, 0); }

std::string Box::copied() const { return boxText(m_office, m_window); }

void answer(const Office& office, const Reference<XFrame>& frame, const std::string& command,
            const std::vector<Answer>& answers)
{
    const rtl::Reference<OnMainThread> call(
        new OnMainThread([&] { give(office, frame, command); }));
    auto ended = call->ended();
    css::awt::AsyncCallback::create(office.context())->addCallback(call.get(), {});
    try
    {
        Reference<css::awt::XTopWindow> last;
        for (const auto& [title, act] : answers)
        {
            Reference<css::awt::XTopWindow> window;
            for (const auto end = std::chrono::steady_clock::now() + 6 * patience;
                 (!window.is() || window == last) && std::chrono::steady_clock::now() < end;
                 std::this_thread::sleep_for(10ms))
                window = findBox(office, title);
            if (!window.is() || window == last)
                throw std::runtime_error("no box \"" + title + "\" opens");
            act(Box(office, window));
            last = window;
        }
    }
    catch (...)
    {
        // A window whose box is open would never close.
        office.crash();
        throw;
    }
    if (ended.wait_for(patience) != std::future_status::ready)
        throw std::runtime_error("the box of " + command + " stays open");
}

void answerBox(const Office& office, const std::function<void()>& act, const std::string& title,
               const std::function<void(const Box&)>& reply)
{
    act();
    Reference<css::awt::XTopWindow> window;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!window.is() && std::chrono::steady_clock::now() < end)
    {
        window = findBox(office, title);
        std::this_thread::sleep_for(20ms);
    }
    if (!window.is())
        throw std::runtime_error("no box \"" + title + "\" opens");
    reply(Box(office, window));
    while (findBox(office, title).is())
    {
        if (std::chrono::steady_clock::now() > end + patience)
            throw std::runtime_error("the box \"" + title + "\" stays open");
        std::this_thread::sleep_for(20ms);
    }
}

namespace
{

/** Looks for a box each time the office looks up, until it is there. */
class Meanwhile : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    Meanwhile(const Office& office, std::string title, std::function<void(const Box&)> reply)
        : m_office(office)
        , m_title(std::move(title))
        , m_reply(std::move(reply))
    {
    }

    std::future<void> ended() { return m_ended.get_future(); }

    void SAL_CALL notify(const Any&) override
    {
        if (const auto window = findBox(m_office, m_title); window.is())
        {
            m_reply(Box(m_office, window));
            m_ended.set_value();
            return;
        }
        std::this_thread::sleep_for(5ms);
        css::awt::AsyncCallback::create(m_office.context())->addCallback(this, {});
    }

private:
    const Office& m_office;
    const std::string m_title;
    const std::function<void(const Box&)> m_reply;
    std::promise<void> m_ended;
};

} // namespace

std::future<void> answerMeanwhile(const Office& office, const std::string& title,
                                  std::function<void(const Box&)> reply)
{
    const rtl::Reference<Meanwhile> call(new Meanwhile(office, title, std::move(reply)));
    auto ended = call->ended();
    css::awt::AsyncCallback::create(office.context())->addCallback(call.get(), {});
    return ended;
}

std::string helpText(const Office& office, const std::function<void()>& ask)
{
    std::string text;
    answerBox(office, ask, "Help on Nutrition", [&](const Box& box) {
        text = box.copied();
        box.press("Close");
    });
    return text;
}

namespace
{

css::beans::PropertyValue property(const char* name, const Any& value)
{
    return { rtl::OUString::createFromAscii(name), -1, value,
             css::beans::PropertyState_DIRECT_VALUE };
}

std::vector<css::beans::PropertyValue> ofText(const std::string& csvOptions)
{
    if (csvOptions.empty())
        return {};
    return { property("FilterName", Any(rtl::OUString("Text - txt - csv (StarCalc)"))),
             property("FilterOptions", Any(fromUtf8(csvOptions))) };
}

} // namespace

Window::Window(const Office& office)
    : Window(office, rtl::OUString("private:factory/scalc"), {})
{
}

Window::Window(const Office& office, const std::filesystem::path& file,
               const std::string& csvOptions)
    : Window(office, fileUrl(file), ofText(csvOptions))
{
}

Window::Window(const Office& office, const std::filesystem::path& file, Access)
    : Window(office, fileUrl(file), { property("ReadOnly", Any(true)) })
{
}

Window::Window(const Office& office, const rtl::OUString& url,
               const std::vector<css::beans::PropertyValue>& properties)
    : m_office(office)
{
    const Reference<css::frame::XModel> model(
        office.desktop()->loadComponentFromURL(
            url, "_blank", 0, { properties.data(), static_cast<sal_Int32>(properties.size()) }),
        UNO_QUERY_THROW);
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

void Window::redo() const
{
    Reference<css::document::XUndoManagerSupplier>(document(), UNO_QUERY_THROW)
        ->getUndoManager()
        ->redo();
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
    const Reference<css::awt::XTextComponent> component(control(field), UNO_QUERY_THROW);
    component->setText(fromUtf8(text));
    // As after typing: what was selected before isn't.
    component->setSelection({ component->getText().getLength(), component->getText().getLength() });
}

std::string PickerWindow::label(const char* name) const
{
    return toUtf8(Reference<css::awt::XFixedText>(control(name), UNO_QUERY_THROW)->getText());
}

std::string PickerWindow::text(const char* field) const
{
    return toUtf8(Reference<css::awt::XTextComponent>(control(field), UNO_QUERY_THROW)->getText());
}

std::string PickerWindow::selection(const char* field) const
{
    return toUtf8(
        Reference<css::awt::XTextComponent>(control(field), UNO_QUERY_THROW)->getSelectedText());
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

bool PickerWindow::fits(const char* name) const
{
    const auto wanted =
        Reference<css::awt::XLayoutConstrains>(control(name), UNO_QUERY_THROW)->getPreferredSize();
    const auto given = Reference<css::awt::XWindow>(control(name), UNO_QUERY_THROW)->getPosSize();
    return wanted.Width <= given.Width;
}

} // namespace quartet
