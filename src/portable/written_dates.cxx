/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/written_dates.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <array>

namespace quartet
{

using css::lang::Locale;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

Reference<css::util::XNumberFormats> formatsOf(const Cells& cells)
{
    return Reference<css::util::XNumberFormatsSupplier>(cells.document(), UNO_QUERY_THROW)
        ->getNumberFormats();
}

sal_Int32 formatOf(const Reference<css::beans::XPropertySet>& cell)
{
    sal_Int32 key = 0;
    cell->getPropertyValue("NumberFormat") >>= key;
    return key;
}

} // namespace

bool showsDate(const Cells& cells, const Place& place)
{
    const Reference<css::beans::XPropertySet> cell(cells.cell(place), UNO_QUERY_THROW);
    sal_Int16 type = 0;
    formatsOf(cells)->getByKey(formatOf(cell))->getPropertyValue("Type") >>= type;
    return (type & css::util::NumberFormat::DATE) != 0;
}

std::optional<double> typedDate(const Cells& cells, const Place& scratch, const std::string& text)
{
    if (text.empty() || text.front() == '=')
        return std::nullopt;
    const auto cell = cells.cell(scratch);
    const Reference<css::beans::XPropertySet> look(cell, UNO_QUERY_THROW);
    const sal_Int32 before = formatOf(look);
    cell->setFormula(fromUtf8(text));
    std::optional<double> date;
    if (cell->getType() == css::table::CellContentType_VALUE && showsDate(cells, scratch))
        date = cell->getValue();
    cell->setFormula({});
    look->setPropertyValue("NumberFormat", Any(before));
    return date;
}

std::vector<std::string> writtenDates(const Cells& cells, const Place& scratch, double date)
{
    static constexpr std::array<const char*, 18> ways{ "YYYY-MM-DD",
                                                       "D.M.YYYY",
                                                       "DD.MM.YYYY",
                                                       "D.M.YY",
                                                       "DD.MM.YY",
                                                       "D/M/YYYY",
                                                       "DD/MM/YYYY",
                                                       "D/M/YY",
                                                       "DD/MM/YY",
                                                       "M/D/YYYY",
                                                       "MM/DD/YYYY",
                                                       "M/D/YY",
                                                       "MM/DD/YY",
                                                       "D MMMM YYYY",
                                                       "D MMM YYYY",
                                                       "MMMM D YYYY",
                                                       "D\" de \"MMMM\" de \"YYYY",
                                                       "YYYY\"\xE5\xB9\xB4\"M\"\xE6\x9C\x88\"D" };
    const Locale english("en", "US", {});
    const std::array<Locale, 4> locales{ english, Locale("de", "DE", {}), Locale("fr", "FR", {}),
                                         Locale("es", "ES", {}) };
    const auto formats = formatsOf(cells);
    const auto cell = cells.cell(scratch);
    const Reference<css::beans::XPropertySet> look(cell, UNO_QUERY_THROW);
    const sal_Int32 before = formatOf(look);
    std::vector<std::string> dates;
    cell->setValue(date);
    for (const char* const way : ways)
        for (const Locale& locale : locales)
        {
            const rtl::OUString code = fromUtf8(way);
            const bool named = code.indexOf("MMM") >= 0;
            if (!named && locale.Language != english.Language)
                continue;
            sal_Int32 key = formats->queryKey(code, english, false);
            const bool isNew = key < 0 || named;
            if (isNew)
                key = formats->addNewConverted(code, english, locale);
            look->setPropertyValue("NumberFormat", Any(key));
            dates.push_back(cells.text(scratch));
        }
    look->setPropertyValue("NumberFormat", Any(before));
    cell->setFormula({});
    return dates;
}

} // namespace quartet
