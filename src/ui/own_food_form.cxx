/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/own_food_form.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/language.hxx"
#include "ui/boxes.hxx"
#include "workbook/own_foods_sheet.hxx"
#include "workbook/registry.hxx"
#include "workbook/sheet_look.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/awt/XComboBox.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <rtl/ref.hxx>

#include <algorithm>
#include <array>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// As many lines of figures has the dialog.
constexpr std::size_t mostLines = 14;

/// The controls whose label is one of the words, as "own.form.<name>".
constexpr std::array formLabels{ "nameLabel",     "perLabel",    "weightLabel",
                                 "portionsLabel", "sourceLabel", "otherLabel",
                                 "checkLabel",    "add",         "cancel" };
/// The fields of texts and the headers of their columns.
constexpr std::array fields{ std::pair("name", OwnField::Name), std::pair("per", OwnField::Per),
                             std::pair("weight", OwnField::Weight),
                             std::pair("portions", OwnField::Portions),
                             std::pair("source", OwnField::Source) };

std::string control(const char* name, std::size_t line) { return name + std::to_string(line); }

OwnColumns columnsOf(const Data& data, const std::shared_ptr<const LabelRules>& rules)
{
    auto headers = ownHeaders(data.nutrients, rules.get());
    for (NutrientIndex i = 0; i < data.nutrients.size(); ++i)
        if (const std::string header = ownHeader(data.nutrients[i]);
            std::find(headers.begin(), headers.end(), header) == headers.end())
            headers.push_back(header);
    return { headers, data.nutrients, data.units, [rules] { return rules; } };
}

} // namespace

OwnFoodForm::OwnFoodForm(const Reference<XComponentContext>& context,
                         const Reference<css::frame::XFrame>& frame)
    : m_context(context)
    , m_frame(frame)
    , m_words(officeWords(context))
    , m_language(parseLanguage(toUtf8(officeLanguage(context))).value_or("en"))
    , m_data(Registry::shared(context)->data())
    , m_rules(Registry::shared(context)->labelRules())
    , m_columns(columnsOf(*m_data, m_rules))
    , m_present(ownFoodNames(context, Reference<css::sheet::XSpreadsheetDocument>(
                                          frame->getController()->getModel(), UNO_QUERY_THROW)))
{
    findLines();
}

void OwnFoodForm::findLines()
{
    for (const LabelColumn& column : m_rules->columns())
        if (column.inForm && m_lines.size() < mostLines)
            m_lines.push_back(lineOf(column.nutrient, column.header));
    for (NutrientIndex i = 0; i < m_data->nutrients.size(); ++i)
        if (std::none_of(m_lines.begin(), m_lines.end(),
                         [i](const Line& line) { return line.nutrient == i; }))
            m_others.push_back({ lineOf(i, ownHeader(m_data->nutrients[i])) });
}

OwnFoodForm::Line OwnFoodForm::lineOf(NutrientIndex nutrient, const std::string& header) const
{
    Line line{ nutrient };
    const Nutrient& known = m_data->nutrients[nutrient];
    for (const LabelColumn& column : m_rules->columns())
    {
        if (column.nutrient != nutrient)
            continue;
        // "kJ", or of another substance its name too: "g (salt)".
        const ColumnMapping mapping = m_rules->imports().read(column.header);
        const bool isItself = mapping.factor == 1;
        line.units.push_back(
            { isItself ? mapping.unit
                       : m_words.text("own.form.unit." + known.tag, { { "unit", mapping.unit } }),
              column.header,
              {} });
        if (mapping.unit.empty())
            line.units.back().shown = known.unit;
    }
    if (line.units.empty())
        line.units.push_back({ known.unit, header, {} });
    for (const std::string& unit : m_rules->imports().units(known.tag))
        if (std::none_of(line.units.begin(), line.units.end(),
                         [&unit](const Unit& each) { return each.shown == unit; }))
            line.units.push_back({ unit, header, unit });
    return line;
}

bool OwnFoodForm::execute()
{
    // Its controls hold this object: it must go however this ends.
    const auto end = [](std::optional<Dialog>* dialog) { dialog->reset(); };
    const std::unique_ptr<std::optional<Dialog>, decltype(end)> shown(&m_dialog, end);
    m_dialog.emplace(m_context, m_frame->getContainerWindow(), "own-food.xdl",
                     m_words.text("own.form.title"));
    fill();
    m_ready = true;
    update();
    const bool agreed = m_dialog->execute() && !m_failure;
    if (m_failure)
        std::rethrow_exception(m_failure);
    return agreed && !m_cells.empty();
}

