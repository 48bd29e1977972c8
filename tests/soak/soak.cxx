/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

// quartet-soak MINUTES - hours of use in minutes.
//
// Two offices, one without the extension, do the same again and again: all templates
// opened and computed, hostile formulas, a workbook that is treated badly. The one with
// the extension makes portable copies where the other one saves; this program itself
// searches as the food picker does. Each round says what they hold. Ends with 1 where an
// answer was wrong, an office went away or the one with the extension kept growing while
// the other didn't, from when each template has been saved: until then they fill what
// they keep for good.

#include "compile/estimated_foods.hxx"
#include "hostile_sheet.hxx"
#include "nutrition/food_picker.hxx"
#include "process_load.hxx"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/task/XJob.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>

namespace
{

using namespace quartet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
namespace fs = std::filesystem;

constexpr int formulasARound = 10000;
constexpr int formulasABlock = 500;
constexpr int stepsARound = 60;
constexpr int searchesARound = 200;
/// More than the other office has grown by.
constexpr double mostGrowth = 24 * 1024 * 1024;
constexpr std::size_t mostComplaints = 20;

std::vector<fs::path> templatesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& each : fs::recursive_directory_iterator(folder))
        if (each.path().extension() == ".ots")
            files.push_back(each.path());
    return files;
}

void saveCopy(const Office& office, const Spreadsheet& book, const fs::path& file)
{
    const Reference<css::task::XJob> job(
        office.context()->getServiceManager()->createInstanceWithContext("org.quartet.PortableCopy",
                                                                         office.context()),
        UNO_QUERY_THROW);
    const css::beans::NamedValue arguments[] = { { "Document", Any(book.document()) },
                                                 { "URL", Any(fileUrl(file)) } };
    job->execute({ arguments, 2 });
}

class Soak
{
public:
    Soak()
        : m_data(estimateFoods(m_source).data)
        , m_functions(readFunctions(m_source.tables("Build"), m_damages))
        , m_formulas(m_functions, *m_data, 1)
        , m_sameFormulas(m_functions, *m_data, 1)
        , m_picker(m_data)
    {
        {
            const Office installing(m_profile);
            installing.addExtension(OXT);
        }
        m_office = std::make_unique<Office>(m_profile);
        m_control = std::make_unique<Office>(m_controlProfile);
        m_templates = templatesIn(m_office->extensionFolder("org.quartet") / "template");
        m_sheet = std::make_unique<HostileSheet>(*m_office);
        m_controlSheet = std::make_unique<HostileSheet>(*m_control);
    }

    void round(std::uint32_t seed)
    {
        for (const fs::path& each : m_templates)
            for (const Office* const office : { m_office.get(), m_control.get() })
            {
                Spreadsheet sheet(*office, fileUrl(each));
                sheet.recalculate();
                if (office == m_office.get() && seed % m_templates.size() == 0)
                    saveCopy(*office, sheet, m_folder.path() / "copy.ods");
            }
        const rtl::OUString one = fileUrl(m_templates[seed % m_templates.size()]);
        const Spreadsheet book(*m_office, one);
        const Spreadsheet controlBook(*m_control, one);
        for (const auto& [name, filter] :
             { std::pair("copy.ods", "calc8"), std::pair("copy.xlsx", "Calc MS Excel 2007 XML") })
        {
            saveCopy(*m_office, book, m_folder.path() / name);
            controlBook.store(m_controlFolder.path() / name, filter);
        }

        for (int i = 0; i < formulasARound; i += formulasABlock)
        {
            complain(m_sheet->ask(m_formulas, formulasABlock));
            m_controlSheet->ask(m_sameFormulas, formulasABlock);
        }
        m_asked += formulasARound;
        misuse(*m_office, seed, true);
        misuse(*m_control, seed, false);
        for (int i = 0; i < searchesARound; ++i)
        {
            const auto& names = m_data->foods.names();
            const std::string typed(names[(seed * 7919 + i * 104729U) % names.size()].folded);
            for (std::size_t length = 1; length <= typed.size(); length *= 2)
                m_picker.search(typed.substr(0, length), "");
        }
    }

