/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/forms.hxx"

#include "portable/amount_words.hxx"

#include <cstdio>
#include <cstdlib>

namespace quartet
{

namespace
{

/// Begins the mark of an argument: a sign that Unicode keeps for private use.
constexpr const char* argumentSign = "\xEE\x80\x80";

std::string replaced(const std::string& text, const char* from, const char* to)
{
    return "SUBSTITUTE(" + text + ";" + inQuotes(from) + ";" + inQuotes(to) + ")";
}

/// An amount without the signs that a lookup would take for its own.
std::string plain(const std::string& amount)
{
    return replaced(replaced("TRIM(" + amount + ")", "*", "¤"), "?", "¤");
}

/// The unit behind the number of an amount.
std::string unitOf(const std::string& amount)
{
    std::string unit = plain(amount);
    for (const char* const sign : numberSigns)
        unit = replaced(unit, sign, "");
    return "TRIM(" + unit + ")";
}

std::string numberOf(const std::string& amount)
{
    return "TRIM(LEFT(" + plain(amount) + ";LEN(TRIM(" + amount + "))-LEN(" + unitOf(amount)
           + ")))";
}

} // namespace

std::string argumentMark(std::size_t argument)
{
    return inQuotes(argumentSign + std::to_string(argument));
}

std::optional<std::size_t> markedArgument(const std::string& text)
{
    const std::string sign = argumentSign;
    if (!text.starts_with(sign))
        return std::nullopt;
    return static_cast<std::size_t>(std::atoi(text.c_str() + sign.size()));
}

std::string inQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

std::string digits(double number)
{
    constexpr int enough = 17;
    char text[40];
    for (int precision = 15; precision <= enough; ++precision)
    {
        std::snprintf(text, sizeof text, "%.*g", precision, number);
        if (std::strtod(text, nullptr) == number)
            break;
    }
    return text;
}

std::string FoodForms::escaped(const std::string& text) const
{
    return m_lookup == Lookup::Wildcards
               ? replaced(replaced(replaced(text, "~", "~~"), "*", "~*"), "?", "~?")
               : text;
}

std::string FoodForms::looked(const std::string& food, int column) const
{
    if (m_lookup == Lookup::Compare)
        return "LOOKUP(2;1/(" + table(DataTables::foodKeys()) + "=TRIM(" + food + "));"
               + table(DataTables::foodColumn(column)) + ")";
    return "VLOOKUP(" + escaped("TRIM(" + food + ")") + ";" + table(DataTables::foods()) + ";"
           + std::to_string(column) + ";FALSE())";
}

std::string FoodForms::gramsOf(const std::string& food, const std::string& amount,
                               Amount kind) const
{
    const bool texts = kind == Amount::Any;
    char* end = nullptr;
    const double number = std::strtod(amount.c_str(), &end);
    if (!amount.empty() && *end == 0)
        return number < 0 ? refused : amount;
    if (kind == Amount::WorkedOut)
        return "IF(" + amount + "<0;" + refused + ";" + amount + ")";
    std::string written = refused;
    if (texts)
    {
        m_tables.useAmounts();
        constexpr int numberColumn = 2;
        const std::string unit = looked(food, numberColumn) + "&\"|\"&" + unitOf(amount);
        if (m_lookup == Lookup::Compare)
            written = "IFERROR(LOOKUP(2;1/(" + table(DataTables::numberKeys()) + "=\"#\"&"
                      + numberOf(amount) + ");" + table(DataTables::numberValues())
                      + ")*LOOKUP(2;1/(" + table(DataTables::portionKeys()) + "=" + unit + ");"
                      + table(DataTables::portionGrams()) + ");" + refused + ")";
        else
            written = "IFERROR(VLOOKUP(\"#\"&" + numberOf(amount) + ";"
                      + table(DataTables::numbers()) + ";2;FALSE())*VLOOKUP(" + unit + ";"
                      + table(DataTables::portions()) + ";2;FALSE());" + refused + ")";
    }
    return "IF(ISNUMBER(" + amount + ");IF(" + amount + "<0;" + refused + ";" + amount
           + ");IF(TRIM(" + amount + ")=\"\";0;" + written + "))";
}

std::string FoodForms::value(const std::string& nutrient, const std::string& food,
                             const std::string& amount, Amount kind) const
{
    return "IF(TRIM(" + food + ")=\"\";\"\";"
           + looked(food, m_tables.column(FoodColumn::Value, nutrient)) + "*"
           + gramsOf(food, amount, kind) + "/100)";
}

std::string FoodForms::grams(const std::string& food, const std::string& amount, Amount kind) const
{
    m_tables.useAmounts();
    constexpr int numberColumn = 2;
    return "IF(TRIM(" + food + ")=\"\";\"\";0*" + looked(food, numberColumn) + "+"
           + gramsOf(food, amount, kind) + ")";
}

std::string FoodForms::source(const std::string& nutrient, const std::string& food) const
{
    return "IF(TRIM(" + food + ")=\"\";\"\";"
           + looked(food, m_tables.column(FoodColumn::Source, nutrient)) + ")";
}

/** The parts of a formula over two ranges. Without IF, which Excel's older
    versions don't take element by element. */
struct FoodForms::Ranges
{
    std::string foods;
    std::string amounts;
    std::string criterion; ///< of each food
    std::string number;    ///< of each written amount
    std::string unit;

