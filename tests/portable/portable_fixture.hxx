/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Workbooks in plain text, their portable copies, and an office without the extension.

#pragma once

#include "office_fixture.hxx"
#include "small_disk.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <future>
#include <regex>
#include <set>
#include <sstream>
#include <thread>

namespace quartet
{

using css::container::XIndexAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;
namespace fs = std::filesystem;

inline const fs::path cases = fs::path(SOURCE_FOLDER) / "tests" / "portable";

struct Line
{
    std::string what;
    std::string content;
};

struct Workbook
{
    std::string title;
    std::vector<Line> lines{};
};

inline void PrintTo(const Workbook& workbook, std::ostream* stream) { *stream << workbook.title; }

inline std::vector<Workbook> readWorkbooks(const fs::path& path = cases / "workbooks.txt")
{
    std::vector<Workbook> workbooks;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
    {
        if (line.empty() || line[0] == '#')
            continue;
        if (line.starts_with("== "))
        {
            workbooks.push_back({ line.substr(3) });
            continue;
        }
        const auto tab = line.find('\t');
        std::string content = tab == std::string::npos ? std::string() : line.substr(tab + 1);
        for (std::size_t at = 0; (at = content.find("Q.", at)) != std::string::npos;)
        {
            const std::string name = "ORG.QUARTET.NUTRITION.";
            content.replace(at, 2, name);
            at += name.size();
        }
        workbooks.back().lines.push_back({ line.substr(0, tab), std::move(content) });
    }
    return workbooks;
}

inline std::string testName(const testing::TestParamInfo<Workbook>& parameter)
{
    std::string name;
    for (const char c : parameter.param.title)
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += c;
    return name;
}

/// A sheet by its name.
inline Reference<css::sheet::XSpreadsheet> sheetOf(const Spreadsheet& document,
                                                   const std::string& name)
{
    return Reference<css::sheet::XSpreadsheet>(
        document.document()->getSheets()->getByName(fromUtf8(name)), UNO_QUERY_THROW);
}

inline Reference<css::table::XCellRange> rangeOf(const Spreadsheet& document,
                                                 const std::string& sheet, const std::string& range)
{
    return sheetOf(document, sheet)->getCellRangeByName(fromUtf8(range));
}

/// As a person types it: a number, a formula, or a text as it is.
inline void enter(const Spreadsheet& document, const std::string& sheet, const std::string& name,
                  const std::string& content)
{
    const auto cell = rangeOf(document, sheet, name)->getCellByPosition(0, 0);
    char* end = nullptr;
    std::strtod(content.c_str(), &end);
    const bool number = !content.empty() && *end == 0;
    if (number || content.starts_with("="))
        cell->setFormula(fromUtf8(content));
    else
        Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(fromUtf8(content));
}

inline void addName(const Reference<css::uno::XInterface>& owner, const std::string& name,
                    const std::string& content)
{
    Reference<css::sheet::XNamedRanges>(Reference<css::beans::XPropertySet>(owner, UNO_QUERY_THROW)
                                            ->getPropertyValue("NamedRanges"),
                                        UNO_QUERY_THROW)
        ->addNewByName(fromUtf8(name), fromUtf8(content), css::table::CellAddress(), 0);
}

inline std::string contentOfName(const Spreadsheet& spreadsheet, const char* name)
{
    const Reference<css::sheet::XNamedRanges> names(
        Reference<css::beans::XPropertySet>(spreadsheet.document(), UNO_QUERY_THROW)
            ->getPropertyValue("NamedRanges"),
        UNO_QUERY_THROW);
    return toUtf8(Reference<css::sheet::XNamedRange>(
                      names->getByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW)
                      ->getContent());
}

/// Builds a workbook but for its changes. @returns how many cells may be frozen
inline int build(const Workbook& workbook, const Spreadsheet& document)
{
    std::string sheet = "Sheet1";
    int frozen = 0;
    for (const auto& [what, content] : workbook.lines)
    {
        const std::string word = what.substr(0, what.find(' '));
        const std::string rest = word == what ? std::string() : what.substr(word.size() + 1);
        if (word == "sheet")
        {
            sheet = rest;
            const auto sheets = document.document()->getSheets();
            if (!sheets->hasByName(fromUtf8(rest)))
                sheets->insertNewByName(fromUtf8(rest), 99);
        }
        else if (word == "array")
            Reference<css::sheet::XArrayFormulaRange>(rangeOf(document, sheet, rest),
                                                      UNO_QUERY_THROW)
                ->setArrayFormula(fromUtf8(content));
        else if (word == "name")
            addName(document.document(), rest, content);
        else if (word == "local")
            addName(sheetOf(document, sheet), rest, content);
        else if (word == "fill")
            Reference<css::sheet::XCellSeries>(rangeOf(document, sheet, rest), UNO_QUERY_THROW)
                ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
        else if (word == "repeat")
        {
            const Reference<css::sheet::XCellRangeData> first(rangeOf(document, sheet, rest),
                                                              UNO_QUERY_THROW);
            const auto rows = first->getDataArray();
            const int count = std::stoi(content);
            Sequence<Sequence<Any>> all(count);
            for (int i = 0; i < count; ++i)
                all.getArray()[i] = rows.getConstArray()[i % rows.getLength()];
            const auto width = rows.getConstArray()[0].getLength();
            Reference<css::sheet::XCellRangeData>(
                sheetOf(document, sheet)->getCellRangeByPosition(0, 0, width - 1, count - 1),
                UNO_QUERY_THROW)
                ->setDataArray(all);
        }
        else if (word == "merge")
            Reference<css::util::XMergeable>(rangeOf(document, sheet, rest), UNO_QUERY_THROW)
                ->merge(true);
        else if (word == "frozen")
            frozen = std::stoi(rest);
        else if (word == "errors")
            continue;
        else if (word != "change")
            enter(document, sheet, what, content);
    }
    return frozen;
}

/// How many cells may be an error in the copy once it has changed.
inline int errorsOf(const Workbook& workbook)
{
    for (const Line& line : workbook.lines)
        if (line.what.starts_with("errors "))
            return std::stoi(line.what.substr(7));
    return 0;
}

inline void change(const Workbook& workbook, const Spreadsheet& document)
{
    for (const auto& [what, content] : workbook.lines)
        if (what.starts_with("change "))
            enter(document, "Sheet1", what.substr(7), content);
}

/// @returns the number of cells that hold a value in place of a formula
inline int copy(const Office& office, const Spreadsheet& document, const fs::path& file,
                const std::vector<const char*>& choices = { "IncludePerson", "IncludeMedicines" },
                const Any& indicator = {})
{
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        UNO_QUERY_THROW);
    std::vector<css::beans::NamedValue> arguments{ { "Document", Any(document.document()) },
                                                   { "URL", Any(fileUrl(file)) } };
    for (const char* const choice : choices)
        arguments.emplace_back(rtl::OUString::createFromAscii(choice), Any(true));
    if (indicator.hasValue())
        arguments.emplace_back("StatusIndicator", indicator);
    sal_Int32 frozen = -1;
    job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) }) >>= frozen;
    return frozen;
}

