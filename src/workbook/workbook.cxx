/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/workbook.hxx"

#include "workbook/own_sheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>

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
}

Workbook::Contents Workbook::contents(const std::shared_ptr<const Data>& data)
{
    std::uint64_t changes = 0;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_data == data)
            return { m_own };
        changes = m_changes;
    }
    if (std::find(beingRead.begin(), beingRead.end(), this) != beingRead.end())
        return { nullptr, true };
    Reading reading = read(data);
    std::unique_lock lock(m_mutex);
    if (m_data == data && m_changes != changes)
        return { reading.own }; // another thread has read what has changed meanwhile
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
    if (isFirst && m_mayBeStale && result.own)
        schedule();
    return result;
}

Workbook::Reading Workbook::read(const std::shared_ptr<const Data>& data)
{
    const ReadingMark mark(this);
    const auto sheet = findSheet();
    watch(sheet);
    if (!sheet.is())
        return {};
    const OwnSheet content = readOwnSheet(sheet, *data);
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

void Workbook::watch(const Reference<XSpreadsheet>& sheet)
{
    const auto before = watched();
    if (sheet == before)
        return;
    if (before.is())
        Reference<css::util::XModifyBroadcaster>(before, UNO_QUERY_THROW)
            ->removeModifyListener(this);
    if (sheet.is())
        Reference<css::util::XModifyBroadcaster>(sheet, UNO_QUERY_THROW)->addModifyListener(this);
    const std::scoped_lock lock(m_mutex);
    m_sheet = sheet;
}

Reference<XSpreadsheet> Workbook::watched() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sheet;
}

OwnReading Workbook::compute(const OwnFoods& own, const OwnEntry& entry) const
{
    if (!entry.reading.problem.empty())
        return entry.reading;
    const auto sheet = watched();
    return sheet.is() ? own.read(entry, computeRow(sheet, own.columns(), entry)) : OwnReading();
}

std::shared_ptr<const FoodTable> Workbook::together(const std::shared_ptr<const OwnFoods>& own)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_together && m_own == own)
            return m_together;
    }
    std::vector<Food> computed;
    for (const OwnEntry& entry : own->entries())
        if (entry.computed)
            if (auto reading = compute(*own, entry); reading.food)
                computed.push_back(std::move(*reading.food));
    auto table = std::make_shared<const FoodTable>(own->together(std::move(computed)));
    const std::scoped_lock lock(m_mutex);
    if (m_own == own && !own->anyComputed())
        m_together = table;
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
    css::awt::AsyncCallback::create(m_context)->addCallback(this, {});
}

void Workbook::lookForSheet()
{
    try
    {
        if (findSheet() != watched())
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
        own && own->anyComputed() && sheet.is() ? fingerprintOfComputed(sheet, *own) : 0;
    const std::scoped_lock lock(m_mutex);
    const bool isSettled = m_settled == foods && m_settledComputed.value_or(0) == computed;
    m_settled = foods;
    m_settledComputed = computed;
    return isSettled;
}

void SAL_CALL Workbook::notify(const css::uno::Any&)
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
            if (hasComputedNames())
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
        if (isDocument || source.Source == m_sheet)
            m_sheet.clear();
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
