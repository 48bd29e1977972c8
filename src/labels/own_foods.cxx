/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "labels/own_foods.hxx"

#include "nutrition/fold.hxx"
#include "nutrition/k2.hxx"

#include <boost/container_hash/hash.hpp>

#include <algorithm>

namespace quartet
{

namespace
{

constexpr double per100 = 100;

/// The text of a cell, whose number may be a name too.
std::string textOf(const OwnColumn& column, const OwnCell& cell)
{
    if (const auto* const failure = std::get_if<CellFailure>(&cell))
        throw OwnFault{ "own.error", column.header, {}, failure->error };
    if (const double* const number = std::get_if<double>(&cell))
        return formatNumber(*number, 6);
    const std::string* const text = std::get_if<std::string>(&cell);
    return text ? std::string(trim(*text)) : std::string();
}

void combine(std::size_t& hash, const OwnCell& cell)
{
    boost::hash_combine(hash, cell.index());
    if (const double* const number = std::get_if<double>(&cell))
        boost::hash_combine(hash, *number);
    else if (const std::string* const text = std::get_if<std::string>(&cell))
        boost::hash_combine(hash, *text);
    else if (const auto* const failure = std::get_if<CellFailure>(&cell))
        boost::hash_combine(hash, failure->error);
}

bool isRead(const OwnColumn& column)
{
    return column.field != OwnField::Check && column.field != OwnField::Other;
}

} // namespace

OwnFoods::OwnFoods(std::shared_ptr<const Data> data, OwnColumns columns,
                   const std::vector<OwnCells>& rows)
    : m_data(std::move(data))
    , m_columns(std::move(columns))
{
    std::size_t hash = quartet::fingerprint(rows);
    for (const OwnColumn& column : m_columns.all())
        boost::hash_combine(hash, column.header);
    m_fingerprint = hash;

    std::vector<std::vector<std::string>> names; // by entry
    for (std::size_t i = 0; i < rows.size(); ++i)
    {
        const OwnCells& cells = rows[i];
        OwnEntry entry{ i + 1, readRow(cells), false, {} };
        if (!entry.reading.food && entry.reading.faults.empty())
            continue;
        entry.computed = std::any_of(cells.begin(), cells.end(), [](const OwnCell& cell) {
            return std::holds_alternative<Uncomputed>(cell);
        });
        if (entry.computed)
            entry.cells = cells;
        m_anyComputed = m_anyComputed || entry.computed;
        std::vector<std::string>& own = names.emplace_back();
        for (const OwnField field : { OwnField::Name, OwnField::Aliases })
        {
            const auto column = m_columns.find(field);
            if (!column || *column >= cells.size())
                continue;
            const double* const number = std::get_if<double>(&cells[*column]);
            const std::string* const typed = std::get_if<std::string>(&cells[*column]);
            const std::string text = number  ? formatNumber(*number, 6)
                                     : typed ? std::string(trim(*typed))
                                             : "";
            if (field == OwnField::Name)
                own.push_back(text);
            else
                for (const std::string_view alias : split(text, ";"))
                    own.emplace_back(alias);
        }
        std::erase_if(own, [](const std::string& name) { return fold(name).empty(); });
        m_entries.push_back(std::move(entry));
    }
    claimNames(names);
}

void OwnFoods::claimNames(const std::vector<std::vector<std::string>>& names)
{
    const auto refuse = [&](std::size_t entry, const std::string& folded) {
        const auto name = std::find_if(names[entry].begin(), names[entry].end(),
                                       [&](const auto& each) { return fold(each) == folded; });
        OwnReading& reading = m_entries[entry].reading;
        reading.food.reset();
        reading.faults.push_back({ "own.twice", {}, *name });
    };
    m_byName.reserve(m_entries.size() * 2);
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        for (const std::string& name : names[i])
        {
            const std::string folded = fold(name);
            const auto [taken, isNew] = m_byName.emplace(folded, i);
            if (isNew || taken->second == i)
                continue;
            refuse(taken->second, folded);
            refuse(i, folded);
        }
}

/** Reads one row: what is wrong with a cell doesn't hide what is wrong with the next. */
class OwnFoods::RowReader
{
public:
    RowReader(const OwnFoods& foods, const OwnCells& cells)
        : m_data(*foods.m_data)
        , m_columns(foods.m_columns)
        , m_cells(cells)
    {
    }

