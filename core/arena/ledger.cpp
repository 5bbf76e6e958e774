#include "core/arena/ledger.h"

#include <fmt/format.h>

namespace agon {
namespace {

// Asking again would be answered in the same way.
bool endsEverything(CallFailure kind) {
    return kind == CallFailure::Refused || kind == CallFailure::Quota ||
           kind == CallFailure::NoKey || kind == CallFailure::Untrusted;
}

} // namespace

std::optional<double> ceilingOf(const Ask& ask) {
    std::int64_t bytes = static_cast<std::int64_t>(ask.request.schema.size());
    for (const ChatMessage& message : ask.request.messages)
        bytes += static_cast<std::int64_t>(message.text.size());
    const TokenCeiling most =
        ceilingOf(bytes, static_cast<std::int64_t>(ask.request.messages.size()),
                  ask.request.sampling.maxTokens);
    Usage usage;
    usage.in = most.in;
    usage.out = most.out;
    usage.cached = 0;
    return costOf(ask.endpoint->price, usage);
}

Result<void> checkPrices(const RunSpec& spec, const Cast& cast) {
    if (!spec.maxCost)
        return {};
    for (const auto& endpoint : cast.endpoints())
        if (!endpoint->price.in || !endpoint->price.out)
            return fail(ErrorCode::InvalidInput,
                        fmt::format("“{}” has no price, so a limit in dollars cannot be kept; "
                                    "give it one (0 when it is free), or set no limit",
                                    endpoint->name));
    return {};
}

Ledger::Ledger(CallSums earlier, std::optional<double> maxCost)
    : m_sums(earlier)
    , m_maxCost(maxCost) {}

bool Ledger::fits(const Ask& ask) const {
    if (!m_maxCost)
        return true;
    const auto most = ceilingOf(ask);
    return most && m_sums.cost + m_reserved + m_doubtful + *most <= *m_maxCost;
}

void Ledger::began(const Ask& ask) {
    ++m_sums.begun;
    m_reserved += ceilingOf(ask).value_or(0);
}

void Ledger::ended(const Ask& ask, const ChatOutcome& outcome) {
    --m_sums.begun;
    const double most = ceilingOf(ask).value_or(0);
    m_reserved -= most;
    Record& record = m_records[ask.endpoint->model];
    if (!outcome) {
        failed(ask, outcome.error());
        m_doubtful += most * outcome.error().maybeBilled;
        return;
    }
    ++record.answered;
    record.failuresInRow = 0;
    ++m_sums.answered;
    m_sums.maybeBilled += outcome->maybeBilled;
    m_doubtful += most * outcome->maybeBilled;
    m_sums.tokensIn += outcome->usage.in.value_or(0);
    m_sums.tokensOut += outcome->usage.out.value_or(0);
    if (const auto cost = costOf(ask.endpoint->price, outcome->usage))
        m_sums.cost += *cost;
    else
        m_sums.costKnown = false;
}

void Ledger::failed(const Ask& ask, const CallError& error) {
    m_sums.maybeBilled += error.maybeBilled;
    if (error.kind == CallFailure::Cancelled) {
        m_sums.failed += error.attempts > 0 ? 1 : 0;
        return;
    }
    ++m_sums.failed;
    note(ask, callFailureName(error.kind), error.message);
    Record& record = m_records[ask.endpoint->model];
    ++record.failuresInRow;
    if (!m_hopeless.empty())
        return;
    constexpr int mostBad = 3; // of a model that has not answered yet: it is set up wrongly
    if (endsEverything(error.kind))
        m_hopeless = error.message;
    else if (error.kind == CallFailure::BadRequest && record.answered == 0 &&
             record.failuresInRow >= mostBad)
        m_hopeless =
            fmt::format("{}. Test the model, mend its settings, and resume", error.message);
    else if (record.failuresInRow >= m_mostInRow)
        m_hopeless = fmt::format("{} calls of “{}” in a row came to nothing, the last because: {}. "
                                 "Resume when it answers again",
                                 record.failuresInRow, ask.endpoint->name, error.message);
}

void Ledger::malformed(const Ask& ask, std::string_view why) {
    note(ask, "malformed", why);
}

void Ledger::note(const Ask& ask, std::string_view cause, std::string_view what) {
    ErrorGroup& group = m_errors[{ask.endpoint->model, std::string(cause)}];
    group.model = ask.endpoint->model;
    group.modelName = ask.endpoint->name;
    group.cause = cause;
    ++group.calls;
    group.latest = what;
}

bool Ledger::hasAnswered(ModelId model) const {
    const auto found = m_records.find(model);
    return found != m_records.end() && found->second.answered > 0;
}

std::vector<ErrorGroup> Ledger::errors() const {
    std::vector<ErrorGroup> out;
    for (const auto& [key, group] : m_errors)
        out.push_back(group);
    return out;
}

} // namespace agon
