/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/registry.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/logging/LogLevel.hpp>
#include <com/sun/star/logging/LoggerPool.hpp>
#include <com/sun/star/util/theMacroExpander.hpp>
#include <cppuhelper/weakref.hxx>
#include <osl/file.hxx>
#include <rtl/uri.hxx>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace quartet
{

namespace
{

using css::container::XNameAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// The name of our own tables.
const rtl::OUString ours("quartet");

Reference<XNameAccess> openGroup(const Reference<XComponentContext>& context, const char* group)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue("nodepath", Any(rtl::OUString::createFromAscii(group)));
    return Reference<XNameAccess>(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        UNO_QUERY_THROW);
}

/// The rows in a file of an extension; nothing where it can't be read or was cut off.
std::shared_ptr<const std::string> readFile(const Reference<XComponentContext>& context,
                                            const rtl::OUString& url)
{
    rtl::OUString path;
    if (url.startsWith("vnd.sun.star.expand:", &path))
        path = css::util::theMacroExpander::get(context)->expandMacros(
            rtl::Uri::decode(path, rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
    else
        path = url;
    osl::File file(path);
    sal_uInt64 size = 0;
    if (file.open(osl_File_OpenFlag_Read) != osl::FileBase::E_None
        || file.getSize(size) != osl::FileBase::E_None)
        return {};
    auto text = std::make_shared<std::string>(size, '\0');
    sal_uInt64 read = 0;
    if (file.read(text->data(), size, read) != osl::FileBase::E_None || read != size
        || !text->ends_with("\n\n"))
        return {};
    text->pop_back();
    return text;
}

/// A row and the text that it is a part of.
using Line = std::pair<std::string_view, std::shared_ptr<const std::string>>;

/** The rows of a table, in its file and in the configuration.
    @throws std::runtime_error where our own file can't be read: with a table
            missing, of medicines say, an answer could be wrong without a word */
std::vector<Line> readLines(const Reference<XComponentContext>& context, const std::string& name,
                            const rtl::OUString& node, const Reference<XNameAccess>& table,
                            std::vector<Damage>& damages)
{
    std::vector<Line> lines;
    rtl::OUString url;
    Sequence<rtl::OUString> texts;
    if (table->getByName("File") >>= url)
    {
        const auto file = readFile(context, url);
        if (!file && node == ours)
            throw std::runtime_error("the file of the table " + name + " can't be read");
        if (!file)
            damages.push_back({ name, toUtf8(node), {}, "File", "can't be read" });
        for (std::string_view rest = file ? *file : std::string_view(); !rest.empty();)
        {
            const std::size_t length = std::min(rest.find('\n'), rest.size());
            lines.emplace_back(rest.substr(0, length), file);
            rest.remove_prefix(std::min(length + 1, rest.size()));
        }
    }
    if (!(table->getByName("Rows") >>= texts) && url.isEmpty())
        damages.push_back({ name, toUtf8(node), {}, "Rows", "is missing" });
    for (sal_Int32 i = 0; i < texts.getLength(); ++i)
    {
        const auto text = std::make_shared<const std::string>(toUtf8(texts.getConstArray()[i]));
        lines.emplace_back(*text, text);
    }
    return lines;
}

void readTable(const Reference<XComponentContext>& context, const std::string& name,
               const rtl::OUString& node, const Reference<XNameAccess>& table,
               std::vector<Row>& rows, std::vector<Damage>& damages)
{
    rtl::OUString names;
    std::shared_ptr<const Columns> columns;
    try
    {
        table->getByName("Columns") >>= names;
        columns = std::make_shared<const Columns>(toUtf8(names));
    }
    catch (const BadRow& bad)
    {
        damages.push_back({ name, toUtf8(node), {}, bad.field(), bad.what() });
        return;
    }
    const std::vector<Line> lines = readLines(context, name, node, table, damages);
    rows.reserve(rows.size() + lines.size());
    for (const auto& [line, whole] : lines)
    {
        try
        {
            rows.push_back(Row::parse(line, whole, columns));
        }
        catch (const BadRow& bad)
        {
            std::string id(line.substr(0, line.find(Columns::separator)));
            damages.push_back({ name, std::move(id), {}, bad.field(), bad.what() });
        }
    }
}

/** A table's rows: first ours, whose names stay ours, then what other
    extensions add. */
void readSet(const Reference<XComponentContext>& context, const std::string& name,
             const Reference<XNameAccess>& set, std::vector<Row>& rows,
             std::vector<Damage>& damages)
{
    const auto read = [&](const rtl::OUString& node) {
        readTable(context, name, node,
                  Reference<XNameAccess>(set->getByName(node), UNO_QUERY_THROW), rows, damages);
    };
    if (set->hasByName(ours))
        read(ours);
    const Sequence<rtl::OUString> nodes = set->getElementNames();
    for (sal_Int32 i = 0; i < nodes.getLength(); ++i)
        if (nodes.getConstArray()[i] != ours)
            read(nodes.getConstArray()[i]);
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

rtl::Reference<Registry> Registry::shared(const Reference<XComponentContext>& context)
{
    // Weak: the office takes its configuration apart before this library.
    static std::mutex mutex;
    static css::uno::WeakReference<css::util::XChangesListener> current;
    const std::scoped_lock lock(mutex);
    const Reference<css::util::XChangesListener> alive = current;
    if (alive.is())
        return static_cast<Registry*>(alive.get());
    const rtl::Reference<Registry> registry(new Registry(context));
    current = Reference<css::util::XChangesListener>(registry.get());
    return registry;
}

Tables Registry::read(const char* group, std::vector<Damage>& damages)
{
    const Reference<XNameAccess> access = openGroup(m_context, group);
    const Sequence<rtl::OUString> sets = access->getElementNames();
    Tables tables;
    for (sal_Int32 i = 0; i < sets.getLength(); ++i)
    {
        const rtl::OUString& set = sets.getConstArray()[i];
        const std::string name = toUtf8(set);
        readSet(m_context, name, Reference<XNameAccess>(access->getByName(set), UNO_QUERY_THROW),
                tables[name], damages);
    }
    Reference<css::util::XChangesNotifier>& watched = m_watched[group];
    if (!watched.is())
    {
        watched.set(access, UNO_QUERY_THROW);
        watched->addChangesListener(this);
    }
    return tables;
}

void Registry::readData()
{
    std::vector<Damage> damages;
    const Tables tables = read("/org.quartet.Registry/Foods", damages);
    m_data = std::make_shared<const Data>(tables, std::move(damages));
    log(m_context, m_data->damages());
}

std::shared_ptr<const Data> Registry::data()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_data)
        readData();
    return m_data;
}

std::shared_ptr<const Standards> Registry::standards()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_data)
        readData();
    if (!m_standards)
    {
        std::vector<Damage> damages;
        const Tables tables = read("/org.quartet.Registry/Standards", damages);
        m_standards = std::make_shared<const Standards>(tables, m_data, std::move(damages));
        log(m_context, m_standards->damages());
    }
    return m_standards;
}

