// Writes what is in a workspace as files that other programs read.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/exchange/format.h"
#include "core/jobs/progress.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace agon::exchange {

struct ExportOptions {
    Format format = Format::Jsonl;
    std::filesystem::path path;
    // Of alpaca-outputs and fastchat-answers: only this model's answers; empty: every model's.
    std::string model;
    // Only these battles, in this order (answers: only those that fought in them); nullopt: all.
    std::optional<std::span<const BattleId>> battles;
};

struct ExportReport {
    std::filesystem::path path;
    std::int64_t rows = 0;
    std::int64_t leftOut = 0; // that the format cannot hold: no text, several turns, not judged
};

// - alpaca-outputs: one array of answers to instructions of one turn.
// - fastchat-questions, fastchat-answers: one line an instruction or answer, all turns.
// - fastchat-pair: one line a battle and judge; both games, or the one there is as "winner".
// - csv: one line a battle with its verdict under the default policy (every judge, mean, majority,
//   overrides on), for spreadsheets; formulas are made harmless.
// - jsonl: one line a battle with everything: all turns, games and votes. Importing it into another
//   workspace gives the same battles.
// The file appears whole or not at all, and replaces one that is there. Progress in battles or
// answers. Errors: InvalidInput (a format that is not written, an unknown model), Cancelled,
// NotFound, ReadOnly, DiskFull, Io. Not for the GUI thread.
Result<ExportReport> exportTo(Workspace& workspace, const ExportOptions& options,
                              std::stop_token stop, const ProgressSink& progress = {});

} // namespace agon::exchange
