/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What belongs to a document rather than to a sheet: its dialogs, settings, versions and links.

#include "private_ways.hxx"

#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/document/XEventsSupplier.hpp>
#include <com/sun/star/io/XInputStreamProvider.hpp>
#include <com/sun/star/rdf/Literal.hpp>
#include <com/sun/star/rdf/URI.hpp>
#include <com/sun/star/rdf/XDocumentMetadataAccess.hpp>
#include <com/sun/star/rdf/XNamedGraph.hpp>
#include <com/sun/star/script/XLibraryContainer.hpp>
#include <com/sun/star/sheet/SheetLinkMode.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XSheetLinkable.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <cppuhelper/implbase1.hxx>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::container::XNameContainer;

/// A text, as a stream that can be read again and again.
class Text : public cppu::WeakImplHelper1<css::io::XInputStreamProvider>
{
public:
    Text(const Office& office, std::string text)
        : m_office(office)
        , m_text(std::move(text))
    {
    }

    Reference<css::io::XInputStream> SAL_CALL createInputStream() override
    {
        return Reference<css::io::XInputStream>(
            css::io::SequenceInputStream::createStreamFromSequence(
                m_office.context(), { reinterpret_cast<const sal_Int8*>(m_text.data()),
                                      static_cast<sal_Int32>(m_text.size()) }),
            UNO_QUERY_THROW);
    }

private:
    const Office& m_office;
    const std::string m_text;
};

/// A dialog of the workbook's own macros, with a label.
void addDialog(const Spreadsheet& document, const Office& office, const std::string& label)
{
    const Reference<css::script::XLibraryContainer> libraries(
        properties(Any(document.document()))->getPropertyValue("DialogLibraries"), UNO_QUERY_THROW);
    if (!libraries->hasByName("Standard"))
        libraries->createLibrary("Standard");
    const std::string dialog =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><dlg:window "
        "xmlns:dlg=\"http://openoffice.org/2000/dialog\" dlg:id=\"Dialog1\" dlg:left=\"9\" "
        "dlg:top=\"9\" dlg:width=\"99\" dlg:height=\"99\"><dlg:bulletinboard><dlg:text "
        "dlg:id=\"Label1\" dlg:left=\"9\" dlg:top=\"9\" dlg:width=\"60\" dlg:height=\"12\" "
        "dlg:value=\""
        + label + "\"/></dlg:bulletinboard></dlg:window>";
    Reference<XNameContainer>(libraries->getByName("Standard"), UNO_QUERY_THROW)
        ->insertByName("Dialog1",
                       Any(Reference<css::io::XInputStreamProvider>(new Text(office, dialog))));
}

/// What the document says of itself in a graph of its own.
void addMetadata(const Spreadsheet& document, const Office& office, const std::string& text)
{
    const Reference<css::rdf::XDocumentMetadataAccess> access(document.document(), UNO_QUERY_THROW);
    const auto uri = [&](const char* name) {
        return css::rdf::URI::create(office.context(), rtl::OUString::createFromAscii(name));
    };
    Sequence<Reference<css::rdf::XURI>> types(1);
    types.getArray()[0] = uri("http://example.org/patient");
    const auto graph = access->addMetadataFile("patient.rdf", types);
    access->getRDFRepository()->getGraph(graph)->addStatement(
        Reference<css::rdf::XResource>(uri("http://example.org/anna"), UNO_QUERY_THROW),
        uri("http://example.org/takes"),
        Reference<css::rdf::XNode>(css::rdf::Literal::create(office.context(), fromUtf8(text)),
                                   UNO_QUERY_THROW));
}

void setDocumentEvent(const Spreadsheet& document, const std::string& script)
{
    std::vector<PropertyValue> event(2);
    event[0].Name = "EventType";
    event[0].Value <<= rtl::OUString("Script");
    event[1].Name = "Script";
    event[1].Value <<= fromUtf8(script);
    const Reference<css::container::XNameReplace> events(
        Reference<css::document::XEventsSupplier>(document.document(), UNO_QUERY_THROW)
            ->getEvents(),
        UNO_QUERY_THROW);
    events->replaceByName("OnSave", Any(Sequence<PropertyValue>(event.data(), 2)));
}

