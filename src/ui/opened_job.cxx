/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The service org.quartet.Opened: what is done for a workbook that is opened in a
// window. As a job of the office it is told of files; as an observer, from the
// first call of one of our functions on, of new workbooks and of those that ask for
// their first food. The add-in is made here: what the functions start, and must not
// know, is registered then.

#include "calc/addin.hxx"
#include "ui/context_menu.hxx"
#include "ui/toolbar.hxx"
#include "ui/update_note.hxx"
#include "workbook/data_record.hxx"
#include "workbook/document_events.hxx"
#include "workbook/named_service.hxx"
#include "workbook/our_cells.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/workbook_foods.hxx"

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/document/XDocumentEventListener.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase4.hxx>

#include <functional>

namespace quartet
{

namespace
{

using css::beans::NamedValue;
using css::frame::XModel;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Any find(const Sequence<NamedValue>& values, const char* name)
{
    for (sal_Int32 i = 0; i < values.getLength(); ++i)
        if (values.getConstArray()[i].Name.equalsAscii(name))
            return values.getConstArray()[i].Value;
    return {};
}

class OpenedJob : public NamedService<
                      cppu::WeakImplHelper4<css::task::XJob, css::document::XDocumentEventListener,
                                            css::awt::XCallback, css::lang::XServiceInfo>>
{
public:
    explicit OpenedJob(const Reference<css::uno::XComponentContext>& context)
        : NamedService("org.quartet.OpenedJob", "org.quartet.Opened")
        , m_context(context)
    {
    }

    /** Watches its own foods and says where newer data changed its numbers. Whether
        it calls us was recorded when it was saved: not all its formulas are read. */
    Any SAL_CALL execute(const Sequence<NamedValue>& arguments) override
    {
        Sequence<NamedValue> environment;
        find(arguments, "Environment") >>= environment;
        Reference<XModel> document;
        find(environment, "Model") >>= document;
        if (!document.is())
            return {};
        quietly([&] {
            const Reference<XSpreadsheetDocument> workbook(document, UNO_QUERY_THROW);
            const bool hasOwnFoods = findOwnFoodsSheet(workbook).is();
            if (hasOwnFoods)
                Workbooks::shared(m_context)->watch(
                    Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW));
            if (hasOwnFoods || !recordedVersion(document).empty())
                giveToolBar(m_context, document);
            noteUpdate(m_context, document);
        });
        return {};
    }

    void SAL_CALL documentEventOccured(const css::document::DocumentEvent& event) override
    {
        // Another window of a workbook, or one that is told of before it has a window.
        if (event.EventName == "OnViewCreated")
            quietly([&] {
                const Reference<XModel> workbook(event.Source, UNO_QUERY);
                if (workbook.is() && hasToolBar(workbook))
                    giveContextMenu(m_context, Reference<css::frame::XController>(
                                                   event.ViewController, UNO_QUERY_THROW));
            });
        if (event.EventName != "OnNew")
            return;
        quietly([&] {
            const Reference<XSpreadsheetDocument> workbook(event.Source, UNO_QUERY);
            if (workbook.is() && holdsOurCalls(workbook))
                giveToolBar(m_context, Reference<XModel>(workbook, UNO_QUERY_THROW));
        });
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

    void SAL_CALL notify(const Any& adapter) override
    {
        quietly([&] {
            const Reference<XModel> workbook(
                Reference<css::uno::XAdapter>(adapter, UNO_QUERY_THROW)->queryAdapted(), UNO_QUERY);
            if (workbook.is() && isShown(workbook))
                giveToolBar(m_context, workbook);
        });
    }

private:
    static bool isShown(const Reference<XModel>& document)
    {
        const Reference<css::frame::XController> window = document->getCurrentController();
        return window.is()
               && Reference<css::awt::XWindow2>(window->getFrame()->getContainerWindow(),
                                                UNO_QUERY_THROW)
                      ->isVisible();
    }

    static void quietly(const std::function<void()>& act)
    {
        try
        {
            act();
        }
        catch (const std::exception&)
        {
            // The data can't be read: every cell says so.
        }
        catch (const css::uno::Exception&)
        {
            // The file can't be read again: nothing can be told.
        }
    }

    const Reference<css::uno::XComponentContext> m_context;
};

} // namespace

} // namespace quartet

/// The constructors that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Opened_get_implementation(css::uno::XComponentContext* context,
                                      const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new quartet::OpenedJob(context));
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Nutrition_get_implementation(css::uno::XComponentContext* context,
                                         const css::uno::Sequence<css::uno::Any>&)
{
    const rtl::Reference<quartet::Nutrition> addin(new quartet::Nutrition(context));
    const rtl::Reference<quartet::OpenedJob> observer(new quartet::OpenedJob(context));
    addin->keep(quartet::recordWhenSaved(context));
    addin->keep(quartet::listenToDocuments(context, observer.get()));
    quartet::Workbooks::shared(context)->observeFirstFormulas(observer.get());
    return cppu::acquire(addin.get());
}
