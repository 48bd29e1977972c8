/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Portable copies, opened where the extension isn't: the workbooks of
// tests/portable/workbooks.txt and the filled-in templates.

#include "office_fixture.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/packages/zip/ZipFileAccess.hpp>
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
#include <sys/mount.h>

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

namespace
{

using css::container::XIndexAccess;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using testing::HasSubstr;
namespace fs = std::filesystem;

const fs::path cases = fs::path(SOURCE_FOLDER) / "tests" / "portable";

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

void PrintTo(const Workbook& workbook, std::ostream* stream) { *stream << workbook.title; }

std::vector<Workbook> readWorkbooks()
{
    std::vector<Workbook> workbooks;
    std::ifstream file(cases / "workbooks.txt");
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

std::string testName(const testing::TestParamInfo<Workbook>& parameter)
{
    std::string name;
    for (const char c : parameter.param.title)
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += c;
    return name;
}

/// A sheet by its name.
Reference<css::sheet::XSpreadsheet> sheetOf(const Spreadsheet& document, const std::string& name)
{
    return Reference<css::sheet::XSpreadsheet>(
        document.document()->getSheets()->getByName(fromUtf8(name)), UNO_QUERY_THROW);
}

Reference<css::table::XCellRange> rangeOf(const Spreadsheet& document, const std::string& sheet,
                                          const std::string& range)
{
    return sheetOf(document, sheet)->getCellRangeByName(fromUtf8(range));
}

/// As a person types it: a number, a formula, or a text as it is.
void enter(const Spreadsheet& document, const std::string& sheet, const std::string& name,
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

void addName(const Reference<css::uno::XInterface>& owner, const std::string& name,
             const std::string& content)
{
    Reference<css::sheet::XNamedRanges>(Reference<css::beans::XPropertySet>(owner, UNO_QUERY_THROW)
                                            ->getPropertyValue("NamedRanges"),
                                        UNO_QUERY_THROW)
        ->addNewByName(fromUtf8(name), fromUtf8(content), css::table::CellAddress(), 0);
}

std::string contentOfName(const Spreadsheet& spreadsheet, const char* name)
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
int build(const Workbook& workbook, const Spreadsheet& document)
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
        else if (word != "change")
            enter(document, sheet, what, content);
    }
    return frozen;
}

void change(const Workbook& workbook, const Spreadsheet& document)
{
    for (const auto& [what, content] : workbook.lines)
        if (what.starts_with("change "))
            enter(document, "Sheet1", what.substr(7), content);
}

/// @returns the number of cells that hold a value in place of a formula
int copy(const Office& office, const Spreadsheet& document, const fs::path& file,
         const std::vector<const char*>& choices = { "IncludePerson", "IncludeMedicines" })
{
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        UNO_QUERY_THROW);
    std::vector<css::beans::NamedValue> arguments{ { "Document", Any(document.document()) },
                                                   { "URL", Any(fileUrl(file)) } };
    for (const char* const choice : choices)
        arguments.emplace_back(rtl::OUString::createFromAscii(choice), Any(true));
    sal_Int32 frozen = -1;
    job->execute({ arguments.data(), static_cast<sal_Int32>(arguments.size()) }) >>= frozen;
    return frozen;
}

std::string printed(const Any& value)
{
    double number = 0;
    rtl::OUString text;
    if (value >>= number)
        return std::to_string(number);
    if (value >>= text)
        return '"' + toUtf8(text) + '"';
    return "error";
}

bool agree(const Any& one, const Any& other)
{
    double left = 0;
    double right = 0;
    if ((one >>= left) && (other >>= right))
        return std::abs(left - right) <= 1e-9 * std::max({ 1.0, std::abs(left), std::abs(right) });
    return one == other;
}

/// Where a copy shows something else than its workbook, "" for nowhere.
std::string differences(const Spreadsheet& original, const Spreadsheet& portable)
{
    std::string found;
    int count = 0;
    const auto names = original.document()->getSheets()->getElementNames();
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
    {
        const std::string name = toUtf8(names.getConstArray()[i]);
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
        {
            const auto& left = expected.getConstArray()[row];
            const auto& right = actual.getConstArray()[row];
            for (sal_Int32 column = 0; column < left.getLength(); ++column)
            {
                const Any& one = left.getConstArray()[column];
                const Any& other = right.getConstArray()[column];
                // What says itself that it is of another time.
                if (agree(one, other)
                    || printed(other).find("not recalculated") != std::string::npos)
                    continue;
                if (++count <= 10)
                    found += name + " row " + std::to_string(row + 1) + " column "
                             + std::to_string(column + 1) + ": " + printed(one) + ", in the copy "
                             + printed(other) + "\n";
            }
        }
    }
    return found;
}