inline std::string printed(const Any& value)
{
    double number = 0;
    rtl::OUString text;
    if (value >>= number)
        return std::to_string(number);
    if (value >>= text)
        return '"' + toUtf8(text) + '"';
    return "error";
}

inline bool agree(const Any& one, const Any& other)
{
    double left = 0;
    double right = 0;
    if ((one >>= left) && (other >>= right))
        return std::abs(left - right) <= 1e-9 * std::max({ 1.0, std::abs(left), std::abs(right) });
    return one == other;
}

/// Whether a cell of a copy may show something else than its workbook's.
using Forgives = std::function<bool(const Any& expected, const Any& shown)>;

/// How a copy's cells are held against its workbook's.
struct Comparison
{
    int errors = 0; ///< as many cells may be one
    Forgives forgives{};
    std::string found{}; ///< where the copy shows something else
    int count = 0;

    void compare(const Spreadsheet& original, const Spreadsheet& portable, const std::string& name)
    {
        const auto sheet = sheetOf(original, name);
        const auto cursor = sheet->createCursor();
        Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
        const auto end = Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                             ->getRangeAddress();
        const auto read = [&](const Reference<css::sheet::XSpreadsheet>& of) {
            return Reference<css::sheet::XCellRangeData>(
                       of->getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow), UNO_QUERY_THROW)
                ->getDataArray();
        };
        const auto expected = read(sheet);
        const auto actual = read(sheetOf(portable, name));
        for (sal_Int32 row = 0; row < expected.getLength(); ++row)
            for (sal_Int32 column = 0; column <= end.EndColumn; ++column)
                compare(expected.getConstArray()[row].getConstArray()[column],
                        actual.getConstArray()[row].getConstArray()[column],
                        name + " row " + std::to_string(row + 1) + " column "
                            + std::to_string(column + 1));
    }

private:
    void compare(const Any& one, const Any& other, const std::string& where)
    {
        // What says itself that it is of another time.
        if (agree(one, other) || printed(other).find("not recalculated") != std::string::npos)
            return;
        if ((!other.hasValue() && errors-- > 0) || (forgives && forgives(one, other)))
            return;
        if (++count <= 10)
            found += where + ": " + printed(one) + ", in the copy " + printed(other) + "\n";
    }
};

/** Where a copy shows something else than its workbook, "" for nowhere.
    @param errors as many cells may be one */
inline std::string differences(const Spreadsheet& original, const Spreadsheet& portable,
                               int errors = 0, const Forgives& forgives = {})
{
    Comparison all{ errors, forgives };
    const auto names = original.document()->getSheets()->getElementNames();
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
        all.compare(original, portable, toUtf8(names.getConstArray()[i]));
    return all.found;
}

inline std::string readStream(const Any& stream)
{
    const Reference<css::io::XInputStream> input(stream, UNO_QUERY_THROW);
    std::string text;
    Sequence<sal_Int8> bytes;
    constexpr sal_Int32 block = 1 << 20;
    while (const sal_Int32 length = input->readBytes(bytes, block))
        text.append(reinterpret_cast<const char*>(bytes.getConstArray()),
                    static_cast<std::size_t>(length));
    return text;
}

