/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "process_load.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/util/PathSubstitution.hpp>

#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;

ProcessLoad loadOf(const fs::path& process)
{
    ProcessLoad load;
    std::ifstream memory(process / "statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    if (memory >> all >> resident)
        load.bytes = resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    // Behind the command's name, which may hold anything, the times are the 12th and 13th.
    std::ifstream times(process / "stat");
    std::string stat{ std::istreambuf_iterator<char>(times), {} };
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string field;
    for (int i = 0; i < 11; ++i)
        fields >> field;
    double user = 0;
    double system = 0;
    if (fields >> user >> system)
        load.seconds = (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    std::error_code gone;
    for (auto each = fs::directory_iterator(process / "fd", gone);
         !gone && each != fs::directory_iterator(); each.increment(gone))
        ++load.handles;
    return load;
}

} // namespace

ProcessLoad loadOf(const Office& office)
{
    // The profile is named where each of the office's processes is started.
    std::string profile = toUtf8(css::util::PathSubstitution::create(office.context())
                                     ->substituteVariables("$(user)", true));
    profile.resize(profile.rfind('/'));
    ProcessLoad load;
    for (const auto& each : fs::directory_iterator("/proc"))
    {
        std::ifstream file(each.path() / "cmdline");
        const std::string command{ std::istreambuf_iterator<char>(file), {} };
        if (command.find(profile) == std::string::npos)
            continue;
        const ProcessLoad more = loadOf(each.path());
        load.bytes += more.bytes;
        load.handles += more.handles;
        load.seconds += more.seconds;
    }
    return load;
}

ProcessLoad ownLoad() { return loadOf(fs::path("/proc/self")); }

} // namespace quartet
