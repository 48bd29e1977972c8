/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A plan from a template goes out without its person's medicine and without a question: what
// the template itself says of medicines is the same for everyone.

#include "filled_templates.hxx"
#include "portable_fixture.hxx"
#include "private_ways.hxx"

#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>

namespace quartet
{

namespace
{

struct SentPlan
{
    const char* file;
    const char* language;
    bool filled; ///< with an age and foods
};

void PrintTo(const SentPlan& plan, std::ostream* stream)
{
    *stream << plan.language << ' ' << plan.file << (plan.filled ? "" : ", empty");
}

std::vector<SentPlan> plans()
{
    std::vector<SentPlan> all;
    for (const char* const file : { "day-plan", "week-plan" })
        for (const char* const language : { "en", "de", "fr", "es", "ja" })
            for (const bool filled : { true, false })
                all.push_back({ file, language, filled });
    return all;
}

class SentPlans : public PortableTest, public testing::WithParamInterface<SentPlan>
{
protected:
    static Reference<css::table::XCell> cellOf(const Spreadsheet& document, const char* name,
                                               sal_Int32 row)
    {
        const Reference<css::container::XNameAccess> names(
            Reference<css::beans::XPropertySet>(document.document(), UNO_QUERY_THROW)
                ->getPropertyValue("NamedRanges"),
            UNO_QUERY_THROW);
        return Reference<css::sheet::XCellRangeReferrer>(
                   names->getByName(rtl::OUString::createFromAscii(name)), UNO_QUERY_THROW)
            ->getReferredCells()
            ->getCellByPosition(0, row);
    }

    /// The classes to choose from, in the template's column of them.
    static std::vector<rtl::OUString> medicines(const Spreadsheet& document)
    {
        const auto sheet = cellOf(document, "SexWords", 0);
        const auto address =
            Reference<css::sheet::XCellAddressable>(sheet, UNO_QUERY_THROW)->getCellAddress();
        const Reference<css::table::XCellRange> lists(
            Reference<css::container::XIndexAccess>(document.document()->getSheets(),
                                                    UNO_QUERY_THROW)
                ->getByIndex(address.Sheet),
            UNO_QUERY_THROW);
        constexpr sal_Int32 column = 14;
        constexpr sal_Int32 rows = 60;
        std::vector<rtl::OUString> texts;
        for (sal_Int32 row = 0; row < rows; ++row)
            texts.push_back(lists->getCellByPosition(column, row)->getFormula());
        return texts;
    }
};

} // namespace

TEST_P(SentPlans, TellNoMedicine)
{
    const Spreadsheet plan(office(), templateUrl(office(), GetParam().file, GetParam().language));
    cellOf(plan, "Medicines", 0)->setFormula("Warfarin 5 mg; Zyloric");
    if (GetParam().filled)
    {
        cellOf(plan, "Age", 0)->setValue(43);
        const bool isDay = std::string(GetParam().file) == "day-plan";
        cellOf(plan, "Foods", isDay ? 1 : 3)->setFormula("Gouda");
    }
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        try
        {
            copy(office(), plan, file, {});
        }
        catch (const css::io::IOException& error)
        {
            FAIL() << toUtf8(error.Message);
        }
        for (const std::string& part : readParts(elsewhere(), file))
            for (const char* const secret : { "Zyloric", "5 mg", "INR" })
                EXPECT_EQ(part.find(secret), std::string::npos) << secret;
        const Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(medicines(portable), medicines(plan)) << "the list to choose from is whole";
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, SentPlans, testing::ValuesIn(plans()),
                         [](const testing::TestParamInfo<SentPlan>& parameter) {
                             return parameter.param.language + std::string(parameter.param.file, 3)
                                    + (parameter.param.filled ? "Filled" : "Empty");
                         });

} // namespace quartet
