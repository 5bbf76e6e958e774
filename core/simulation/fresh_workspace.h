// Private to core/simulation: a new workspace that is there whole or not at all.
#pragma once

#include "core/base/clock.h"
#include "core/store/workspace.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace agon::simulation {

// Creates the file, fills it, closes it; after an error of `fill` it is removed again.
template <class T>
Result<T> makeFresh(const std::filesystem::path& path, std::shared_ptr<const Clock> clock,
                    const std::function<Result<T>(Workspace&)>& fill) {
    OpenOptions options;
    options.clock = std::move(clock);
    auto workspace = TRY(Workspace::create(path, options));
    Result<T> out = fill(*workspace);
    workspace.reset();
    if (!out) {
        std::error_code ignored; // the first error is the one to tell
        std::filesystem::remove(path, ignored);
    }
    return out;
}

} // namespace agon::simulation
