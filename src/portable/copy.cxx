/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/copy.hxx"

#include "portable/memory_stream.hxx"
#include "portable/relative_links.hxx"
#include "portable/safe_file.hxx"
#include "portable/written_parts.hxx"
#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"
#include "workbook/workbook_foods.hxx"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <osl/file.hxx>
#include <rtl/ref.hxx>

#include <filesystem>
#include <optional>
#include <vector>

namespace quartet
{

namespace
{

using css::beans::PropertyValue;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

PropertyValue property(const char* name, const Any& value)
{
    return { rtl::OUString::createFromAscii(name), -1, value,
             css::beans::PropertyState_DIRECT_VALUE };
}

Sequence<PropertyValue> properties(const std::vector<PropertyValue>& values)
{
    return { values.data(), static_cast<sal_Int32>(values.size()) };
}

/** The document as a file of this format would hold it.
    @param place where the file will be: links that a person has as relative are relative to
                 it; empty for links with all of their path */
Sequence<sal_Int8> stored(const Reference<css::uno::XInterface>& document, const char* filter,
                          const rtl::OUString& place)
{
    const rtl::Reference<MemoryStream> stream(new MemoryStream);
    std::vector<PropertyValue> arguments{
        property("FilterName", Any(rtl::OUString::createFromAscii(filter))),
        property("OutputStream", Any(Reference<css::io::XOutputStream>(stream.get())))
    };
    if (!place.isEmpty())
        arguments.push_back(property("DocumentBaseURL", Any(place)));
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL("private:stream", properties(arguments));
    return stream->bytes();
}

/** A hidden document, closed at the object's end. */
class Hidden
{
public:
    Hidden(const Reference<XComponentContext>& context, const Sequence<sal_Int8>& bytes)
        : m_document(
              css::frame::Desktop::create(context)->loadComponentFromURL(
                  "private:stream", "_blank", 0,
                  properties(
                      { property("FilterName", Any(rtl::OUString("calc8"))),
                        property("InputStream",
                                 Any(css::io::SequenceInputStream::createStreamFromSequence(
                                     context, bytes))),
                        property("Hidden", Any(true)),
                        property("MacroExecutionMode",
                                 Any(css::document::MacroExecMode::NEVER_EXECUTE)),
                        property("UpdateDocMode", Any(css::document::UpdateDocMode::NO_UPDATE)) })),
              UNO_QUERY_THROW)
    {
    }
    ~Hidden()
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
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

