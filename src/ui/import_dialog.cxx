/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/import_dialog.hxx"

#include "labels/import_long.hxx"
#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/XCheckBox.hpp>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::frame::XFrame;
using css::uno::Any;
using css::uno::Reference;
using css::uno::XComponentContext;

/// The controls whose label is one of the words, as "import.<name>".
constexpr std::array dialogLabels{ "headerRowLabel", "figuresForLabel", "columnsLabel",
                                   "valuesLabel",    "targetLabel",     "unitLabel",
                                   "previewLabel",   "sourceLabel",     "workbookLabel",
                                   "plan",           "replace",         "summaryLabel",
                                   "import",         "cancel" };
/// The lists that the person chooses from.
constexpr std::array lists{ "headerRow", "figuresFor", "columns", "target", "unit", "workbook" };

/// As many rows are offered as the headers', and as many of their cells are shown.
constexpr std::size_t offeredRows = 40;
constexpr std::size_t shownHeaders = 4;

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
    , m_language(toUtf8(officeLanguage(context)).substr(0, 2))
    , m_reading(readImport(m_source.grid, *m_rules, m_language))
    , m_targets(importTargets(context, frame->getController()->getModel()))
    , m_target(preferredTarget(m_targets, frame->getController()->getModel()))
    , m_present(ownFoodNames(context, m_targets[m_target].document))
{
    joinOtherSheets();
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
    {
        m_sourceText = controls().text("source");
        compute(); // with the source as it was typed last
    }
    if (m_failure)
        std::rethrow_exception(m_failure);
    return agreed && (!m_outcome.foods.empty() || m_wantsPlan);
}

void ImportDialog::fill()
{
    for (const char* const name : dialogLabels)
        controls().set(name, "Label", m_words.text("import." + std::string(name)));
    fillLists();
    controls().set("source", "Text",
                   m_sourceText.value_or(titleOf(m_frame->getController()->getModel())));
    controls().get<css::awt::XCheckBox>("replace")->setState(m_replaces ? 1 : 0);
    controls().get<css::awt::XCheckBox>("plan")->setState(m_wantsPlan ? 1 : 0);
    for (const char* const name : lists)
        controls().get<css::awt::XListBox>(name)->addItemListener(this);
    for (const char* const name : { "replace", "plan" })
        controls().get<css::awt::XCheckBox>(name)->addItemListener(this);
    compute();
    showColumn();
}

void ImportDialog::fillLists()
{
    m_lines.clear();
    fillHeaderRows();
    fillFiguresFor();
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
    if (list == "headerRow")
        chooseHeaderRow();
    else if (list == "figuresFor")
        chooseFiguresFor();
    else if (list == "target")
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
    const ColumnMapping& mapping = m_reading.mappings[column];
    controls().set("values", "Text", valuesOf(m_words, m_reading.table, column));
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
                choices.push_back({ mapping.header,
                                    mapping.column,
                                    unit,
                                    1,
                                    perServing,
                                    {},
                                    false,
                                    true,
                                    false });
    return choices;
}

void ImportDialog::assign()
{
    const auto column = chosen("columns");
    const auto target = chosen("target");
    if (column < 0 || target < 0)
        return;
    const ImportHeader& header = m_reading.headers[static_cast<std::size_t>(column)];
    if (target == 0)
        return setMapping({ header.text, {}, {}, 1, false, "chosen" });
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
    auto& mappings = m_reading.mappings;
    for (std::size_t i = 0; i < mappings.size(); ++i)
        if (i != column && !mapping.column.empty() && mappings[i].column == mapping.column)
            mappings[i] = { mappings[i].header, {}, {}, 1, false, "taken" };
    mappings[column] = std::move(mapping);
    if (m_reading.figuresFor == FiguresFor::Amount)
        setFiguresFor(m_reading, FiguresFor::Amount);
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
    lines.reserve(m_reading.mappings.size());
    for (std::size_t i = 0; i < m_reading.mappings.size(); ++i)
        lines.push_back(importColumnLine(m_words, m_source, m_reading, i));
    m_updating = true;
    if (m_lines.size() != lines.size())
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
    m_replaces = controls().get<css::awt::XCheckBox>("replace")->getState() == 1;
    std::string text = obstacle();
    m_outcome = text.empty() ? importFoods(m_reading.table, m_reading.mappings, m_present,
                                           controls().text("source"), m_replaces, *m_rules)
                             : ImportOutcome();
    if (text.empty())
        text = importQuestions(m_words, m_outcome)
               + importSummary(m_words, m_outcome, m_reading.table.rows.size());
    controls().set("summary", "Text", text);
    controls().set("preview", "Text", importPreview(m_words, *m_rules, m_outcome));
    const bool isDiary = m_reading.kind == ImportKind::Diary;
    controls().set("plan", "Enabled", Any(isDiary));
    m_wantsPlan = isDiary && controls().get<css::awt::XCheckBox>("plan")->getState() == 1;
    controls().set("import", "Enabled", Any(!m_outcome.foods.empty() || m_wantsPlan));
}

