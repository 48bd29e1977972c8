/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "x_screen.hxx"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace quartet
{

namespace
{

/// A program's end code.
int run(const std::vector<std::string>& command)
{
    const pid_t process = fork();
    if (process == 0)
    {
        std::vector<char*> arguments;
        for (const std::string& each : command)
            arguments.push_back(const_cast<char*>(each.c_str()));
        arguments.push_back(nullptr);
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool isInstalled(const std::string& program)
{
    return run({ "sh", "-c", "command -v " + program + " > /dev/null" }) == 0;
}

} // namespace

bool XScreen::isPossible()
{
    return isInstalled("Xvfb") && isInstalled("openbox") && isInstalled("xdotool")
           && isInstalled("import");
}

XScreen::XScreen()
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    m_processes.push_back(fork());
    if (m_processes.back() == 0)
    {
        close(ends[0]);
        const std::string number = std::to_string(ends[1]);
        execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", "1366x768x24",
               "-nolisten", "tcp", nullptr);
        _exit(127);
    }
    close(ends[1]);
    std::string display = ":";
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';)
        display += c;
    close(ends[0]);
    if (display.size() < 2)
        throw std::runtime_error("Xvfb has not started");
    setenv("DISPLAY", display.c_str(), 1);
    m_processes.push_back(fork());
    if (m_processes.back() == 0)
    {
        execlp("openbox", "openbox", nullptr);
        _exit(127);
    }
}

XScreen::~XScreen()
{
    for (auto process = m_processes.rbegin(); process != m_processes.rend(); ++process)
    {
        kill(*process, SIGTERM);
        waitpid(*process, nullptr, 0);
    }
    unsetenv("DISPLAY");
}

void XScreen::key(const std::string& keys) const
{
    if (run({ "xdotool", "key", "--clearmodifiers", keys }) != 0)
        throw std::runtime_error("no key " + keys);
}

void XScreen::type(const std::string& text) const
{
    if (run({ "xdotool", "type", "--delay", "5", "--", text }) != 0)
        throw std::runtime_error("not typed: " + text);
}

void XScreen::click(int x, int y) const
{
    if (run({ "xdotool", "mousemove", std::to_string(x), std::to_string(y), "click", "1" }) != 0)
        throw std::runtime_error("not clicked");
}

void XScreen::wait() const
{
    run({ "sh", "-c",
          "before= same=0 tries=0\n"
          "while [ $same -lt 3 ] && [ $tries -lt 40 ]; do\n"
          "  now=$(import -window root rgb:- | md5sum)\n"
          "  if [ \"$now\" = \"$before\" ]; then same=$((same + 1)); else same=0; fi\n"
          "  before=$now tries=$((tries + 1))\n"
          "  sleep 0.1\n"
          "done" });
}

bool XScreen::shows(const std::string& title) const
{
    return run({ "sh", "-c", "xdotool search --onlyvisible --name \"$1\" > /dev/null 2>&1", "sh",
                 title })
           == 0;
}

} // namespace quartet
