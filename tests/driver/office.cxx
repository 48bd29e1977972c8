/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

#include "office.hxx"

#include "workbook/utf8.hxx"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <com/sun/star/connection/NoConnectException.hpp>
#include <com/sun/star/deployment/ExtensionManager.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/task/XInteractionApprove.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <com/sun/star/ucb/XCommandEnvironment.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <osl/file.hxx>
#include <rtl/ref.hxx>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <future>
#include <memory>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace quartet
{

namespace
{

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using css::uno::Reference;

const fs::path programFolder = LIBREOFFICE_PROGRAM;
/// nobody and nogroup, on Debian and elsewhere.
constexpr uid_t nobody = 65534;

/** Agrees to whatever an installation asks, and shows nothing. */
class Agree
    : public cppu::WeakImplHelper2<css::ucb::XCommandEnvironment, css::task::XInteractionHandler>
{
public:
    Reference<css::task::XInteractionHandler> SAL_CALL getInteractionHandler() override
    {
        return this;
    }
    Reference<css::ucb::XProgressHandler> SAL_CALL getProgressHandler() override { return {}; }
    void SAL_CALL handle(const Reference<css::task::XInteractionRequest>& request) override
    {
        const auto choices = request->getContinuations();
        for (sal_Int32 i = 0; i < choices.getLength(); ++i)
        {
            const Reference<css::task::XInteractionApprove> approve(choices.getConstArray()[i],
                                                                    css::uno::UNO_QUERY);
            if (approve.is())
                return approve->select();
        }
    }
};

std::vector<std::string> environment(const Profile& profile)
{
    std::vector<std::string> variables{ "HOME=" + profile.home().string(),
                                        "TMPDIR=" + profile.home().string(), "LC_ALL=C.UTF-8",
                                        "SAL_DISABLE_OPENCL=1" };
    for (const char* const name : { "PATH", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY",
                                    "XDG_RUNTIME_DIR", "SAL_USE_VCLPLUGIN" })
        if (const char* const value = std::getenv(name))
            variables.push_back(std::string(name) + "=" + value);
#ifdef SANITIZER_RUNTIME
    // The extension is built with it, the office isn't: what the office leaks at its
    // end or frees in its own way is no news. Findings stand in SANITIZER_LOG.<process>.
    variables.push_back("LD_PRELOAD=" SANITIZER_RUNTIME);
    variables.push_back("ASAN_OPTIONS=detect_leaks=0:detect_odr_violation=0"
                        ":alloc_dealloc_mismatch=0:quarantine_size_mb=16:log_path=" SANITIZER_LOG);
    variables.push_back("UBSAN_OPTIONS=print_stacktrace=1:log_path=" SANITIZER_LOG);
#endif
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts soffice as the leader of a process group of its own.
pid_t startOffice(const Profile& profile, const std::vector<std::string>& options)
{
    std::vector<std::string> command{ programFolder / "soffice",
                                      "-env:UserInstallation=file://"
                                          + profile.installation().string(),
                                      "--nologo" };
    command.insert(command.end(), options.begin(), options.end());
    std::vector<std::string> variables = environment(profile);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    const std::string log = (profile.home() / "soffice.log").string();
    // None of what the test prints to: whoever reads that waits for an office that is left over.
    for (const int stream : { STDOUT_FILENO, STDERR_FILENO })
        posix_spawn_file_actions_addopen(&files, stream, log.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                         0600);
    pid_t process = -1;
    const int error = posix_spawn(&process, command.front().c_str(), &files, &attributes,
                                  pointers(command).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (error)
        throw std::runtime_error("cannot start " + command.front());
    return process;
}

bool hasEnded(pid_t process) { return waitpid(process, nullptr, WNOHANG) != 0; }

bool waitFor(pid_t process, std::chrono::seconds patience)
{
    for (const auto end = std::chrono::steady_clock::now() + patience;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(10ms))
        if (hasEnded(process))
            return true;
    return false;
}

Reference<css::deployment::XExtensionManager> extensions(const Office& office)
{
    return css::deployment::ExtensionManager::get(office.context());
}

/// Comes after what the office has put off before.
class Turn : public cppu::WeakImplHelper1<css::awt::XCallback>
{
public:
    std::future_status wait(std::chrono::seconds atMost) { return m_come.wait_for(atMost); }

    void SAL_CALL notify(const css::uno::Any&) override { m_turn.set_value(); }

private:
    std::promise<void> m_turn;
    std::future<void> m_come = m_turn.get_future();
};

} // namespace

Reference<css::uno::XComponentContext> ownContext()
{
    static const auto context = [] {
        const std::string bootstrap =
            "vnd.sun.star.pathname:" + (programFolder / "fundamentalrc").string();
        setenv("URE_BOOTSTRAP", bootstrap.c_str(), 1);
        // Writing to an office that has gone away is an exception, not this process's end.
        std::signal(SIGPIPE, SIG_IGN);
        return cppu::defaultBootstrap_InitialComponentContext();
    }();
    return context;
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (fs::temp_directory_path() / "quartet-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw std::runtime_error("cannot make a temporary folder");
    m_path = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

rtl::OUString fileUrl(const fs::path& path)
{
    rtl::OUString url;
    const std::string name = fs::absolute(path).string();
    osl::FileBase::getFileURLFromSystemPath(fromUtf8(name), url);
    return url;
}

Profile::Profile(const std::string& language)
{
    fs::create_directories(installation() / "user");
    std::ofstream(installation() / "user" / "registrymodifications.xcu")
        << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office/InstalledLocales"><node oor:name=")"
        << language << R"(" oor:op="replace"/></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>)"
        << language << R"(</value></prop></item>
</oor:items>
)";
}

Profile::Profile(const Profile& original)
{
    fs::copy(original.installation(), installation(), fs::copy_options::recursive);
}

std::string Profile::unopkg(const std::vector<std::string>& arguments) const
{
    std::string command = "cd / && ";
    if (geteuid() == 0)
    {
        command += "chown -R " + std::to_string(nobody) + ":" + std::to_string(nobody) + " '"
                   + home().string() + "' && setpriv --reuid " + std::to_string(nobody)
                   + " --regid " + std::to_string(nobody) + " --clear-groups ";
    }
    command += "env HOME='" + home().string() + "' '" + (programFolder / "unopkg").string() + "'";
    for (const std::string& argument : arguments)
        command += " '" + argument + "'";
    command += " '-env:UserInstallation=file://" + installation().string() + "' 2>&1";

    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
    std::string output;
    std::array<char, 4096> buffer;
    while (const auto length = fread(buffer.data(), 1, buffer.size(), pipe.get()))
        output.append(buffer.data(), length);
    return output;
}

Office::Office(const Profile& profile, std::vector<std::string> options, Unsaved unsaved)
{
    if (unsaved == Unsaved::Forgotten)
        options.emplace_back("--norestore");
    static int count = 0;
    const std::string pipe = "quartet-" + std::to_string(getpid()) + "-" + std::to_string(count++);
    options.push_back("--accept=pipe,name=" + pipe + ";urp;StarOffice.ComponentContext");
    const auto resolver = css::bridge::UnoUrlResolver::create(ownContext());
    m_process = startOffice(profile, options);
    const rtl::OUString url =
        fromUtf8("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext");
    for (const auto end = std::chrono::steady_clock::now() + 60s;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(1ms))
    {
        try
        {
            m_context.set(resolver->resolve(url), css::uno::UNO_QUERY_THROW);
            return;
        }
        catch (const css::connection::NoConnectException&)
        {
            if (hasEnded(m_process))
                break;
        }
    }
    kill(-m_process, SIGKILL);
    throw std::runtime_error("LibreOffice doesn't answer");
}

Office::~Office()
{
    // In a thread of its own: the office may go away without an answer.
    if (m_context.is())
        std::thread([context = m_context] {
            try
            {
                css::frame::Desktop::create(context)->terminate();
            }
            catch (const css::uno::Exception&)
            {
                // It has gone away by itself.
            }
        }).detach();
    if (!waitFor(m_process, 20s))
    {
        kill(-m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
}

Reference<css::frame::XDesktop2> Office::desktop() const
{
    return css::frame::Desktop::create(m_context);
}

void Office::addExtension(const fs::path& oxt) const
{
    extensions(*this)->addExtension(fileUrl(oxt), {}, "user", {}, new Agree);
}

void Office::removeExtension(const rtl::OUString& identifier) const
{
    extensions(*this)->removeExtension(identifier, identifier, "user", {}, new Agree);
}

rtl::OUString Office::extensionVersion(const rtl::OUString& identifier) const
{
    const auto installed = extensions(*this)->getDeployedExtensions("user", {}, new Agree);
    for (sal_Int32 i = 0; i < installed.getLength(); ++i)
    {
        const auto& package = installed.getConstArray()[i];
        if (package->getIdentifier().Value == identifier)
            return package->getVersion();
    }
    return {};
}

std::filesystem::path Office::extensionFolder(const rtl::OUString& identifier) const
{
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(
        css::deployment::PackageInformationProvider::get(m_context)->getPackageLocation(identifier),
        path);
    return toUtf8(path);
}

double Office::processorSeconds() const
{
    double ticks = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc"))
    {
        std::ifstream stat(entry.path() / "stat");
        std::string text;
        std::getline(stat, text);
        // Behind the name, which may hold anything: state, parent, group, nine more, times.
        const auto name = text.rfind(')');
        if (name == std::string::npos)
            continue;
        std::istringstream fields(text.substr(name + 1));
        std::string field;
        pid_t group = 0;
        double user = 0;
        double system = 0;
        fields >> field >> field >> group;
        constexpr int between = 8;
        for (int i = 0; i < between; ++i)
            fields >> field;
        if (group == m_process && fields >> user >> system)
            ticks += user + system;
    }
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void Office::settle() const
{
    const rtl::Reference<Turn> turn(new Turn);
    css::awt::AsyncCallback::create(m_context)->addCallback(turn.get(), {});
    if (turn->wait(std::chrono::minutes(1)) != std::future_status::ready)
        throw std::runtime_error("LibreOffice has not come to rest within a minute");
}

void Office::crash() const { ::kill(-m_process, SIGKILL); }

void Office::wait()
{
    m_context.clear();
    waitpid(m_process, nullptr, 0);
}

} // namespace quartet