std::string ImportDialog::obstacle() const
{
    const auto& mappings = m_reading.mappings;
    if (!isComplete(mappings, *m_rules))
        switch (m_reading.kind)
        {
            case ImportKind::Days:
                return m_words.text("import.kind.days");
            case ImportKind::Long:
                return m_words.text("import.kind.long");
            case ImportKind::Results:
                return m_words.text("import.kind.results");
            default:
                return m_words.text("import.incomplete");
        }
    if (m_reading.figuresFor == FiguresFor::Unclear)
        return m_reading.amountHeader.empty()
                   ? m_words.text("import.chooseFiguresAlone")
                   : m_words.text("import.chooseFigures", { { "header", m_reading.amountHeader } });
    const bool perServing = std::any_of(mappings.begin(), mappings.end(),
                                        [](const ColumnMapping& each) { return each.perServing; });
    return perServing && m_reading.amountHeader.empty() ? m_words.text("import.needsServing")
                                                        : std::string();
}

void ImportDialog::joinOtherSheets()
{
    if (m_reading.kind != ImportKind::Long)
        return;
    std::vector<ImportReading> others;
    for (const ImportGrid& grid : readOtherSheets(m_frame->getController()))
        others.push_back(readImport(grid, *m_rules, m_language));
    const auto joined = joinByCode(m_reading, others);
    if (!joined)
        return;
    ImportReading reading = readImport(*joined, *m_rules, m_language, 0);
    for (std::size_t& place : reading.places)
        place += m_reading.headerRow;
    if (reading.kind != ImportKind::Long)
        m_reading = std::move(reading);
}

void ImportDialog::fillHeaderRows()
{
    m_headerRows.clear();
    std::vector<std::string> lines;
    const auto& grid = m_source.grid;
    for (std::size_t row = 0; row < std::min(grid.size() - 1, offeredRows); ++row)
    {
        std::string cells;
        std::size_t count = 0;
        for (const ImportCell& cell : grid[row])
            if (const auto* const text = std::get_if<std::string>(&cell);
                text && count++ < shownHeaders)
                cells += (cells.empty() ? "" : ", ") + *text;
        std::replace(cells.begin(), cells.end(), '\n', ' ');
        m_headerRows.push_back(row);
        lines.push_back(m_words.text(
            "import.rowLine",
            { { "row", std::to_string(static_cast<std::size_t>(m_source.firstRow) + row) },
              { "text", cells } }));
    }
    controls().setItems("headerRow", lines);
    choose("headerRow", std::min(m_reading.headerRow, lines.size() - 1));
}

void ImportDialog::fillFiguresFor()
{
    m_figuresFor.clear();
    std::vector<std::string> lines;
    const auto offer = [&](FiguresFor figuresFor, const char* id) {
        m_figuresFor.push_back(figuresFor);
        lines.push_back(m_words.text(id, { { "header", m_reading.amountHeader } }));
    };
    if (m_reading.figuresFor == FiguresFor::Unclear)
        offer(FiguresFor::Unclear, "import.figures.choose");
    offer(FiguresFor::Grams100, "import.figures.grams");
    if (!m_reading.amountHeader.empty())
        offer(FiguresFor::Amount, "import.figures.amount");
    controls().setItems("figuresFor", lines);
    const auto present = std::find(m_figuresFor.begin(), m_figuresFor.end(), m_reading.figuresFor);
    choose("figuresFor", static_cast<std::size_t>(present - m_figuresFor.begin()));
}

void ImportDialog::chooseHeaderRow()
{
    const auto row = chosen("headerRow");
    if (row < 0 || static_cast<std::size_t>(row) >= m_headerRows.size())
        return;
    m_reading = readImport(m_source.grid, *m_rules, m_language,
                           m_headerRows[static_cast<std::size_t>(row)]);
    joinOtherSheets();
    fillFiguresFor();
    m_lines.clear();
    refreshLines();
    choose("columns", 0);
    showColumn();
}

void ImportDialog::chooseFiguresFor()
{
    const auto place = chosen("figuresFor");
    if (place < 0 || static_cast<std::size_t>(place) >= m_figuresFor.size())
        return;
    const FiguresFor figuresFor = m_figuresFor[static_cast<std::size_t>(place)];
    if (figuresFor != FiguresFor::Unclear)
        setFiguresFor(m_reading, figuresFor);
    else
        m_reading.figuresFor = figuresFor;
    refreshLines();
    showColumn();
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

} // namespace quartet
