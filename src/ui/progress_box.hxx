/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// A box that says how far a long piece of work is and lets a person end it.

#pragma once

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <memory>
#include <string>

namespace quartet
{

class ProgressBox
{
public:
    /// The parent takes no input while the box is there.
    ProgressBox(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::awt::XWindow>& parent, const std::string& title);
    ~ProgressBox();
    ProgressBox(const ProgressBox&) = delete;
    ProgressBox& operator=(const ProgressBox&) = delete;

    /// @param done 0 to 1 @returns whether to go on
    bool show(double done);

private:
    struct State;
    const std::unique_ptr<State> m_state;
};

} // namespace quartet
