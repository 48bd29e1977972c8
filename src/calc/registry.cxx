/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "registry.hxx"

#include "utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/logging/LogLevel.hpp>
#include <com/sun/star/logging/LoggerPool.hpp>

#include <array>

namespace quartet
{

namespace
{

using css::container::XHierarchicalNameAccess;
using css::container::XNameAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

constexpr std::array componentPaths{ "/org.quartet.Foods", "/org.quartet.Standards" };

Reference<XNameAccess> openComponent(const Reference<XComponentContext>& context, const char* path)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue("nodepath", Any(rtl::OUString::createFromAscii(path)));
    return Reference<XNameAccess>(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        UNO_QUERY_THROW);
}

/// The path of a row's fields, from its set.
rtl::OUString fieldsPath(const rtl::OUString& id)
{
    const rtl::OUString escaped =
        id.replaceAll("&", "&amp;").replaceAll("'", "&apos;").replaceAll("\"", "&quot;");
    return "*['" + escaped + "']/Fields";
}

Row readRow(const rtl::OUString& id, const Reference<XHierarchicalNameAccess>& set)
{
    Sequence<rtl::OUString> fields;
    if (!(set->getByHierarchicalName(fieldsPath(id)) >>= fields))
        throw BadRow("Fields", "is missing");
    std::vector<std::string> entries;
    entries.reserve(static_cast<std::size_t>(fields.getLength()));
    const rtl::OUString* const array = fields.getConstArray();
    for (sal_Int32 i = 0; i < fields.getLength(); ++i)
        entries.push_back(toUtf8(array[i]));
    return Row::parse(toUtf8(id), entries);
}

void readSet(const std::string& name, const Reference<XNameAccess>& set, std::vector<Row>& rows,
             std::vector<Damage>& damages)
{
    const Sequence<rtl::OUString> ids = set->getElementNames();
    const Reference<XHierarchicalNameAccess> values(set, UNO_QUERY_THROW);
    rows.reserve(static_cast<std::size_t>(ids.getLength()));
    const rtl::OUString* const array = ids.getConstArray();
    for (sal_Int32 i = 0; i < ids.getLength(); ++i)
    {
        try
        {
            rows.push_back(readRow(array[i], values));
        }
        catch (const BadRow& bad)
        {
            damages.push_back({ name, toUtf8(array[i]), {}, bad.field(), bad.what() });
        }
    }
}

void log(const Reference<XComponentContext>& context, const std::vector<Damage>& damages)
{
    if (damages.empty())
        return;
    const auto logger = css::logging::LoggerPool::get(context)->getNamedLogger("org.quartet");
    for (const Damage& damage : damages)
        logger->log(
            css::logging::LogLevel::WARNING,
            fromUtf8(damage.table + ": " + damage.id + ": " + damage.field + " " + damage.reason));
}

} // namespace

std::shared_ptr<const Data> Registry::data()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_data)
        m_data = read();
    return m_data;
}

std::shared_ptr<const Data> Registry::read()
{
    Tables tables;
    std::vector<Damage> damages;
    const bool watched = !m_watched.empty();
    for (const char* const path : componentPaths)
    {
        const Reference<XNameAccess> component = openComponent(m_context, path);
        const Sequence<rtl::OUString> sets = component->getElementNames();
        for (sal_Int32 i = 0; i < sets.getLength(); ++i)
        {
            const rtl::OUString& set = sets.getConstArray()[i];
            const std::string name = toUtf8(set);
            readSet(name, Reference<XNameAccess>(component->getByName(set), UNO_QUERY_THROW),
                    tables[name], damages);
        }
        if (!watched)
        {
            m_watched.emplace_back(component, UNO_QUERY_THROW);
            m_watched.back()->addChangesListener(this);
        }
    }
    auto data = std::make_shared<const Data>(tables, std::move(damages));
    log(m_context, data->damages());
    return data;
}

void SAL_CALL Registry::changesOccurred(const css::util::ChangesEvent&)
{
    const std::scoped_lock lock(m_mutex);
    m_data.reset();
}

void SAL_CALL Registry::disposing(const css::lang::EventObject&)
{
    const std::scoped_lock lock(m_mutex);
    m_watched.clear();
}

} // namespace quartet
