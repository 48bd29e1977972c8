/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The templates of the installed extension, opened as File ▸ New ▸ Templates opens them.

#include "office_fixture.hxx"
#include "snapshot.hxx"

#include "workbook/utf8.hxx"

#include <boost/algorithm/string/predicate.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/DocumentTemplates.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

struct Entry
{
    sal_Int32 sheet;
    const char* cell;
    const char* content;
};

struct Template
{
    const char* file;
    const char* title;
    int pages;                  ///< of its empty print
    std::vector<Entry> entries; ///< of a person
    const char* shown;          ///< for these entries, with the name of the sheet
    std::size_t choices;        ///< cells that check what is typed
    std::size_t formats;        ///< conditional ones
};

const Template templates[] = { { "day-plan",
                                 "Day plan",
                                 1,
                                 { { 0, "B4", "40" },
                                   { 0, "B5", "female" },
                                   { 0, "B22", "Natto" },
                                   { 0, "C22", "50" },
                                   { 0, "B28", "Pepperoni" },
                                   { 0, "C28", "2 slices" },
                                   { 0, "B29", "Gouda chees" } },
                                 "Day plan J29: not found; is it Gouda?",
                                 43,
                                 12 },
                               { "week-plan",
                                 "Week plan",
                                 4,
                                 { { 0, "B4", "40" },
                                   { 0, "B5", "female" },
                                   { 1, "B5", "Natto" },
                                   { 1, "C5", "50" },
                                   { 1, "B18", "Gouda" },
                                   { 1, "C18", "2 slices" } },
                                 "Week C27: on target",
                                 171,
                                 15 },
                               { "vitamin-d-log",
                                 "Vitamin D log",
                                 3,
                                 { { 0, "A8", "45300" },
                                   { 0, "B8", "40" },
                                   { 0, "A9", "45400" },
                                   { 0, "B9", "99" },
                                   { 0, "C9", "nmol/L" },
                                   { 0, "B10", "-1" } },
                                 "Vitamin D log D9: below sufficiency",
                                 70,
                                 5 },
                               { "k2-foods",
                                 "K2 foods",
                                 4,
                                 { { 0, "B3", "Eggs" }, { 1, "C6", "10" }, { 1, "C7", "many" } },
                                 "Per portion D7: amount not understood",
                                 2,
                                 2 } };

void PrintTo(const Template& printed, std::ostream* stream) { *stream << printed.title; }

std::string testName(const testing::TestParamInfo<Template>& parameter)
{
    std::string name;
    for (const char* c = parameter.param.title; *c; ++c)
        if (*c != ' ')
            name += *c;
    return name;
}

rtl::OUString templateUrl(const Office& office, const std::string& file,
                          const std::string& language = "en")
{
    return fileUrl(office.extensionFolder("org.quartet") / "template" / language / "nutrition"
                   / (file + ".ots"));
}

/// The URL behind an entry of the Templates dialog; empty where there is none.
std::string listed(const Office& office, const std::string& category, const std::string& title)
{
    css::frame::DocumentTemplates::create(office.context())->update();
    const auto configuration = css::configuration::theDefaultProvider::get(office.context());
    const css::uno::Any path(css::beans::NamedValue(
        "nodepath", css::uno::Any(rtl::OUString("/org.openoffice.ucb.Hierarchy/Root"))));
    const Reference<css::container::XHierarchicalNameAccess> root(
        configuration->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                                   { &path, 1 }),
        UNO_QUERY_THROW);
    // Its nodes are named as URLs are.
    std::string name;
    for (const char c : title)
        name += c == ' ' ? std::string("%20") : std::string(1, c);
    const rtl::OUString entry = fromUtf8("templates/Children/en-US/Children/['" + category
                                         + "']/Children/['" + name + "']/TargetURL");
    rtl::OUString url;
    if (root->hasByHierarchicalName(entry))
        root->getByHierarchicalName(entry) >>= url;
    return toUtf8(url);
}

/// A sheet of a document, cell by cell.
class Sheet
{
public:
    explicit Sheet(const Spreadsheet& document, sal_Int32 index = 0)
        : m_sheet(document.sheet(index))
    {
    }

