// What a run has cost, what it can still cost, and what went wrong.
#pragma once

#include "core/arena/cast.h"
#include "core/arena/run_control.h"
#include "core/arena/run_spec.h"
#include "core/arena/unit.h"
#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/llm/chat_service.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace agon {

// Dollars that a call can cost at most; nullopt where its model has no price.
[[nodiscard]] std::optional<double> ceilingOf(const Ask& ask);

// That a limit of money can be kept. Errors: InvalidInput, naming a model without a price.
[[nodiscard]] Result<void> checkPrices(const RunSpec& spec, const Cast& cast);

// Not thread-safe.
class Ledger {
  public:
    // `earlier`: what the run's calls came to before this sitting.
    Ledger(CallSums earlier, std::optional<double> maxCost);

    // Whether the limit holds even if this call and all that are out cost the most they can.
    [[nodiscard]] bool fits(const Ask& ask) const;
    void began(const Ask& ask);
    void ended(const Ask& ask, const ChatOutcome& outcome);
    // A judge's reply without a verdict.
    void malformed(const Ask& ask, std::string_view why);

    // Set once asking this run's models again would not help: why, and what to do.
    [[nodiscard]] const std::string& hopeless() const { return m_hopeless; }
    // This model has answered in this sitting.
    [[nodiscard]] bool hasAnswered(ModelId model) const;
    // Failures of one model in a row that end the run.
    void setMostInRow(int most) { m_mostInRow = most; }

    [[nodiscard]] const CallSums& sums() const { return m_sums; }
    [[nodiscard]] std::vector<ErrorGroup> errors() const;

  private:
    struct Record {
        std::int64_t answered = 0;
        int failuresInRow = 0;
    };
    void failed(const Ask& ask, const CallError& error);
    void note(const Ask& ask, std::string_view cause, std::string_view what);

    CallSums m_sums;
    std::optional<double> m_maxCost;
    double m_reserved = 0; // of calls that are out
    double m_doubtful = 0; // of attempts that may have been billed
    int m_mostInRow = 20;
    std::map<ModelId, Record> m_records;
    std::map<std::pair<ModelId, std::string>, ErrorGroup> m_errors;
    std::string m_hopeless;
};

} // namespace agon
