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
std::string plain(const std::string& amount, bool isRange)
{
    std::string result = amount + "&\" \"";
    for (const char* const space : rareSpaces)
        if (!isRange)
            result = replaced(result, space, " ");
    for (const auto& [from, to] : amountSigns)
        result = replaced(result, from, to);
    return "TRIM(" + result + ")";
}

/// The unit behind the number of an amount.
std::string unitOf(const std::string& amount, bool isRange)
{
    std::string unit = plain(amount, isRange);
    for (const char* const sign : numberSigns)
        unit = replaced(unit, sign, "");
    return "TRIM(" + unit + ")";
}

/// The number before the unit: what the unit at the end leaves.
std::string numberOf(const std::string& amount, bool isRange)
{
    const std::string points = "\" \"&" + replaced(plain(amount, isRange), ",", ".");
    return "TRIM(SUBSTITUTE(" + replaced(points, " .", " 0.") + "&\"|\";" + unitOf(amount, isRange)
           + "&\"|\";\"\"))";
}

/// The key of an amount that is in the tables as a whole.
std::string wholeKey(const std::string& food, const std::string& amount)
{
    return food + "&\"|=\"&TRIM(" + amount + ")";
}

constexpr int numberColumn = 2; ///< of a food's number

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

std::string FoodForms::writtenGrams(const std::string& foodName, const std::string& amount,
                                    bool isRange) const
{
    // Calc joins arrays wrongly where a part of one is an error.
    const std::string food = "IFERROR(" + looked(foodName, numberColumn) + ";0)";
    const std::string unit = food + "&\"|\"&" + unitOf(amount, isRange);
    const std::string number = "\"#\"&" + numberOf(amount, isRange);
    const auto found = [this](const std::string& key, const std::string& both,
                              const std::string& keys, const std::string& values) {
        return m_lookup == Lookup::Compare
                   ? "LOOKUP(2;1/(" + table(keys) + "=" + key + ");" + table(values) + ")"
                   : "VLOOKUP(" + key + ";" + table(both) + ";2;FALSE())";
    };
    const auto portion = [&](const std::string& key) {
        return found(key, DataTables::portions(), DataTables::portionKeys(),
                     DataTables::portionGrams());
    };
    const std::string grams =
        found(number, DataTables::numbers(), DataTables::numberKeys(), DataTables::numberValues())
        + "*" + portion(unit);
    return m_tables.hasAmounts()
               ? "IFERROR(" + portion(wholeKey(food, escaped(amount))) + ";" + grams + ")"
               : grams;
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
        written = "IFERROR(" + writtenGrams(food, amount, false) + ";" + refused + ")";
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
    return "IF(TRIM(" + food + ")=\"\";\"\";0*" + looked(food, numberColumn) + "+"
           + gramsOf(food, amount, kind) + ")";
}

std::string FoodForms::text(FoodColumn column, const std::string& nutrient,
                            const std::string& food) const
{
    return "IF(TRIM(" + food + ")=\"\";\"\";" + looked(food, m_tables.column(column, nutrient))
           + ")";
}

/** The parts of a formula over two ranges: for numbers a food of the table at a time,
    for written amounts a row at a time. They are right in array formulas alone. */
struct FoodForms::Ranges
{
    const FoodForms& forms;
    std::string foods;
    std::string amounts;
    std::string foodKeys;

    Ranges(const FoodForms& owner, std::string foodRange, std::string amountRange)
        : forms(owner)
        , foods(std::move(foodRange))
        , amounts(std::move(amountRange))
        , foodKeys("\"=\"&" + owner.escaped(table(DataTables::foodKeys())))
    {
    }

    /// Something of the rows whose amount is written, 0 for the others.
    std::string ofWritten(const std::string& each) const
    {
        return "IF(COUNTA(" + amounts + ")=COUNT(" + amounts + ");0;SUMPRODUCT(IF(ISTEXT(" + amounts
               + ")*(TRIM(" + amounts + ")<>\"\")*(TRIM(" + foods + ")<>\"\");" + each + ";0)))";
    }
    /// A column's figure of each row's food.
    std::string figure(int column) const { return forms.looked(foods, column); }
    /// A column's total over the grams that are numbers.
    std::string ofNumbers(const std::string& column) const
    {
        return "SUMPRODUCT(SUMIF(" + foods + ";" + foodKeys + ";" + amounts + ")*" + column + ")";
    }
    std::string ofNumbers(int column) const
    {
        return ofNumbers(table(DataTables::foodColumn(column)));
    }
    /// A column's total over the grams of all rows.
    std::string total(int column) const
    {
        return ofNumbers(column) + "+" + ofWritten(grams() + "*" + figure(column));
    }
    /// The grams of all rows.
    std::string total() const { return ofNumbers("1") + "+" + ofWritten(grams()); }
    /// Above 0 where a row with grams has a 1 in a column of ones and zeros.
    std::string any(int column) const
    {
        return ofNumbers(column) + "+" + ofWritten(notZero() + "*" + figure(column));
    }
    /// The same of a 0.
    std::string anyWithout(int column) const
    {
        return ofNumbers("(1-" + table(DataTables::foodColumn(column)) + ")") + "+"
               + ofWritten(notZero() + "*(1-" + figure(column) + ")");
    }
    std::string any() const { return ofNumbers("1") + "+" + ofWritten(notZero()); }
    /// What isn't understood in a row makes it impossible.
    static std::string understood(const std::string& result)
    {
        return "IFERROR(" + result + ";" + refused + ")";
    }
    /// What makes any result impossible, then the result.
    std::string checked(const std::string& then) const
    {
        return "IF(SUMPRODUCT(1*(TRIM(" + foods + ")<>\"\"))<>SUMPRODUCT(COUNTIF(" + foods + ";"
               + foodKeys + "));NA();IF(COUNTIF(" + amounts + ";\"<0\")>0;" + refused + ";" + then
               + "))";
    }

private:
    std::string grams() const { return forms.writtenGrams(foods, amounts, true); }
    /// Whether a written amount is more than nothing: no "0 g", though "0.5 g".
    std::string notZero() const
    {
        const std::string begin = "(TRIM(" + amounts + ")&\" \"";
        return "((LEFT" + begin + ";1)<>\"0\")+(MID" + begin + ";2;1)=\".\")+(MID" + begin
               + ";2;1)=\",\"))";
    }
};

std::string FoodForms::sum(const std::string& nutrient, bool strict, const std::string& foods,
                           const std::string& amounts) const
{
    m_tables.useAmounts();
    const Ranges ranges(*this, foods, amounts);
    const std::string total = Ranges::understood(
        "(" + ranges.total(m_tables.column(FoodColumn::Known, nutrient)) + ")/100");
    if (strict)
        return ranges.checked("IF("
                              + ranges.anyWithout(m_tables.column(FoodColumn::IsKnown, nutrient))
                              + ">0;NA();" + total + ")");
    return ranges.checked("IF(" + ranges.any(m_tables.column(FoodColumn::IsBound, nutrient)) + ">0;"
                          + total + ";IF(" + ranges.any() + ">0;NA();0))");
}

std::string FoodForms::coverage(const std::string& nutrient, const std::string& foods,
                                const std::string& amounts) const
{
    m_tables.useAmounts();
    const Ranges ranges(*this, foods, amounts);
    const std::string share =
        Ranges::understood("(" + ranges.total(m_tables.column(FoodColumn::IsCovered, nutrient))
                           + ")/(" + ranges.total() + ")");
    return ranges.checked("IF(" + ranges.any() + "=0;\"\";" + share + ")");
}

} // namespace quartet