    /// Whether the row holds anything that is read.
    bool holdsAnything() const
    {
        for (std::size_t i = 0; i < m_columns.all().size(); ++i)
            if (isRead(m_columns.all()[i]) && !isBlank(cell(i)))
                return true;
        return false;
    }

    OwnReading read()
    {
        if (!holdsAnything())
            return {};
        m_food.values.resize(m_data.nutrients.coreSize());
        readTexts();
        needRules();
        if (readBasis())
            readFigures();
        else
            checkFigures();
        checkWhole();
        if (!m_reading.faults.empty())
            return std::move(m_reading);
        m_reading.food = std::move(m_food);
        return std::move(m_reading);
    }

private:
    const OwnCell& cell(std::size_t place) const
    {
        static const OwnCell blank;
        return place < m_cells.size() ? m_cells[place] : blank;
    }

    void say(OwnFault fault) { m_reading.faults.push_back(std::move(fault)); }

    template <typename Read> bool attempt(const Read& read)
    {
        try
        {
            read();
            return true;
        }
        catch (OwnFault& fault)
        {
            say(std::move(fault));
            return false;
        }
    }

    /// Of the texts alone: "130 mg", "portion".
    void needRules()
    {
        bool needed = false;
        for (std::size_t i = 0; i < m_columns.all().size(); ++i)
        {
            const OwnColumn& column = m_columns.all()[i];
            needed = needed || (column.field == OwnField::Per && !isBlank(cell(i)))
                     || (column.field == OwnField::Nutrient
                         && (column.translated || std::get_if<std::string>(&cell(i))));
        }
        if (!needed)
            return;
        m_rules = m_columns.rules();
        m_sign = decimalSign(m_columns, m_cells);
    }

    void readTexts()
    {
        if (!m_columns.find(OwnField::Name))
            return say({ "own.noNameColumn" });
        std::string source;
        for (std::size_t i = 0; i < m_columns.all().size(); ++i)
            attempt([&] { readText(m_columns.all()[i], cell(i), source); });
        if (fold(m_food.name).empty()
            && !std::holds_alternative<CellFailure>(cell(*m_columns.find(OwnField::Name))))
            say({ "own.noName" });
        if (m_food.group.empty())
            m_food.group = ownFoodsSheet;
        m_food.ownSource = source.empty()
                               ? m_data.texts.text("own.noSource")
                               : m_data.texts.text("own.source", { { "source", source } });
    }

    void readText(const OwnColumn& column, const OwnCell& content, std::string& source)
    {
        switch (column.field)
        {
            case OwnField::Name:
                m_food.name = m_food.id = textOf(column, content);
                break;
            case OwnField::Aliases:
            {
                const std::string aliases = textOf(column, content);
                for (const std::string_view alias : split(aliases, ";"))
                    m_food.aliases.emplace_back(alias);
                break;
            }
            case OwnField::Group:
                m_food.group = textOf(column, content);
                break;
            case OwnField::Portions:
            {
                const std::string portions = textOf(column, content);
                try
                {
                    m_food.portions = readOwnPortions(portions, m_data.units);
                }
                catch (const BadRow& bad)
                {
                    throw OwnFault{ "own.portion", column.header, bad.what() };
                }
                break;
            }
            case OwnField::Source:
                source = textOf(column, content);
                break;
            case OwnField::Per:
                m_per = textOf(column, content);
                break;
            case OwnField::Other:
                if (!column.fault.empty() && !isBlank(content))
                    m_reading.notes.push_back({ column.fault, column.header });
                break;
            case OwnField::Weight:
            case OwnField::Nutrient:
            case OwnField::Check:
                break;
        }
    }

