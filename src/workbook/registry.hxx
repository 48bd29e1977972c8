/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The food data and the standards as LibreOffice's configuration holds them.

#pragma once

#include "labels/label_rules.hxx"
#include "labels/retention.hxx"
#include "nutrition/food_names.hxx"
#include "nutrition/k2_figures.hxx"
#include "nutrition/standards.hxx"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/util/XChangesListener.hpp>
#include <com/sun/star/util/XChangesNotifier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quartet
{

class ImportRules;

/** Reads the configuration at the first use and again after it has changed.
    Any thread may call. What it returns is whole: a file of ours that can't be
    read is thrown as std::runtime_error. */
class Registry : public cppu::WeakImplHelper1<css::util::XChangesListener>
{
public:
    explicit Registry(const css::uno::Reference<css::uno::XComponentContext>& context)
        : m_context(context)
    {
    }

    /// Over what the functions need, read already: with no office about.
    Registry(std::shared_ptr<const Data> data, std::shared_ptr<const Standards> standards,
             std::shared_ptr<const FoodNames> foodNames)
        : m_data(std::move(data))
        , m_standards(std::move(standards))
        , m_foodNames(std::move(foodNames))
    {
    }

    /** The one that the functions, the menu and the panel of an office share,
        so that the data are read once. */
    static rtl::Reference<Registry>
    shared(const css::uno::Reference<css::uno::XComponentContext>& context);

    /** The foods as they are now; they stay as they are for who holds them.

        The rows that had to be left out are written to the logger
        "org.quartet". */
    std::shared_ptr<const Data> data();

    /// The standards, likewise: who only asks for a food doesn't wait for them.
    std::shared_ptr<const Standards> standards();

    /// What foods are called in other languages, likewise.
    std::shared_ptr<const FoodNames> foodNames();

    /// What other people's tables mean, likewise.
    std::shared_ptr<const ImportRules> importRules();

    /// How labels of foods are read, likewise.
    std::shared_ptr<const LabelRules> labelRules();

    /// What cooking leaves of nutrients, likewise.
    std::shared_ptr<const RetentionTable> retention();

    /// What is published of foods' vitamin K2, likewise.
    std::shared_ptr<const K2Figures> k2Figures();

    void SAL_CALL changesOccurred(const css::util::ChangesEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& source) override;

private:
    /// Which sets of a group are read.
    using Wanted = bool (*)(const rtl::OUString& set);

    /** What stands in its place, or what is read now: without the lock, since the office
        is asked. Two threads may read the same; the first one's stays. */
    template <typename Part, typename Read>
    std::shared_ptr<const Part> once(std::shared_ptr<const Part> Registry::* place, Read read);
    /// Likewise, with what the tables of a group give; logs which rows had to be left out.
    template <typename Part, typename Give>
    std::shared_ptr<const Part> ofTables(std::shared_ptr<const Part> Registry::* place,
                                         const char* group, Wanted wanted, Give give);
    /// A group of the configuration, which is watched from now on.
    css::uno::Reference<css::container::XNameAccess> open(const char* group);
    /// Its tables, but of the foods only those of other extensions.
    Tables read(const css::uno::Reference<css::container::XNameAccess>& group,
                std::vector<Damage>& damages, Wanted wanted);

    const css::uno::Reference<css::uno::XComponentContext> m_context;
    std::mutex m_mutex; ///< never held while the office is asked
    unsigned m_changes = 0;
    std::shared_ptr<const Data> m_data;                ///< empty until read
    std::shared_ptr<const Standards> m_standards;      ///< empty until read
    std::shared_ptr<const ImportRules> m_importRules;  ///< empty until read
    std::shared_ptr<const LabelRules> m_labelRules;    ///< empty until read
    std::shared_ptr<const RetentionTable> m_retention; ///< empty until read
    std::shared_ptr<const K2Figures> m_k2Figures;      ///< empty until read
    std::shared_ptr<const FoodNames> m_foodNames;      ///< empty until read
    /// By group.
    std::map<std::string, css::uno::Reference<css::util::XChangesNotifier>> m_watched;
};

} // namespace quartet
