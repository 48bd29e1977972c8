/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/workbook.hxx"

#include "workbook/later.hxx"
#include "workbook/own_sheet.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Names that are computed may depend on each other; random ones never settle.
constexpr int mostRounds = 3;

/** So many columns beside those in use are watched. All of a sheet would cost the
    office 60 MB: it keeps a list for each part of what is listened to. */
constexpr sal_Int32 columnsBeside = 16;

/// The workbooks that this thread is reading.
thread_local std::vector<const Workbook*> beingRead;

class ReadingMark
{
public:
    explicit ReadingMark(const Workbook* workbook) { beingRead.push_back(workbook); }
    ~ReadingMark() { beingRead.pop_back(); }
    ReadingMark(const ReadingMark&) = delete;
    ReadingMark& operator=(const ReadingMark&) = delete;
};

rtl::OUString sheetName() { return fromUtf8(ownFoodsSheet); }

/// Whether a sheet is still there under its name.
bool isNamedRight(const Reference<XSpreadsheet>& sheet)
{
    try
    {
        return Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)
            ->getName()
            .equalsIgnoreAsciiCase(sheetName());
    }
    catch (const css::uno::Exception&)
    {
        return false; // it was deleted
    }
}

} // namespace

Workbook::Workbook(const Reference<css::uno::XComponentContext>& context,
                   const Reference<XSpreadsheetDocument>& document,
                   const rtl::Reference<Registry>& registry, bool mayBeStale,
                   std::function<void()> ended)
    : m_context(context)
    , m_document(document)
    , m_sheets(document->getSheets(), UNO_QUERY)
    , m_mayBeStale(mayBeStale)
    , m_registry(registry)
    , m_ended(std::move(ended))
{
}

Workbook::~Workbook() = default;

void Workbook::listen()
{
    const Reference<XSpreadsheetDocument> document(m_document);
    Reference<css::lang::XComponent>(document, UNO_QUERY_THROW)
        ->addEventListener(static_cast<css::util::XModifyListener*>(this));
    Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
        ->getUndoManager()
        ->addUndoManagerListener(this);
    Reference<css::document::XDocumentEventBroadcaster>(document, UNO_QUERY_THROW)
        ->addDocumentEventListener(this);
    invalidate(); // nobody has told what changed meanwhile
}

Workbook::Contents Workbook::contents(const std::shared_ptr<const Data>& data)
{
    std::uint64_t changes = 0;
    std::optional<sal_Int32> sheets; // where they may have become others unheard
    {
        const std::scoped_lock lock(m_mutex);
        if (m_data == data && (m_own || m_counted))
            return { m_own };
        if (m_data == data)
            sheets = m_sheetCount;
        changes = m_changes;
    }
    if (sheets && *sheets == countSheets())
    {
        countLater();
        return {};
    }
    if (std::find(beingRead.begin(), beingRead.end(), this) != beingRead.end())
        return { nullptr, true };
    Reading reading = read(data);
    std::unique_lock lock(m_mutex);
    if (m_data == data && m_changes != changes)
        return { reading.own }; // another thread has read what has changed meanwhile
    const bool cameUnheard = sheets && reading.own;
    m_own = reading.own;
    m_together.reset();
    m_computedNames = reading.computedNames;
    if (m_changes == changes)
        m_data = data;
    const bool isFirst = !m_settled;
    if (isFirst && !m_mayBeStale)
        m_settled = m_own ? m_own->fingerprint() : 0;
    Contents result{ m_own };
    lock.unlock();
    if ((isFirst && m_mayBeStale && result.own) || cameUnheard)
        schedule();
    return result;
}

Workbook::Reading Workbook::read(const std::shared_ptr<const Data>& data)
{
    const ReadingMark mark(this);
    const sal_Int32 count = countSheets();
    const auto sheet = findSheet();
    watch(sheet);
    {
        const std::scoped_lock lock(m_mutex);
        m_sheetCount = count;
    }
    if (!sheet.is())
        return {};
    const OwnSheet content =
        readOwnSheet(Reference<XSpreadsheetDocument>(m_document), sheet, *data,
                     [registry = m_registry] { return registry->labelRules(); });
    return { std::make_shared<const OwnFoods>(data, content.columns, content.rows),
             content.computedNames };
}

