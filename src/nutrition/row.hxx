/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A row of a registry table before anyone has understood it.
//
// Every table of the registry has the same shape: rows with an id and named
// fields. What can't be read loses its row and no other, and says why.

#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quartet
{

/** The reason why a row can't be used. */
class BadRow : public std::runtime_error
{
public:
    BadRow(std::string field, const std::string& reason)
        : std::runtime_error(reason)
        , m_field(std::move(field))
    {
    }

    /// The field that is wrong; empty where it is the row as a whole.
    const std::string& field() const { return m_field; }

private:
    std::string m_field;
};

class Row;

/** The names of a table's fields, in the order of its rows' cells. */
class Columns
{
public:
    /// Between the names, and between the cells of a row.
    static constexpr char separator = '|';

    /** The names from their form in the configuration: "name|group|CA".

        @throws BadRow for an empty name and for a name given twice */
    explicit Columns(const std::string& text);

    /// All fields of some rows but their notes, the most used ones first: what
    /// is empty at a row's end need not be written.
    explicit Columns(const std::vector<Row>& rows);

    std::string toText() const;

    const std::vector<std::string>& names() const { return m_names; }

private:
    std::vector<std::string> m_names;
};

/// A text that its parts keep alive: a file's, in which they are views.
using SharedText = std::shared_ptr<const std::string_view>;

SharedText shareText(std::string text);

class Row
{
public:
    using Fields = std::map<std::string, std::string, std::less<>>;

    Row(std::string id, const Fields& fields);

    /** A row from its form in the configuration: "id|cell|cell", with the
        cells in the order of the columns. An empty cell and one that isn't
        there are a field that the row doesn't have.

        @throws BadRow for more cells than columns */
    static Row parse(std::string text, const std::shared_ptr<const Columns>& columns);

    /// The same of a part of a text, such as a file's line: the row holds the whole.
    static Row parse(std::string_view line, SharedText whole,
                     const std::shared_ptr<const Columns>& columns);

    /// That form.
    std::string toText(const Columns& columns) const;

    const std::string& id() const { return m_id; }
    const std::vector<std::pair<std::string_view, std::string_view>>& fields() const
    {
        return m_fields;
    }

    /// The field's text; empty where the row doesn't have it.
    std::string_view text(std::string_view field) const;

    /// The field's text without the spaces around it. @throws BadRow where
    /// there is none.
    std::string_view requiredText(std::string_view field) const;

    /** The field's number, 0 or more; nothing where the row doesn't have it.
        @throws BadRow where it is no number, negative or not finite. */
    std::optional<double> number(std::string_view field) const;

    /// As number(). @throws BadRow also where the row doesn't have it.
    double requiredNumber(std::string_view field) const;

private:
    Row() = default;

    const std::string_view* find(std::string_view field) const;

    std::string m_id;
    /// What the fields are views of. A thousand foods are read before the first
    /// cell shows anything: one text a file, not one a field.
    SharedText m_text;
    std::shared_ptr<const Columns> m_columns; ///< empty for a row that has all in m_text
    std::vector<std::pair<std::string_view, std::string_view>> m_fields;
};

/// The registry's tables by name, unread.
using Tables = std::map<std::string, std::vector<Row>, std::less<>>;

/// The rows of a table; none where there is no such table.
const std::vector<Row>& tableRows(const Tables& tables, std::string_view name);

/** A field's number, 0 or more.
    @throws BadRow where it is no number, negative or not finite */
double readNumber(std::string_view field, std::string_view text);

/** The number that is the whole of a text, with "." as its decimal sign. */
std::optional<double> parseNumber(std::string_view text);

/** A row that was left out. */
struct Damage
{
    std::string table;
    std::string id;
    std::string name; ///< the row's "name" field, where it has one
    std::string field;
    std::string reason;
};

/** Calls read for each row; what it refuses goes to damages instead.
    @param columns the fields that a row may have beside "note"; none where read
           looks at them itself */
void readRows(std::string_view table, const std::vector<std::string_view>& columns,
              const std::vector<Row>& rows, std::vector<Damage>& damages,
              const std::function<void(const Row&)>& read);

} // namespace quartet
