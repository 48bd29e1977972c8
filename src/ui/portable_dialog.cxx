/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/portable_dialog.hxx"

#include "portable/copy.hxx"
#include "portable/safe_file.hxx"
#include "ui/boxes.hxx"
#include "ui/dialog.hxx"
#include "ui/progress_box.hxx"
#include "ui/questions.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <rtl/uri.hxx>

#include <array>
#include <cstring>
#include <optional>
#include <set>
#include <vector>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

std::optional<PortableChoices> askChoices(const Reference<XComponentContext>& context,
                                          const Reference<css::awt::XWindow>& parent)
{
    const Words& words = officeWords(context);
    const Dialog dialog(context, parent, "portable.xdl", words.text("portable.title.dialog"));
    const Controls& controls = dialog.controls();
    static constexpr std::array<std::pair<const char*, const char*>, 7> labels{
        { { "explain", "portable.explain" },
          { "medicines", "portable.medicines" },
          { "person", "portable.person" },
          { "valuesOnly", "portable.valuesOnly" },
          { "allFoods", "portable.allFoods" },
          { "choose", "portable.choose" },
          { "cancel", "portable.cancel" } }
    };
    for (const auto& [name, text] : labels)
        controls.set(name, "Label", words.text(text));
    const bool agreed = dialog.execute();
    const auto ticked = [&controls](const char* name) {
        return controls.get<css::awt::XCheckBox>(name)->getState() != 0;
    };
    PortableChoices choices;
    choices.withMedicines = ticked("medicines");
    choices.withPerson = ticked("person");
    choices.valuesOnly = ticked("valuesOnly");
    choices.allFoods = ticked("allFoods");
    return agreed ? std::optional(choices) : std::nullopt;
}

/// Which cells that mention what is left out are left out too; nothing to save no copy.
std::optional<std::set<std::string>> askMentions(const Reference<XComponentContext>& context,
                                                 const Reference<css::awt::XWindow>& parent,
                                                 const std::vector<Mention>& mentions)
{
    const Words& words = officeWords(context);
    const Dialog dialog(context, parent, "mentions.xdl", words.text("portable.title.dialog"));
    const Controls& controls = dialog.controls();
    controls.set("explain", "Label", words.text("portable.mentions.explain"));
    controls.set("list", "Label", words.text("portable.mentions.list"));
    controls.set("choose", "Label", words.text("portable.choose"));
    controls.set("cancel", "Label", words.text("portable.cancel"));
    const auto list = controls.get<css::awt::XListBox>("cells");
    std::vector<std::string> items;
    css::uno::Sequence<sal_Int16> all(static_cast<sal_Int32>(mentions.size()));
    for (std::size_t i = 0; i < mentions.size(); ++i)
    {
        items.push_back(mentions[i].cell + ": " + mentions[i].text);
        all.getArray()[i] = static_cast<sal_Int16>(i);
    }
    controls.setItems("cells", items);
    controls.set("cells", "SelectedItems", css::uno::Any(all));
    const bool agreed = dialog.execute();
    std::set<std::string> taken;
    const auto chosen = list->getSelectedItemsPos();
    for (sal_Int32 i = 0; i < chosen.getLength(); ++i)
        taken.insert(mentions[static_cast<std::size_t>(chosen.getConstArray()[i])].cell);
    return agreed ? std::optional(taken) : std::nullopt;
}

/// The name of a document, without its ending.
rtl::OUString nameOf(const Reference<css::frame::XModel>& document)
{
    const Reference<css::frame::XTitle> title(document, UNO_QUERY);
    const rtl::OUString name = title.is() ? title->getTitle() : rtl::OUString();
    const sal_Int32 dot = name.lastIndexOf('.');
    return dot > 0 ? name.copy(0, dot) : name;
}

std::string fileName(const rtl::OUString& url)
{
    return toUtf8(rtl::Uri::decode(url.copy(url.lastIndexOf('/') + 1), rtl_UriDecodeWithCharset,
                                   RTL_TEXTENCODING_UTF8));
}

