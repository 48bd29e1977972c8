/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The food picker and the boxes in the languages that the extension speaks.

#include "screen_fixture.hxx"
#include "workbook/utf8.hxx"

#include <gmock/gmock.h>

namespace quartet
{

namespace
{

using testing::HasSubstr;

struct Language
{
    const char* tag; ///< as the office writes it
    const char* search;
    const char* unknown;
    const char* explainTitle;
    const char* shown; ///< by an explained cell
};

const Language languages[] = {
    { "de", "~Suche", "unbekannt", "Diese Zelle erklären", "Diese Zelle zeigt" },
    { "fr", "~Rechercher", "inconnu", "Expliquer cette cellule", "Cette cellule affiche" },
    { "es", "~Buscar", "sin dato", "Explicar esta celda", "Esta celda muestra" },
    { "ja", "検索(~S)", "不明", "このセルの説明", "このセルの表示" },
    { "de-AT", "~Suche", "unbekannt", "Diese Zelle erklären", "Diese Zelle zeigt" },
    { "nl", "~Search", "unknown", "Explain This Cell", "This cell shows" },
};

class Languages : public ScreenTest, public testing::WithParamInterface<Language>
{
protected:
    void SetUp() override { startWithWindows({ OXT }, GetParam().tag); }
    static void SetUpTestSuite() {}
};

} // namespace

TEST_P(Languages, AreSpokenAndFit)
{
    const Window window(office());
    const PickerWindow picker(office(), window);
    EXPECT_EQ(picker.label("searchLabel"), GetParam().search);
    picker.type("search", "american cheese");
    EXPECT_EQ(picker.label("MK7.100g"), GetParam().unknown);
    for (const char* const name :
         { "searchLabel", "groupLabel", "amountLabel", "insert", "VITK2.name", "MK4.name",
           "MK7.name", "MKOTH.name", "VITD.name", "CA.name", "MG.name", "heading.100g",
           "VITK2.100g", "MK7.100g", "MK7.portion", "CA.portion" })
        EXPECT_TRUE(picker.fits(name)) << name;

    window.enter("D4", "=ORG.QUARTET.NUTRITION.K2MCG(\"natto\";50)");
    window.select("D4");
    EXPECT_THAT(
        readBox(office(), window.frame(), "org.quartet:ExplainCell", GetParam().explainTitle)
            .value_or("no box"),
        HasSubstr(GetParam().shown));
}

INSTANTIATE_TEST_SUITE_P(Screen, Languages, testing::ValuesIn(languages),
                         [](const testing::TestParamInfo<Language>& parameter) {
                             std::string name = parameter.param.tag;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace quartet
