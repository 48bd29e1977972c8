/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The floor that Calc's own bridge sets: an add-in that does nothing.

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <org/quartet/bench/XNothing.hpp>

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;

/** Made as the add-in org.quartet.Nutrition is, so that all that differs is
    what the functions do. */
class Nothing : public cppu::WeakImplHelper2<org::quartet::bench::XNothing, css::lang::XServiceInfo>
{
public:
    // XNothing
    Any SAL_CALL cell(const Reference<css::beans::XPropertySet>&, const rtl::OUString&,
                      const Any& amount, const Any&) override
    {
        return amount;
    }
    Any SAL_CALL range(const Reference<css::beans::XPropertySet>&, const Sequence<Sequence<Any>>&,
                       const Sequence<Sequence<Any>>&, const rtl::OUString&, const Any&) override
    {
        return Any(0.0);
    }

    // XServiceInfo
    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.quartet.bench.NothingAddIn";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        const rtl::OUString name("org.quartet.bench.Nothing");
        return { &name, 1 };
    }
};

} // namespace

/// The constructor that bench.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_bench_Nothing_get_implementation(css::uno::XComponentContext*,
                                             const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new Nothing);
}
