/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Puts a workbook among the person's own templates.

#pragma once

#include "ui/commands.hxx"

namespace quartet
{

/** Asks for a name and stores the workbook as it is, with all that was typed
    into it, in LibreOffice's category for a person's own templates. The
    workbook itself stays what it was. */
void saveAsTemplate(const Invocation& invocation, const char* argument);

} // namespace quartet
