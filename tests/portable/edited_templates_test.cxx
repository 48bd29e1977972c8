/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Copies of the templates in which people go on working: after each edit every cell shows what the
// workbook shows after the same edit, or an error, or says itself that it is of another time.

#include "template_edits.hxx"

#include <com/sun/star/sheet/XSpreadsheets2.hpp>

namespace quartet
{

namespace
{

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
            all.push_back({ file, language, formats });
    return all;
}

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

/// The names of all foods, in English and in the template's language.
std::set<std::string> foodNames;

void readFoodNames(const Office& office, const std::string& language)
{
    foodNames.clear();
    const Spreadsheet scratch(office);
    constexpr sal_Int32 most = 5000;
    const auto cells = scratch.sheet()->getCellRangeByPosition(0, 0, 0, most - 1);
    for (const std::string& each : { std::string("en"), language })
    {
        Reference<css::sheet::XArrayFormulaRange>(cells, UNO_QUERY_THROW)
            ->setArrayFormula(fromUtf8("=ORG.QUARTET.NUTRITION.FOODS(\"\";\"" + each + "\")"));
        const auto rows =
            Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row)
            if (rtl::OUString name; (rows.getConstArray()[row].getConstArray()[0] >>= name))
                foodNames.insert(toUtf8(name));
    }
}

/** Whether a cell says less than the workbook's, and nothing else: nothing or words in place of a
    number, no other verdict or food, a sentence without what the copy doesn't work out. */
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
           || (!decided.contains(toUtf8(text)) && !foodNames.contains(toUtf8(text))
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

/// The same of a chart's end: without the bands of the standard it is that of the levels.
bool isShorter(const Any& expected, const Any& shown)
{
    double before = 0;
    double now = 0;
    return ((expected >>= before) && (shown >>= now) && now < before) || saysLess(expected, shown);
}

struct Step
{
    std::string what;
    std::function<void(const Named&)> edit;
    bool isSaid = false; ///< the sheet says which rows its totals are without
    bool isSafe = false; ///< what guards a person may stay on
    bool isBare = false; ///< the chart may be without its bands
};

void typeFood(const Named& book, std::size_t place, const std::string& food,
              const std::string& amount)
{
    const auto row = book.foodRows().at(place);
    book.type("Foods", 0, row, food);
    book.type("Amounts", 0, row, amount);
}

/// A food's row, as far as its formulas reach.
CellRangeAddress rowOf(const Named& book, std::size_t place)
{
    constexpr sal_Int32 formulas = 8;
    const CellRangeAddress foods = book.address("Foods");
    const sal_Int32 row = foods.StartRow + book.foodRows().at(place);
    return { foods.Sheet, foods.StartColumn, row, foods.StartColumn + formulas, row };
}

/// What a food's row works out.
Rows formulasFrom(const Named& book, std::size_t place, sal_Int32 count)
{
    CellRangeAddress row = rowOf(book, place);
    row.StartColumn += 2;
    return { row, count };
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
              insertRow(book, rowOf(book, 1));
              typeFood(book, 2, "Natto", "20 g");
          } },
        { "a row deleted", [](const Named& book) { deleteRow(book, rowOf(book, 0)); } },
        { "formulas filled down",
          [](const Named& book) { fillRows(book, formulasFrom(book, 1, 4)); } },
        { "rows sorted",
          [](const Named& book) {
              constexpr sal_Int32 some = 4;
              sortRows(book, { rowOf(book, 0), some });
          } },
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

/// A level's row, as far as its formulas reach.
CellRangeAddress levelRow(const Named& book, sal_Int32 row)
{
    constexpr sal_Int32 formulas = 8;
    const CellRangeAddress dates = book.address("LevelDates");
    return { dates.Sheet, dates.StartColumn, dates.StartRow + row, dates.StartColumn + formulas,
             dates.StartRow + row };
}

