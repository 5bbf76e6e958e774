// What the exporters of all formats share. Private to core/exchange.
#pragma once

#include "core/base/output_file.h"
#include "core/exchange/export.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace agon::exchange {

// What a battle comes to under the default policy.
struct Summary {
    Verdict verdict = Verdict::None;
    bool byHuman = false;
    std::string judges;     // of the games, "; " between them
    std::string annotators; // of the votes that count
    std::optional<double> scoreA;
    std::optional<double> scoreB;
    std::optional<double> gap;
    bool flip = false;
    std::string explanation; // the first one of the games that count
};
[[nodiscard]] Summary summarise(const Battle& battle);

// One export under way.
struct ExportRun {
    const ExportOptions& options;
    Reader& reader;
    OutputFile& out;
    std::stop_token stop;
    ProgressMeter& meter;
    ExportReport& report;

    // Calls `row` with each battle that is asked for and the time it was fought.
    Result<void> eachBattle(const std::function<Result<void>(const Battle&, Timestamp)>& row);
    // Calls `row` with each answer that is asked for.
    Result<void>
    eachAnswer(const std::function<Result<void>(const Instruction&, const Response&)>& row);
    // Told after each one; Cancelled when it is time to stop.
    Result<void> step(std::uint64_t done, std::uint64_t total);
    // Text of a line and the line break.
    Result<void> line(std::string text);
};

Result<void> exportAlpacaOutputs(ExportRun& run);
Result<void> exportFastchatQuestions(ExportRun& run);
Result<void> exportFastchatAnswers(ExportRun& run);
Result<void> exportFastchatPair(ExportRun& run);
Result<void> exportCsv(ExportRun& run);
Result<void> exportJsonl(ExportRun& run);

} // namespace agon::exchange
