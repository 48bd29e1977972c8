/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "portable/native_text.hxx"

#include "portable/calls.hxx"

#include <array>

namespace quartet
{

namespace
{

std::string columnName(sal_Int32 column)
{
    std::string name;
    for (; column >= 0; column = column / 26 - 1)
        name.insert(name.begin(), static_cast<char>('A' + column % 26));
    return name;
}

} // namespace

std::string cellName(sal_Int32 column, sal_Int32 row)
{
    return columnName(column) + std::to_string(row + 1);
}

std::string fixedName(sal_Int32 column, sal_Int32 row)
{
    return "$" + columnName(column) + "$" + std::to_string(row + 1);
}

std::string fixedRange(sal_Int32 column, sal_Int32 row, sal_Int32 lastColumn, sal_Int32 lastRow)
{
    return fixedName(column, row) + ":" + fixedName(lastColumn, lastRow);
}

std::string replaced(const std::string& text, const char* from, const char* to)
{
    return "SUBSTITUTE(" + text + ";" + inQuotes(from) + ";" + inQuotes(to) + ")";
}

std::string amountText(const std::string& amount)
{
    static constexpr std::array<std::pair<const char*, const char*>, 19> signs{ { { "½", " 1/2" },
                                                                                  { "⅓", " 1/3" },
                                                                                  { "⅔", " 2/3" },
                                                                                  { "¼", " 1/4" },
                                                                                  { "¾", " 3/4" },
                                                                                  { "⅕", " 1/5" },
                                                                                  { "⅖", " 2/5" },
                                                                                  { "⅗", " 3/5" },
                                                                                  { "⅘", " 4/5" },
                                                                                  { "⅙", " 1/6" },
                                                                                  { "⅚", " 5/6" },
                                                                                  { "⅛", " 1/8" },
                                                                                  { "⅜", " 3/8" },
                                                                                  { "⅝", " 5/8" },
                                                                                  { "⅞", " 7/8" },
                                                                                  { "⁄", "/" },
                                                                                  { ",", "." },
                                                                                  { " /", "/" },
                                                                                  { "/ ", "/" } } };
    std::string text = amount;
    for (const auto& [sign, plain] : signs)
        text = replaced(text, sign, plain);
    return "IF(ISTEXT(" + amount + ");LOWER(TRIM(" + text + "));\"\")";
}

std::string letterFormula(const std::string& text)
{
    std::string letters;
    std::string all;
    for (const std::string letter :
         { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n",
           "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "-", "+",
           ":", "%", "$", "€", "£", "(", ")", "'", "ä", "ö", "ü", "é", "è" })
    {
        letters += (letters.empty() ? "" : ";") + inQuotes(letter);
        all += letter;
    }
    return "IF(" + text + "=\"\";0;MIN(FIND({" + letters + "};" + text + "&" + inQuotes(all)
           + ")))";
}

std::string numberFormula(const std::string& n)
{
    const auto count = [&n](const char* sign) {
        return "(LEN(" + n + ")-LEN(" + replaced(n, sign, "") + "))";
    };
    const std::string point = "FIND(\".\";" + n + ")";
    const std::string stroke = "FIND(\"/\";" + n + ")";
    const std::string space = "FIND(\" \";" + n + ")";
    const std::string decimal = "IF(" + count(".") + "=0;VALUE(" + n + ");VALUE(\"0\"&LEFT(" + n
                                + ";" + point + "-1))+VALUE(MID(" + n + ";" + point
                                + "+1;99))/10^(LEN(" + n + ")-" + point + "))";
    const std::string divided = "/VALUE(MID(" + n + ";" + stroke + "+1;99))";
    const std::string mixed = "IF(" + count(" ") + "=0;VALUE(LEFT(" + n + ";" + stroke + "-1))"
                              + divided + ";VALUE(LEFT(" + n + ";" + space + "-1))+VALUE(MID(" + n
                              + ";" + space + "+1;" + stroke + "-" + space + "-1))" + divided + ")";
    return "IF(" + n + "=\"\";0;IF(AND(" + count("/") + "=0;" + count(" ") + "=0;" + count(".")
           + "<2);" + decimal + ";IF(AND(" + count("/") + "=1;" + count(".") + "=0;" + count(" ")
           + "<2);" + mixed + ";VALUE(\"?\"))))";
}

} // namespace quartet
