/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/medicines.hxx"

#include "nutrition/distance.hxx"
#include "nutrition/fold.hxx"

#include <boost/algorithm/string/replace.hpp>

#include <algorithm>
#include <bit>
#include <set>

namespace quartet
{

namespace
{

/// Whether some words stand at a place of a text; both as foldWords gives them.
bool standsAt(std::string_view text, std::size_t at, std::string_view words)
{
    const bool begins = at == 0 || text[at - 1] == ' ';
    const std::size_t end = at + words.size();
    return begins && text.substr(at).starts_with(words) && (end == text.size() || text[end] == ' ');
}

bool containsWords(std::string_view text, std::string_view words)
{
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + 1))
        if (standsAt(text, at, words))
            return true;
    return false;
}

std::string_view firstWord(std::string_view words) { return words.substr(0, words.find(' ')); }

/// The letters that a text holds, a bit a letter. What is no ASCII counts for nothing.
std::uint32_t lettersOf(std::string_view text)
{
    constexpr unsigned mask = 31;
    std::uint32_t letters = 0;
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x80)
            letters |= 1U << (static_cast<unsigned char>(c) & mask);
    return letters;
}

/// Whether a text ends in katakana, as foldWords gives it.
bool endsInKatakana(std::string_view text)
{
    constexpr std::size_t bytes = 3;
    if (text.size() < bytes)
        return false;
    const std::string_view sign = text.substr(text.size() - bytes);
    return sign >= "\u30a1" && sign <= "\u30fc";
}

/// The first sign of what is Japanese.
std::string_view firstSign(std::string_view text)
{
    constexpr std::size_t bytes = 3;
    return text.substr(0, bytes);
}

/// Whether a place is in the middle of a katakana word, such as another medicine's name.
bool isWithinKatakana(std::string_view text, std::size_t at)
{
    return endsInKatakana(text.substr(0, at)) && endsInKatakana(firstSign(text.substr(at)));
}

/// Where a name stands in an entry. Japanese: not in the middle of a katakana word.
std::size_t findJapanese(const std::string& entry, const std::string& name)
{
    std::size_t at = entry.find(name);
    while (at != std::string::npos && isWithinKatakana(entry, at))
        at = entry.find(name, at + 1);
    return at;
}

bool names(const std::string& entry, const std::string& name)
{
    return startsInJapanese(name) ? findJapanese(entry, name) != std::string::npos
                                  : containsWords(entry, name);
}

/// The entry with a bar in place of each time that a name stands in it.
std::string without(std::string entry, const std::string& name)
{
    if (!startsInJapanese(name))
    {
        entry = " " + entry + " ";
        boost::replace_all(entry, " " + name + " ", " | ");
    }
    else
    {
        for (std::size_t at; (at = findJapanese(entry, name)) != std::string::npos;)
            entry.replace(at, name.size(), "|");
    }
    return entry;
}

/// A list with the signs that divide it in Japanese as ASCII ones.
std::string withAsciiSigns(std::string_view list)
{
    std::string plain(list);
    for (const char* const sign : { "、", "，", "；" })
        boost::replace_all(plain, sign, ";");
    return plain;
}

/// The entries of a list. The comma in "2,5 mg" divides none.
std::vector<std::string_view> entries(std::string_view list)
{
    const auto isDigit = [list](std::size_t at) {
        return at < list.size() && list[at] >= '0' && list[at] <= '9';
    };
    std::vector<std::string_view> entries;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= list.size(); ++at)
    {
        const bool end = at == list.size();
        const bool decimal =
            !end && list[at] == ',' && at > 0 && isDigit(at - 1) && isDigit(at + 1);
        if (!end && (decimal || std::string_view(",;+&\n").find(list[at]) == std::string::npos))
            continue;
        if (const auto entry = trim(list.substr(begin, at - begin)); !entry.empty())
            entries.push_back(entry);
        begin = at + 1;
    }
    return entries;
}

} // namespace

MedicineTable::MedicineTable(const std::vector<Row>& rows, std::vector<Damage>& damages)
{
    readRows("medicines", { "class", "names", "unclear" }, rows, damages, [this](const Row& row) {
        MedicineClass medicine{ row.id(), std::string(row.requiredText("class")), {}, {} };
        medicine.written.push_back(medicine.name);
        for (const std::string_view name : split(row.requiredText("names"), ";"))
            medicine.written.emplace_back(name);
        for (const std::string& name : medicine.written)
            medicine.names.push_back(foldWords(name));
        for (const std::string_view pair : split(row.text("unclear"), ";"))
        {
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos)
                throw BadRow("unclear", "\"" + std::string(pair) + "\" has no \"=\"");
            m_unclear.emplace_back(foldWords(pair.substr(0, equals)), pair.substr(equals + 1));
        }
        m_classes.emplace(row.id(), std::move(medicine));
    });
    for (const auto& [id, each] : m_classes)
        for (std::size_t i = 0; i < each.names.size(); ++i)
        {
            const std::string& name = each.names[i];
            const Name known{ &each, i, lettersOf(name) };
            const std::size_t length = countCharacters(name);
            m_byLength.resize(std::max(m_byLength.size(), length + 1));
            m_byLength[length].push_back(known);
            if (startsInJapanese(name))
                m_japanese[firstSign(name)].push_back(known);
            else if (!name.empty())
                m_byFirstWord[firstWord(name)].push_back(known);
        }
}

