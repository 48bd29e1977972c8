/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What each step of a portable copy takes a processor.

#pragma once

#include "office.hxx"

#include <com/sun/star/task/XStatusIndicator.hpp>
#include <cppuhelper/implbase1.hxx>

#include <array>
#include <utility>

namespace quartet
{

/** Told by the service org.quartet.PortableCopy how far it is, as its "StatusIndicator". */
class CopyPhases : public cppu::WeakImplHelper1<css::task::XStatusIndicator>
{
public:
    /// The steps, and up to which hundredth of the work each goes.
    static constexpr std::array<std::pair<const char*, sal_Int32>, 7> steps{ { { "loaded", 5 },
                                                                               { "scanned", 10 },
                                                                               { "planned", 40 },
                                                                               { "emitted", 70 },
                                                                               { "verified", 85 },
                                                                               { "redacted", 90 },
                                                                               { "saved", 100 } } };

    explicit CopyPhases(const Office& office)
        : m_office(office)
        , m_last(office.processorSeconds())
    {
    }

    void SAL_CALL start(const rtl::OUString&, sal_Int32) override {}
    void SAL_CALL setText(const rtl::OUString&) override {}
    void SAL_CALL reset() override {}
    void SAL_CALL setValue(sal_Int32 done) override
    {
        const double now = m_office.processorSeconds();
        std::size_t step = 0;
        while (step + 1 < steps.size() && steps[step].second < done)
            ++step;
        m_seconds[step] += now - m_last;
        m_last = now;
    }
    /// To be called when the copy is there.
    void SAL_CALL end() override { setValue(steps.back().second); }

    /// Of a processor, step by step.
    const std::array<double, steps.size()>& seconds() const { return m_seconds; }
    double total() const
    {
        double sum = 0;
        for (const double each : m_seconds)
            sum += each;
        return sum;
    }

private:
    const Office& m_office;
    double m_last;
    std::array<double, steps.size()> m_seconds{};
};

} // namespace quartet