std::vector<Step> logSteps()
{
    const auto before = std::make_shared<std::string>();
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
        { "a row put in",
          [level](const Named& book) {
              insertRow(book, levelRow(book, 1));
              level(book, 2, "45450", "61");
          } },
        { "formulas filled down",
          [](const Named& book) {
              CellRangeAddress row = levelRow(book, 1);
              row.StartColumn += 3;
              fillRows(book, { row, 4 });
          } },
        { "rows sorted",
          [level](const Named& book) {
              level(book, 0, "45650", "28");
              sortRows(book, { levelRow(book, 0), 4 });
          } },
        { "a row deleted", [](const Named& book) { deleteRow(book, levelRow(book, 1)); } },
        { "another unit", [](const Named& book) { book.type("LevelUnit", "nmol/L"); } },
        { "another standard",
          [before](const Named& book) {
              *before = Named::textOf(book.range("LevelStandard")->getCellByPosition(0, 0));
              book.type("LevelStandard", "iom2011");
          },
          false, false, true },
        { "the standard again",
          [before](const Named& book) { book.type("LevelStandard", *before); } },
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

    /// What is typed on a sheet: where the names stand in the workbook that it is from.
    static void typeOn(const Reference<css::sheet::XSpreadsheet>& sheet, const Named& book)
    {
        const auto type = [&](const char* name, sal_Int32 row, const char* content) {
            const CellRangeAddress place = book.address(name);
            Named::type(sheet->getCellByPosition(place.StartColumn, place.StartRow + row), content);
        };
        if (book.has("Foods"))
        {
            type("Foods", book.foodRows().at(1), "Gouda");
            type("Amounts", book.foodRows().at(1), "7");
            type("Foods", book.foodRows().at(2), "Natto");
            type("Amounts", book.foodRows().at(2), "1 oz");
        }
        if (book.has("Levels"))
            type("Levels", 0, "17");
    }
    /// The sheet on which people type.
    static sal_Int32 typedOn(const Named& book)
    {
        return book.has("Foods")    ? book.address("Foods").Sheet
               : book.has("Levels") ? book.address("Levels").Sheet
                                    : 0;
    }

    static void expectTheSameInDuplicates(Spreadsheet& original, Spreadsheet& portable)
    {
        const sal_Int32 index = typedOn(Named(original));
        for (Spreadsheet* const each : { &original, &portable })
        {
            const auto sheets = each->document()->getSheets();
            const rtl::OUString name = sheets->getElementNames().getConstArray()[index];
            sheets->copyByName(name, "Copy",
                               static_cast<sal_Int16>(sheets->getElementNames().getLength()));
            typeOn(sheetOf(*each, "Copy"), Named(*each));
            each->recalculate();
        }
        EXPECT_EQ(differences(original, portable, any, isGuarded), "") << "the sheet duplicated";
    }

    static void expectTheSameInNewWorkbooks(Spreadsheet& original, const Spreadsheet& portable)
    {
        const Named book(original);
        const sal_Int32 typed = typedOn(book);
        const auto names = original.document()->getSheets()->getElementNames();
        typeOn(book.sheet(typed), book);
        original.recalculate();
        const std::string name = toUtf8(names.getConstArray()[typed]);
        Spreadsheet created(elsewhere(), Spreadsheet::View::None);
        const auto sheets = created.document()->getSheets();
        sheets->insertNewByName("Other", 1);
        sheets->removeByName("Sheet1");
        Reference<css::sheet::XSpreadsheets2>(sheets, UNO_QUERY_THROW)
            ->importSheet(portable.document(), fromUtf8(name), 0);
        typeOn(sheetOf(created, name), book);
        created.recalculate();
        Comparison cells{ any, isGuarded };
        cells.compare(original, created, name);
        EXPECT_EQ(cells.found, "") << name << " in a new workbook";
    }

    static constexpr int any = 100000; ///< cells may be errors
};

} // namespace

TEST_P(EditedTemplates, ShowTheSameOrAnError)
{
    const Edited& edited = GetParam();
    readFoodNames(office(), edited.language);
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
                const auto forgives = step.isSafe ? isGuarded : step.isBare ? isShorter : saysLess;
                EXPECT_EQ(differences(original, portable, any, forgives), "") << step.what;
                continue;
            }
            const auto said = [](const Spreadsheet& book) {
                return Named::textOf(Named(book).range("Uncounted")->getCellByPosition(0, 0));
            };
            EXPECT_NE(said(portable), said(original)) << step.what;
        }
        expectTheSameInDuplicates(original, portable);
        expectTheSameInNewWorkbooks(original, portable);
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
