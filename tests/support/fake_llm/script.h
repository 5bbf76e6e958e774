// Which requests meet which fault: OPTIONS.md.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fake {

struct Rule {
    std::string model; // "judge*": all that begin so; empty: any
    std::string path;  // how it begins
    std::string contains;
    std::int64_t every = 0;
    std::int64_t first = 0;
    std::int64_t firstSame = 0;
    std::int64_t after = 0;
    double fraction = 1;
    std::uint64_t seed = 0;

    std::string fault;
    int status = 500;
    std::string code;
    std::string message;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string location;
    std::string text;
    std::size_t bytes = std::size_t{100} << 20;
    double milliseconds = 0;
};

struct Seen {
    std::string_view path;
    std::string_view model;
    std::string_view body;
    std::uint64_t bodyHash = 0;
};

// Thread-safe.
class Script {
  public:
    // Ends the program with a message when it cannot be used. Empty: no rules.
    explicit Script(const std::string& json);

    // The first rule that this request meets, or nullptr; counts it.
    [[nodiscard]] const Rule* match(const Seen& seen);
    void reset();

  private:
    [[nodiscard]] bool meets(std::size_t rule, const Seen& seen);

    std::vector<Rule> m_rules; // never changed
    struct Counts {
        std::int64_t met = 0;
        std::unordered_map<std::uint64_t, std::int64_t> same;
    };
    std::mutex m_mutex;
    std::vector<Counts> m_counts;
};

} // namespace fake
