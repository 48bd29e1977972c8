/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The handbook in a real Calc.

#include "office_fixture.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/container/XNameAccess.hpp>
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <regex>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using css::uno::Reference;

std::string contents(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

std::vector<std::string> matches(const std::string& text, const char* pattern)
{
    const std::regex expression(pattern);
    std::vector<std::string> all;
    for (std::sregex_iterator i(text.begin(), text.end(), expression), end; i != end; ++i)
        all.push_back(i->str(1));
    return all;
}

using Help = OfficeTest;

} // namespace

TEST_F(Help, TheHandbooksLinksLeadToItsSheets)
{
    const fs::path file = fs::path(HELP_FOLDER) / "handbook/en.fods";
    const Spreadsheet handbook(office(), file);
    const Reference<css::container::XNameAccess> sheets(handbook.document()->getSheets(),
                                                        css::uno::UNO_QUERY_THROW);
    const auto links = matches(contents(file), "xlink:href=\"#([^\"]*)\\.A1\"");
    EXPECT_GE(links.size(), 100U);
    for (const std::string& link : links)
        EXPECT_TRUE(sheets->hasByName(fromUtf8(link))) << link;
}

} // namespace quartet
