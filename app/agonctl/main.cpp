// agonctl: Agon without a screen. Reads the words, runs one command, says how it went.
#include "app/agonctl/command.h"
#include "app/agonctl/interrupts.h"
#include "app/agonctl/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <memory>

namespace {

using namespace agon;
using namespace agon::ctl;

// One line on stderr that is written over, when a person watches; nothing into a file.
ProgressSink progressLine(const Context& context) {
    if (context.quiet || ::isatty(STDERR_FILENO) == 0)
        return {};
    return [](const Progress& progress) {
        const bool known = progress.total > 0;
        const std::string text =
            known ? fmt::format("{} {} %", progress.step, 100 * progress.done / progress.total)
                  : progress.step;
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
        if (known && progress.done >= progress.total)
            std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
    };
}

Exit report(const Error& error, const Context& context) {
    if (error.code == ErrorCode::Cancelled) {
        if (!context.quiet)
            printRemark("agonctl: stopped; what was committed stays");
        return Exit::Interrupted;
    }
    printRemark("agonctl: " + safeText(error.text()));
    return Exit::Failed;
}

} // namespace

int main(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    const Interrupts interrupts;
    CLI::App app("Agon without a screen: arenas of language models, their battles and ratings.",
                 "agonctl");
    app.set_version_flag("--version", "agonctl " AGON_VERSION);
    app.require_subcommand(1);
    Commands commands(app);
    addWorkspaceCommands(commands);
    addModelCommands(commands);
    addRunCommands(commands);
    addBattleCommands(commands);
    addRateCommand(commands);
    addCompareCommands(commands);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    Context& context = commands.context();
    context.stop = interrupts.token();
    context.progress = progressLine(context);
    const Result<Exit> result = commands.chosen()(context);
    return static_cast<int>(result ? *result : report(result.error(), context));
}
