/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/import_dialog.hxx"

#include "ui/boxes.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::frame::XFrame;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// The controls whose label is one of the words, as "import.<name>".
constexpr std::array labelled{ "columnsLabel", "valuesLabel",   "targetLabel", "unitLabel",
                               "sourceLabel",  "workbookLabel", "replace",     "summaryLabel",
                               "import",       "cancel" };
/// The lists that the person chooses from.
constexpr std::array lists{ "columns", "target", "unit", "workbook" };

/// As many cells of a column are shown.
constexpr std::size_t shownValues = 6;

std::string valuesOf(const Words& words, const ImportTable& table, std::size_t column)
{
    std::string text;
    std::size_t count = 0;
    for (const auto& row : table.rows)
    {
        const double* const number = std::get_if<double>(&row[column]);
        const std::string* const value = std::get_if<std::string>(&row[column]);
        if (!number && !value)
            continue;
        text += (count ? "; " : "") + (number ? words.number(*number, 4) : *value);
        if (++count == shownValues)
            break;
    }
    return text;
}

} // namespace

ImportDialog::ImportDialog(const Reference<XComponentContext>& context,
                           const Reference<XFrame>& frame, ImportSource source)
    : m_context(context)
    , m_frame(frame)
    , m_words(officeWords(context))
    , m_source(std::move(source))
    , m_rules(Registry::shared(context)->importRules())
    , m_mappings(m_rules->read(m_source.table.headers))
    , m_targets(importTargets(context, frame->getController()->getModel()))
    , m_target(preferredTarget(m_targets, frame->getController()->getModel()))
    , m_present(ownFoodNames(context, m_targets[m_target].document))
{
}

bool ImportDialog::execute()
{
    // Its controls hold this object: it must go however this ends.
    const auto end = [](std::optional<Dialog>* dialog) { dialog->reset(); };
    const std::unique_ptr<std::optional<Dialog>, decltype(end)> shown(&m_dialog, end);
    m_dialog.emplace(m_context, m_frame->getContainerWindow(), "import.xdl",
                     m_words.text("import.title"));
    fill();
    const bool agreed = m_dialog->execute() && !m_failure;
    if (agreed)
        compute(); // with the source as it was typed last
    if (m_failure)
        std::rethrow_exception(m_failure);
    return agreed && !m_outcome.foods.empty();
}

void ImportDialog::fill()
{
    for (const char* const name : labelled)
        controls().set(name, "Label", m_words.text("import." + std::string(name)));
    fillLists();
    controls().set("source", "Text", titleOf(m_frame->getController()->getModel()));
    for (const char* const name : lists)
        controls().get<css::awt::XListBox>(name)->addItemListener(this);
    controls().get<css::awt::XCheckBox>("replace")->addItemListener(this);
    compute();
    showColumn();
}

void ImportDialog::fillLists()
{
    std::vector<std::string> targets{ m_words.text("import.to.nothing") };
    for (const std::string& column : m_rules->columns())
        targets.push_back(importColumnName(m_words, column));
    controls().setItems("target", targets);
    std::vector<std::string> workbooks;
    workbooks.reserve(m_targets.size());
    for (const ImportTarget& each : m_targets)
        workbooks.push_back(each.document.is() ? each.title : m_words.text("import.newWorkbook"));
    controls().setItems("workbook", workbooks);
    choose("workbook", m_target);
    refreshLines();
    choose("columns", 0);
}

void SAL_CALL ImportDialog::itemStateChanged(const css::awt::ItemEvent& event)
{
    if (m_updating || !m_dialog)
        return;
    try
    {
        chooseIn(controls().nameOf(event.Source));
    }
    catch (...)
    {
        // The toolkit expects no exception: whoever waits for the dialog gets it.
        m_failure = std::current_exception();
        m_dialog->endExecute();
    }
}

void ImportDialog::chooseIn(const rtl::OUString& list)
{
    if (list == "columns")
        return showColumn();
    if (list == "target")
        assign();
    else if (list == "unit")
        assignUnit();
    else if (list == "workbook")
        chooseTarget();
    compute();
}

void ImportDialog::showColumn()
{
    const auto column = static_cast<std::size_t>(std::max(chosen("columns"), 0));
    const ColumnMapping& mapping = m_mappings[column];
    controls().set("values", "Text", valuesOf(m_words, m_source.table, column));
    const auto& columns = m_rules->columns();
    const auto found = std::find(columns.begin(), columns.end(), mapping.column);
    choose("target",
           found == columns.end() ? 0 : static_cast<std::size_t>(found - columns.begin()) + 1);
    m_units = unitChoices(mapping);
    std::vector<std::string> units;
    std::size_t present = 0;
    for (std::size_t i = 0; i < m_units.size(); ++i)
    {
        units.push_back(importUnit(m_words, m_units[i]));
        if (m_units[i].unit == mapping.unit && m_units[i].perServing == mapping.perServing
            && m_units[i].factor == mapping.factor)
            present = i;
    }
    controls().setItems("unit", units);
    controls().set("unit", "Enabled", Any(!units.empty()));
    if (!units.empty())
        choose("unit", present);
}

std::vector<ColumnMapping> ImportDialog::unitChoices(const ColumnMapping& mapping) const
{
    std::vector<ColumnMapping> choices;
    if (mapping.factor != 1)
        choices.push_back(mapping);
    for (const bool perServing : { false, true })
        for (const std::string& unit : m_rules->units(mapping.column))
            if (!perServing || mapping.column != servingColumn)
                choices.push_back({ mapping.header, mapping.column, unit, 1, perServing, {} });
    return choices;
}

