/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The part of Markdown that the README and the help's pages are written in.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quartet
{

/** A piece of a line of text. */
struct Span
{
    enum class Kind
    {
        Plain,
        Strong,
        Code,
        Link
    };

    Kind kind = Kind::Plain;
    std::string text;
    std::string target; ///< of a link, as it is written
};

using Text = std::vector<Span>;

/// The words alone.
std::string plain(const Text& text);

struct Block
{
    enum class Kind
    {
        Heading,
        Paragraph,
        Item,
        Code,
        Table
    };

    Kind kind = Kind::Paragraph;
    int level = 0; ///< of a heading, from 1
    Text text;
    std::vector<std::vector<Text>> rows; ///< of a table, its header first
};

/** Headings, paragraphs, lists, code and tables with `code`, **strong** and
    [links](target); all else is plain. Pictures are left out. */
std::vector<Block> parseMarkdown(std::string_view text);

/** What stands under a heading, up to the next one of its level.
    @throws std::runtime_error where there is no such heading */
std::vector<Block> section(const std::vector<Block>& document, std::string_view heading);

} // namespace quartet
