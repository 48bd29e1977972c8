/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The service org.quartet.Started: what is done when the office starts, before it
// has opened a document. The Function Wizard's texts stand in the configuration in
// English; those of the office's language are added for as long as it runs.

#include "workbook/named_service.hxx"
#include "workbook/package.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/configuration/Update.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::Sequence;
using css::uno::XComponentContext;

void describeFunctions(const Reference<XComponentContext>& context)
{
    const rtl::OUString language = officeLanguage(context).getToken(0, '-');
    if (language == "en")
        return;
    const rtl::OUString texts = packageFolder(context) + "/functions/" + language + ".xcu";
    if (fileExists(context, texts))
        css::configuration::Update::get(context)->insertExtensionXcuFile(false, texts);
}

class StartedJob
    : public NamedService<cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo>>
{
public:
    explicit StartedJob(const Reference<XComponentContext>& context)
        : NamedService("org.quartet.StartedJob", "org.quartet.Started")
        , m_context(context)
    {
    }

    css::uno::Any SAL_CALL execute(const Sequence<css::beans::NamedValue>&) override
    {
        try
        {
            describeFunctions(m_context);
        }
        catch (const css::uno::Exception&)
        {
            // The functions are described in English.
        }
        return {};
    }

private:
    const Reference<XComponentContext> m_context;
};

} // namespace

} // namespace quartet

/// The constructor that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Started_get_implementation(css::uno::XComponentContext* context,
                                       const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new quartet::StartedJob(context));
}
