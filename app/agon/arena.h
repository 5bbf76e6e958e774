// What asks models on the open workspace, shared by the panels and the commands.
#pragma once

#include "ui/arena/judge_again.h"
#include "ui/arena/run_desk.h"
#include "ui/bridge/arena_desk.h"

#include <filesystem>
#include <memory>
#include <utility>

namespace agon::app {

struct Arena {
    // `folder`: personFolder(), or another one in tests.
    Arena(ui::Session& session, std::filesystem::path folder)
        : desk(session, std::make_shared<EnvironmentSecrets>(), std::move(folder))
        , runs(desk)
        , again(desk) {}

    ui::ArenaDesk desk;
    ui::RunDesk runs;
    ui::JudgeAgain again;
};

} // namespace agon::app