    Reference<css::table::XCell> cell(const std::string& name) const
    {
        return m_sheet->getCellRangeByName(fromUtf8(name))->getCellByPosition(0, 0);
    }
    std::string text(const std::string& name) const
    {
        return toUtf8(Reference<css::text::XText>(cell(name), UNO_QUERY_THROW)->getString());
    }
    double value(const std::string& name) const { return cell(name)->getValue(); }
    void enter(const std::string& name, const std::string& content) const
    {
        cell(name)->setFormula(fromUtf8(content));
    }

    /// "A1: #N/A; ": each cell with an error, and each that shows one as a text.
    std::string errors() const
    {
        const Reference<css::sheet::XSheetCellCursor> cursor = m_sheet->createCursor();
        Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
        const auto end = Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                             ->getRangeAddress();
        std::string errors;
        for (sal_Int32 row = 0; row <= end.EndRow; ++row)
        {
            for (sal_Int32 column = 0; column <= end.EndColumn; ++column)
            {
                const auto cell = m_sheet->getCellByPosition(column, row);
                const std::string shown =
                    toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
                if (cell->getError() || shown.starts_with("#") || shown.starts_with("Err:"))
                    errors += static_cast<char>('A' + column) + std::to_string(row + 1) + ": "
                              + shown + " " + toUtf8(cell->getFormula()) + "\n";
            }
        }
        return errors;
    }

private:
    Reference<css::sheet::XSpreadsheet> m_sheet;
};

std::string errors(const Spreadsheet& document)
{
    const Reference<css::container::XIndexAccess> sheets(document.document()->getSheets(),
                                                         UNO_QUERY_THROW);
    std::string errors;
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        errors += Sheet(document, i).errors();
    return errors;
}

