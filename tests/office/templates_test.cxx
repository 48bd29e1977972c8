/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The templates of the installed extension, opened as File ▸ New ▸ Templates opens them.

#include "office_fixture.hxx"
#include "snapshot.hxx"

#include "workbook/utf8.hxx"

#include <boost/algorithm/string/predicate.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XHierarchicalNameAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/frame/DocumentTemplates.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XText.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
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
                                 { { 0, "A4", "40" },
                                   { 0, "C4", "female" },
                                   { 0, "B17", "Natto" },
                                   { 0, "C17", "50" },
                                   { 0, "B23", "Pepperoni" },
                                   { 0, "C23", "2 slices" },
                                   { 0, "B24", "Gouda chees" },
                                   { 0, "C42", "1" },
                                   { 0, "F42", "25" } },
                                 "Day plan J24: not found; is it Gouda?",
                                 77,
                                 16 },
                               { "week-plan",
                                 "Week plan",
                                 4,
                                 { { 0, "A4", "40" },
                                   { 0, "C4", "female" },
                                   { 0, "J4", "yes" },
                                   { 1, "B7", "Natto" },
                                   { 1, "C7", "50" },
                                   { 1, "B20", "Gouda" },
                                   { 1, "C20", "2 slices" } },
                                 "Week E19: on target",
                                 269,
                                 20 },
                               { "vitamin-d-log",
                                 "Vitamin D log",
                                 1,
                                 { { 0, "B4", "article" },
                                   { 0, "A8", "45300" },
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
                                 "Per portion D7: this amount can’t be read",
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

Reference<css::container::XNameAccess> cellStyles(const Spreadsheet& document)
{
    return Reference<css::container::XNameAccess>(
        Reference<css::style::XStyleFamiliesSupplier>(document.document(), UNO_QUERY_THROW)
            ->getStyleFamilies()
            ->getByName("CellStyles"),
        UNO_QUERY_THROW);
}

sal_Int32 number(const Reference<css::uno::XInterface>& object, const char* property)
{
    return Reference<css::beans::XPropertySet>(object, UNO_QUERY_THROW)
        ->getPropertyValue(rtl::OUString::createFromAscii(property))
        .get<sal_Int32>();
}

/// Whether the office writes black on it, as it does where a text has no colour of its own.
bool isLight(sal_Int32 colour)
{
    constexpr int dark = 156;
    const int red = colour >> 16 & 255;
    const int green = colour >> 8 & 255;
    const int blue = colour & 255;
    return (76 * red + 151 * green + 29 * blue) / 256 > dark;
}

/// The charts of the first sheet.
std::vector<Reference<css::chart::XChartDocument>> charts(const Spreadsheet& document)
{
    const Reference<css::table::XTableChartsSupplier> sheet(document.sheet(), UNO_QUERY_THROW);
    const Reference<css::container::XIndexAccess> all(sheet->getCharts(), UNO_QUERY_THROW);
    std::vector<Reference<css::chart::XChartDocument>> charts;
    for (sal_Int32 i = 0; i < all->getCount(); ++i)
        charts.emplace_back(
            Reference<css::document::XEmbeddedObjectSupplier>(all->getByIndex(i), UNO_QUERY_THROW)
                ->getEmbeddedObject(),
            UNO_QUERY_THROW);
    return charts;
}

/// A sheet in which texts are measured.
Reference<css::sheet::XSpreadsheet> scratchSheet(const Spreadsheet& document)
{
    const auto sheets = document.document()->getSheets();
    sheets->insertNewByName("scratch", 0);
    return { Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getByIndex(0),
             UNO_QUERY_THROW };
}

/// How wide a cell's text is on one line, in the cell's style.
sal_Int32 widthOnOneLine(const Reference<css::sheet::XSpreadsheet>& scratch,
                         const Reference<css::table::XCell>& cell)
{
    const auto copy = scratch->getCellByPosition(0, 0);
    const Reference<css::beans::XPropertySet> look(copy, UNO_QUERY_THROW);
    look->setPropertyValue(
        "CellStyle",
        Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("CellStyle"));
    look->setPropertyValue("IsTextWrapped", css::uno::Any(false));
    const Reference<css::uno::XInterface> column(
        Reference<css::table::XColumnRowRange>(scratch, UNO_QUERY_THROW)
            ->getColumns()
            ->getByIndex(0),
        UNO_QUERY_THROW);
    const rtl::OUString text = Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString();
    // A column can't be as wide as a long text.
    constexpr sal_Int32 part = 150;
    sal_Int32 width = 0;
    for (sal_Int32 at = 0; at < text.getLength(); at += part)
    {
        Reference<css::text::XText>(copy, UNO_QUERY_THROW)
            ->setString(text.copy(at, std::min(part, text.getLength() - at)));
        Reference<css::beans::XPropertySet>(column, UNO_QUERY_THROW)
            ->setPropertyValue("OptimalWidth", css::uno::Any(true));
        width += number(column, "Width");
    }
    return width;
}

sal_Int32 widthOf(const Reference<css::table::XCellRange>& range)
{
    return Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)
        ->getPropertyValue("Size")
        .get<css::awt::Size>()
        .Width;
}

/// "Week.A2: 300 of 290 mm; ": titles and hints, which run over the cells beside them, that end
/// behind the columns that are printed.
std::string beyondThePage(const Spreadsheet& document)
{
    const auto scratch = scratchSheet(document);
    const Reference<css::container::XIndexAccess> all(document.document()->getSheets(),
                                                      UNO_QUERY_THROW);
    std::string found;
    for (sal_Int32 i = 1; i < all->getCount(); ++i)
    {
        const Reference<css::sheet::XSpreadsheet> sheet(all->getByIndex(i), UNO_QUERY_THROW);
        for (const auto& area :
             Reference<css::sheet::XPrintAreas>(sheet, UNO_QUERY_THROW)->getPrintAreas())
            for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row)
                for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column)
                {
                    const auto cell = sheet->getCellByPosition(column, row);
                    const std::string style =
                        toUtf8(Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)
                                   ->getPropertyValue("CellStyle")
                                   .get<rtl::OUString>());
                    if (style != "Hint" && style != "HintBeside" && style != "Title"
                        && style != "Foot")
                        continue;
                    const sal_Int32 room =
                        widthOf(sheet->getCellRangeByPosition(column, row, area.EndColumn, row));
                    const sal_Int32 width = widthOnOneLine(scratch, cell);
                    if (width > room)
                        found += toUtf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)
                                            ->getName())
                                 + "." + static_cast<char>('A' + column) + std::to_string(row + 1)
                                 + ": " + std::to_string(width / 100) + " of "
                                 + std::to_string(room / 100) + " mm; ";
                }
    }
    return found;
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

