/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/saved_values.hxx"

#include "workbook/filter_name.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XStorageBasedDocument.hpp>
#include <com/sun/star/embed/ElementModes.hpp>
#include <com/sun/star/packages/zip/ZipFileAccess.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <com/sun/star/xml/sax/Parser.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::frame::XModel;
using css::io::XInputStream;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using css::xml::sax::XAttributeList;
using rtl::OUString;

/** A handler of XML that takes interest in elements and text alone. */
class Handler : public cppu::WeakImplHelper1<css::xml::sax::XDocumentHandler>
{
public:
    void SAL_CALL startDocument() override {}
    void SAL_CALL endDocument() override {}
    void SAL_CALL endElement(const OUString&) override {}
    void SAL_CALL characters(const OUString&) override {}
    void SAL_CALL ignorableWhitespace(const OUString&) override {}
    void SAL_CALL processingInstruction(const OUString&, const OUString&) override {}
    void SAL_CALL setDocumentLocator(const Reference<css::xml::sax::XLocator>&) override {}
};

void parse(const Reference<XComponentContext>& context, const Reference<XInputStream>& stream,
           Handler* handler)
{
    const auto parser = css::xml::sax::Parser::create(context);
    parser->setDocumentHandler(handler);
    css::xml::sax::InputSource source;
    source.aInputStream = stream;
    parser->parseStream(source);
}

/// The cells of an OpenDocument spreadsheet.
class OpenDocumentCells : public Handler
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
            m_place = { m_place.sheet + 1, 0, 0 };
        else if (name == "table:table-row")
        {
            m_place.column = 0;
            m_rows = repeated(attributes, "table:number-rows-repeated");
        }
        else if (name == "table:table-cell" || name == "table:covered-table-cell")
            startCell(attributes);
        else if (name == "text:p")
            m_text += m_paragraphs++ ? OUString("\n") : OUString();
        else if (name == "text:s")
            for (sal_Int32 i = repeated(attributes, "text:c"); i > 0; --i)
                m_text += " ";
    }

    void SAL_CALL endElement(const OUString& name) override
    {
        if (m_aside > 0)
            --m_aside;
        else if (name == "table:table-row")
            m_place.row += m_rows;
        else if (name == "table:table-cell" || name == "table:covered-table-cell")
        {
            endCell();
            m_place.column += m_columns;
        }
    }

    void SAL_CALL characters(const OUString& text) override
    {
        if (m_aside == 0 && m_paragraphs > 0)
            m_text += text;
    }

private:
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
        m_text.clear();
        m_paragraphs = 0;
    }

    std::optional<CellValue> value() const
    {
        if (m_type == "string" || m_error)
            return CellValue{ toUtf8(m_given.isEmpty() ? m_text : m_given), m_error };
        if (m_value.isEmpty())
            return std::nullopt;
        return CellValue{ m_value.toDouble(), false };
    }

    void endCell()
    {
        if (m_type.isEmpty())
            return;
        for (auto cell = m_cells.lower_bound(m_place);
             cell != m_cells.end() && cell->first.sheet == m_place.sheet
             && cell->first.row < m_place.row + m_rows;
             ++cell)
            if (cell->first.column >= m_place.column
                && cell->first.column < m_place.column + m_columns)
                cell->second = value();
    }

    CellValues& m_cells;
    CellPlace m_place{ -1, 0, 0 };
    sal_Int32 m_rows = 1;
    sal_Int32 m_columns = 1;
    int m_aside = 0; ///< depth within what is not a cell's own
    OUString m_type;
    OUString m_value;
    OUString m_given;
    OUString m_text;
    int m_paragraphs = 0;
    bool m_error = false;
};

/// A name without its prefix.
OUString localName(const OUString& name) { return name.copy(name.indexOf(':') + 1); }

/// The sheets of an Office Open XML workbook: the ids of their parts, in order.
class WorkbookSheets : public Handler
{
public:
    void SAL_CALL startElement(const OUString& name,
                               const Reference<XAttributeList>& attributes) override
    {
        if (localName(name) == "sheet")
            ids.push_back(attributes->getValueByName("r:id"));
    }

    std::vector<OUString> ids;
};

/// Where the parts of a workbook are, by id.
class WorkbookParts : public Handler
{
public:
    void SAL_CALL startElement(const OUString& name,
                               const Reference<XAttributeList>& attributes) override
    {
        if (localName(name) != "Relationship")
            return;
        const OUString target = attributes->getValueByName("Target");
        targets[attributes->getValueByName("Id")] =
            target.startsWith("/") ? target.copy(1) : "xl/" + target;
    }

    std::map<OUString, OUString> targets;
};