/// Of a PDF as LibreOffice writes it.
int pageCount(const std::filesystem::path& pdf)
{
    std::ifstream stream(pdf, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    const std::string text = bytes.str();
    int count = 0;
    for (std::size_t at = text.find("/Type/Page/"); at != std::string::npos;
         at = text.find("/Type/Page/", at + 1))
        ++count;
    return count;
}

int printed(const Spreadsheet& document)
{
    const TemporaryFolder folder;
    const auto pdf = folder.path() / "print.pdf";
    document.store(pdf, "calc_pdf_Export");
    return pageCount(pdf);
}

void setLetterPaper(const Spreadsheet& document)
{
    const Reference<css::style::XStyleFamiliesSupplier> styles(document.document(),
                                                               UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> pages(
        styles->getStyleFamilies()->getByName("PageStyles"), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> page(pages->getByName("Page"), UNO_QUERY_THROW);
    const bool landscape = page->getPropertyValue("IsLandscape").get<bool>();
    page->setPropertyValue("Width", css::uno::Any(sal_Int32(landscape ? 27940 : 21590)));
    page->setPropertyValue("Height", css::uno::Any(sal_Int32(landscape ? 21590 : 27940)));
}

void fillIn(const Template& filled, const Spreadsheet& document)
{
    for (const auto& [sheet, cell, content] : filled.entries)
        Sheet(document, sheet).enter(cell, content);
}

std::string cellOf(const std::string& choice) { return choice.substr(0, choice.find(": ")); }

/// The cells whose list is a function of an add-in.
std::set<std::string> fedByAddIns(const std::set<std::string>& choices)
{
    std::set<std::string> cells;
    for (const std::string& choice : choices)
        if (boost::icontains(choice, "org.quartet."))
            cells.insert(cellOf(choice));
    return cells;
}

std::set<std::string> without(const std::set<std::string>& cells, std::set<std::string> choices)
{
    std::erase_if(choices,
                  [&cells](const std::string& choice) { return cells.contains(cellOf(choice)); });
    return choices;
}

/// The condition of what may be typed into a cell of the first sheet.
rtl::OUString choices(const Spreadsheet& document, const char* cell)
{
    Reference<css::uno::XInterface> validation;
    Reference<css::beans::XPropertySet>(document.cell(cell), UNO_QUERY_THROW)
        ->getPropertyValue("Validation") >>= validation;
    return Reference<css::sheet::XSheetCondition>(validation, UNO_QUERY_THROW)->getFormula1();
}

/// "A12: 9.4 of 11.1 mm; ": what of a sheet's rows and columns needs more room than it has.
/// What may run over its neighbours is in the cleared ranges, and lost.
std::string tooNarrow(const Spreadsheet& document, std::initializer_list<const char*> cleared)
{
    namespace Flags = css::sheet::CellFlags;
    const auto sheet = document.sheet();
    std::string found;
    constexpr sal_Int32 columns = 10;
    const auto check = [&found](const Reference<css::container::XIndexAccess>& all,
                                const char* size, const char* optimal, sal_Int32 count) {
        for (sal_Int32 i = 0; i < count; ++i)
        {
            const Reference<css::beans::XPropertySet> one(all->getByIndex(i), UNO_QUERY_THROW);
            const auto sizeNow = [&] {
                return one->getPropertyValue(rtl::OUString::createFromAscii(size)).get<sal_Int32>();
            };
            const sal_Int32 given = sizeNow();
            one->setPropertyValue(rtl::OUString::createFromAscii(optimal), css::uno::Any(true));
            // In hundredths of a millimetre: rows lower than this are gaps, and an
            // optimal column is by so much wider than its texts.
            constexpr sal_Int32 gap = 300;
            constexpr sal_Int32 extra = 200;
            if (given > gap && sizeNow() > given + (count == columns ? extra : 30))
                found += std::string(size) + " " + std::to_string(i + 1) + ": "
                         + std::to_string(given) + " of " + std::to_string(sizeNow()) + "; ";
        }
    };
    const Reference<css::table::XColumnRowRange> range(sheet, UNO_QUERY_THROW);
    check(Reference<css::container::XIndexAccess>(range->getRows(), UNO_QUERY_THROW), "Height",
          "OptimalHeight", 50);
    for (const char* const each : cleared)
        Reference<css::sheet::XSheetOperation>(
            sheet->getCellRangeByName(rtl::OUString::createFromAscii(each)), UNO_QUERY_THROW)
            ->clearContents(Flags::VALUE | Flags::STRING | Flags::FORMULA);
    check(Reference<css::container::XIndexAccess>(range->getColumns(), UNO_QUERY_THROW), "Width",
          "OptimalWidth", columns);
    return found;
}

class InLanguage : public OfficeTest, public testing::WithParamInterface<const char*>
{
};

class Templates : public OfficeTest, public testing::WithParamInterface<Template>
{
};

Spreadsheet dayPlan(const Office& office)
{
    return Spreadsheet(office, templateUrl(office, "day-plan"));
}

/// A woman of 40, and a day's foods; of Pepperoni only the MK-4 was measured.
void fillDay(const Sheet& day)
{
    day.enter("B4", "40");
    day.enter("B5", "female");
    for (const auto& [row, food, amount] :
         { std::tuple(22, "Natto", "50"), std::tuple(23, "Gouda", "2 slices"),
           std::tuple(28, "Salmon", "150 g"), std::tuple(29, "Spinach", "1 cup"),
           std::tuple(30, "Pepperoni", "40"), std::tuple(34, "Chicken breast", "200"),
           std::tuple(40, "Almonds", "30") })
    {
        day.enter("B" + std::to_string(row), food);
        day.enter("C" + std::to_string(row), amount);
    }
}

using DayPlan = OfficeTest;
using WeekPlan = OfficeTest;
using VitaminDLog = OfficeTest;
using K2Foods = OfficeTest;

} // namespace

TEST_P(Templates, AreListedUnderNutrition)
{
    EXPECT_NE(listed(office(), "Nutrition", GetParam().title).find(GetParam().file),
              std::string::npos);
}

TEST_P(Templates, OpenUntitledQuietAndPrint)
{
    const Spreadsheet document(office(), templateUrl(office(), GetParam().file));
    EXPECT_EQ(Reference<css::frame::XModel>(document.document(), UNO_QUERY_THROW)->getURL(),
              rtl::OUString());
    EXPECT_EQ(errors(document), "");
    EXPECT_EQ(printed(document), GetParam().pages);
    setLetterPaper(document);
    EXPECT_EQ(printed(document), GetParam().pages);
}

INSTANTIATE_TEST_SUITE_P(Calc, Templates, testing::ValuesIn(templates), testName);

TEST(TemplatesOfARemovedExtension, AreGone)
{
    const Profile profile;
    const auto day = [&] { return listed(Office(profile), "Nutrition", "Day plan"); };
    Office(profile).addExtension(OXT);
    EXPECT_NE(day(), "");
    Office(profile).removeExtension("org.quartet");
    EXPECT_EQ(day(), "");
}

TEST_F(DayPlan, SaysWhatTheDayComesTo)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    EXPECT_EQ(errors(document), "");
    // Natto 50 g and two slices of Gouda.
    EXPECT_NEAR(day.value("E21"), 469.5 + 36.12, 1e-9);
    EXPECT_NEAR(day.value("G23"), 392, 1e-9);
    double sum = 0;
    for (const char* const meal : { "G21", "G27", "G33", "G39" })
        sum += day.value(meal);
    EXPECT_NEAR(day.value("G16"), sum, 1e-9);
    EXPECT_EQ(day.text("G17"), "100 %");
    EXPECT_EQ(day.text("G18"), "1,000");
    EXPECT_NEAR(day.value("G19"), day.value("G16") / 1000, 1e-12);
    EXPECT_EQ(day.text("G20"), "below target");
    EXPECT_EQ(day.text("E20"), "on target");
    EXPECT_EQ(day.text("A12"), "not balanced");
    EXPECT_EQ(day.text("B12").find("not balanced: "), 0u) << day.text("B12");
    EXPECT_NE(day.text("B49").find("NAM"), std::string::npos) << day.text("B49");
    EXPECT_EQ(day.text("H47"), "Pepperoni");
    EXPECT_EQ(day.text("E30"), "≥ 16.7");
    EXPECT_EQ(day.text("B13"), "");
}

TEST_F(DayPlan, DoesNotCallUnknownLow)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    day.enter("B4", "40");
    day.enter("B5", "female");
    day.enter("B22", "Pepperoni");
    day.enter("C22", "40");
    EXPECT_EQ(day.text("E17"), "0 %");
    EXPECT_EQ(day.text("E20"), "can’t tell");
    EXPECT_EQ(day.text("A12"), "incomplete");
    EXPECT_EQ(day.text("B12").find("incomplete: vitamin K2 not known."), 0u) << day.text("B12");
}

