/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "small_calc.hxx"

#include "workbook/cell_error.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Sequence;
using Rows = Sequence<Sequence<Any>>;

/// What can't be answered without a real Calc.
struct NeedsOffice
{
};

/// As in F(;1), and as what follows in it.
struct Missing
{
};
struct LeftOut
{
};
struct Blank
{
};
struct Failed
{
    std::uint32_t number;
};
struct Cells;
using Value = std::variant<Missing, LeftOut, Blank, Failed, double, std::string, Cells>;
struct Cells
{
    std::vector<std::vector<Value>> rows;
};

constexpr std::uint32_t wrongParameter = 504;
constexpr std::uint32_t illegalNumber = 503;
constexpr std::uint32_t noValue = 519;
constexpr int mostNested = 20;
constexpr std::size_t longestFormula = 2000;

// ---- Arguments, as Calc hands them over: see workbook/arguments.hxx

Any cellInRange(const Value& value)
{
    if (const auto* const number = std::get_if<double>(&value))
        return Any(*number);
    if (const auto* const text = std::get_if<std::string>(&value))
        return Any(fromUtf8(*text));
    return Any(rtl::OUString());
}

Rows rowsOf(const Cells& cells)
{
    Rows rows(static_cast<sal_Int32>(cells.rows.size()));
    for (std::size_t i = 0; i < cells.rows.size(); ++i)
    {
        Sequence<Any>& row = rows.getArray()[i];
        row.realloc(static_cast<sal_Int32>(cells.rows[i].size()));
        for (std::size_t j = 0; j < cells.rows[i].size(); ++j)
            row.getArray()[j] = cellInRange(cells.rows[i][j]);
    }
    return rows;
}

Any single(const Value& value)
{
    if (std::holds_alternative<Blank>(value))
        return Any(0.0);
    return cellInRange(value);
}

template <typename Parameter> Parameter convert(const Value& value);

template <> Any convert(const Value& value)
{
    if (std::holds_alternative<Missing>(value) || std::holds_alternative<LeftOut>(value))
        return {};
    const auto* const cells = std::get_if<Cells>(&value);
    return cells ? Any(rowsOf(*cells)) : single(value);
}

template <> rtl::OUString convert(const Value& value)
{
    if (const auto* const text = std::get_if<std::string>(&value))
        return fromUtf8(*text);
    if (const auto* const number = std::get_if<double>(&value))
    {
        if (*number != std::floor(*number) || std::abs(*number) > 1e15)
            throw NeedsOffice(); // as Calc writes numbers
        return rtl::OUString::number(static_cast<sal_Int64>(*number));
    }
    if (std::holds_alternative<Cells>(value))
        throw NeedsOffice(); // which cell of it is meant?
    if (std::holds_alternative<LeftOut>(value))
        throw Failed{ wrongParameter };
    if (std::holds_alternative<Missing>(value))
        throw Failed{ static_cast<std::uint32_t>(CellError::InvalidArgument) };
    return {};
}

template <> Rows convert(const Value& value)
{
    if (std::holds_alternative<Missing>(value) || std::holds_alternative<LeftOut>(value))
        throw NeedsOffice();
    if (const auto* const cells = std::get_if<Cells>(&value))
        return rowsOf(*cells);
    const Any cell = single(value);
    const Sequence<Any> row(&cell, 1);
    return { &row, 1 };
}

// ---- The functions

using Document = css::uno::Reference<css::beans::XPropertySet>;

Value fromAny(const Any& any)
{
    if (!any.hasValue())
        return Failed{ static_cast<std::uint32_t>(CellError::NotAvailable) };
    if (any.getValueTypeClass() == css::uno::TypeClass_STRING)
        return toUtf8(*static_cast<const rtl::OUString*>(any.getValue()));
    if (any.getValueTypeClass() != css::uno::TypeClass_DOUBLE)
        throw NeedsOffice();
    const double number = *static_cast<const double*>(any.getValue());
    if (std::isfinite(number))
        return number;
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    const auto error = static_cast<std::uint32_t>(bits);
    return Failed{ std::isnan(number) && error != 0 ? error : illegalNumber };
}

Value result(const Any& any) { return fromAny(any); }
Value result(const Rows& rows)
{
    Cells cells;
    for (sal_Int32 row = 0; row < rows.getLength(); ++row)
    {
        auto& values = cells.rows.emplace_back();
        for (sal_Int32 column = 0; column < rows.getConstArray()[row].getLength(); ++column)
            values.push_back(fromAny(rows.getConstArray()[row].getConstArray()[column]));
    }
    return cells;
}

struct Function
{
    std::function<Value(Nutrition&, const std::vector<Value>&)> call;
    std::size_t parameters;
};

