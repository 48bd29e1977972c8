/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/written_parts.hxx"

#include "portable/cell_name.hxx"
#include "portable/safe_file.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/embed/ElementModes.hpp>
#include <com/sun/star/embed/StorageFactory.hpp>
#include <com/sun/star/embed/XStorage.hpp>
#include <com/sun/star/embed/XTransactedObject.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/io/XSeekable.hpp>
#include <com/sun/star/io/XStream.hpp>
#include <com/sun/star/io/XTruncate.hpp>
#include <com/sun/star/packages/zip/ZipFileAccess.hpp>
#include <com/sun/star/xml/sax/Parser.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace quartet
{

namespace
{

using css::io::XInputStream;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using css::xml::sax::XAttributeList;

std::string readAll(const Reference<XInputStream>& input)
{
    std::string text;
    Sequence<sal_Int8> bytes;
    constexpr sal_Int32 block = 1 << 20;
    while (const sal_Int32 length = input->readBytes(bytes, block))
        text.append(reinterpret_cast<const char*>(bytes.getConstArray()),
                    static_cast<std::size_t>(length));
    return text;
}

Reference<XInputStream> streamOf(const Reference<XComponentContext>& context,
                                 const std::string& text)
{
    return Reference<XInputStream>(css::io::SequenceInputStream::createStreamFromSequence(
                                       context, { reinterpret_cast<const sal_Int8*>(text.data()),
                                                  static_cast<sal_Int32>(text.size()) }),
                                   UNO_QUERY_THROW);
}

/// The texts and numbers in a formula.
std::string literalsOf(const std::string& formula)
{
    std::string literals;
    for (std::size_t at = 0; (at = formula.find('"', at)) != std::string::npos;)
    {
        const auto end = formula.find('"', at + 1);
        if (end == std::string::npos)
            break;
        literals += formula.substr(at + 1, end - at - 1) + "\n";
        at = end + 1;
    }
    return literals;
}

/// The numbers in a formula that are no part of a text or a name.
std::vector<std::string> numbersOf(const std::string& formula)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isName = [&](char c) {
        return isDigit(c) || c == '_' || c == '$' || c == '.' || c == ':' || c == '!'
               || static_cast<unsigned char>(c) >= 0x80
               || std::isalpha(static_cast<unsigned char>(c));
    };
    std::vector<std::string> numbers;
    for (std::size_t at = 0; at < formula.size(); ++at)
    {
        if (formula[at] == '"' || formula[at] == '\'')
        {
            at = std::min(formula.find(formula[at], at + 1), formula.size());
            continue;
        }
        if (!isDigit(formula[at]) || (at > 0 && isName(formula[at - 1])))
            continue;
        const std::size_t begin = at;
        while (at < formula.size() && (isDigit(formula[at]) || formula[at] == '.'))
            ++at;
        numbers.push_back(formula.substr(begin, at - begin));
        --at;
    }
    return numbers;
}

/** Looks at every text and attribute of a part. */
class Reader : public cppu::WeakImplHelper1<css::xml::sax::XDocumentHandler>
{
public:
    Reader(const Secrets& secrets, const std::string& part)
        : m_secrets(secrets)
        , m_numbersEverywhere(std::any_of(wholes.begin(), wholes.end(), [&](const char* whole) {
            return part.find(whole) != std::string::npos;
        }))
    {
    }

    const std::string& found() const { return m_found; }

    void SAL_CALL startElement(const rtl::OUString& name,
                               const Reference<XAttributeList>& attributes) override
    {
        flush();
        m_element = name;
        if (name == "table:table")
        {
            m_sheet = toUtf8(attributes->getValueByName("table:name"));
            m_row = 0;
        }
        else if (name == "table:table-row")
        {
            m_column = 0;
            m_rows = repeated(attributes, "table:number-rows-repeated");
        }
        else if (name == "table:table-cell" || name == "table:covered-table-cell")
            m_columns = repeated(attributes, "table:number-columns-repeated");
        else if (name == "c")
            m_cell = toUtf8(attributes->getValueByName("r"));
        if (isAside(name))
            ++m_aside;
        for (sal_Int16 i = 0; i < attributes->getLength(); ++i)
            attribute(attributes->getNameByIndex(i), toUtf8(attributes->getValueByIndex(i)));
    }

    void SAL_CALL endElement(const rtl::OUString& name) override
    {
        if (name == "f" || name == "definedName" || name == "formula1" || name == "formula2"
            || name == "formula")
            m_text = formula(m_text);
        flush();
        if (isAside(name))
            --m_aside;
        if (name == "table:table-row")
            m_row += m_rows;
        else if (name == "table:table-cell" || name == "table:covered-table-cell")
            m_column += m_columns;
        else if (name == "c")
            m_cell.clear();
        else if (name == "table:table")
            m_sheet.clear();
    }

    void SAL_CALL characters(const rtl::OUString& text) override { m_text += toUtf8(text); }
    void SAL_CALL startDocument() override {}
    void SAL_CALL endDocument() override {}
    void SAL_CALL ignorableWhitespace(const rtl::OUString&) override {}
    void SAL_CALL processingInstruction(const rtl::OUString&, const rtl::OUString& data) override
    {
        look(toUtf8(data), false);
    }
    void SAL_CALL setDocumentLocator(const Reference<css::xml::sax::XLocator>&) override {}

private:
    /// Parts in which a number of a person is no chance.
    static constexpr std::array<const char*, 8> wholes{ "comments",  "docProps/",  "revisions/",
                                                        "meta.xml",  "pivotCache", "externalLinks",
                                                        "customXml", "persons/" };

    /// Attributes that people read.
    static constexpr std::array<std::string_view, 10> messages{
        "prompt", "promptTitle", "error",      "errorTitle",         "table:title",
        "descr",  "form:label",  "form:title", "form:current-value", "form:value"
    };

    static bool isFormula(const rtl::OUString& name)
    {
        return name == "table:formula" || name == "table:expression" || name == "table:condition";
    }

    /// What is filtered for, or where a look begins.
    bool isCriterion(const rtl::OUString& name) const
    {
        return name.startsWith("calcext:")
               || (name == "table:value" && m_element.startsWith("table:filter"))
               || (name == "val" && (m_element.endsWith("ilter") || m_element == "cfvo"));
    }

    /// What is to be looked at of a formula. Its own numbers are looked at here.
    std::string formula(const std::string& text)
    {
        for (const std::string& number : numbersOf(text))
            if (m_found.empty() && m_secrets.isTelling(number))
                m_found = where();
        return literalsOf(text);
    }

    static bool isAside(const rtl::OUString& name)
    {
        return name == "svg:title" || name == "svg:desc" || name == "a:t"
               || name.startsWith("draw:") || name == "chart:title" || name == "office:annotation"
               || name == "table:tracked-changes" || name == "table:help-message"
               || name == "table:error-message" || name == "style:header" || name == "style:footer"
               || name == "headerFooter" || name == "table:scenario" || name == "scenario"
               || name == "table:dde-link";
    }

    static sal_Int32 repeated(const Reference<XAttributeList>& attributes, const char* name)
    {
        return std::max(sal_Int32(1),
                        attributes->getValueByName(rtl::OUString::createFromAscii(name)).toInt32());
    }

    void attribute(const rtl::OUString& name, std::string value)
    {
        constexpr std::size_t shortest = 3; // "F" and "M" are names of much else
        if (value.size() < shortest && m_aside == 0)
            return;
        if (isFormula(name))
            value = formula(value);
        else if (isCriterion(name))
            formula(value);
        const bool message =
            std::find(messages.begin(), messages.end(), toUtf8(name)) != messages.end();
        look(value, message || (m_aside > 0 && name == "office:value"));
    }

    /// What the office says of itself, and when it was.
    static bool isOffice(const rtl::OUString& name)
    {
        return name == "meta:generator" || name == "Application" || name == "AppVersion"
               || name == "TotalTime" || name.startsWith("dcterms:") || name.endsWith("date")
               || name.startsWith("meta:editing-");
    }

    void flush()
    {
        look(m_text, (m_numbersEverywhere || m_aside > 0) && !isOffice(m_element));
        m_text.clear();
    }

    void look(const std::string& text, bool numbers)
    {
        if (!m_found.empty() || text.empty())
            return;
        if (numbers ? m_secrets.mentionedIn(text) : m_secrets.wordIn(text))
            m_found = where();
    }

    std::string where() const
    {
        if (!m_sheet.empty())
            return m_sheet + "." + cellName(m_column, m_row);
        return m_cell.empty() ? "-" : m_cell;
    }

    const Secrets& m_secrets;
    const bool m_numbersEverywhere;
    std::string m_found;
    rtl::OUString m_element;
    std::string m_text;
    std::string m_sheet;
    std::string m_cell;
    sal_Int32 m_row = 0;
    sal_Int32 m_rows = 1;
    sal_Int32 m_column = 0;
    sal_Int32 m_columns = 1;
    int m_aside = 0;
};

bool isXml(const std::string& part)
{
    return part.ends_with(".xml") || part.ends_with(".rels") || part.ends_with(".rdf")
           || part.ends_with(".vml");
}

/// A word as a picture or an old office's part would hold it.
bool holdsBytes(const std::string& part, const std::vector<std::string>& words)
{
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        std::string wide;
        for (const char c : word)
        {
            wide += c;
            wide += '\0';
        }
        return part.find(word) != std::string::npos || part.find(wide) != std::string::npos;
    });
}

} // namespace

