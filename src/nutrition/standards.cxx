/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "nutrition/standards.hxx"

namespace quartet
{

namespace
{

double nmolPerNg(const Conversions& conversions)
{
    const auto factor = conversions.convert(1, "ng/mL", "nmol/L");
    if (!factor)
        throw BadRow({}, "conversions.csv has no ng/mL and nmol/L");
    return *factor;
}

StandardNames names(const Tables& tables, const char* set, std::vector<Damage>& damages)
{
    return { set, tableRows(tables, set), damages };
}

/// All reference intakes that some tables hold.
std::vector<Row> intakesIn(const Tables& tables)
{
    std::vector<Row> rows = tableRows(tables, "intakes");
    const std::vector<Row>& more = tableRows(tables, "intakes_more");
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

} // namespace

Standards::Standards(const Tables& tables, std::shared_ptr<const Data> foods,
                     std::vector<Damage> damages, IntakeTable::ReadMore moreIntakes)
    : m_damages(std::move(damages))
    , data(std::move(foods))
    , texts(tableRows(tables, "texts"), tableRows(tables, "phrases"), m_damages)
    , confidence(tableRows(tables, "confidence"), m_damages)
    , conversions(tableRows(tables, "conversions"), m_damages)
    , levelUnits(tableRows(tables, "level_units"), m_damages)
    , intakes(tableRows(tables, "authorities"), names(tables, "authority_names", m_damages),
              intakesIn(tables), data->nutrients, confidence, m_damages, std::move(moreIntakes))
    , vitaminD(tableRows(tables, "vitamin_d_standards"), tableRows(tables, "vitamin_d"), confidence,
               nmolPerNg(conversions), names(tables, "vitamin_d_names", m_damages), intakes.names(),
               m_damages)
    , intakeAnswers(data->nutrients, intakes, texts)
    , medicines(tableRows(tables, "medicines"), m_damages)
    , interactions(tableRows(tables, "levels"), tableRows(tables, "interactions"), medicines,
                   data->nutrients, confidence, texts, m_damages)
    , balance(tableRows(tables, "balance"), tableRows(tables, "balance_pairs"),
              tableRows(tables, "balance_notes"), data->nutrients, intakes, medicines, interactions,
              texts, m_damages)
    , calciumMagnesium(tableRows(tables, "calcium_magnesium"), data->nutrients, intakes, texts,
                       m_damages)
    , calciumScores(tableRows(tables, "cac"), m_damages)
{
}

} // namespace quartet
