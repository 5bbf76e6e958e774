// OpenAI's files and batches. A batch goes one status further each time it is asked for; its lines
// are answered when it completes, in another order than they came. Thread-safe.
#pragma once

#include "tests/support/fake_llm/reply.h"
#include "tests/support/fake_llm/request.h"
#include "tests/support/fake_llm/script.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace fake {

class Batches {
  public:
    // Answers one line: the path it names and its body.
    using Line = std::function<Reply(std::string_view path, const std::string& body)>;
    explicit Batches(Line line);

    // Everything below /v1/files and /v1/batches; 404 for all else.
    [[nodiscard]] Reply answer(const Request& request, const Rule* rule);
    // How many lines were answered well so far.
    [[nodiscard]] std::int64_t linesAnswered() const;

  private:
    enum class End : std::uint8_t { Completed, Expired, Failed, Cancelled };
    struct Batch {
        std::string id;
        std::string endpoint;
        std::string input; // of a file
        std::string metadata;
        std::string status = "validating";
        End end = End::Completed;
        std::string output; // of a file; empty: none
        std::string errors;
        std::string problem; // why the validation failed
        std::int64_t total = 0;
        std::int64_t completed = 0;
        std::int64_t failed = 0;
    };
    [[nodiscard]] Reply upload(const Request& request);
    [[nodiscard]] Reply file(const std::string& rest, const std::string& method);
    [[nodiscard]] Reply create(const Request& request, const Rule* rule);
    [[nodiscard]] Reply list() const;
    [[nodiscard]] Reply cancel(Batch& batch);
    void advance(Batch& batch);
    void process(Batch& batch, std::size_t lines);
    void validate(Batch& batch) const;
    [[nodiscard]] std::string keep(std::string bytes);
    [[nodiscard]] static std::string json(const Batch& batch);

    Line m_line;
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_files;
    std::vector<Batch> m_batches;
    std::int64_t m_linesAnswered = 0;
};

} // namespace fake
