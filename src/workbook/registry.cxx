/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/registry.hxx"

#include "labels/import_rules.hxx"
#include "workbook/mapped_file.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/logging/LogLevel.hpp>
#include <com/sun/star/logging/LoggerPool.hpp>
#include <com/sun/star/util/theMacroExpander.hpp>
#include <cppuhelper/weakref.hxx>
#include <osl/file.hxx>
#include <rtl/crc.h>
#include <rtl/uri.hxx>

#include <algorithm>
#include <charconv>
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

constexpr const char* foodsGroup = "/org.quartet.Registry/Foods";
constexpr const char* nutrientsGroup = "/org.quartet.Registry/Nutrients";
constexpr const char* standardsGroup = "/org.quartet.Registry/Standards";
constexpr const char* labelsGroup = "/org.quartet.Registry/Labels";
constexpr const char* namesGroup = "/org.quartet.Registry/Names";
constexpr const char* figuresGroup = "/org.quartet.Registry/Figures";

/// The name of our own tables.
const rtl::OUString ours("quartet");

/// The tables that are too long to be read before they are asked for.
const rtl::OUString foodsSet("foods");
const rtl::OUString intakesSet("intakes_more");
const rtl::OUString retentionSet("retention");

bool isAny(const rtl::OUString&) { return true; }
/// Whether a set of the standards says what other people's tables mean.
bool isForImport(const rtl::OUString& set)
{
    return set.startsWith("import_") || set == "nutrient_names";
}
bool isStandard(const rtl::OUString& set) { return !isForImport(set); }
bool isRetention(const rtl::OUString& set) { return set == retentionSet; }
bool isForLabels(const rtl::OUString& set) { return !isRetention(set); }

Reference<XNameAccess> openGroup(const Reference<XComponentContext>& context, const char* group)
{
    Sequence<Any> arguments(1);
    arguments[0] <<= css::beans::NamedValue("nodepath", Any(rtl::OUString::createFromAscii(group)));
    return Reference<XNameAccess>(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        UNO_QUERY_THROW);
}

Reference<css::logging::XLogger> logger(const Reference<XComponentContext>& context)
{
    return css::logging::LoggerPool::get(context)->getNamedLogger("org.quartet");
}

/** Throws why nothing can be answered as std::runtime_error, and writes it to the
    log, once for all cells that ask. */
[[noreturn]] void fail(const Reference<XComponentContext>& context, const std::string& reason)
{
    static std::mutex mutex;
    static std::string last;
    {
        const std::scoped_lock lock(mutex);
        if (reason != last)
            logger(context)->log(css::logging::LogLevel::SEVERE, fromUtf8(reason));
        last = reason;
    }
    throw std::runtime_error(reason);
}

