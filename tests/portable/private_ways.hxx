/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The ways in which a workbook may hold what a person doesn't want to send: the words of
// tests/portable/private/cases.txt.

#pragma once

#include "portable_fixture.hxx"

#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

namespace quartet
{

inline Reference<css::beans::XPropertySet> properties(const Any& object)
{
    return Reference<css::beans::XPropertySet>(object, UNO_QUERY_THROW);
}

/// A service of a document.
inline Reference<css::uno::XInterface> made(const Spreadsheet& document, const char* service)
{
    return Reference<css::lang::XMultiServiceFactory>(document.document(), UNO_QUERY_THROW)
        ->createInstance(rtl::OUString::createFromAscii(service));
}

/// Puts a shape on the first sheet.
void draw(const Spreadsheet& document, const Reference<css::drawing::XShape>& shape);

/// A line of a case.
struct Way
{
    std::string word;
    std::string rest; ///< of what stands before the tab
    std::string content;
    std::string sheet;
};

/// @returns whether the word is one of those that concern cells and what is said of them
bool hideInCells(const Way& way, const Spreadsheet& document, const Office& office);
/// The same of drawings, controls, objects, links and programs.
bool hideInObjects(const Way& way, const Spreadsheet& document);
/// The same of the document: its dialogs, settings, versions and links.
bool hideInDocument(const Way& way, const Spreadsheet& document, const Office& office);

/// Who uses the office.
void setUser(const Office& office, const std::string& name);

} // namespace quartet
