/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/saved_cells.hxx"

#include "workbook/utf8.hxx"

#include <rtl/ustrbuf.hxx>

#include <algorithm>
#include <limits>
#include <vector>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::xml::sax::XAttributeList;
using rtl::OUString;

/// Calc computes no longer text: what a file says beyond it is no result of a formula.
constexpr sal_Int32 longestText = 65535;

void append(rtl::OUStringBuffer& text, const OUString& more)
{
    text.append(more.copy(0, std::min(more.getLength(), longestText - text.getLength())));
}

/// The cells of an OpenDocument spreadsheet.
class OpenDocumentCells : public XmlHandler
{
public:
    explicit OpenDocumentCells(CellValues& cells)
        : m_cells(cells)
    {
    }

    void SAL_CALL startElement(const OUString& name,
                               const Reference<XAttributeList>& attributes) override
    {
        if (m_aside > 0 || isAside(name))
            ++m_aside;
        else if (name == "table:table")
        {
            ++m_sheet;
            m_row = 0;
        }
        else if (name == "table:table-row")
            startRow(attributes);
        else if (!m_rowIsWanted)
            return;
        else if (name == "table:table-cell" || name == "table:covered-table-cell")
            startCell(attributes);
        else if (name == "text:p")
            append(m_text, m_paragraphs++ ? OUString("\n") : OUString());
        else if (name == "text:s")
            appendSpaces(attributes);
    }

    void SAL_CALL endElement(const OUString& name) override
    {
        if (m_aside > 0)
            --m_aside;
        else if (name == "table:table-row")
            endRow();
        else if (m_rowIsWanted
                 && (name == "table:table-cell" || name == "table:covered-table-cell"))
            endCell();
    }

    void SAL_CALL characters(const OUString& text) override
    {
        if (m_aside == 0 && m_paragraphs > 0)
            append(m_text, text);
    }

private:
    /// A cell of the row, repeated to the right.
    struct RowCell
    {
        sal_Int64 end; ///< behind its last column
        std::optional<CellValue> value;
    };

    /// What may hold tables and texts that are not the cells' own.
    static bool isAside(const OUString& name)
    {
        return name.startsWith("draw:") || name == "table:shapes" || name == "table:dde-links"
               || name == "table:tracked-changes" || name == "office:annotation";
    }

    static sal_Int32 repeated(const Reference<XAttributeList>& attributes, const char* name)
    {
        return std::max(sal_Int32(1),
                        attributes->getValueByName(OUString::createFromAscii(name)).toInt32());
    }

    /// The first wanted cell of the row and its repetitions, or of what follows.
    CellValues::iterator firstWanted() const
    {
        return m_row > std::numeric_limits<sal_Int32>::max()
                   ? m_cells.end()
                   : m_cells.lower_bound({ m_sheet, static_cast<sal_Int32>(m_row), 0 });
    }
    bool isInRow(CellValues::iterator cell) const
    {
        return cell != m_cells.end() && cell->first.sheet == m_sheet
               && cell->first.row < m_row + m_rows;
    }

    void startRow(const Reference<XAttributeList>& attributes)
    {
        m_rows = repeated(attributes, "table:number-rows-repeated");
        m_rowIsWanted = isInRow(firstWanted());
        m_rowCells.clear();
    }

    void endRow()
    {
        for (auto cell = firstWanted(); isInRow(cell); ++cell)
        {
            const auto found = std::upper_bound(
                m_rowCells.begin(), m_rowCells.end(), cell->first.column,
                [](sal_Int64 column, const RowCell& each) { return column < each.end; });
            if (found != m_rowCells.end() && found->value)
                cell->second = found->value;
        }
        m_row += m_rows;
        m_rowIsWanted = false;
    }

    void appendSpaces(const Reference<XAttributeList>& attributes)
    {
        const sal_Int32 count = std::min(repeated(attributes, "text:c"), longestText);
        append(m_text, fromUtf8(std::string(static_cast<std::size_t>(count), ' ')));
    }

