// A workspace with models behind (imaginary) endpoints and a set of instructions: what runs need.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/runner.h"
#include "tests/support/scripted_chat.h"
#include "tests/support/temporary_workspace.h"

#include <memory>
#include <string>
#include <vector>

struct ArenaStage {
    TemporaryWorkspace workspace;
    agon::RunSpec spec;
    agon::Resources resources;

    explicit ArenaStage(int instructions = 4, int fighters = 2, int turns = 1) {
        using namespace agon;
        resources.profiles = loadProviderProfiles();
        resources.styles = loadPromptStyles();
        valueOf(workspace->write<void>([&](Appender& appender) -> Result<void> {
            spec.set = TRY(appender.set("questions"));
            for (int i = 0; i < instructions; ++i) {
                std::vector<std::string> words;
                for (int turn = 1; turn <= turns; ++turn)
                    words.push_back("Question " + std::to_string(i) + ", turn " +
                                    std::to_string(turn) + "?");
                const std::vector<TextIn> asked(words.begin(), words.end());
                const std::string key = "q" + std::to_string(i);
                TRY(appender.instruction({spec.set, key, i % 2 == 0 ? "even" : "odd", "", asked}));
            }
            for (int i = 0; i < fighters; ++i)
                spec.fighters.push_back(TRY(addEndpoint(appender, "f" + std::to_string(i))));
            spec.judges.push_back(TRY(addEndpoint(appender, "judge")));
            return {};
        }));
    }

    static agon::Result<agon::ModelId> addEndpoint(agon::Appender& appender,
                                                   const std::string& name) {
        agon::Model model;
        model.name = name;
        model.kind = agon::ModelKind::Endpoint;
        model.provider = "vllm";
        model.baseUrls = {"http://127.0.0.1:1/v1"};
        model.apiModel = name;
        model.priceIn = 1;
        model.priceOut = 2;
        return appender.addModel(model);
    }

    [[nodiscard]] std::shared_ptr<const agon::Cast> cast() const {
        return valueOf(agon::makeCast(spec, resources, *workspace.shared()));
    }

    agon::Result<agon::RunStatus> run(std::shared_ptr<agon::ChatService> service,
                                      std::optional<agon::RunId> resume = {},
                                      const std::stop_token& stop = {},
                                      std::shared_ptr<agon::RunControl> control = {}) {
        agon::RunParts parts;
        parts.workspace = workspace.shared();
        parts.service = std::move(service);
        parts.cast = TRY(agon::makeCast(spec, resources, *workspace.shared()));
        parts.control = control ? std::move(control) : std::make_shared<agon::RunControl>();
        parts.patience = 0;
        return agon::performRun(parts, spec, resume, stop, {});
    }
};

// Fighters say who they are; the judge prefers the longer name of the two it is shown, whatever the
// order, and says so in the project's own style.
inline std::optional<agon::ChatOutcome> usualScript(const agon::ChatCall& call) {
    const std::string& last = call.request.messages.back().text;
    if (call.endpoint->name != "judge")
        return saying("I am " + call.endpoint->name + ". " + std::to_string(last.size()));
    const auto first = last.find("I am f");
    const auto second = last.find("I am f", first + 1);
    const int a = last[first + 6] - '0';
    const int b = last[second + 6] - '0';
    return saying("One is better.\nScore-A: " + std::to_string(a + 3) +
                  "\nScore-B: " + std::to_string(b + 3) + "\n");
}
