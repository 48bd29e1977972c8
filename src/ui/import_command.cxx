/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Of import_dialog.hxx the command.

#include "ui/import_dialog.hxx"

#include "ui/boxes.hxx"
#include "ui/questions.hxx"
#include "workbook/diary_writer.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/undo_step.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <rtl/ref.hxx>

namespace quartet
{

using css::frame::XFrame;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

namespace
{

/// @returns what is said of it
std::string planFrom(const Reference<XComponentContext>& context,
                     const Reference<css::sheet::XSpreadsheetDocument>& document,
                     const ImportDialog& dialog, const Words& words)
{
    const DiaryPlan plan = planOfDiary(context, document, dialog.reading(), dialog.rules());
    writeDiary(context, document, plan, words);
    return words.text("import.plan.done", { { "sheet", words.text("import.plan.sheet") },
                                            { "entries", std::to_string(plan.entries.size()) },
                                            { "missed", std::to_string(plan.missed.size()) } })
           + "\n";
}

} // namespace

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
    for (bool agreed = false; !agreed;)
    {
        if (!dialog->execute())
            return;
        const std::string questions = importQuestions(words, dialog->outcome());
        agreed = questions.empty()
                 || confirm(context, frame->getContainerWindow(), words.text("import.askTitle"),
                            questions + "\n" + words.text("import.askEnd"));
    }
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
    std::string planned;
    try
    {
        const char* const title = outcome.foods.empty() ? "import.plan.undo" : "import.undo";
        workAsOneStep(document, fromUtf8(words.text(title)), [&] {
            if (!outcome.foods.empty())
                refused = writeFoods(context, document, outcome, [&progress](std::size_t foods) {
                    progress->setValue(static_cast<sal_Int32>(foods));
                });
            if (dialog->wantsPlan())
                planned = planFrom(context, document, *dialog, words);
        });
    }
    catch (...)
    {
        progress->end();
        throw;
    }
    progress->end();
    if (const auto sheet = findOwnFoodsSheet(document); sheet.is())
        showOwnFoodsSheet(controller, sheet);
    controller->getFrame()->activate();
    showText(context, controller->getFrame()->getContainerWindow(), words.text("import.report"),
             planned
                 + importReport(words, dialog->source(), dialog->reading(), outcome, refused,
                                titleOf(document)));
}

} // namespace quartet
