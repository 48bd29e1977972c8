/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The food data and the standards as LibreOffice's configuration holds them.

#pragma once

#include "data.hxx"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/util/XChangesListener.hpp>
#include <com/sun/star/util/XChangesNotifier.hpp>
#include <cppuhelper/implbase1.hxx>

#include <memory>
#include <mutex>
#include <vector>

namespace quartet
{

/** Reads the configuration at the first use and again after it has changed.
    Any thread may call. */
class Registry : public cppu::WeakImplHelper1<css::util::XChangesListener>
{
public:
    explicit Registry(const css::uno::Reference<css::uno::XComponentContext>& context)
        : m_context(context)
    {
    }

    /** The data as they are now; they stay as they are for who holds them.

        The rows that had to be left out are written to the logger
        "org.quartet". */
    std::shared_ptr<const Data> data();

    void SAL_CALL changesOccurred(const css::util::ChangesEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& source) override;

private:
    std::shared_ptr<const Data> read();

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    std::mutex m_mutex;
    std::shared_ptr<const Data> m_data; ///< empty until read
    std::vector<css::uno::Reference<css::util::XChangesNotifier>> m_watched;
};

} // namespace quartet