template <typename Result, typename... Parameters, std::size_t... places>
Value apply(Result (Nutrition::*method)(Parameters...), Nutrition& addIn,
            const std::vector<Value>& arguments, std::index_sequence<places...>)
{
    return result((addIn.*method)(convert<std::decay_t<Parameters>>(arguments[places])...));
}

template <typename Result, typename... Parameters, std::size_t... places>
Value applyIn(Result (Nutrition::*method)(const Document&, Parameters...), Nutrition& addIn,
              const std::vector<Value>& arguments, std::index_sequence<places...>)
{
    return result(
        (addIn.*method)(Document(), convert<std::decay_t<Parameters>>(arguments[places])...));
}

template <typename Result, typename... Parameters>
Function function(Result (Nutrition::*method)(Parameters...))
{
    return { [method](Nutrition& addIn, const std::vector<Value>& arguments) {
                return apply(method, addIn, arguments, std::index_sequence_for<Parameters...>());
            },
             sizeof...(Parameters) };
}

/// One that asks for the foods of its document: here there is none.
template <typename Result, typename... Parameters>
Function function(Result (Nutrition::*method)(const Document&, Parameters...))
{
    return { [method](Nutrition& addIn, const std::vector<Value>& arguments) {
                return applyIn(method, addIn, arguments, std::index_sequence_for<Parameters...>());
            },
             sizeof...(Parameters) };
}

const std::map<std::string, Function, std::less<>>& functions()
{
    static const std::map<std::string, Function, std::less<>> all{
        { "AMOUNT_CHECK", function(&Nutrition::amountCheck) },
        { "BALANCE_CHECK", function(&Nutrition::balanceCheck) },
        { "BALANCE_ITEM", function(&Nutrition::balanceItem) },
        { "CAC_CATEGORY", function(&Nutrition::cacCategory) },
        { "CAMG_RATIO", function(&Nutrition::camgRatio) },
        { "CAMG_STATUS", function(&Nutrition::camgStatus) },
        { "CITATION", function(&Nutrition::citation) },
        { "DATA_VERSION", function(&Nutrition::dataVersion) },
        { "FOOD_NAME", function(&Nutrition::foodName) },
        { "FOODS", function(&Nutrition::foods) },
        { "FOOD_FIND", function(&Nutrition::foodFind) },
        { "FOOD_GRAMS", function(&Nutrition::foodGrams) },
        { "FOOD_GROUPS", function(&Nutrition::foodGroups) },
        { "INTAKE_SOURCE", function(&Nutrition::intakeSource) },
        { "INTAKE_STATUS", function(&Nutrition::intakeStatus) },
        { "INTAKE_TARGET", function(&Nutrition::intakeTarget) },
        { "INTERACTION", function(&Nutrition::interaction) },
        { "INTERACTION_LEVEL", function(&Nutrition::interactionLevel) },
        { "K2MCG", function(&Nutrition::k2mcg) },
        { "NUTRIENT", function(&Nutrition::nutrient) },
        { "NUTRIENT_COVERAGE", function(&Nutrition::nutrientCoverage) },
        { "NUTRIENT_GRADE", function(&Nutrition::nutrientGrade) },
        { "NUTRIENT_MISSING", function(&Nutrition::nutrientMissing) },
        { "NUTRIENT_SOURCE", function(&Nutrition::nutrientSource) },
        { "NUTRIENT_SUM", function(&Nutrition::nutrientSum) },
        { "NUTRIENT_UNIT", function(&Nutrition::nutrientUnit) },
        { "PORTIONS", function(&Nutrition::portions) },
        { "TOP_FOODS", function(&Nutrition::topFoods) },
        { "VITD_CAUTION", function(&Nutrition::vitdCaution) },
        { "VITD_COMPARE", function(&Nutrition::vitdCompare) },
        { "VITD_CONVERT", function(&Nutrition::vitdConvert) },
        { "VITD_CUTOFF", function(&Nutrition::vitdCutoff) },
        { "VITD_STATUS", function(&Nutrition::vitdStatus) },
    };
    return all;
}

Value call(Nutrition& addIn, const Function& function, std::vector<Value> arguments)
{
    if (arguments.size() == 1 && std::holds_alternative<Missing>(arguments[0]))
        arguments.clear(); // F()
    if (arguments.size() > function.parameters)
        throw NeedsOffice();
    arguments.resize(function.parameters, LeftOut());
    for (const Value& argument : arguments)
    {
        if (const auto* const failed = std::get_if<Failed>(&argument))
            return *failed;
        if (const auto* const cells = std::get_if<Cells>(&argument))
            for (const auto& row : cells->rows)
                for (const Value& cell : row)
                    if (std::holds_alternative<Failed>(cell))
                        return Failed{ wrongParameter };
    }
    try
    {
        return function.call(addIn, arguments);
    }
    catch (const Failed& failed)
    {
        return failed;
    }
    catch (const css::lang::IllegalArgumentException&)
    {
        return Failed{ static_cast<std::uint32_t>(CellError::InvalidArgument) };
    }
    catch (const css::uno::RuntimeException&)
    {
        return Failed{ noValue };
    }
}

