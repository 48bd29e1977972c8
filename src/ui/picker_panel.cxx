/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/picker_panel.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "ui/failure.hxx"
#include "ui/help.hxx"
#include "ui/picker_details.hxx"
#include "ui/questions.hxx"
#include "ui/recent_foods.hxx"
#include "workbook/later.hxx"
#include "workbook/package.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Selection.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/ui/UIElementType.hpp>

#include <algorithm>
#include <array>
#include <limits>

// There is no other way to see Escape before the sidebar does: it takes the key
// to move to its own title.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// The panels that are open, one a window; the office's lock guards it.
std::vector<PickerPanel*>& openPanels()
{
    static std::vector<PickerPanel*> panels;
    return panels;
}

/// The controls that the keyboard can reach.
constexpr std::array keyboardControls{ "search", "group",  "foods",  "amount",
                                       "help",   "addRow", "insert", "sources" };

/// The controls whose label or help is one of the words, as "picker.<name>".
constexpr std::array panelLabels{ "searchLabel", "groupLabel", "amountLabel", "addRow", "insert" };
constexpr std::array helped{ "search", "group", "foods", "amount", "help", "addRow", "insert" };

/// How far keys move in the list.
constexpr std::array moves{ std::pair(css::awt::Key::DOWN, 1), std::pair(css::awt::Key::UP, -1),
                            std::pair(css::awt::Key::PAGEDOWN, 10),
                            std::pair(css::awt::Key::PAGEUP, -10) };

sal_Int32 rowsOf(sal_Int16 key)
{
    const auto* const move = std::ranges::find(moves, key, &decltype(moves)::value_type::first);
    return move == moves.end() ? 0 : move->second;
}

constexpr sal_Int32 none = -1; ///< of the rows

/// The toolkit counts a list's rows in 16 bits.
constexpr std::size_t mostRows = std::numeric_limits<sal_Int16>::max();
/// Who looks further down types another letter: the list is filled anew at each.
constexpr std::size_t mostFound = 200;

} // namespace

PickerPanel::PickerPanel(const Reference<css::uno::XComponentContext>& context,
                         const Reference<css::frame::XFrame>& frame,
                         const Reference<css::awt::XWindow>& parent,
                         const rtl::OUString& resourceUrl)
    : PickerPanelBase(m_aMutex)
    , m_context(context)
    , m_frame(frame)
    , m_parent(parent)
    , m_keys(css::awt::Toolkit::create(context), UNO_QUERY_THROW)
    , m_resourceUrl(resourceUrl)
    , m_workbooks(Workbooks::shared(context))
    , m_words(officeWords(context))
{
}

PickerPanel::~PickerPanel() = default;

void PickerPanel::open()
{
    m_pane = makePane(m_context, m_parent);
    const auto provider = css::awt::ContainerWindowProvider::create(m_context);
    m_controls = Controls(provider->createContainerWindow(
        packageFolder(m_context) + "/dialogs/picker.xdl", "",
        Reference<css::awt::XWindowPeer>(m_pane, UNO_QUERY_THROW), {}));
    for (const char* const name : panelLabels)
        m_controls.set(name, "Label", m_words.text("picker." + std::string(name)));
    for (const char* const name : helped)
        m_controls.set(name, "HelpText", m_words.text("picker." + std::string(name) + ".help"));
    const auto data = workbookFoods().sharedData();
    m_rows = { "heading" };
    for (const NutrientIndex nutrient : data->nutrients.shown())
        m_rows.push_back(data->nutrients[nutrient].tag);
    addPickerRows(m_controls, m_rows);
    for (const std::string& row : m_rows)
        if (row != "heading")
            m_controls.set((row + ".name").c_str(), "Label", m_words.text("nutrient." + row));

    m_controls.get<css::awt::XTextComponent>("search")->addTextListener(this);
    m_controls.get<css::awt::XTextComponent>("amount")->addTextListener(this);
    m_controls.get<css::awt::XListBox>("group")->addItemListener(this);
    m_controls.get<css::awt::XListBox>("foods")->addItemListener(this);
    m_controls.get<css::awt::XListBox>("foods")->addActionListener(this);
    for (const char* const name : { "help", "addRow", "insert" })
        m_controls.get<css::awt::XButton>(name)->addActionListener(this);
    for (const char* const name : keyboardControls)
        m_controls.get<css::awt::XWindow>(name)->addFocusListener(this);
    m_pane->addWindowListener(this);
    m_parent->addEventListener(static_cast<css::awt::XWindowListener*>(this));
    m_keys->addKeyHandler(this);
    openPanels().push_back(this);

    refreshData();
    windowResized({});
    m_controls.window()->setVisible(true);
    // Not before: labels that hold a text when a window is first shown get an access key,
    // "5" of "52 mg".
    start();
}

