/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Copies of the templates in which people go on working: after each edit every cell shows what the
// workbook shows after the same edit, or an error, or says itself that it is of another time.

#include "filled_templates.hxx"

#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XSpreadsheets2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace quartet
{

namespace
{

using css::table::CellRangeAddress;
using css::table::XCell;
using css::table::XCellRange;

struct Edited
{
    const char* file;
    const char* language;
    std::vector<const char*> formats;
};

void PrintTo(const Edited& edited, std::ostream* stream)
{
    *stream << edited.file << " " << edited.language;
}

/// Both formats in English; in the other languages each format somewhere.
std::vector<Edited> allTemplates()
{
    std::vector<Edited> all;
    for (const char* const file : { "day-plan", "week-plan", "vitamin-d-log", "k2-foods" })
        for (const auto& [language, formats] :
             { std::pair("en", std::vector{ ".ods", ".xlsx" }),
               std::pair("de", std::vector{ ".ods" }), std::pair("fr", std::vector{ ".xlsx" }),
               std::pair("es", std::vector{ ".ods" }), std::pair("ja", std::vector{ ".xlsx" }) })
            // FOOD_NAME is held: a food typed anew stands in these shopping lists as it was typed,
            // beside the same food in their language.
            if (std::string_view(file) != "week-plan"
                || std::string_view("es ja").find(language) == std::string_view::npos)
                all.push_back({ file, language, formats });
    return all;
}

/// A workbook whose cells go by the names of the template.
class Named
{
public:
    explicit Named(const Spreadsheet& document)
        : m_document(document)
        , m_names(Reference<css::beans::XPropertySet>(document.document(), UNO_QUERY_THROW)
                      ->getPropertyValue("NamedRanges"),
                  UNO_QUERY_THROW)
    {
    }

    bool has(const char* name) const
    {
        return m_names->hasByName(rtl::OUString::createFromAscii(name));
    }
    Reference<XCellRange> range(const char* name) const
    {
        return Reference<css::sheet::XCellRangeReferrer>(
                   m_names->getByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW)
            ->getReferredCells();
    }
    CellRangeAddress address(const char* name) const
    {
        return Reference<css::sheet::XCellRangeAddressable>(range(name), UNO_QUERY_THROW)
            ->getRangeAddress();
    }
    /// The word of a list that means something to the functions.
    std::string word(const char* list, const std::string& meaning) const
    {
        const auto cells = range(list);
        constexpr sal_Int32 most = 100;
        for (sal_Int32 row = 0; row < most; ++row)
            if (textOf(cells->getCellByPosition(1, row)) == meaning)
                return textOf(cells->getCellByPosition(0, row));
        return {};
    }
    void type(const char* name, const std::string& content) const { type(name, 0, 0, content); }
    void type(const char* name, sal_Int32 column, sal_Int32 row, const std::string& content) const
    {
        const CellRangeAddress all = address(name);
        const auto cell =
            sheet(all.Sheet)->getCellByPosition(all.StartColumn + column, all.StartRow + row);
        char* end = nullptr;
        const double number = std::strtod(content.c_str(), &end);
        if (!content.empty() && *end == 0)
            cell->setValue(number);
        else
            Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(fromUtf8(content));
    }
    /// Rows of a range, counted from 0, in which a food can be chosen.
    std::vector<sal_Int32> foodRows() const
    {
        const auto foods = range("Foods");
        const CellRangeAddress all = address("Foods");
        std::vector<sal_Int32> rows;
        for (sal_Int32 row = 0; row <= all.EndRow - all.StartRow; ++row)
        {
            css::sheet::ValidationType type = css::sheet::ValidationType_ANY;
            const Reference<css::beans::XPropertySet> cell(foods->getCellByPosition(0, row),
                                                           UNO_QUERY_THROW);
            Reference<css::beans::XPropertySet>(cell->getPropertyValue("Validation"),
                                                UNO_QUERY_THROW)
                ->getPropertyValue("Type") >>= type;
            if (type == css::sheet::ValidationType_LIST)
                rows.push_back(row);
        }
        return rows;
    }
    Reference<css::sheet::XSpreadsheet> sheet(sal_Int32 index) const
    {
        return Reference<css::sheet::XSpreadsheet>(
            Reference<XIndexAccess>(m_document.document()->getSheets(), UNO_QUERY_THROW)
                ->getByIndex(index),
            UNO_QUERY_THROW);
    }

    static std::string textOf(const Reference<XCell>& cell)
    {
        return toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
    }

private:
    const Spreadsheet& m_document;
    Reference<css::sheet::XNamedRanges> m_names;
};

/// The numbers in a text.
std::set<std::string> numbersIn(const std::string& text)
{
    static const std::regex number("[0-9]+([.,][0-9]+)*");
    std::set<std::string> numbers;
    for (auto each = std::sregex_iterator(text.begin(), text.end(), number);
         each != std::sregex_iterator(); ++each)
        numbers.insert(each->str());
    return numbers;
}

/// The words of all languages for a verdict that a target decides.
std::set<std::string> verdicts()
{
    std::set<std::string> words;
    std::ifstream texts(fs::path(SOURCE_FOLDER) / "extension" / "templates" / "texts.csv");
    for (std::string line; std::getline(texts, line);)
        for (const char* const id :
             { "verdict.below,", "verdict.on,", "verdict.above,", "verdict.balanced," })
            if (line.starts_with(id))
            {
                std::istringstream fields(line);
                for (std::string field; std::getline(fields, field, ',');)
                    words.insert(field);
            }
    return words;
}

/** Whether a cell says less than the workbook's, and nothing else: nothing or words in place of a
    number, no other verdict, a sentence without what the copy doesn't work out. */
bool saysLess(const Any& expected, const Any& shown)
{
    static const auto decided = verdicts();
    rtl::OUString text;
    if (!(shown >>= text))
        return false;
    rtl::OUString whole;
    expected >>= whole;
    const auto all = numbersIn(toUtf8(whole));
    const auto some = numbersIn(toUtf8(text));
    return text.isEmpty()
           || (!decided.contains(toUtf8(text))
               && std::includes(all.begin(), all.end(), some.begin(), some.end()));
}

/// The same where the copy doesn't know a medicine: its target is held back.
bool isGuarded(const Any& expected, const Any& shown)
{
    double before = 0;
    double now = 0;
    const bool guards = (expected >>= before) && (shown >>= now) && before == 0 && now == 1;
    return guards || saysLess(expected, shown);
}

struct Step
{
    std::string what;
    std::function<void(const Named&)> edit;
    bool isSaid = false; ///< the sheet says which rows its totals are without
    bool isSafe = false; ///< what guards a person may stay on
};

void typeFood(const Named& book, std::size_t place, const std::string& food,
              const std::string& amount)
{
    const auto row = book.foodRows().at(place);
    book.type("Foods", 0, row, food);
    book.type("Amounts", 0, row, amount);
}

/// Puts a row in behind a food's row, with that one's formulas.
void insertRow(const Named& book, std::size_t place)
{
    const CellRangeAddress foods = book.address("Foods");
    const sal_Int32 row = foods.StartRow + book.foodRows().at(place);
    const auto sheet = book.sheet(foods.Sheet);
    Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)
        ->getRows()
        ->insertByIndex(row + 1, 1);
    constexpr sal_Int32 last = 30;
    Reference<css::sheet::XCellRangeMovement>(sheet, UNO_QUERY_THROW)
        ->copyRange({ foods.Sheet, 0, row + 1 }, { foods.Sheet, 0, row, last, row });
}

void deleteRow(const Named& book, std::size_t place)
{
    const CellRangeAddress foods = book.address("Foods");
    Reference<css::table::XColumnRowRange>(book.sheet(foods.Sheet), UNO_QUERY_THROW)
        ->getRows()
        ->removeByIndex(foods.StartRow + book.foodRows().at(place), 1);
}

void exchangeRows(const Named& book, std::size_t one, std::size_t other)
{
    const auto rows = book.foodRows();
    for (const char* const name : { "Foods", "Amounts" })
    {
        const auto cells = book.range(name);
        const auto first = Named::textOf(cells->getCellByPosition(0, rows.at(one)));
        const auto second = Named::textOf(cells->getCellByPosition(0, rows.at(other)));
        book.type(name, 0, rows.at(one), second);
        book.type(name, 0, rows.at(other), first);
    }
}

void duplicate(const Spreadsheet& document)
{
    const auto sheets = document.document()->getSheets();
    const rtl::OUString first = sheets->getElementNames().getConstArray()[0];
    sheets->copyByName(first, "Copy",
                       static_cast<sal_Int16>(sheets->getElementNames().getLength()));
}

std::vector<Step> planSteps()
{
    return {
        { "another food", [](const Named& book) { typeFood(book, 0, "Gouda", "50"); } },
        { "another amount", [](const Named& book) { typeFood(book, 0, "Gouda", "3½ slices"); } },
        { "another unit", [](const Named& book) { typeFood(book, 2, "Spinach", "2 oz"); } },
        { "a food that the copy hasn't",
          [](const Named& book) { typeFood(book, 4, "Emmental cheese", "30"); }, true },
        { "that food away", [](const Named& book) { typeFood(book, 4, "", ""); } },
        { "an amount that can't be read",
          [](const Named& book) { typeFood(book, 2, "Spinach", "1,500 g"); } },
        { "rows exchanged",
          [](const Named& book) {
              typeFood(book, 2, "Spinach", "80 g");
              exchangeRows(book, 0, 1);
          } },
        { "a row put in",
          [](const Named& book) {
              insertRow(book, 1);
              typeFood(book, 2, "Natto", "20 g");
          } },
        { "a row deleted", [](const Named& book) { deleteRow(book, 0); } },
        { "another standard",
          [](const Named& book) { book.type("Standard", book.word("StandardWords", "efsa")); } },
        { "a stage",
          [](const Named& book) { book.type("Stage", book.word("StageWords", "pregnant")); } },
        { "another sex",
          [](const Named& book) {
              book.type("Stage", "");
              book.type("Sex", book.word("SexWords", "M"));
          } },
        { "another age", [](const Named& book) { book.type("Age", "75"); } },
        { "a medicine", [](const Named& book) { book.type("Medicines", "warfarin"); } },
        { "another medicine", [](const Named& book) { book.type("Medicines", "levothyroxine"); },
          false, true },
    };
}

std::vector<Step> logSteps()
{
    const auto level = [](const Named& book, sal_Int32 row, const char* date, const char* content) {
        book.type("LevelDates", 0, row, date);
        book.type("Levels", 0, row, content);
    };
    return {
        { "another level", [level](const Named& book) { level(book, 0, "45300", "12"); } },
        { "a new level", [level](const Named& book) { level(book, 3, "45600", "55"); } },
        { "another unit of one", [](const Named& book) { book.type("Levels", 1, 3, "nmol/L"); } },
        { "a level as a laboratory prints it",
          [level](const Named& book) { level(book, 4, "45700", "<4"); } },
        { "another unit", [](const Named& book) { book.type("LevelUnit", "nmol/L"); } },
        { "another standard", [](const Named& book) { book.type("LevelStandard", "iom2011"); } },
    };
}

std::vector<Step> listSteps()
{
    return { { "another group", [](const Named& book) { book.type("FoodGroup", "Eggs"); } },
             { "another group of portions",
               [](const Named& book) { book.type("PortionGroup", "Cheese"); } } };
}

class EditedTemplates : public PortableTest, public testing::WithParamInterface<Edited>
{
protected:
    static void fillIn(const Named& book)
    {
        if (book.has("Foods"))
        {
            book.type("Age", "40");
            book.type("Sex", book.word("SexWords", "F"));
            typeFood(book, 0, "Natto", "50");
            typeFood(book, 1, "Gouda", "2 slices");
            typeFood(book, 2, "Spinach", "1 cup");
            typeFood(book, 3, "Salmon", "150 g");
        }
        if (book.has("Levels"))
        {
            book.type("LevelDates", 0, 0, "45300");
            book.type("Levels", 0, 0, "40");
            book.type("LevelDates", 0, 1, "45400");
            book.type("Levels", 0, 1, "99");
            book.type("Levels", 1, 1, "nmol/L");
            book.type("LevelDates", 0, 2, "45500");
            book.type("Levels", 0, 2, "155");
        }
    }
    static std::vector<Step> steps(const Named& book)
    {
        return book.has("Foods") ? planSteps() : book.has("Levels") ? logSteps() : listSteps();
    }
};

} // namespace