std::string findSecret(const Reference<XComponentContext>& context,
                       const Sequence<sal_Int8>& workbook, const Secrets& secrets)
{
    if (secrets.empty())
        return {};
    Sequence<Any> arguments(1);
    arguments.getArray()[0] <<= Reference<XInputStream>(
        css::io::SequenceInputStream::createStreamFromSequence(context, workbook), UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> parts(
        context->getServiceManager()->createInstanceWithArgumentsAndContext(
            "com.sun.star.packages.zip.ZipFileAccess", arguments, context),
        UNO_QUERY_THROW);
    const auto names = parts->getElementNames();
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
    {
        std::string name = toUtf8(names.getConstArray()[i]);
        if (name.ends_with("/"))
            continue;
        if (secrets.wordIn(name))
            return name;
        const std::string content = readAll(
            Reference<XInputStream>(parts->getByName(names.getConstArray()[i]), UNO_QUERY_THROW));
        if (!isXml(name))
        {
            if (holdsBytes(content, secrets.longWords()))
                return name;
            continue;
        }
        if (content.empty())
            continue;
        const rtl::Reference<Reader> reader(new Reader(secrets, name));
        const auto parser = css::xml::sax::Parser::create(context);
        parser->setDocumentHandler(reader.get());
        css::xml::sax::InputSource source;
        source.aInputStream = streamOf(context, content);
        parser->parseStream(source);
        if (!reader->found().empty())
            return name + ": " + reader->found();
    }
    return {};
}

Sequence<sal_Int8> withoutRecordedChanges(const Reference<XComponentContext>& context,
                                          const Sequence<sal_Int8>& workbook)
{
    const Reference<css::io::XStream> memory(
        context->getServiceManager()->createInstanceWithContext("com.sun.star.comp.MemoryStream",
                                                                context),
        UNO_QUERY_THROW);
    memory->getOutputStream()->writeBytes(workbook);
    Reference<css::io::XSeekable>(memory, UNO_QUERY_THROW)->seek(0);
    Sequence<Any> arguments(2);
    arguments.getArray()[0] <<= memory;
    arguments.getArray()[1] <<= css::embed::ElementModes::READWRITE;
    // The factory has no other interface, deprecated or not.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    const Reference<css::embed::XStorage> storage(
        css::embed::StorageFactory::create(context)->createInstanceWithArguments(arguments),
        UNO_QUERY_THROW);
#pragma GCC diagnostic pop
    std::string content;
    {
        const auto part = storage->openStreamElement("content.xml", css::embed::ElementModes::READ);
        content = readAll(part->getInputStream());
        Reference<css::lang::XComponent>(part, UNO_QUERY_THROW)->dispose();
    }
    const std::string open = "<table:tracked-changes";
    const std::string close = "</table:tracked-changes>";
    const auto begin = content.find(open);
    if (begin == std::string::npos)
        return workbook;
    auto end = content.find('>', begin) + 1;
    if (content[end - 2] != '/')
        end = content.find(close, begin) + close.size();
    content.erase(begin, end - begin);
    if (content.find(open) != std::string::npos)
        throw NotWritten("portable.error.recorded");
    {
        const auto part = storage->openStreamElement(
            "content.xml", css::embed::ElementModes::WRITE | css::embed::ElementModes::TRUNCATE);
        const auto output = part->getOutputStream();
        output->writeBytes({ reinterpret_cast<const sal_Int8*>(content.data()),
                             static_cast<sal_Int32>(content.size()) });
        output->closeOutput();
        Reference<css::lang::XComponent>(part, UNO_QUERY_THROW)->dispose();
    }
    Reference<css::embed::XTransactedObject>(storage, UNO_QUERY_THROW)->commit();
    Reference<css::lang::XComponent>(storage, UNO_QUERY_THROW)->dispose();
    Reference<css::io::XSeekable>(memory, UNO_QUERY_THROW)->seek(0);
    const std::string changed = readAll(memory->getInputStream());
    return { reinterpret_cast<const sal_Int8*>(changed.data()),
             static_cast<sal_Int32>(changed.size()) };
}

} // namespace quartet