/// A woman of 40 for whom K2 counts, and a day's foods; of Pepperoni only the MK-4 was measured.
void fillDay(const Sheet& day)
{
    day.enter("A4", "40");
    day.enter("C4", "female");
    day.enter("J4", "yes");
    for (const auto& [row, food, amount] :
         { std::tuple(17, "Natto", "50"), std::tuple(18, "Gouda", "2 slices"),
           std::tuple(23, "Salmon", "150 g"), std::tuple(24, "Spinach", "1 cup"),
           std::tuple(25, "Pepperoni", "40"), std::tuple(29, "Chicken breast", "200"),
           std::tuple(35, "Almonds", "30") })
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

// On a dark page and in high contrast, too: what is read has the office's own colour, on fills on
// which that is black; and a bar has an outline, since high contrast draws no fills.
TEST_P(Templates, AreReadableWhateverThePagesColour)
{
    const Spreadsheet document(office(), templateUrl(office(), GetParam().file));
    const auto styles = cellStyles(document);
    int fills = 0;
    for (const rtl::OUString& name : styles->getElementNames())
    {
        const Reference<css::style::XStyle> style(styles->getByName(name), UNO_QUERY_THROW);
        const sal_Int32 fill = number(style, "CellBackColor");
        fills += fill == -1 ? 0 : 1;
        if (!style->isUserDefined())
            continue;
        EXPECT_EQ(number(style, "CharColor"), -1) << toUtf8(name);
        EXPECT_TRUE(fill == -1 || isLight(fill)) << toUtf8(name);
    }
    EXPECT_GT(fills, 0);
    for (const auto& chart : charts(document))
    {
        const auto series = chart->getDiagram()->getDataRowProperties(0);
        EXPECT_NE(series->getPropertyValue("LineStyle").get<css::drawing::LineStyle>(),
                  css::drawing::LineStyle_NONE);
    }
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
    EXPECT_NEAR(day.value("E16"), 469.5 + 36.12, 1e-9);
    EXPECT_NEAR(day.value("G18"), 392, 1e-9);
    double sum = 0;
    for (const char* const meal : { "G16", "G22", "G28", "G34" })
        sum += day.value(meal);
    EXPECT_NEAR(day.value("G8"), sum, 1e-9);
    EXPECT_EQ(day.text("G50"), "100 %");
    EXPECT_EQ(day.text("G9"), "1,000");
    EXPECT_NEAR(day.value("G10"), day.value("G8") / 1000, 1e-12);
    EXPECT_EQ(day.text("G11"), "below target");
    EXPECT_EQ(day.text("E11"), "on target");
    EXPECT_EQ(day.text("A5"), "not balanced");
    EXPECT_THAT(day.text("B5"), testing::HasSubstr("Below target: Calcium "));
    EXPECT_THAT(day.text("B70"), testing::HasSubstr("NAM")) << "whose calcium target";
    EXPECT_EQ(day.text("H68"), "Pepperoni");
    EXPECT_EQ(day.text("E25"), "≥ 16.7");
    EXPECT_THAT(day.text("A57"), testing::HasSubstr("Vitamin K2"));
    EXPECT_THAT(day.text("B57"), testing::ContainsRegex("Known: .* Likely, .*one author"));
}

TEST_F(DayPlan, SaysWhichFoodAWordWasTakenFor)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    day.enter("B17", "salmon");
    day.enter("C17", "100");
    day.enter("B18", "gouda");
    day.enter("C18", "100");
    day.enter("B19", "egg");
    day.enter("C19", "2");
    EXPECT_EQ(day.text("J17"), "= Salmon, farmed, raw");
    EXPECT_EQ(day.text("J18"), "");
    EXPECT_THAT(day.text("J19"), testing::HasSubstr("2 g"));
    EXPECT_EQ(day.text("J8"), "food and supplements") << "all three count";
}