TEST_F(DayPlan, ShowsWhatIsWrongAtTheRow)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    day.enter("B24", "Gouda chees");
    day.enter("C24", "10");
    day.enter("B25", "Almonds");
    day.enter("C25", "-3");
    day.enter("B26", "Almonds");
    day.enter("C26", "3 spoons");
    day.enter("B31", "Almonds");
    day.enter("C32", "20");
    day.enter("B35", "=1/0");
    EXPECT_EQ(day.text("J24"), "not found; is it Gouda?");
    EXPECT_EQ(day.text("J25"), "negative amount");
    EXPECT_EQ(day.text("J26"), "amount not understood");
    EXPECT_EQ(day.text("J31"), "how much?");
    EXPECT_EQ(day.text("J32"), "which food?");
    EXPECT_EQ(day.text("J35"), "an error in this row");
    EXPECT_EQ(day.text("B13"), "What is wrong stands at the end of row 24, 25, 26, 31, 32, 35");
    EXPECT_EQ(day.text("E16"), "see rows");
    EXPECT_EQ(day.text("E20"), "");
    EXPECT_EQ(day.text("A12"), "Verdict");
    // The good rows stand.
    EXPECT_NEAR(day.value("E22"), 469.5, 1e-9);
    day.enter("B35", "");
    EXPECT_EQ(errors(document), "");
}

TEST_F(DayPlan, HoldsNoK2AgainstATargetWithAVitaminKAntagonist)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    for (const char* const medicine : { "warfarin", "aspirin, Marcumar" })
    {
        day.enter("B9", medicine);
        EXPECT_EQ(day.text("E18"), "–") << medicine;
        EXPECT_EQ(day.text("E19"), "") << medicine;
        EXPECT_EQ(day.text("E20"), "see the caution") << medicine;
        EXPECT_EQ(day.text("A12"), "caution") << medicine;
        EXPECT_EQ(day.text("B12").find("caution: "), 0u) << day.text("B12");
        EXPECT_EQ(day.text("B47"), "no K2 target with this medicine") << medicine;
    }
    day.enter("B9", "");
    EXPECT_EQ(day.text("E18"), "150");
}

TEST_F(DayPlan, AsksForAProfileThatFits)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    day.enter("B5", "male");
    day.enter("B6", "pregnant");
    EXPECT_EQ(day.text("J18"), "check age, sex, stage");
    EXPECT_NE(day.text("B12").find("please check"), std::string::npos) << day.text("B12");
    EXPECT_EQ(errors(document), "");
    day.enter("B5", "");
    EXPECT_EQ(day.text("J18"), "give age and sex");
}