void PickerPanel::startIn(const Reference<css::frame::XFrame>& frame)
{
    for (PickerPanel* const panel : openPanels())
        if (panel->m_frame == frame)
        {
            panel->start();
            panel->selectSearch();
        }
}

Reference<css::uno::XInterface> SAL_CALL PickerPanel::getRealInterface()
{
    return static_cast<css::ui::XToolPanel*>(this);
}
Reference<css::frame::XFrame> SAL_CALL PickerPanel::getFrame() { return m_frame; }
rtl::OUString SAL_CALL PickerPanel::getResourceURL() { return m_resourceUrl; }
sal_Int16 SAL_CALL PickerPanel::getType() { return css::ui::UIElementType::TOOLPANEL; }

Reference<css::awt::XWindow> SAL_CALL PickerPanel::getWindow() { return m_controls.window(); }

Reference<css::accessibility::XAccessible>
    SAL_CALL PickerPanel::createAccessible(const Reference<css::accessibility::XAccessible>&)
{
    return Reference<css::accessibility::XAccessible>(m_controls.window(), UNO_QUERY);
}

css::ui::LayoutSize SAL_CALL PickerPanel::getHeightForWidth(sal_Int32)
{
    const sal_Int32 least = m_controls.window().is() ? leastPickerHeight(m_controls, m_rows) : 0;
    return { least, -1, least };
}

sal_Int32 SAL_CALL PickerPanel::getMinimalWidth()
{
    return m_controls.window().is() ? leastPickerWidth(m_controls) : 0;
}

void SAL_CALL PickerPanel::textChanged(const css::awt::TextEvent& event)
{
    attempt([&] {
        if (m_controls.nameOf(event.Source) == "search")
            return narrow();
        // Who offers an amount shows what comes of it.
        const Food* const food = chosen();
        if (food && m_amountOf == food->id)
            showDetails();
    });
}

void SAL_CALL PickerPanel::itemStateChanged(const css::awt::ItemEvent& event)
{
    attempt([&] {
        if (m_controls.nameOf(event.Source) == "group")
            return narrow();
        offerAmounts();
        showDetails();
    });
}

void SAL_CALL PickerPanel::actionPerformed(const css::awt::ActionEvent& event)
{
    attempt([&] {
        const auto name = m_controls.nameOf(event.Source);
        if (name == "help")
            later([this] { showHelp(m_context, m_frame, pickerPage); });
        else if (name == "addRow")
            addRow();
        else
            insert();
    });
}

void SAL_CALL PickerPanel::windowResized(const css::awt::WindowEvent&)
{
    attempt([this] {
        if (!m_controls.window().is())
            return;
        const auto size = m_pane->getPosSize();
        m_controls.window()->setPosSize(0, 0, size.Width, size.Height, css::awt::PosSize::POSSIZE);
        layOutPicker(m_controls, m_rows, size.Width, size.Height);
    });
}

void SAL_CALL PickerPanel::windowMoved(const css::awt::WindowEvent&) {}
void SAL_CALL PickerPanel::windowShown(const css::lang::EventObject&) { windowResized({}); }
void SAL_CALL PickerPanel::windowHidden(const css::lang::EventObject&) {}

void SAL_CALL PickerPanel::focusGained(const css::awt::FocusEvent& event)
{
    attempt([&] {
        m_focused = m_controls.nameOf(event.Source);
        if (m_focused == "search" && m_controls.text("search") == m_done)
            later([this] {
                if (m_focused == "search")
                    selectSearch();
            });
    });
}

void SAL_CALL PickerPanel::focusLost(const css::awt::FocusEvent& event)
{
    // The next one may have said already that it has it.
    attempt([&] {
        if (m_focused == m_controls.nameOf(event.Source))
            m_focused.clear();
    });
}

