/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/formula.hxx"

#include "labels/own_columns.hxx"
#include "workbook/contents.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/used_area.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::sheet::ComplexReference;
using css::sheet::FormulaToken;
using css::sheet::SingleReference;
using css::table::XCell;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

Reference<css::lang::XMultiServiceFactory>
services(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    return { document, UNO_QUERY_THROW };
}

Reference<XCellRange> cells(const Reference<css::sheet::XSpreadsheetDocument>& document,
                            const Area& area)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Reference<XCellRange> sheet(sheets->getByIndex(area.first.sheet), UNO_QUERY_THROW);
    return sheet->getCellRangeByPosition(area.first.column, area.first.row, area.last.column,
                                         area.last.row);
}

CellContent content(const Any& data)
{
    double number = 0;
    if (data >>= number)
        return number;
    rtl::OUString text;
    data >>= text;
    return toUtf8(text);
}

/// How many rows of a document's sheets are used, from the first on, in the longest.
sal_Int32 usedRows(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    sal_Int32 rows = 0;
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        rows = std::max(rows, usedArea(Reference<css::sheet::XSpreadsheet>(sheets->getByIndex(i),
                                                                           UNO_QUERY_THROW))
                                      .EndRow
                                  + 1);
    return rows;
}

/** The first rows of a range, for whole columns are long. Ranges of one shape
    keep one shape: it is no matter where they begin. */
Reference<XCellRange> firstRows(const Reference<XCellRange>& range, sal_Int32 most)
{
    const auto area =
        Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
    return range->getCellRangeByPosition(0, 0, area.EndColumn - area.StartColumn,
                                         std::min(area.EndRow - area.StartRow + 1, most) - 1);
}

/// A name's tokens; a sheet's own name goes before one of the document.
Tokens namedTokens(const Reference<css::sheet::XSpreadsheetDocument>& document,
                   const Reference<css::uno::XInterface>& sheet, const rtl::OUString& name)
{
    for (const Reference<css::uno::XInterface>& holder :
         { sheet, Reference<css::uno::XInterface>(document, UNO_QUERY_THROW) })
    {
        const Reference<css::container::XNameAccess> names(
            Reference<css::beans::XPropertySet>(holder, UNO_QUERY_THROW)
                ->getPropertyValue("NamedRanges"),
            UNO_QUERY_THROW);
        if (names->hasByName(name))
            return toTokens(
                Reference<css::sheet::XFormulaTokens>(names->getByName(name), UNO_QUERY_THROW)
                    ->getTokens());
    }
    return {};
}

/// What a range holds, by rows.
void read(const Reference<XCellRange>& range, Present& present)
{
    const auto rows = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    for (sal_Int32 row = 0; row < rows.getLength(); ++row)
    {
        const Sequence<Any>& columns = rows.getConstArray()[row];
        for (sal_Int32 column = 0; column < columns.getLength(); ++column)
            present.contents.push_back(content(columns.getConstArray()[column]));
    }
    present.range = present.contents.size() > 1;
    const auto cell = range->getCellByPosition(0, 0);
    if (!present.range && cell->getError())
        present.error = toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
}

} // namespace

/** A hidden sheet in which a part of a formula is computed. What the part
    refers to is copied there: the person's own document stays as it is. */
class Formula::Scratch
{
public:
    Scratch(const Reference<css::uno::XComponentContext>& context,
            const Reference<css::sheet::XSpreadsheetDocument>& original)
    {
        css::beans::PropertyValue hidden;
        hidden.Name = "Hidden";
        hidden.Value <<= true;
        m_document.set(css::frame::Desktop::create(context)->loadComponentFromURL(
                           "private:factory/scalc", "_blank", 0, { &hidden, 1 }),
                       UNO_QUERY_THROW);
        copyOwnFoods(original);
    }
    ~Scratch()
    {
        try
        {
            Reference<css::util::XCloseable>(m_document, UNO_QUERY_THROW)->close(true);
        }
        catch (const css::uno::Exception&)
        {
            // The office is ending.
        }
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    void compute(const Formula& formula, const Tokens& part, Present& present)
    {
        Tokens tokens;
        for (const FormulaToken& token : part)
        {
            const auto range = formula.referred({ token });
            tokens.push_back(range.is()
                                 ? copied(firstRows(range, formula.m_usedRows), formula.m_grammar)
                                 : token);
        }
        const Reference<XCell> cell(cells(m_document, {})->getCellByPosition(0, 0));
        Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)->setTokens(toSequence(tokens));
        read(Reference<XCellRange>(cell, UNO_QUERY_THROW), present);
    }

private:
    /// The document's own foods as they are: what is computed finds them too.
    void copyOwnFoods(const Reference<css::sheet::XSpreadsheetDocument>& original)
    {
        const auto own = findOwnFoodsSheet(original);
        if (!own.is())
            return;
        const auto used = usedArea(own);
        m_document->getSheets()->insertNewByName(fromUtf8(ownFoodsSheet), 1);
        const auto all = [&used](const Reference<css::sheet::XSpreadsheet>& sheet) {
            return sheet->getCellRangeByPosition(0, 0, used.EndColumn, used.EndRow);
        };
        Contents(all(own)).writeTo(all(findOwnFoodsSheet(m_document)));
    }

