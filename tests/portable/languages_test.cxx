/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A copy speaks the language of who makes it, and goes on calculating with its words.

#include "portable_fixture.hxx"

namespace quartet
{

namespace
{

struct Spoken
{
    const char* language; ///< of the office
    const char* sheet;    ///< of data
    const char* foods;    ///< its first heading
    const char* leftOut;
    const char* stale;
    const char* slices;
    const char* cup;
};

void PrintTo(const Spoken& spoken, std::ostream* stream) { *stream << spoken.language; }

const Spoken languages[] = {
    { "en-US", "Nutrition data", "The foods of this copy", "left out of this copy",
      "not recalculated", "3 slices", "1 cup" },
    { "de", "Nährwertdaten", "Die Lebensmittel dieser Kopie", "in dieser Kopie weggelassen",
      "nicht neu berechnet", "3 Scheiben", "1 Tasse" },
    { "fr", "Données nutritionnelles", "Les aliments de cette copie", "omis de cette copie",
      "non recalculé", "3 tranches", "1 tasse" },
    { "es", "Datos de nutrición", "Los alimentos de esta copia", "omitido en esta copia",
      "no recalculado", "3 rebanadas", "1 taza" },
    { "ja", "栄養データ", "このコピーの食品", "このコピーでは省かれています",
      "再計算されていません", "3 枚", "1カップ" },
};

class SpokenCopies : public PortableTest, public testing::WithParamInterface<Spoken>
{
protected:
    static void SetUpTestSuite() {}
    void SetUp() override
    {
        start({ OXT }, { "--headless" }, GetParam().language);
        startElsewhere();
    }

    static std::string shown(const Spreadsheet& document, const char* sheet, const char* cell)
    {
        return toUtf8(Reference<css::text::XText>(
                          rangeOf(document, sheet, cell)->getCellByPosition(0, 0), UNO_QUERY_THROW)
                          ->getString());
    }
    static std::vector<std::string> firstColumn(const Spreadsheet& document, const char* sheet)
    {
        std::vector<std::string> texts;
        constexpr int rows = 40;
        for (int row = 1; row <= rows; ++row)
            texts.push_back(shown(document, sheet, ("A" + std::to_string(row)).c_str()));
        return texts;
    }
};

} // namespace

TEST_P(SpokenCopies, SayWhatTheyHoldAndUnderstandWhatIsTyped)
{
    const Spoken& spoken = GetParam();
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        SCOPED_TRACE(name);
        const fs::path file = folderPath() / name;
        Spreadsheet original(office());
        for (const auto& [cell, content] :
             { std::pair("A1", "Gouda"), std::pair("B1", "2 slices"),
               std::pair("C1", "=ORG.QUARTET.NUTRITION.NUTRIENT(A1;B1;\"CA\")"),
               std::pair("A2", "Milk, whole"), std::pair("B2", "100"),
               std::pair("C2", "=ORG.QUARTET.NUTRITION.NUTRIENT(A2;B2;\"CA\")"),
               std::pair("C3", "=ORG.QUARTET.NUTRITION.NUTRIENTSUM(A1:A2;B1:B2;\"CA\")"),
               std::pair("C4", "=ORG.QUARTET.NUTRITION.BALANCECHECK(10;20;C3;300)"),
               std::pair("A5", "43.7"),
               std::pair("C5", "=ORG.QUARTET.NUTRITION.INTAKETARGET(\"CA\";A5;\"F\")") })
            original.enter(cell, content);
        original.recalculate();
        copy(office(), original, file, {});
        expectNothingOfOurs(file);
        const Spreadsheet without(elsewhere(), file);
        EXPECT_EQ(without.text("A5"), spoken.leftOut);
        EXPECT_EQ(without.text("C5"), "1000");
        EXPECT_THAT(firstColumn(without, spoken.sheet), testing::Contains(spoken.foods));

        copy(office(), original, file);
        Spreadsheet portable(elsewhere(), file);
        EXPECT_EQ(differences(original, portable), "");
        for (const Spreadsheet* const each : { static_cast<const Spreadsheet*>(&original),
                                               static_cast<const Spreadsheet*>(&portable) })
        {
            enter(*each, "Sheet1", "B1", spoken.slices);
            enter(*each, "Sheet1", "B2", spoken.cup);
        }
        original.recalculate();
        portable.recalculate();
        EXPECT_EQ(original.error("C3"), 0);
        for (const char* const cell : { "C1", "C2", "C3" })
            EXPECT_NEAR(portable.value(cell), original.value(cell), 1e-9) << cell;
        EXPECT_THAT(portable.text("C4"), testing::StartsWith(spoken.stale));
    }
}

INSTANTIATE_TEST_SUITE_P(Calc, SpokenCopies, testing::ValuesIn(languages),
                         [](const testing::TestParamInfo<Spoken>& parameter) {
                             std::string name = parameter.param.language;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace quartet