void OwnFoodForm::fill()
{
    for (const char* const name : formLabels)
        controls().set(name, "Label", m_words.text("own.form." + std::string(name)));
    const std::string all = m_words.text("own.per.choices");
    std::vector<std::string> choices;
    for (const std::string_view each : split(all, ";"))
        choices.emplace_back(each);
    controls().setItems("per", choices);
    if (!choices.empty())
        controls().set("per", "Text", choices.front());
    for (const auto& [name, field] : fields)
        controls().get<css::awt::XTextComponent>(name)->addTextListener(this);
    controls().get<css::awt::XComboBox>("per")->addItemListener(this);
    const std::string preferred = m_words.text("own.form.preferred");
    for (std::size_t i = 0; i < m_lines.size(); ++i)
    {
        const Line& line = m_lines[i];
        controls().set(control("label", i).c_str(), "Label",
                       nutrientName(m_words, m_data->nutrients[line.nutrient]));
        sal_Int16 chosen = 0;
        for (std::size_t unit = 0; unit < line.units.size(); ++unit)
            if (line.units[unit].behind.empty()
                && preferred.find(line.units[unit].header) != std::string::npos)
                chosen = static_cast<sal_Int16>(unit);
        fillUnits(control("unit", i).c_str(), line, chosen);
        const auto list = controls().get<css::awt::XListBox>(control("unit", i).c_str());
        list->addItemListener(this);
        controls()
            .get<css::awt::XTextComponent>(control("value", i).c_str())
            ->addTextListener(this);
    }
    for (std::size_t i = m_lines.size(); i < mostLines; ++i)
        for (const char* const name : { "label", "value", "unit" })
            controls().get<css::awt::XWindow>(control(name, i).c_str())->setVisible(false);
    fillOthers();
}

void OwnFoodForm::fillUnits(const char* list, const Line& line, sal_Int16 chosen) const
{
    std::vector<std::string> units;
    units.reserve(line.units.size());
    for (const Unit& unit : line.units)
        units.push_back(unit.shown);
    controls().setItems(list, units);
    controls().get<css::awt::XListBox>(list)->selectItemPos(chosen, true);
}

void OwnFoodForm::fillOthers()
{
    std::sort(m_others.begin(), m_others.end(), [this](const Other& one, const Other& two) {
        const auto key = [this](const Other& each) {
            return fold(nutrientName(m_words, m_data->nutrients[each.line.nutrient]));
        };
        return key(one) < key(two);
    });
    std::vector<std::string> names;
    names.reserve(names.size() + m_others.size());
    for (const Other& other : m_others)
        names.push_back(nutrientName(m_words, m_data->nutrients[other.line.nutrient]));
    controls().setItems("other", names);
    controls().get<css::awt::XListBox>("other")->selectItemPos(0, true);
    fillUnits("otherUnit", m_others.front().line, 0);
    for (const char* const list : { "other", "otherUnit" })
        controls().get<css::awt::XListBox>(list)->addItemListener(this);
    controls().get<css::awt::XTextComponent>("otherValue")->addTextListener(this);
}

void OwnFoodForm::readOther()
{
    const auto chosen = controls().get<css::awt::XListBox>("other")->getSelectedItemPos();
    if (chosen < 0)
        return;
    if (static_cast<std::size_t>(chosen) != m_other)
    {
        m_other = static_cast<std::size_t>(chosen);
        const Other& other = m_others[m_other];
        m_ready = false;
        fillUnits("otherUnit", other.line, other.unit);
        controls().set("otherValue", "Text", other.typed);
        m_ready = true;
    }
    Other& other = m_others[m_other];
    other.typed = text("otherValue");
    other.unit = std::max<sal_Int16>(
        controls().get<css::awt::XListBox>("otherUnit")->getSelectedItemPos(), 0);
}

void SAL_CALL OwnFoodForm::textChanged(const css::awt::TextEvent&) { update(); }

void SAL_CALL OwnFoodForm::itemStateChanged(const css::awt::ItemEvent&) { update(); }

void OwnFoodForm::update()
{
    if (!m_ready || !m_dialog)
        return;
    try
    {
        check();
    }
    catch (...)
    {
        // The toolkit expects no exception: whoever waits for the dialog gets it.
        m_failure = std::current_exception();
        m_dialog->endExecute();
    }
}

