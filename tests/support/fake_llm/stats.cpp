#include "tests/support/fake_llm/stats.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fake {
namespace {

void countOne(std::map<std::string, std::int64_t, std::less<>>& counts, std::string_view name) {
    const auto found = counts.find(name);
    if (found == counts.end())
        counts.emplace(name, 1);
    else
        ++found->second;
}

} // namespace

void Stats::began(std::string_view path) {
    const std::scoped_lock lock(m_mutex);
    ++m_counts.requests;
    countOne(m_counts.paths, path);
    m_counts.mostInFlight = std::max(m_counts.mostInFlight, ++m_inFlight);
}

void Stats::ended() {
    const std::scoped_lock lock(m_mutex);
    --m_inFlight;
}

void Stats::fault() {
    const std::scoped_lock lock(m_mutex);
    ++m_counts.faults;
}

void Stats::answered(std::string_view model, std::uint64_t bodyHash) {
    const std::scoped_lock lock(m_mutex);
    ++m_counts.answered;
    countOne(m_counts.models, model);
    ++m_counts.bodies[bodyHash];
}

std::int64_t Stats::timesAsked(std::uint64_t bodyHash) {
    const std::scoped_lock lock(m_mutex);
    return ++m_counts.asked[bodyHash];
}

std::string Stats::json(std::int64_t batchLines) const {
    const std::scoped_lock lock(m_mutex);
    const auto distinct = static_cast<std::int64_t>(m_counts.bodies.size());
    const nlohmann::ordered_json out{{"requests", m_counts.requests},
                                     {"answered", m_counts.answered},
                                     {"faults", m_counts.faults},
                                     {"distinct", distinct},
                                     {"duplicates", m_counts.answered - distinct},
                                     {"batch_lines", batchLines},
                                     {"in_flight", m_inFlight},
                                     {"most_in_flight", m_counts.mostInFlight},
                                     {"models", m_counts.models},
                                     {"paths", m_counts.paths}};
    return out.dump();
}

void Stats::reset() {
    const std::scoped_lock lock(m_mutex);
    m_counts = {};
}

} // namespace fake