std::shared_ptr<const FoodNames> Registry::foodNames()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_foodNames)
    {
        std::vector<Damage> damages;
        const Tables tables = read("/org.quartet.Registry/Names", damages);
        m_foodNames = std::make_shared<const FoodNames>(tables);
        log(m_context, damages);
    }
    return m_foodNames;
}

std::shared_ptr<const ImportRules> Registry::importRules()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_data)
        readData();
    if (!m_importRules)
    {
        std::vector<Damage> damages;
        const Tables tables = read("/org.quartet.Registry/Standards", damages);
        m_importRules = std::make_shared<const ImportRules>(tables, m_data, damages);
        log(m_context, damages);
    }
    return m_importRules;
}

std::shared_ptr<const K2Figures> Registry::k2Figures()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_data)
        readData();
    if (!m_k2Figures)
    {
        std::vector<Damage> damages;
        const Tables tables = read("/org.quartet.Registry/Figures", damages);
        m_k2Figures = std::make_shared<const K2Figures>(tableRows(tables, "k2_figures"),
                                                        m_data->sources, damages);
        log(m_context, damages);
    }
    return m_k2Figures;
}

void SAL_CALL Registry::changesOccurred(const css::util::ChangesEvent&)
{
    const std::scoped_lock lock(m_mutex);
    m_data.reset();
    m_standards.reset();
    m_importRules.reset();
    m_k2Figures.reset();
    m_foodNames.reset();
}

void SAL_CALL Registry::disposing(const css::lang::EventObject&)
{
    const std::scoped_lock lock(m_mutex);
    m_watched.clear();
}

} // namespace quartet
