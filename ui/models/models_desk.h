// What the panels Models and Model share: one registry, one model being edited, one test.
#pragma once

#include "ui/bridge/arena_desk.h"
#include "ui/models/connection_test.h"
#include "ui/models/model_editor.h"
#include "ui/models/model_registry.h"

namespace agon::ui {

// Owned by its panels together; the arena desk and its session outlive it.
struct ModelsDesk {
    explicit ModelsDesk(ArenaDesk& desk)
        : arena(desk)
        , registry(desk.session())
        , editor(registry)
        , test(desk) {}

    ArenaDesk& arena;
    ModelRegistry registry;
    ModelEditor editor;
    ConnectionTest test;
};

} // namespace agon::ui