TEST_F(DayPlan, DoesNotCallUnknownLow)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    day.enter("A4", "40");
    day.enter("C4", "female");
    day.enter("J4", "yes");
    day.enter("B17", "Pepperoni");
    day.enter("C17", "40");
    EXPECT_EQ(day.text("E50"), "0 %");
    EXPECT_EQ(day.text("E11"), "can’t tell");
    // Of clams one form was measured, as 0: that is no lower bound to show.
    day.enter("B18", "Clams, raw");
    day.enter("C18", "100");
    EXPECT_EQ(day.text("E18"), "unknown");
    EXPECT_THAT(day.text("B5"), testing::HasSubstr("Can’t tell, because not all of it is known: "
                                                   "Vitamin K2"));
}

// One bad row costs one row: the sums of the others stand, with its number beside them.
TEST_F(DayPlan, ShowsWhatIsWrongAtTheRow)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    const double calcium = day.value("G8");
    day.enter("B19", "Gouda chees");
    day.enter("C19", "10");
    day.enter("B20", "Almonds");
    day.enter("C20", "-3");
    day.enter("B21", "Almonds");
    day.enter("C21", "3 spoons");
    day.enter("B26", "Almonds");
    day.enter("C27", "20");
    EXPECT_EQ(day.text("J19"), "not found; is it Gouda?");
    EXPECT_EQ(day.text("J20"), "-3 g is below zero.");
    EXPECT_THAT(day.text("J21"), testing::HasSubstr("is no amount of this food: try "));
    EXPECT_THAT(day.text("J26"), testing::HasSubstr("How much? Try "));
    EXPECT_EQ(day.text("J27"), "which food?");
    EXPECT_EQ(day.text("J8"), "without row 19, 20, 21, 26, 27");
    EXPECT_EQ(day.text("J16"), "without row 19, 20, 21");
    EXPECT_EQ(day.text("J22"), "without row 26, 27");
    EXPECT_NEAR(day.value("G8"), calcium, 1e-9);
    EXPECT_NEAR(day.value("E16"), 469.5 + 36.12, 1e-9);
    EXPECT_EQ(day.text("G11"), "can’t tell") << "below the target, but a row is left out";
    EXPECT_EQ(errors(document), "");

    day.enter("B30", "=1/0");
    EXPECT_EQ(day.text("J30"), "an error in this row");
    EXPECT_EQ(day.text("J8"), "without row 19, 20, 21, 26, 27, 30");
    EXPECT_NEAR(day.value("G8"), calcium, 1e-9);
}