sal_Bool SAL_CALL PickerPanel::keyPressed(const css::awt::KeyEvent& event)
{
    if (m_focused.isEmpty() || event.Modifiers != 0)
        return false;
    // LibreOffice's own help knows nothing of this panel.
    if (event.KeyCode == css::awt::Key::F1)
    {
        later([this] { showHelp(m_context, m_frame, pickerPage); });
        return true;
    }
    if (event.KeyCode == css::awt::Key::ESCAPE)
    {
        attempt([this] { m_frame->getComponentWindow()->setFocus(); });
        return true;
    }
    // In the others Enter means what it means everywhere: it presses or chooses.
    const bool inSearch = m_focused == "search";
    if (event.KeyCode == css::awt::Key::RETURN
        && (inSearch || m_focused == "foods" || m_focused == "amount"))
    {
        attempt([this] { insert(); });
        return true;
    }
    const sal_Int32 rows = rowsOf(event.KeyCode);
    if (!inSearch || rows == 0)
        return false;
    attempt([&] {
        chooseRow(m_controls.get<css::awt::XListBox>("foods")->getSelectedItemPos() + rows);
    });
    return true;
}

sal_Bool SAL_CALL PickerPanel::keyReleased(const css::awt::KeyEvent&) { return false; }

void SAL_CALL PickerPanel::disposing(const css::lang::EventObject& source)
{
    if (source.Source == m_parent)
        dispose();
}

void SAL_CALL PickerPanel::disposing()
{
    std::erase(openPanels(), this);
    m_keys->removeKeyHandler(this);
    if (m_parent.is())
        m_parent->removeEventListener(static_cast<css::awt::XWindowListener*>(this));
    m_parent.clear();
    m_frame.clear();
    const auto window = m_controls.window();
    m_controls = Controls();
    if (window.is())
        window->dispose();
    if (m_pane.is())
        m_pane->dispose();
    m_pane.clear();
}

const Food* PickerPanel::chosen() const
{
    const auto row = m_controls.get<css::awt::XListBox>("foods")->getSelectedItemPos();
    const auto& foods = m_picker->foods();
    return row < 0 || static_cast<std::size_t>(row) >= foods.size()
               ? nullptr
               : foods[static_cast<std::size_t>(row)];
}

std::string PickerPanel::amount() const { return m_controls.text("amount"); }

WorkbookFoods PickerPanel::workbookFoods() const
{
    const auto controller = m_frame.is() ? m_frame->getController() : nullptr;
    return m_workbooks->foods(Reference<css::beans::XPropertySet>(
        controller.is() ? controller->getModel() : nullptr, UNO_QUERY));
}

void PickerPanel::refreshData()
{
    auto foods = workbookFoods();
    auto table = foods.table();
    if (!table || (m_picker && m_picker->table() == table))
        return;
    const auto before = std::move(m_picker);
    const auto language = parseLanguage(toUtf8(officeLanguage(m_context))).value_or("en");
    m_picker = std::make_unique<FoodPicker>(
        foods.sharedData(), std::move(table),
        language == "en" ? nullptr : Registry::shared(m_context)->foodNames(), language);
    noteRecent();
    if (!before || before->groups() != m_picker->groups())
        showGroups();
}

/// Not at each key: a plan is read for it.
void PickerPanel::noteRecent()
{
    m_picker->setRecent(recentFoods(m_frame->getController(), *m_picker->table(), m_inserted));
}

/// Keeps the group that is chosen where it is still there.
void PickerPanel::showGroups()
{
    const auto list = m_controls.get<css::awt::XListBox>("group");
    const rtl::OUString chosen = list->getSelectedItemPos() > 0 ? list->getSelectedItem() : "";
    std::vector<std::string> groups{ m_words.text("picker.allGroups") };
    for (const std::string& group : m_picker->groups())
        groups.push_back(m_picker->groupName(group));
    m_controls.setItems("group", groups);
    if (std::find(groups.begin() + 1, groups.end(), toUtf8(chosen)) == groups.end())
        list->selectItemPos(0, true);
    else
        list->selectItem(chosen, true);
}

void PickerPanel::start()
{
    m_inQuestion = findAtCursor(m_frame->getController());
    const std::string food = toUtf8(m_inQuestion.food);
    m_amountOf.clear();
    m_controls.set("search", "Text", food);
    noteRecent();
    narrow();
    if (food.empty() || workbookFoods().find(food).food)
        m_inQuestion = {};
}

void PickerPanel::selectSearch()
{
    const auto search = m_controls.get<css::awt::XTextComponent>("search");
    m_controls.get<css::awt::XWindow>("search")->setFocus();
    search->setSelection(css::awt::Selection(0, search->getText().getLength()));
}