/// Where a file of an extension lies.
rtl::OUString expanded(const Reference<XComponentContext>& context, const rtl::OUString& url)
{
    rtl::OUString path;
    if (!url.startsWith("vnd.sun.star.expand:", &path))
        return url;
    return css::util::theMacroExpander::get(context)->expandMacros(
        rtl::Uri::decode(path, rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
}

/// The bytes of a file; nothing where it can't be read.
std::optional<std::string> readFile(const rtl::OUString& url)
{
    osl::File file(url);
    sal_uInt64 size = 0;
    if (file.open(osl_File_OpenFlag_Read) != osl::FileBase::E_None
        || file.getSize(size) != osl::FileBase::E_None)
        return std::nullopt;
    std::string bytes(size, '\0');
    sal_uInt64 read = 0;
    if (file.read(bytes.data(), size, read) != osl::FileBase::E_None || read != size)
        return std::nullopt;
    return bytes;
}

/// The beginning of a text, with what keeps it.
SharedText beginning(const SharedText& text, std::size_t size)
{
    struct Part
    {
        SharedText whole;
        std::string_view text;
    };
    const auto part = std::make_shared<const Part>(text, text->substr(0, size));
    return { part, &part->text };
}

sal_uInt32 checksum(sal_uInt32 before, std::string_view bytes)
{
    return rtl_crc32(before, bytes.data(), static_cast<sal_uInt32>(bytes.size()));
}

/** A file of ours without the line that says what its checksum is. It stays mapped, as our
    library beside it does.
    @param columns what the checksum is of beside the bytes
    @throws std::runtime_error where the file isn't as the build wrote it: with a
            row missing, of medicines say, an answer could be wrong without a word */
SharedText readOurs(const Reference<XComponentContext>& context, const rtl::OUString& url,
                    std::string_view columns)
{
    constexpr std::string_view sign = "crc32 ";
    constexpr std::size_t lineSize = sign.size() + 8 + 1; // eight digits and the line's end
    const SharedText bytes = mapFile(expanded(context, url));
    if (bytes && bytes->size() >= lineSize)
    {
        const std::string_view rows = bytes->substr(0, bytes->size() - lineSize);
        const std::string_view line = bytes->substr(rows.size());
        sal_uInt32 said = 0;
        const char* const digits = line.data() + sign.size();
        const char* const end = line.data() + line.size() - 1;
        if (line.starts_with(sign) && std::from_chars(digits, end, said, 16).ptr == end
            && said == checksum(checksum(0, columns), rows))
            return beginning(bytes, rows.size());
    }
    fail(context, "the file " + toUtf8(url) + " is not whole");
}

/// The lines of a file of another extension; nothing where it can't be read or was cut off.
SharedText readTheirs(const Reference<XComponentContext>& context, const rtl::OUString& url)
{
    auto text = readFile(expanded(context, url));
    if (!text || !text->ends_with("\n\n"))
        return {};
    text->pop_back();
    return shareText(std::move(*text));
}

/// A row and the text that it is a part of.
using Line = std::pair<std::string_view, SharedText>;

/// The rows of a table of another extension, in its file and in the configuration.
std::vector<Line> readLines(const Reference<XComponentContext>& context, const std::string& name,
                            const rtl::OUString& node, const Reference<XNameAccess>& table,
                            std::vector<Damage>& damages)
{
    std::vector<Line> lines;
    rtl::OUString url;
    Sequence<rtl::OUString> texts;
    if (table->getByName("File") >>= url)
    {
        const auto file = readTheirs(context, url);
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
        const auto text = shareText(toUtf8(texts.getConstArray()[i]));
        lines.emplace_back(*text, text);
    }
    return lines;
}

/// A table of another extension, whose damaged rows are lost one by one.
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
    for (const auto& [line, whole] : readLines(context, name, node, table, damages))
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

Reference<XNameAccess> child(const Reference<XNameAccess>& parent, const rtl::OUString& name)
{
    return Reference<XNameAccess>(parent->getByName(name), UNO_QUERY_THROW);
}

/** Our own table in a group.
    @throws std::runtime_error where it isn't there */
Reference<XNameAccess> ourTable(const Reference<XComponentContext>& context,
                                const Reference<XNameAccess>& group, const rtl::OUString& set)
{
    if (!group->hasByName(set) || !child(group, set)->hasByName(ours))
        fail(context, "the table " + toUtf8(set) + " is missing");
    return child(child(group, set), ours);
}

/** Its rows.
    @throws std::runtime_error where they aren't whole */
RowFile readOurRows(const Reference<XComponentContext>& context,
                    const Reference<XNameAccess>& group, const rtl::OUString& set)
{
    const Reference<XNameAccess> table = ourTable(context, group, set);
    rtl::OUString names;
    rtl::OUString url;
    table->getByName("Columns") >>= names;
    table->getByName("File") >>= url;
    const std::string columns = toUtf8(names);
    return { std::make_shared<const Columns>(columns), readOurs(context, url, columns) };
}

/// The index of the foods' names, likewise.
NameIndex readOurNames(const Reference<XComponentContext>& context,
                       const Reference<XNameAccess>& group)
{
    rtl::OUString url;
    ourTable(context, group, foodsSet)->getByName("Names") >>= url;
    return NameIndex(readOurs(context, url, {}));
}

/// What other extensions add to a table.
void readOthers(const Reference<XComponentContext>& context, const std::string& name,
                const Reference<XNameAccess>& set, std::vector<Row>& rows,
                std::vector<Damage>& damages)
{
    const Sequence<rtl::OUString> nodes = set->getElementNames();
    for (sal_Int32 i = 0; i < nodes.getLength(); ++i)
        if (const rtl::OUString& node = nodes.getConstArray()[i]; node != ours)
            readTable(context, name, node, child(set, node), rows, damages);
}

void log(const Reference<XComponentContext>& context, const std::vector<Damage>& damages)
{
    if (damages.empty())
        return;
    const auto log = logger(context);
    for (const Damage& damage : damages)
        log->log(css::logging::LogLevel::WARNING, fromUtf8(damage.table + ": " + damage.id + ": "
                                                           + damage.field + " " + damage.reason));
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

template <typename Part, typename Read>
std::shared_ptr<const Part> Registry::once(std::shared_ptr<const Part> Registry::* place, Read read)
{
    unsigned changes = 0;
    {
        const std::scoped_lock lock(m_mutex);
        if (this->*place)
            return this->*place;
        changes = m_changes;
    }
    std::shared_ptr<const Part> part = read();
    const std::scoped_lock lock(m_mutex);
    if (changes != m_changes)
        return part;
    if (!(this->*place))
        this->*place = part;
    return this->*place;
}

template <typename Part, typename Give>
std::shared_ptr<const Part> Registry::ofTables(std::shared_ptr<const Part> Registry::* place,
                                               const char* group, Wanted wanted, Give give)
{
    return once(place, [&] {
        std::vector<Damage> damages;
        const Tables tables = read(open(group), damages, wanted);
        auto part = give(tables, damages);
        log(m_context, damages);
        return part;
    });
}

Reference<XNameAccess> Registry::open(const char* group)
{
    const Reference<XNameAccess> access = openGroup(m_context, group);
    const Reference<css::util::XChangesNotifier> notifier(access, UNO_QUERY_THROW);
    bool isNew = false;
    {
        const std::scoped_lock lock(m_mutex);
        isNew = m_watched.emplace(group, notifier).second;
    }
    if (isNew)
        notifier->addChangesListener(this);
    return access;
}

Tables Registry::read(const Reference<XNameAccess>& group, std::vector<Damage>& damages,
                      Wanted wanted)
{
    const Sequence<rtl::OUString> sets = group->getElementNames();
    Tables tables;
    for (sal_Int32 i = 0; i < sets.getLength(); ++i)
    {
        const rtl::OUString& name = sets.getConstArray()[i];
        if (!wanted(name))
            continue;
        const Reference<XNameAccess> set = child(group, name);
        std::vector<Row>& rows = tables[toUtf8(name)];
        // Ours first, whose names stay ours; foods and the rest of the intakes later.
        if (name != foodsSet && name != intakesSet)
        {
            const RowFile table = readOurRows(m_context, group, name);
            rows.reserve(table.size());
            for (std::size_t row = 0; row < table.size(); ++row)
                rows.push_back(table[row]);
        }
        readOthers(m_context, toUtf8(name), set, rows, damages);
    }
    return tables;
}

std::shared_ptr<const Data> Registry::data()
{
    return once(&Registry::m_data, [this] {
        std::vector<Damage> damages;
        const Reference<XNameAccess> group = open(foodsGroup);
        const Tables tables = read(group, damages, isAny);
        CheckedTables checked{
            { readOurRows(m_context, group, foodsSet), readOurNames(m_context, group) },
            [context = m_context](const std::string& block) {
                return readOurRows(context, openGroup(context, nutrientsGroup), fromUtf8(block));
            }
        };
        auto data = std::make_shared<const Data>(tables, std::move(damages), std::move(checked));
        log(m_context, data->damages());
        return data;
    });
}

std::shared_ptr<const Standards> Registry::standards()
{
    return once(&Registry::m_standards, [this] {
        std::vector<Damage> damages;
        const Tables tables = read(open(standardsGroup), damages, isStandard);
        auto standards = std::make_shared<const Standards>(
            tables, data(), std::move(damages), [context = m_context] {
                return readOurRows(context, openGroup(context, standardsGroup), intakesSet);
            });
        log(m_context, standards->damages());
        return standards;
    });
}

std::shared_ptr<const FoodNames> Registry::foodNames()
{
    return ofTables(&Registry::m_foodNames, namesGroup, isAny,
                    [](const Tables& tables, std::vector<Damage>&) {
                        return std::make_shared<const FoodNames>(tables);
                    });
}

std::shared_ptr<const ImportRules> Registry::importRules()
{
    return ofTables(&Registry::m_importRules, standardsGroup, isForImport,
                    [this](const Tables& tables, std::vector<Damage>& damages) {
                        return std::make_shared<const ImportRules>(tables, data(), damages);
                    });
}

std::shared_ptr<const LabelRules> Registry::labelRules()
{
    return ofTables(&Registry::m_labelRules, labelsGroup, isForLabels,
                    [this](const Tables& tables, std::vector<Damage>& damages) {
                        return std::make_shared<const LabelRules>(tables, importRules(), data(),
                                                                  damages);
                    });
}

std::shared_ptr<const RetentionTable> Registry::retention()
{
    return ofTables(&Registry::m_retention, labelsGroup, isRetention,
                    [this](const Tables& tables, std::vector<Damage>& damages) {
                        return std::make_shared<const RetentionTable>(
                            tableRows(tables, "retention"), *data(), damages);
                    });
}

std::shared_ptr<const K2Figures> Registry::k2Figures()
{
    return ofTables(&Registry::m_k2Figures, figuresGroup, isAny,
                    [this](const Tables& tables, std::vector<Damage>& damages) {
                        return std::make_shared<const K2Figures>(tableRows(tables, "k2_figures"),
                                                                 data()->sources, damages);
                    });
}

void SAL_CALL Registry::changesOccurred(const css::util::ChangesEvent&)
{
    const std::scoped_lock lock(m_mutex);
    ++m_changes;
    m_data.reset();
    m_standards.reset();
    m_importRules.reset();
    m_labelRules.reset();
    m_retention.reset();
    m_k2Figures.reset();
    m_foodNames.reset();
}

void SAL_CALL Registry::disposing(const css::lang::EventObject&)
{
    const std::scoped_lock lock(m_mutex);
    m_watched.clear();
}

} // namespace quartet