// ---- Formulas

struct Place
{
    int row;
    int column;
};

class Evaluation
{
public:
    Evaluation(Nutrition& addIn, const Case& each)
        : m_addIn(addIn)
        , m_case(each)
    {
    }

    Value formula(std::string_view text)
    {
        if (++m_depth > mostNested)
            throw NeedsOffice();
        const std::string_view outer = std::exchange(m_rest, text);
        Value value = sum();
        if (!m_rest.empty())
            throw NeedsOffice();
        m_rest = outer;
        --m_depth;
        return value;
    }

private:
    bool take(char sign)
    {
        if (!m_rest.starts_with(sign))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    template <typename Operation>
    static Value combine(const Value& left, const Value& right, const Operation& operation)
    {
        for (const Value* const side : { &left, &right })
            if (std::holds_alternative<Failed>(*side))
                return *side;
        const auto* const a = std::get_if<double>(&left);
        const auto* const b = std::get_if<double>(&right);
        if (!a || !b)
            throw NeedsOffice();
        const double number = operation(*a, *b);
        return std::isfinite(number)
                   ? Value(number)
                   : Failed{ static_cast<std::uint32_t>(CellError::DivisionByZero) };
    }

    Value sum()
    {
        Value value = product();
        for (;;)
        {
            if (take('+'))
                value = combine(value, product(), std::plus<>());
            else if (take('-'))
                value = combine(value, product(), std::minus<>());
            else
                return value;
        }
    }

    Value product()
    {
        Value value = factor();
        for (;;)
        {
            if (take('*'))
                value = combine(value, factor(), std::multiplies<>());
            else if (take('/'))
                value = combine(value, factor(), std::divides<>());
            else
                return value;
        }
    }

    Value factor()
    {
        if (m_rest.size() > longestFormula)
            throw NeedsOffice();
        if (take('-'))
            return combine(0.0, factor(), std::minus<>());
        if (take('"'))
            return quoted();
        if (take('{'))
            return inlineArray();
        if (!m_rest.empty() && (m_rest[0] == '.' || (m_rest[0] >= '0' && m_rest[0] <= '9')))
            return number();
        const auto end = m_rest.find_first_not_of(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
        const std::string name(m_rest.substr(0, end));
        m_rest.remove_prefix(name.size());
        if (take('('))
            return functionCall(name);
        const Place first = place(name);
        if (!take(':'))
            return cell(first);
        const auto length = m_rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        const Place last = place(m_rest.substr(0, length));
        m_rest.remove_prefix(std::min(length, m_rest.size()));
        return range(first, last);
    }

    Value number()
    {
        double value = 0;
        const auto parsed = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (parsed.ec != std::errc())
            throw NeedsOffice();
        m_rest.remove_prefix(static_cast<std::size_t>(parsed.ptr - m_rest.data()));
        return value;
    }

    Value quoted()
    {
        std::string text;
        for (;;)
        {
            const auto end = m_rest.find('"');
            if (end == std::string_view::npos)
                throw NeedsOffice();
            text += m_rest.substr(0, end);
            m_rest.remove_prefix(end + 1);
            if (!take('"'))
                return text;
            text += '"';
        }
    }

    /// {1;2|3;4}: two rows.
    Value inlineArray()
    {
        Cells cells;
        cells.rows.emplace_back();
        for (;;)
        {
            cells.rows.back().push_back(factor());
            if (take('|'))
                cells.rows.emplace_back();
            else if (take('}'))
                return cells;
            else if (!take(';'))
                throw NeedsOffice();
        }
    }

    Value functionCall(const std::string& name)
    {
        std::vector<Value> arguments;
        do
            arguments.push_back(m_rest.starts_with(';') || m_rest.starts_with(')') ? Missing()
                                                                                   : sum());
        while (take(';'));
        if (!take(')'))
            throw NeedsOffice();
        if (name == "TRUE" || name == "FALSE")
            return name == "TRUE" ? 1.0 : 0.0;
        if (name == "NA")
            return Failed{ static_cast<std::uint32_t>(CellError::NotAvailable) };
        if (name == "INDEX" || name == "ROWS" || name == "COLUMNS")
            return ofArray(name, arguments);
        const auto found = functions().find(name);
        if (found == functions().end())
            throw NeedsOffice();
        return call(m_addIn, found->second, std::move(arguments));
    }

    /// INDEX, ROWS or COLUMNS.
    static Value ofArray(const std::string& name, const std::vector<Value>& arguments)
    {
        if (const auto* const failed = std::get_if<Failed>(&arguments.front()))
            return *failed;
        const auto* const cells = std::get_if<Cells>(&arguments.front());
        if (!cells || cells->rows.empty())
            throw NeedsOffice();
        if (name == "ROWS")
            return static_cast<double>(cells->rows.size());
        if (name == "COLUMNS")
            return static_cast<double>(cells->rows.front().size());
        const auto at = [&arguments](std::size_t argument) {
            if (argument >= arguments.size())
                return std::size_t(1);
            const auto* const number = std::get_if<double>(&arguments[argument]);
            if (!number || *number < 1 || *number > 1e6)
                throw NeedsOffice();
            return static_cast<std::size_t>(*number);
        };
        if (at(1) > cells->rows.size() || at(2) > cells->rows.front().size())
            throw NeedsOffice();
        return cells->rows[at(1) - 1][at(2) - 1];
    }

    static Place place(std::string_view name)
    {
        if (name.size() < 2 || name[0] < 'A' || name[0] > 'Z')
            throw NeedsOffice();
        int row = 0;
        const auto parsed = std::from_chars(name.data() + 1, name.data() + name.size(), row);
        if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size() || row < 1)
            throw NeedsOffice();
        return { row, name[0] - 'A' };
    }

    Value range(Place first, Place last)
    {
        constexpr int mostRows = 1000;
        if (last.row - first.row > mostRows)
            throw NeedsOffice();
        Cells cells;
        for (int row = first.row; row <= last.row; ++row)
        {
            auto& values = cells.rows.emplace_back();
            for (int column = first.column; column <= last.column; ++column)
                values.push_back(cell({ row, column }));
        }
        return cells;
    }

    Value cell(Place place)
    {
        const std::string name = char('A' + place.column) + std::to_string(place.row);
        for (const Given& given : m_case.given)
            if (given.cell == name)
                return typed(given.content);
        return Blank();
    }

    /// What a cell holds once it was typed into it.
    Value typed(std::string_view content)
    {
        if (content.starts_with('='))
            return formula(content.substr(1));
        if (content.starts_with('\''))
            return std::string(content.substr(1));
        double number = 0;
        const auto parsed =
            std::from_chars(content.data(), content.data() + content.size(), number);
        if (parsed.ec == std::errc() && parsed.ptr == content.data() + content.size())
            return number;
        // What may be a date or a fraction, Calc knows.
        if (content.find_first_not_of("0123456789-+./:,% ") == std::string_view::npos)
            throw NeedsOffice();
        return std::string(content);
    }

    Nutrition& m_addIn;
    const Case& m_case;
    std::string_view m_rest;
    int m_depth = 0;
};

std::string errorText(std::uint32_t number)
{
    switch (number)
    {
        case static_cast<std::uint32_t>(CellError::NotAvailable):
            return "#N/A";
        case static_cast<std::uint32_t>(CellError::DivisionByZero):
            return "#DIV/0!";
        case noValue:
            return "#VALUE!";
        case illegalNumber:
            return "#NUM!";
        default:
            return "Err:" + std::to_string(number);
    }
}

bool isOwnSheet(const Given& given) { return given.cell.find('.') != std::string::npos; }

} // namespace

std::optional<Shown> showWithoutOffice(Nutrition& addIn, const Case& each)
{
    if (std::any_of(each.given.begin(), each.given.end(), isOwnSheet))
        return std::nullopt;
    try
    {
        Value value = Evaluation(addIn, each).formula(each.call);
        // A cell shows the first of an array.
        if (const auto* const cells = std::get_if<Cells>(&value))
            value = cells->rows.empty() ? Value(Blank()) : Value(cells->rows.front().front());
        if (const auto* const number = std::get_if<double>(&value))
            return Shown{ Shown::Kind::Number, {}, *number };
        if (const auto* const text = std::get_if<std::string>(&value))
            return Shown{ Shown::Kind::Text, *text };
        if (const auto* const failed = std::get_if<Failed>(&value))
            return Shown{ Shown::Kind::Error, errorText(failed->number) };
    }
    catch (const NeedsOffice&)
    {
        // Said below.
    }
    return std::nullopt;
}

std::vector<std::string> callableFunctions()
{
    std::vector<std::string> names;
    for (const auto& [name, function] : functions())
        names.push_back(name);
    return names;
}

} // namespace quartet
