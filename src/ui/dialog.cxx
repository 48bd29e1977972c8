/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/dialog.hxx"

#include "workbook/package.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/DialogProvider2.hpp>
#include <com/sun/star/beans/NamedValue.hpp>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::XComponentContext;

Reference<css::awt::XDialog> load(const Reference<XComponentContext>& context,
                                  const Reference<css::awt::XWindow>& parent, const char* file)
{
    css::uno::Sequence<css::beans::NamedValue> arguments(1);
    arguments[0] = css::beans::NamedValue("ParentWindow", css::uno::Any(parent));
    return css::awt::DialogProvider2::create(context)->createDialogWithArguments(
        packageFolder(context) + "/dialogs/" + rtl::OUString::createFromAscii(file), arguments);
}

} // namespace

WindowEnd::~WindowEnd()
{
    try
    {
        m_window->dispose();
    }
    catch (const css::uno::Exception&)
    {
        // The office has taken it away already.
    }
}

Dialog::Dialog(const Reference<XComponentContext>& context,
               const Reference<css::awt::XWindow>& parent, const char* file,
               const std::string& title)
    : m_dialog(load(context, parent, file))
    , m_end(m_dialog)
    , m_controls(Reference<css::awt::XWindow>(m_dialog, css::uno::UNO_QUERY_THROW))
{
    m_dialog->setTitle(fromUtf8(title));
}

} // namespace quartet
