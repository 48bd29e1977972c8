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
constexpr std::array labelled{ "nameLabel",   "perLabel",   "weightLabel", "portionsLabel",
                               "sourceLabel", "checkLabel", "add",         "cancel" };
/// The fields of texts and the headers of their columns.
constexpr std::array fields{ std::pair("name", OwnField::Name), std::pair("per", OwnField::Per),
                             std::pair("weight", OwnField::Weight),
                             std::pair("portions", OwnField::Portions),
                             std::pair("source", OwnField::Source) };

std::string control(const char* name, std::size_t line) { return name + std::to_string(line); }

OwnColumns columnsOf(const Data& data, const std::shared_ptr<const LabelRules>& rules)
{
    return { ownHeaders(data.nutrients, rules.get()), data.nutrients, data.units,
             [rules] { return rules; } };
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
    {
        if (!column.inForm || m_lines.size() == mostLines)
            continue;
        Line& line = m_lines.emplace_back(Line{ column.nutrient, {} });
        const std::string& tag = m_data->nutrients[column.nutrient].tag;
        for (const LabelColumn& other : m_rules->columns())
        {
            if (other.nutrient != column.nutrient)
                continue;
            // "kJ", or of another substance its name too: "g (salt)".
            const ColumnMapping mapping = m_rules->imports().read(other.header);
            const bool isItself = mapping.factor == 1;
            line.units.push_back(
                { isItself ? mapping.unit
                           : m_words.text("own.form.unit." + tag, { { "unit", mapping.unit } }),
                  other.header,
                  {} });
            if (mapping.unit.empty())
                line.units.back().shown = m_data->nutrients[column.nutrient].unit;
        }
        for (const std::string& unit : m_rules->imports().units(tag))
            if (std::none_of(line.units.begin(), line.units.end(),
                             [&unit](const Unit& each) { return each.shown == unit; }))
                line.units.push_back({ unit, column.header, unit });
    }
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
    for (const char* const name : labelled)
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
        std::vector<std::string> units;
        sal_Int16 chosen = 0;
        for (std::size_t unit = 0; unit < line.units.size(); ++unit)
        {
            units.push_back(line.units[unit].shown);
            if (line.units[unit].behind.empty()
                && preferred.find(line.units[unit].header) != std::string::npos)
                chosen = static_cast<sal_Int16>(unit);
        }
        controls().setItems(control("unit", i).c_str(), units);
        const auto list = controls().get<css::awt::XListBox>(control("unit", i).c_str());
        list->selectItemPos(chosen, true);
        list->addItemListener(this);
        controls()
            .get<css::awt::XTextComponent>(control("value", i).c_str())
            ->addTextListener(this);
    }
    for (std::size_t i = m_lines.size(); i < mostLines; ++i)
        for (const char* const name : { "label", "value", "unit" })
            controls().get<css::awt::XWindow>(control(name, i).c_str())->setVisible(false);
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
    bool hasFigure = false;
    for (const auto& [name, field] : fields)
        if (const std::string typed = text(name); !typed.empty())
            m_cells.push_back({ m_columns.all()[*m_columns.find(field)].header, typed });
    for (std::size_t i = 0; i < m_lines.size(); ++i)
    {
        const std::string typed = text(control("value", i).c_str());
        const auto place =
            controls().get<css::awt::XListBox>(control("unit", i).c_str())->getSelectedItemPos();
        if (typed.empty() || place < 0)
            continue;
        const Unit& unit = m_lines[i].units[static_cast<std::size_t>(place)];
        const bool isNumber = typed.find_first_not_of("0123456789.,") == std::string::npos;
        m_cells.push_back(
            { unit.header, isNumber && !unit.behind.empty() ? typed + " " + unit.behind : typed });
        hasFigure = true;
    }
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
    for (const Line& line : m_lines)
        if (const auto value = food.value(line.nutrient))
        {
            const Nutrient& nutrient = m_data->nutrients[line.nutrient];
            figures += (figures.empty() ? "" : "; ") + nutrientName(m_words, nutrient) + " "
                       + m_words.number(*value, 2) + " " + nutrient.unit;
        }
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
