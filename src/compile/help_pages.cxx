/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/help_pages.hxx"

#include "compile/tables.hxx"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

constexpr const char* functionsHeading = "The functions";
constexpr const char* functionsPlace = "README.md, \"The functions\": ";

std::string contents(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    return { std::istreambuf_iterator<char>(in), {} };
}

std::vector<std::string> pieces(const std::string& text)
{
    std::vector<std::string> all;
    boost::split(all, text, boost::is_any_of(";"));
    for (std::string& each : all)
        boost::trim(each);
    std::erase(all, "");
    return all;
}

Block heading(const std::string& words)
{
    return { Block::Kind::Heading, 2, { { Span::Kind::Plain, words, {} } }, {} };
}
Block paragraph(Text text) { return { Block::Kind::Paragraph, 0, std::move(text), {} }; }
Block code(const std::string& words)
{
    return { Block::Kind::Code, 0, { { Span::Kind::Code, words, {} } }, {} };
}
Text inMarkdown(const std::string& line) { return parseMarkdown(line).at(0).text; }
Text words(const std::string& text) { return { { Span::Kind::Plain, text, {} } }; }
Text row(const std::string& text) { return { { Span::Kind::Code, text, {} } }; }

/// The text as a sentence: a capital at its beginning, a full stop at its end.
Text sentence(Text text)
{
    if (text.empty())
        return text;
    std::string& first = text.front().text;
    if (text.front().kind == Span::Kind::Plain && first.front() >= 'a' && first.front() <= 'z')
        first.front() = static_cast<char>(first.front() - 'a' + 'A');
    if (!plain(text).ends_with('.'))
        text.push_back({ Span::Kind::Plain, ".", {} });
    return text;
}

class Help
{
public:
    Help(const HelpSources& sources, std::vector<std::string>& complaints)
        : m_sources(sources)
        , m_complaints(complaints)
        , m_readme(parseMarkdown(sources.readme))
        , m_intro(section(m_readme, functionsHeading))
    {
    }

    std::vector<HelpPage> pages() const
    {
        std::vector<HelpPage> all;
        all.reserve(m_sources.pages.size() + m_sources.functions.size());
        for (const auto& [name, markdown] : m_sources.pages)
            all.push_back(written(name, markdown));
        for (const FunctionEntry& entry : m_sources.functions)
            all.push_back(function(entry));
        sort(all);
        checkLinks(all);
        return all;
    }

private:
    /// The index first, then the pages as it links to them.
    static void sort(std::vector<HelpPage>& pages)
    {
        std::vector<std::string> order{ "index" };
        const auto add = [&order](const Text& text) {
            for (const Span& span : text)
                if (span.kind == Span::Kind::Link)
                    order.push_back(span.target);
        };
        for (const HelpPage& page : pages)
            if (page.name == "index")
                for (const Block& block : page.blocks)
                {
                    add(block.text);
                    for (const auto& cells : block.rows)
                        std::for_each(cells.begin(), cells.end(), add);
                }
        const auto place = [&order](const HelpPage& page) {
            return std::find(order.begin(), order.end(), page.name);
        };
        std::stable_sort(pages.begin(), pages.end(),
                         [&place](const auto& a, const auto& b) { return place(a) < place(b); });
    }

    static bool isFunctionTable(const Block& block)
    {
        return block.kind == Block::Kind::Table && plain(block.rows.front().front()) == "function";
    }

    /// The sentence that says what the cells of the examples hold.
    Block exampleCells() const
    {
        constexpr std::string_view begin = "In the examples";
        for (const Block& block : m_intro)
        {
            const std::string all = plain(block.text);
            const auto at = all.find(begin);
            if (at == std::string::npos)
                continue;
            return paragraph(words(all.substr(at)));
        }
        m_complaints.push_back(functionsPlace + ("no sentence begins with \"" + std::string(begin))
                               + "\"");
        return {};
    }

    HelpPage function(const FunctionEntry& entry) const
    {
        HelpPage page{ entry.name, entry.name, entry.topic, entry.keywords, {} };
        page.keywords.insert(page.keywords.begin(), entry.name);

        auto& blocks = page.blocks;
        // The example stands below.
        const auto example = entry.description.find(" Example:");
        blocks.push_back(paragraph(words(entry.description.substr(0, example))));
        blocks.push_back(code("=" + entry.signature()));
        blocks.push_back(heading("What it gives"));
        blocks.push_back(paragraph(sentence(inMarkdown(entry.gives))));
        if (!entry.parameters.empty())
        {
            blocks.push_back(heading("Arguments"));
            Block table{
                Block::Kind::Table, 0, {}, { { words("argument"), words("what it is") } }
            };
            for (const ParameterEntry& parameter : entry.parameters)
            {
                Text name = row(parameter.name);
                if (parameter.optional())
                    name.push_back({ Span::Kind::Plain, " (may be left out)", {} });
                table.rows.push_back({ name, words(parameter.description) });
            }
            blocks.push_back(std::move(table));
        }
        blocks.push_back(heading("Example"));
        blocks.push_back({ Block::Kind::Table,
                           0,
                           {},
                           { { words("you type"), words("the cell shows") },
                             { row(entry.example), words(entry.shows) } } });
        if (entry.example.find("A2") != std::string::npos)
            blocks.push_back(exampleCells());

        Block errors{
            Block::Kind::Table, 0, {}, { { words("you give"), words("the cell shows") } }
        };
        for (const auto& [shown, when] : entry.instead)
            if (!when.empty())
                errors.rows.push_back({ words(when), words(shown) });
        if (errors.rows.size() > 1)
        {
            blocks.push_back(heading("Instead of a value"));
            blocks.push_back(std::move(errors));
        }
        blocks.push_back(heading("See also"));
        std::vector<std::string> others = entry.see;
        others.insert(others.end(), { "not", "index" });
        for (const std::string& other : others)
            blocks.push_back(
                { Block::Kind::Item, 0, { { Span::Kind::Link, title(other), other } }, {} });
        return page;
    }

