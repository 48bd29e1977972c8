/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/update_note.hxx"

#include "ui/boxes.hxx"
#include "ui/changes.hxx"
#include "ui/read_notes.hxx"
#include "workbook/data_record.hxx"
#include "workbook/formula.hxx"
#include "workbook/functions.hxx"
#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <algorithm>
#include <iomanip>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>

namespace quartet
{

namespace
{

using css::frame::XInfobarProvider;
using css::frame::XModel;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

const rtl::OUString barName("org.quartet.UpdateNote");

/// So many cells are named in the bar.
constexpr std::size_t mostNamed = 8;

/// So many cells are told what they are about.
constexpr std::size_t mostTold = 2000;

/// What a cell is about.
struct Subject
{
    std::string food;
    std::string nutrient;
};

/// What a note says.
struct Note
{
    std::string before; ///< the version of the data that the workbook was saved with
    std::string now;
    std::vector<Change> changes;
    std::vector<Subject> subjects; ///< of the first changes: cells move and sheets go
    std::string digested;          ///< all that tells it from other notes
};

std::string digested(const Reference<XModel>& document, const Note& note)
{
    std::ostringstream text;
    text << std::setprecision(10) << toUtf8(document->getURL()) << '\n'
         << note.before << '\n'
         << note.now;
    for (const Change& change : note.changes)
        for (const CellValue* const value : { &change.before, &change.now })
        {
            text << '\n' << change.cell << ' ';
            std::visit([&text](const auto& content) { text << content; }, value->content);
        }
    return text.str();
}

/** The notes of the open documents, by the document. It holds no document: who
    watches one takes its note away. Any thread may call: a document may be closed
    by another one. */
class OpenNotes
{
public:
    static OpenNotes& shared()
    {
        static OpenNotes notes;
        return notes;
    }

    std::shared_ptr<const Note> find(const Reference<XModel>& document) const
    {
        const auto key = identity(document);
        const std::scoped_lock lock(m_mutex);
        const auto note = m_notes.find(key);
        return note == m_notes.end() ? nullptr : note->second;
    }
    void put(const Reference<XModel>& document, std::shared_ptr<const Note> note)
    {
        const auto key = identity(document);
        const std::scoped_lock lock(m_mutex);
        m_notes[key] = std::move(note);
    }
    void remove(const Reference<css::uno::XInterface>& document)
    {
        const auto key = identity(document);
        const std::scoped_lock lock(m_mutex);
        m_notes.erase(key);
    }

private:
    static css::uno::XInterface* identity(const Reference<css::uno::XInterface>& object)
    {
        return Reference<css::uno::XInterface>(object, UNO_QUERY).get();
    }

    mutable std::mutex m_mutex;
    std::map<css::uno::XInterface*, std::shared_ptr<const Note>> m_notes;
};

/// Sees whether the person closes the bar before the window that got it.
class Watch : public cppu::WeakImplHelper1<css::document::XDocumentEventListener>
{
public:
    Watch(const Reference<XComponentContext>& context, std::shared_ptr<const Note> note,
          const Reference<css::frame::XController>& window)
        : m_context(context)
        , m_note(std::move(note))
        , m_window(window)
    {
    }

