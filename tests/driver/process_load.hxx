/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// What a running office holds. Linux alone.

#pragma once

#include "office.hxx"

namespace quartet
{

struct ProcessLoad
{
    std::size_t bytes = 0;   ///< of memory that is in use
    std::size_t handles = 0; ///< open files, pipes and the like
    double seconds = 0;      ///< of the processor, that it has taken since it started
};

/// Of the office and what it has started.
ProcessLoad loadOf(const Office& office);

/// Of this program.
ProcessLoad ownLoad();

} // namespace quartet
