/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/data_record.hxx"

#include "workbook/document_events.hxx"
#include "workbook/our_cells.hxx"
#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XDocumentEventListener.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cppuhelper/implbase1.hxx>

#include <algorithm>
#include <array>
#include <string_view>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::frame::XModel;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

const rtl::OUString recordName("Quartet data version");

Reference<css::beans::XPropertyContainer> properties(const Reference<XModel>& document)
{
    return Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
        ->getDocumentProperties()
        ->getUserDefinedProperties();
}

/// Leaves the document as modified as it was.
void record(const Reference<XModel>& document, const std::string& version)
{
    if (recordedVersion(document) == version)
        return;
    const Reference<css::util::XModifiable> modifiable(document, UNO_QUERY_THROW);
    const bool modified = modifiable->isModified();
    const auto container = properties(document);
    const Reference<XPropertySet> values(container, UNO_QUERY_THROW);
    if (values->getPropertySetInfo()->hasPropertyByName(recordName))
        container->removeProperty(recordName);
    container->addProperty(recordName, css::beans::PropertyAttribute::REMOVABLE,
                           css::uno::Any(fromUtf8(version)));
    if (!modified)
        modifiable->setModified(false);
}

/** Whether a text is a date, as each version of the data is. A file can say
    anything in its place, and it is shown to the person. */
bool isVersion(const rtl::OUString& text)
{
    constexpr std::string_view form("dddd-dd-dd");
    if (text.getLength() != static_cast<sal_Int32>(form.size()))
        return false;
    for (std::size_t i = 0; i < form.size(); ++i)
    {
        const sal_Unicode sign = text[static_cast<sal_Int32>(i)];
        if (form[i] == 'd' ? sign < '0' || sign > '9' : sign != '-')
            return false;
    }
    return true;
}

class Recorder : public cppu::WeakImplHelper1<css::document::XDocumentEventListener>
{
public:
    explicit Recorder(const Reference<XComponentContext>& context)
        : m_context(context)
    {
    }

    void SAL_CALL documentEventOccured(const css::document::DocumentEvent& event) override
    {
        constexpr std::array saving{ "OnSave", "OnSaveAs", "OnCopyTo" };
        if (std::none_of(saving.begin(), saving.end(),
                         [&event](const char* name) { return event.EventName.equalsAscii(name); }))
            return;
        try
        {
            const Reference<css::sheet::XSpreadsheetDocument> document(event.Source, UNO_QUERY);
            if (document.is() && holdsOurCalls(document))
                record(Reference<XModel>(document, UNO_QUERY_THROW),
                       Registry::shared(m_context)->data()->version);
        }
        catch (const std::exception&)
        {
            // The data can't be read: there is no version. Saving goes on.
        }
        catch (const css::uno::Exception&)
        {
            // A document that takes no properties. Saving goes on.
        }
    }

    void SAL_CALL disposing(const css::lang::EventObject&) override {}

private:
    const Reference<XComponentContext> m_context;
};

} // namespace

std::string recordedVersion(const Reference<XModel>& document)
{
    const Reference<XPropertySet> values(properties(document), UNO_QUERY_THROW);
    rtl::OUString version;
    if (values->getPropertySetInfo()->hasPropertyByName(recordName))
        values->getPropertyValue(recordName) >>= version;
    return isVersion(version) ? toUtf8(version) : std::string();
}

std::shared_ptr<const void> recordWhenSaved(const Reference<XComponentContext>& context)
{
    return listenToDocuments(context, new Recorder(context));
}

} // namespace quartet
