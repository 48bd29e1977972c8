/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/part_reader.hxx"

#include "portable/cell_name.hxx"
#include "portable/part_texts.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/xml/sax/Parser.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using css::xml::sax::XAttributeList;

template <std::size_t Count>
bool isAmong(const std::array<std::string_view, Count>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Parts in which a number of a person is no chance.
constexpr std::array<std::string_view, 12> wholes{
    "comments",      "docProps/",  "revisions/", "meta.xml", "pivotCache", "threadedComments/",
    "externalLinks", "customXml/", "persons/",   "Basic/",   "Scripts/",   "metadata.rdf"
};

/// Elements with text that people read, or values that no cell holds.
constexpr std::array<std::string_view, 18> asides{ "svg:title",
                                                   "svg:desc",
                                                   "a:p",
                                                   "chart:title",
                                                   "office:annotation",
                                                   "table:tracked-changes",
                                                   "table:help-message",
                                                   "table:error-message",
                                                   "style:header",
                                                   "style:footer",
                                                   "headerFooter",
                                                   "table:scenario",
                                                   "scenario",
                                                   "table:dde-link",
                                                   "table:dde-links",
                                                   "office:forms",
                                                   "number:text",
                                                   "x:Val" };

/// Whole texts, of pieces or not.
constexpr std::array<std::string_view, 8> wholeTexts{ "text:p", "text:h", "si",  "is",
                                                      "a:p",    "text",   "div", "comment" };

/// Attributes that people read or typed: any number in them counts.
constexpr std::array<std::string_view, 27> said{ "prompt",
                                                 "promptTitle",
                                                 "error",
                                                 "errorTitle",
                                                 "table:title",
                                                 "descr",
                                                 "title",
                                                 "altText",
                                                 "form:label",
                                                 "form:title",
                                                 "form:current-value",
                                                 "form:value",
                                                 "form:text",
                                                 "form:help-text",
                                                 "dlg:value",
                                                 "dlg:help-text",
                                                 "dlg:text",
                                                 "dlg:title",
                                                 "script:value",
                                                 "tooltip",
                                                 "display",
                                                 "comment",
                                                 "helpText",
                                                 "statusBar",
                                                 "description",
                                                 "office:dde-item",
                                                 "xlink:title" };

/// Attributes that name something or lead somewhere: a number that is no chance counts.
constexpr std::array<std::string_view, 21> names{ "xlink:href",
                                                  "Target",
                                                  "location",
                                                  "table:name",
                                                  "name",
                                                  "draw:name",
                                                  "form:name",
                                                  "style:display-name",
                                                  "office:name",
                                                  "office:dde-topic",
                                                  "office:dde-application",
                                                  "ddeTopic",
                                                  "ddeService",
                                                  "table:sql-statement",
                                                  "table:query-name",
                                                  "table:database-name",
                                                  "table:display-name",
                                                  "table:filter-name",
                                                  "table:filter-options",
                                                  "script:macro-name",
                                                  "formatCode" };

bool isFormula(std::string_view name)
{
    return name == "table:formula" || name == "table:expression" || name == "table:condition"
           || name == "chart:values-cell-range-address";
}

class Reader : public cppu::WeakImplHelper1<css::xml::sax::XDocumentHandler>
{
public:
    Reader(const Secrets& secrets, const std::string& part)
        : m_secrets(secrets)
        , m_isWhole(std::any_of(
              wholes.begin(), wholes.end(),
              [&](std::string_view whole) { return part.find(whole) != std::string::npos; }))
        , m_isEmbedded(part.ends_with("/content.xml") || part.find("/charts/") != std::string::npos)
    {
    }

    const std::string& found() const { return m_found; }

    void SAL_CALL startElement(const rtl::OUString& name,
                               const Reference<XAttributeList>& attributes) override
    {
        flush();
        m_element = toUtf8(name);
        if (isAmong(wholeTexts, m_element))
        {
            ++m_depth;
            endWhole({});
        }
        follow(attributes);
        if (isAside(m_element))
            ++m_aside;
        for (sal_Int16 i = 0; i < attributes->getLength(); ++i)
            attribute(toUtf8(attributes->getNameByIndex(i)),
                      toUtf8(attributes->getValueByIndex(i)));
    }

    void SAL_CALL endElement(const rtl::OUString& ended) override
    {
        const std::string name = toUtf8(ended);
        m_element = name;
        if (name == "f" || name == "definedName" || name == "formula1" || name == "formula2"
            || name == "formula" || name == "xm:f")
            m_text = formula(m_text);
        else if (name == "config:config-item" && m_isBinary
                 && holdsSecret(fromBase64(m_text), m_secrets))
            m_found = where();
        else if (name.ends_with("Header") || name.ends_with("Footer"))
            m_text = withoutMarks(m_text);
        flush();
        if (isAmong(wholeTexts, name))
        {
            --m_depth;
            look(m_whole, countsNumbers());
            endWhole(m_whole);
        }
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
    /// Where it is.
    void follow(const Reference<XAttributeList>& attributes)
    {
        const auto value = [&](const char* name) {
            return toUtf8(attributes->getValueByName(rtl::OUString::createFromAscii(name)));
        };
        const auto repeated = [&](const char* name) {
            return std::max(1, std::atoi(value(name).c_str()));
        };
        if (m_element == "table:table")
        {
            m_sheet = value("table:name");
            // The values that a reference to another file brought.
            m_isElsewhere =
                m_sheet.starts_with("'file:") || m_sheet.find("'#$") != std::string::npos;
            m_row = 0;
        }
        else if (m_element == "table:table-row")
        {
            m_column = 0;
            m_rows = repeated("table:number-rows-repeated");
        }
        else if (m_element == "table:table-cell" || m_element == "table:covered-table-cell")
            m_columns = repeated("table:number-columns-repeated");
        else if (m_element == "c")
            m_cell = value("r");
        else if (m_element == "dateGroupItem")
            look(value("year") + "-" + value("month") + "-" + value("day"), true);
        else if (m_element == "config:config-item")
            m_isBinary = value("config:type") == "base64Binary";
        else if (m_element == "text:s")
            m_whole += ' ';
    }

    static bool isAside(std::string_view name)
    {
        return isAmong(asides, name) || name.starts_with("draw:");
    }

    bool countsNumbers() const { return m_isWhole || m_aside > 0; }

    /// What is filtered for, where a look begins, or what a control stands at.
    bool isCriterion(const std::string& name) const
    {
        return name.starts_with("calcext:") || name == "manualMax" || name == "manualMin"
               || (name == "table:value" && m_element.starts_with("table:filter"))
               || (m_element.starts_with("table:data-pilot") && name != "table:name")
               || ((name == "val" || name == "filterVal")
                   && (m_element.ends_with("ilter") || m_element == "cfvo"
                       || m_element == "top10"));
    }

    bool isValue(const std::string& name) const
    {
        const bool value = name == "office:value" || name == "office:string-value"
                           || name == "office:date-value" || name == "office:time-value";
        return (value && (m_aside > 0 || m_isElsewhere))
               || (m_element == "formControlPr" && name == "val")
               || (m_element == "table:data-pilot-member" && name == "table:name");
    }

    /// What is to be looked at of a formula. Its own numbers are looked at here.
    std::string formula(const std::string& text)
    {
        for (const std::string& number : numbersOf(text))
            if (m_found.empty() && m_secrets.isTelling(number))
                m_found = where();
        return literalsOf(text);
    }

    void attribute(const std::string& name, std::string value)
    {
        constexpr std::size_t shortest = 3; // "F" and "M" are names of much else
        if ((value.size() < shortest && m_aside == 0 && !isValue(name))
            || name.starts_with("xmlns"))
            return;
        const bool link = name == "xlink:href" || name == "Target" || name == "location";
        if (isFormula(name))
            value = formula(value);
        else if (isCriterion(name))
            formula(value);
        else if (link)
            value = withoutPercents(value);
        const bool naming = isAmong(names, name) || (m_isEmbedded && name == "office:value");
        if (m_found.empty() && naming && m_secrets.isTellingIn(value))
            m_found = where();
        look(value, isAmong(said, name) || isValue(name));
        // "?age=43"
        if (const auto at = value.find('='); link && at != std::string::npos)
            look(value.substr(at), true);
    }

    /// What the office says of itself, and when it was.
    static bool isOffice(std::string_view name)
    {
        return name == "meta:generator" || name == "Application" || name == "AppVersion"
               || name == "TotalTime" || name == "cp:revision" || name.starts_with("dcterms:")
               || name.ends_with("date") || name.starts_with("meta:editing-");
    }

    void flush()
    {
        if (m_text.empty())
            return;
        if (m_depth == 0)
            look(m_text, countsNumbers() && !isOffice(m_element));
        else if (m_inPieces.empty() && mentions(m_text, countsNumbers()))
            m_inPieces = where();
        if (m_found.empty() && m_isEmbedded && m_secrets.isTellingIn(m_text))
            m_found = where();
        if (m_depth > 0)
            m_whole += m_text;
        m_text.clear();
    }

    void look(const std::string& text, bool numbers)
    {
        if (!m_found.empty() || text.empty())
            return;
        if (mentions(text, numbers))
            m_found = where();
    }

    bool mentions(const std::string& text, bool numbers) const
    {
        return (numbers ? m_secrets.mentionedIn(text) : m_secrets.wordIn(text)).has_value();
    }

    /// A text that may stay may stand in pieces: an .xlsx has one for each font.
    void endWhole(const std::string& whole)
    {
        if (m_found.empty() && !m_inPieces.empty() && !m_secrets.isAllowed(whole))
            m_found = m_inPieces;
        m_inPieces.clear();
        m_whole.clear();
    }

    std::string where() const
    {
        if (!m_sheet.empty())
            return m_sheet + "." + cellName(m_column, m_row);
        return m_cell.empty() ? "-" : m_cell;
    }

    const Secrets& m_secrets;
    const bool m_isWhole;
    const bool m_isEmbedded;
    std::string m_found;
    std::string m_element;
    std::string m_text;
    std::string m_whole;    ///< of the text that the pieces make
    std::string m_inPieces; ///< where one of them mentions something
    std::string m_sheet;
    std::string m_cell;
    bool m_isElsewhere = false;
    bool m_isBinary = false;
    int m_row = 0;
    int m_rows = 1;
    int m_column = 0;
    int m_columns = 1;
    int m_aside = 0;
    int m_depth = 0; ///< of whole texts
};

bool isText(const std::string& content)
{
    return std::none_of(content.begin(), content.end(), [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    });
}

/// Whether numbers in it are but bytes.
bool isCompressed(const std::string& content)
{
    return content.starts_with("\x89PNG") || content.starts_with("\xFF\xD8\xFF")
           || content.starts_with("GIF8");
}

std::string inSmallLetters(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    });
    return text;
}

} // namespace

