// Who may write a workspace: one program at a time. Private to core/store.
//
// The lease is an flock on a file beside the workspace; the system frees it when its holder dies.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>

namespace agon::store {

class Lease {
  public:
    // Waits a moment for a holder that is about to go. Errors: Locked (held by another opening, in
    // this program or another), ReadOnly, Io.
    static Result<std::unique_ptr<Lease>> take(const std::filesystem::path& workspace);
    ~Lease(); // gives it back and removes the file
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

  private:
    Lease(std::filesystem::path path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor) {}
    std::filesystem::path m_path;
    int m_descriptor;
};

} // namespace agon::store
