/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "compile/template_texts.hxx"

#include "compile/csv.hxx"
#include "compile/registry_rows.hxx"
#include "compile/xml.hxx"

#include <stdexcept>

namespace quartet
{

TemplateTexts::TemplateTexts(std::string_view csv)
{
    const std::vector<CsvRecord> records = parseCsv(csv);
    if (records.empty() || records.front().cells.size() < 2)
        throw std::runtime_error("no table of texts");
    const std::vector<std::string>& header = records.front().cells;
    m_languages.assign(header.begin() + 1, header.end());
    for (const CsvRecord& record : records)
    {
        if (&record == &records.front())
            continue;
        const std::string where = "line " + std::to_string(record.line) + ": ";
        const std::string& id = record.cells.front();
        if (record.cells.size() != header.size())
            throw std::runtime_error(where + "not as many cells as the header");
        auto& texts = m_texts[id];
        if (!texts.empty())
            throw std::runtime_error(where + "\"" + id + "\" is there already");
        for (std::size_t i = 1; i < header.size(); ++i)
        {
            const std::string& text = record.cells[i];
            if (text.find_first_of("\"'") != std::string::npos)
                throw std::runtime_error(where + "straight quote: " + text);
            if (text.empty())
                throw std::runtime_error(where + "\"" + id + "\" has no text in " + header[i]);
            texts[header[i]] = text;
        }
    }
}

void TemplateTexts::add(const std::string& prefix, std::string_view csv)
{
    for (const auto& row : readRegistryRows(csv))
    {
        const auto cell = [&row](const std::string& column) {
            const auto found = row.find(column);
            if (found == row.end())
                throw std::runtime_error("no column \"" + column + "\"");
            return found->second;
        };
        const std::string id = prefix + "." + cell("id");
        auto& texts = m_texts[id];
        if (!texts.empty())
            throw std::runtime_error("\"" + id + "\" is there already");
        for (const std::string& language : m_languages)
            texts[language] = cell(language);
    }
}

const std::string& TemplateTexts::text(std::string_view id, std::string_view language) const
{
    const auto texts = m_texts.find(id);
    if (texts != m_texts.end())
        if (const auto found = texts->second.find(language); found != texts->second.end())
            return found->second;
    throw std::runtime_error("no text \"" + std::string(id) + "\"");
}

void TemplateTexts::fill(pugi::xml_node tree, std::string_view language) const
{
    forEachText(tree, [&](std::string& words) {
        // The innermost first: a text may be part of another's id.
        std::size_t at = 0;
        for (std::size_t end; (end = words.find("}}", at)) != std::string::npos;)
        {
            const std::size_t begin = words.rfind("{{", end);
            if (begin == std::string::npos)
                throw std::runtime_error("}} without {{");
            words.replace(begin, end + 2 - begin,
                          text(words.substr(begin + 2, end - begin - 2), language));
            at = begin;
        }
        if (words.find("{{") != std::string::npos)
            throw std::runtime_error("{{ without }}");
    });
}

} // namespace quartet