    void SAL_CALL documentEventOccured(const css::document::DocumentEvent& event) override
    {
        if (event.EventName == "OnUnload")
            return OpenNotes::shared().remove(event.Source);
        if (event.EventName != "OnPrepareViewClosing"
            || Reference<css::frame::XController>(m_window) != event.ViewController)
            return;
        const Reference<XInfobarProvider> bars(event.ViewController, UNO_QUERY);
        if (bars.is() && !bars->hasInfobar(barName))
            ReadNotes(m_context, m_note->now).add(m_note->digested);
    }
    void SAL_CALL disposing(const css::lang::EventObject& event) override
    {
        OpenNotes::shared().remove(event.Source);
    }

private:
    const Reference<XComponentContext> m_context;
    const std::shared_ptr<const Note> m_note;
    const css::uno::WeakReference<css::frame::XController> m_window;
};

std::string namedCells(const Words& words, const std::vector<Change>& changes)
{
    std::string names;
    for (std::size_t i = 0; i < std::min(changes.size(), mostNamed); ++i)
        names += (i ? ", " : "") + changes[i].cell;
    if (changes.size() <= mostNamed)
        return names;
    const std::size_t more = changes.size() - mostNamed;
    return words.text(words.counted("update.more", more),
                      { { "cells", names }, { "count", std::to_string(more) } });
}

void showBar(const Words& words, const Reference<XInfobarProvider>& bars, const Note& note)
{
    css::beans::StringPair show;
    show.First = fromUtf8(words.text("update.show"));
    show.Second = "org.quartet:ShowChanges";
    // A document that is loaded again keeps its window.
    if (bars->hasInfobar(barName))
        bars->removeInfobar(barName);
    bars->appendInfobar(
        barName, fromUtf8(words.text(note.before < note.now ? "update.newer" : "update.older")),
        fromUtf8(words.text("update.cells", { { "before", note.before },
                                              { "now", note.now },
                                              { "cells", namedCells(words, note.changes) } })),
        css::frame::InfobarType::INFO, { &show, 1 }, true);
}

/// What one argument of a call is now, where it is one text.
std::string textOf(const Formula& formula, const Tokens& argument)
{
    if (argument.empty())
        return {};
    const Present present = formula.present(argument);
    const auto* const text = present.contents.size() == 1
                                 ? std::get_if<std::string>(&present.contents.front())
                                 : nullptr;
    return text ? *text : std::string();
}

/// The first text of a row: what a total is called.
std::string firstText(const Reference<XCellRange>& sheet, const CellPlace& place)
{
    for (sal_Int32 column = 0; column < place.column; ++column)
    {
        const auto cell = sheet->getCellByPosition(column, place.row);
        if (cell->getType() == css::table::CellContentType_TEXT)
            return toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
    }
    return {};
}

/// The food and the nutrient that the formula of a cell names; for the food of a total, the
/// first text of its row.
Subject subjectOf(const Reference<XComponentContext>& context,
                  const Reference<css::sheet::XSpreadsheetDocument>& document,
                  const CellPlace& place)
{
    const Reference<XCellRange> sheet(
        Reference<css::container::XIndexAccess>(document->getSheets(), UNO_QUERY_THROW)
            ->getByIndex(place.sheet),
        UNO_QUERY_THROW);
    const Formula formula(context, document, sheet->getCellByPosition(place.column, place.row));
    const auto data = Registry::shared(context)->data();
    Subject subject;
    for (const OurCall& call : formula.calls())
    {
        const CalcFunction* const function = findCalcFunction(call.method);
        if (!function)
            continue;
        std::string nutrient(function->nutrient);
        for (std::size_t i = 0; i < function->parameters.size() && i < call.arguments.size(); ++i)
        {
            const auto role = function->parameters[i].role;
            if (role == ParameterRole::Nutrient)
                nutrient = textOf(formula, call.arguments[i]);
            if (role == ParameterRole::Food && subject.food.empty())
                subject.food = textOf(formula, call.arguments[i]);
        }
        if (const auto index = data->nutrients.find(nutrient); index && subject.nutrient.empty())
            subject.nutrient = officeWords(context).text("nutrient." + data->nutrients[*index].tag);
    }
    if (subject.food.empty())
        subject.food = firstText(sheet, place);
    return subject;
}

std::vector<Subject> subjectsOf(const Reference<XComponentContext>& context,
                                const Reference<XModel>& document,
                                const std::vector<Change>& changes)
{
    const Reference<css::sheet::XSpreadsheetDocument> workbook(document, UNO_QUERY_THROW);
    const Reference<css::util::XModifiable> modifiable(document, UNO_QUERY_THROW);
    const bool wasModified = modifiable->isModified();
    std::vector<Subject> subjects;
    for (std::size_t i = 0; i < std::min(changes.size(), mostTold); ++i)
        subjects.push_back(subjectOf(context, workbook, changes[i].place));
    if (!wasModified)
        modifiable->setModified(false);
    return subjects;
}

/// As few digits as two numbers need to be told apart, but four.
std::pair<CellValue, CellValue> rounded(const CellValue& before, const CellValue& now)
{
    const auto* const old = std::get_if<double>(&before.content);
    const auto* const present = std::get_if<double>(&now.content);
    if (!old || !present)
        return { before, now };
    constexpr int least = 4;
    constexpr int most = 15;
    for (int digits = least; digits < most; ++digits)
    {
        const auto round = [digits](double value) {
            std::ostringstream text;
            text << std::setprecision(digits) << value;
            return std::stod(text.str());
        };
        if (round(*old) != round(*present))
            return { { round(*old) }, { round(*present) } };
    }
    return { before, now };
}

/// A sheet that is filled cell by cell.
class Table
{
public:
    explicit Table(const Reference<XModel>& document)
    {
        const Reference<css::sheet::XSpreadsheetDocument> sheets(document, UNO_QUERY_THROW);
        m_sheet.set(Reference<css::container::XIndexAccess>(sheets->getSheets(), UNO_QUERY_THROW)
                        ->getByIndex(0),
                    UNO_QUERY_THROW);
    }

