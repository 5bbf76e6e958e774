// Starts the fake server of models for one test. Needs the compile definition AGON_FAKE_LLM (link
// agon_fake_llm_client). Options and counts: tests/support/fake_llm/OPTIONS.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

class FakeLlm {
  public:
    // Waits until it listens; aborts the test program when it does not start. `script`: JSON, may
    // be empty. `environment`: variables that only the server gets.
    explicit FakeLlm(const std::vector<std::string>& options = {}, const std::string& script = {},
                     const std::map<std::string, std::string>& environment = {});
    ~FakeLlm();
    FakeLlm(const FakeLlm&) = delete;
    FakeLlm& operator=(const FakeLlm&) = delete;

    [[nodiscard]] std::string baseUrl() const { return origin() + "/v1"; }
    [[nodiscard]] std::string origin() const;
    [[nodiscard]] int port() const { return m_port; }

    struct Stats {
        std::int64_t requests = 0; // all, without /control
        std::int64_t answered = 0; // chats answered or begun
        std::int64_t faults = 0;
        std::int64_t distinct = 0;
        std::int64_t duplicates = 0;
        std::int64_t batchLines = 0; // lines of batches that were answered well
        std::int64_t mostInFlight = 0;
        std::map<std::string, std::int64_t> models;
        std::map<std::string, std::int64_t> paths;
    };
    [[nodiscard]] Stats stats() const;
    void reset();
    // Ends it (idempotent); connections break. The port is refused from then on.
    void stop();

  private:
    [[nodiscard]] std::string ask(const std::string& method, const std::string& path) const;

    int m_port = 0;
    int m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    std::string m_scriptFile;
};