TEST_F(DayPlan, HoldsNoK2AgainstATargetWithAVitaminKAntagonist)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    for (const char* const medicine : { "warfarin", "aspirin, Marcumar" })
    {
        day.enter("G4", medicine);
        EXPECT_EQ(day.text("E9"), "–") << medicine;
        EXPECT_EQ(day.text("E10"), "") << medicine;
        EXPECT_EQ(day.text("E11"), "see the caution") << medicine;
        EXPECT_EQ(day.text("A5"), "caution") << medicine;
        EXPECT_EQ(day.text("B5").find("Caution: "), 0U) << day.text("B5");
        EXPECT_THAT(day.text("B58"), testing::HasSubstr("vitamin K antagonist")) << medicine;
        EXPECT_EQ(day.text("B68"), "no K2 target with this medicine") << medicine;
    }
    day.enter("G4", "");
    EXPECT_EQ(day.text("E9"), "150");
    EXPECT_EQ(day.text("B58"), "");
}

TEST_F(DayPlan, LeavesK2OutOfTheVerdictUnlessItCounts)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    EXPECT_EQ(day.text("J4"), "no");
    fillDay(day);
    day.enter("B17", "");
    day.enter("C17", "");
    day.enter("B25", "");
    day.enter("C25", "");
    EXPECT_EQ(day.text("E11"), "below target");
    day.enter("J4", "no");
    EXPECT_EQ(day.text("E11"), "not counted");
    EXPECT_THAT(day.text("B5"), testing::HasSubstr("Not counted: Vitamin K2 "));
    // A pregnant woman, for whom nobody has set one, is judged on the others.
    day.enter("J4", "yes");
    day.enter("E4", "pregnant");
    EXPECT_EQ(day.text("E11"), "no target");
    EXPECT_EQ(day.text("A5"), "not balanced");
    for (const auto& [row, food, amount] :
         { std::tuple("18", "Gouda", "200"), std::tuple("29", "Almonds", "200") })
    {
        day.enter(std::string("B") + row, food);
        day.enter(std::string("C") + row, amount);
    }
    EXPECT_EQ(day.text("A5"), "balanced") << day.text("B5");
    EXPECT_THAT(day.text("B5"), testing::HasSubstr("No target set: Vitamin K2"));
}

TEST_F(DayPlan, CountsSupplementsApart)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    const double food = day.value("F8");
    const double magnesium = day.value("H8");
    for (const auto& [cell, content] :
         { std::pair("B42", "D3"), std::pair("C42", "2"), std::pair("D42", "IU"),
           std::pair("F42", "1000"), std::pair("B43", "Magnesium"), std::pair("C43", "1"),
           std::pair("H43", "300") })
        day.enter(cell, content);
    EXPECT_NEAR(day.value("F48"), food, 1e-9);
    EXPECT_NEAR(day.value("F49"), 50, 1e-9);
    EXPECT_NEAR(day.value("F8"), food + 50, 1e-9);
    EXPECT_NEAR(day.value("H8"), magnesium + 300, 1e-9);
    EXPECT_EQ(day.text("H11"), "on target");
    // Magnesium's limit, 350 mg, holds for supplements alone.
    day.enter("C43", "2");
    EXPECT_EQ(day.text("H11"), "above limit");
    EXPECT_EQ(day.text("A5"), "caution");
    EXPECT_THAT(day.text("B5"),
                testing::HasSubstr("Above the limit: Magnesium 600/350 mg from supplements"));
    day.enter("C43", "many");
    EXPECT_EQ(day.text("J43"), "how many a day? enter a number");
    EXPECT_EQ(day.text("J49"), "without row 43");
    EXPECT_NEAR(day.value("H8"), magnesium, 1e-9);
    EXPECT_EQ(errors(document), "");
}