void ImportDialog::assign()
{
    const auto column = chosen("columns");
    const auto target = chosen("target");
    if (column < 0 || target < 0)
        return;
    const std::string& header = m_source.table.headers[static_cast<std::size_t>(column)];
    if (target == 0)
        return setMapping({ header, {}, {}, 1, false, "chosen" });
    setMapping(m_rules->assign(header, m_rules->columns()[static_cast<std::size_t>(target) - 1]));
}

void ImportDialog::assignUnit()
{
    const auto unit = chosen("unit");
    if (unit >= 0 && static_cast<std::size_t>(unit) < m_units.size())
        setMapping(m_units[static_cast<std::size_t>(unit)]);
}

void ImportDialog::setMapping(ColumnMapping mapping)
{
    const auto column = static_cast<std::size_t>(std::max(chosen("columns"), 0));
    for (std::size_t i = 0; i < m_mappings.size(); ++i)
        if (i != column && !mapping.column.empty() && m_mappings[i].column == mapping.column)
            m_mappings[i] = { m_mappings[i].header, {}, {}, 1, false, "taken" };
    m_mappings[column] = std::move(mapping);
    refreshLines();
    showColumn();
}

void ImportDialog::chooseTarget()
{
    const auto place = chosen("workbook");
    if (place < 0)
        return;
    m_target = static_cast<std::size_t>(place);
    m_present = ownFoodNames(m_context, m_targets[m_target].document);
}

void ImportDialog::refreshLines()
{
    std::vector<std::string> lines;
    lines.reserve(m_mappings.size());
    for (std::size_t i = 0; i < m_mappings.size(); ++i)
        lines.push_back(importColumnLine(m_words, m_source, m_mappings[i], i));
    m_updating = true;
    if (m_lines.empty())
    {
        controls().setItems("columns", lines);
    }
    else
    {
        // Only what has changed: the list stays where it was scrolled to.
        const auto list = controls().get<css::awt::XListBox>("columns");
        const auto selected = list->getSelectedItemPos();
        for (std::size_t i = 0; i < lines.size(); ++i)
        {
            if (lines[i] == m_lines[i])
                continue;
            const auto place = static_cast<sal_Int16>(i);
            list->removeItems(place, 1);
            list->addItem(fromUtf8(lines[i]), place);
        }
        list->selectItemPos(selected, true);
    }
    m_updating = false;
    m_lines = std::move(lines);
}

void ImportDialog::compute()
{
    const bool replace = controls().get<css::awt::XCheckBox>("replace")->getState() == 1;
    const bool complete = isComplete(m_mappings, *m_rules);
    m_outcome = complete ? importFoods(m_source.table, m_mappings, m_present,
                                       controls().text("source"), replace, *m_rules)
                         : ImportOutcome();
    const bool hasServing =
        std::any_of(m_mappings.begin(), m_mappings.end(),
                    [](const ColumnMapping& each) { return each.column == servingColumn; });
    const bool needsServing =
        !hasServing
        && std::any_of(m_mappings.begin(), m_mappings.end(),
                       [](const ColumnMapping& each) { return each.perServing; });
    std::string text = complete ? importSummary(m_words, m_outcome, m_source.table.rows.size())
                                : m_words.text("import.incomplete");
    if (needsServing)
        text = m_words.text("import.needsServing") + "\n" + text;
    controls().set("summary", "Text", text);
    controls().set("import", "Enabled", Any(!m_outcome.foods.empty()));
}

sal_Int32 ImportDialog::chosen(const char* list) const
{
    return controls().get<css::awt::XListBox>(list)->getSelectedItemPos();
}

void ImportDialog::choose(const char* list, std::size_t place)
{
    m_updating = true;
    controls().get<css::awt::XListBox>(list)->selectItemPos(static_cast<sal_Int16>(place), true);
    m_updating = false;
}

void importIntoOwnFoods(const Reference<XComponentContext>& context, const Reference<XFrame>& frame)
{
    const Words& words = officeWords(context);
    const auto say = [&](const char* id) {
        showMessage(context, frame->getContainerWindow(), words.text("import.title"),
                    words.text(id));
    };
    auto source = readImportSource(frame->getController());
    if (!source)
        return say("import.noTable");
    const rtl::Reference<ImportDialog> dialog(new ImportDialog(context, frame, std::move(*source)));
    if (!dialog->execute())
        return;
    auto document = dialog->target().document;
    if (!document.is())
        document.set(css::frame::Desktop::create(context)->loadComponentFromURL(
                         "private:factory/scalc", "_blank", 0, {}),
                     UNO_QUERY_THROW);
    if (isOwnFoodsProtected(document))
        return say("import.protected");
    const auto controller =
        Reference<css::frame::XModel>(document, UNO_QUERY_THROW)->getCurrentController();
    const ImportOutcome& outcome = dialog->outcome();

    const auto progress =
        Reference<css::task::XStatusIndicatorFactory>(controller->getFrame(), UNO_QUERY_THROW)
            ->createStatusIndicator();
    progress->start(fromUtf8(words.text("import.progress")),
                    static_cast<sal_Int32>(outcome.foods.size()));
    std::vector<std::string> refused;
    try
    {
        refused = writeFoods(
            context, document, outcome, fromUtf8(words.text("import.undo")),
            [&progress](std::size_t foods) { progress->setValue(static_cast<sal_Int32>(foods)); });
    }
    catch (...)
    {
        progress->end();
        throw;
    }
    progress->end();
    showOwnFoodsSheet(controller, findOwnFoodsSheet(document));
    controller->getFrame()->activate();
    showText(context, controller->getFrame()->getContainerWindow(), words.text("import.report"),
             importReport(words, dialog->source(), dialog->mappings(), outcome, refused,
                          titleOf(document)));
}

} // namespace quartet
