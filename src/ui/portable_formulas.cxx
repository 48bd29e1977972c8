/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable_formulas.hxx"

#include "fold.hxx"
#include "formula_tokens.hxx"
#include "k2.hxx"
#include "nutrition_sheet.hxx"
#include "utf8.hxx"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/NameToken.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XArrayFormulaTokens.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XFormulaTokens.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace quartet
{

namespace
{

using css::sheet::FormulaToken;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// What a cell shows.
struct Shown
{
    sal_Int32 error = 0;
    Any value;

    bool agrees(const Shown& other) const
    {
        constexpr sal_Int32 notAvailable = 32767;
        if (error || other.error)
            return error && other.error
                   && (error == notAvailable) == (other.error == notAvailable);
        double one = 0;
        double two = 0;
        if ((value >>= one) && (other.value >>= two))
            return std::abs(one - two)
                   <= 1e-9 * std::max({ 1.0, std::abs(one), std::abs(two) });
        return value == other.value;
    }
};

/// A cell whose formula calls us.
struct Site
{
    Place place;
    Area area; ///< of an array formula; else the cell
    Tokens original{};
    Tokens rewritten{};
    std::vector<Shown> shown{};
    std::set<std::string> sentences{}; ///< functions that became their value
    bool array = false;
    bool freeze = false;
};

/// Why a call can't be rewritten: its cell gets its value.
struct NoNativeForm
{
};

class Rewriting
{
public:
    Rewriting(const Reference<css::sheet::XSpreadsheetDocument>& document,
              std::shared_ptr<const Standards> standards, const Words& words,
              const PortableChoices& choices)
        : m_document(document)
        , m_services(document, UNO_QUERY_THROW)
        , m_sheets(document->getSheets(), UNO_QUERY_THROW)
        , m_standards(std::move(standards))
        , m_words(words)
        , m_choices(choices)
        , m_grammar(m_services)
        , m_sheetCount(m_sheets->getCount())
        , m_data(m_grammar, m_standards, words, document, choices.withPerson, choices.xlsx)
    {
    }

    PortableReport run()
    {
        recalculate();
        readNames();
        collect();
        for (Site& site : m_sites)
            site.shown = shown(site.area);
        if (!m_choices.valuesOnly)
        {
            for (Site& site : m_sites)
                rewrite(site);
            m_data.writeInputs();
            recalculate();
            m_data.writeFormulas();
        }
        for (Site& site : m_sites)
            if (site.freeze || m_choices.valuesOnly)
                freeze(site);
            else
                write(site);
        recalculate();
        if (!m_choices.valuesOnly)
            check();
        rewriteNames();
        m_data.finish(m_frozen);
        return { m_sites.size() - m_frozenCells, m_frozenCells };
    }

private:
    void recalculate() const
    {
        Reference<css::sheet::XCalculatable>(m_document, UNO_QUERY_THROW)->calculateAll();
    }

    Reference<css::table::XCellRange> sheet(sal_Int32 index) const
    {
        return Reference<css::table::XCellRange>(m_sheets->getByIndex(index), UNO_QUERY_THROW);
    }

    Reference<css::table::XCellRange> range(const Area& area) const
    {
        return sheet(area.first.sheet)
            ->getCellRangeByPosition(area.first.column, area.first.row, area.last.column,
                                     area.last.row);
    }

    Reference<css::table::XCell> cell(const Place& place) const
    {
        return sheet(place.sheet)->getCellByPosition(place.column, place.row);
    }

    std::vector<Shown> shown(const Area& area) const
    {
        const auto cells = range(area);
        const auto rows =
            Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
        std::vector<Shown> all;
        for (sal_Int32 row = 0; row < area.rows(); ++row)
            for (sal_Int32 column = 0; column < area.columns(); ++column)
                all.push_back({ cells->getCellByPosition(column, row)->getError(),
                                rows.getConstArray()[row].getConstArray()[column] });
        return all;
    }

    // Names

    struct Name
    {
        Reference<css::sheet::XNamedRange> name;
        Tokens tokens;
        bool ours = false;
    };

    static std::pair<sal_Int32, sal_Int32> idOf(const FormulaToken& token)
    {
        css::sheet::NameToken name;
        token.Data >>= name;
        return { name.Sheet, name.Index };
    }

    void readNames(const Reference<css::beans::XPropertySet>& owner, sal_Int32 scope)
    {
        const Reference<css::container::XNameAccess> names(
            owner->getPropertyValue("NamedRanges"), UNO_QUERY);
        if (!names.is())
            return;
        const auto all = names->getElementNames();
        for (sal_Int32 i = 0; i < all.getLength(); ++i)
        {
            const Reference<css::sheet::XNamedRange> name(
                names->getByName(all.getConstArray()[i]), UNO_QUERY_THROW);
            sal_Int32 index = 0;
            Reference<css::beans::XPropertySet>(name, UNO_QUERY_THROW)
                    ->getPropertyValue("TokenIndex")
                >>= index;
            m_names[{ scope, index }] = {
                name,
                toTokens(Reference<css::sheet::XFormulaTokens>(name, UNO_QUERY_THROW)->getTokens())
            };
        }
    }

    void readNames()
    {
        readNames(Reference<css::beans::XPropertySet>(m_document, UNO_QUERY_THROW), -1);
        for (sal_Int32 i = 0; i < m_sheetCount; ++i)
            readNames(Reference<css::beans::XPropertySet>(m_sheets->getByIndex(i), UNO_QUERY_THROW),
                      i);
        // A name may stand for a name that calls us.
        for (bool more = true; more;)
        {
            more = false;
            for (auto& [id, name] : m_names)
            {
                if (name.ours || !callsUs(name.tokens))
                    continue;
                name.ours = true;
                more = true;
            }
        }
    }

    bool callsUs(const Tokens& tokens) const
    {
        return std::any_of(tokens.begin(), tokens.end(), [this](const FormulaToken& token) {
            if (m_grammar.isOurs(token))
                return true;
            if (!m_grammar.isName(token))
                return false;
            const auto found = m_names.find(idOf(token));
            return found != m_names.end() && found->second.ours;
        });
    }

    /// With each name that calls us in its own words; inside our calls, every name.
    Tokens expanded(const Tokens& tokens, bool all, int depth = 0) const
    {
        Tokens result;
        constexpr int deepest = 16;
        for (std::size_t i = 0; i < tokens.size(); ++i)
        {
            const FormulaToken& token = tokens[i];
            if (!all && m_grammar.isOurs(token))
            {
                const auto call = m_grammar.callAt(tokens, i);
                const Tokens inner(tokens.begin() + static_cast<std::ptrdiff_t>(i),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(call->end));
                const Tokens spelled = expanded(inner, true, depth);
                result.insert(result.end(), spelled.begin(), spelled.end());
                i = call->end - 1;
                continue;
            }
            const auto found =
                m_grammar.isName(token) ? m_names.find(idOf(token)) : m_names.end();
            if (found == m_names.end() || depth > deepest || !(all || found->second.ours))
            {
                result.push_back(token);
                continue;
            }
            const Tokens inner =
                m_grammar.inParentheses(expanded(found->second.tokens, all, depth + 1));
            result.insert(result.end(), inner.begin(), inner.end());
        }
        return result;
    }

    /// A name that calls us stands in no cell any more: it keeps its present value.
    void rewriteNames()
    {
        for (const auto& [id, name] : m_names)
        {
            if (!name.ours)
                continue;
            const auto position = name.name->getReferencePosition();
            const Place from{ position.Sheet, position.Column, position.Row };
            Tokens tokens{ m_grammar.value(Any(rtl::OUString())) };
            const auto same = m_ofName.find(id);
            if (same != m_ofName.end())
                tokens = same->second;
            static_cast<void>(from);
            Reference<css::sheet::XFormulaTokens>(name.name, UNO_QUERY_THROW)
                ->setTokens(toSequence(tokens));
        }
    }

    // Cells

    void collect()
    {
        for (sal_Int32 i = 0; i < m_sheetCount; ++i)
        {
            const Reference<css::sheet::XCellRangesQuery> query(m_sheets->getByIndex(i),
                                                                UNO_QUERY_THROW);
            const auto areas =
                query->queryContentCells(css::sheet::CellFlags::FORMULA)->getRangeAddresses();
            for (sal_Int32 j = 0; j < areas.getLength(); ++j)
            {
                const auto& area = areas.getConstArray()[j];
                for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row)
                    for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column)
                        collect({ i, column, row });
            }
        }
    }

    void collect(const Place& place)
    {
        const auto here = cell(place);
        const Tokens tokens =
            toTokens(Reference<css::sheet::XFormulaTokens>(here, UNO_QUERY_THROW)->getTokens());
        if (!callsUs(tokens))
            return;
        Site site{ place, { place, place } };
        site.original = tokens;
        if (here->getFormula().startsWith("{"))
        {
            site.array = true;
            const Reference<css::sheet::XSheetCellRange> single(
                sheet(place.sheet)
                    ->getCellRangeByPosition(place.column, place.row, place.column, place.row),
                UNO_QUERY_THROW);
            const auto cursor = single->getSpreadsheet()->createCursorByRange(single);
            cursor->collapseToCurrentArray();
            const auto whole =
                Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)
                    ->getRangeAddress();
            site.area = { { whole.Sheet, whole.StartColumn, whole.StartRow },
                          { whole.Sheet, whole.EndColumn, whole.EndRow } };
            if (site.area.first != place)
                return;
        }
        m_sites.push_back(std::move(site));
    }

    void rewrite(Site& site)
    {
        try
        {
            m_site = &site;
            site.rewritten = rewritten(expanded(site.original, false), site.place, site.array);
        }
        catch (const NoNativeForm&)
        {
            site.freeze = true;
        }
        m_site = nullptr;
    }

    Tokens rewritten(const Tokens& tokens, const Place& from, bool array)
    {
        Tokens result;
        for (std::size_t i = 0; i < tokens.size(); ++i)
        {
            const FormulaToken& token = tokens[i];
            if (const auto call = m_grammar.callAt(tokens, i))
            {
                result.push_back(converted(*call, token, from, array));
                i = call->end - 1;
                continue;
            }
            result.push_back(token);
        }
        return result;
    }

    // Calls

    /// The one cell of a range that Calc takes where it wants a single value.
    Tokens single(const Tokens& argument, const Place& from, bool array) const
    {
        if (array || argument.size() != 1)
            return argument;
        const auto area = areaOf(argument.front(), from);
        if (!area || area->isCell() || area->first.sheet < 0)
            return argument;
        const bool inRows = area->columns() == 1 && from.row >= area->first.row
                            && from.row <= area->last.row;
        const bool inColumns = area->rows() == 1 && from.column >= area->first.column
                               && from.column <= area->last.column;
        if (!inRows && !inColumns)
            throw NoNativeForm();
        auto cell = movableReference({ area->first.sheet,
                                       inRows ? area->first.column : from.column,
                                       inRows ? from.row : area->first.row },
                                     inRows ? std::optional(from.row) : std::nullopt);
        return { m_grammar.reference(cell) };
    }

    Part partOf(const OurCall& call, std::size_t argument, const Place& from, bool array)
    {
        if (argument >= call.arguments.size())
            return {};
        const Tokens& original = call.arguments[argument];
        return { original, rewritten(original, from, array) };
    }

    Part singlePart(const OurCall& call, std::size_t argument, const Place& from, bool array)
    {
        if (argument >= call.arguments.size())
            return {};
        const Tokens original = single(call.arguments[argument], from, array);
        return { original, rewritten(original, from, array) };
    }

    std::optional<Area> areaArgument(const Part& part, const Place& from) const
    {
        if (part.original.size() != 1)
            return std::nullopt;
        auto area = areaOf(part.original.front(), from);
        if (area && area->first.sheet < 0)
            return std::nullopt;
        return area;
    }

    /// Words of a call that aren't constants, and what they are now.
    using Said = std::vector<std::pair<Part, Any>>;

    std::string word(const OurCall& call, std::size_t argument, const Place& from, Said& said)
    {
        const Part part = singlePart(call, argument, from, false);
        if (part.empty())
            return {};
        const Any now = m_data.present(part, from);
        if (!m_grammar.constant(part.original))
            said.emplace_back(part, now);
        rtl::OUString text;
        if (!(now >>= text))
        {
            double number = 0;
            if ((now >>= number) && number == 0)
                return {};
            throw NoNativeForm();
        }
        return std::string(trim(toUtf8(text)));
    }

    FormulaToken whileSame(const FormulaToken& token, const Said& said, const Place& from)
    {
        return said.empty() ? token : m_data.whileSame(said, token, from);
    }

    std::string tagOf(const std::string& nutrient) const
    {
        const auto& nutrients = m_standards->data->nutrients;
        const auto index = nutrients.find(nutrient);
        if (!index)
            throw NoNativeForm();
        return nutrients[*index].tag;
    }

    std::string formTag(const std::string& form) const
    {
        const auto& nutrients = m_standards->data->nutrients;
        const Menaquinones& k2 = nutrients.k2();
        const auto parsed = form.empty() ? K2Form::All : parseK2Form(form);
        if (!parsed)
            throw NoNativeForm();
        switch (*parsed)
        {
            case K2Form::MK4:
                return nutrients[k2.mk4].tag;
            case K2Form::MK7:
                return nutrients[k2.mk7].tag;
            case K2Form::Other:
                return nutrients[k2.other].tag;
            case K2Form::Known:
                return knownK2;
            case K2Form::All:
                break;
        }
        return nutrients[k2.total].tag;
    }

    FormulaToken food(const OurCall& call, const std::string& method, const Place& from, bool array)
    {
        Said said;
        FoodFigure figure = FoodFigure::Value;
        std::string nutrient;
        const bool source = method == "nutrientsource";
        if (method == "k2mcg")
            nutrient = formTag(word(call, 2, from, said));
        else if (method == "foodgrams")
            figure = FoodFigure::Weight;
        else
            nutrient = tagOf(word(call, source ? 1 : 2, from, said));
        if (source)
            figure = FoodFigure::Source;
        const Part amount = source ? Part() : partOf(call, 1, from, array);
        if (!source && amount.empty())
            throw NoNativeForm();
        const Part food = singlePart(call, 0, from, array);
        if (food.empty())
            throw NoNativeForm();
        const auto area = areaArgument(food, from);
        if (area && !area->isCell())
        {
            const auto amounts = areaArgument(amount, from);
            if (area->columns() != 1 || (amounts && !amounts->isCell()) || !said.empty())
                throw NoNativeForm();
            return m_data.foods(figure, nutrient, *area, amount, from);
        }
        return whileSame(m_data.food(figure, nutrient, food, amount, from), said, from);
    }

    /// A range as far as the sheet is used: whole columns are long.
    Area used(Area area) const
    {
        constexpr sal_Int32 spare = 100;
        constexpr sal_Int32 lastRow = 65535;
        if (area.last.row < lastRow)
            return area;
        const auto areas = Reference<css::sheet::XCellRangesQuery>(
                               m_sheets->getByIndex(area.first.sheet), UNO_QUERY_THROW)
                               ->queryContentCells(css::sheet::CellFlags::VALUE
                                                   | css::sheet::CellFlags::STRING
                                                   | css::sheet::CellFlags::FORMULA)
                               ->getRangeAddresses();
        sal_Int32 last = area.first.row;
        for (sal_Int32 i = 0; i < areas.getLength(); ++i)
            last = std::max(last, areas.getConstArray()[i].EndRow);
        area.last.row = std::min(area.last.row, last + spare);
        return area;
    }

    FormulaToken total(const OurCall& call, const std::string& method, const Place& from)
    {
        Said said;
        const std::string nutrient = tagOf(word(call, 2, from, said));
        const std::string mode = fold(word(call, 3, from, said));
        if (!mode.empty() && mode != "known" && mode != "strict")
            throw NoNativeForm();
        const Part foodPart = partOf(call, 0, from, true);
        const Part amountPart = partOf(call, 1, from, true);
        auto foods = areaArgument(foodPart, from);
        auto amounts = areaArgument(amountPart, from);
        if (foods && amounts)
        {
            if (foods->rows() != amounts->rows() || foods->columns() != amounts->columns())
                throw NoNativeForm();
            if (foods->rows() > used(*foods).rows() && foods->first.row == amounts->first.row)
            {
                foods->last.row = std::max(used(*foods).last.row, used(*amounts).last.row);
                amounts->last.row = foods->last.row;
            }
            return whileSame(method == "nutrientsum"
                                 ? m_data.sum(nutrient, mode == "strict", *foods, *amounts)
                                 : m_data.coverage(nutrient, *foods, *amounts),
                             said, from);
        }
        if (foods || amounts || method != "nutrientsum"
            || !m_grammar.constant(foodPart.original) || !m_grammar.constant(amountPart.original))
            throw NoNativeForm();
        return whileSame(m_data.sum(nutrient, mode == "strict", foodPart, amountPart, from), said,
                         from);
    }

    FormulaToken missing(const OurCall& call, const Place& from)
    {
        Said said;
        const std::string nutrient = tagOf(word(call, 1, from, said));
        const auto foods = areaArgument(partOf(call, 0, from, true), from);
        if (!foods)
            throw NoNativeForm();
        constexpr sal_Int32 most = 2000;
        const Area area = used(*foods);
        if (area.rows() * area.columns() > most)
            throw NoNativeForm();
        return whileSame(m_data.missing(nutrient, area), said, from);
    }

    FormulaToken converted(const OurCall& call, const FormulaToken& name, const Place& from,
                           bool array)
    {
        const PortableMethod* const method = findPortable(call.method);
        if (!method)
            throw NoNativeForm();
        switch (method->kind)
        {
            case Portable::Food:
                return food(call, std::string(method->name), from, array);
            case Portable::Range:
                return total(call, std::string(method->name), from);
            case Portable::Missing:
                return missing(call, from);
            case Portable::List:
            {
                const Tokens whole = m_grammar.call(name, call.arguments);
                return m_data.list({ whole, whole }, from);
            }
            case Portable::Sentence:
                if (m_site)
                    m_site->sentences.insert(std::string(method->name));
                break;
            case Portable::Native:
            case Portable::Fixed:
                break;
        }
        std::vector<Part> arguments;
        const bool none = call.arguments.size() == 1 && call.arguments.front().empty();
        for (std::size_t i = 0; i < call.arguments.size() && !none; ++i)
        {
            arguments.push_back(singlePart(call, i, from, array));
            const auto area = areaArgument(arguments.back(), from);
            if (area && !area->isCell())
                throw NoNativeForm();
        }
        return m_data.call(*method, name, arguments, from);
    }

    // Writing

    void write(const Site& site)
    {
        Tokens tokens = m_data.resolved(site.rewritten, site.place);
        for (FormulaToken& token : tokens)
        {
            // Counted from the row, as in the sheet of data.
            const Tokens one = placed({ token }, site.place, site.place.row);
            token = one.front();
        }
        if (site.array)
            Reference<css::sheet::XArrayFormulaTokens>(range(site.area), UNO_QUERY_THROW)
                ->setArrayTokens(toSequence(tokens));
        else
            Reference<css::sheet::XFormulaTokens>(cell(site.place), UNO_QUERY_THROW)
                ->setTokens(toSequence(tokens));
    }

    std::string nameOf(const Place& place) const
    {
        const Reference<css::beans::XPropertySet> properties(cell(place), UNO_QUERY_THROW);
        rtl::OUString name;
        properties->getPropertyValue("AbsoluteName") >>= name;
        return toUtf8(name);
    }

    void freeze(Site& site)
    {
        if (site.array)
            Reference<css::sheet::XArrayFormulaRange>(range(site.area), UNO_QUERY_THROW)
                ->setArrayFormula("");
        std::size_t i = 0;
        constexpr sal_Int32 notAvailable = 32767;
        for (sal_Int32 row = site.area.first.row; row <= site.area.last.row; ++row)
            for (sal_Int32 column = site.area.first.column; column <= site.area.last.column;
                 ++column)
            {
                const Shown& was = site.shown[i++];
                const auto here = cell({ site.place.sheet, column, row });
                double number = 0;
                rtl::OUString text;
                if (was.error)
                    here->setFormula(was.error == notAvailable ? rtl::OUString("=NA()")
                                                               : rtl::OUString("=VALUE(\"?\")"));
                else if (was.value >>= number)
                    here->setValue(number);
                else if (was.value >>= text)
                    Reference<css::text::XText>(here, UNO_QUERY_THROW)->setString(text);
            }
        site.freeze = true;
        ++m_frozenCells;
        if (!m_choices.valuesOnly)
            m_frozen.push_back(nameOf(site.place));
    }

    /// What doesn't give the same any more gets its value.
    void check()
    {
        for (int pass = 0; pass < 3; ++pass)
        {
            bool changed = false;
            for (Site& site : m_sites)
            {
                if (site.freeze)
                    continue;
                const auto now = shown(site.area);
                if (std::equal(now.begin(), now.end(), site.shown.begin(),
                               [](const Shown& one, const Shown& other) {
                                   return one.agrees(other);
                               }))
                    continue;
                freeze(site);
                changed = true;
            }
            if (!changed)
                return;
            recalculate();
        }
    }

    const Reference<css::sheet::XSpreadsheetDocument> m_document;
    const Reference<css::lang::XMultiServiceFactory> m_services;
    const Reference<css::container::XIndexAccess> m_sheets;
    const std::shared_ptr<const Standards> m_standards;
    const Words& m_words;
    const PortableChoices m_choices;
    const FormulaGrammar m_grammar;
    const sal_Int32 m_sheetCount; ///< without the one of the data
    NutritionSheet m_data;
    std::map<std::pair<sal_Int32, sal_Int32>, Name> m_names; ///< by scope and index
    std::map<std::pair<sal_Int32, sal_Int32>, Tokens> m_ofName;
    std::vector<Site> m_sites;
    Site* m_site = nullptr; ///< that is being rewritten
    std::vector<std::string> m_frozen;
    std::size_t m_frozenCells = 0;
};

} // namespace

PortableReport makePortable(const Reference<css::sheet::XSpreadsheetDocument>& document,
                            std::shared_ptr<const Standards> standards, const Words& words,
                            const PortableChoices& choices)
{
    return Rewriting(document, std::move(standards), words, choices).run();
}

} // namespace quartet