    void put(sal_Int32 column, sal_Int32 row, const CellValue& value) const
    {
        const auto cell = m_sheet->getCellByPosition(column, row);
        if (const auto* const number = std::get_if<double>(&value.content))
            return cell->setValue(*number);
        // As a text, whatever it looks like.
        Reference<css::text::XText>(cell, UNO_QUERY_THROW)
            ->setString(fromUtf8(std::get<std::string>(value.content)));
    }

    void finish(sal_Int32 columns) const
    {
        Reference<css::beans::XPropertySet>(m_sheet->getCellRangeByPosition(0, 0, columns - 1, 0),
                                            UNO_QUERY_THROW)
            ->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
        const Reference<css::table::XColumnRowRange> range(
            m_sheet->getCellRangeByPosition(0, 0, columns - 1, 0), UNO_QUERY_THROW);
        Reference<css::beans::XPropertySet>(range->getColumns(), UNO_QUERY_THROW)
            ->setPropertyValue("OptimalWidth", Any(true));
    }

private:
    Reference<XCellRange> m_sheet;
};

} // namespace

void noteUpdate(const Reference<XComponentContext>& context, const Reference<XModel>& document)
{
    auto note = std::make_shared<Note>();
    note->before = recordedVersion(document);
    if (note->before.empty())
        return;
    note->now = Registry::shared(context)->data()->version;
    if (note->before == note->now)
        return;
    const Words& words = officeWords(context);
    note->changes = changesSinceSaved(context, document, words.text("update.notAvailable"));
    note->digested = digested(document, *note);
    const Reference<XInfobarProvider> bars(document->getCurrentController(), UNO_QUERY);
    if (note->changes.empty() || !bars.is()
        || ReadNotes(context, note->now).contains(note->digested))
        return;
    note->subjects = subjectsOf(context, document, note->changes);
    OpenNotes::shared().put(document, note);
    Reference<css::document::XDocumentEventBroadcaster>(document, UNO_QUERY_THROW)
        ->addDocumentEventListener(new Watch(context, note, document->getCurrentController()));
    showBar(words, bars, *note);
}

void showChanges(const Invocation& invocation, const char*)
{
    const Words& words = officeWords(invocation.context);
    const auto controller = invocation.frame->getController();
    const auto note = OpenNotes::shared().find(controller->getModel());
    if (!note)
        return showMessage(invocation.context, invocation.frame->getContainerWindow(),
                           words.text("menu.title"), words.text("update.nothing"));
    const Reference<XModel> shown(
        css::frame::Desktop::create(invocation.context)
            ->loadComponentFromURL("private:factory/scalc", "_blank", 0, {}),
        UNO_QUERY_THROW);
    const Table table(shown);
    sal_Int32 column = 0;
    for (const char* const header : { "update.cell", "update.food", "update.nutrient" })
        table.put(column++, 0, { words.text(header) });
    table.put(column++, 0, { words.text("update.value", { { "version", note->before } }) });
    table.put(column++, 0, { words.text("update.value", { { "version", note->now } }) });
    for (std::size_t i = 0; i < note->changes.size(); ++i)
    {
        const Change& change = note->changes[i];
        const Subject subject = i < note->subjects.size() ? note->subjects[i] : Subject();
        const auto row = static_cast<sal_Int32>(i + 1);
        const auto [before, now] = rounded(change.before, change.now);
        table.put(0, row, { change.cell });
        table.put(1, row, { subject.food });
        table.put(2, row, { subject.nutrient });
        table.put(3, row, before);
        table.put(4, row, now);
    }
    table.finish(column);
    Reference<css::util::XModifiable>(shown, UNO_QUERY_THROW)->setModified(false);
    ReadNotes(invocation.context, note->now).add(note->digested);
}

} // namespace quartet
