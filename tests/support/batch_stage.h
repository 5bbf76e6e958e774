// A run by batches, step by step, with the workspace closed and opened again before each step.
#pragma once

#include "core/arena/batch_run.h"
#include "core/llm/client.h"
#include "core/store/run_appender.h"
#include "tests/support/arena_stage.h"
#include "tests/support/told_run.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

struct BatchStage : ArenaStage {
    agon::BatchHalves halves;
    agon::BatchLimits limits;
    std::optional<agon::RunId> runId;

    explicit BatchStage(const std::string& baseUrl, int instructions = 4, int fighters = 2,
                        int turns = 1)
        : ArenaStage(instructions, fighters, turns) {
        editModels([&](agon::Model& model) {
            model.provider = "openai";
            model.baseUrls = {baseUrl};
        });
    }
    void editModels(const std::function<void(agon::Model&)>& edit) {
        using namespace agon;
        valueOf(workspace->write<void>([&](Appender& appender) -> Result<void> {
            for (Model& model : TRY(workspace->read<std::vector<Model>>(
                     [](Reader& reader) { return reader.models(); }))) {
                edit(model);
                TRY(appender.editModel(model));
            }
            return {};
        }));
    }
    [[nodiscard]] agon::BatchParts parts() const {
        return {workspace.shared(), std::make_shared<agon::BatchService>(agon::ProbeAccess{}),
                cast(), halves, limits};
    }
    agon::Result<agon::BatchProgress> step(const std::stop_token& stop = {}) {
        workspace.reopen();
        auto out = agon::advanceBatches(parts(), spec, runId, stop, {});
        if (out)
            runId = out->run;
        return out;
    }
    // Until there is nothing to wait for.
    agon::BatchProgress steps() {
        for (int left = 1000;; --left) {
            auto progress = valueOf(step());
            if (progress.state != agon::RunState::Waiting || left == 0)
                return progress;
        }
    }
    agon::RunStatus live() {
        return valueOf(run(std::make_shared<agon::LlmClient>(agon::LlmClient::Options{}), runId));
    }
    [[nodiscard]] std::vector<agon::Batch> batches() const {
        return valueOf(workspace.shared()->read<std::vector<agon::Batch>>(
            [&](agon::Reader& reader) { return agon::RunReader(reader).batches(*runId); }));
    }
    void editBatches(const std::function<void(agon::Batch&)>& edit) {
        for (agon::Batch& batch : batches()) {
            edit(batch);
            valueOf(workspace->write<void>([&](agon::Appender& appender) {
                return agon::RunAppender(appender).editBatch(batch);
            }));
        }
    }
};