/// The cells of one sheet of an Office Open XML workbook.
class WorksheetCells : public Handler
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
        m_value.clear();
    }

    void SAL_CALL endElement(const OUString& name) override
    {
        m_element.clear();
        if (localName(name) != "c" || m_cell == m_cells.end() || m_value.isEmpty())
            return;
        const bool error = m_type == "e";
        if (m_type == "str" || error)
            m_cell->second = CellValue{ toUtf8(m_value), error };
        else if (m_type.isEmpty() || m_type == "n" || m_type == "b")
            m_cell->second = CellValue{ m_value.toDouble(), false };
    }

    void SAL_CALL characters(const OUString& text) override
    {
        if (m_element == "v")
            m_value += text;
    }

private:
    /// Of a name such as "B12".
    CellPlace place(const OUString& name) const
    {
        sal_Int32 column = 0;
        sal_Int32 i = 0;
        for (; i < name.getLength() && name[i] >= 'A' && name[i] <= 'Z'; ++i)
            column = column * 26 + (name[i] - 'A' + 1);
        return { m_sheet, name.copy(i).toInt32() - 1, column - 1 };
    }

    const sal_Int32 m_sheet;
    CellValues& m_cells;
    CellValues::iterator m_cell = m_cells.end();
    OUString m_element;
    OUString m_type;
    OUString m_value;
};

/// From the document's own package: it is open, and a password was given.
void readPackage(const Reference<XComponentContext>& context, const Reference<XModel>& document,
                 CellValues& cells)
{
    const Reference<css::document::XStorageBasedDocument> based(document, UNO_QUERY_THROW);
    const auto content = based->getDocumentStorage()->openStreamElement(
        "content.xml", css::embed::ElementModes::READ);
    parse(context, content->getInputStream(), new OpenDocumentCells(cells));
}

void readFlat(const Reference<XComponentContext>& context, const Reference<XModel>& document,
              CellValues& cells)
{
    parse(context, css::ucb::SimpleFileAccess::create(context)->openFileRead(document->getURL()),
          new OpenDocumentCells(cells));
}

void readWorkbook(const Reference<XComponentContext>& context, const Reference<XModel>& document,
                  CellValues& cells)
{
    const auto zip = css::packages::zip::ZipFileAccess::createWithURL(context, document->getURL());
    const auto open = [&zip](const OUString& part) {
        return Reference<XInputStream>(zip->getByName(part), UNO_QUERY_THROW);
    };
    const rtl::Reference<WorkbookSheets> sheets(new WorkbookSheets);
    const rtl::Reference<WorkbookParts> parts(new WorkbookParts);
    parse(context, open("xl/workbook.xml"), sheets.get());
    parse(context, open("xl/_rels/workbook.xml.rels"), parts.get());
    for (std::size_t i = 0; i < sheets->ids.size(); ++i)
        parse(context, open(parts->targets[sheets->ids[i]]),
              new WorksheetCells(static_cast<sal_Int32>(i), cells));
}

struct Format
{
    const char* filter;
    void (*read)(const Reference<XComponentContext>&, const Reference<XModel>&, CellValues&);
};

constexpr std::array formats{
    Format{ "calc8", readPackage },
    Format{ "calc8_template", readPackage },
    Format{ "OpenDocument Spreadsheet Flat XML", readFlat },
    Format{ "Calc MS Excel 2007 XML", readWorkbook },
    Format{ "Calc MS Excel 2007 VBA XML", readWorkbook },
    Format{ "Calc Office Open XML", readWorkbook },
    Format{ "Calc MS Excel 2007 XML Template", readWorkbook },
    Format{ "Calc Office Open XML Template", readWorkbook },
};

} // namespace

void readSavedValues(const Reference<XComponentContext>& context, const Reference<XModel>& document,
                     CellValues& cells)
{
    const OUString filter = filterName(document);
    const auto format = std::find_if(formats.begin(), formats.end(), [&filter](const Format& each) {
        return filter.equalsAscii(each.filter);
    });
    // Nothing is fetched over a network to compare it.
    if (format == formats.end() || !document->getURL().startsWithIgnoreAsciiCase("file:"))
        return;
    format->read(context, document, cells);
}

CellValue presentValue(const Reference<css::table::XCell>& cell)
{
    const Reference<css::beans::XPropertySet> properties(cell, UNO_QUERY_THROW);
    sal_Int32 kind = 0;
    properties->getPropertyValue("FormulaResultType2") >>= kind;
    if (kind == css::sheet::FormulaResult::VALUE && cell->getError() == 0)
        return { cell->getValue(), false };
    const Reference<css::text::XText> text(cell, UNO_QUERY_THROW);
    return { toUtf8(text->getString()), cell->getError() != 0 };
}

} // namespace quartet