/// @returns an empty text where nothing was chosen
rtl::OUString askFile(const Reference<XComponentContext>& context,
                      const Reference<css::awt::XWindow>& parent, const rtl::OUString& name,
                      bool& xlsx)
{
    const Words& words = officeWords(context);
    const auto picker = css::ui::dialogs::FilePicker::createWithMode(
        context, css::ui::dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION);
    const rtl::OUString ods = fromUtf8(words.text("portable.ods"));
    const rtl::OUString excel = fromUtf8(words.text("portable.xlsx"));
    picker->appendFilter(ods, "*.ods");
    picker->appendFilter(excel, "*.xlsx");
    picker->setCurrentFilter(xlsx ? excel : ods);
    picker->setTitle(fromUtf8(words.text("portable.title.dialog")));
    picker->setDefaultName(name);
    if (picker->execute() != css::ui::dialogs::ExecutableDialogResults::OK)
        return {};
    const auto files = picker->getSelectedFiles();
    if (files.getLength() == 0)
        return {};
    rtl::OUString url = files.getConstArray()[0];
    xlsx = picker->getCurrentFilter() == excel;
    // Behind an ending that was typed, the picker puts that of its list.
    bool cut = false;
    for (const auto& [typed, added] : { std::pair(".xlsx", ".ods"), std::pair(".ods", ".xlsx") })
        if (const auto both =
                rtl::OUString::createFromAscii(typed) + rtl::OUString::createFromAscii(added);
            !cut && url.endsWithIgnoreAsciiCase(both))
        {
            url = url.copy(0, url.getLength() - static_cast<sal_Int32>(std::strlen(added)));
            cut = true;
        }
    // What the person typed decides.
    const bool isTyped =
        url.endsWithIgnoreAsciiCase(".xlsx") || url.endsWithIgnoreAsciiCase(".ods");
    if (isTyped)
        xlsx = url.endsWithIgnoreAsciiCase(".xlsx");
    else
        url += xlsx ? rtl::OUString(".xlsx") : rtl::OUString(".ods");
    // Of another name than it was told the picker has not asked.
    if ((cut || !isTyped) && css::ucb::SimpleFileAccess::create(context)->exists(url)
        && !confirm(context, parent, words.text("portable.title.dialog"),
                    words.text("portable.replace", { { "file", fileName(url) } })))
        return {};
    return url;
}

} // namespace

void askForPortableCopy(const Reference<XComponentContext>& context,
                        const Reference<css::frame::XFrame>& frame)
{
    const Words& words = officeWords(context);
    const auto window = frame->getContainerWindow();
    const Reference<css::frame::XModel> model(frame->getController()->getModel());
    auto choices = askChoices(context, window);
    if (!choices)
        return;
    const std::string name = words.text("portable.fileName", { { "name", toUtf8(nameOf(model)) } });
    const rtl::OUString url = askFile(context, window, fromUtf8(name), choices->xlsx);
    if (url.isEmpty())
        return;
    std::string said;
    try
    {
        ProgressBox progress(context, window, words.text("portable.progress"));
        choices->progress = [&progress](double done) { return progress.show(done); };
        choices->mentions = [&](const std::vector<Mention>& mentions) {
            return askMentions(context, window, mentions);
        };
        const PortableReport report = savePortableCopy(
            context, Reference<css::sheet::XSpreadsheetDocument>(model, UNO_QUERY_THROW), url,
            *choices);
        const auto cells = [&words](const char* id, std::size_t count) {
            return words.text(words.counted(id, count), { { "count", std::to_string(count) } });
        };
        said =
            words.text("portable.done", { { "file", fileName(url) },
                                          { "native", cells("portable.native", report.native) },
                                          { "frozen", cells("portable.frozen", report.frozen) } });
    }
    catch (const NotWritten& error)
    {
        said = error.said(words);
    }
    showMessage(context, window, words.text("portable.title.dialog"), said);
}

} // namespace quartet
