/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/help_writer.hxx"

#include "compile/xml.hxx"

#include <algorithm>
#include <string>
#include <string_view>

namespace quartet
{

namespace
{

constexpr std::string_view xmlHeader = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

constexpr double charactersALine = 110; ///< in both columns
constexpr double firstColumn = 0.3;     ///< its share of them

std::size_t length(const Text& text)
{
    const std::string words = plain(text);
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

int lines(const Text& text, double width)
{
    return 1 + static_cast<int>(static_cast<double>(length(text)) * 1.08 / width);
}

constexpr int mostLines = 16;

std::string sheetName(const HelpPage& page) { return page.title; }

class Handbook
{
public:
    Handbook(const std::vector<HelpPage>& pages, std::ostream& out)
        : m_pages(pages)
        , m_out(out)
    {
    }

    void write()
    {
        m_out << xmlHeader << "<office:document"
              << R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
              << R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
              << R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
              << R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
              << R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0")"
              << R"( xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0")"
              << R"( xmlns:dc="http://purl.org/dc/elements/1.1/")"
              << R"( xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3")"
              << R"( office:mimetype="application/vnd.oasis.opendocument.spreadsheet">)" << '\n';
        m_out << "<office:meta><dc:title>" << escapeXml(m_pages.front().title)
              << "</dc:title></office:meta>\n";
        writeSettings();
        writeStyles();
        m_out << "<office:body><office:spreadsheet>\n";
        for (const HelpPage& page : m_pages)
            writeSheet(page);
        m_out << "</office:spreadsheet></office:body>\n</office:document>\n";
    }

private:
    void writeSettings()
    {
        m_out
            << R"(<office:settings><config:config-item-set config:name="ooo:view-settings">)"
            << R"(<config:config-item-map-indexed config:name="Views">)"
            << R"(<config:config-item-map-entry>)"
            << R"(<config:config-item config:name="ViewId" config:type="string">view1)"
            << "</config:config-item>"
            << R"(<config:config-item config:name="ShowGrid" config:type="boolean">false)"
            << "</config:config-item>"
            << R"(<config:config-item config:name="HasColumnRowHeaders" config:type="boolean">false)"
            << "</config:config-item></config:config-item-map-entry>"
            << "</config:config-item-map-indexed></config:config-item-set></office:settings>\n";
    }

    void writeCellStyle(std::string_view name, std::string_view text, std::string_view cell = "",
                        std::string_view align = "top")
    {
        m_out << R"(<style:style style:name=")" << name
              << R"(" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap")"
              << R"( style:vertical-align=")" << align << R"(" fo:padding="0.1cm" )" << cell
              << "/><style:text-properties " << text << "/></style:style>\n";
    }