/// The document's file with an earlier version in it.
void addVersion(const Spreadsheet& document, const std::string& comment)
{
    static const TemporaryFolder folder;
    const Reference<css::frame::XStorable> storable(document.document(), UNO_QUERY_THROW);
    static int count = 0;
    storable->storeAsURL(fileUrl(folder.path() / ("versions" + std::to_string(++count) + ".ods")),
                         {});
    std::vector<PropertyValue> version(1);
    version[0].Name = "VersionComment";
    version[0].Value <<= fromUtf8(comment);
    storable->storeAsURL(storable->getLocation(), { version.data(), 1 });
}

/// A text that stands for something of the document's, in a cell.
void addField(const Reference<css::table::XCell>& cell, const Spreadsheet& document,
              const std::string& kind)
{
    const Reference<css::text::XTextContent> field(
        made(document, ("com.sun.star.text.TextField." + kind).c_str()), UNO_QUERY_THROW);
    const Reference<css::text::XText> text(cell, UNO_QUERY_THROW);
    text->insertTextContent(
        Reference<css::text::XTextRange>(text->createTextCursor(), UNO_QUERY_THROW), field, false);
}

/// To a sheet of another workbook, whose values it shows.
void linkSheet(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& url)
{
    // It is deprecated and has no successor.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    Reference<css::sheet::XSheetLinkable>(sheet, UNO_QUERY_THROW)
        ->link(fromUtf8(url), "Sheet1", "calc8", "", css::sheet::SheetLinkMode_VALUE);
#pragma GCC diagnostic pop
}

void addPageStyle(const Spreadsheet& document, const std::string& name, const std::string& footer)
{
    const Reference<css::style::XStyleFamiliesSupplier> families(document.document(),
                                                                 UNO_QUERY_THROW);
    const Reference<XNameContainer> pages(families->getStyleFamilies()->getByName("PageStyles"),
                                          UNO_QUERY_THROW);
    pages->insertByName(fromUtf8(name), Any(made(document, "com.sun.star.style.PageStyle")));
    const auto page = properties(pages->getByName(fromUtf8(name)));
    const Any value = page->getPropertyValue("RightPageFooterContent");
    Reference<css::sheet::XHeaderFooterContent>(value, UNO_QUERY_THROW)
        ->getLeftText()
        ->setString(fromUtf8(footer));
    page->setPropertyValue("RightPageFooterContent", value);
}

} // namespace

/// Who uses the office.
void setUser(const Office& office, const std::string& name)
{
    css::beans::NamedValue path("nodepath", Any(rtl::OUString("/org.openoffice.UserProfile/Data")));
    const Any argument(path);
    const Reference<css::container::XNameReplace> data(
        css::configuration::theDefaultProvider::get(office.context())
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess",
                                          { &argument, 1 }),
        UNO_QUERY_THROW);
    data->replaceByName("givenname", Any(fromUtf8(name)));
    Reference<css::util::XChangesBatch>(data, UNO_QUERY_THROW)->commitChanges();
}

bool hideInDocument(const Way& way, const Spreadsheet& document, const Office& office)
{
    const auto& [word, rest, content, sheet] = way;
    if (word == "dialog")
        addDialog(document, office, content);
    else if (word == "metadata")
        addMetadata(document, office, content);
    else if (word == "saveevent")
        setDocumentEvent(document, content);
    else if (word == "version")
        addVersion(document, content);
    else if (word == "pagestyle")
        addPageStyle(document, rest, content);
    else if (word == "field")
        addField(rangeOf(document, sheet, rest)->getCellByPosition(0, 0), document, content);
    else if (word == "sheetlink")
        linkSheet(sheetOf(document, sheet), content);
    else if (word == "user")
        setUser(office, content);
    else if (word == "printer")
        properties(Any(made(document, "com.sun.star.document.Settings")))
            ->setPropertyValue("PrinterName", Any(fromUtf8(content)));
    else
        return false;
    return true;
}

} // namespace quartet