std::vector<MedicineTable::Name> MedicineTable::namesIn(const std::string& entry) const
{
    std::vector<Name> found;
    for (std::size_t at = 0; at < entry.size(); ++at)
    {
        const std::string_view rest = std::string_view(entry).substr(at);
        const auto beginning =
            startsInJapanese(rest) ? m_japanese.find(firstSign(rest)) : m_japanese.end();
        if (beginning != m_japanese.end() && !isWithinKatakana(entry, at))
            for (const Name& name : beginning->second)
                if (rest.starts_with(name.text()))
                    found.push_back(name);
    }
    for (std::size_t at = 0; at < entry.size(); at = entry.find(' ', at) + 1)
    {
        const auto beginning = m_byFirstWord.find(firstWord(std::string_view(entry).substr(at)));
        if (beginning != m_byFirstWord.end())
            for (const Name& name : beginning->second)
                if (standsAt(entry, at, name.text()))
                    found.push_back(name);
        if (entry.find(' ', at) == std::string::npos)
            break;
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<Medicine> MedicineTable::find(std::string_view list) const
{
    std::vector<Medicine> medicines;
    const std::string plain = withAsciiSigns(list);
    auto all = entries(plain);
    all.resize(std::min(all.size(), mostEntries));
    for (const std::string_view entry : all)
    {
        if (entry.size() > longestEntry)
            continue;
        const std::string folded = foldWords(entry);
        Medicine medicine{ std::string(entry), {} };
        const std::vector<Name> matches = namesIn(folded);
        for (const Name& match : matches)
        {
            // A "non-vitamin K antagonist anticoagulant" is no vitamin K antagonist,
            // unless one is named beside it.
            std::string alone = folded;
            for (const Name& other : matches)
                if (other.text().size() > match.text().size() && names(other.text(), match.text()))
                    alone = without(std::move(alone), other.text());
            if (names(alone, match.text())
                && std::find(medicine.classes.begin(), medicine.classes.end(), match.medicine)
                       == medicine.classes.end())
                medicine.classes.push_back(match.medicine);
        }
        medicines.push_back(std::move(medicine));
    }
    return medicines;
}

bool MedicineTable::isTooLong(std::string_view list)
{
    if (list.size() <= longestEntry)
        return false;
    const std::string plain = withAsciiSigns(list);
    const auto all = entries(plain);
    return all.size() > mostEntries
           || std::any_of(all.begin(), all.end(),
                          [](std::string_view entry) { return entry.size() > longestEntry; });
}

const MedicineTable::Name* MedicineTable::nearest(std::string_view word, std::size_t& least) const
{
    constexpr std::size_t shortest = 5; // of shorter words too many are near
    constexpr std::size_t longer = 9;
    const std::size_t length = countCharacters(word);
    if (length < shortest)
        return nullptr;
    const std::size_t most = length < longer ? 1 : 2;
    const std::uint32_t letters = lettersOf(word);
    const Name* best = nullptr;
    const auto end = std::min(length + most + 1, m_byLength.size());
    for (std::size_t each = length - most; each < end; ++each)
        for (const Name& name : m_byLength[each])
        {
            // A letter that is another changes two of the bits at most.
            if (static_cast<std::size_t>(std::popcount(letters ^ name.letters)) > 2 * most)
                continue;
            const std::size_t far = distance(word, name.text(), most);
            if (far > most || far > least || (far == least && !(best && name < *best)))
                continue;
            least = far;
            best = &name;
        }
    return best;
}

std::string MedicineTable::similar(std::string_view entry) const
{
    const std::string folded = foldWords(entry);
    for (const auto& [unclear, meant] : m_unclear)
        if (names(folded, unclear))
            return meant;
    constexpr std::size_t mostWords = 8;
    auto words = split(folded, " ");
    words.resize(std::min(words.size(), mostWords));
    words.push_back(folded);
    const Name* best = nullptr;
    std::size_t least = 3;
    for (const std::string_view word : words)
        if (const Name* const nearer = nearest(word, least))
            best = nearer;
    return best ? best->medicine->written[best->place] : std::string();
}

bool MedicineTable::nameEveryClass(const std::vector<std::string>& lists) const
{
    if (lists.size() < m_classes.size())
        return false;
    std::set<const MedicineClass*> named;
    for (const std::string& list : lists)
        for (const Medicine& medicine : find(list))
            named.insert(medicine.classes.begin(), medicine.classes.end());
    return named.size() == m_classes.size();
}

const MedicineClass* MedicineTable::findClass(std::string_view id) const
{
    const auto found = m_classes.find(id);
    return found == m_classes.end() ? nullptr : &found->second;
}

} // namespace quartet