    /// The reference to a copy of some cells.
    FormulaToken copied(const Reference<XCellRange>& range, const FormulaGrammar& grammar)
    {
        const auto area =
            Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
        const Area copy{ { 0, 1, m_row },
                         { 0, 1 + area.EndColumn - area.StartColumn,
                           m_row + area.EndRow - area.StartRow } };
        m_row = copy.last.row + 1;
        Contents(range).writeTo(cells(m_document, copy));
        const SingleReference first = movableReference(copy.first, std::nullopt);
        return copy.isCell() ? grammar.reference(first)
                             : grammar.reference(ComplexReference(
                                   first, movableReference(copy.last, std::nullopt)));
    }

    Reference<css::sheet::XSpreadsheetDocument> m_document;
    sal_Int32 m_row = 0; ///< the next that is free
};

Formula::Formula(const Reference<css::uno::XComponentContext>& context,
                 const Reference<css::sheet::XSpreadsheetDocument>& document,
                 const Reference<XCell>& cell)
    : m_context(context)
    , m_document(document)
    , m_parser(services(document)->createInstance("com.sun.star.sheet.FormulaParser"),
               UNO_QUERY_THROW)
    , m_address(Reference<css::sheet::XCellAddressable>(cell, UNO_QUERY_THROW)->getCellAddress())
    , m_usedRows(usedRows(document))
    , m_grammar(services(document))
    , m_tokens(toTokens(Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)->getTokens()))
{
}

Formula::~Formula() = default;

std::vector<OurCall> Formula::calls() const
{
    std::vector<OurCall> calls;
    for (std::size_t place = 0; place < m_tokens.size(); ++place)
        if (auto call = m_grammar.callAt(m_tokens, place))
            calls.push_back(std::move(*call));
    return calls;
}

bool Formula::isOneCall() const
{
    const auto all = calls();
    return all.size() == 1 && whole(all.front()).size() == withoutSpaces(m_tokens).size();
}

Tokens Formula::whole(const OurCall& call) const
{
    const auto at = [this](std::size_t place) {
        return m_tokens.begin() + static_cast<std::ptrdiff_t>(place);
    };
    return withoutSpaces({ at(call.begin), at(call.end) });
}

Tokens Formula::withoutSpaces(const Tokens& part) const
{
    Tokens tokens;
    std::copy_if(part.begin(), part.end(), std::back_inserter(tokens),
                 [this](const FormulaToken& token) { return !m_grammar.isSpace(token); });
    return tokens;
}

std::string Formula::print(const Tokens& part) const
{
    return toUtf8(m_parser->printFormula(toSequence(part), m_address));
}

Reference<XCellRange> Formula::referred(const Tokens& part) const
{
    if (part.size() != 1)
        return {};
    const Place here{ m_address.Sheet, m_address.Column, m_address.Row };
    if (const auto area = areaOf(part.front(), here))
        return cells(m_document, *area);
    if (!m_grammar.isName(part.front()))
        return {};
    const rtl::OUString name = fromUtf8(print(part));
    const Reference<css::container::XIndexAccess> sheets(m_document->getSheets(), UNO_QUERY_THROW);
    const Reference<XCellRange> sheet(sheets->getByIndex(m_address.Sheet), UNO_QUERY_THROW);
    // A plan's names mean "of this row": a sheet would find what they mean in its first cell.
    if (const Tokens meant = withoutSpaces(namedTokens(m_document, sheet, name)); meant.size() == 1)
        if (const auto area = areaOf(meant.front(), here))
            return cells(m_document, *area);
    // A database's range, which a sheet finds too.
    try
    {
        return sheet->getCellRangeByName(name);
    }
    catch (const css::uno::RuntimeException&)
    {
        return {}; // it names no cells
    }
}

Present Formula::present(const Tokens& part) const
{
    Present present;
    present.written = print(part);
    if (const auto constant = m_grammar.constant(part))
    {
        present.contents.push_back(content(*constant));
        return present;
    }
    if (const auto range = referred(part); range.is())
    {
        read(firstRows(range, m_usedRows), present);
        present.referred = true;
        return present;
    }
    if (!m_scratch)
        m_scratch = std::make_unique<Scratch>(m_context, m_document);
    m_scratch->compute(*this, part, present);
    return present;
}

} // namespace quartet