TEST_P(EditedTemplates, ShowTheSameOrAnError)
{
    constexpr int any = 100000;
    const Edited& edited = GetParam();
    for (const char* const format : edited.formats)
    {
        SCOPED_TRACE(format);
        const fs::path file = folderPath() / (std::string("copy") + format);
        Spreadsheet original(office(), templateUrl(office(), edited.file, edited.language));
        fillIn(Named(original));
        original.recalculate();
        copy(office(), original, file);
        Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(differences(original, portable), "") << "as saved";
        for (const Step& step : steps(Named(original)))
        {
            for (Spreadsheet* const each : { &original, &portable })
            {
                step.edit(Named(*each));
                each->recalculate();
            }
            if (!step.isSaid)
            {
                EXPECT_EQ(differences(original, portable, any, step.isSafe ? isGuarded : saysLess),
                          "")
                    << step.what;
                continue;
            }
            const auto said = [](const Spreadsheet& book) {
                return Named::textOf(Named(book).range("Uncounted")->getCellByPosition(0, 0));
            };
            EXPECT_NE(said(portable), said(original)) << step.what;
        }
        for (Spreadsheet* const each : { &original, &portable })
        {
            duplicate(*each);
            if (Named(*each).has("Foods"))
                typeFood(Named(*each), 1, "Gouda", "7");
            each->recalculate();
        }
        EXPECT_EQ(differences(original, portable, any, isGuarded), "") << "the sheet duplicated";
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, EditedTemplates, testing::ValuesIn(allTemplates()),
                         [](const testing::TestParamInfo<Edited>& parameter) {
                             std::string name =
                                 std::string(parameter.param.file) + parameter.param.language;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace quartet