std::string findSecretInXml(const Reference<XComponentContext>& context, const std::string& part,
                            const std::string& content, const Secrets& secrets)
{
    const rtl::Reference<Reader> reader(new Reader(secrets, part));
    const auto parser = css::xml::sax::Parser::create(context);
    parser->setDocumentHandler(reader.get());
    css::xml::sax::InputSource source;
    source.aInputStream.set(css::io::SequenceInputStream::createStreamFromSequence(
                                context, { reinterpret_cast<const sal_Int8*>(content.data()),
                                           static_cast<sal_Int32>(content.size()) }),
                            UNO_QUERY_THROW);
    parser->parseStream(source);
    return reader->found();
}

bool holdsSecret(const std::string& content, const Secrets& secrets)
{
    if (isText(content))
        return secrets.mentionedIn(content).has_value();
    const std::string small = inSmallLetters(content);
    const auto texts = secrets.tellingTexts(!isCompressed(content));
    return std::any_of(texts.begin(), texts.end(), [&small](const std::string& text) {
        const std::string word = inSmallLetters(text);
        std::string wide;
        for (const char c : word)
        {
            wide += c;
            wide += '\0';
        }
        return small.find(word) != std::string::npos || small.find(wide) != std::string::npos;
    });
}

} // namespace quartet
