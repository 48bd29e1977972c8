/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// Windows that ask something.

#pragma once

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <optional>
#include <string>

namespace quartet
{

/// The words of a question that is answered with a line of text.
struct Question
{
    std::string title;
    std::string label;
    std::string button; ///< that takes the answer
};

/** @param proposed stands there at first
    @returns the answer without spaces around it; nothing where there is none */
std::optional<std::string> ask(const css::uno::Reference<css::uno::XComponentContext>& context,
                               const css::uno::Reference<css::awt::XWindow>& parent,
                               const Question& question, const std::string& proposed);

/// A question with Yes and No; No unless the person says Yes.
bool confirm(const css::uno::Reference<css::uno::XComponentContext>& context,
             const css::uno::Reference<css::awt::XWindow>& parent, const std::string& title,
             const std::string& text);

enum class Choice
{
    Cancel,
    First, ///< what Enter means
    Second
};

/// A sentence with two buttons and Cancel.
struct Choices
{
    std::string text;
    std::string first;
    std::string second;
    bool canSecond; ///< else its button can't be pressed
};
Choice choose(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::awt::XWindow>& parent, const std::string& title,
              const Choices& choices);

} // namespace quartet
