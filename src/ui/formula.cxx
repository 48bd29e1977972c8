/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "formula.hxx"

#include "contents.hxx"
#include "own_columns.hxx"
#include "own_foods_sheet.hxx"
#include "used_area.hxx"
#include "utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ComplexReference.hpp>
#include <com/sun/star/sheet/FormulaLanguage.hpp>
#include <com/sun/star/sheet/FormulaMapGroup.hpp>
#include <com/sun/star/sheet/FormulaMapGroupSpecialOffset.hpp>
#include <com/sun/star/sheet/FormulaOpCodeMapEntry.hpp>
#include <com/sun/star/sheet/ReferenceFlags.hpp>
#include <com/sun/star/sheet/SingleReference.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XFormulaOpCodeMapper.hpp>
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
using css::table::CellAddress;
using css::table::XCell;
using css::table::XCellRange;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

constexpr std::string_view ourService = "org.quartet.Nutrition.";

/// The place of a reference in a formula that stands at an address.
CellAddress absolute(const SingleReference& reference, const CellAddress& from)
{
    namespace Flags = css::sheet::ReferenceFlags;
    const auto pick = [&reference](sal_Int32 flag, sal_Int32 origin, sal_Int32 relative,
                                   sal_Int32 fixed) {
        return reference.Flags & flag ? origin + relative : fixed;
    };
    return CellAddress(
        static_cast<sal_Int16>(
            pick(Flags::SHEET_RELATIVE, from.Sheet, reference.RelativeSheet, reference.Sheet)),
        pick(Flags::COLUMN_RELATIVE, from.Column, reference.RelativeColumn, reference.Column),
        pick(Flags::ROW_RELATIVE, from.Row, reference.RelativeRow, reference.Row));
}

bool isDeleted(const SingleReference& reference)
{
    namespace Flags = css::sheet::ReferenceFlags;
    return reference.Flags & (Flags::SHEET_DELETED | Flags::COLUMN_DELETED | Flags::ROW_DELETED);
}

/// The first and the last cell of a reference token.
std::optional<ComplexReference> referenceOf(const FormulaToken& token)
{
    ComplexReference range;
    if (!(token.Data >>= range))
    {
        if (!(token.Data >>= range.Reference1))
            return std::nullopt;
        range.Reference2 = range.Reference1;
    }
    if (isDeleted(range.Reference1) || isDeleted(range.Reference2))
        return std::nullopt;
    return range;
}

Reference<XCellRange> cells(const Reference<css::sheet::XSpreadsheetDocument>& document,
                            const CellAddress& first, const CellAddress& last)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Reference<XCellRange> sheet(sheets->getByIndex(first.Sheet), UNO_QUERY_THROW);
    return sheet->getCellRangeByPosition(first.Column, first.Row, last.Column, last.Row);
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
            tokens.push_back(
                range.is() ? copied(firstRows(range, formula.m_usedRows), formula.m_codes.push)
                           : token);
        }
        const Reference<XCell> cell(
            cells(m_document, { 0, 0, 0 }, { 0, 0, 0 })->getCellByPosition(0, 0));
        const Sequence<FormulaToken> sequence(tokens.data(), static_cast<sal_Int32>(tokens.size()));
        Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)->setTokens(sequence);
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
    FormulaToken copied(const Reference<XCellRange>& range, sal_Int32 push)
    {
        const auto area =
            Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
        const CellAddress from(0, 1, m_row);
        const CellAddress to(0, 1 + area.EndColumn - area.StartColumn,
                             m_row + area.EndRow - area.StartRow);
        m_row = to.Row + 1;
        Contents(range).writeTo(cells(m_document, from, to));
        const auto place = [](const CellAddress& cell) {
            return SingleReference(cell.Column, 0, cell.Row, 0, 0, 0, 0);
        };
        return FormulaToken(push, from.Row == to.Row && from.Column == to.Column
                                      ? Any(place(from))
                                      : Any(ComplexReference(place(from), place(to))));
    }

    Reference<css::sheet::XSpreadsheetDocument> m_document;
    sal_Int32 m_row = 0; ///< the next that is free
};

