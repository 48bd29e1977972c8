/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/help_pages.hxx"

#include "compile/csv.hxx"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <boost/property_tree/xml_parser.hpp>

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
using boost::property_tree::ptree;

constexpr const char* functionsHeading = "The functions";
constexpr const char* functionsPlace = "README.md, \"The functions\": ";
constexpr const char* descriptionsPlace = "CalcAddIns.xcu: ";
constexpr const char* tablePlace = "functions.csv: ";

std::string contents(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    return { std::istreambuf_iterator<char>(in), {} };
}

const ptree& child(const ptree& parent, const std::string& name)
{
    for (const auto& [tag, node] : parent)
        if (tag == "node" && node.get("<xmlattr>.oor:name", "") == name)
            return node;
    throw std::runtime_error("CalcAddIns.xcu has no node " + name);
}

std::string english(const ptree& node, const std::string& property)
{
    for (const auto& [tag, prop] : node)
    {
        if (tag != "prop" || prop.get("<xmlattr>.oor:name", "") != property)
            continue;
        for (const auto& [valueTag, value] : prop)
            if (valueTag == "value" && value.get("<xmlattr>.xml:lang", "") == "en-US")
                return value.data();
    }
    return {};
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

/// What the README's table says of a function.
struct Summary
{
    std::string signature; ///< as in "K2MCG(food; amount; [form])"
    Text gives;
    std::string example;
    std::string shows;

    std::string name() const { return signature.substr(0, signature.find('(')); }
    /// The arguments' names, with brackets where they may be left out.
    std::vector<std::string> arguments() const
    {
        const auto open = signature.find('(');
        return pieces(signature.substr(open + 1, signature.rfind(')') - open - 1));
    }
};

std::string withoutBrackets(std::string argument)
{
    boost::trim_if(argument, boost::is_any_of("[]"));
    return argument;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : "; ") + name;
    return all;
}

/// A row of functions.csv.
using Entry = std::map<std::string, std::string>;

class Help
{
public:
    Help(const HelpSources& sources, std::vector<std::string>& complaints)
        : m_sources(sources)
        , m_complaints(complaints)
        , m_readme(parseMarkdown(sources.readme))
    {
        readSummaries();
        readTable();
        compare();
    }