std::string readStream(const Any& stream)
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

/// All XML of a stored workbook.
std::vector<std::string> readParts(const Office& office, const fs::path& file)
{
    const auto zip =
        css::packages::zip::ZipFileAccess::createWithURL(office.context(), fileUrl(file));
    const Reference<css::container::XNameAccess> parts(zip, UNO_QUERY_THROW);
    const auto names = parts->getElementNames();
    std::vector<std::string> texts;
    for (sal_Int32 i = 0; i < names.getLength(); ++i)
        if (names.getConstArray()[i].endsWith(".xml"))
            texts.push_back(readStream(parts->getByName(names.getConstArray()[i])));
    return texts;
}

std::set<std::string> excelFunctions()
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
std::vector<std::string> formulasOf(const std::vector<std::string>& parts)
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
std::string unknownFunctions(std::string formula, const std::set<std::string>& known)
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

class PortableWorkbooks : public PortableTest, public testing::WithParamInterface<Workbook>
{
};

rtl::OUString templateUrl(const Office& office, const std::string& file)
{
    return fileUrl(office.extensionFolder("org.quartet") / "template/en/nutrition"
                   / (file + ".ots"));
}

struct Entry
{
    const char* sheet;
    const char* cell;
    const char* content;
};

struct FilledTemplate
{
    const char* file;
    std::vector<Entry> entries;
    std::vector<Entry> changes;
};

void PrintTo(const FilledTemplate& filled, std::ostream* stream) { *stream << filled.file; }

std::vector<FilledTemplate> filledTemplates()
{
    return { { "day-plan",
               { { "Day plan", "B4", "40" },
                 { "Day plan", "B5", "female" },
                 { "Day plan", "B22", "Natto" },
                 { "Day plan", "C22", "50" },
                 { "Day plan", "B23", "Gouda" },
                 { "Day plan", "C23", "2 slices" },
                 { "Day plan", "B28", "Salmon" },
                 { "Day plan", "C28", "150 g" },
                 { "Day plan", "B29", "Spinach" },
                 { "Day plan", "C29", "1 cup" },
                 { "Day plan", "B30", "Pepperoni" },
                 { "Day plan", "C30", "40" },
                 { "Day plan", "B40", "Almonds" },
                 { "Day plan", "C40", "30" } },
               { { "Day plan", "C22", "70" },
                 { "Day plan", "C23", "3½ slices" },
                 { "Day plan", "C29", "1 1/2 cups" },
                 { "Day plan", "C40", "0,5 oz" } } },
             { "week-plan",
               { { "Week", "B4", "40" },
                 { "Week", "B5", "female" },
                 { "Meals", "B5", "Natto" },
                 { "Meals", "C5", "50" },
                 { "Meals", "B6", "gouda" },
                 { "Meals", "C6", "2 slices" },
                 { "Meals", "B18", "Gouda" },
                 { "Meals", "C18", "1 slice" },
                 { "Meals", "B19", "Almonds" },
                 { "Meals", "C19", "200 g" } },
               { { "Meals", "C5", "10" }, { "Meals", "C19", "20 g" } } },
             { "vitamin-d-log",
               { { "", "A8", "45300" },
                 { "", "B8", "40" },
                 { "", "A9", "45400" },
                 { "", "B9", "99" },
                 { "", "C9", "nmol/L" },
                 { "", "A10", "45500" },
                 { "", "B10", "155" } },
               { { "", "B8", "70" }, { "", "B9", "160" }, { "", "B10", "20" } } },
             { "k2-foods", {}, {} } };
}

class PortableTemplates : public PortableTest, public testing::WithParamInterface<FilledTemplate>
{
protected:
    static void fill(const Spreadsheet& document, const std::vector<Entry>& entries)
    {
        for (const Entry& entry : entries)
        {
            const auto names = document.document()->getSheets()->getElementNames();
            const std::string sheet = *entry.sheet ? entry.sheet : toUtf8(names.getConstArray()[0]);
            enter(document, sheet, entry.cell, entry.content);
        }
    }
};

