/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/diary_writer.hxx"

#include "workbook/registry.hxx"
#include "workbook/utf8.hxx"
#include "workbook/workbook_foods.hxx"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

using css::beans::XPropertySet;
using css::sheet::XSpreadsheet;
using css::sheet::XSpreadsheetDocument;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// The columns before those of nutrients.
enum Column : sal_Int32
{
    Date,
    Meal,
    FoodName,
    Amount,
    FirstNutrient
};

// In 1/100 mm.
constexpr sal_Int32 foodNameWidth = 7500;
constexpr sal_Int32 nutrientWidth = 3600;

class DiarySheet
{
public:
    DiarySheet(const Reference<XSpreadsheet>& sheet, const NutrientTable& nutrients,
               const Words& words)
        : m_sheet(sheet)
        , m_words(words)
    {
        m_nutrients.push_back(&nutrients[nutrients.energy()]);
        for (const NutrientIndex each : nutrients.shownWholes())
            m_nutrients.push_back(&nutrients[each]);
        const auto columns =
            Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns();
        const auto setWidth = [&columns](sal_Int32 column, sal_Int32 width) {
            Reference<XPropertySet>(columns->getByIndex(column), UNO_QUERY_THROW)
                ->setPropertyValue("Width", Any(width));
        };
        setWidth(FoodName, foodNameWidth);
        for (std::size_t i = 0; i < m_nutrients.size(); ++i)
            setWidth(FirstNutrient + static_cast<sal_Int32>(i), nutrientWidth);
    }

    void write(const DiaryPlan& plan)
    {
        sal_Int32 column = 0;
        for (const char* const id : { "date", "meal", "food", "amount" })
            setText(column++, m_words.text(std::string("import.plan.") + id));
        for (const Nutrient* const nutrient : m_nutrients)
            setText(column++,
                    m_words.text("nutrient." + nutrient->tag) + " (" + nutrient->unit + ")");
        embolden();
        ++m_row;
        for (std::size_t begin = 0; begin < plan.entries.size();)
        {
            auto end = begin;
            while (end < plan.entries.size() && plan.entries[end].date == plan.entries[begin].date)
                ++end;
            writeDay(plan, begin, end);
            begin = end;
        }
        if (plan.missed.empty())
            return;
        ++m_row;
        setText(0, m_words.text("import.plan.missed"));
        embolden();
        ++m_row;
        for (const MissedEntry& missed : plan.missed)
        {
            writeEntry(missed.entry);
            std::string why = m_words.text("import.plan.why." + missed.why);
            if (!missed.perhaps.empty())
                why += "; " + m_words.text("import.plan.perhaps", { { "food", missed.perhaps } });
            setText(FirstNutrient, why);
            ++m_row;
        }
    }

private:
    /// Never a formula and never a number.
    void setText(sal_Int32 column, const std::string& text)
    {
        Reference<css::text::XText>(m_sheet->getCellByPosition(column, m_row), UNO_QUERY_THROW)
            ->setString(fromUtf8(text));
    }

    void embolden()
    {
        const auto last = FirstNutrient + static_cast<sal_Int32>(m_nutrients.size());
        Reference<XPropertySet>(m_sheet->getCellRangeByPosition(0, m_row, last, m_row),
                                UNO_QUERY_THROW)
            ->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
    }

    void writeEntry(const DiaryEntry& entry)
    {
        setText(Date, entry.date);
        setText(Meal, entry.meal);
        setText(FoodName, entry.food);
        setText(Amount, entry.amount);
    }

    void writeDay(const DiaryPlan& plan, std::size_t begin, std::size_t end)
    {
        const std::string first = std::to_string(m_row + 2);
        const std::string last = std::to_string(m_row + 1 + static_cast<sal_Int32>(end - begin));
        setText(Date, plan.entries[begin].date);
        const auto missed =
            std::count_if(plan.missed.begin(), plan.missed.end(), [&](const MissedEntry& each) {
                return each.entry.date == plan.entries[begin].date;
            });
        setText(FoodName, missed == 0 ? m_words.text("import.plan.sum")
                                      : m_words.text("import.plan.sumWithout",
                                                     { { "missed", std::to_string(missed) } }));
        setFormulas("NUTRIENT_SUM(C" + first + ":C" + last + ";D" + first + ":D" + last);
        embolden();
        ++m_row;
        for (std::size_t i = begin; i < end; ++i, ++m_row)
        {
            writeEntry(plan.entries[i]);
            const std::string row = std::to_string(m_row + 1);
            setFormulas("NUTRIENT(C" + row + ";D" + row);
        }
    }

    /// @param call of a function, without its last argument
    void setFormulas(const std::string& call)
    {
        sal_Int32 column = FirstNutrient;
        for (const Nutrient* const nutrient : m_nutrients)
            m_sheet->getCellByPosition(column++, m_row)
                ->setFormula(fromUtf8("=" + call + ";\"" + nutrient->tag + "\")"));
    }

    Reference<XSpreadsheet> m_sheet;
    const Words& m_words;
    std::vector<const Nutrient*> m_nutrients;
    sal_Int32 m_row = 0;
};

} // namespace

DiaryPlan planOfDiary(const Reference<XComponentContext>& context,
                      const Reference<XSpreadsheetDocument>& document, const ImportReading& reading,
                      const ImportRules& rules)
{
    WorkbookFoods foods =
        Workbooks::shared(context)->foods(Reference<XPropertySet>(document, css::uno::UNO_QUERY));
    const auto table = foods.table();
    const std::string language = toUtf8(officeLanguage(context)).substr(0, 2);
    return planOfDiary(
        reading, rules, [&foods](const std::string& name) { return foods.find(name).food; },
        [&](const std::string& name) {
            if (!table)
                return std::string();
            const FoundFoods found = foods.data().search(*table, name, language);
            return found.likely > 0 ? found.foods.front()->name : std::string();
        });
}

void writeDiary(const Reference<XComponentContext>& context,
                const Reference<XSpreadsheetDocument>& document, const DiaryPlan& plan,
                const Words& words)
{
    const auto sheets = document->getSheets();
    const std::string title = words.text("import.plan.sheet");
    rtl::OUString name = fromUtf8(title);
    for (int i = 2; sheets->hasByName(name); ++i)
        name = fromUtf8(title + " " + std::to_string(i));
    const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
    sheets->insertNewByName(name, static_cast<sal_Int16>(count));
    DiarySheet(Reference<XSpreadsheet>(sheets->getByName(name), UNO_QUERY_THROW),
               Registry::shared(context)->data()->nutrients, words)
        .write(plan);
}

} // namespace quartet
