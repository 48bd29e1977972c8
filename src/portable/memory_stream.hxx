/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A file that is never one: a document is stored into memory.

#pragma once

#include <com/sun/star/io/XOutputStream.hpp>
#include <cppuhelper/implbase1.hxx>

#include <vector>

namespace quartet
{

class MemoryStream : public cppu::WeakImplHelper1<css::io::XOutputStream>
{
public:
    void SAL_CALL writeBytes(const css::uno::Sequence<sal_Int8>& bytes) override
    {
        m_bytes.insert(m_bytes.end(), bytes.getConstArray(),
                       bytes.getConstArray() + bytes.getLength());
    }
    void SAL_CALL flush() override {}
    void SAL_CALL closeOutput() override {}

    css::uno::Sequence<sal_Int8> bytes() const
    {
        return { m_bytes.data(), static_cast<sal_Int32>(m_bytes.size()) };
    }

private:
    std::vector<sal_Int8> m_bytes;
};

} // namespace quartet