    void startCell(const Reference<XAttributeList>& attributes)
    {
        m_columns = repeated(attributes, "table:number-columns-repeated");
        m_type = attributes->getValueByName("office:value-type");
        m_error = attributes->getValueByName("calcext:value-type") == "error";
        const bool boolean = m_type == "boolean";
        m_value = attributes->getValueByName(boolean ? OUString("office:boolean-value")
                                                     : OUString("office:value"));
        if (boolean)
            m_value = m_value == "true" ? OUString("1") : OUString("0");
        m_given = attributes->getValueByName("office:string-value");
        m_text.setLength(0);
        m_paragraphs = 0;
    }

    std::optional<CellValue> value() const
    {
        if (m_type == "string" || m_error)
            return CellValue{ toUtf8(m_given.isEmpty() ? m_text.toString() : m_given), m_error };
        if (m_value.isEmpty())
            return std::nullopt;
        return CellValue{ m_value.toDouble(), false };
    }

    void endCell()
    {
        const sal_Int64 begin = m_rowCells.empty() ? 0 : m_rowCells.back().end;
        m_rowCells.push_back({ begin + m_columns, m_type.isEmpty() ? std::nullopt : value() });
        m_paragraphs = 0;
    }

    CellValues& m_cells;
    sal_Int32 m_sheet = -1;
    sal_Int64 m_row = 0; ///< of any file: more than Calc has
    sal_Int32 m_rows = 1;
    bool m_rowIsWanted = false;
    std::vector<RowCell> m_rowCells;
    sal_Int32 m_columns = 1;
    int m_aside = 0; ///< depth within what is not a cell's own
    OUString m_type;
    OUString m_value;
    OUString m_given;
    rtl::OUStringBuffer m_text;
    int m_paragraphs = 0;
    bool m_error = false;
};

/// The cells of one sheet of an Office Open XML workbook.
class WorksheetCells : public XmlHandler
{
public:
    WorksheetCells(sal_Int32 sheet, CellValues& cells)
        : m_sheet(sheet)
        , m_cells(cells)
    {
    }

    void SAL_CALL startElement(const OUString& name,
                               const Reference<XAttributeList>& attributes) override
    {
        m_element = localName(name);
        if (m_element != "c")
            return;
        m_cell = m_cells.find(place(attributes->getValueByName("r")));
        m_type = attributes->getValueByName("t");
        m_value.setLength(0);
    }

    void SAL_CALL endElement(const OUString& name) override
    {
        m_element.clear();
        if (localName(name) != "c" || m_cell == m_cells.end() || m_value.isEmpty())
            return;
        const bool error = m_type == "e";
        const OUString value = m_value.toString();
        if (m_type == "str" || error)
            m_cell->second = CellValue{ toUtf8(value), error };
        else if (m_type.isEmpty() || m_type == "n" || m_type == "b")
            m_cell->second = CellValue{ value.toDouble(), false };
    }

    void SAL_CALL characters(const OUString& text) override
    {
        if (m_element == "v" && m_cell != m_cells.end())
            append(m_value, text);
    }

private:
    /// Of a name such as "B12".
    CellPlace place(const OUString& name) const
    {
        sal_Int32 column = 0;
        sal_Int32 i = 0;
        constexpr sal_Int32 mostLetters = 4; // one more than Calc has
        for (; i < std::min(name.getLength(), mostLetters) && name[i] >= 'A' && name[i] <= 'Z'; ++i)
            column = column * 26 + (name[i] - 'A' + 1);
        return { m_sheet, std::max(sal_Int32(0), name.copy(i).toInt32()) - 1, column - 1 };
    }

    const sal_Int32 m_sheet;
    CellValues& m_cells;
    CellValues::iterator m_cell = m_cells.end();
    OUString m_element;
    OUString m_type;
    rtl::OUStringBuffer m_value;
};

} // namespace

OUString localName(const OUString& name) { return name.copy(name.indexOf(':') + 1); }

Reference<css::xml::sax::XDocumentHandler> openDocumentCells(CellValues& cells)
{
    return new OpenDocumentCells(cells);
}

Reference<css::xml::sax::XDocumentHandler> worksheetCells(sal_Int32 sheet, CellValues& cells)
{
    return new WorksheetCells(sheet, cells);
}

} // namespace quartet
