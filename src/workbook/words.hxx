/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The words of menus, panels and boxes, in the language of the office.

#pragma once

#include "nutrition/plural_forms.hxx"
#include "nutrition/texts.hxx"

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <string_view>

namespace quartet
{

/** The texts of extension/dialogs/quartet_*.properties and the way to write
    numbers beside them. */
class Words
{
public:
    /** Reads the texts of a language; what it lacks is English.
        @param folder the URL of the folder that holds the .properties files */
    Words(const css::uno::Reference<css::uno::XComponentContext>& context,
          const rtl::OUString& folder, const css::lang::Locale& locale);

    /// As Texts::text.
    std::string text(std::string_view id, Texts::Values values = {}) const
    {
        return m_texts.text(id, values);
    }

    /** The id of a text that counts something, in the form for this number. The text's
        {count} is among its values. */
    std::string counted(std::string_view id, std::size_t number) const
    {
        return m_plurals.id(id, number);
    }

    /// One of languageIds().
    const std::string& language() const { return m_language; }

    /// Whether there is a text with this id.
    bool has(std::string_view id) const { return m_texts.has(id); }

    /// A number with the decimal sign of the office's locale.
    std::string number(double value, int decimals = 2) const;

private:
    Texts m_texts;
    PluralForms m_plurals;
    std::string m_language;
    std::string m_decimalSign;
};

/// The language of the office's own menus, as in "pt-BR".
rtl::OUString officeLanguage(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The words in the language of the office; read once.
const Words& officeWords(const css::uno::Reference<css::uno::XComponentContext>& context);

} // namespace quartet
