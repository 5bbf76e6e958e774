// A running run, as others see it and steer it.
#pragma once

#include "core/arena/unit.h"
#include "core/domain/run.h"
#include "core/llm/chat_service.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace agon {

// Calls of one model that came to nothing, by cause.
struct ErrorGroup {
    ModelId model;
    std::string modelName;
    std::string cause; // callFailureName, or "malformed"
    std::int64_t calls = 0;
    std::string latest; // for a person
};

struct RunStatus {
    RunId run;
    RunState state = RunState::Running;
    bool paused = false;
    bool stopping = false; // nothing new is asked; what is on its way is waited for
    RunTally tally;
    CallSums sums;              // of the run, earlier sittings included
    int inFlight = 0;           // sent and not ended
    int atOnce = 0;             // the limit
    double callsPerSecond = 0;  // lately
    std::optional<double> left; // seconds, estimated
    double seconds = 0;         // of this sitting
    std::optional<double> maxCost;
    std::vector<ErrorGroup> errors;
    std::vector<EndpointActivity> endpoints;
    std::string message; // why it ended, for a person
};

// Thread-safe; may outlive its run.
class RunControl {
  public:
    void pause(bool on);
    // Calls in flight from now on, 1 to 4096.
    void setAtOnce(int atOnce);
    [[nodiscard]] RunStatus status() const;

    // For the runner.
    [[nodiscard]] bool paused() const;
    [[nodiscard]] int atOnce(int planned) const; // as set here, else `planned`
    void publish(RunStatus status);
    // Called, under a lock, when something was set. One at a time.
    void onChange(std::function<void()> wake);

  private:
    mutable std::mutex m_mutex;
    RunStatus m_status;
    bool m_paused = false;
    int m_atOnce = 0;
    std::function<void()> m_wake;
};

} // namespace agon