    void say(int number, std::chrono::steady_clock::duration time)
    {
        m_now = loadOf(*m_office);
        m_controlNow = loadOf(*m_control);
        if (number == static_cast<int>(m_templates.size()))
        {
            m_warm = m_now;
            m_controlWarm = m_controlNow;
        }
        const auto megabytes = [](const ProcessLoad& load) { return load.bytes / (1024 * 1024); };
        std::printf(
            "%5d %7lld %9ld %8zu %8zu %8zu %8zu %8zu %9zu\n", number,
            static_cast<long long>(std::chrono::duration_cast<std::chrono::seconds>(time).count()),
            m_asked, megabytes(m_now), megabytes(m_controlNow), m_now.handles, m_controlNow.handles,
            megabytes(ownLoad()), m_complaints);
        std::fflush(stdout);
    }

    /// Whether all was well.
    bool end() const
    {
        if (m_warm.bytes == 0)
            return m_complaints == 0;
        const auto growth = [](const ProcessLoad& now, const ProcessLoad& warm) {
            return static_cast<double>(now.bytes) - static_cast<double>(warm.bytes);
        };
        const double more = growth(m_now, m_warm) - growth(m_controlNow, m_controlWarm);
        std::printf("grown by %.1f MB more than without the extension\n", more / (1024 * 1024));
        return m_complaints == 0 && more < mostGrowth && m_now.handles <= m_warm.handles + 2;
    }

private:
    void misuse(const Office& office, std::uint32_t seed, bool asked)
    {
        constexpr int between = 15;
        HostileWorkbook book(office, seed);
        std::string done;
        for (int i = 1; i <= stepsARound; ++i)
        {
            done += book.step() + ", ";
            if (i % between != 0)
                continue;
            const auto stale = book.stale();
            if (asked && !stale.empty())
                complain({ stale.front() + " after " + done });
        }
    }

    void complain(const std::vector<std::string>& complaints)
    {
        for (const std::string& each : complaints)
            if (++m_complaints <= mostComplaints)
                std::cout << each.substr(0, 500) << "\n";
    }

    std::vector<std::string> m_readComplaints;
    std::vector<Damage> m_damages;
    TableSource m_source{ SOURCE_FOLDER "/registry", m_readComplaints };
    const std::shared_ptr<const Data> m_data;
    const std::vector<FunctionEntry> m_functions;
    HostileFormulas m_formulas;
    HostileFormulas m_sameFormulas;
    FoodPicker m_picker;
    TemporaryFolder m_folder;
    TemporaryFolder m_controlFolder;
    Profile m_profile;
    Profile m_controlProfile;
    std::unique_ptr<Office> m_office;
    std::unique_ptr<Office> m_control;
    std::vector<fs::path> m_templates;
    std::unique_ptr<HostileSheet> m_sheet;
    std::unique_ptr<HostileSheet> m_controlSheet;
    long m_asked = 0;
    std::size_t m_complaints = 0;
    ProcessLoad m_now;
    ProcessLoad m_controlNow;
    ProcessLoad m_warm;
    ProcessLoad m_controlWarm;
};

} // namespace

int main(int count, char** arguments)
{
    try
    {
        const auto begin = std::chrono::steady_clock::now();
        const std::chrono::minutes time(count > 1 ? std::atoi(arguments[1]) : 10);
        Soak soak;
        std::printf("%5s %7s %9s %8s %8s %8s %8s %8s %9s\n", "round", "seconds", "formulas", "MB",
                    "without", "handles", "without", "MB here", "findings");
        for (int round = 1; round == 1 || std::chrono::steady_clock::now() < begin + time; ++round)
        {
            soak.round(static_cast<std::uint32_t>(round));
            soak.say(round, std::chrono::steady_clock::now() - begin);
        }
        return soak.end() ? 0 : 1;
    }
    catch (const css::uno::Exception& error)
    {
        std::cerr << "the office: " << error.Message << "\n";
    }
    catch (const std::exception& error)
    {
        std::cerr << error.what() << "\n";
    }
    return 1;
}