    /// 1 or 0 of each row.
    std::string filled() const { return "(TRIM(" + foods + ")<>\"\")"; }
    std::string written() const { return "ISTEXT(" + amounts + ")*(TRIM(" + amounts + ")<>\"\")"; }
    std::string notZero() const { return "(TRIM(" + amounts + ")<>\"\")*(" + amounts + "<>0)"; }
    std::string of(int column) const
    {
        return "SUMIF(" + table(DataTables::foodKeys()) + ";" + criterion + ";"
               + table(DataTables::foodColumn(column)) + ")";
    }
    /// The total of something over the grams of each row.
    std::string total(const std::string& each) const
    {
        return "SUMPRODUCT(" + each + ";" + amounts + ")+SUMPRODUCT(" + each + "*ISTEXT(" + amounts
               + ")*SUMIF(" + table(DataTables::numberKeys()) + ";" + number + ";"
               + table(DataTables::numberValues()) + ")*SUMIF(" + table(DataTables::portionKeys())
               + ";" + unit + ";" + table(DataTables::portionGrams()) + "))";
    }
    /// What makes any result impossible, then the result.
    std::string checked(const std::string& then) const
    {
        const std::string unknown = "SUMPRODUCT(" + filled() + "*(COUNTIF("
                                    + table(DataTables::foodKeys()) + ";" + criterion + ")=0))";
        const std::string negative = "SUMPRODUCT(" + filled() + "*(" + amounts + "<0))";
        const std::string understood = "SUMPRODUCT(" + filled() + "*" + written() + "*COUNTIF("
                                       + table(DataTables::numberKeys()) + ";" + number
                                       + ")*COUNTIF(" + table(DataTables::portionKeys()) + ";"
                                       + unit + "))";
        return "IF(" + unknown + ">0;NA();IF(" + negative + "+(SUMPRODUCT(" + filled() + "*"
               + written() + ")<>" + understood + ")>0;" + refused + ";" + then + "))";
    }

    Ranges(const FoodForms& forms, std::string foodRange, std::string amountRange)
        : foods(std::move(foodRange))
        , amounts(std::move(amountRange))
        , criterion("\"=\"&" + forms.escaped("TRIM(" + foods + ")"))
        , number("\"=#\"&" + numberOf(amounts))
    {
        constexpr int numberColumn = 2;
        unit = "\"=\"&" + of(numberColumn) + "&\"|\"&" + unitOf(amounts);
    }
};

std::string FoodForms::sum(const std::string& nutrient, bool strict, const std::string& foods,
                           const std::string& amounts) const
{
    m_tables.useAmounts();
    const Ranges ranges(*this, foods, amounts);
    const std::string total =
        "(" + ranges.total(ranges.of(m_tables.column(FoodColumn::Known, nutrient))) + ")/100";
    const std::string rows = ranges.filled() + "*" + ranges.notZero();
    if (strict)
        return ranges.checked("IF(SUMPRODUCT(" + rows + "*("
                              + ranges.of(m_tables.column(FoodColumn::IsKnown, nutrient))
                              + "=0))>0;NA();" + total + ")");
    return ranges.checked(
        "IF(SUMPRODUCT(" + ranges.of(m_tables.column(FoodColumn::IsBound, nutrient)) + "*"
        + ranges.notZero() + ")=0;IF(SUMPRODUCT(" + rows + ")=0;0;NA());" + total + ")");
}

std::string FoodForms::coverage(const std::string& nutrient, const std::string& foods,
                                const std::string& amounts) const
{
    m_tables.useAmounts();
    const Ranges ranges(*this, foods, amounts);
    const std::string all = ranges.total("(1*" + ranges.filled() + ")");
    const std::string known =
        ranges.total(ranges.of(m_tables.column(FoodColumn::IsKnown, nutrient)));
    return ranges.checked("IF(SUMPRODUCT(" + ranges.filled() + "*" + ranges.notZero() + ")=0;\"\";("
                          + known + ")/(" + all + "))");
}

} // namespace quartet
