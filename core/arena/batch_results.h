// What came back of a run's batches, by the keys of the calls that are waiting for it.
#pragma once

#include "core/arena/batch_requests.h"
#include "core/domain/run.h"
#include "core/store/run_reader.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace agon {

// Holds the bytes of the files and looks into a line only when its call is asked for. Not
// thread-safe.
class BatchResults {
  public:
    explicit BatchResults(RunId run)
        : m_run(run) {}

    // Calls that are waited for. Before add().
    void expect(const Batch& batch, std::span<const OpenCall> calls);
    // A file of results, in any order. Lines that nobody waits for are counted and left out.
    void add(std::string bytes);
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    struct Found {
        CallId call;
        ModelId model;
        std::string_view line; // valid as long as this lives
    };
    // Takes out one call with this key that has a result.
    [[nodiscard]] std::optional<Found> take(const CallKey& key);
    // All that were not taken.
    [[nodiscard]] std::vector<Found> rest() const;

    // Of one model's lines.
    struct Count {
        std::int64_t answered = 0;
        std::int64_t failed = 0; // executed, and no success
    };
    [[nodiscard]] const std::map<ModelId, Count>& counts() const { return m_counts; }

    // For a person: lines that were left out, and why; empty without any.
    [[nodiscard]] std::string leftOut() const;

  private:
    struct Expected {
        CallKey key;
        ModelId model;
        bool found = false;
    };
    void addLine(JsonRecord& record, std::string_view line);

    RunId m_run;
    std::deque<std::string> m_files;
    std::size_t m_bytes = 0;
    std::unordered_map<CallId, Expected> m_expected;
    std::multimap<CallKey, Found> m_found;
    std::map<ModelId, Count> m_counts;
    std::int64_t m_unreadable = 0;
    std::int64_t m_unknown = 0;
    std::int64_t m_doubled = 0;
};

} // namespace agon