Reference<XSpreadsheet> Workbook::findSheet() const
{
    const auto known = watched();
    if (known.is() && isNamedRight(known))
        return known;
    const Reference<XSpreadsheetDocument> document(m_document);
    const auto sheets = document.is() ? document->getSheets() : nullptr;
    // A document that is being closed has no sheets any more.
    return sheets.is() && sheets->hasByName(sheetName())
               ? Reference<XSpreadsheet>(sheets->getByName(sheetName()), UNO_QUERY_THROW)
               : Reference<XSpreadsheet>();
}

sal_Int32 Workbook::countSheets() const { return m_sheets.is() ? m_sheets->getCount() : 0; }

/// Counting costs a tenth of a formula: the others of this computation go without.
void Workbook::countLater()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (std::exchange(m_counted, true))
            return;
    }
    try
    {
        doLater(m_context, [self = rtl::Reference<Workbook>(this)] { self->countAgain(); });
    }
    catch (const css::uno::Exception&)
    {
        // The office is ending: the formula is computed all the same.
    }
}

void Workbook::countAgain()
{
    sal_Int32 before = 0;
    {
        const std::scoped_lock lock(m_mutex);
        m_counted = false;
        before = m_sheetCount;
    }
    if (countSheets() != before)
        lookForSheet();
}

bool Workbook::isWatchedWhole() const
{
    const auto sheet = watched();
    const sal_Int32 last = sheet.is() ? usedArea(sheet).EndColumn : -1;
    const std::scoped_lock lock(m_mutex);
    return last < m_watchedColumns;
}

void Workbook::watch(const Reference<XSpreadsheet>& sheet)
{
    const auto before = watched();
    if (sheet == before && isWatchedWhole())
        return;
    Reference<css::util::XModifyBroadcaster> cells;
    sal_Int32 columns = 0;
    if (sheet.is())
    {
        const Reference<css::table::XColumnRowRange> all(sheet, UNO_QUERY_THROW);
        columns =
            std::min(usedArea(sheet).EndColumn + 1 + columnsBeside, all->getColumns()->getCount());
        cells.set(sheet->getCellRangeByPosition(0, 0, columns - 1, all->getRows()->getCount() - 1),
                  UNO_QUERY_THROW);
        cells->addModifyListener(this);
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_sheet = sheet;
        m_watchedColumns = columns;
        std::swap(m_watchedCells, cells);
    }
    if (cells.is())
        cells->removeModifyListener(this);
}

Reference<XSpreadsheet> Workbook::watched() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sheet;
}

OwnReading Workbook::compute(const OwnFoods& own, const OwnEntry& entry) const
{
    if (!entry.reading.faults.empty())
        return entry.reading;
    const auto sheet = watched();
    return sheet.is() ? own.read(entry, computeRow(sheet, own.columns(), entry)) : OwnReading();
}

std::shared_ptr<const FoodTable> Workbook::together(const std::shared_ptr<const OwnFoods>& own)
{
    const auto sheet = own->anyComputed() ? watched() : Reference<XSpreadsheet>();
    const ComputedRows rows = sheet.is() ? computeRows(sheet, *own) : ComputedRows();
    const std::uint64_t computed = fingerprint(rows);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_together && m_own == own && m_togetherComputed == computed)
            return m_together;
    }
    std::vector<Food> foods;
    for (const auto& [entry, cells] : rows)
        if (entry->reading.faults.empty())
            if (auto reading = own->read(*entry, cells); reading.food)
                foods.push_back(std::move(*reading.food));
    auto table = std::make_shared<const FoodTable>(own->together(std::move(foods)));
    const std::scoped_lock lock(m_mutex);
    if (m_own == own)
    {
        m_together = table;
        m_togetherComputed = computed;
    }
    return table;
}

bool Workbook::hasComputedNames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_computedNames;
}

void Workbook::invalidate()
{
    const std::scoped_lock lock(m_mutex);
    m_data.reset();
    ++m_changes;
}

void Workbook::changed()
{
    invalidate();
    schedule();
}

void Workbook::schedule()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_scheduled || m_calculating)
            return;
        m_scheduled = true;
    }
    doLater(m_context, [self = rtl::Reference<Workbook>(this)] { self->calculate(); });
}

