/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// The service org.quartet.PortableCopy: the menu's "Save a Portable Copy", for
// macros and tests.

#include "portable/copy.hxx"
#include "portable/safe_file.hxx"
#include "workbook/named_service.hxx"
#include "workbook/utf8.hxx"

#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <cppuhelper/implbase2.hxx>

namespace quartet
{

namespace
{

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;

/** A job with the arguments Document, URL, and ValuesOnly, IncludeMedicines,
    IncludePerson, AllFoods, KeepMentions (booleans, false unless given),
    StatusIndicator (told of the progress in hundredths) and
    LeaveOutToo (a sequence of cells, as messages name them): of the cells that mention what
    is left out, these are emptied, and the others stay if KeepMentions says so. The
    URL's ending says the format.
    @returns the number of cells that hold a value in place of a formula
    @throws IOException where the file can't be written */
class PortableCopy
    : public NamedService<cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo>>
{
public:
    explicit PortableCopy(const Reference<css::uno::XComponentContext>& context)
        : NamedService("org.quartet.PortableCopier", "org.quartet.PortableCopy")
        , m_context(context)
    {
    }

    Any SAL_CALL execute(const Sequence<css::beans::NamedValue>& arguments) override
    {
        Reference<css::sheet::XSpreadsheetDocument> document;
        rtl::OUString url;
        PortableChoices choices;
        bool keepMentions = false;
        Sequence<rtl::OUString> leaveOut;
        Reference<css::task::XStatusIndicator> indicator;
        for (sal_Int32 i = 0; i < arguments.getLength(); ++i)
        {
            const auto& [name, value] = arguments.getConstArray()[i];
            if (name == "Document")
                value >>= document;
            else if (name == "URL")
                value >>= url;
            else if (name == "ValuesOnly")
                value >>= choices.valuesOnly;
            else if (name == "IncludeMedicines")
                value >>= choices.withMedicines;
            else if (name == "IncludePerson")
                value >>= choices.withPerson;
            else if (name == "AllFoods")
                value >>= choices.allFoods;
            else if (name == "KeepMentions")
                value >>= keepMentions;
            else if (name == "LeaveOutToo")
                value >>= leaveOut;
            else if (name == "StatusIndicator")
                value >>= indicator;
        }
        if (!document.is() || url.isEmpty())
            throw css::lang::IllegalArgumentException("Document and URL", *this, 0);
        choices.mentions = [&](const std::vector<Mention>& found) {
            std::set<std::string> taken;
            for (sal_Int32 i = 0; i < leaveOut.getLength(); ++i)
                taken.insert(toUtf8(leaveOut.getConstArray()[i]));
            std::vector<Mention> left;
            for (const Mention& mention : found)
                if (!taken.contains(mention.cell))
                    left.push_back(mention);
            if (!left.empty() && !keepMentions)
                throw NotWritten("portable.error.mentions", listed(left));
            return std::optional(taken);
        };
        if (indicator.is())
            choices.progress = [&indicator](double done) {
                constexpr int hundredths = 100;
                indicator->setValue(static_cast<sal_Int32>(done * hundredths + 0.5));
                return true;
            };
        choices.xlsx = url.endsWithIgnoreAsciiCase(".xlsx");
        try
        {
            const auto report = savePortableCopy(m_context, document, url, choices);
            return Any(static_cast<sal_Int32>(report.frozen));
        }
        catch (const NotWritten& error)
        {
            throw css::io::IOException(fromUtf8(error.said(officeWords(m_context))), *this);
        }
        catch (const std::exception& error)
        {
            throw css::uno::RuntimeException(fromUtf8(error.what()), *this);
        }
    }

private:
    const Reference<css::uno::XComponentContext> m_context;
};

} // namespace

} // namespace quartet

/// The constructor that quartet.components names.
extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
org_quartet_PortableCopy_get_implementation(css::uno::XComponentContext* context,
                                            const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new quartet::PortableCopy(context));
}
