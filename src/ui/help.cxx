/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/help.hxx"

#include "ui/boxes.hxx"
#include "workbook/later.hxx"
#include "workbook/package.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/FrameSearchFlag.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/io/TextInputStream.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <array>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using rtl::OUString;

/// What LibreOffice calls Writer's way to read HTML.
constexpr const char* filter = "HTML";

css::beans::PropertyValue property(const char* name, const Any& value)
{
    css::beans::PropertyValue result;
    result.Name = OUString::createFromAscii(name);
    result.Value = value;
    return result;
}

bool hasWriter(const Reference<XComponentContext>& context)
{
    const Reference<css::container::XNameAccess> filters(
        context->getServiceManager()->createInstanceWithContext(
            "com.sun.star.document.FilterFactory", context),
        UNO_QUERY_THROW);
    return filters->hasByName(OUString::createFromAscii(filter));
}

/// The file in the office's language, else the English one; empty where it is missing.
OUString findFile(const Reference<XComponentContext>& context, const char* ending)
{
    const std::array languages{ officeLanguage(context).getToken(0, '-'), OUString("en") };
    for (const OUString& language : languages)
    {
        const OUString url =
            packageFolder(context) + "/help/" + language + OUString::createFromAscii(ending);
        if (fileExists(context, url))
            return url;
    }
    return {};
}

/// Takes away the bar that offers to edit the help, which comes some time after the document.
class NoBar : public cppu::WeakImplHelper1<css::document::XDocumentEventListener>
{
public:
    NoBar(const Reference<XComponentContext>& context,
          const Reference<css::frame::XController>& window)
        : m_context(context)
        , m_window(window)
    {
    }

    void SAL_CALL documentEventOccured(const css::document::DocumentEvent&) override
    {
        doLater(m_context, [window = m_window] {
            const Reference<css::frame::XInfobarProvider> bars(window.get(), UNO_QUERY);
            const OUString bar("readonly");
            if (bars.is() && bars->hasInfobar(bar))
                bars->removeInfobar(bar);
        });
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    const Reference<XComponentContext> m_context;
    const css::uno::WeakReference<css::frame::XController> m_window;
};

/// As a document that can't be changed, isn't offered to be, and isn't remembered.
void showDocument(const Reference<XComponentContext>& context, const OUString& url,
                  const OUString& page)
{
    namespace Search = css::frame::FrameSearchFlag;
    const std::array arguments{ property("FilterName", Any(OUString::createFromAscii(filter))),
                                property("ReadOnly", Any(true)),
                                property("PickListEntry", Any(false)),
                                property("JumpMark", Any(page)) };
    const Reference<css::frame::XModel> help(
        css::frame::Desktop::create(context)->loadComponentFromURL(
            page.isEmpty() ? url : url + "#" + page, "org.quartet.Help",
            Search::TASKS | Search::CREATE,
            { arguments.data(), static_cast<sal_Int32>(arguments.size()) }),
        UNO_QUERY_THROW);
    const auto window = help->getCurrentController();
    Reference<css::frame::XTitle>(window, UNO_QUERY_THROW)
        ->setTitle(fromUtf8(officeWords(context).text("help.title")));
    Reference<css::document::XDocumentEventBroadcaster>(help, UNO_QUERY_THROW)
        ->addDocumentEventListener(new NoBar(context, window));
}

/// From a page on: a form feed and its name stand before each.
std::string plainText(const Reference<XComponentContext>& context, const OUString& url,
                      const OUString& page)
{
    const auto text = css::io::TextInputStream::create(context);
    text->setInputStream(css::ucb::SimpleFileAccess::create(context)->openFileRead(url));
    text->setEncoding("UTF-8");
    bool begun = page.isEmpty();
    std::string shown;
    while (!text->isEOF())
    {
        const OUString line = text->readLine();
        if (line.startsWith("\f"))
            begun = begun || line.copy(1) == page;
        else if (begun)
            shown += toUtf8(line) + "\n";
    }
    return shown;
}

} // namespace

void showHelp(const Reference<XComponentContext>& context,
              const Reference<css::frame::XFrame>& frame, const char* page)
{
    const Words& words = officeWords(context);
    const auto window = frame->getContainerWindow();
    const bool asDocument = hasWriter(context);
    const OUString url = findFile(context, asDocument ? ".html" : ".txt");
    const OUString name = OUString::createFromAscii(page);
    if (url.isEmpty())
        return showMessage(context, window, words.text("menu.title"), words.text("help.missing"));
    if (asDocument)
        return showDocument(context, url, name);
    showText(context, window, words.text("help.title"), plainText(context, url, name));
}

} // namespace quartet