Formula::Formula(const Reference<css::uno::XComponentContext>& context,
                 const Reference<css::sheet::XSpreadsheetDocument>& document,
                 const Reference<XCell>& cell)
    : m_context(context)
    , m_document(document)
    , m_address(Reference<css::sheet::XCellAddressable>(cell, UNO_QUERY_THROW)->getCellAddress())
    , m_usedRows(usedRows(document))
{
    const Reference<css::lang::XMultiServiceFactory> services(document, UNO_QUERY_THROW);
    m_parser.set(services->createInstance("com.sun.star.sheet.FormulaParser"), UNO_QUERY_THROW);
    const Reference<css::sheet::XFormulaOpCodeMapper> mapper(
        services->createInstance("com.sun.star.sheet.FormulaOpCodeMapper"), UNO_QUERY_THROW);
    namespace Special = css::sheet::FormulaMapGroupSpecialOffset;
    namespace Group = css::sheet::FormulaMapGroup;
    const auto special =
        mapper->getAvailableMappings(css::sheet::FormulaLanguage::ODFF, Group::SPECIAL);
    const auto code = [&special](sal_Int32 offset) {
        return special.getConstArray()[offset].Token.OpCode;
    };
    Sequence<rtl::OUString> names(3);
    names[0] = "(";
    names[1] = ")";
    names[2] = ";";
    const auto marks = mapper->getMappings(names, css::sheet::FormulaLanguage::ODFF);
    const FormulaToken* const mark = marks.getConstArray();
    m_codes = { mapper->getOpCodeExternal(),
                code(Special::PUSH),
                code(Special::MISSING),
                code(Special::NAME),
                code(Special::SPACES),
                code(Special::WHITESPACE),
                mark[0].OpCode,
                mark[1].OpCode,
                mark[2].OpCode };

    const auto tokens = Reference<css::sheet::XFormulaTokens>(cell, UNO_QUERY_THROW)->getTokens();
    m_tokens.assign(tokens.getConstArray(), tokens.getConstArray() + tokens.getLength());
}

Formula::~Formula() = default;

bool Formula::isSpace(const FormulaToken& token) const
{
    return token.OpCode == m_codes.spaces || token.OpCode == m_codes.whitespace;
}

std::vector<TokenCall> Formula::calls() const
{
    std::vector<TokenCall> calls;
    for (std::size_t place = 0; place < m_tokens.size(); ++place)
        if (auto call = callAt(place))
            calls.push_back(std::move(*call));
    return calls;
}

bool Formula::isOneCall() const
{
    const auto all = calls();
    return all.size() == 1 && all.front().whole.size() == withoutSpaces(m_tokens).size();
}

std::optional<TokenCall> Formula::callAt(std::size_t place) const
{
    rtl::OUString name;
    if (m_tokens[place].OpCode != m_codes.external || !(m_tokens[place].Data >>= name)
        || !name.startsWithIgnoreAsciiCase(fromUtf8(ourService)))
        return std::nullopt;
    TokenCall call;
    call.method = name.copy(static_cast<sal_Int32>(ourService.size()));
    call.whole.push_back(m_tokens[place]);
    call.arguments.emplace_back();
    int depth = 0;
    for (auto token = m_tokens.begin() + static_cast<std::ptrdiff_t>(place) + 1;
         token != m_tokens.end(); ++token)
    {
        if (isSpace(*token))
            continue;
        call.whole.push_back(*token);
        depth += token->OpCode == m_codes.open ? 1 : 0;
        depth -= token->OpCode == m_codes.close ? 1 : 0;
        if (depth == 0)
            break;
        const bool opening = depth == 1 && token->OpCode == m_codes.open;
        if (depth == 1 && token->OpCode == m_codes.separator)
            call.arguments.emplace_back();
        else if (!opening && !(depth == 1 && token->OpCode == m_codes.missing))
            call.arguments.back().push_back(*token);
    }
    return call;
}

Tokens Formula::withoutSpaces(const Tokens& part) const
{
    Tokens tokens;
    std::copy_if(part.begin(), part.end(), std::back_inserter(tokens),
                 [this](const FormulaToken& token) { return !isSpace(token); });
    return tokens;
}

std::string Formula::print(const Tokens& part) const
{
    const Sequence<FormulaToken> tokens(part.data(), static_cast<sal_Int32>(part.size()));
    return toUtf8(m_parser->printFormula(tokens, m_address));
}

Reference<XCellRange> Formula::referred(const Tokens& part) const
{
    if (part.size() != 1)
        return {};
    if (const auto reference = referenceOf(part.front()))
    {
        const auto first = absolute(reference->Reference1, m_address);
        const auto last = absolute(reference->Reference2, m_address);
        if (first.Sheet == last.Sheet)
            return cells(m_document, first, last);
    }
    if (part.front().OpCode != m_codes.name)
        return {};
    // A name of the document, as a sheet finds it too.
    try
    {
        const Reference<css::container::XIndexAccess> sheets(m_document->getSheets(),
                                                             UNO_QUERY_THROW);
        return Reference<XCellRange>(sheets->getByIndex(m_address.Sheet), UNO_QUERY_THROW)
            ->getCellRangeByName(fromUtf8(print(part)));
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
    if (part.size() == 1 && part.front().OpCode == m_codes.push)
    {
        double number = 0;
        rtl::OUString text;
        if ((part.front().Data >>= number) || (part.front().Data >>= text))
        {
            present.contents.push_back(content(part.front().Data));
            return present;
        }
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
