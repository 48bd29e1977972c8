/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The add-in over the registry that is shipped, with no office about.

#pragma once

#include "calc/addin.hxx"
#include "registry_fixture.hxx"

#include <memory>

namespace quartet
{

inline Nutrition& realAddIn()
{
    static const rtl::Reference<Nutrition> addIn = [] {
        const rtl::Reference<Registry> registry(
            new Registry(realRegistry().sharedData(), realRegistry().sharedStandards(),
                         std::make_shared<const FoodNames>(realRegistry().names())));
        return rtl::Reference<Nutrition>(
            new Nutrition(registry, std::make_shared<Workbooks>(nullptr, registry)));
    }();
    return *addIn;
}

} // namespace quartet
