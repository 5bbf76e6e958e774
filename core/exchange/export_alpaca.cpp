// AlpacaEval model_outputs.json.
#include "core/exchange/exporter.h"

#include <nlohmann/json.hpp>

namespace agon::exchange {

Result<void> exportAlpacaOutputs(ExportRun& run) {
    TRY(run.out.write("["));
    TRY(run.eachAnswer([&](const Instruction& asked, const Response& answer) -> Result<void> {
        if (asked.turns.size() != 1 || answer.turns.size() != 1) {
            ++run.report.leftOut; // the format has one instruction and one output
            return {};
        }
        nlohmann::ordered_json row;
        row["dataset"] = asked.source.empty() ? asked.category : asked.source;
        row["instruction"] = asked.turns.front();
        row["output"] = answer.turns.front();
        row["generator"] = answer.modelName;
        TRY(run.out.write(run.report.rows == 0 ? "\n" : ",\n"));
        ++run.report.rows;
        return run.out.write(row.dump());
    }));
    return run.out.write("\n]\n");
}

} // namespace agon::exchange
