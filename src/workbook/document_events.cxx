/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/document_events.hxx"

#include <com/sun/star/frame/theGlobalEventBroadcaster.hpp>

namespace quartet
{

namespace
{

using css::document::XDocumentEventListener;
using css::frame::XGlobalEventBroadcaster;
using css::uno::Reference;

class Listening
{
public:
    Listening(const Reference<XGlobalEventBroadcaster>& documents,
              const Reference<XDocumentEventListener>& listener)
        : m_documents(documents)
        , m_listener(listener)
    {
        m_documents->addDocumentEventListener(m_listener);
    }
    ~Listening()
    {
        try
        {
            m_documents->removeDocumentEventListener(m_listener);
        }
        catch (const css::uno::Exception&)
        {
            // The office is ending.
        }
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

private:
    const Reference<XGlobalEventBroadcaster> m_documents;
    const Reference<XDocumentEventListener> m_listener;
};

} // namespace

std::shared_ptr<const void> listenToDocuments(const Reference<css::uno::XComponentContext>& context,
                                              const Reference<XDocumentEventListener>& listener)
{
    return std::make_shared<const Listening>(css::frame::theGlobalEventBroadcaster::get(context),
                                             listener);
}

} // namespace quartet
