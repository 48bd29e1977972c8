/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What cells hold at one time: numbers, texts and errors.

#pragma once

#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>

#include <vector>

namespace quartet
{

class Contents
{
public:
    explicit Contents(const css::uno::Reference<css::table::XCellRange>& cells);

    /** Writes it to cells of the same shape. An error goes as a formula that gives
        one: LibreOffice 7.4 crashes when setDataArray gets an error. */
    void writeTo(const css::uno::Reference<css::table::XCellRange>& cells) const;

private:
    struct Error
    {
        sal_Int32 column;
        sal_Int32 row;
        rtl::OUString formula;
    };

    css::uno::Sequence<css::uno::Sequence<css::uno::Any>> m_rows;
    std::vector<Error> m_errors;
};

} // namespace quartet
