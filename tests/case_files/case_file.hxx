/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The plain-text cases of tests/cases. What a case looks like stands at the top of
// each of those files.

#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace quartet
{

/// The call stands here; a case's own cells are others.
inline constexpr const char* callCell = "A1";

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

/// The blocks of a file; one that is malformed says so in its own test.
std::vector<Case> readCases(std::istream& stream, const std::string& file);
std::vector<Case> readCaseFolder(const std::filesystem::path& folder);

/// Names the case in GoogleTest's own messages.
void PrintTo(const Case& each, std::ostream* stream);

/// As in "k2_17".
std::string testName(const Case& each);

/// What a cell shows.
struct Shown
{
    enum class Kind
    {
        Number,
        Text,
        Error
    };

    Kind kind;
    std::string text; ///< the error's, as Calc writes it
    double number = 0;
};

/** Holds what a cell shows against what a case expects.
    @returns what is wrong, in words; nothing where all holds */
std::vector<std::string> failures(const Case& each, const Shown& shown);

} // namespace quartet