    /// @returns whether it is known what the figures are for
    bool readBasis()
    {
        const auto perColumn = m_columns.find(OwnField::Per);
        const auto weightColumn = m_columns.find(OwnField::Weight);
        const auto header = [this](const std::optional<std::size_t>& place) {
            return place ? m_columns.all()[*place].header : std::string();
        };
        const OwnCell weight = weightColumn ? cell(*weightColumn) : OwnCell();
        m_isWeightComputed = std::holds_alternative<Uncomputed>(weight);
        const bool isWeightNeeded = !trim(m_per).empty()
                                    || (weightColumn && !m_columns.all()[*weightColumn].translated)
                                    || hasFiguresPerPortion();
        if (m_isWeightComputed || !isWeightNeeded)
            return !m_isWeightComputed || trim(m_per).empty();
        return attempt([&] {
            m_basis = readOwnBasis(m_per, header(perColumn), weight, header(weightColumn), m_food,
                                   m_data, m_rules.get());
            if (trim(m_per).empty() && m_basis.weight && !hasFiguresPerPortion()
                && std::abs(*m_basis.weight - per100) > weightRounding)
                throw OwnFault{ "own.weightOfWhat", header(weightColumn),
                                formatNumber(*m_basis.weight, 6) };
            if (const auto& portion = m_basis.portion; portion && portion->second > 0)
                addPortion(portion->first, portion->second);
        });
    }

    bool hasFiguresPerPortion() const
    {
        for (std::size_t i = 0; i < m_columns.all().size(); ++i)
            if (m_columns.all()[i].perPortion && !isBlank(cell(i)))
                return true;
        return false;
    }

    void addPortion(const std::string& name, double grams)
    {
        try
        {
            m_food.portions.add(name, grams);
        }
        catch (const BadRow&)
        {
            // The row names it itself.
        }
    }

    void readFigures()
    {
        for (const bool translated : { false, true })
            for (std::size_t i = 0; i < m_columns.all().size(); ++i)
            {
                const OwnColumn& column = m_columns.all()[i];
                if (column.field == OwnField::Nutrient && column.translated == translated)
                    attempt([&] { readFigure(column, cell(i)); });
            }
    }

    /// What is wrong with figures that can't be counted.
    void checkFigures()
    {
        for (std::size_t i = 0; i < m_columns.all().size(); ++i)
            if (const OwnColumn& column = m_columns.all()[i]; column.field == OwnField::Nutrient)
                attempt([&] {
                    readOwnFigure(column, cell(i), m_data.nutrients[column.nutrient], m_sign,
                                  m_rules.get());
                });
    }

    void readFigure(const OwnColumn& column, const OwnCell& content)
    {
        const Nutrient& nutrient = m_data.nutrients[column.nutrient];
        auto figure = readOwnFigure(column, content, nutrient, m_sign, m_rules.get());
        if (!figure)
            return;
        double grams = column.per100g ? per100 : m_basis.grams;
        if (column.perPortion)
        {
            if (!m_basis.weight)
                throw OwnFault{ "own.perWhat", column.header };
            grams = *m_basis.weight;
        }
        if (grams != per100)
            figure = *figure * per100 / grams;
        const auto most = mostPer100g(nutrient.unit);
        if (most && *figure > *most)
            throw OwnFault{ "own.tooMuch", column.header, formatNumber(*figure, 6) };
        if (column.nutrient >= m_food.values.size())
            m_food.values.resize(m_data.nutrients.size());
        auto& value = m_food.values[column.nutrient];
        if (!value)
            value = figure;
        else if (m_rules && !m_rules->agree(column.nutrient, *value, *figure))
            m_reading.notes.push_back({ "own.disagree",
                                        column.header,
                                        formatNumber(*figure, 2) + " " + nutrient.unit,
                                        {},
                                        formatNumber(*value, 2) + " " + nutrient.unit });
    }

