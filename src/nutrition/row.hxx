/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A row of a registry table before anyone has understood it.
//
// Every table of the registry has the same shape: rows with an id and named
// fields. What can't be read loses its row and no other, and says why.

#pragma once

#include <boost/container/flat_map.hpp>

#include <functional>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
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

class Row
{
public:
    using Fields = boost::container::flat_map<std::string, std::string, std::less<>>;

    Row(std::string id, Fields fields)
        : m_id(std::move(id))
        , m_fields(std::move(fields))
    {
    }

    /** A row from entries of the form "field=value".

        @throws BadRow for an entry without "=" and for a field given twice
     */
    static Row parse(std::string id, const std::vector<std::string>& entries);

    const std::string& id() const { return m_id; }
    const Fields& fields() const { return m_fields; }

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
    std::string m_id;
    Fields m_fields;
};

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
void readRows(std::string_view table, std::initializer_list<std::string_view> columns,
              const std::vector<Row>& rows, std::vector<Damage>& damages,
              const std::function<void(const Row&)>& read);

} // namespace quartet