/// All parts of a package, and of the packages in it.
inline std::vector<std::string> readParts(const Office& office, const Any& package)
{
    const Reference<css::container::XNameAccess> parts(
        office.context()->getServiceManager()->createInstanceWithArgumentsAndContext(
            "com.sun.star.packages.zip.ZipFileAccess", { &package, 1 }, office.context()),
        UNO_QUERY_THROW);
    const auto names = parts->getElementNames();
    std::vector<std::string> texts;
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
    {
        if (names.getConstArray()[i].endsWith("/"))
            continue;
        texts.push_back(readStream(parts->getByName(names.getConstArray()[i])));
        if (!texts.back().starts_with("PK\3\4"))
            continue;
        const auto* const bytes = reinterpret_cast<const sal_Int8*>(texts.back().data());
        const Any inner(css::io::SequenceInputStream::createStreamFromSequence(
            office.context(), { bytes, static_cast<sal_Int32>(texts.back().size()) }));
        for (std::string& part : readParts(office, inner))
            texts.push_back(std::move(part));
    }
    return texts;
}

/// All parts of a stored workbook.
inline std::vector<std::string> readParts(const Office& office, const fs::path& file)
{
    return readParts(office, Any(fileUrl(file)));
}

inline std::set<std::string> excelFunctions()
{
    std::set<std::string> names;
    std::ifstream file(cases / "functions.txt");
    for (std::string line; std::getline(file, line);)
    {
        if (line.starts_with("#"))
            continue;
        std::istringstream words(line);
        for (std::string word; words >> word;)
            names.insert(word);
    }
    return names;
}

/// The formulas in cells, names, validities and conditions of an .xlsx file.
inline std::vector<std::string> formulasOf(const std::vector<std::string>& parts)
{
    std::vector<std::string> formulas;
    for (const std::string& part : parts)
        for (const char* const tag :
             { "f", "formula", "formula1", "formula2", "definedName", "xm:f" })
        {
            const std::string open = std::string("<") + tag;
            const std::string close = std::string("</") + tag + ">";
            for (std::size_t at = 0; (at = part.find(open, at)) != std::string::npos;)
            {
                at += open.size();
                if (part[at] != '>' && part[at] != ' ')
                    continue;
                const auto begin = part.find('>', at);
                const auto end = part.find(close, at);
                if (part[begin - 1] == '/' || end == std::string::npos || end < begin)
                    continue;
                formulas.push_back(part.substr(begin + 1, end - begin - 1));
                at = end;
            }
        }
    return formulas;
}

/// What a formula calls that Excel doesn't know.
inline std::string unknownFunctions(std::string formula, const std::set<std::string>& known)
{
    for (const auto& [escaped, plain] :
         { std::pair("&quot;", "\""), std::pair("&apos;", "'"), std::pair("&amp;", "&") })
        for (std::size_t at = 0; (at = formula.find(escaped)) != std::string::npos;)
            formula.replace(at, std::string(escaped).size(), plain);
    static const std::regex texts("\"[^\"]*\"|'[^']*'");
    static const std::regex calls("([A-Za-z_][A-Za-z0-9_.]*)\\(");
    formula = std::regex_replace(formula, texts, "");
    std::string unknown;
    for (auto call = std::sregex_iterator(formula.begin(), formula.end(), calls);
         call != std::sregex_iterator(); ++call)
    {
        std::string name = (*call)[1];
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        if (!known.contains(name))
            unknown += name + " ";
    }
    return unknown;
}

class PortableTest : public OfficeTest
{
protected:
    static void SetUpTestSuite()
    {
        OfficeTest::SetUpTestSuite();
        startElsewhere();
    }
    static void startElsewhere()
    {
        s_elsewhere.reset();
        s_elsewhereProfile = std::make_unique<Profile>();
        s_elsewhere = std::make_unique<Office>(*s_elsewhereProfile);
    }
    static void TearDownTestSuite()
    {
        s_elsewhere.reset();
        s_elsewhereProfile.reset();
        OfficeTest::TearDownTestSuite();
    }

    /// An office without the extension.
    static const Office& elsewhere() { return *s_elsewhere; }

    /// What is in no file that is sent.
    static void expectNothingOfOurs(const fs::path& file)
    {
        static const auto known = excelFunctions();
        const auto parts = readParts(elsewhere(), file);
        for (std::string part : parts)
        {
            std::transform(part.begin(), part.end(), part.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            EXPECT_EQ(part.find("org.quartet.nutrition"), std::string::npos) << file;
        }
        if (file.extension() != ".xlsx")
            return;
        const auto formulas = formulasOf(parts);
        EXPECT_FALSE(formulas.empty());
        for (const std::string& formula : formulas)
            EXPECT_EQ(unknownFunctions(formula, known), "") << formula;
    }

    const fs::path& folderPath() const { return m_folder.path(); }

private:
    static inline std::unique_ptr<Profile> s_elsewhereProfile;
    static inline std::unique_ptr<Office> s_elsewhere;
    TemporaryFolder m_folder;
};

} // namespace quartet