// Another nutrient in a column's header: cells, target, percent and sources follow.
TEST_F(DayPlan, TakesAColumnsNutrientFromItsHeader)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    day.enter("I6", "Iron");
    EXPECT_EQ(day.text("I7"), "mg");
    EXPECT_EQ(day.text("I9"), "18.0");
    EXPECT_NEAR(day.value("I10"), day.value("I8") / 18, 1e-12);
    EXPECT_EQ(day.text("I11"), "below target");
    EXPECT_EQ(day.text("A72"), "Iron");
    EXPECT_THAT(day.text("B72"), testing::HasSubstr("18 mg"));
    double sum = 0;
    for (const char* const row : { "17", "18", "23", "24", "25", "29", "35" })
        sum += day.value(std::string("I") + row);
    EXPECT_NEAR(day.value("I8"), sum, 1e-9);
    day.enter("I6", "Ironn");
    EXPECT_EQ(day.text("I7"), "?");
    EXPECT_EQ(errors(document), "");
}

TEST_F(DayPlan, IsSharedByShare)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    for (const auto& [cell, content] : { std::pair("A53", "Tom"), std::pair("B53", "male"),
                                         std::pair("C53", "10"), std::pair("D53", "0.5") })
        day.enter(cell, content);
    EXPECT_NEAR(day.value("G53"), day.value("G48") / 2 / 1300, 1e-12);
    EXPECT_THAT(day.text("J53"), testing::HasSubstr("Below target: "));
    day.enter("D53", "");
    EXPECT_EQ(day.text("J53"), "enter who, age and share");
}

TEST_F(DayPlan, AsksForAProfileThatFits)
{
    const Spreadsheet document = dayPlan(office());
    const Sheet day(document);
    fillDay(day);
    day.enter("C4", "male");
    day.enter("E4", "pregnant");
    EXPECT_EQ(day.text("J9"), "check age, sex, stage");
    EXPECT_EQ(errors(document), "");
    day.enter("C4", "");
    EXPECT_EQ(day.text("J9"), "enter age and sex");
    EXPECT_THAT(day.text("B5"), testing::HasSubstr("enter age and sex above"));
}

TEST_F(DayPlan, KnowsStandardsByName)
{
    for (const auto& [language, name, id] :
         { std::tuple("en", "USA and Canada, NAM", "nam"),
           std::tuple("de", "Deutschland, Österreich, Schweiz, D-A-CH", "dach"),
           std::tuple("ja", "日本人の食事摂取基準 (2025年版)", "japan2025") })
    {
        const Spreadsheet document(office(), templateUrl(office(), "day-plan", language));
        const Sheet day(document);
        EXPECT_EQ(day.text("B4"), name);
        EXPECT_EQ(day.text("M3"), id);
        EXPECT_EQ(Sheet(document, 1).text("N5"), name) << "first in the list";
        day.enter("B4", "efsa");
        EXPECT_EQ(day.text("M3"), "efsa") << "a code works too";
    }
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
    day.enter("A4", "40");
    day.enter("C4", Sheet(document, 1).text("A1"));
    day.enter("B17", "Pepperoni");
    day.enter("C17", "40");
    day.enter("B21", "Jarlsberg"); // of which nothing is known
    day.enter("C21", "40");
    EXPECT_NE(day.text("E9"), "");
    EXPECT_NE(day.text("E11"), "");
    EXPECT_NE(day.text("I21"), "");
    const std::string quiet = day.text("J8");
    std::set<std::string> said;
    for (const auto& [row, food, amount] :
         { std::tuple("18", "Unicorn", "10"), std::tuple("19", "Almonds", "-3"),
           std::tuple("20", "Almonds", "lots"), std::tuple("23", "Gouda chees", "1"),
           std::tuple("24", "Almonds", ""), std::tuple("25", "", "20") })
    {
        day.enter(std::string("B") + row, food);
        day.enter(std::string("C") + row, amount);
        const std::string words = day.text(std::string("J") + row);
        EXPECT_NE(words, "") << row;
        said.insert(words);
    }
    EXPECT_EQ(said.size(), 6U) << "each has words of its own";
    EXPECT_NE(day.text("J8"), quiet);
    EXPECT_THAT(day.text("J8"), testing::HasSubstr("18, 19, 20, 23, 24, 25"));
    EXPECT_NE(day.text("E8"), "") << "the sums of the others stand";
    EXPECT_EQ(errors(document), "");

    const Spreadsheet week(office(), templateUrl(office(), "week-plan", GetParam()));
    const Sheet meals(week, 1);
    EXPECT_EQ(errors(week), "");
    meals.enter("B7", "Unicorn");
    meals.enter("B8", "Almonds");
    meals.enter("C8", "-3");
    meals.enter("B9", "Almonds");
    meals.enter("C9", "lots");
    for (const char* const cell : { "J7", "J8", "J9" })
        EXPECT_NE(meals.text(cell), "") << cell;
    EXPECT_THAT(Sheet(week).text("J15"), testing::HasSubstr("7, 8, 9"));
    EXPECT_EQ(errors(week), "");
}

