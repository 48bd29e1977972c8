/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Doing something a moment later.

#pragma once

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase1.hxx>

#include <functional>
#include <utility>

namespace quartet
{

class Later : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    explicit Later(std::function<void()> act)
        : m_act(std::move(act))
    {
    }
    void SAL_CALL notify(const css::uno::Any&) override { m_act(); }

private:
    const std::function<void()> m_act;
};

/// Does something once the office has dealt with what the person did just now.
inline void doLater(const css::uno::Reference<css::uno::XComponentContext>& context,
                    std::function<void()> act)
{
    css::awt::AsyncCallback::create(context)->addCallback(new Later(std::move(act)), {});
}

} // namespace quartet
