/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A Calc document in a running office.

#pragma once

#include "office.hxx"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCell.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace quartet
{

/** A hidden document, closed without saving at the object's end. Texts are
    UTF-8, cells are named as in "B2". */
class Spreadsheet
{
public:
    /// Whether the document's own macros run.
    enum class Macros
    {
        Never,
        Always
    };
    /// A document that not even a hidden window shows.
    enum class View
    {
        None
    };

    /// A new, empty one.
    explicit Spreadsheet(const Office& office, Macros macros = Macros::Never);
    /** The same without a view, for sheets of other workbooks: when one is brought into a document
        that has a view, LibreOffice 7.4 may crash while it draws the selection of before. */
    Spreadsheet(const Office& office, View none);
    /// One from a file, all of it calculated again.
    Spreadsheet(const Office& office, const std::filesystem::path& file);
    /// One as it opens, from a document's or a template's URL: nothing is calculated again.
    Spreadsheet(const Office& office, const rtl::OUString& url);
    ~Spreadsheet();
    Spreadsheet(const Spreadsheet&) = delete;
    Spreadsheet& operator=(const Spreadsheet&) = delete;

    /** Enters a formula with English names and ";" between arguments, a number
        or a text. */
    void enter(std::string_view cell, std::string_view content);

    std::string formula(std::string_view cell) const;
    std::string text(std::string_view cell) const; ///< as it is shown
    double value(std::string_view cell) const;
    int error(std::string_view cell) const; ///< Calc's error number; 0 for none

    /// All of it, changed or not.
    void recalculate();

    /// @param filter "calc8", "Calc MS Excel 2007 XML", "calc_pdf_Export", ...
    void store(const std::filesystem::path& file, std::string_view filter) const;

    const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document() const
    {
        return m_document;
    }
    css::uno::Reference<css::sheet::XSpreadsheet> sheet(sal_Int32 index = 0) const;
    css::uno::Reference<css::table::XCell> cell(std::string_view name) const;

private:
    css::uno::Reference<css::sheet::XSpreadsheetDocument> m_document;
};

/// Puts the cursor on a cell, "B2" or "$Sheet2.B2", and types, as a person does.
void type(const Office& office, const Spreadsheet& sheet, std::string_view cell,
          std::string_view text);

} // namespace quartet
