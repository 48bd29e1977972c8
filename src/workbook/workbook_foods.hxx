/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The foods that a formula can name: its workbook's own, then the registry's.

#pragma once

#include "workbook/workbook.hxx"

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>

#include <deque>
#include <unordered_map>

namespace quartet
{

/// A food, or the number of the error that a cell shows in its place.
struct FoundFood
{
    const Food* food;
    std::uint32_t error;
};

/** The foods for the time of one call. What it hands out lives as long as it. */
class WorkbookFoods
{
public:
    /// Those of the registry alone.
    explicit WorkbookFoods(std::shared_ptr<const Data> data)
        : m_data(std::move(data))
    {
    }
    WorkbookFoods(std::shared_ptr<const Data> data, const rtl::Reference<Workbook>& workbook);

    const Data& data() const { return *m_data; }
    const std::shared_ptr<const Data>& sharedData() const { return m_data; }

    /// By exact name, id or alias. A blank name is not available.
    FoundFood find(std::string_view name);

    /** All of them.
        @returns an empty pointer in a circle */
    std::shared_ptr<const FoodTable> table();

    /** What is wrong with a row of the sheet "My foods", counted from 0; empty
        where nothing is. */
    std::string check(std::size_t row, std::string_view language = "en");

    /** Why the food of this name was left out.
        @returns Problem::NotAvailable where no such row was */
    Result<std::string> whyLeftOut(std::string_view name);

private:
    const OwnReading& read(const OwnEntry& entry);
    FoundFood ownFood(const OwnEntry& entry);

    std::shared_ptr<const Data> m_data;
    std::shared_ptr<const OwnFoods> m_own; ///< empty where there are none
    bool m_circular = false;
    rtl::Reference<Workbook> m_workbook;                        ///< where there are some
    std::unordered_map<const OwnEntry*, OwnReading> m_computed; ///< by this call
};

/// The workbooks that are open. Any thread may call.
class Workbooks : public std::enable_shared_from_this<Workbooks>
{
public:
    explicit Workbooks(const css::uno::Reference<css::uno::XComponentContext>& context)
        : Workbooks(context, Registry::shared(context))
    {
    }
    /// @param context may be empty where no document is ever asked for
    Workbooks(const css::uno::Reference<css::uno::XComponentContext>& context,
              const rtl::Reference<Registry>& registry)
        : m_context(context)
        , m_registry(registry)
    {
    }

    /** The ones that the functions, the menu and the panel of an office share. */
    static std::shared_ptr<Workbooks>
    shared(const css::uno::Reference<css::uno::XComponentContext>& context);

    /** @param document as Calc hands it to a function: a spreadsheet document;
               anything else has no foods of its own */
    WorkbookFoods foods(const css::uno::Reference<css::beans::XPropertySet>& document);

    /** The same for one of our functions. Of a workbook's first one the observer is
        told. */
    WorkbookFoods foodsForFormula(const css::uno::Reference<css::beans::XPropertySet>& document);

    /** Has an observer called back once a workbook has asked for its first food and
        nothing is being calculated any more: with the workbook's css::uno::XAdapter. */
    void observeFirstFormulas(const css::uno::Reference<css::awt::XCallback>& observer);

    /** Begins to heed the foods of a document that was opened just now. Where its
        cells show what its file says, they are calculated again. */
    void watch(const css::uno::Reference<css::beans::XPropertySet>& document);

private:
    using Key = const css::beans::XPropertySet*;

    WorkbookFoods foods(const rtl::Reference<Workbook>& workbook);
    void tellOfFirstFormula(const css::uno::Reference<css::beans::XPropertySet>& document);
    rtl::Reference<Workbook> find(const css::uno::Reference<css::beans::XPropertySet>& document);
    rtl::Reference<Workbook> open(const css::uno::Reference<css::beans::XPropertySet>& document,
                                  bool mayBeStale);
    void forget(Key key);

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    const rtl::Reference<Registry> m_registry;
    std::mutex m_mutex;
    css::uno::Reference<css::awt::XCallback> m_observer;
    // A document is told apart by its address, which stays its own until it ends.
    std::unordered_map<Key, rtl::Reference<Workbook>> m_open;
    Key m_lastKey = nullptr;
    rtl::Reference<Workbook> m_last;
};

} // namespace quartet
