/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Links that are relative in a workbook are relative in its copy: they lead on where both go.

#include "portable_fixture.hxx"

#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XTextContent.hpp>

namespace quartet
{

namespace
{

class PortableLinks : public PortableTest
{
protected:
    void SetUp() override
    {
        fs::create_directories(folderPath() / "plans" / "sent");
        const Spreadsheet other(office());
        enter(other, "Sheet1", "A1", "5");
        other.store(plans() / "other.ods", "calc8");
    }
    fs::path plans() const { return folderPath() / "plans"; }

    /// A workbook beside the other one, which links to it and shows a cell of it.
    std::unique_ptr<Spreadsheet> linked() const
    {
        auto document = std::make_unique<Spreadsheet>(office());
        const Reference<css::lang::XMultiServiceFactory> services(document->document(),
                                                                  UNO_QUERY_THROW);
        const Reference<css::text::XTextContent> field(
            services->createInstance("com.sun.star.text.TextField.URL"), UNO_QUERY_THROW);
        const Reference<css::beans::XPropertySet> properties(field, UNO_QUERY_THROW);
        properties->setPropertyValue("URL", Any(fileUrl(plans() / "other.ods")));
        properties->setPropertyValue("Representation", Any(rtl::OUString("the other one")));
        const Reference<css::text::XText> text(document->cell("D1"), UNO_QUERY_THROW);
        text->insertTextContent(
            Reference<css::text::XTextRange>(text->createTextCursor(), UNO_QUERY_THROW), field,
            false);
        document->enter("A1", "Gouda");
        document->enter("B1", "=ORG.QUARTET.NUTRITION.K2MCG(A1;100)");
        document->enter("C1", "='" + toUtf8(fileUrl(plans() / "other.ods")) + "'#$Sheet1.A1");
        const Reference<css::frame::XStorable> storable(document->document(), UNO_QUERY_THROW);
        storable->storeAsURL(fileUrl(plans() / "original.ods"), {});
        document->recalculate();
        return document;
    }

    /// Where the links to the other workbook lead, as they stand in a file.
    static std::set<std::string> links(const fs::path& file)
    {
        static const std::regex link("(?:xlink:href|Target)=\"([^\"#]*other[.]ods)|table:formula="
                                     "\"[^\"]*'([^']*other[.]ods)");
        std::set<std::string> found;
        for (const std::string& part : readParts(elsewhere(), file))
            for (auto each = std::sregex_iterator(part.begin(), part.end(), link);
                 each != std::sregex_iterator(); ++each)
                found.insert((*each)[1].matched ? (*each)[1] : (*each)[2]);
        return found;
    }
};

} // namespace

TEST_F(PortableLinks, AreAsAnOrdinarySaveWritesThem)
{
    const auto document = linked();
    for (const auto& [ending, filter] :
         { std::pair(".ods", "calc8"), std::pair(".xlsx", "Calc MS Excel 2007 XML") })
        for (const char* const folder : { "", "sent" })
        {
            SCOPED_TRACE(folder + std::string(ending));
            const fs::path copied = plans() / folder / (std::string("copy") + ending);
            const fs::path saved = plans() / folder / (std::string("saved") + ending);
            copy(office(), *document, copied);
            document->store(saved, filter);
            EXPECT_FALSE(links(copied).empty());
            EXPECT_EQ(links(copied), links(saved));
            for (const std::string& link : links(copied))
                EXPECT_EQ(link.find(folderPath().filename().string()), std::string::npos) << link;
        }
}

TEST_F(PortableLinks, LeadOnWhereBothHaveGone)
{
    {
        const auto document = linked();
        for (const char* const name : { "copy.ods", "copy.xlsx" })
            copy(office(), *document, plans() / name);
    }
    fs::rename(plans(), folderPath() / "elsewhere");
    for (const char* const ending : { ".ods", ".xlsx" })
    {
        SCOPED_TRACE(ending);
        const fs::path folder = folderPath() / "elsewhere";
        const Spreadsheet moved(elsewhere(), fileUrl(folder / (std::string("copy") + ending)));
        EXPECT_EQ(moved.text("B1"), "64.5");
        EXPECT_EQ(moved.text("C1"), "5");
        EXPECT_THAT(toUtf8(moved.cell("C1")->getFormula()), HasSubstr("elsewhere/other.ods"));
    }
}

} // namespace quartet
