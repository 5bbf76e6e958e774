// What importing a file would do, shown before it is done.
#pragma once

#include "core/base/result.h"
#include "core/exchange/import_options.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace agon::exchange {

struct Preview {
    std::optional<Format> format;     // nullopt: not recognised
    std::string problem;              // why not, and what to do; empty when it can be read
    std::int64_t bytes = 0;           // of the file
    std::int64_t sampled = 0;         // records looked at
    std::int64_t damaged = 0;         // of these, that cannot be read
    std::vector<std::string> columns; // names of columns or members
    std::vector<std::vector<std::string>> rows; // cells of the first records, cut to previewLength
    std::string set;            // proposed; what was given, else what the format's custom is
    std::string model;          // whose answers, when one model gave all that were sampled
    std::string judge;          // who judged, likewise
    bool wantsMapping = false;  // csv or jsonl: columns can be mapped
    Mapping mapping;            // given or found
    std::vector<Field> missing; // that have to be mapped before it can be read
};

inline constexpr std::size_t previewRows = 20;
inline constexpr std::size_t previewLength = 200; // bytes of a cell, cut between characters

// Reads the beginning of a file (4 MB at most). A file that is not recognised is no error: the
// preview says why. Errors: NotFound, Io, InvalidInput (not a regular file, a mapping of columns
// that are not there). Not for the GUI thread.
Result<Preview> previewFile(const std::filesystem::path& path, const ImportOptions& options = {});

} // namespace agon::exchange
