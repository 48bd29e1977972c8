/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/own_template.hxx"

#include "ui/boxes.hxx"
#include "ui/questions.hxx"
#include "workbook/utf8.hxx"
#include "workbook/words.hxx"

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/DocumentTemplates.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <com/sun/star/ucb/XContent.hpp>
#include <com/sun/star/ucb/XContentIdentifier.hpp>
#include <rtl/uri.hxx>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

/// What a URL calls its last part.
OUString lastName(const OUString& url)
{
    return rtl::Uri::decode(url.copy(url.lastIndexOf('/') + 1), rtl_UriDecodeWithCharset,
                            RTL_TEXTENCODING_UTF8);
}

/// The templates of the office, by category and name.
class Templates
{
public:
    explicit Templates(const Reference<css::uno::XComponentContext>& context)
        : m_templates(css::frame::DocumentTemplates::create(context))
        , m_files(css::ucb::SimpleFileAccess::create(context))
    {
    }

    bool holds(const OUString& category, const OUString& name) const
    {
        const OUString root = m_templates->getContent()->getIdentifier()->getContentIdentifier();
        const OUString folder = find(root, category);
        return !folder.isEmpty() && !find(folder, name).isEmpty();
    }

    /** In place of another of this name.
        @returns whether it was stored; a failure leaves the other as it was */
    bool store(const OUString& category, const OUString& name,
               const Reference<css::frame::XStorable>& document) const
    {
        m_templates->addGroup(category); // false where it is there
        return m_templates->storeTemplate(category, name, document);
    }

private:
    /// The URL within a folder; empty where there is none.
    OUString find(const OUString& folder, const OUString& name) const
    {
        const auto urls = m_files->getFolderContents(folder, true);
        for (sal_Int32 i = 0; i < urls.getLength(); ++i)
            if (lastName(urls.getConstArray()[i]) == name)
                return urls.getConstArray()[i];
        return {};
    }

    const Reference<css::frame::XDocumentTemplates> m_templates;
    const Reference<css::ucb::XSimpleFileAccess3> m_files;
};

/// The name of the document's file, or else its title.
std::string proposedName(const Reference<css::frame::XModel>& document)
{
    const OUString file = lastName(document->getURL());
    if (!file.isEmpty())
        return toUtf8(file.lastIndexOf('.') > 0 ? file.copy(0, file.lastIndexOf('.')) : file);
    return toUtf8(Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
                      ->getDocumentProperties()
                      ->getTitle());
}

} // namespace

void saveAsTemplate(const Invocation& invocation, const char*)
{
    const Words& words = officeWords(invocation.context);
    const auto window = invocation.frame->getContainerWindow();
    const std::string title = words.text("ownTemplate.title");
    const Reference<css::frame::XModel> document = invocation.frame->getController()->getModel();
    const auto name = ask(invocation.context, window,
                          { title, words.text("ownTemplate.name"), words.text("ownTemplate.save") },
                          proposedName(document));
    if (!name)
        return;
    const Templates templates(invocation.context);
    const std::string category = words.text("ownTemplate.category");
    if (templates.holds(fromUtf8(category), fromUtf8(*name))
        && !confirm(invocation.context, window, title,
                    words.text("ownTemplate.replace", { { "name", *name } })))
        return;
    const Reference<css::frame::XStorable> storable(document, UNO_QUERY_THROW);
    const bool stored = templates.store(fromUtf8(category), fromUtf8(*name), storable);
    showMessage(invocation.context, window, title,
                words.text(stored ? "ownTemplate.saved" : "ownTemplate.failed",
                           { { "name", *name }, { "category", category } }));
}

} // namespace quartet
