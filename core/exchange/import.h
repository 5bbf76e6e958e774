// Reads foreign files into a workspace.
#pragma once

#include "core/base/result.h"
#include "core/exchange/import_options.h"
#include "core/jobs/progress.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace agon::exchange {

struct Rejection {
    std::int64_t line = 0;
    std::string reason;
};

struct FileReport {
    std::filesystem::path path;
    std::optional<Format> format; // nullopt: not recognised
    std::int64_t rows = 0;        // added + duplicates + rejected
    std::int64_t added = 0;       // that brought something new
    std::int64_t duplicates = 0;  // that the workspace knew already
    std::int64_t rejected = 0;
    std::int64_t invalid = 0;          // added or duplicate, but the judgment in it failed
    std::vector<Rejection> rejections; // the first maxRejections of them
    double seconds = 0;
    std::optional<Error> error; // the file as a whole could not be read, and nothing of it stays
};

struct ImportReport {
    std::vector<FileReport> files; // in the order in which they were given
    std::int64_t added = 0;
    std::int64_t rejected = 0;
};

inline constexpr std::size_t maxRejections = 1000;

// Files may be given in any order: instructions are read before answers, answers before judgments.
// Each file is one transaction; reading it again adds nothing. A file that cannot be read is told
// in its report and does not keep the others from being read.
//
// Errors: Cancelled (the file being read is undone, the ones before it stay), and what the
// workspace says when it cannot be written (DiskFull, ReadOnly, Io: likewise). Progress is in bytes
// of all files. Not for the GUI thread.
Result<ImportReport> importFiles(Workspace& workspace, std::span<const std::filesystem::path> paths,
                                 const ImportOptions& options, std::stop_token stop,
                                 const ProgressSink& progress = {});

} // namespace agon::exchange
