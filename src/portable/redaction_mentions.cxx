/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Where a copy still mentions what it leaves out, and what lies beside the cells.

#include "portable/redaction.hxx"
#include "portable/safe_file.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XDataPilotDescriptor.hpp>
#include <com/sun/star/sheet/XDataPilotTablesSupplier.hpp>
#include <com/sun/star/sheet/XHeaderFooterContent.hpp>
#include <com/sun/star/sheet/XScenariosSupplier.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/DateTime.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace quartet
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::string listed(const std::vector<Mention>& mentions)
{
    constexpr std::size_t most = 12;
    std::string list;
    for (std::size_t i = 0; i < mentions.size() && i < most; ++i)
        list += (i ? ", " : "") + mentions[i].cell;
    return list + (mentions.size() > most ? ", …" : "");
}

std::vector<Mention> Redaction::mentions(std::map<std::string, std::function<void()>>& remove)
{
    std::vector<Mention> found;
    const auto add = [&](const std::string& where, const std::string& text,
                         std::function<void()> removing) {
        found.push_back({ where, text });
        remove[where] = std::move(removing);
    };
    std::vector<std::string> inLists;
    constexpr sal_Int32 atOnce = 1000;
    for (sal_Int32 sheet = 0; sheet <= m_dataSheet; ++sheet)
    {
        const Area used = m_cells.usedArea(sheet);
        const bool isData = sheet == m_dataSheet;
        for (sal_Int32 top = 0; top <= used.last.row; top += atOnce)
        {
            const Area part{ { sheet, 0, top },
                             { sheet, used.last.column,
                               std::min(used.last.row, top + atOnce - 1) } };
            const auto values = m_cells.shown(part);
            auto value = values.begin();
            for (sal_Int32 row = part.first.row; row <= part.last.row; ++row)
                for (sal_Int32 column = 0; column <= part.last.column; ++column, ++value)
                {
                    const Place place{ sheet, column, row };
                    rtl::OUString text;
                    double number = 0;
                    std::string said;
                    if (value->error)
                        continue;
                    if (value->value >>= text)
                    {
                        said = toUtf8(text);
                        if (said.empty() || said == m_leftOutText)
                            continue;
                        if (!m_data.secrets.mentionedIn(said))
                            continue;
                        if ((isData || m_data.isAmount(place)) && !m_data.secrets.wordIn(said))
                            continue;
                        if (!isData && m_data.isInMedicineList(place))
                        {
                            inLists.push_back(said);
                            continue;
                        }
                    }
                    else if (!isData && (value->value >>= number))
                    {
                        if (m_cells.isFormula(place))
                            said = tellingNumber(m_cells.tokens(place));
                        // What is worked out without them is no sign of them.
                        else if (!m_data.secrets.isNumber(number) || m_data.isAmount(place))
                            continue;
                        else
                            said = m_cells.text(place);
                        if (said.empty())
                            continue;
                    }
                    else
                        continue;
                    add(m_cells.name(place), said,
                        [this, place] { m_cells.setText(place, m_leftOutText); });
                }
        }
        const Reference<css::sheet::XSheetAnnotationsSupplier> supplier(m_cells.sheet(sheet),
                                                                        UNO_QUERY_THROW);
        const Reference<css::container::XIndexAccess> annotations(supplier->getAnnotations(),
                                                                  UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < annotations->getCount(); ++i)
        {
            const Reference<css::sheet::XSheetAnnotation> annotation(annotations->getByIndex(i),
                                                                     UNO_QUERY_THROW);
            const auto position = annotation->getPosition();
            const Place place{ sheet, position.Column, position.Row };
            const std::string text =
                toUtf8(Reference<css::text::XSimpleText>(annotation, UNO_QUERY_THROW)->getString());
            if (m_data.secrets.mentionedIn(text))
                add(m_words.text("portable.mention.comment", { { "cell", m_cells.name(place) } }),
                    text, [this, place] {
                        Reference<css::sheet::XSheetOperation>(m_cells.range({ place, place }),
                                                               UNO_QUERY_THROW)
                            ->clearContents(css::sheet::CellFlags::ANNOTATION);
                    });
        }
        if (!isData)
            mentionsInMessages(sheet, found, remove);
    }
    mentionsInNames(found, remove);
    // Not before: elsewhere the same text is a mention.
    for (const std::string& said : inLists)
        m_data.secrets.allow(said);
    return found;
}

std::string Redaction::tellingNumber(const Tokens& formula) const
{
    double number = 0;
    for (const css::sheet::FormulaToken& token : formula)
        if (m_grammar.constant({ token }) && (token.Data >>= number)
            && m_data.secrets.isTelling(number))
            return toUtf8(rtl::OUString::number(number));
    return {};
}