    std::vector<HelpPage> pages() const
    {
        std::vector<HelpPage> all;
        for (const auto& [name, markdown] : m_sources.pages)
            all.push_back(written(name, markdown));
        for (const Summary& summary : m_summaries)
            if (m_sources.functions.contains(summary.name()) && m_table.contains(summary.name()))
                all.push_back(function(summary));
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

    void complain(const char* place, const std::string& reason) const
    {
        m_complaints.push_back(place + reason);
    }

    static bool isFunctionTable(const Block& block)
    {
        return block.kind == Block::Kind::Table && plain(block.rows.front().front()) == "function";
    }

    void readSummaries()
    {
        m_intro = section(m_readme, functionsHeading);
        for (const Block& block : m_intro)
        {
            if (!isFunctionTable(block))
                continue;
            for (std::size_t i = 1; i < block.rows.size(); ++i)
            {
                const auto& cells = block.rows[i];
                if (cells.size() == 4)
                    m_summaries.push_back(
                        { plain(cells[0]), cells[1], plain(cells[2]), plain(cells[3]) });
                else
                    complain(functionsPlace,
                             "a row of the table has not four cells: " + plain(cells.front()));
            }
        }
    }

    void readTable()
    {
        const auto records = parseCsv(m_sources.table);
        m_columns = records.at(0).cells;
        for (std::size_t i = 1; i < records.size(); ++i)
        {
            const auto& cells = records[i].cells;
            if (cells.size() != m_columns.size())
            {
                complain(tablePlace, "line " + std::to_string(records[i].line) + " has not "
                                         + std::to_string(m_columns.size()) + " cells");
                continue;
            }
            Entry entry;
            for (std::size_t column = 0; column < cells.size(); ++column)
                entry[m_columns[column]] = cells[column];
            m_table.emplace(cells.front(), std::move(entry));
        }
    }

    /// The three sources know the same functions, with the same arguments.
    void compare() const
    {
        std::set<std::string> named;
        for (const Summary& summary : m_summaries)
        {
            const std::string name = summary.name();
            named.insert(name);
            if (!m_table.contains(name))
                complain(tablePlace, name + " has no row");
            const auto found = m_sources.functions.find(name);
            if (found == m_sources.functions.end() || found->second.description.empty())
            {
                complain(descriptionsPlace, name + " has no description");
                continue;
            }
            std::vector<std::string> here;
            std::vector<std::string> there;
            for (const std::string& argument : summary.arguments())
                here.push_back(withoutBrackets(argument));
            for (const auto& parameter : found->second.parameters)
            {
                there.push_back(parameter.name);
                if (parameter.description.empty())
                    complain(descriptionsPlace,
                             name + "'s argument " + parameter.name + " has no description");
            }
            if (here != there)
                complain(functionsPlace, name + "(" + joined(here) + ") has the arguments ("
                                             + joined(there) + ") in CalcAddIns.xcu");
        }
        for (const auto& each : m_sources.functions)
            if (!named.contains(each.first))
                complain(functionsPlace, each.first + " has no row");
        for (const auto& [name, entry] : m_table)
        {
            if (!named.contains(name))
                complain(tablePlace, name + " is no function of the README");
            for (const std::string& other : pieces(entry.at("see")))
                if (!m_table.contains(other) && !m_sources.pages.contains(other))
                    complain(tablePlace, name + " names " + other + ", which there is no page of");
        }
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
        complain(functionsPlace, "no sentence begins with \"" + std::string(begin) + "\"");
        return {};
    }

    HelpPage function(const Summary& summary) const
    {
        const std::string name = summary.name();
        const DescribedFunction& described = m_sources.functions.at(name);
        const Entry& entry = m_table.at(name);
        HelpPage page{ name, name, entry.at("topic"), pieces(entry.at("keywords")), {} };
        page.keywords.insert(page.keywords.begin(), name);

        auto& blocks = page.blocks;
        // The example stands below.
        const auto example = described.description.find(" Example:");
        blocks.push_back(paragraph(words(described.description.substr(0, example))));
        blocks.push_back(code("=" + summary.signature));
        blocks.push_back(heading("What it gives"));
        blocks.push_back(paragraph(sentence(summary.gives)));
        if (!described.parameters.empty())
        {
            blocks.push_back(heading("Arguments"));
            Block table{
                Block::Kind::Table, 0, {}, { { words("argument"), words("what it is") } }
            };
            const auto arguments = summary.arguments();
            for (std::size_t i = 0; i < described.parameters.size(); ++i)
            {
                const bool optional = i < arguments.size() && arguments[i].starts_with('[');
                Text name_ = row(described.parameters[i].name);
                if (optional)
                    name_.push_back({ Span::Kind::Plain, " (may be left out)", {} });
                table.rows.push_back({ name_, words(described.parameters[i].description) });
            }
            blocks.push_back(std::move(table));
        }
        blocks.push_back(heading("Example"));
        blocks.push_back({ Block::Kind::Table,
                           0,
                           {},
                           { { words("you type"), words("the cell shows") },
                             { row(summary.example), words(summary.shows) } } });
        if (summary.example.find("A2") != std::string::npos)
            blocks.push_back(exampleCells());

        Block errors{
            Block::Kind::Table, 0, {}, { { words("you give"), words("the cell shows") } }
        };
        for (std::size_t i = firstError; i < m_columns.size(); ++i)
            if (const std::string& when = entry.at(m_columns[i]); !when.empty())
                errors.rows.push_back({ words(when), words(m_columns[i]) });
        if (errors.rows.size() > 1)
        {
            blocks.push_back(heading("Instead of a value"));
            blocks.push_back(std::move(errors));
        }
        blocks.push_back(heading("See also"));
        for (const std::string& other : pieces(entry.at("see") + ";not;index"))
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
        for (const Summary& summary : m_summaries)
            if (const auto found = m_table.find(summary.name()); found != m_table.end())
                if (const auto& topic = found->second.at("topic");
                    std::find(topics.begin(), topics.end(), topic) == topics.end())
                    topics.push_back(topic);
        for (const std::string& topic : topics)
        {
            blocks.push_back(heading(topic));
            Block table{ Block::Kind::Table, 0, {}, { { words("function"), words("gives") } } };
            for (const Summary& summary : m_summaries)
            {
                const std::string name = summary.name();
                const auto found = m_table.find(name);
                if (found != m_table.end() && found->second.at("topic") == topic)
                    table.rows.push_back({ { { Span::Kind::Link, name, name } }, summary.gives });
            }
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

    static constexpr std::size_t firstError = 4; ///< behind id, topic, keywords and see

    const HelpSources& m_sources;
    std::vector<std::string>& m_complaints;
    std::vector<Block> m_readme;
    std::vector<Block> m_intro; ///< the README's section on the functions
    std::vector<Summary> m_summaries;
    std::vector<std::string> m_columns;
    std::map<std::string, Entry> m_table;
};

} // namespace

std::map<std::string, DescribedFunction> describedFunctions(const fs::path& xcu)
{
    ptree file;
    boost::property_tree::read_xml(xcu.string(), file);
    const ptree& functions = child(
        child(child(file.get_child("oor:component-data"), "AddInInfo"), "org.quartet.Nutrition"),
        "AddInFunctions");
    std::map<std::string, DescribedFunction> all;
    for (const auto& [tag, node] : functions)
    {
        if (tag != "node")
            continue;
        DescribedFunction function{ english(node, "Description"), {} };
        for (const auto& [parameterTag, parameter] : child(node, "Parameters"))
            if (parameterTag == "node")
                function.parameters.push_back(
                    { english(parameter, "DisplayName"), english(parameter, "Description") });
        all.emplace(english(node, "DisplayName"), std::move(function));
    }
    return all;
}

HelpSources readHelpSources(const fs::path& readme, const fs::path& xcu, const fs::path& folder)
{
    HelpSources sources{
        contents(readme), describedFunctions(xcu), contents(folder / "functions.csv"), {}
    };
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
