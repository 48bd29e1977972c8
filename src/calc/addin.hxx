/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The Calc add-in: the service org.quartet.Nutrition.

#pragma once

#include "workbook/named_service.hxx"
#include "workbook/registry.hxx"
#include "workbook/workbook_foods.hxx"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase2.hxx>
#include <org/quartet/XNutrition.hpp>
#include <rtl/ref.hxx>

namespace quartet
{

/** Takes arguments from Calc, asks the science, gives results and errors back.
    What each function promises stands in the IDL. It keeps no state but the
    data of the registry and of the open workbooks: any thread may call. */
class Nutrition
    : public NamedService<cppu::WeakImplHelper2<org::quartet::XNutrition, css::lang::XServiceInfo>>
{
public:
    explicit Nutrition(const css::uno::Reference<css::uno::XComponentContext>& context)
        : Nutrition(Registry::shared(context), Workbooks::shared(context))
    {
    }
    Nutrition(const rtl::Reference<Registry>& registry, std::shared_ptr<Workbooks> workbooks)
        : NamedService("org.quartet.NutritionAddIn", "org.quartet.Nutrition")
        , m_registry(registry)
        , m_workbooks(std::move(workbooks))
    {
    }

    /// Holds for as long as it lives what others do at its first use.
    void keep(std::shared_ptr<const void> begun) { m_begun.push_back(std::move(begun)); }

    // XFoods
    css::uno::Any SAL_CALL k2mcg(const css::uno::Reference<css::beans::XPropertySet>& document,
                                 const rtl::OUString& food, const css::uno::Any& amount,
                                 const css::uno::Any& form) override;
    css::uno::Any SAL_CALL nutrient(const css::uno::Reference<css::beans::XPropertySet>& document,
                                    const rtl::OUString& food, const css::uno::Any& amount,
                                    const rtl::OUString& nutrient) override;
    css::uno::Any SAL_CALL
    nutrientSum(const css::uno::Reference<css::beans::XPropertySet>& document,
                const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& foods,
                const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& amounts,
                const rtl::OUString& nutrient, const css::uno::Any& mode,
                const css::uno::Any& rows) override;
    css::uno::Any SAL_CALL nutrientCoverage(
        const css::uno::Reference<css::beans::XPropertySet>& document,
        const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& foods,
        const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& amounts,
        const rtl::OUString& nutrient, const css::uno::Any& of, const css::uno::Any& rows) override;
    css::uno::Any SAL_CALL nutrientSource(
        const css::uno::Reference<css::beans::XPropertySet>& document, const rtl::OUString& food,
        const rtl::OUString& nutrient, const css::uno::Any& language) override;
    css::uno::Any SAL_CALL foodGrams(const css::uno::Reference<css::beans::XPropertySet>& document,
                                     const rtl::OUString& food,
                                     const css::uno::Any& amount) override;
    css::uno::Any SAL_CALL
    nutrientMissing(const css::uno::Reference<css::beans::XPropertySet>& document,
                    const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& foods,
                    const rtl::OUString& nutrient, const css::uno::Any& rows,
                    const css::uno::Any& language) override;
    css::uno::Any SAL_CALL nutrientUnit(const rtl::OUString& nutrient) override;
    css::uno::Any SAL_CALL
    nutrientGrade(const css::uno::Reference<css::beans::XPropertySet>& document,
                  const rtl::OUString& food, const rtl::OUString& nutrient) override;

    // XFoodLists
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>>
        SAL_CALL foods(const css::uno::Reference<css::beans::XPropertySet>& document,
                       const css::uno::Any& group, const css::uno::Any& language) override;
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>>
        SAL_CALL foodGroups(const css::uno::Reference<css::beans::XPropertySet>& document,
                            const css::uno::Any& language) override;
    css::uno::Any SAL_CALL foodFind(const css::uno::Reference<css::beans::XPropertySet>& document,
                                    const rtl::OUString& text, const css::uno::Any& rank,
                                    const css::uno::Any& language) override;
    css::uno::Any SAL_CALL topFoods(const css::uno::Reference<css::beans::XPropertySet>& document,
                                    const rtl::OUString& nutrient, const css::uno::Any& rank,
                                    const css::uno::Any& group, const css::uno::Any& per,
                                    const css::uno::Any& language) override;
    css::uno::Any SAL_CALL foodName(const css::uno::Reference<css::beans::XPropertySet>& document,
                                    const rtl::OUString& food,
                                    const css::uno::Any& language) override;
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>>
        SAL_CALL portions(const css::uno::Reference<css::beans::XPropertySet>& document,
                          const rtl::OUString& food, const css::uno::Any& language) override;
    css::uno::Any SAL_CALL amountCheck(
        const css::uno::Reference<css::beans::XPropertySet>& document, const rtl::OUString& food,
        const css::uno::Any& amount, const css::uno::Any& language) override;

    // XCitations
    css::uno::Any SAL_CALL citation(const rtl::OUString& id) override;
    css::uno::Any SAL_CALL dataVersion() override;

    // XVitaminD
    css::uno::Any SAL_CALL vitdStatus(const css::uno::Any& level, const css::uno::Any& unit,
                                      const css::uno::Any& standard) override;
    css::uno::Any SAL_CALL vitdCaution(const css::uno::Any& level, const css::uno::Any& unit,
                                       const css::uno::Any& language) override;
    css::uno::Sequence<css::uno::Sequence<css::uno::Any>>
        SAL_CALL vitdCompare(const css::uno::Any& level, const css::uno::Any& unit) override;
    css::uno::Any SAL_CALL vitdCutoff(const rtl::OUString& standard, const rtl::OUString& category,
                                      const css::uno::Any& unit,
                                      const css::uno::Any& edge) override;
    css::uno::Any SAL_CALL vitdConvert(const css::uno::Any& value, const rtl::OUString& from,
                                       const rtl::OUString& to) override;

    // XIntakes
    css::uno::Any SAL_CALL intakeTarget(const rtl::OUString& nutrient, const css::uno::Any& age,
                                        const css::uno::Any& sex, const css::uno::Any& stage,
                                        const css::uno::Any& standard,
                                        const css::uno::Any& kind) override;
    css::uno::Any SAL_CALL intakeStatus(const css::uno::Any& amount, const rtl::OUString& nutrient,
                                        const css::uno::Any& age, const css::uno::Any& sex,
                                        const css::uno::Any& stage, const css::uno::Any& standard,
                                        const css::uno::Any& intake) override;
    css::uno::Any SAL_CALL intakeSource(const rtl::OUString& nutrient, const css::uno::Any& age,
                                        const css::uno::Any& sex, const css::uno::Any& stage,
                                        const css::uno::Any& standard, const css::uno::Any& kind,
                                        const css::uno::Any& language) override;

    // XBalance
    css::uno::Any SAL_CALL balanceCheck(
        const css::uno::Any& vitaminD, const css::uno::Any& vitaminK2, const css::uno::Any& calcium,
        const css::uno::Any& magnesium, const css::uno::Any& age, const css::uno::Any& sex,
        const css::uno::Any& stage, const css::uno::Any& standard, const css::uno::Any& medicines,
        const css::uno::Any& language) override;
    css::uno::Any SAL_CALL balanceItem(const rtl::OUString& item, const css::uno::Any& amount,
                                       const css::uno::Any& age, const css::uno::Any& sex,
                                       const css::uno::Any& stage,
                                       const css::uno::Any& standard) override;
    css::uno::Any SAL_CALL camgRatio(const css::uno::Any& calcium,
                                     const css::uno::Any& magnesium) override;
    css::uno::Any SAL_CALL camgStatus(const css::uno::Any& calcium, const css::uno::Any& magnesium,
                                      const css::uno::Any& age, const css::uno::Any& sex) override;

    // XCautions
    css::uno::Any SAL_CALL interaction(const rtl::OUString& medicine, const css::uno::Any& nutrient,
                                       const css::uno::Any& language) override;
    css::uno::Any SAL_CALL interactionLevel(const rtl::OUString& medicine,
                                            const css::uno::Any& nutrient) override;
    css::uno::Any SAL_CALL cacCategory(const css::uno::Any& score,
                                       const css::uno::Any& system) override;

    // XOwnFoods
    css::uno::Any SAL_CALL foodCheck(const css::uno::Reference<css::beans::XPropertySet>& document,
                                     const css::uno::Reference<css::table::XCellRange>& row,
                                     const css::uno::Any& language) override;

private:
    const rtl::Reference<Registry> m_registry;
    const std::shared_ptr<Workbooks> m_workbooks;
    std::vector<std::shared_ptr<const void>> m_begun;
};

} // namespace quartet