void Redaction::mentionsInNames(std::vector<Mention>& found,
                                std::map<std::string, std::function<void()>>& remove)
{
    for (const auto& [id, name] : m_names.all())
    {
        if (m_data.names.contains(id) || m_data.medicineNames.contains(id))
            continue;
        std::string said = tellingNumber(name.tokens);
        for (const css::sheet::FormulaToken& token : name.tokens)
        {
            rtl::OUString text;
            if (m_grammar.constant({ token }) && (token.Data >>= text)
                && m_data.secrets.mentionedIn(toUtf8(text)))
                said = toUtf8(text);
        }
        if (said.empty())
            continue;
        const std::string where =
            m_words.text("portable.mention.name", { { "name", name.text() } });
        found.push_back({ where, said });
        remove[where] = [this, &named = name] {
            named.set({ m_grammar.value(Any(rtl::OUString())) });
        };
    }
}

void Redaction::mentionsInMessages(sal_Int32 sheet, std::vector<Mention>& found,
                                   std::map<std::string, std::function<void()>>& remove)
{
    static constexpr std::array<const char*, 4> texts{ "InputTitle", "InputMessage", "ErrorTitle",
                                                       "ErrorMessage" };
    const Reference<css::container::XIndexAccess> formats(
        Reference<css::sheet::XUniqueCellFormatRangesSupplier>(m_cells.sheet(sheet),
                                                               UNO_QUERY_THROW)
            ->getUniqueCellFormatRanges());
    for (sal_Int32 i = 0; i < formats->getCount(); ++i)
    {
        const auto addresses =
            Reference<css::sheet::XSheetCellRanges>(formats->getByIndex(i), UNO_QUERY_THROW)
                ->getRangeAddresses();
        for (sal_Int32 j = 0; j < addresses.getLength(); ++j)
        {
            const auto& address = addresses.getConstArray()[j];
            const Area area{ { sheet, address.StartColumn, address.StartRow },
                             { sheet, address.EndColumn, address.EndRow } };
            const Reference<css::beans::XPropertySet> cells(m_cells.range(area), UNO_QUERY_THROW);
            const Reference<css::beans::XPropertySet> validity(
                cells->getPropertyValue("Validation"), UNO_QUERY);
            std::string said;
            for (const char* const name : texts)
            {
                rtl::OUString text;
                if (validity.is())
                    validity->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= text;
                if (m_data.secrets.mentionedIn(toUtf8(text)))
                    said = toUtf8(text);
            }
            if (const Reference<css::sheet::XSheetCondition> rule(validity, UNO_QUERY); rule.is())
                for (const rtl::OUString& formula : { rule->getFormula1(), rule->getFormula2() })
                    if (m_data.secrets.isTelling(toUtf8(formula))
                        || m_data.secrets.wordIn(toUtf8(formula)))
                        said = toUtf8(formula);
            if (said.empty())
                continue;
            const std::string where =
                m_words.text("portable.mention.message", { { "cell", m_cells.name(area.first) } });
            found.push_back({ where, said });
            remove[where] = [cells] {
                const Any value = cells->getPropertyValue("Validation");
                const Reference<css::beans::XPropertySet> changed(value, UNO_QUERY_THROW);
                for (const char* const name : texts)
                    changed->setPropertyValue(rtl::OUString::createFromAscii(name),
                                              Any(rtl::OUString()));
                changed->setPropertyValue("Type", Any(css::sheet::ValidationType_ANY));
                cells->setPropertyValue("Validation", value);
            };
        }
    }
}

void Redaction::leaveOutMentions()
{
    std::map<std::string, std::function<void()>> remove;
    const auto found = mentions(remove);
    if (found.empty())
        return;
    if (!m_choices.mentions)
        throw NotWritten("portable.error.mentions", listed(found));
    const auto taken = m_choices.mentions(found);
    if (!taken)
        throw NotWritten("portable.error.cancelled");
    for (const Mention& mention : found)
        if (taken->contains(mention.cell))
            remove[mention.cell]();
        else
            m_data.secrets.allow(mention.text);
    m_cells.recalculate();
}

namespace
{

/// A date as "1983-05-01"; empty for another value.
rtl::OUString dateOf(const Any& value)
{
    css::util::Date day;
    css::util::DateTime moment;
    if (value >>= moment)
        day = css::util::Date(moment.Day, moment.Month, moment.Year);
    else if (!(value >>= day))
        return {};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", day.Year, day.Month, day.Day);
    return rtl::OUString::createFromAscii(text.data());
}

} // namespace

