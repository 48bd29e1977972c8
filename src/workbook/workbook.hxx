/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A workbook whose formulas ask for foods.

#pragma once

#include "labels/own_foods.hxx"
#include "workbook/registry.hxx"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentEventListener.hpp>
#include <com/sun/star/document/XUndoManagerListener.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/weakref.hxx>

#include <atomic>
#include <functional>

namespace quartet
{

/** Keeps a workbook's own foods as they stand in its sheet "My foods", and has
    the workbook calculated again when they have changed: Calc doesn't know that
    its cells depend on them. It never keeps the workbook alive. Any thread may
    call; no lock of ours is held while the office is called. */
class Workbook
    : public cppu::WeakImplHelper3<css::util::XModifyListener, css::document::XUndoManagerListener,
                                   css::document::XDocumentEventListener>
{
public:
    /// What a formula of the workbook can ask for.
    struct Contents
    {
        std::shared_ptr<const OwnFoods> own; ///< empty where the workbook has no such sheet
        /// It is being read, and one of its names asks for a food: a circle.
        bool circular = false;
    };

    /** @param mayBeStale its cells may show what was computed with other foods
        @param ended is called when the document is closed */
    Workbook(const css::uno::Reference<css::uno::XComponentContext>& context,
             const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
             const rtl::Reference<Registry>& registry, bool mayBeStale,
             std::function<void()> ended);
    ~Workbook() override;

    /// Begins to hear of changes. Not in the constructor: it hands out references.
    void listen();

    /// Whether no formula has asked before.
    bool isFirstFormula() { return !m_asked && !m_asked.exchange(true); }

    /// @param data what the registry has now
    Contents contents(const std::shared_ptr<const Data>& data);

    /// The food of a row that is computed, as its formulas give it now.
    OwnReading compute(const OwnFoods& own, const OwnEntry& entry) const;

    /// The workbook's foods before those of the registry: made anew when they changed.
    std::shared_ptr<const FoodTable> together(const std::shared_ptr<const OwnFoods>& own);

    // What the document reports
    void SAL_CALL modified(const css::lang::EventObject& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& source) override;
    void SAL_CALL documentEventOccured(const css::document::DocumentEvent& event) override;
    void SAL_CALL undoActionAdded(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL actionUndone(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL actionRedone(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL allActionsCleared(const css::lang::EventObject& event) override;
    void SAL_CALL redoActionsCleared(const css::lang::EventObject& event) override;
    void SAL_CALL resetAll(const css::lang::EventObject& event) override;
    void SAL_CALL enteredContext(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL enteredHiddenContext(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL leftContext(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL leftHiddenContext(const css::document::UndoManagerEvent& event) override;
    void SAL_CALL cancelledContext(const css::document::UndoManagerEvent& event) override;

private:
    struct Reading
    {
        std::shared_ptr<const OwnFoods> own;
        bool computedNames = false;
    };

    Reading read(const std::shared_ptr<const Data>& data);
    css::uno::Reference<css::sheet::XSpreadsheet> findSheet() const;
    sal_Int32 countSheets() const;
    void countLater();
    void countAgain();
    void watch(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);
    css::uno::Reference<css::sheet::XSpreadsheet> watched() const;
    bool isWatchedWhole() const;
    void lookForSheet();
    void changed();
    void invalidate();
    void schedule();
    void calculate();
    bool settle();
    void settleComputed();
    bool hasComputedNames() const;

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    const css::uno::WeakReference<css::sheet::XSpreadsheetDocument> m_document;
    const css::uno::Reference<css::container::XIndexAccess> m_sheets; ///< holds no document
    const bool m_mayBeStale;
    const rtl::Reference<Registry> m_registry;
    const std::function<void()> m_ended;

    std::atomic<bool> m_asked = false;
    std::atomic<bool> m_waiting = false; ///< until Calc calculates automatically again

    mutable std::mutex m_mutex;
    css::uno::Reference<css::sheet::XSpreadsheet> m_sheet; ///< the one that is watched
    css::uno::Reference<css::util::XModifyBroadcaster> m_watchedCells;
    sal_Int32 m_watchedColumns = 0;     ///< from its first on
    sal_Int32 m_sheetCount = 0;         ///< when it was looked for
    bool m_counted = false;             ///< in this computation: a sheet may come unheard
    std::shared_ptr<const Data> m_data; ///< with which it was read; empty while it has to be read
    std::shared_ptr<const OwnFoods> m_own;
    std::shared_ptr<const FoodTable> m_together; ///< made when it is needed
    std::uint64_t m_togetherComputed = 0;        ///< what its computed rows gave
    bool m_computedNames = false;
    std::uint64_t m_changes = 0; ///< how many were reported
    bool m_scheduled = false;
    bool m_calculating = false;
    /// With which foods the workbook's cells were calculated.
    std::optional<std::uint64_t> m_settled;
    std::optional<std::uint64_t> m_settledComputed;
};

} // namespace quartet