/** Each template, with a person's entries.

    What .xlsx may lose: the alternative text of a chart; and the list of a drop-down
    that is a function of an add-in, which comes back empty in LibreOffice 7.4, as an
    unknown name in 25.2. Those are the groups and foods; what is typed there is taken
    as before. */
TEST_P(Templates, SurviveSavingInEitherFormat)
{
    const TemporaryFolder folder;
    const Spreadsheet document(office(), templateUrl(office(), GetParam().file));
    fillIn(GetParam(), document);
    const Snapshot before = snapshot(document);
    EXPECT_THAT(before.texts, testing::Contains(testing::HasSubstr(GetParam().shown)));
    EXPECT_EQ(before.choices.size(), GetParam().choices);
    EXPECT_EQ(before.formats.size(), GetParam().formats);
    EXPECT_EQ(before.charts.empty(), before.pictures.empty());
    for (const auto& [name, filter] :
         { std::pair("it.ods", "calc8"), std::pair("it.xlsx", "Calc MS Excel 2007 XML") })
    {
        SCOPED_TRACE(name);
        document.store(folder.path() / name, filter);
        const Spreadsheet reopened(office(), folder.path() / name);
        const Snapshot after = snapshot(reopened);
        EXPECT_EQ(after.texts, before.texts);
        EXPECT_EQ(after.formats, before.formats);
        EXPECT_EQ(after.charts, before.charts);
        const bool keepsAll = std::string(filter) == "calc8";
        if (keepsAll || !after.pictures.empty())
        {
            EXPECT_EQ(after.pictures, before.pictures);
        }
        const auto lost = keepsAll ? std::set<std::string>() : fedByAddIns(before.choices);
        EXPECT_EQ(without(lost, after.choices), without(lost, before.choices));
        EXPECT_EQ(after.choices.size(), before.choices.size());
        EXPECT_EQ(printed(reopened), printed(document));
    }
}

TEST_P(InLanguage, APlanIsQuietAndSaysWhatIsWrongAtTheRow)
{
    const Spreadsheet document(office(), templateUrl(office(), "day-plan", GetParam()));
    const Sheet day(document);
    EXPECT_EQ(errors(document), "");
    EXPECT_EQ(day.text("B13"), "");
    day.enter("B4", "40");
    day.enter("B5", Sheet(document, 1).text("A2"));
    day.enter("B22", "Pepperoni");
    day.enter("C22", "40");
    day.enter("B26", "Jarlsberg"); // of which nothing is known
    day.enter("C26", "40");
    EXPECT_NE(day.text("E18"), "");
    EXPECT_NE(day.text("E20"), "");
    EXPECT_NE(day.text("I26"), "");
    std::set<std::string> said;
    for (const auto& [row, food, amount] :
         { std::tuple("23", "Unicorn", "10"), std::tuple("24", "Almonds", "-3"),
           std::tuple("25", "Almonds", "lots"), std::tuple("28", "Gouda chees", "1"),
           std::tuple("29", "Almonds", ""), std::tuple("30", "", "20") })
    {
        day.enter(std::string("B") + row, food);
        day.enter(std::string("C") + row, amount);
        const std::string words = day.text(std::string("J") + row);
        EXPECT_NE(words, "") << row;
        said.insert(words);
    }
    EXPECT_EQ(said.size(), 6U) << "each has words of its own";
    EXPECT_NE(day.text("B13").find("23, 24, 25, 28, 29, 30"), std::string::npos);
    EXPECT_NE(day.text("E16"), "");
    EXPECT_EQ(errors(document), "");
    EXPECT_EQ(tooNarrow(document, { "A1:J2", "A12:J13", "A16:A44", "A46:J52" }), "");

    const Spreadsheet week(office(), templateUrl(office(), "week-plan", GetParam()));
    const Sheet meals(week, 1);
    EXPECT_EQ(errors(week), "");
    meals.enter("B5", "Unicorn");
    meals.enter("B6", "Almonds");
    meals.enter("C6", "-3");
    meals.enter("B7", "Almonds");
    meals.enter("C7", "lots");
    for (const char* const cell : { "J5", "J6", "J7" })
        EXPECT_NE(meals.text(cell), "") << cell;
    EXPECT_NE(Sheet(week).text("B13").find("5, 6, 7"), std::string::npos);
    EXPECT_EQ(errors(week), "");
}