void Redaction::leaveOutProperties() const
{
    const auto properties =
        Reference<css::document::XDocumentPropertiesSupplier>(m_cells.document(), UNO_QUERY_THROW)
            ->getDocumentProperties();
    properties->setAuthor({});
    properties->setModifiedBy({});
    properties->setPrintedBy({});
    const auto mentions = [this](const rtl::OUString& text) {
        return m_data.secrets.mentionedIn(toUtf8(text)).has_value();
    };
    if (mentions(properties->getTitle()))
        properties->setTitle({});
    if (mentions(properties->getSubject()))
        properties->setSubject({});
    if (mentions(properties->getDescription()))
        properties->setDescription({});
    const auto keywords = properties->getKeywords();
    if (std::any_of(keywords.getConstArray(), keywords.getConstArray() + keywords.getLength(),
                    mentions))
        properties->setKeywords({});
    const auto own = properties->getUserDefinedProperties();
    const Reference<css::beans::XPropertySet> values(own, UNO_QUERY_THROW);
    const auto all = values->getPropertySetInfo()->getProperties();
    for (sal_Int32 i = 0; i < all.getLength(); ++i)
    {
        const rtl::OUString name = all.getConstArray()[i].Name;
        const Any value = values->getPropertyValue(name);
        rtl::OUString text = dateOf(value);
        double number = 0;
        if (mentions(name) || mentions(text) || ((value >>= text) && mentions(text))
            || ((value >>= number) && m_data.secrets.isNumber(number)))
            own->removeProperty(name);
    }
    // What stands above and below each page.
    const Reference<css::container::XNameAccess> families(
        Reference<css::style::XStyleFamiliesSupplier>(m_cells.document(), UNO_QUERY_THROW)
            ->getStyleFamilies());
    const Reference<css::container::XIndexAccess> pages(families->getByName("PageStyles"),
                                                        UNO_QUERY_THROW);
    static constexpr std::array<const char*, 6> places{
        "LeftPageHeaderContent", "RightPageHeaderContent", "FirstPageHeaderContent",
        "LeftPageFooterContent", "RightPageFooterContent", "FirstPageFooterContent"
    };
    for (sal_Int32 i = 0; i < pages->getCount(); ++i)
        for (const char* const name : places)
        {
            const Reference<css::beans::XPropertySet> page(pages->getByIndex(i), UNO_QUERY_THROW);
            const rtl::OUString place = rtl::OUString::createFromAscii(name);
            const Reference<css::sheet::XHeaderFooterContent> content(
                page->getPropertySetInfo()->hasPropertyByName(place) ? page->getPropertyValue(place)
                                                                     : Any(),
                UNO_QUERY);
            if (!content.is())
                continue;
            bool changed = false;
            for (const auto& text :
                 { content->getLeftText(), content->getCenterText(), content->getRightText() })
                if (mentions(text->getString()))
                {
                    text->setString({});
                    changed = true;
                }
            if (changed)
                page->setPropertyValue(place, Any(content));
        }
}

void leaveOutScenarios(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
    {
        const Reference<css::sheet::XScenariosSupplier> supplier(sheets->getByIndex(i), UNO_QUERY);
        if (!supplier.is())
            continue;
        const auto scenarios = supplier->getScenarios();
        const auto names =
            Reference<css::container::XNameAccess>(scenarios, UNO_QUERY_THROW)->getElementNames();
        for (sal_Int32 j = names.getLength(); j-- > 0;)
            scenarios->removeByName(names.getConstArray()[j]);
    }
}

void Redaction::leaveOutPivots() const
{
    for (sal_Int32 i = 0; i < m_cells.sheets(); ++i)
    {
        const Reference<css::sheet::XDataPilotTablesSupplier> supplier(m_cells.sheet(i), UNO_QUERY);
        if (!supplier.is())
            continue;
        const auto tables = supplier->getDataPilotTables();
        const Reference<css::container::XNameAccess> names(tables, UNO_QUERY_THROW);
        const auto all = names->getElementNames();
        for (sal_Int32 j = 0; j < all.getLength(); ++j)
        {
            const Reference<css::sheet::XDataPilotDescriptor> table(
                names->getByName(all.getConstArray()[j]), UNO_QUERY_THROW);
            const auto source = table->getSourceRange();
            const Area area{ { source.Sheet, source.StartColumn, source.StartRow },
                             { source.Sheet, source.EndColumn, source.EndRow } };
            if (std::any_of(m_data.cells.begin(), m_data.cells.end(),
                            [&](const auto& each) { return contains(area, each.first); }))
                tables->removeByName(all.getConstArray()[j]);
        }
    }
}

} // namespace quartet