    const Reference<XSpreadsheetDocument>& document() const { return m_document; }

private:
    Reference<XSpreadsheetDocument> m_document;
};

bool isProtected(const Reference<css::uno::XInterface>& object)
{
    return Reference<css::util::XProtectable>(object, UNO_QUERY_THROW)->isProtected();
}

/** Nothing can be taken out of a protected cell, and Calc says no without a
    word: what is left out would stay.
    @throws NotWritten */
void refuseProtected(const Reference<XSpreadsheetDocument>& document)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    bool any = isProtected(document);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        any = any || isProtected(Reference<css::uno::XInterface>(sheets->getByIndex(i), UNO_QUERY));
    if (any)
        throw NotWritten("portable.error.protected");
}

std::optional<std::filesystem::path> pathOf(const rtl::OUString& url)
{
    rtl::OUString system;
    if (osl::FileBase::getSystemPathFromFileURL(url, system) != osl::FileBase::E_None)
        return std::nullopt;
    return std::filesystem::path(toUtf8(system));
}

/// By whichever of its names: a link, two strokes, a sign written as "%2D".
bool isSameFile(const rtl::OUString& one, const rtl::OUString& other)
{
    if (one == other)
        return true;
    const auto left = pathOf(one);
    const auto right = pathOf(other);
    std::error_code error;
    return left && right
           && (left->lexically_normal() == right->lexically_normal()
               || std::filesystem::equivalent(*left, *right, error));
}

/** A copy must not take the place of a workbook that is open: closed without
    saving, that one would be gone.
    @throws NotWritten */
void refuseOpen(const Reference<XComponentContext>& context, const rtl::OUString& url)
{
    const auto open = css::frame::Desktop::create(context)->getComponents()->createEnumeration();
    while (open->hasMoreElements())
    {
        const Reference<css::frame::XModel> model(open->nextElement(), UNO_QUERY);
        if (model.is() && !model->getURL().isEmpty() && isSameFile(model->getURL(), url))
            throw NotWritten("portable.error.open");
    }
}

/** A copy of it would be open to all.
    @throws NotWritten */
void refuseEncrypted(const Reference<XSpreadsheetDocument>& document)
{
    const auto arguments = Reference<css::frame::XModel>(document, UNO_QUERY_THROW)->getArgs();
    for (sal_Int32 i = 0; i < arguments.getLength(); ++i)
    {
        const PropertyValue& argument = arguments.getConstArray()[i];
        if ((argument.Name == "EncryptionData" || argument.Name == "Password")
            && argument.Value.hasValue())
            throw NotWritten("portable.error.password");
    }
}

/// The path of a template names the folder of who made the workbook.
void forgetTemplate(const Reference<XSpreadsheetDocument>& document)
{
    const auto properties =
        Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
            ->getDocumentProperties();
    properties->setTemplateName({});
    properties->setTemplateURL({});
    properties->setTemplateDate({});
}

bool hasComments(const Reference<XSpreadsheetDocument>& document)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    bool any = false;
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        any = any
              || Reference<css::sheet::XSheetAnnotationsSupplier>(sheets->getByIndex(i),
                                                                  UNO_QUERY_THROW)
                     ->getAnnotations()
                     ->hasElements();
    return any;
}

} // namespace

PortableReport savePortableCopy(const Reference<XComponentContext>& context,
                                const Reference<XSpreadsheetDocument>& document,
                                const rtl::OUString& url, const PortableChoices& choices)
{
    refuseOpen(context, url);
    refuseProtected(document);
    refuseEncrypted(document);
    const Hidden copy(context, withoutRecordedChanges(context, stored(document, "calc8", {})));
    // Undo, even locked, would record what is taken out.
    Reference<css::beans::XPropertySet>(copy.document(), UNO_QUERY_THROW)
        ->setPropertyValue("IsUndoEnabled", Any(false));
    forgetTemplate(copy.document());
    if (choices.progress && !choices.progress(CopyDone::loaded))
        throw NotWritten("portable.error.cancelled");
    const auto standards = Registry::shared(context)->standards();
    const auto foods = Workbooks::shared(context)
                           ->foods(Reference<css::beans::XPropertySet>(document, UNO_QUERY))
                           .table();
    PortableChoices asked = choices;
    const rtl::OUString language = officeLanguage(context);
    asked.language = toUtf8(language.getToken(0, '-'));
    auto report = makePortable(
        copy.document(), standards,
        foods ? foods : std::shared_ptr<const FoodTable>(standards, &standards->data->foods),
        [context] { return Registry::shared(context)->foodNames(); }, officeWords(context), asked);
    // Of a changed document Calc notes who has changed it.
    if (choices.leavesAnythingOut())
        Reference<css::util::XModifiable>(copy.document(), UNO_QUERY_THROW)->setModified(false);
    auto bytes = stored(copy.document(), choices.xlsx ? "Calc MS Excel 2007 XML" : "calc8", url);
    if (choices.xlsx)
        bytes = withRelativeLinks(context, withNumbersInCharts(context, bytes), url);
    if (choices.leavesAnythingOut() && hasComments(copy.document()))
        bytes = withoutAuthors(context, bytes, choices.xlsx);
    if (const std::string where = findSecret(context, bytes, report.secrets); !where.empty())
        throw NotWritten("portable.error.found", where);
    const Reference<css::frame::XModel> model(document, UNO_QUERY_THROW);
    writeWhole(url, bytes, model->getURL());
    return report;
}

} // namespace quartet