    void writeStyles()
    {
        m_out << "<office:automatic-styles>\n"
              << R"(<style:style style:name="margin" style:family="table-column">)"
              << R"(<style:table-column-properties style:column-width="0.6cm"/></style:style>)"
              << R"(<style:style style:name="first" style:family="table-column">)"
              << R"(<style:table-column-properties style:column-width="6cm"/></style:style>)"
              << R"(<style:style style:name="second" style:family="table-column">)"
              << R"(<style:table-column-properties style:column-width="13cm"/></style:style>)"
              << '\n';
        for (int i = 1; i <= mostLines; ++i)
            m_out << R"(<style:style style:name="rows)" << i << R"(" style:family="table-row">)"
                  << R"(<style:table-row-properties style:row-height=")" << 0.25 + 0.47 * i
                  << R"(cm" style:use-optimal-row-height="false"/></style:style>)" << '\n';
        constexpr std::string_view line = R"(fo:border-bottom="0.5pt solid #c8c8c8")";
        constexpr std::string_view font =
            R"(style:font-name="Liberation Sans" fo:font-size="10pt")";
        const std::string plainFont(font);
        writeCellStyle("title", R"(fo:font-size="18pt" fo:font-weight="bold" fo:color="#1f5c4d")");
        writeCellStyle("heading", R"(fo:font-size="12pt" fo:font-weight="bold" fo:color="#1f5c4d")",
                       "", "bottom");
        writeCellStyle("paragraph", plainFont);
        writeCellStyle("code", R"(style:font-name="Liberation Mono" fo:font-size="10pt")",
                       R"(fo:background-color="#f2f5f4")");
        writeCellStyle("tablehead", plainFont + R"( fo:font-weight="bold")",
                       R"(fo:background-color="#e3ece9" fo:border-bottom="0.5pt solid #1f5c4d")");
        writeCellStyle("tablecell", plainFont, line);
        m_out << R"(<style:style style:name="mono" style:family="text">)"
              << R"(<style:text-properties style:font-name="Liberation Mono"/></style:style>)"
              << R"(<style:style style:name="strong" style:family="text">)"
              << R"(<style:text-properties fo:font-weight="bold"/></style:style>)"
              << R"(<style:style style:name="sheet" style:family="table">)"
              << R"(<style:table-properties table:display="true"/></style:style>)"
              << "\n</office:automatic-styles>\n";
    }

    std::string paragraph(const Text& text) const
    {
        std::string xml = "<text:p>";
        for (const Span& span : text)
        {
            const std::string words = escapeXml(span.text);
            switch (span.kind)
            {
                case Span::Kind::Plain:
                    xml += words;
                    break;
                case Span::Kind::Strong:
                    xml += "<text:span text:style-name=\"strong\">" + words + "</text:span>";
                    break;
                case Span::Kind::Code:
                    xml += "<text:span text:style-name=\"mono\">" + words + "</text:span>";
                    break;
                case Span::Kind::Link:
                    xml += "<text:a xlink:type=\"simple\" xlink:href=\"#"
                           + escapeXml(sheetOf(span.target)) + ".A1\">" + words + "</text:a>";
                    break;
            }
        }
        return xml + "</text:p>";
    }

    std::string sheetOf(const std::string& name) const
    {
        const auto found =
            std::find_if(m_pages.begin(), m_pages.end(),
                         [&name](const HelpPage& page) { return page.name == name; });
        return found == m_pages.end() ? name : sheetName(*found);
    }

    void beginRow(int height)
    {
        m_out << "<table:table-row table:style-name=\"rows" << std::clamp(height, 1, mostLines)
              << "\"><table:table-cell/>";
    }
    void endRow() { m_out << "</table:table-row>\n"; }

    void writeCell(std::string_view style, const Text& text, bool both)
    {
        m_out << "<table:table-cell table:style-name=\"" << style
              << "\" office:value-type=\"string\"";
        if (both)
            m_out << R"( table:number-columns-spanned="2" table:number-rows-spanned="1")";
        m_out << '>' << paragraph(text) << "</table:table-cell>";
        if (both)
            m_out << "<table:covered-table-cell/>";
    }

    void writeLine(std::string_view style, const Text& text, int height)
    {
        beginRow(height);
        writeCell(style, text, true);
        endRow();
    }

    /// Of two columns; what stands in further ones follows in the second.
    void writeTable(const Block& block)
    {
        std::string_view style = "tablehead";
        for (const auto& cells : block.rows)
        {
            Text rest;
            for (std::size_t i = 1; i < cells.size(); ++i)
            {
                if (i > 1)
                    rest.push_back({ Span::Kind::Plain, " · ", {} });
                rest.insert(rest.end(), cells[i].begin(), cells[i].end());
            }
            beginRow(std::max(lines(cells.front(), charactersALine * firstColumn),
                              lines(rest, charactersALine * (1 - firstColumn))));
            writeCell(style, cells.front(), false);
            writeCell(style, rest, false);
            endRow();
            style = "tablecell";
        }
        writeLine("paragraph", {}, 1);
    }

    void writeBlock(const Block& block)
    {
        const int height = lines(block.text, charactersALine);
        switch (block.kind)
        {
            case Block::Kind::Heading:
                writeLine("heading", block.text, 2);
                break;
            case Block::Kind::Paragraph:
                writeLine("paragraph", block.text, height);
                break;
            case Block::Kind::Item:
            {
                Text item = block.text;
                item.insert(item.begin(), { Span::Kind::Plain, "• ", {} });
                writeLine("paragraph", item, height);
                break;
            }
            case Block::Kind::Code:
                writeLine("code", block.text, lines(block.text, charactersALine * 0.85));
                break;
            case Block::Kind::Table:
                writeTable(block);
                break;
        }
    }

    void writeSheet(const HelpPage& page)
    {
        m_out << "<table:table table:name=\"" << escapeXml(sheetName(page))
              << "\" table:style-name=\"sheet\" table:protected=\"true\">\n"
              << R"(<table:table-column table:style-name="margin"/>)"
              << R"(<table:table-column table:style-name="first"/>)"
              << R"(<table:table-column table:style-name="second"/>)" << '\n';
        writeLine("title", { { Span::Kind::Plain, page.title, {} } }, 2);
        if (&page != &m_pages.front())
            writeLine("paragraph",
                      { { Span::Kind::Plain, "‹ ", {} },
                        { Span::Kind::Link, m_pages.front().title, m_pages.front().name } },
                      1);
        for (const Block& block : page.blocks)
            writeBlock(block);
        m_out << "</table:table>\n";
    }

    const std::vector<HelpPage>& m_pages;
    std::ostream& m_out;
};

} // namespace

void writeHandbook(const std::vector<HelpPage>& pages, std::ostream& out)
{
    Handbook(pages, out).write();
}

} // namespace quartet
