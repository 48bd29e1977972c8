/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The service org.quartet.Commands: it answers to the URLs "org.quartet:...".

#include "ui/boxes.hxx"
#include "ui/commands.hxx"
#include "ui/failure.hxx"
#include "ui/toolbar.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/frame/ModuleManager.hpp>
#include <com/sun/star/frame/UnknownModuleException.hpp>
#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <cppuhelper/weakref.hxx>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::frame::XDispatch;
using css::frame::XFrame;
using css::frame::XStatusListener;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::util::URL;

const rtl::OUString protocol("org.quartet:");

/** One frame's commands: all in a spreadsheet, some where no document is open,
    none elsewhere. */
class CommandHandler
    : public cppu::WeakImplHelper4<css::frame::XDispatchProvider, css::lang::XInitialization,
                                   XDispatch, css::lang::XServiceInfo>
{
public:
    explicit CommandHandler(const Reference<css::uno::XComponentContext>& context)
        : m_context(context)
    {
    }

    void SAL_CALL initialize(const Sequence<Any>& arguments) override
    {
        Reference<XFrame> frame;
        if (arguments.getLength() > 0)
            arguments.getConstArray()[0] >>= frame;
        m_frame = frame;
    }

    Reference<XDispatch> SAL_CALL queryDispatch(const URL& url, const rtl::OUString&,
                                                sal_Int32) override
    {
        const Command* const command = commandOf(url);
        if (!command || !isAvailable(*command))
            return {};
        return this;
    }

    Sequence<Reference<XDispatch>>
        SAL_CALL queryDispatches(const Sequence<css::frame::DispatchDescriptor>& requests) override
    {
        Sequence<Reference<XDispatch>> dispatches(requests.getLength());
        Reference<XDispatch>* dispatch = dispatches.getArray();
        for (sal_Int32 i = 0; i < requests.getLength(); ++i)
            *dispatch++ = queryDispatch(requests.getConstArray()[i].FeatureURL, {}, 0);
        return dispatches;
    }

    void SAL_CALL dispatch(const URL& url, const Sequence<PropertyValue>&) override
    {
        const Command* const command = commandOf(url);
        const Reference<XFrame> frame = m_frame;
        if (!command || !frame.is())
            return;
        const auto failure = failureOf([&] {
            if (command->needsSheet)
                giveToolBar(m_context, frame->getController()->getModel());
            command->run({ m_context, frame }, command->argument);
        });
        if (failure)
            failureOf([&] { sayFailed(frame, *failure); }); // the window may be going away
    }

    /// Nothing changes while a document is open: said once.
    void SAL_CALL addStatusListener(const Reference<XStatusListener>& listener,
                                    const URL& url) override
    {
        const Command* const command = commandOf(url);
        css::frame::FeatureStateEvent state;
        state.Source = static_cast<XDispatch*>(this);
        state.FeatureURL = url;
        state.IsEnabled = command && isAvailable(*command);
        listener->statusChanged(state);
    }
    void SAL_CALL removeStatusListener(const Reference<XStatusListener>&, const URL&) override {}

    rtl::OUString SAL_CALL getImplementationName() override { return "org.quartet.CommandHandler"; }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        Sequence<rtl::OUString> names(2);
        names[0] = "org.quartet.Commands";
        names[1] = "com.sun.star.frame.ProtocolHandler";
        return names;
    }

private:
    static const Command* commandOf(const URL& url)
    {
        return url.Complete.startsWith(protocol)
                   ? findCommand(url.Complete.copy(protocol.getLength()))
                   : nullptr;
    }

    bool isAvailable(const Command& command) const
    {
        try
        {
            const rtl::OUString module =
                css::frame::ModuleManager::create(m_context)->identify(m_frame.get());
            return module == "com.sun.star.sheet.SpreadsheetDocument"
                   || (!command.needsSheet && module == "com.sun.star.frame.StartModule");
        }
        catch (const css::uno::Exception&)
        {
            return false; // a frame with nothing in it
        }
    }

    void sayFailed(const Reference<XFrame>& frame, const std::string& reason) const
    {
        const Words& words = officeWords(m_context);
        showMessage(m_context, frame->getContainerWindow(), words.text("menu.title"),
                    words.text("menu.failed", { { "reason", reason } }));
    }

    const Reference<css::uno::XComponentContext> m_context;
    css::uno::WeakReference<XFrame> m_frame; ///< which holds its handlers
};

} // namespace

} // namespace quartet

/// The constructor that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_Commands_get_implementation(css::uno::XComponentContext* context,
                                        const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new quartet::CommandHandler(context));
}
