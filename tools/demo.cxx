/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// quartet-demo OXT SHEET OUT [--gui]
//
// Computes the sample day in a real LibreOffice with the extension, prints it
// and writes OUT/day.pdf. With --gui it opens the day in Calc and waits until
// it is closed.

#include "spreadsheet.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace
{

using namespace quartet;
namespace fs = std::filesystem;

using Line = std::vector<std::string>;

/// The number of characters of a UTF-8 text.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// All lines of the sheet, as they are shown.
std::vector<Line> shown(const Spreadsheet& day)
{
    const auto cursor = day.sheet()->createCursor();
    const css::uno::Reference<css::sheet::XUsedAreaCursor> used(cursor, css::uno::UNO_QUERY_THROW);
    used->gotoEndOfUsedArea(false);
    const auto end =
        css::uno::Reference<css::sheet::XCellRangeAddressable>(cursor, css::uno::UNO_QUERY_THROW)
            ->getRangeAddress();
    std::vector<Line> lines;
    for (sal_Int32 row = 0; row <= end.EndRow; ++row)
    {
        Line line;
        for (sal_Int32 column = 0; column <= end.EndColumn; ++column)
        {
            const css::uno::Reference<css::text::XText> cell(
                day.sheet()->getCellByPosition(column, row), css::uno::UNO_QUERY_THROW);
            line.push_back(toUtf8(cell->getString()));
        }
        while (!line.empty() && line.back().empty())
            line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Breaks a long text at its spaces.
void printWrapped(const std::string& text, std::size_t limit)
{
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();)
    {
        const auto space = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, space - at);
        if (column && column + 1 + width(word) > limit)
        {
            std::cout << '\n';
            column = 0;
        }
        std::cout << (column ? " " : "") << word;
        column += width(word) + (column ? 1 : 0);
        at = space + 1;
    }
    std::cout << '\n';
}

/** Lines of many cells are the table: its columns are as wide as they need to
    be, numbers to the right. Other lines are text. */
void print(const std::vector<Line>& lines)
{
    const auto filled = [](const Line& line) {
        return std::count_if(line.begin(), line.end(),
                             [](const std::string& cell) { return !cell.empty(); });
    };
    const auto isTable = [&filled](const Line& line) { return filled(line) > 3; };
    std::vector<std::size_t> widths;
    for (const Line& line : lines)
    {
        if (!isTable(line))
            continue;
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], width(line[i]));
    }
    constexpr std::size_t textColumns = 3;
    for (const Line& line : lines)
    {
        if (!isTable(line))
        {
            std::string text;
            for (const std::string& cell : line)
                text += (text.empty() || cell.empty() ? "" : ": ") + cell;
            printWrapped(text, 96);
            continue;
        }
        for (std::size_t i = 0; i < line.size(); ++i)
        {
            const std::string padding(widths[i] - width(line[i]), ' ');
            std::cout << (i < textColumns ? line[i] + padding : padding + line[i]) << "  ";
        }
        std::cout << '\n';
    }
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool gui = arguments.size() == 4 && arguments[3] == "--gui";
    if (arguments.size() != 3 && !gui)
    {
        std::cerr << "usage: quartet-demo OXT SHEET OUT [--gui]\n";
        return 2;
    }
    try
    {
        const Profile profile;
        std::cout << "Installing the extension into a throwaway profile ..." << std::endl;
        Office(profile).addExtension(arguments[0]);
        const fs::path sheet = profile.home() / fs::path(arguments[1]).filename();
        fs::copy_file(arguments[1], sheet);
        if (gui)
        {
            std::cout << "Close Calc to end the demo." << std::endl;
            Office(profile, { "--calc", sheet }).wait();
            return 0;
        }
        std::cout << "Computing the day in LibreOffice Calc ...\n" << std::endl;
        const Office office(profile);
        const Spreadsheet day(office, sheet);
        print(shown(day));
        day.store(fs::path(arguments[2]) / "day.pdf", "calc_pdf_Export");
    }
    catch (const css::uno::Exception& error)
    {
        std::cerr << "quartet-demo: " << toUtf8(error.Message) << '\n';
        return 1;
    }
    catch (const std::exception& error)
    {
        std::cerr << "quartet-demo: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