    void checkWhole()
    {
        const NutrientTable& nutrients = m_data.nutrients;
        std::vector<double> parts(nutrients.size());
        for (NutrientIndex i = 0; i < m_food.values.size(); ++i)
            if (const auto whole = nutrients.wholeOf(i))
                parts[*whole] += m_food.value(i).value_or(0);
        for (NutrientIndex i = 0; i < m_food.values.size(); ++i)
            if (m_food.value(i) && parts[i] > *m_food.value(i) + partsRounding)
                say({ "own.parts", nutrients[i].name });
        try
        {
            completeK2(m_food, nutrients.k2());
        }
        catch (const BadRow&)
        {
            if (m_reading.faults.empty())
                say({ "own.parts", nutrients[nutrients.k2().total].name });
        }
    }

    static constexpr double weightRounding = 1e-6;

    const Data& m_data;
    const OwnColumns& m_columns;
    const OwnCells& m_cells;
    std::shared_ptr<const LabelRules> m_rules;
    DecimalSign m_sign = DecimalSign::Unclear;
    Food m_food;
    std::string m_per;
    OwnBasis m_basis;
    bool m_isWeightComputed = false; ///< and isn't known yet
    OwnReading m_reading;
};

OwnReading OwnFoods::readRow(const OwnCells& cells) const { return RowReader(*this, cells).read(); }

OwnReading OwnFoods::read(const OwnEntry& entry, const OwnCells& cells) const
{
    return entry.reading.faults.empty() ? readRow(cells) : entry.reading;
}

std::string OwnFoods::words(const OwnReading& reading, std::string_view language) const
{
    std::string all;
    for (const auto* const list : { &reading.faults, &reading.notes })
        for (const OwnFault& fault : *list)
            all += (all.empty() ? "" : "; ")
                   + m_data->texts.text(fault.text,
                                        { { "column", fault.column },
                                          { "value", fault.value },
                                          { "other", fault.other } },
                                        language);
    return all;
}

std::optional<int> OwnReading::error() const
{
    for (const OwnFault& fault : faults)
        if (fault.error)
            return fault.error;
    return std::nullopt;
}

const OwnEntry* OwnFoods::find(const std::string& folded) const
{
    const auto found = m_byName.find(folded);
    return found == m_byName.end() ? nullptr : &m_entries[found->second];
}

const OwnEntry* OwnFoods::atRow(std::size_t row) const
{
    const auto found = std::lower_bound(
        m_entries.begin(), m_entries.end(), row,
        [](const OwnEntry& entry, std::size_t wanted) { return entry.row < wanted; });
    return found == m_entries.end() || found->row != row ? nullptr : &*found;
}

FoodTable OwnFoods::together(std::vector<Food> computed) const
{
    std::vector<Food> own = std::move(computed);
    own.reserve(own.size() + m_entries.size());
    for (const OwnEntry& entry : m_entries)
        if (!entry.computed && entry.reading.food)
            own.push_back(*entry.reading.food);
    return FoodTable(std::move(own), m_data->foods,
                     [this](const std::string& folded) { return find(folded) != nullptr; });
}

Weights readOwnPortions(std::string_view text, const Weights& units)
{
    Weights portions;
    for (const std::string_view portion : split(text, ";"))
    {
        const auto equals = portion.find('=');
        const auto quantity = equals == std::string_view::npos
                                  ? std::nullopt
                                  : parseQuantity(portion.substr(equals + 1));
        const auto grams = quantity ? weigh(*quantity, {}, units) : Problem::InvalidArgument;
        const std::string_view name = trim(portion.substr(0, equals));
        try
        {
            if (!grams || name.empty())
                throw BadRow({}, {});
            portions.add(name, *grams);
        }
        catch (const BadRow&)
        {
            throw BadRow("Portions", std::string(portion));
        }
    }
    return portions;
}

std::uint64_t fingerprint(const std::vector<OwnCells>& rows)
{
    std::size_t hash = rows.size();
    for (const OwnCells& row : rows)
        for (const OwnCell& cell : row)
            combine(hash, cell);
    return hash;
}

} // namespace quartet