void Workbook::lookForSheet()
{
    try
    {
        if (findSheet() != watched() || !isWatchedWhole())
            changed();
        else if (m_waiting)
            schedule();
    }
    catch (const css::uno::Exception&)
    {
        // The document is going away.
    }
}

/** Reads what has changed.
    @returns whether the workbook's cells have been calculated with other foods */
bool Workbook::settle()
{
    const auto own = contents(m_registry->data()).own;
    const auto sheet = watched();
    const std::uint64_t foods = own ? own->fingerprint() : 0;
    const std::uint64_t computed =
        own && own->anyComputed() && sheet.is() ? fingerprint(computeRows(sheet, *own)) : 0;
    const std::scoped_lock lock(m_mutex);
    const bool isSettled = m_settled == foods && m_settledComputed.value_or(0) == computed;
    m_settled = foods;
    m_settledComputed = computed;
    return isSettled;
}

/// What the computed rows give now is what the cells were calculated with.
void Workbook::settleComputed()
{
    const auto own = contents(m_registry->data()).own;
    const auto sheet = watched();
    if (!own || !own->anyComputed() || !sheet.is())
        return;
    const std::uint64_t computed = fingerprint(computeRows(sheet, *own));
    const std::scoped_lock lock(m_mutex);
    m_settledComputed = computed;
}

void Workbook::calculate()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_scheduled = false;
        m_calculating = true;
    }
    try
    {
        const Reference<css::sheet::XCalculatable> calculation(
            Reference<XSpreadsheetDocument>(m_document), UNO_QUERY);
        m_waiting = calculation.is() && !calculation->isAutomaticCalculationEnabled();
        for (int round = 0; calculation.is() && !m_waiting && round < mostRounds && !settle();
             ++round)
        {
            calculation->calculateAll();
            // Figures are computed as they are asked for: once does. Names are read before.
            if (!hasComputedNames())
            {
                settleComputed();
                break;
            }
            invalidate();
        }
    }
    catch (const css::uno::Exception&)
    {
        // The document is going away.
    }
    catch (const std::exception&)
    {
        // The extension is: its tables are gone.
    }
    const std::scoped_lock lock(m_mutex);
    m_calculating = false;
}

void SAL_CALL Workbook::modified(const css::lang::EventObject&)
{
    {
        // Of what we have calculated ourselves we know.
        const std::scoped_lock lock(m_mutex);
        if (m_calculating)
            return;
    }
    changed();
}

void SAL_CALL Workbook::disposing(const css::lang::EventObject& source)
{
    const bool isDocument = Reference<XSpreadsheetDocument>(source.Source, UNO_QUERY).is();
    {
        const std::scoped_lock lock(m_mutex);
        if (isDocument || source.Source == m_sheet || source.Source == m_watchedCells)
        {
            m_sheet.clear();
            m_watchedCells.clear();
            m_watchedColumns = 0;
        }
        if (isDocument)
        {
            m_own.reset();
            m_together.reset();
            m_data.reset();
        }
    }
    if (isDocument)
        m_ended();
}

void SAL_CALL Workbook::documentEventOccured(const css::document::DocumentEvent&)
{
    lookForSheet();
}
void SAL_CALL Workbook::undoActionAdded(const css::document::UndoManagerEvent&) { lookForSheet(); }
void SAL_CALL Workbook::actionUndone(const css::document::UndoManagerEvent&) { lookForSheet(); }
void SAL_CALL Workbook::actionRedone(const css::document::UndoManagerEvent&) { lookForSheet(); }
void SAL_CALL Workbook::allActionsCleared(const css::lang::EventObject&) { lookForSheet(); }
void SAL_CALL Workbook::redoActionsCleared(const css::lang::EventObject&) {}
void SAL_CALL Workbook::resetAll(const css::lang::EventObject&) { lookForSheet(); }
void SAL_CALL Workbook::enteredContext(const css::document::UndoManagerEvent&) {}
void SAL_CALL Workbook::enteredHiddenContext(const css::document::UndoManagerEvent&) {}
void SAL_CALL Workbook::leftContext(const css::document::UndoManagerEvent&) { lookForSheet(); }
void SAL_CALL Workbook::leftHiddenContext(const css::document::UndoManagerEvent&)
{
    lookForSheet();
}
void SAL_CALL Workbook::cancelledContext(const css::document::UndoManagerEvent&) { lookForSheet(); }

} // namespace quartet
