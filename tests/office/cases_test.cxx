/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plain-text cases of tests/cases, each entered into a real Calc. What a
// case looks like stands at the top of each of those files.

#include "office_fixture.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
namespace FormulaResult = css::sheet::FormulaResult;

/// The call stands here; a case's own cells are others.
constexpr const char* callCell = "A1";

struct Expectation
{
    enum class Kind
    {
        Number,
        Error,
        Text,
        Begins,
        Contains,
        Lacks
    };

    Kind kind;
    std::string text; ///< as the file has it for a number or an error
    double number = 0;
};

struct Given
{
    std::string cell;
    std::string content;
};

struct Case
{
    std::string file;
    int line = 0; ///< of its call
    std::string call;
    std::vector<Given> given;
    std::vector<Expectation> expectations;
    std::optional<double> tolerance;
    std::string source;
    std::string malformed; ///< why it is no case; else empty
};

Case malformedCase(const std::string& file, int line, std::string reason)
{
    Case result;
    result.file = file;
    result.line = line;
    result.malformed = std::move(reason);
    return result;
}

struct Line
{
    int number;
    std::string text;
};

/// A line that can't be understood.
struct Malformed : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

std::string_view trimmed(std::string_view text)
{
    constexpr const char* blanks = " \t\r";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The first word and what follows it.
std::pair<std::string_view, std::string_view> firstWord(std::string_view text)
{
    const auto end = std::min(text.find_first_of(" \t"), text.size());
    return { text.substr(0, end), trimmed(text.substr(end)) };
}

std::optional<double> parseDouble(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// A text in quotes, a quote in it doubled: as in a formula.
std::string parseQuoted(std::string_view text)
{
    if (text.size() < 2 || text.front() != '"' || text.back() != '"')
        throw Malformed(std::string(text) + " is no text in quotes");
    std::string result;
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
    {
        if (text[i] == '"' && (i + 2 == text.size() || text[++i] != '"'))
            throw Malformed("a quote inside a text must be doubled");
        result += text[i];
    }
    return result;
}

Expectation parseExpectation(std::string_view text)
{
    using Kind = Expectation::Kind;
    if (text == "empty")
        return { Kind::Text, {} };
    if (text.starts_with('"'))
        return { Kind::Text, parseQuoted(text) };
    if (text.starts_with('#') || text.starts_with("Err:"))
        return { Kind::Error, std::string(text) };
    const auto [word, rest] = firstWord(text);
    if (word == "begins")
        return { Kind::Begins, parseQuoted(rest) };
    if (word == "contains")
        return { Kind::Contains, parseQuoted(rest) };
    if (word == "lacks")
        return { Kind::Lacks, parseQuoted(rest) };
    if (const auto number = parseDouble(text))
        return { Kind::Number, std::string(text), *number };
    throw Malformed("\"" + std::string(text) + "\" is nothing to expect");
}

Given parseGiven(std::string_view text)
{
    const auto equals = text.find(" = ");
    if (equals == std::string_view::npos)
        throw Malformed("given needs a cell and contents: B1 = Gouda");
    Given given{ std::string(trimmed(text.substr(0, equals))),
                 std::string(trimmed(text.substr(equals + 3))) };
    if (given.cell == callCell)
        throw Malformed("the call itself stands in " + given.cell);
    return given;
}

void readLine(std::string_view text, int number, Case& result)
{
    const auto [key, value] = firstWord(text);
    if (value.empty())
        throw Malformed(std::string(key) + " has no value");
    if (key == "call")
    {
        if (!result.call.empty())
            throw Malformed("a second call: a blank line is missing");
        result.call = value;
        result.line = number;
    }
    else if (key == "given")
        result.given.push_back(parseGiven(value));
    else if (key == "expect")
        result.expectations.push_back(parseExpectation(value));
    else if (key == "tolerance")
    {
        result.tolerance = parseDouble(value);
        if (!result.tolerance || *result.tolerance < 0)
            throw Malformed("tolerance is no number");
    }
    else if (key == "source")
        result.source = value;
    else
        throw Malformed("\"" + std::string(key)
                        + "\" is none of call, given, expect, tolerance and source");
}

Case readCase(const std::string& file, const std::vector<Line>& block)
{
    Case result;
    result.file = file;
    int at = block.front().number;
    try
    {
        for (const auto& [number, text] : block)
            readLine(text, at = number, result);
        at = block.front().number;
        if (result.call.empty())
            throw Malformed("this block has no call");
        if (result.expectations.empty())
            throw Malformed("this block expects nothing");
    }
    catch (const Malformed& reason)
    {
        return malformedCase(file, at, reason.what());
    }
    return result;
}

/// The blocks of a file; one that is malformed says so in its own test.
std::vector<Case> readCases(std::istream& stream, const std::string& file)
{
    std::vector<Case> cases;
    std::vector<Line> block;
    const auto endBlock = [&] {
        if (!block.empty())
            cases.push_back(readCase(file, block));
        block.clear();
    };
    int number = 0;
    for (std::string raw; std::getline(stream, raw);)
    {
        const std::string_view text = trimmed(raw);
        ++number;
        if (text.empty())
            endBlock();
        else if (!text.starts_with('#'))
            block.push_back({ number, std::string(text) });
    }
    endBlock();
    if (cases.empty())
        cases.push_back(malformedCase(file, 1, "there is no case in this file"));
    return cases;
}

std::vector<Case> readFolder(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Case> all;
    for (const fs::path& file : files)
    {
        std::ifstream stream(file);
        for (Case& each : readCases(stream, file))
            all.push_back(std::move(each));
    }
    return all;
}

/// Names the case in GoogleTest's own messages.
void PrintTo(const Case& each, std::ostream* stream)
{
    *stream << fs::path(each.file).filename().string() << ":" << each.line << " " << each.call;
}

std::string testName(const testing::TestParamInfo<Case>& parameter)
{
    return fs::path(parameter.param.file).stem().string() + "_"
           + std::to_string(parameter.param.line);
}

/// What a cell shows.
struct Shown
{
    sal_Int32 kind; ///< of css::sheet::FormulaResult
    std::string text;
    double number;
};

std::string describe(const Shown& shown)
{
    std::ostringstream description;
    description.precision(17);
    switch (shown.kind)
    {
        case FormulaResult::VALUE:
            description << "the number " << shown.number;
            break;
        case FormulaResult::STRING:
            description << "the text \"" << shown.text << "\"";
            break;
        default:
            description << "the error " << shown.text;
    }
    return description.str();
}

std::string describe(const Expectation& expected)
{
    using Kind = Expectation::Kind;
    const std::string quoted = "\"" + expected.text + "\"";
    switch (expected.kind)
    {
        case Kind::Number:
            return "the number " + expected.text;
        case Kind::Error:
            return "the error " + expected.text;
        case Kind::Text:
            return "the text " + quoted;
        case Kind::Begins:
            return "a text that begins with " + quoted;
        case Kind::Contains:
            return "a text with " + quoted + " in it";
        case Kind::Lacks:
            return "a text without " + quoted;
    }
    return {};
}

/// The tolerance is relative; for numbers below 1 it is absolute.
bool isNear(double number, double expected, double tolerance)
{
    return std::abs(number - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

bool meets(const Shown& shown, const Expectation& expected, double tolerance)
{
    using Kind = Expectation::Kind;
    if (expected.kind == Kind::Number)
        return shown.kind == FormulaResult::VALUE
               && isNear(shown.number, expected.number, tolerance);
    if (expected.kind == Kind::Error)
        return shown.kind == FormulaResult::ERROR && shown.text == expected.text;
    if (shown.kind != FormulaResult::STRING)
        return false;
    const bool contains = shown.text.find(expected.text) != std::string::npos;
    switch (expected.kind)
    {
        case Kind::Begins:
            return shown.text.starts_with(expected.text);
        case Kind::Contains:
            return contains;
        case Kind::Lacks:
            return !contains;
        default:
            return shown.text == expected.text;
    }
}

class Cases : public OfficeTest, public testing::WithParamInterface<Case>
{
protected:
    static void SetUpTestSuite()
    {
        OfficeTest::SetUpTestSuite();
        s_sheet = std::make_unique<Spreadsheet>(office());
        s_sheet->document()->getSheets()->insertNewByName("My foods", 1);
    }
    static void TearDownTestSuite()
    {
        s_sheet.reset();
        OfficeTest::TearDownTestSuite();
    }

    static Shown show(const Case& each)
    {
        namespace Flags = css::sheet::CellFlags;
        for (const sal_Int32 sheet : { 0, 1 })
            css::uno::Reference<css::sheet::XSheetOperation>(s_sheet->sheet(sheet),
                                                             css::uno::UNO_QUERY_THROW)
                ->clearContents(Flags::VALUE | Flags::DATETIME | Flags::STRING | Flags::FORMULA
                                | Flags::HARDATTR);
        for (const Given& given : each.given)
            enter(given);
        s_sheet->enter(callCell, "=" + each.call);
        Shown shown{ 0, s_sheet->text(callCell), s_sheet->value(callCell) };
        css::uno::Reference<css::beans::XPropertySet>(s_sheet->cell(callCell),
                                                      css::uno::UNO_QUERY_THROW)
            ->getPropertyValue("FormulaResultType2") >>= shown.kind;
        return shown;
    }

private:
    /// A cell of the sheet of own foods is written as in "My foods.B2".
    static void enter(const Given& given)
    {
        constexpr std::string_view own = "My foods.";
        if (!given.cell.starts_with(own))
            return s_sheet->enter(given.cell, given.content);
        s_sheet->sheet(1)
            ->getCellRangeByName(fromUtf8(given.cell.substr(own.size())))
            ->getCellByPosition(0, 0)
            ->setFormula(fromUtf8(given.content));
    }

    static inline std::unique_ptr<Spreadsheet> s_sheet;
};

} // namespace

TEST_P(Cases, Hold)
{
    const Case& each = GetParam();
    if (!each.malformed.empty())
    {
        ADD_FAILURE_AT(each.file.c_str(), each.line) << each.malformed;
        return;
    }
    const Shown shown = show(each);
    for (const Expectation& expected : each.expectations)
        if (!meets(shown, expected, each.tolerance.value_or(1e-9)))
            ADD_FAILURE_AT(each.file.c_str(), each.line)
                << each.call << "\n  expected " << describe(expected) << "\n  but shows "
                << describe(shown) << (each.source.empty() ? "" : "\n  source ") << each.source;
}

INSTANTIATE_TEST_SUITE_P(Calc, Cases,
                         testing::ValuesIn(readFolder(fs::path(SOURCE_FOLDER) / "tests/cases")),
                         testName);

TEST(CaseFile, HasBlocksOfLines)
{
    std::istringstream file("# a comment\n"
                            "given      B1 = =1/0\n"
                            "call       K2MCG(B1;\"1 \"\"slice\"\"\")\n"
                            "# another\n"
                            "expect     begins \"a \"\"b\"\"\"\n"
                            "expect     -1.5\n"
                            "tolerance  0.01\n"
                            "source     Kamao 2007\n"
                            "\n\n"
                            "call       FOODS()\n"
                            "expect     empty\n");
    const std::vector<Case> cases = readCases(file, "k2.txt");
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(cases[0].malformed, "");
    EXPECT_EQ(cases[0].line, 3);
    EXPECT_EQ(cases[0].given.at(0).cell, "B1");
    EXPECT_EQ(cases[0].given.at(0).content, "=1/0");
    EXPECT_EQ(cases[0].expectations.at(0).text, "a \"b\"");
    EXPECT_EQ(cases[0].expectations.at(1).number, -1.5);
    EXPECT_EQ(cases[0].tolerance, 0.01);
    EXPECT_EQ(cases[0].source, "Kamao 2007");
    EXPECT_EQ(cases[1].line, 11);
}

TEST(CaseFile, SaysWhereItIsMalformed)
{
    for (const auto& [text, line] : {
             std::pair("call FOODS()\nexpct 1", 2),
             std::pair("\n\ncall FOODS()", 3),
             std::pair("expect 1", 1),
             std::pair("call FOODS()\nexpect", 2),
             std::pair("call FOODS()\nexpect 1,5", 2),
             std::pair("call FOODS()\nexpect \"a", 2),
             std::pair("call FOODS()\nexpect \"a\"b\"", 2),
             std::pair("call FOODS()\nexpect begins a", 2),
             std::pair("call FOODS()\nexpect 1\ntolerance some", 3),
             std::pair("call FOODS()\nexpect 1\ngiven B1", 3),
             std::pair("call FOODS()\nexpect 1\ngiven A1 = 1", 3),
             std::pair("call FOODS()\nexpect 1\ncall FOODS()", 3),
             std::pair("# nothing", 1),
         })
    {
        std::istringstream file(text);
        const std::vector<Case> cases = readCases(file, "k2.txt");
        ASSERT_EQ(cases.size(), 1U) << text;
        EXPECT_NE(cases[0].malformed, "") << text;
        EXPECT_EQ(cases[0].line, line) << text;
    }
}

} // namespace quartet
