/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "case_file.hxx"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

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

std::string describe(const Shown& shown)
{
    std::ostringstream description;
    description.precision(17);
    switch (shown.kind)
    {
        case Shown::Kind::Number:
            description << "the number " << shown.number;
            break;
        case Shown::Kind::Text:
            description << "the text \"" << shown.text << "\"";
            break;
        case Shown::Kind::Error:
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
        return shown.kind == Shown::Kind::Number
               && isNear(shown.number, expected.number, tolerance);
    if (expected.kind == Kind::Error)
        return shown.kind == Shown::Kind::Error && shown.text == expected.text;
    if (shown.kind != Shown::Kind::Text)
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

} // namespace

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

std::vector<Case> readCaseFolder(const fs::path& folder)
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

void PrintTo(const Case& each, std::ostream* stream)
{
    *stream << fs::path(each.file).filename().string() << ":" << each.line << " " << each.call;
}

std::string testName(const Case& each)
{
    return fs::path(each.file).stem().string() + "_" + std::to_string(each.line);
}

std::vector<std::string> failures(const Case& each, const Shown& shown)
{
    if (!each.malformed.empty())
        return { each.malformed };
    std::vector<std::string> failures;
    for (const Expectation& expected : each.expectations)
        if (!meets(shown, expected, each.tolerance.value_or(1e-9)))
            failures.push_back(each.call + "\n  expected " + describe(expected) + "\n  but shows "
                               + describe(shown)
                               + (each.source.empty() ? "" : "\n  source " + each.source));
    return failures;
}

} // namespace quartet