using PortableCopies = PortableTest;

} // namespace

TEST_P(PortableWorkbooks, GiveTheSameNumbersAnywhere)
{
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        Spreadsheet original(office());
        const int frozen = build(GetParam(), original);
        original.recalculate();
        EXPECT_EQ(copy(office(), original, file), frozen);
        expectNothingOfOurs(file);
        Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(differences(original, portable), "");
        change(GetParam(), original);
        change(GetParam(), portable);
        original.recalculate();
        portable.recalculate();
        EXPECT_EQ(differences(original, portable), "") << "after a change";
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, PortableWorkbooks, testing::ValuesIn(readWorkbooks()), testName);

TEST_P(PortableTemplates, GiveTheSameNumbersAnywhere)
{
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        Spreadsheet original(office(), templateUrl(office(), GetParam().file));
        fill(original, GetParam().entries);
        original.recalculate();
        EXPECT_EQ(copy(office(), original, file), 0);
        expectNothingOfOurs(file);
        Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(differences(original, portable), "");
        fill(original, GetParam().changes);
        fill(portable, GetParam().changes);
        original.recalculate();
        portable.recalculate();
        const std::string after = differences(original, portable);
        // The verdict beside a sentence that isn't worked out again.
        EXPECT_LE(std::count(after.begin(), after.end(), '\n'), 1) << after;
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, PortableTemplates, testing::ValuesIn(filledTemplates()));

