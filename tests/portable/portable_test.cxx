/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Portable copies, opened where the extension isn't: the workbooks of
// tests/portable/workbooks.txt and the filled-in templates.

#include "filled_templates.hxx"
#include "portable_fixture.hxx"

namespace quartet
{

namespace
{

class PortableWorkbooks : public PortableTest, public testing::WithParamInterface<Workbook>
{
};

class PortableTemplates : public PortableTest, public testing::WithParamInterface<FilledTemplate>
{
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
        EXPECT_EQ(differences(original, portable, errorsOf(GetParam())), "") << "after a change";
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
        // The sentence on the four, and the estimates of K2, which aren't worked out again.
        EXPECT_LE(std::count(after.begin(), after.end(), '\n'), 2) << after;
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
            EXPECT_EQ(portable.text(cell), "left out of this copy") << cell;
        EXPECT_EQ(portable.text("B1"), "1000");
        EXPECT_EQ(portable.text("B2"), "left out of this copy");
        EXPECT_EQ(portable.text("B3"), "left out of this copy");
        EXPECT_EQ(portable.text("B4"), "left out of this copy");
        EXPECT_EQ(portable.text("B5"), "left out of this copy");

        copy(office(), original, folderPath() / name, { "IncludePerson", "IncludeMedicines" });
        const Spreadsheet whole(elsewhere(), folderPath() / name);
        EXPECT_EQ(whole.text("A1"), "warfarin");
        EXPECT_EQ(whole.text("A2"), "43");
        EXPECT_EQ(whole.text("B1"), "1000");
        EXPECT_EQ(whole.text("B2").find("caution: "), 0u) << whole.text("B2");
    }
}

TEST_F(PortableCopies, KeepTheWholeCautionInEachLanguage)
{
    Spreadsheet original(office());
    original.enter("A1", "15");
    const std::vector<std::string> languages{ "en", "de", "fr", "es", "ja" };
    const auto cell = [](std::size_t i) { return "B" + std::to_string(i + 1); };
    for (std::size_t i = 0; i < languages.size(); ++i)
        original.enter(cell(i).c_str(), "=ORG.QUARTET.NUTRITION.BALANCECHECK(A1;2;3;4;;;;;"
                                        "\"warfarin, digoxin, levothyroxine\";\""
                                            + languages[i] + "\")");
    const fs::path file = folderPath() / "cautions.xlsx";
    copy(office(), original, file);
    Spreadsheet portable(elsewhere(), file);
    portable.enter("A1", "16");
    for (std::size_t i = 0; i < languages.size(); ++i)
    {
        const std::string said = original.text(cell(i).c_str());
        const std::string kept = portable.text(cell(i).c_str());
        const auto end = kept.find(" not recalculated");
        ASSERT_NE(end, std::string::npos) << kept;
        EXPECT_EQ(said.substr(0, end), kept.substr(0, end));
        EXPECT_FALSE(kept.substr(0, end).empty());
        EXPECT_TRUE(kept.substr(0, end).ends_with(".") || kept.substr(0, end).ends_with("。"));
        EXPECT_NE(kept.find("digoxin"), std::string::npos) << kept;
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

// An .xlsx looks texts up in one way; the workbook may have another.
TEST_F(PortableCopies, KeepWhatThePersonsOwnFormulasFound)
{
    Spreadsheet original(office());
    const Reference<css::beans::XPropertySet> settings(original.document(), UNO_QUERY_THROW);
    settings->setPropertyValue("MatchWholeCell", Any(false));
    settings->setPropertyValue("RegularExpressions", Any(true));
    original.enter("A1", "Gouda");
    original.enter("A2", "Gouda, young");
    original.enter("B1", "=COUNTIF(A1:A4;\"Gou\")");
    original.enter("B2", "=COUNTIF(A1:A4;\"G.*\")");
    original.enter("C1", "=ORG.QUARTET.NUTRITION.K2MCG(A1;B1*10)");
    original.recalculate();
    ASSERT_EQ(original.text("B1"), "2");
    for (const char* const name : { "copy.ods", "copy.xlsx" })
    {
        copy(office(), original, folderPath() / name, {});
        const Spreadsheet portable(elsewhere(), folderPath() / name);
        EXPECT_EQ(portable.text("B1"), "2") << name;
        EXPECT_EQ(portable.text("B2"), "2") << name;
        EXPECT_NEAR(portable.value("C1"), original.value("C1"), 1e-9) << name;
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