std::string OwnFoodForm::text(const char* name) const
{
    return std::string(trim(controls().text(name)));
}

void OwnFoodForm::check()
{
    m_cells.clear();
    for (const auto& [name, field] : fields)
        if (const std::string typed = text(name); !typed.empty())
            m_cells.push_back({ m_columns.all()[*m_columns.find(field)].header, typed });
    const std::size_t texts = m_cells.size();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        addFigure(
            m_lines[i], text(control("value", i).c_str()),
            controls().get<css::awt::XListBox>(control("unit", i).c_str())->getSelectedItemPos());
    readOther();
    for (const Other& other : m_others)
        addFigure(other.line, other.typed, other.unit);
    const bool hasFigure = m_cells.size() > texts;
    const std::string name = fold(text("name"));
    const bool isThere =
        !name.empty()
        && std::any_of(m_present.begin(), m_present.end(), [&name](const OwnFoodNames& each) {
               return fold(each.name) == name
                      || std::any_of(each.aliases.begin(), each.aliases.end(),
                                     [&name](const auto& alias) { return fold(alias) == name; });
           });
    std::string said;
    bool isWhole = false;
    if (name.empty())
        said = m_words.text("own.form.noName");
    else if (isThere)
        said = m_words.text("own.form.present");
    else if (!hasFigure)
        said = m_words.text("own.form.noFigure");
    else
    {
        const OwnFoods foods(m_data, m_columns, { {} });
        const OwnReading row = reading();
        said = foods.words(row, m_language);
        isWhole = row.food.has_value();
        if (isWhole)
            said += (said.empty() ? "" : "\n") + per100g(*row.food);
    }
    controls().set("check", "Text", said);
    controls().set("add", "Enabled", Any(isWhole));
}

void OwnFoodForm::addFigure(const Line& line, const std::string& typed, sal_Int16 unit)
{
    if (typed.empty() || unit < 0)
        return;
    const Unit& chosen = line.units[static_cast<std::size_t>(unit)];
    const bool isNumber = typed.find_first_not_of("0123456789.,") == std::string::npos;
    m_cells.push_back({ chosen.header,
                        isNumber && !chosen.behind.empty() ? typed + " " + chosen.behind : typed });
}

OwnReading OwnFoodForm::reading() const
{
    OwnCells row(m_columns.all().size());
    for (const OwnFoodCell& cell : m_cells)
        for (std::size_t i = 0; i < row.size(); ++i)
        {
            const OwnColumn& column = m_columns.all()[i];
            if (column.header != cell.header)
                continue;
            const bool isFigure =
                column.field == OwnField::Nutrient || column.field == OwnField::Weight;
            const auto number = isFigure ? parseNumber(cell.text) : std::nullopt;
            row[i] = number ? OwnCell(*number) : OwnCell(cell.text);
        }
    const OwnFoods foods(m_data, m_columns, { row });
    return foods.entries().empty() ? OwnReading() : foods.entries().front().reading;
}

std::string OwnFoodForm::per100g(const Food& food) const
{
    std::string figures;
    const auto add = [&](const Line& line) {
        if (const auto value = food.value(line.nutrient))
        {
            const Nutrient& nutrient = m_data->nutrients[line.nutrient];
            figures += (figures.empty() ? "" : "; ") + nutrientName(m_words, nutrient) + " "
                       + m_words.number(*value, 2) + " " + nutrient.unit;
        }
    };
    for (const Line& line : m_lines)
        add(line);
    for (const Other& other : m_others)
        add(other.line);
    return m_words.text("own.form.per100g", { { "figures", figures } });
}

void addOwnFoodByForm(const Reference<XComponentContext>& context,
                      const Reference<css::frame::XFrame>& frame)
{
    const Words& words = officeWords(context);
    const auto controller = frame->getController();
    const Reference<css::sheet::XSpreadsheetDocument> document(controller->getModel(),
                                                               UNO_QUERY_THROW);
    if (isOwnFoodsProtected(document))
        return showMessage(context, frame->getContainerWindow(), words.text("own.form.title"),
                           words.text("import.protected"));
    const rtl::Reference<OwnFoodForm> form(new OwnFoodForm(context, frame));
    if (!form->execute())
        return;
    showOwnFoodsSheet(controller, addOwnFood(context, document, form->cells()));
}

} // namespace quartet
