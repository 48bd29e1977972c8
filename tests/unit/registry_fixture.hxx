/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What the tests share: small tables to read foods with, and the real registry.

#pragma once

#include "compile/estimated_foods.hxx"
#include "labels/label_rules.hxx"
#include "labels/retention.hxx"
#include "nutrition/standards.hxx"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quartet
{

/// A nutrient of each unit, and the menaquinones.
inline const NutrientTable& smallNutrients()
{
    static const NutrientTable table = [] {
        std::vector<Damage> damages;
        return NutrientTable(
            { Row("ENERC", { { "name", "energy" }, { "unit", "kcal" } }),
              Row("PROCNT", { { "name", "protein" }, { "unit", "g" } }),
              Row("CA", { { "name", "calcium" }, { "unit", "mg" } }),
              Row("VITK2", { { "name", "vitamin K2" }, { "also", "K2" }, { "unit", "µg" } }),
              Row("MK4", { { "name", "menaquinone-4" }, { "also", "MK-4" }, { "unit", "µg" } }),
              Row("MK7", { { "name", "menaquinone-7" }, { "unit", "µg" } }),
              Row("MKOTH", { { "name", "other menaquinones" }, { "unit", "µg" } }) },
            damages);
    }();
    return table;
}

inline NutrientIndex tag(const char* name) { return smallNutrients().find(name).value(); }

/// A source whose places have a name, and one without.
inline const SourceTable& smallSources()
{
    static const SourceTable table = [] {
        std::vector<Damage> damages;
        return SourceTable(
            { Row("A", { { "word", "measured" }, { "words", "measured" } }),
              Row("B", { { "word", "official table" }, { "words", "official table" } }) },
            { Row("usda", { { "short", "USDA 2018" },
                            { "locator", "NDB" },
                            { "grade", "B" },
                            { "citation", "USDA. 2018." },
                            { "licence", "public domain" } }),
              Row("lab", { { "short", "Own laboratory" },
                           { "grade", "A" },
                           { "citation", "Own." },
                           { "licence", "own" } }) },
            damages);
    }();
    return table;
}

/// A row that is a food once fields add nothing wrong; they win over its own.
inline Row foodRow(Row::Fields fields, std::string id = "egg")
{
    Row::Fields whole{ { "name", id }, { "group", "Eggs" }, { "source", "usda 01123" } };
    whole.insert({ { "K2 source", "lab" }, { "K2 grade", "A" } });
    for (auto& [field, text] : fields)
        whole[field] = text;
    return Row(std::move(id), std::move(whole));
}

inline Food food(Row::Fields fields)
{
    return readFood(foodRow(std::move(fields)), smallNutrients(), smallSources());
}

/// A figure read in the authority's own text, and one from memory.
inline const ConfidenceTable& smallConfidence()
{
    static const ConfidenceTable table = [] {
        std::vector<Damage> damages;
        return ConfidenceTable({ Row("seen", {}), Row("memory", { { "words", "from memory" } }) },
                               damages);
    }();
    return table;
}

/// The field that a reading refuses; nothing where it refuses none.
template <typename Read> std::optional<std::string> refusedField(const Read& read)
{
    try
    {
        read();
    }
    catch (const BadRow& bad)
    {
        return bad.field();
    }
    return std::nullopt;
}

/// What the cell shows.
inline std::string shown(const Result<std::string>& result)
{
    if (result)
        return *result;
    switch (result.error())
    {
        case Problem::NotAvailable:
            return "#N/A";
        case Problem::DivisionByZero:
            return "#DIV/0!";
        case Problem::InvalidArgument:
            break;
    }
    return "Err:502";
}

/** A registry folder, read as compile-registry reads it. */
class ReadRegistry
{
public:
    explicit ReadRegistry(const std::filesystem::path& folder)
        : m_source(folder, m_complaints)
        , m_foods(estimateFoods(m_source))
        , m_data(m_foods.data)
        , m_standards(std::make_shared<const Standards>(m_source.tables("Standards"), m_data,
                                                        std::vector<Damage>()))
        , m_importRules(std::make_shared<const ImportRules>(m_source.tables("Standards"), m_data,
                                                            m_importDamages))
        , m_labelRules(std::make_shared<const LabelRules>(m_source.tables("Labels"), m_importRules,
                                                          m_data, m_importDamages))
        , m_retention(tableRows(m_source.tables("Labels"), "retention"), *m_data, m_importDamages)
    {
        std::vector<Damage> measureDamages;
        m_data->measures(&measureDamages);
        for (const auto* const damages :
             { &m_data->damages(), &std::as_const(m_foods.damages), &m_standards->damages(),
               &std::as_const(m_importDamages), &std::as_const(measureDamages) })
            for (const Damage& damage : *damages)
                m_complaints.push_back(m_source.complaint(damage));
    }

    const std::vector<std::string>& complaints() const { return m_complaints; }
    const std::vector<Row>& rows(std::string_view table, std::string_view group = "Foods") const
    {
        return tableRows(m_source.tables(group), table);
    }
    const EstimatedFoods& foods() const { return m_foods; }
    const Tables& names() const { return m_source.tables("Names"); }
    const Data& data() const { return *m_data; }
    const Standards& standards() const { return *m_standards; }
    const std::shared_ptr<const Data>& sharedData() const { return m_data; }
    const std::shared_ptr<const Standards>& sharedStandards() const { return m_standards; }
    const ImportRules& importRules() const { return *m_importRules; }
    const std::shared_ptr<const LabelRules>& labelRules() const { return m_labelRules; }
    const RetentionTable& retention() const { return m_retention; }

private:
    std::vector<std::string> m_complaints;
    TableSource m_source;
    EstimatedFoods m_foods;
    std::shared_ptr<const Data> m_data;
    std::shared_ptr<const Standards> m_standards;
    std::vector<Damage> m_importDamages;
    std::shared_ptr<const ImportRules> m_importRules;
    std::shared_ptr<const LabelRules> m_labelRules;
    RetentionTable m_retention;
};

/// The registry that is shipped.
inline const ReadRegistry& realRegistry()
{
    static const ReadRegistry registry(REGISTRY);
    return registry;
}

inline const std::shared_ptr<const Data>& realData() { return realRegistry().sharedData(); }
inline const ImportRules& rules() { return realRegistry().importRules(); }

} // namespace quartet