    /// A page's title, or its name where it is a function's.
    std::string title(const std::string& name) const
    {
        const auto found = m_sources.pages.find(name);
        if (found == m_sources.pages.end())
            return name;
        return plain(parseMarkdown(found->second).at(0).text);
    }

    HelpPage written(const std::string& name, const std::string& markdown) const
    {
        constexpr std::string_view keywords = "Keywords:";
        constexpr std::string_view readme = "{{readme: ";
        HelpPage page{ name, title(name), {}, {}, {} };
        const auto blocks = parseMarkdown(markdown);
        for (std::size_t i = 1; i < blocks.size(); ++i)
        {
            const std::string line = plain(blocks[i].text);
            if (line.starts_with(keywords))
                page.keywords = pieces(line.substr(keywords.size()));
            else if (line == "{{functions}}")
                addFunctions(page.blocks);
            else if (line.starts_with(readme))
                addSection(page.blocks,
                           line.substr(readme.size(), line.size() - readme.size() - 2));
            else
                page.blocks.push_back(blocks[i]);
        }
        return page;
    }

    void addSection(std::vector<Block>& blocks, const std::string& name) const
    {
        for (Block block : section(m_readme, name))
        {
            // Each function has a page of its own.
            if (isFunctionTable(block))
                continue;
            // Its links lead to files of the repository.
            for (Span& span : block.text)
                if (span.kind == Span::Kind::Link)
                    span = { Span::Kind::Plain, span.text, {} };
            blocks.push_back(std::move(block));
        }
    }

    void addFunctions(std::vector<Block>& blocks) const
    {
        std::vector<std::string> topics;
        for (const FunctionEntry& entry : m_sources.functions)
            if (std::find(topics.begin(), topics.end(), entry.topic) == topics.end())
                topics.push_back(entry.topic);
        for (const std::string& topic : topics)
        {
            blocks.push_back(heading(topic));
            Block table{ Block::Kind::Table, 0, {}, { { words("function"), words("gives") } } };
            for (const FunctionEntry& entry : m_sources.functions)
                if (entry.topic == topic)
                    table.rows.push_back({ { { Span::Kind::Link, entry.name, entry.name } },
                                           inMarkdown(entry.gives) });
            blocks.push_back(std::move(table));
        }
    }

    void checkLinks(const std::vector<HelpPage>& pages) const
    {
        std::set<std::string> names;
        for (const HelpPage& page : pages)
        {
            names.insert(page.name);
            if (page.title.find_first_of("[]*?:/\\'") != std::string::npos)
                m_complaints.push_back("help page " + page.name
                                       + ": its title can't be the name of a sheet");
        }
        const auto check = [&](const HelpPage& page, const Text& text) {
            for (const Span& span : text)
                if (span.kind == Span::Kind::Link && !names.contains(span.target))
                    m_complaints.push_back("help page " + page.name + ": there is no page "
                                           + span.target);
        };
        for (const HelpPage& page : pages)
            for (const Block& block : page.blocks)
            {
                check(page, block.text);
                for (const auto& cells : block.rows)
                    for (const Text& cell : cells)
                        check(page, cell);
            }
    }

    const HelpSources& m_sources;
    std::vector<std::string>& m_complaints;
    std::vector<Block> m_readme;
    std::vector<Block> m_intro; ///< the README's section on the functions
};

} // namespace

HelpSources readHelpSources(const fs::path& readme, const fs::path& registry,
                            const fs::path& folder)
{
    std::vector<std::string> complaints;
    std::vector<Damage> damages;
    const TableSource source(registry, complaints);
    HelpSources sources{ contents(readme), readFunctions(source.tables("Build"), damages), {} };
    if (!damages.empty())
        throw std::runtime_error(source.complaint(damages.front()));
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".md")
            sources.pages.emplace(entry.path().stem(), contents(entry.path()));
    return sources;
}

std::vector<HelpPage> helpPages(const HelpSources& sources, std::vector<std::string>& complaints)
{
    return Help(sources, complaints).pages();
}

} // namespace quartet