TEST_P(InLanguage, TitlesAndHintsEndBeforeThePagesEdge)
{
    for (const Template& each : templates)
        EXPECT_EQ(
            beyondThePage(Spreadsheet(office(), templateUrl(office(), each.file, GetParam()))), "")
            << each.file;
}

// What is to be known of three medicines isn't cut.
TEST_P(InLanguage, CautionsOfThreeMedicinesFit)
{
    const Spreadsheet document(office(), templateUrl(office(), "day-plan", GetParam()));
    const Sheet day(document);
    const auto sheet = document.sheet();
    fillDay(day);
    day.enter("C4", Sheet(document, 1).text("A1"));
    day.enter("G4", "warfarin, levothyroxine, furosemide");
    const auto scratch = scratchSheet(document);
    for (const sal_Int32 row : { 57, 58 })
    {
        const auto cell = sheet->getCellByPosition(1, row);
        const auto text = Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString();
        EXPECT_GT(text.getLength(), 100);
        const sal_Int32 room = widthOf(sheet->getCellRangeByPosition(1, row, 9, row));
        // Lines end with words, before the edge.
        const double lines = 1.03 * widthOnOneLine(scratch, cell) / room + 1;
        constexpr int line = 335;
        const Reference<css::uno::XInterface> rows(
            Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)
                ->getRows()
                ->getByIndex(row),
            UNO_QUERY_THROW);
        EXPECT_LE(std::floor(lines) * line, number(rows, "Height")) << toUtf8(text);
    }
}

