#include "app/agonctl/command.h"

namespace agon::ctl {

CLI::App& Commands::add(const std::string& name, const std::string& description, Run run) {
    return addTo(m_app, name, description, std::move(run));
}

CLI::App& Commands::addTo(CLI::App& parent, const std::string& name, const std::string& description,
                          Run run) {
    CLI::App* command = parent.add_subcommand(name, description);
    command->add_flag("--json", m_context.json, "Print one JSON document and nothing else");
    command->add_flag("-q,--quiet", m_context.quiet, "No progress and no remarks");
    if (run)
        command->callback([this, run = std::move(run)] { m_chosen = run; });
    return *command;
}

Result<std::shared_ptr<Workspace>> openToRead(const std::string& path) {
    OpenOptions options;
    options.readOnly = true;
    return Workspace::open(path, options);
}

Result<std::shared_ptr<Workspace>> openToWrite(const std::string& path) {
    auto workspace = TRY(Workspace::open(path));
    if (workspace->readOnly())
        return fail(ErrorCode::ReadOnly,
                    path + " cannot be changed: " + workspace->readOnlyReason());
    return workspace;
}

} // namespace agon::ctl
