/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the office asks every component for: its names.

#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/supportsservice.hxx>

namespace quartet
{

/** An implementation with css::lang::XServiceInfo among its interfaces.
    @param Interfaces a cppu::WeakImplHelper of them */
template <typename Interfaces> class NamedService : public Interfaces
{
public:
    rtl::OUString SAL_CALL getImplementationName() override
    {
        return rtl::OUString::createFromAscii(m_implementation);
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        const rtl::OUString name = rtl::OUString::createFromAscii(m_service);
        return { &name, 1 };
    }

protected:
    NamedService(const char* implementation, const char* service)
        : m_implementation(implementation)
        , m_service(service)
    {
    }

private:
    const char* m_implementation;
    const char* m_service;
};

} // namespace quartet
