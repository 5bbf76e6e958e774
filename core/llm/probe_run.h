// One test of an endpoint while it runs. Internal to the room.
#pragma once

#include "core/llm/asker.h"
#include "core/llm/probe.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace agon::llm {

class ProbeRun {
  public:
    ProbeRun(std::shared_ptr<const Endpoint> endpoint, const ProbeAccess& access,
             const std::stop_token& stop, const std::function<void(const ProbeReport&)>& changed,
             const ProbeWishes& wishes);

    // Errors: Cancelled.
    [[nodiscard]] Result<ProbeReport> run() &&;

  private:
    [[nodiscard]] Result<void> server(const std::string& baseUrl);
    [[nodiscard]] bool checkKey();
    // Connection, encryption and the list of models, which one request tells. False: there is no
    // use in asking more.
    [[nodiscard]] Result<bool> checkModels(const std::string& baseUrl);
    [[nodiscard]] Result<bool> checkCompletion(const std::string& baseUrl);
    [[nodiscard]] Result<void> checkStream(const std::string& baseUrl);
    [[nodiscard]] Result<void> checkStructured(const std::string& baseUrl);
    [[nodiscard]] Result<void> checkEmbeddings(const std::string& baseUrl);
    void readModels(const std::string& baseUrl, const HttpReply& reply, double seconds);

    // No such check: does nothing.
    void begin(std::string_view id, const std::string& baseUrl);
    void end(std::string_view id, const std::string& baseUrl, CheckState state, std::string detail,
             double seconds = 0, std::string advice = {});
    void endFailed(std::string_view id, const std::string& baseUrl, CheckState state,
                   const CallError& error, double seconds);
    void skipRest(const std::string& baseUrl);
    [[nodiscard]] std::string adviceFor(const CallError& error) const;

    std::shared_ptr<const Endpoint> m_endpoint;
    ProbeAccess m_access;
    std::stop_token m_stop;
    std::function<void(const ProbeReport&)> m_changed;
    ProbeWishes m_wishes;
    ProbeReport m_report;
    std::unique_ptr<Asker> m_asker;
};

} // namespace agon::llm
