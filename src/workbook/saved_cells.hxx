/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the XML of a saved workbook says of its cells. No office here: whoever reads
// a file tells these handlers its elements.

#pragma once

#include "workbook/our_cells.hxx"

#include <com/sun/star/xml/sax/XDocumentHandler.hpp>
#include <cppuhelper/implbase1.hxx>

#include <map>
#include <optional>
#include <string>
#include <variant>

namespace quartet
{

/// What a cell shows: a number, a text or an error's name.
struct CellValue
{
    std::variant<double, std::string> content;
    bool error = false;
};

/// Nothing where a value isn't known.
using CellValues = std::map<CellPlace, std::optional<CellValue>>;

/** A handler of XML that takes interest in elements and text alone. */
class XmlHandler : public cppu::WeakImplHelper1<css::xml::sax::XDocumentHandler>
{
public:
    void SAL_CALL startDocument() override {}
    void SAL_CALL endDocument() override {}
    void SAL_CALL endElement(const rtl::OUString&) override {}
    void SAL_CALL characters(const rtl::OUString&) override {}
    void SAL_CALL ignorableWhitespace(const rtl::OUString&) override {}
    void SAL_CALL processingInstruction(const rtl::OUString&, const rtl::OUString&) override {}
    void SAL_CALL setDocumentLocator(const css::uno::Reference<css::xml::sax::XLocator>&) override
    {
    }
};

/// A name without its prefix.
rtl::OUString localName(const rtl::OUString& name);

/** Fills in the cells of an OpenDocument spreadsheet.
    @param cells the places that are asked for, which must outlive the handler */
css::uno::Reference<css::xml::sax::XDocumentHandler> openDocumentCells(CellValues& cells);

/// The same for one sheet of an Office Open XML workbook.
css::uno::Reference<css::xml::sax::XDocumentHandler> worksheetCells(sal_Int32 sheet,
                                                                    CellValues& cells);

} // namespace quartet
