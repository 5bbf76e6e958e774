// What every subcommand of agonctl is: options that it adds, and a function that runs.
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/store/workspace.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace agon::ctl {

// The contract of agonctl.md.
enum class Exit { Done = 0, Failed = 1, Usage = 2, WithRejects = 3, Interrupted = 130 };

// What a command is given when it runs.
struct Context {
    bool json = false;
    bool quiet = false;
    std::stop_token stop;
    ProgressSink progress; // writes one line to stderr; nothing when quiet
};

using Run = std::function<Result<Exit>(const Context&)>;

// Collects the subcommands; the chosen one is run after the words were parsed.
class Commands {
  public:
    explicit Commands(CLI::App& app)
        : m_app(app) {}

    // A subcommand with --json and --quiet. Options are added to what is returned; `run` is kept
    // and must hold its option values by shared_ptr.
    CLI::App& add(const std::string& name, const std::string& description, Run run);
    // The same below another command, as in `model add`.
    CLI::App& addTo(CLI::App& parent, const std::string& name, const std::string& description,
                    Run run);
    [[nodiscard]] CLI::App& app() { return m_app; }

    [[nodiscard]] const Run& chosen() const { return m_chosen; }
    [[nodiscard]] Context& context() { return m_context; }

  private:
    CLI::App& m_app;
    Context m_context;
    Run m_chosen;
};

void addWorkspaceCommands(Commands& commands); // new, demo, import, export, doctor
void addModelCommands(Commands& commands);     // models, model add|edit|remove|test, sets
void addModelTest(Commands& commands, CLI::App& group);
void addRunCommands(Commands& commands);     // run, runs
void addBattleCommands(Commands& commands);  // battles, show, override
void addRateCommand(Commands& commands);     // rate
void addCompareCommands(Commands& commands); // winrate, matrix, agree, judges

// Opens for reading and writing, or for reading only with a remark on stderr when it must change
// nothing.
[[nodiscard]] Result<std::shared_ptr<Workspace>> openToRead(const std::string& path);
[[nodiscard]] Result<std::shared_ptr<Workspace>> openToWrite(const std::string& path);

} // namespace agon::ctl