// The verdicts, the longest words of their columns.
TEST_P(InLanguage, ADaysVerdictsFit)
{
    const Spreadsheet document(office(), templateUrl(office(), "day-plan", GetParam()));
    const Sheet day(document);
    fillDay(day);
    day.enter("B5", Sheet(document, 1).text("A2"));
    EXPECT_NE(day.text("G20"), "");
    EXPECT_EQ(tooNarrow(document, { "A1:J2", "A12:J13", "A16:A44", "A46:J52" }), "");
}

INSTANTIATE_TEST_SUITE_P(Calc, InLanguage, testing::Values("en", "de", "fr", "es", "ja"),
                         [](const testing::TestParamInfo<const char*>& parameter) {
                             return std::string(parameter.param);
                         });

TEST_F(WeekPlan, SaysWhichDaysFallShortAndWhatToBuy)
{
    const Spreadsheet document(office(), templateUrl(office(), "week-plan"));
    const Sheet week(document);
    const Sheet meals(document, 1);
    const Sheet shopping(document, 2);
    week.enter("B4", "40");
    week.enter("B5", "female");
    for (const auto& [cell, content] :
         { std::pair("B5", "Natto"), std::pair("C5", "50"), std::pair("B6", "gouda"),
           std::pair("C6", "2 slices"), std::pair("B18", "Gouda"), std::pair("C18", "1 slice"),
           std::pair("B19", "Almonds"), std::pair("C19", "200 g") })
        meals.enter(cell, content);
    EXPECT_EQ(errors(document), "");
    EXPECT_NEAR(week.value("C16"), 469.5 + 36.12, 1e-9);
    EXPECT_NEAR(week.value("C17"), 18.06, 1e-9);
    EXPECT_EQ(week.text("C18"), "");
    EXPECT_NEAR(week.value("C23"), (469.5 + 36.12 + 18.06) / 2, 1e-9);
    EXPECT_EQ(week.text("C26"), "1");
    EXPECT_EQ(week.text("C27"), "on target");
    EXPECT_EQ(week.text("B16"), "Vit. D, Ca, Mg");
    EXPECT_EQ(week.text("B17"), "K2, Vit. D, Ca");
    EXPECT_EQ(week.text("A12"), "not balanced");
    EXPECT_EQ(shopping.text("B4"), "Almonds");
    EXPECT_EQ(shopping.text("C4"), "200");
    EXPECT_EQ(shopping.text("B5"), "gouda");
    EXPECT_EQ(shopping.text("C5"), "84");
    EXPECT_EQ(shopping.text("B6"), "Natto");
    EXPECT_EQ(shopping.text("B7"), "");

    meals.enter("B20", "Gouda chees");
    EXPECT_EQ(week.text("C17"), "see rows");
    EXPECT_EQ(week.text("B13"), "What is wrong stands on the second sheet at the end of row 20");
    meals.enter("B20", "");
    week.enter("B10", "Sintrom");
    EXPECT_EQ(week.text("C24"), "–");
    EXPECT_EQ(week.text("C25"), "");
    EXPECT_EQ(week.text("C26"), "");
    EXPECT_EQ(week.text("B17"), "Vit. D, Ca");
    EXPECT_EQ(week.text("A12"), "caution");
    EXPECT_EQ(errors(document), "");
}

