/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "workbook/words.hxx"

#include "nutrition/language.hxx"
#include "workbook/package.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/i18n/LocaleData2.hpp>
#include <com/sun/star/resource/StringResourceWithLocation.hpp>

#include <algorithm>
#include <set>

namespace quartet
{

namespace
{

using css::lang::Locale;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

/// The locale of "pt-BR".
Locale parseLocale(const rtl::OUString& tag)
{
    const sal_Int32 dash = tag.indexOf('-');
    return dash < 0 ? Locale(tag, "", "") : Locale(tag.copy(0, dash), tag.copy(dash + 1), "");
}

/** The one of a resource's locales that a language reads: with its country, or
    else in another country. The resource's own choice knows no "de" where it
    has "de-DE". */
Locale closest(const Reference<css::resource::XStringResourceWithLocation>& resource,
               const Locale& wanted)
{
    const Sequence<Locale> locales = resource->getLocales();
    const Locale* const begin = locales.getConstArray();
    const Locale* const end = begin + locales.getLength();
    const auto speaksIt = [&wanted](const Locale& each) {
        return each.Language == wanted.Language;
    };
    const Locale* found = std::find_if(begin, end, [&](const Locale& each) {
        return speaksIt(each) && each.Country == wanted.Country;
    });
    if (found == end)
        found = std::find_if(begin, end, speaksIt);
    return found == end ? resource->getDefaultLocale() : *found;
}

std::vector<Row> readRows(const Reference<XComponentContext>& context, const rtl::OUString& folder,
                          const Locale& locale)
{
    const auto resource = css::resource::StringResourceWithLocation::create(
        context, folder, true, locale, "quartet", "", {});
    const Locale chosen = closest(resource, locale);
    std::vector<Row> rows;
    std::set<rtl::OUString> known;
    // What the language lacks is English; forms of plurals may be its own.
    for (const Locale& from : { chosen, resource->getDefaultLocale() })
    {
        const Sequence<rtl::OUString> ids = resource->getResourceIDsForLocale(from);
        for (sal_Int32 i = 0; i < ids.getLength(); ++i)
            if (const rtl::OUString& id = ids.getConstArray()[i]; known.insert(id).second)
                rows.emplace_back(
                    toUtf8(id),
                    Row::Fields{ { "text", toUtf8(resource->resolveStringForLocale(id, from)) } });
    }
    return rows;
}

Texts readTexts(const Reference<XComponentContext>& context, const rtl::OUString& folder,
                const Locale& locale)
{
    std::vector<Damage> emptyTexts; // they show as their ids
    return Texts(readRows(context, folder, locale), emptyTexts);
}

} // namespace

Words::Words(const Reference<XComponentContext>& context, const rtl::OUString& folder,
             const Locale& locale)
    : m_texts(readTexts(context, folder, locale))
    , m_plurals(m_texts.text("plural.forms"))
    , m_language(parseLanguage(toUtf8(locale.Language)).value_or("en"))
    , m_decimalSign(
          toUtf8(css::i18n::LocaleData2::create(context)->getLocaleItem(locale).decimalSeparator))
{
}

std::string Words::number(double value, int decimals) const
{
    std::string text = formatNumber(value, decimals);
    const auto point = text.find('.');
    if (point != std::string::npos)
        text.replace(point, 1, m_decimalSign);
    return text;
}

rtl::OUString officeLanguage(const Reference<XComponentContext>& context)
{
    Sequence<Any> arguments(1);
    arguments[0] <<=
        css::beans::NamedValue("nodepath", Any(rtl::OUString("/org.openoffice.Setup/L10N")));
    const Reference<css::container::XNameAccess> settings(
        css::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        UNO_QUERY_THROW);
    rtl::OUString language;
    settings->getByName("ooLocale") >>= language;
    return language.isEmpty() ? rtl::OUString("en-US") : language;
}

const Words& officeWords(const Reference<XComponentContext>& context)
{
    static const Words words(context, packageFolder(context) + "/dialogs",
                             parseLocale(officeLanguage(context)));
    return words;
}

} // namespace quartet