void PickerPanel::narrow()
{
    refreshData();
    const auto group = m_controls.get<css::awt::XListBox>("group")->getSelectedItemPos();
    m_picker->search(m_controls.text("search"),
                     group > 0 ? m_picker->groups()[static_cast<std::size_t>(group) - 1]
                               : std::string());
    const auto& foods = m_picker->foods();
    const std::size_t most = m_controls.text("search").empty() ? mostRows : mostFound;
    std::vector<std::string> names;
    for (std::size_t row = 0; row < std::min(foods.size(), most); ++row)
        names.push_back(m_picker->name(*foods[row]));
    m_controls.setItems("foods", names);
    // Enter would insert what is only similar.
    chooseRow(m_picker->isFirstMeant() ? 0 : none);
}

void PickerPanel::chooseRow(sal_Int32 row)
{
    const auto list = m_controls.get<css::awt::XListBox>("foods");
    const sal_Int32 last = list->getItemCount() - 1;
    if (last >= 0 && row != none)
    {
        const auto within = static_cast<sal_Int16>(std::clamp<sal_Int32>(row, 0, last));
        list->selectItemPos(within, true);
        list->makeVisible(within);
    }
    offerAmounts();
    showDetails();
}

void PickerPanel::offerAmounts()
{
    const Food* const food = chosen();
    if (!food)
        return;
    const auto amounts = m_picker->amounts(*food);
    m_controls.setItems("amount", amounts);
    // What was typed for another food is none of this one's.
    const std::string present = toUtf8(m_inQuestion.amount);
    const bool isOne = !present.empty() && m_picker->grams(*food, present);
    if (m_amountOf != food->id)
        m_controls.set("amount", "Text", isOne ? present : amounts.front());
    m_amountOf = food->id;
}

void PickerPanel::showDetails()
{
    const Food* const food = chosen();
    const auto portion = food ? m_picker->grams(*food, amount()) : Problem::NotAvailable;
    m_controls.set("insert", "Enabled", Any(portion.has_value()));
    const bool wrongAmount = food && !portion;
    say(wrongAmount ? m_words.text("picker.noAmount", { { "amount", std::string(trim(amount())) } })
                    : std::string());
    showFood(m_controls, m_rows, m_words, *m_picker, food, portion);
}

void PickerPanel::insert(Occupied occupied)
{
    const Food* const food = chosen();
    if (!food)
        return;
    const auto entry = m_picker->entry(*food, amount());
    if (!entry)
        return;
    const Inserted inserted = insertEntry(
        m_context, m_frame->getController(), *entry,
        { occupied, m_inQuestion.food, fromUtf8(amount()), fromUtf8(m_words.text("picker.undo")) });
    if (inserted.result == Insertion::Occupied)
        return later([this, inserted] { ask(inserted); });
    if (inserted.result != Insertion::Done)
        return say(m_words.text(reasonOf(inserted.result)));
    m_done = m_controls.text("search"); // throws where the window was closed meanwhile
    m_inserted.push_back(food->id);
    noteRecent();
    m_inQuestion = {};
    // Ready for the next: what is typed now replaces the text.
    selectSearch();
}

/// Not while the office waits to hear what became of a key or a click.
void PickerPanel::later(const std::function<void()>& act)
{
    const rtl::Reference<PickerPanel> self(this);
    doLater(m_context, [self, act] {
        self->attempt([&] {
            if (self->m_frame.is())
                act();
        });
    });
}

void PickerPanel::ask(const Inserted& inserted)
{
    const Choice choice =
        choose(m_context, m_frame->getContainerWindow(), m_words.text("toolbar.InsertFood"),
               { standingText(m_words, inserted.standing), m_words.text("picker.next"),
                 m_words.text("picker.replace"), !inserted.standing.back().isFixed });
    if (choice != Choice::Cancel)
        insert(choice == Choice::First ? Occupied::NextFree : Occupied::Replace);
    selectSearch();
}

void PickerPanel::addRow()
{
    const Insertion added =
        addFoodRow(m_frame->getController(), fromUtf8(m_words.text("addRow.undo")));
    if (added != Insertion::Done)
        return say(m_words.text(reasonOf(added)));
    selectSearch();
}

void PickerPanel::attempt(const std::function<void()>& act)
{
    if (const auto failure = failureOf(act))
        failureOf([&] { say(*failure); }); // the window may be going away
}

void PickerPanel::say(const std::string& sentence) { m_controls.set("note", "Label", sentence); }

} // namespace quartet