TEST_F(VitaminDLog, SaysTheStandardsWord)
{
    const Spreadsheet document(office(), templateUrl(office(), "vitamin-d-log"));
    const Sheet log(document);
    const Sheet lists(document, 1);
    for (const auto& [cell, content] :
         { std::pair("A8", "45300"), std::pair("B8", "40"), std::pair("A9", "45400"),
           std::pair("B9", "99"), std::pair("C9", "nmol/L"), std::pair("A10", "45500"),
           std::pair("B10", "155"), std::pair("B11", "-1"), std::pair("B12", "high"),
           std::pair("A13", "45600") })
        log.enter(cell, content);
    EXPECT_EQ(errors(document), "");
    EXPECT_EQ(log.text("D8"), "sufficient");
    EXPECT_EQ(log.text("E8"), "");
    EXPECT_EQ(log.text("D9"), "below sufficiency");
    EXPECT_NEAR(log.value("H9"), 99 / 2.496, 1e-9);
    EXPECT_EQ(log.text("D10"), "toxic range");
    EXPECT_NE(log.text("E10"), "");
    EXPECT_EQ(log.text("D11"), "below zero");
    EXPECT_EQ(log.text("D12"), "not a number");
    EXPECT_EQ(log.text("D13"), "no level");
    EXPECT_EQ(log.text("D14"), "");
    // The chart's bands: a height and a name a slot, on each of its days.
    EXPECT_EQ(lists.text("D39"), "< 40 ng/mL: below sufficiency");
    EXPECT_EQ(lists.value("D40"), 40);
    EXPECT_EQ(lists.text("F39"), "40–60 ng/mL: sufficient");
    EXPECT_EQ(lists.value("F76"), 20);
    EXPECT_EQ(lists.text("E40"), "");
    EXPECT_LT(lists.value("A40"), lists.value("A41"));
    EXPECT_LT(lists.value("A41"), 45300);
    EXPECT_EQ(lists.value("A42"), 45300);
    EXPECT_GT(lists.value("A76"), 45600);

    log.enter("B5", "nmol/L");
    EXPECT_EQ(log.text("D8"), "below sufficiency");
    EXPECT_EQ(lists.value("D40"), 100);
    log.enter("B4", "endocrine2024");
    EXPECT_EQ(log.text("D8"), "no cut-offs");
    EXPECT_EQ(lists.text("C39"), "no cut-offs");
    EXPECT_EQ(errors(document), "");
}

// Every standard can be chosen, and all of its bands are drawn, each in its place.
TEST_F(VitaminDLog, DrawsTheBandsOfEveryStandard)
{
    const Spreadsheet document(office(), templateUrl(office(), "vitamin-d-log"));
    const Sheet log(document);
    const Sheet lists(document, 1);
    log.enter("A8", "45300");
    log.enter("B8", "40");
    std::ifstream table(std::string(SOURCE_FOLDER) + "/registry/standards/vitamin_d_standards.csv");
    std::string line;
    std::getline(table, line);
    int standards = 0;
    while (std::getline(table, line))
    {
        const std::string id = line.substr(0, line.find(','));
        if (id == "safety")
            continue;
        ++standards;
        SCOPED_TRACE(id);
        EXPECT_NE(toUtf8(choices(document, "B4")).find("\"" + id + "\""), std::string::npos);
        for (const char* const unit : { "ng/mL", "nmol/L" })
        {
            log.enter("B4", id);
            log.enter("B5", unit);
            std::vector<std::string> bands;
            double sum = 0;
            for (const char slot : std::string("CDEFGHIJ"))
            {
                const std::string name = lists.text(slot + std::string("39"));
                const double height = lists.value(slot + std::string("40"));
                EXPECT_GE(height, 0);
                sum += height;
                if (height > 0)
                    bands.push_back(name);
            }
            EXPECT_NEAR(sum, lists.value("E3"), 1e-9);
            std::vector<std::string> expected;
            for (const char row : std::string("234567"))
                if (const std::string name = lists.text(std::string("L") + row); !name.empty())
                    expected.push_back(name);
            EXPECT_EQ(bands, expected);
            EXPECT_FALSE(bands.empty());
        }
    }
    EXPECT_EQ(standards, 14);
    EXPECT_EQ(errors(document), "");
}

TEST_F(K2Foods, AreRankedWithFormsAndSource)
{
    const Spreadsheet document(office(), templateUrl(office(), "k2-foods"));
    const Sheet foods(document);
    const Sheet portions(document, 1);
    EXPECT_EQ(foods.text("A6"), "1");
    EXPECT_EQ(foods.text("B6"), "Natto");
    EXPECT_EQ(foods.text("C6"), "939.0");
    EXPECT_EQ(foods.text("E6"), "939.0");
    EXPECT_NE(foods.text("G6").find("Kamao"), std::string::npos);
    EXPECT_EQ(foods.text("D7"), "unknown");
    for (int row = 7; row < 46; ++row)
        EXPECT_LE(foods.value("C" + std::to_string(row)),
                  foods.value("C" + std::to_string(row - 1)));
    foods.enter("B3", "Eggs");
    EXPECT_EQ(foods.text("B6"), "Egg yolk, raw");
    EXPECT_EQ(foods.text("B45"), "");
    EXPECT_EQ(errors(document), "");

    portions.enter("C6", "10");
    EXPECT_NEAR(portions.value("D6"), portions.value("E6") / 10, 1e-9);
    portions.enter("C7", "many");
    EXPECT_EQ(portions.text("D7"), "amount not understood");
}

} // namespace quartet
