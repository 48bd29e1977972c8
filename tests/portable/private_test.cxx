/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a person doesn't want to send is in no part of the file, or there is none:
// the workbooks of tests/portable/private/cases.txt.

#include "private_ways.hxx"

#include <com/sun/star/sheet/XCalculatable.hpp>

namespace quartet
{

namespace
{

/// What a copy of the workbook is asked for and held against.
struct Wanted
{
    std::vector<std::string> secrets{};
    std::vector<std::pair<std::string, std::string>> kept{};
    std::vector<std::string> formulas{};
    std::string refused{};
    bool mayBeWritten = false; ///< a format may drop it by itself
    std::vector<rtl::OUString> leaveOut{};
};

Wanted build(const Workbook& workbook, const Spreadsheet& document, const Office& office)
{
    Wanted wanted;
    std::string sheet = "Sheet1";
    for (const Line& line : workbook.lines)
    {
        const std::string word = line.what.substr(0, line.what.find(' '));
        const std::string rest =
            word == line.what ? std::string() : line.what.substr(word.size() + 1);
        if (word == "secret")
            wanted.secrets.push_back(rest);
        else if (word == "keeps")
            wanted.kept.emplace_back(rest, line.content);
        else if (word == "formula")
            wanted.formulas.push_back(rest);
        else if (word == "refused" || word == "either")
        {
            wanted.refused = rest;
            wanted.mayBeWritten = word == "either";
        }
        else if (word == "leave")
        {
            wanted.leaveOut.push_back(fromUtf8("Sheet1." + rest));
            wanted.leaveOut.push_back(fromUtf8("Sheet1!" + rest));
        }
        else if (word == "file")
            continue;
        else if (const Way way{ word, rest, line.content, sheet };
                 !hideInCells(way, document, office) && !hideInObjects(way, document)
                 && !hideInDocument(way, document, office))
        {
            if (word == "sheet")
                sheet = rest;
            quartet::build({ workbook.title, { { "sheet " + sheet, "" }, line } }, document);
        }
    }
    return wanted;
}

/// What a workbook is built from: a file beside the cases, or nothing.
rtl::OUString firstFile(const Workbook& workbook)
{
    for (const Line& line : workbook.lines)
        if (line.what == "file")
            return fileUrl(cases / "private" / line.content);
    return "private:factory/scalc";
}

class PrivateCopies : public PortableTest, public testing::WithParamInterface<Workbook>
{
};

/// @returns what is said where no file is written
std::string copyWithNothing(const Office& office, const Spreadsheet& document, const fs::path& file,
                            const std::vector<rtl::OUString>& leaveOut)
{
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        UNO_QUERY_THROW);
    const std::vector<css::beans::NamedValue> arguments{
        { "Document", Any(document.document()) },
        { "URL", Any(fileUrl(file)) },
        { "LeaveOutToo",
          Any(Sequence<rtl::OUString>(leaveOut.data(), static_cast<sal_Int32>(leaveOut.size()))) }
    };
    try
    {
        job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) });
        return {};
    }
    catch (const css::io::IOException& error)
    {
        return toUtf8(error.Message);
    }
    catch (const css::uno::Exception& error)
    {
        return "no message for people: " + toUtf8(error.Message);
    }
}

} // namespace

TEST_P(PrivateCopies, GiveNothingAway)
{
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        setUser(office(), {});
        const Spreadsheet original(office(), firstFile(GetParam()));
        const Wanted wanted = build(GetParam(), original, office());
        Reference<css::sheet::XCalculatable>(original.document(), UNO_QUERY_THROW)->calculateAll();
        const std::string said = copyWithNothing(office(), original, file, wanted.leaveOut);
        if (!(wanted.mayBeWritten && said.empty()))
        {
            EXPECT_EQ(!wanted.refused.empty(), !said.empty()) << said;
        }
        if (!said.empty())
        {
            EXPECT_TRUE(std::regex_search(said, std::regex(wanted.refused))) << said;
            EXPECT_FALSE(fs::exists(file));
            continue;
        }
        // The time of saving holds any digits.
        static const std::regex time("T[0-9]{2}:[0-9]{2}:[0-9.]+");
        for (const std::string& written : readParts(elsewhere(), file))
            for (const std::string& secret : wanted.secrets)
            {
                const std::string part = std::regex_replace(written, time, "T");
                const auto at = part.find(secret);
                EXPECT_EQ(at, std::string::npos)
                    << secret << " in "
                    << part.substr(at > 200 ? at - 200 : 0, 400 + secret.size());
            }
        const Spreadsheet portable(elsewhere(), file);
        for (const auto& [cell, shown] : wanted.kept)
            EXPECT_EQ(portable.text(cell), shown) << cell;
        for (const std::string& cell : wanted.formulas)
            EXPECT_EQ(portable.cell(cell)->getType(), css::table::CellContentType_FORMULA) << cell;
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, PrivateCopies,
                         testing::ValuesIn(readWorkbooks(cases / "private" / "cases.txt")),
                         testName);

} // namespace quartet