TEST_F(PortableCopies, LeaveTheWorkbookAsItWas)
{
    Spreadsheet original(office());
    original.enter("A1", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    const Reference<css::util::XModifiable> modifiable(original.document(), UNO_QUERY_THROW);
    modifiable->setModified(false);
    const auto undo =
        Reference<css::document::XUndoManagerSupplier>(original.document(), UNO_QUERY_THROW)
            ->getUndoManager();
    undo->clear();
    copy(office(), original, folderPath() / "copy.ods");
    EXPECT_FALSE(modifiable->isModified());
    EXPECT_FALSE(undo->isUndoPossible());
    EXPECT_EQ(original.formula("A1"), "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    EXPECT_EQ(Reference<css::frame::XModel>(original.document(), UNO_QUERY_THROW)->getURL(),
              rtl::OUString());
    EXPECT_EQ(original.document()->getSheets()->getElementNames().getLength(), 1);
}

TEST_F(PortableCopies, KeepWhatMayBeEnteredAndHowItLooks)
{
    Spreadsheet original(office());
    original.enter("A1", "Gouda");
    original.enter("B1", "20");
    original.enter("A2", "Natto");
    original.enter("B2", "300");
    original.enter("C1", "=ORG.QUARTET.NUTRITION.NUTRIENT(A1;B1;\"CA\")");
    original.enter("C2", "=ORG.QUARTET.NUTRITION.NUTRIENT(A2;B2;\"CA\")");
    const auto cells = [&](const char* range) {
        return Reference<css::beans::XPropertySet>(rangeOf(original, "Sheet1", range),
                                                   UNO_QUERY_THROW);
    };
    const Reference<css::beans::XPropertySet> foods(cells("A1:A2")->getPropertyValue("Validation"),
                                                    UNO_QUERY_THROW);
    foods->setPropertyValue("Type", Any(css::sheet::ValidationType_LIST));
    Reference<css::sheet::XSheetCondition>(foods, UNO_QUERY_THROW)
        ->setFormula1("ORG.QUARTET.NUTRITION.FOODS(\"Cheese\")");
    cells("A1:A2")->setPropertyValue("Validation", Any(foods));
    const Reference<css::sheet::XSheetConditionalEntries> looks(
        cells("B1:B2")->getPropertyValue("ConditionalFormat"), UNO_QUERY_THROW);
    std::vector<css::beans::PropertyValue> look(4);
    look[0].Name = "Operator";
    look[0].Value <<= css::sheet::ConditionOperator_FORMULA;
    look[1].Name = "Formula1";
    look[1].Value <<= rtl::OUString("ORG.QUARTET.NUTRITION.NUTRIENT($A1;$B1;\"CA\")>200");
    look[2].Name = "SourcePosition";
    look[2].Value <<= css::table::CellAddress(0, 1, 0);
    look[3].Name = "StyleName";
    look[3].Value <<= rtl::OUString("Good");
    looks->addNew({ look.data(), 4 });
    cells("B1:B2")->setPropertyValue("ConditionalFormat", Any(looks));
    for (const char* const name : { "rules.ods", "rules.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        copy(office(), original, file);
        expectNothingOfOurs(file);
        Spreadsheet portable(elsewhere(), file);
        const auto formulaOf = [&](const char* cell, const char* rule) {
            const Reference<css::beans::XPropertySet> properties(rangeOf(portable, "Sheet1", cell),
                                                                 UNO_QUERY_THROW);
            const Any value = properties->getPropertyValue(rtl::OUString::createFromAscii(rule));
            Reference<css::sheet::XSheetCondition> condition(value, css::uno::UNO_QUERY);
            const Reference<XIndexAccess> entries(value, css::uno::UNO_QUERY);
            if (!condition.is() && entries.is() && entries->getCount() > 0)
                condition.set(entries->getByIndex(0), UNO_QUERY_THROW);
            return condition.is() ? toUtf8(condition->getFormula1()) : std::string("none");
        };
        EXPECT_THAT(formulaOf("A1", "Validation"), HasSubstr("Nutrition data"));
        EXPECT_THAT(formulaOf("B2", "ConditionalFormat"), HasSubstr("Nutrition data"));
    }
}

namespace
{

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

std::set<std::string> filesIn(const fs::path& path)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(path))
        names.insert(entry.path().filename().string());
    return names;
}

/// What is said where a copy can't be saved.
std::string whyNot(const Office& office, const Spreadsheet& document, const fs::path& file)
{
    try
    {
        copy(office, document, file);
        return "saved";
    }
    catch (const css::io::IOException& error)
    {
        return toUtf8(error.Message);
    }
}

/** A disk of its own; needs root. */
class SmallDisk
{
public:
    explicit SmallDisk(const fs::path& path, const char* size)
        : m_path(path)
    {
        fs::create_directory(path);
        m_mounted = mount("tmpfs", path.c_str(), "tmpfs", 0, size) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount(m_path.c_str());
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_mounted; }
    bool makeReadOnly() const
    {
        return mount("tmpfs", m_path.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    fs::path m_path;
    bool m_mounted;
};

} // namespace

TEST_F(PortableCopies, LeaveOutWhoThePersonIs)
{
    Spreadsheet original(office());
    for (const auto& [cell, content] :
         { std::pair("A1", "warfarin"), std::pair("A2", "43"), std::pair("A3", "F"),
           std::pair("A4", "=A1&\"; aspirin\""),
           std::pair("B1", "=ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";A2;A3)"),
           std::pair("B2", "=ORG.QUARTET.NUTRITION.BALANCECHECK(1;2;3;4;A2;A3;;;A4)"),
           std::pair("B3", "=ORG.QUARTET.NUTRITION.INTERACTION(A1)"),
           std::pair("B4", "=IF(A2>40;1;0)"), std::pair("B5", "=\"takes \"&A1"),
           std::pair("B6", "=ORG.QUARTET.NUTRITION.INTERACTION(\"warfarin\";\"VITK2\")") })
        original.enter(cell, content);
    for (const char* const name : { "person.ods", "person.xlsx" })
    {
        SCOPED_TRACE(name);
        copy(office(), original, folderPath() / name, {});
        for (const std::string& part : readParts(elsewhere(), folderPath() / name))
            EXPECT_EQ(part.find("warfarin"), std::string::npos);
        const Spreadsheet portable(elsewhere(), folderPath() / name);
        for (const char* const cell : { "A1", "A2", "A3", "A4" })
            EXPECT_EQ(portable.text(cell), "") << cell;
        EXPECT_EQ(portable.text("B1"), "1000");
        EXPECT_EQ(portable.text("B2"), "left out of this copy");
        EXPECT_EQ(portable.text("B3"), "left out of this copy");
        EXPECT_EQ(portable.text("B4"), "1");
        EXPECT_EQ(portable.text("B5"), "left out of this copy");

        copy(office(), original, folderPath() / name, { "IncludePerson", "IncludeMedicines" });
        const Spreadsheet whole(elsewhere(), folderPath() / name);
        EXPECT_EQ(whole.text("A1"), "warfarin");
        EXPECT_EQ(whole.text("A2"), "43");
        EXPECT_EQ(whole.text("B1"), "1000");
        EXPECT_EQ(whole.text("B2").find("caution: "), 0u) << whole.text("B2");
    }
}

TEST_F(PortableCopies, LeaveOutAMedicineWhereverItStands)
{
    Spreadsheet original(office());
    original.enter("A1", "warfarin");
    original.enter("A70", "digoxin");
    for (const auto& [cell, content] :
         { std::pair("B1", "=ORG.QUARTET.NUTRITION.INTERACTION(\"levothyroxine\")"),
           std::pair("B2", "=\"With \"&A1&\": \"&ORG.QUARTET.NUTRITION.K2MCG(\"Gouda\";100)"),
           std::pair("B3", "=ORG.QUARTET.NUTRITION.BALANCECHECK(1;2;3;4;;;;;"
                           "TEXTJOIN(\";\";1;A1:A70))"),
           std::pair("B4", "=IF(A1=\"\";\"\";\"ask the clinic\")") })
        original.enter(cell, content);
    for (const char* const choice : { "", "ValuesOnly" })
    {
        SCOPED_TRACE(choice);
        const fs::path file = folderPath() / "medicines.ods";
        std::vector<const char*> choices;
        if (*choice)
            choices.push_back(choice);
        copy(office(), original, file, choices);
        for (const std::string& part : readParts(elsewhere(), file))
            for (const char* const word : { "warfarin", "digoxin", "levothyroxine", "clinic" })
                EXPECT_EQ(part.find(word), std::string::npos) << word;
    }
}

TEST_F(PortableCopies, LeaveOutWhatANameSaysOfThePerson)
{
    Spreadsheet original(office());
    addName(original.document(), "Meds", "\"warfarin\"");
    addName(original.document(), "MyAge", "52");
    addName(original.document(), "Known", "ORG.QUARTET.NUTRITION.INTERACTION(Meds)");
    addName(original.document(), "Portion", "\"2 slices\"");
    original.enter("A1", "=Known");
    original.enter("A2", "=Meds");
    original.enter("A3", "=MyAge");
    original.enter("A4", "=ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";MyAge;\"F\")");
    original.enter("A5", "=ORG.QUARTET.NUTRITION.K2MCG(\"Gouda\";Portion)");
    const fs::path file = folderPath() / "names.ods";
    copy(office(), original, file, {});
    for (const std::string& part : readParts(elsewhere(), file))
        EXPECT_EQ(part.find("warfarin"), std::string::npos);
    const Spreadsheet portable(elsewhere(), file);
    EXPECT_EQ(portable.text("A2"), "left out of this copy");
    EXPECT_EQ(portable.text("A3"), "left out of this copy");
    EXPECT_EQ(portable.text("A4"), "1200");
    EXPECT_EQ(portable.text("A5"), "36.12");
    EXPECT_EQ(contentOfName(portable, "MyAge"), "\"\"");
    EXPECT_EQ(contentOfName(portable, "Portion"), "\"2 slices\"");
}

TEST_F(PortableCopies, KeepASentenceWhereNoMedicineIsNamed)
{
    Spreadsheet original(office());
    original.enter("B1",
                   "=ORG.QUARTET.NUTRITION.BALANCECHECK(1;2;3;4;;;;;TEXTJOIN(\";\";1;A1:A70))");
    copy(office(), original, folderPath() / "copy.ods", {});
    const Spreadsheet portable(elsewhere(), folderPath() / "copy.ods");
    EXPECT_THAT(portable.text("B1"), testing::StartsWith("not balanced"));
}

TEST_F(PortableCopies, AreRefusedWhereNothingCanBeTakenOut)
{
    Spreadsheet original(office());
    original.enter("A1", "warfarin");
    original.enter("A2", "=ORG.QUARTET.NUTRITION.INTERACTION(A1)");
    Reference<css::util::XProtectable>(original.sheet(), UNO_QUERY_THROW)->protect("x");
    EXPECT_THAT(whyNot(office(), original, folderPath() / "copy.ods"), HasSubstr("is protected"));
    EXPECT_FALSE(fs::exists(folderPath() / "copy.ods"));
}

TEST_F(PortableCopies, TakeNoOpenWorkbooksPlace)
{
    const Spreadsheet original(office());
    const fs::path file = folderPath() / "original.ods";
    Reference<css::frame::XStorable>(original.document(), UNO_QUERY_THROW)
        ->storeAsURL(fileUrl(file), {});
    const std::string before = contentOf(file);
    EXPECT_THAT(whyNot(office(), original, file), HasSubstr("is open"));
    EXPECT_EQ(contentOf(file), before);
}

TEST_F(PortableCopies, HoldValuesOnlyWhereThatIsWanted)
{
    Spreadsheet original(office());
    original.enter("A1", "50");
    original.enter("B1", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";A1)+1");
    original.enter("B2", "=A1*2");
    for (const char* const name : { "values.ods", "values.xlsx" })
    {
        EXPECT_EQ(copy(office(), original, folderPath() / name, { "ValuesOnly" }), 1);
        const Spreadsheet portable(elsewhere(), folderPath() / name);
        EXPECT_EQ(portable.formula("B1"), "470.5");
        EXPECT_EQ(portable.formula("B2"), "=A1*2");
        const auto title = rangeOf(portable, "Nutrition data", "A1");
        EXPECT_EQ(
            toUtf8(Reference<css::text::XText>(title->getCellByPosition(0, 0), UNO_QUERY_THROW)
                       ->getString()),
            "The figures that this workbook uses");
    }
}

TEST_F(PortableCopies, ReplaceAnEarlierCopyAsAWhole)
{
    Spreadsheet original(office());
    original.enter("A1", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    const fs::path file = folderPath() / "copy.ods";
    std::ofstream(file) << "an earlier copy";
    copy(office(), original, file);
    EXPECT_EQ(filesIn(folderPath()), std::set<std::string>{ "copy.ods" });
    EXPECT_EQ(Spreadsheet(elsewhere(), file).text("A1"), "469.5");
}

TEST_F(PortableCopies, SayThatThereIsNoFolder)
{
    const Spreadsheet original(office());
    EXPECT_THAT(whyNot(office(), original, folderPath() / "none" / "copy.ods"),
                HasSubstr("no such folder"));
}

TEST_F(PortableCopies, LeaveAnEarlierCopyOnAFullDisk)
{
    const fs::path folder = folderPath() / "disk";
    const SmallDisk disk(folder, "size=8k");
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    std::ofstream(folder / "copy.ods") << "an earlier copy";
    Spreadsheet original(office());
    original.enter("A1", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    EXPECT_THAT(whyNot(office(), original, folder / "copy.ods"), HasSubstr("not enough room"));
    EXPECT_EQ(contentOf(folder / "copy.ods"), "an earlier copy");
    EXPECT_EQ(filesIn(folder), std::set<std::string>{ "copy.ods" });
    EXPECT_EQ(original.text("A1"), "469.5");
}

TEST_F(PortableCopies, LeaveAnEarlierCopyInAReadOnlyFolder)
{
    const fs::path folder = folderPath() / "disk";
    const SmallDisk disk(folder, "size=1m");
    if (!disk.isMounted())
        GTEST_SKIP() << "no disk can be mounted here";
    std::ofstream(folder / "copy.xlsx") << "an earlier copy";
    ASSERT_TRUE(disk.makeReadOnly());
    const Spreadsheet original(office());
    EXPECT_THAT(whyNot(office(), original, folder / "copy.xlsx"), HasSubstr("can't be written"));
    EXPECT_EQ(contentOf(folder / "copy.xlsx"), "an earlier copy");
}

TEST_F(PortableCopies, LeaveAllFilesWholeWhenTheOfficeIsKilled)
{
    const Profile profile;
    {
        const Office first(profile);
        first.addExtension(OXT);
    }
    const Office killed(profile);
    Spreadsheet document(killed);
    document.enter("A1", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    const fs::path original = folderPath() / "original.ods";
    Reference<css::frame::XStorable>(document.document(), UNO_QUERY_THROW)
        ->storeAsURL(fileUrl(original), {});
    const std::string before = contentOf(original);
    const fs::path file = folderPath() / "copy.ods";
    std::ofstream(file) << "an earlier copy";

    // The first copy never ends; the moment is that of its file being written.
    auto writing = std::async(std::launch::async, [&] { whyNot(killed, document, file); });
    while (filesIn(folderPath()).size() < 3
           && writing.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        std::this_thread::yield();
    killed.crash();
    EXPECT_THROW(writing.get(), css::uno::Exception);

    EXPECT_EQ(contentOf(original), before);
    const bool isEarlier = contentOf(file) == "an earlier copy";
    EXPECT_TRUE(isEarlier || Spreadsheet(elsewhere(), file).text("A1") == "469.5");
}

} // namespace quartet
