/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/languages.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/plural_forms.hxx"

#include <boost/algorithm/string/join.hpp>
#include <boost/regex/pending/unicode_iterator.hpp>

#include <algorithm>
#include <iterator>
#include <map>

namespace quartet
{

namespace
{

/// As .properties files write what is outside ASCII.
std::string escapedProperty(std::string_view text)
{
    constexpr char32_t lastAscii = 0x7F;
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::u16string units;
    using Signs = boost::u8_to_u32_iterator<std::string_view::const_iterator>;
    boost::utf16_output_iterator<std::back_insert_iterator<std::u16string>> out(
        std::back_inserter(units));
    std::copy(Signs(text.begin(), text.begin(), text.end()),
              Signs(text.end(), text.begin(), text.end()), out);
    std::string result;
    for (const char16_t unit : units)
    {
        if (unit <= lastAscii)
        {
            result += static_cast<char>(unit);
            continue;
        }
        result += "\\u";
        for (const int shift : { 12, 8, 4, 0 })
            result += digits[(unit >> shift) & 0xF];
    }
    return result;
}

constexpr std::string_view formsId = "plural.forms";

using Word = std::pair<std::string_view, std::string_view>; ///< its id, its text

std::vector<Word> wordsOf(std::string_view properties)
{
    std::vector<Word> words;
    for (const std::string_view line : split(properties, "\n"))
        if (const std::size_t sign = line.find('=');
            !line.starts_with('#') && sign != std::string_view::npos && sign + 1 < line.size())
            words.emplace_back(line.substr(0, sign), line.substr(sign + 1));
    return words;
}

/// The id without the plural form, "[one]" say, at its end.
std::string_view baseOf(std::string_view id)
{
    return id.ends_with(']') ? id.substr(0, id.find('[')) : id;
}

} // namespace

std::vector<Language> readLanguages(const Tables& tables, std::vector<Damage>& damages)
{
    std::vector<Language> languages;
    const auto required = [](const Row& row, std::string_view field) {
        return std::string(row.requiredText(field));
    };
    readRows("languages", { "locale", "name", "header", "medicine" },
             tableRows(tables, "languages"), damages, [&](const Row& row) {
                 required(row, "name");
                 languages.push_back({ row.id(), required(row, "locale"), required(row, "header"),
                                       required(row, "medicine") });
             });
    return languages;
}

std::string nutrientWords(const Tables& tables, const Language& language,
                          std::vector<Damage>& damages)
{
    const auto& names = tableRows(tables, "nutrient_names");
    std::string lines;
    for (const Row& nutrient : tableRows(tables, "nutrients"))
    {
        const auto row = std::find_if(names.begin(), names.end(),
                                      [&](const Row& each) { return each.id() == nutrient.id(); });
        const std::string_view name = row == names.end() ? "" : trim(row->text(language.id));
        if (name.empty())
            damages.push_back({ row == names.end() ? "nutrients" : "nutrient_names",
                                nutrient.id(),
                                {},
                                language.id,
                                "has no name in registry/names/nutrients.csv" });
        lines += "nutrient." + nutrient.id() + "=" + escapedProperty(name) + "\n";
    }
    return lines;
}

std::vector<std::string> wordIds(std::string_view properties)
{
    std::vector<std::string> ids;
    for (const auto& [id, text] : wordsOf(properties))
    {
        std::string base(baseOf(id));
        if (base != id)
            base += "[]";
        if (ids.empty() || ids.back() != base)
            ids.push_back(std::move(base));
    }
    return ids;
}

std::vector<std::string> pluralFaults(std::string_view properties)
{
    const auto words = wordsOf(properties);
    const auto rules = std::ranges::find(words, formsId, &Word::first);
    if (rules == words.end())
        return { "has no \"" + std::string(formsId) + "\"" };
    const auto forms = PluralForms(rules->second).names();
    std::vector<std::string> faults;
    std::map<std::string_view, std::vector<std::string>> counted;
    for (const auto& [id, text] : words)
        if (const std::string_view base = baseOf(id); base != id)
            counted[base].emplace_back(id.substr(base.size() + 1, id.size() - base.size() - 2));
        else if (text.find("{count}") != std::string_view::npos && !text.ends_with(": {count}"))
            faults.push_back("\"" + std::string(id) + "\" has {count} and no plural forms");
    for (const auto& [base, there] : counted)
        if (!std::ranges::is_permutation(there, forms))
            faults.push_back("\"" + std::string(base) + "\" has not the forms of its language, "
                             + boost::algorithm::join(forms, ", "));
    return faults;
}

} // namespace quartet
