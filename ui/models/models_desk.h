// What the panels Models and Model share: one registry, one model being edited.
#pragma once

#include "ui/models/model_editor.h"
#include "ui/models/model_registry.h"

namespace agon::ui {

// Owned by its panels together; the session outlives it.
struct ModelsDesk {
    explicit ModelsDesk(Session& session)
        : registry(session)
        , editor(registry) {}

    ModelRegistry registry;
    ModelEditor editor;
};

} // namespace agon::ui
