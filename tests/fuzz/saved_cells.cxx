/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the XML of a saved workbook says of its cells. A line is an element with its
// attributes, "<name a=b", the end of one, ">", or text.

#include "fuzz_bytes.hxx"

#include "workbook/saved_cells.hxx"
#include "workbook/utf8.hxx"

#include <cppuhelper/implbase1.hxx>

#include <algorithm>
#include <utility>

namespace quartet
{

namespace
{

using css::uno::Reference;
using css::xml::sax::XAttributeList;
using css::xml::sax::XDocumentHandler;
using rtl::OUString;

constexpr CellPlace asked[] = { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 5, 2 }, { 1, 1, 1 } };
constexpr std::size_t longestText = 65535 * 3; // of UTF-8

class Attributes : public cppu::WeakImplHelper1<XAttributeList>
{
public:
    explicit Attributes(std::vector<std::pair<OUString, OUString>> all)
        : m_all(std::move(all))
    {
    }

    sal_Int16 SAL_CALL getLength() override { return static_cast<sal_Int16>(m_all.size()); }
    OUString SAL_CALL getNameByIndex(sal_Int16 i) override { return m_all.at(i).first; }
    OUString SAL_CALL getTypeByIndex(sal_Int16) override { return {}; }
    OUString SAL_CALL getTypeByName(const OUString&) override { return {}; }
    OUString SAL_CALL getValueByIndex(sal_Int16 i) override { return m_all.at(i).second; }
    OUString SAL_CALL getValueByName(const OUString& name) override
    {
        const auto found = std::find_if(m_all.begin(), m_all.end(),
                                        [&name](const auto& each) { return each.first == name; });
        return found == m_all.end() ? OUString() : found->second;
    }

private:
    std::vector<std::pair<OUString, OUString>> m_all;
};

/// Elements end in the order in which an XML parser has them end.
void tell(const Reference<XDocumentHandler>& handler,
          const std::vector<std::vector<std::string>>& lines)
{
    std::vector<OUString> open;
    for (const auto& parts : lines)
    {
        const std::string& first = parts.front();
        if (first.starts_with('<'))
        {
            std::vector<std::pair<OUString, OUString>> attributes;
            for (std::size_t i = 1; i < parts.size(); ++i)
            {
                const auto equals = std::min(parts[i].find('='), parts[i].size());
                attributes.emplace_back(
                    fromUtf8(parts[i].substr(0, equals)),
                    fromUtf8(parts[i].substr(std::min(equals + 1, parts[i].size()))));
            }
            open.push_back(fromUtf8(first.substr(1)));
            handler->startElement(open.back(), new Attributes(std::move(attributes)));
        }
        else if (first == ">" && !open.empty())
        {
            handler->endElement(open.back());
            open.pop_back();
        }
        else
            handler->characters(fromUtf8(first));
    }
    for (; !open.empty(); open.pop_back())
        handler->endElement(open.back());
}

void read(const std::vector<std::vector<std::string>>& lines, bool openDocument)
{
    CellValues cells;
    for (const CellPlace& place : asked)
        cells.emplace(place, std::nullopt);
    tell(openDocument ? openDocumentCells(cells) : worksheetCells(0, cells), lines);
    require(cells.size() == std::size(asked), "a cell that nobody asked for");
    for (const auto& [place, value] : cells)
        if (const auto* const text = value ? std::get_if<std::string>(&value->content) : nullptr)
            require(text->size() <= longestText, "a text that Calc can't compute");
}

} // namespace

} // namespace quartet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace quartet;
    const auto lines = fuzzCells(bytes, size);
    for (const bool openDocument : { true, false })
        read(lines, openDocument);
    return 0;
}
