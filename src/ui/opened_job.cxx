/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The service org.quartet.Opened: a job of the office, done for each workbook
// that is opened in a window. Its own foods are watched from now on, and it may
// be said that newer data changed its numbers.

#include "own_foods_sheet.hxx"
#include "update_note.hxx"
#include "workbook_foods.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

namespace quartet
{

namespace
{

using css::beans::NamedValue;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;

Any find(const Sequence<NamedValue>& values, const char* name)
{
    for (sal_Int32 i = 0; i < values.getLength(); ++i)
        if (values.getConstArray()[i].Name.equalsAscii(name))
            return values.getConstArray()[i].Value;
    return {};
}

class OpenedJob : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo>
{
public:
    explicit OpenedJob(const Reference<css::uno::XComponentContext>& context)
        : m_context(context)
    {
    }

    Any SAL_CALL execute(const Sequence<NamedValue>& arguments) override
    {
        Sequence<NamedValue> environment;
        find(arguments, "Environment") >>= environment;
        Reference<css::frame::XModel> document;
        find(environment, "Model") >>= document;
        try
        {
            if (!document.is())
                return {};
            const Reference<css::sheet::XSpreadsheetDocument> workbook(document,
                                                                       css::uno::UNO_QUERY_THROW);
            if (findOwnFoodsSheet(workbook).is())
                Workbooks::shared(m_context)->watch(
                    Reference<css::beans::XPropertySet>(document, css::uno::UNO_QUERY_THROW));
            noteUpdate(m_context, document);
        }
        catch (const std::exception&)
        {
            // The data can't be read: every cell says so.
        }
        catch (const css::uno::Exception&)
        {
            // The file can't be read again: nothing can be told.
        }
        return {};
    }

    rtl::OUString SAL_CALL getImplementationName() override { return "org.quartet.OpenedJob"; }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        const rtl::OUString name("org.quartet.Opened");
        return { &name, 1 };
    }

private:
    const Reference<css::uno::XComponentContext> m_context;
};

} // namespace

} // namespace quartet

/// The constructor that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Opened_get_implementation(css::uno::XComponentContext* context,
                                      const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new quartet::OpenedJob(context));
}
