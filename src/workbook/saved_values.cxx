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
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>
#include <vector>

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
using css::xml::sax::XDocumentHandler;
using rtl::OUString;

void parse(const Reference<XComponentContext>& context, const Reference<XInputStream>& stream,
           const Reference<XDocumentHandler>& handler)
{
    const auto parser = css::xml::sax::Parser::create(context);
    parser->setDocumentHandler(handler);
    css::xml::sax::InputSource source;
    source.aInputStream = stream;
    parser->parseStream(source);
}

/// The sheets of an Office Open XML workbook: the ids of their parts, in order.
class WorkbookSheets : public XmlHandler
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
class WorkbookParts : public XmlHandler
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

/// From the document's own package: it is open, and a password was given.
void readPackage(const Reference<XComponentContext>& context, const Reference<XModel>& document,
                 CellValues& cells)
{
    const Reference<css::document::XStorageBasedDocument> based(document, UNO_QUERY_THROW);
    const auto content = based->getDocumentStorage()->openStreamElement(
        "content.xml", css::embed::ElementModes::READ);
    parse(context, content->getInputStream(), openDocumentCells(cells));
}

void readFlat(const Reference<XComponentContext>& context, const Reference<XModel>& document,
              CellValues& cells)
{
    parse(context, css::ucb::SimpleFileAccess::create(context)->openFileRead(document->getURL()),
          openDocumentCells(cells));
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
              worksheetCells(static_cast<sal_Int32>(i), cells));
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