// The verdicts, the longest words of their columns.
TEST_P(InLanguage, ADaysVerdictsFit)
{
    const Spreadsheet document(office(), templateUrl(office(), "day-plan", GetParam()));
    const Sheet day(document);
    const Sheet lists(document, 1);
    fillDay(day);
    day.enter("C4", lists.text("A1"));
    day.enter("J4", "");
    EXPECT_NE(day.text("G11"), "");
    EXPECT_EQ(tooNarrow(document, { "A1:J6", "J7:J74", "A16:A39", "A40:C46", "A48:A50", "A52:I52",
                                    "B57:J59", "A67:J74" }),
              "");
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
    week.enter("A4", "40");
    week.enter("C4", "female");
    week.enter("J4", "yes");
    for (const auto& [cell, content] :
         { std::pair("B7", "Natto"), std::pair("C7", "50"), std::pair("B8", "gouda"),
           std::pair("C8", "2 slices"), std::pair("B20", "Gouda"), std::pair("C20", "1 slice"),
           std::pair("B21", "Almonds"), std::pair("C21", "200 g") })
        meals.enter(cell, content);
    EXPECT_EQ(errors(document), "");
    EXPECT_NEAR(week.value("E8"), 469.5 + 36.12, 1e-9);
    EXPECT_NEAR(week.value("E9"), 18.06, 1e-9);
    EXPECT_EQ(week.text("E10"), "");
    EXPECT_NEAR(week.value("E15"), (469.5 + 36.12 + 18.06) / 2, 1e-9);
    EXPECT_EQ(week.text("E18"), "1");
    EXPECT_EQ(week.text("E19"), "on target");
    EXPECT_EQ(week.text("B8"), "Vitamin D, Calcium, Magnesium");
    EXPECT_EQ(week.text("B9"), "Vitamin K2, Vitamin D, Calcium");
    EXPECT_EQ(week.text("A5"), "not balanced");
    EXPECT_EQ(shopping.text("B4"), "Almonds");
    EXPECT_EQ(shopping.text("C4"), "200");
    EXPECT_EQ(shopping.text("B5"), "Gouda");
    EXPECT_EQ(shopping.text("C5"), "84");
    EXPECT_EQ(shopping.text("B6"), "Natto");
    EXPECT_EQ(shopping.text("B7"), "");

    // Another person, who eats half as much: the shopping list is for both.
    for (const auto& [cell, content] :
         { std::pair("B27", "male"), std::pair("C27", "10"), std::pair("D27", "0.5") })
        week.enter(cell, content);
    EXPECT_EQ(shopping.text("C4"), "300");

    // What a supplement holds counts on every day that has foods.
    meals.enter("C99", "1");
    meals.enter("F99", "10");
    EXPECT_NEAR(week.value("F9"), meals.value("F19") + 10, 1e-9);
    EXPECT_EQ(week.text("F10"), "");

    // Vitamin K, day by day.
    EXPECT_NEAR(week.value("F49"), 469.5 + 36.12, 1e-9);
    EXPECT_NEAR(week.value("F58"), 469.5 + 36.12 - 18.06, 1e-9);

    meals.enter("B22", "Gouda chees");
    meals.enter("C22", "20");
    EXPECT_NEAR(week.value("E9"), 18.06, 1e-9);
    EXPECT_EQ(week.text("J9"), "without row 22");
    EXPECT_EQ(week.text("J15"), "without row 22");
    EXPECT_THAT(shopping.text("A2"), testing::HasSubstr("without row 22"));
    meals.enter("B22", "");
    meals.enter("C22", "");
    week.enter("G4", "Sintrom");
    EXPECT_EQ(week.text("E16"), "–");
    EXPECT_EQ(week.text("E17"), "");
    EXPECT_EQ(week.text("E18"), "");
    EXPECT_EQ(week.text("B9"), "Vitamin D, Calcium");
    EXPECT_EQ(week.text("A5"), "caution");
    EXPECT_EQ(errors(document), "");
}

TEST_F(VitaminDLog, SaysTheStandardsWord)
{
    const Spreadsheet document(office(), templateUrl(office(), "vitamin-d-log"));
    const Sheet log(document);
    const Sheet lists(document, 1);
    for (const auto& [cell, content] :
         { std::pair("B4", "article"), std::pair("A8", "45300"), std::pair("B8", "40"),
           std::pair("A9", "45400"), std::pair("B9", "99"), std::pair("C9", "nmol/L"),
           std::pair("A10", "45500"), std::pair("B10", "155"), std::pair("B11", "-1"),
           std::pair("B12", "high"), std::pair("A13", "45600") })
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
    EXPECT_EQ(log.text("B4"), "USA and Canada, IOM 2011") << "an authority, not the article";
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
        const std::string place = std::to_string(80 + standards++);
        SCOPED_TRACE(id);
        EXPECT_EQ(lists.text("B" + place), id);
        EXPECT_NE(lists.text("A" + place), "");
        for (const char* const unit : { "ng/mL", "nmol/L" })
        {
            log.enter("B4", unit == std::string("ng/mL") ? lists.text("A" + place) : id);
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
    EXPECT_EQ(choices(document, "B4"), "LevelStandards");
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
    EXPECT_EQ(portions.text("D7"), "this amount can’t be read");
}

} // namespace quartet
