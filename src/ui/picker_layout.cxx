/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "ui/picker_layout.hxx"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/WindowAttribute.hpp>
#include <com/sun/star/awt/WindowDescriptor.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

#include <algorithm>

namespace quartet
{

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace
{

// In the dialogs' own unit.
constexpr sal_Int32 margin = 4;
constexpr sal_Int32 gap = 3;
constexpr sal_Int32 rowGap = 1;
// Both have scroll bars: so that all of the panel is seen on a screen 768 pixels high, with the
// taller lines of Japanese, too.
constexpr sal_Int32 leastList = 38;
constexpr sal_Int32 leastSources = 26;
constexpr sal_Int32 leastColumn = 52; ///< of the details, where the panel has a scroll bar too

/// A label and its field, one above the list and two below.
struct Line
{
    const char* label;
    const char* field;
};

constexpr Line searchLine{ "searchLabel", "search" };
constexpr Line groupLine{ "groupLabel", "group" };
constexpr Line amountLine{ "amountLabel", "amount" };

sal_Int32 height(const Controls& controls, const char* name)
{
    return controls.preferredSize(name).Height;
}

/// Two lines.
sal_Int32 noteHeight(const Controls& controls) { return 2 * height(controls, "food"); }

class Column
{
public:
    Column(const Controls& controls, const PickerRows& rows, sal_Int32 width)
        : m_controls(controls)
        , m_margin(controls.pixels(margin))
        , m_gap(controls.pixels(gap))
        , m_width(std::max<sal_Int32>(width - 2 * m_margin, 1))
        , m_y(m_margin)
    {
        for (const Line& line : { searchLine, groupLine, amountLine })
            m_labelWidth = std::max(m_labelWidth, controls.preferredSize(line.label).Width);
        m_labelWidth += m_gap;
        for (const std::string& row : rows)
            m_nameWidth =
                std::max(m_nameWidth, controls.preferredSize((row + ".name").c_str()).Width);
    }

    void add(const Line& line)
    {
        const auto field = m_controls.preferredSize(line.field).Height;
        const auto label = m_controls.preferredSize(line.label).Height;
        m_controls.place(line.label, m_margin, m_y + std::max((field - label) / 2, 0), m_labelWidth,
                         label);
        m_controls.place(line.field, m_margin + m_labelWidth, m_y, m_width - m_labelWidth, field);
        m_y += field + m_gap;
    }

    /// One control over the whole width.
    void add(const char* name, sal_Int32 height)
    {
        m_controls.place(name, m_margin, m_y, m_width, height);
        m_y += height + m_gap;
    }

    /// A small button at the beginning of a line and two beside each other at its end.
    void addButtons(const char* small, const char* first, const char* last)
    {
        const auto height = m_controls.preferredSize(last).Height;
        m_controls.place(small, m_margin, m_y, height, height);
        auto end = m_margin + m_width;
        for (const char* const button : { last, first })
        {
            const auto width = std::min(m_controls.preferredSize(button).Width + 2 * m_margin,
                                        (m_width - height - 2 * m_gap) / 2);
            end -= width;
            m_controls.place(button, end, m_y, width, height);
            end -= m_gap;
        }
        m_y += height + m_gap;
    }

    /// Two lines that belong together.
    void addName(const char* name, const char* below)
    {
        add(name, height(m_controls, name));
        m_y -= m_gap;
        add(below, height(m_controls, below));
    }

    void addGap() { m_y += m_gap; }

    /// A row of the details: two fifths for the name or as much as the longest of
    /// them needs, up to half; the rest for the figures.
    void addRow(const std::string& row)
    {
        const std::string name = row + ".name";
        const std::string per100g = row + ".100g";
        const std::string portion = row + ".portion";
        const auto height = m_controls.preferredSize(name.c_str()).Height;
        const auto all = m_width - 2 * m_gap;
        const auto figure = std::clamp((all - m_nameWidth) / 2, all / 4, all * 3 / 10);
        const auto first = m_width - 2 * (figure + m_gap);
        m_controls.place(name.c_str(), m_margin, m_y, first, height);
        m_controls.place(per100g.c_str(), m_margin + first + m_gap, m_y, figure, height);
        m_controls.place(portion.c_str(), m_margin + first + figure + 2 * m_gap, m_y, figure,
                         height);
        m_y += height + m_controls.pixels(rowGap);
    }

private:
    const Controls& m_controls;
    sal_Int32 m_margin;
    sal_Int32 m_gap;
    sal_Int32 m_width;
    sal_Int32 m_y;
    sal_Int32 m_labelWidth = 0;
    sal_Int32 m_nameWidth = 0; ///< of the details' longest
};

} // namespace

Reference<css::awt::XWindow> makePane(const Reference<css::uno::XComponentContext>& context,
                                      const Reference<css::awt::XWindow>& parent)
{
    css::awt::WindowDescriptor pane;
    pane.Type = css::awt::WindowClass_SIMPLE;
    pane.WindowServiceName = "window";
    pane.Parent.set(parent, UNO_QUERY_THROW);
    pane.ParentIndex = -1;
    pane.WindowAttributes = css::awt::WindowAttribute::SHOW;
    return Reference<css::awt::XWindow>(css::awt::Toolkit::create(context)->createWindow(pane),
                                        UNO_QUERY_THROW);
}

void addPickerRows(const Controls& controls, const PickerRows& rows)
{
    for (const std::string& row : rows)
        if (row != "heading")
            for (const char* const column : { ".name", ".100g", ".portion" })
                controls.addLike("heading" + std::string(column), row + column);
}

sal_Int32 leastPickerHeight(const Controls& controls, const PickerRows& rows)
{
    const auto space = controls.pixels(gap);
    sal_Int32 sum = 2 * controls.pixels(margin);
    for (const char* const name : { "search", "group", "amount", "insert", "food", "foodGroup" })
        sum += height(controls, name) + space;
    sum += static_cast<sal_Int32>(rows.size())
               * (height(controls, "heading.name") + controls.pixels(rowGap))
           + space;
    return sum + noteHeight(controls) + space + controls.pixels(leastList)
           + controls.pixels(leastSources) + 2 * space;
}

sal_Int32 leastPickerWidth(const Controls& controls)
{
    return controls.pixels(margin * 2 + leastColumn * 3);
}

void layOutPicker(const Controls& controls, const PickerRows& rows, sal_Int32 width,
                  sal_Int32 windowHeight)
{
    const auto spare = std::max(windowHeight - leastPickerHeight(controls, rows), 0);
    Column column(controls, rows, width);
    column.add(searchLine);
    column.add(groupLine);
    column.add("foods", controls.pixels(leastList) + spare * 3 / 4);
    column.add(amountLine);
    column.addButtons("help", "addRow", "insert");
    column.add("note", noteHeight(controls));
    column.addName("food", "foodGroup");
    for (const std::string& row : rows)
        column.addRow(row);
    column.addGap();
    column.add("sources", controls.pixels(leastSources) + spare / 4);
}

} // namespace quartet
