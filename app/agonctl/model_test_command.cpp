// model test: does its endpoint work?
#include "app/agonctl/arena_access.h"
#include "app/agonctl/command.h"
#include "app/agonctl/output.h"
#include "core/llm/model_endpoint.h"
#include "core/llm/probe.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::ctl {
namespace {

struct Words {
    std::string workspace, name;
    bool allow = false;
};

void printReport(const std::string& name, const ProbeReport& report, const Context& context) {
    if (context.json) {
        Json checks = Json::array();
        for (const ProbeCheck& check : report.checks)
            checks.push_back({{"id", check.id},
                              {"base_url", check.baseUrl},
                              {"title", check.title},
                              {"state", checkStateName(check.state)},
                              {"detail", check.detail},
                              {"advice", check.advice},
                              {"seconds", check.seconds}});
        printJson({{"model", name},
                   {"ok", report.ok},
                   {"checks", std::move(checks)},
                   {"models", report.models},
                   {"reply", report.reply ? Json(report.reply->text) : Json(nullptr)}});
        return;
    }
    Table table({{"check", Align::Left},
                 {"state", Align::Left},
                 {"seconds", Align::Right},
                 {"found", Align::Left}});
    for (const ProbeCheck& check : report.checks)
        table.row({oneLine(check.title, 40), std::string(checkStateName(check.state)),
                   check.seconds > 0 ? decimal(check.seconds, 2) : "", oneLine(check.detail, 100)});
    table.print();
    for (const ProbeCheck& check : report.checks)
        if (!check.advice.empty())
            printRemark(fmt::format("{}: {}", check.title, safeText(check.advice)));
}

} // namespace

void addModelTest(Commands& commands, CLI::App& group) {
    auto words = std::make_shared<Words>();
    auto& command = commands.addTo(
        group, "test", "Ask a model's endpoint whether it works",
        [words](const Context& context) -> Result<Exit> {
            const auto workspace = TRY(openToRead(words->workspace));
            const auto models = TRY(workspace->read<std::vector<Model>>(
                [](Reader& reader) { return reader.models(false); }));
            const auto model = std::ranges::find(models, words->name, &Model::name);
            if (model == models.end())
                return fail(ErrorCode::NotFound,
                            fmt::format("there is no model “{}”; `agonctl models` lists them",
                                        words->name));
            const ArenaServices services = TRY(openServices(*workspace));
            const auto endpoint = TRY(endpointOf(*model, services.resources.profiles));
            TRY(permit(services, permissionsFor({endpoint}), words->allow));
            ProbeAccess access;
            access.secrets = services.secrets;
            access.allowed = [permissions = services.permissions](const TrustedOrigin& origin) {
                return permissions->allows(origin);
            };
            const ProbeReport report = TRY(probeEndpoint(endpoint, access, context.stop));
            printReport(words->name, report, context);
            return report.ok ? Exit::Done : Exit::Failed;
        });
    command.add_option("W", words->workspace, "The workspace file")->required();
    command.add_option("NAME", words->name, "The model")->required();
    command.add_flag("--allow", words->allow, "Allow this workspace to call the hosts it names");
}

} // namespace agon::ctl
