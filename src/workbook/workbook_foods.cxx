/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/workbook_foods.hxx"

#include "nutrition/fold.hxx"
#include "workbook/cell_error.hxx"
#include "workbook/filter_name.hxx"

#include <com/sun/star/awt/AsyncCallback.hpp>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr auto notAvailable = static_cast<std::uint32_t>(CellError::NotAvailable);
constexpr auto circularReference = static_cast<std::uint32_t>(CellError::CircularReference);

/** Whether Calc shows what the document's file says until something changes, as
    of a file that isn't its own. In its own files it computes our cells anew. */
bool showsCachedResults(const Reference<XPropertySet>& document)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    const rtl::OUString name = model.is() ? filterName(model) : rtl::OUString();
    return !name.isEmpty() && !name.startsWith("calc8") && !name.startsWith("OpenDocument");
}

} // namespace

WorkbookFoods::WorkbookFoods(std::shared_ptr<const Data> data,
                             const rtl::Reference<Workbook>& workbook)
    : m_data(std::move(data))
{
    auto contents = workbook->contents(m_data);
    m_circular = contents.circular;
    m_own = std::move(contents.own);
    if (m_own)
        m_workbook = workbook;
}

FoundFood WorkbookFoods::find(std::string_view name)
{
    const std::string folded = fold(name);
    if (m_own)
        if (const OwnEntry* const entry = m_own->find(folded))
            return ownFood(*entry);
    if (const Food* const food = m_circular ? nullptr : m_data->foods.findFolded(folded))
        return { food, 0 };
    return { nullptr, m_circular && !folded.empty() ? circularReference : notAvailable };
}

const OwnReading& WorkbookFoods::read(const OwnEntry& entry)
{
    if (!entry.computed)
        return entry.reading;
    auto known = m_computed.find(&entry);
    if (known == m_computed.end())
        known = m_computed.emplace(&entry, m_workbook->compute(*m_own, entry)).first;
    return known->second;
}

FoundFood WorkbookFoods::ownFood(const OwnEntry& entry)
{
    const OwnReading& reading = read(entry);
    if (reading.food)
        return { &*reading.food, 0 };
    const auto error = reading.error();
    return { nullptr, error ? static_cast<std::uint32_t>(*error) : notAvailable };
}

Result<std::string> WorkbookFoods::whyLeftOut(std::string_view name)
{
    const OwnEntry* const entry = m_own ? m_own->find(fold(name)) : nullptr;
    if (!entry)
        return m_circular ? Problem::NotAvailable : m_data->whyLeftOut(name);
    const OwnReading& reading = read(*entry);
    if (reading.food || reading.faults.empty())
        return Problem::NotAvailable;
    return m_data->texts.text("own.leftOut", { { "reason", m_own->words(reading) } });
}

std::shared_ptr<const FoodTable> WorkbookFoods::table()
{
    if (m_circular)
        return {};
    return m_own ? m_workbook->together(m_own)
                 : std::shared_ptr<const FoodTable>(m_data, &m_data->foods);
}

std::string WorkbookFoods::check(std::size_t row, std::string_view language)
{
    const OwnEntry* const entry = m_own ? m_own->atRow(row) : nullptr;
    if (!entry)
        return {};
    return m_own->words(read(*entry), language);
}

std::shared_ptr<Workbooks> Workbooks::shared(const Reference<css::uno::XComponentContext>& context)
{
    // Weak: the office takes its services apart before this library.
    static std::mutex mutex;
    static std::weak_ptr<Workbooks> current;
    const std::scoped_lock lock(mutex);
    auto workbooks = current.lock();
    if (!workbooks)
    {
        workbooks = std::make_shared<Workbooks>(context);
        current = workbooks;
    }
    return workbooks;
}

WorkbookFoods Workbooks::foods(const Reference<XPropertySet>& document)
{
    return foods(find(document));
}

WorkbookFoods Workbooks::foodsForFormula(const Reference<XPropertySet>& document)
{
    const rtl::Reference<Workbook> workbook = find(document);
    if (workbook.is() && workbook->isFirstFormula())
        tellOfFirstFormula(document);
    return foods(workbook);
}

void Workbooks::observeFirstFormulas(const Reference<css::awt::XCallback>& observer)
{
    const std::scoped_lock lock(m_mutex);
    m_observer = observer;
}

void Workbooks::tellOfFirstFormula(const Reference<XPropertySet>& document)
{
    Reference<css::awt::XCallback> observer;
    {
        const std::scoped_lock lock(m_mutex);
        observer = m_observer;
    }
    if (!observer.is())
        return;
    try
    {
        css::awt::AsyncCallback::create(m_context)->addCallback(
            observer,
            css::uno::Any(Reference<css::uno::XWeak>(document, UNO_QUERY_THROW)->queryAdapter()));
    }
    catch (const css::uno::Exception&)
    {
        // The office is ending: the formula is computed all the same.
    }
}

WorkbookFoods Workbooks::foods(const rtl::Reference<Workbook>& workbook)
{
    auto data = m_registry->data();
    return workbook.is() ? WorkbookFoods(std::move(data), workbook)
                         : WorkbookFoods(std::move(data));
}

rtl::Reference<Workbook> Workbooks::find(const Reference<XPropertySet>& document)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (document.get() != m_lastKey)
        {
            const auto known = m_open.find(document.get());
            if (known != m_open.end())
            {
                m_lastKey = known->first;
                m_last = known->second;
            }
        }
        if (document.get() == m_lastKey && m_last.is())
            return m_last;
    }
    return open(document, showsCachedResults(document));
}

void Workbooks::watch(const Reference<XPropertySet>& document)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_open.contains(document.get()))
            return;
    }
    if (const auto workbook = open(document, showsCachedResults(document)); workbook.is())
        workbook->contents(m_registry->data());
}

rtl::Reference<Workbook> Workbooks::open(const Reference<XPropertySet>& document, bool mayBeStale)
{
    const Reference<css::sheet::XSpreadsheetDocument> spreadsheet(document, UNO_QUERY);
    if (!spreadsheet.is())
        return {};
    const Key key = document.get();
    const rtl::Reference<Workbook> workbook(new Workbook(
        m_context, spreadsheet, m_registry, mayBeStale, [self = weak_from_this(), key] {
            if (const auto workbooks = self.lock())
                workbooks->forget(key);
        }));
    {
        // Of two threads that open one document one listens to it.
        const std::scoped_lock lock(m_mutex);
        const auto [place, isNew] = m_open.emplace(key, workbook);
        if (!isNew)
            return place->second;
    }
    try
    {
        workbook->listen();
    }
    catch (const css::uno::Exception&)
    {
        forget(key);
        return {}; // the document is ending
    }
    return workbook;
}

void Workbooks::forget(Key key)
{
    rtl::Reference<Workbook> last;
    const std::scoped_lock lock(m_mutex);
    m_open.erase(key);
    if (m_lastKey != key)
        return;
    m_lastKey = nullptr;
    last.set(m_last.get());
    m_last.clear();
}

} // namespace quartet
