// Tests the endpoint of a model, saved or not: one test at a time, the last result of each model.
#pragma once

#include "core/base/clock.h"
#include "core/domain/model.h"
#include "core/llm/endpoint.h"
#include "core/llm/probe.h"
#include "ui/bridge/arena_desk.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace agon::ui {

// What is known of one test.
struct TestResult {
    Model model; // as it was tested
    ProbeReport report;
    std::optional<double> cost; // dollars of the short completion
    Timestamp started;
    double seconds = 0; // of the whole test, once it ended
    bool running = false;
    QString stopped; // why it came to no end: cancelled, or an error
};

// Lives on the GUI thread; the desk outlives it. Results are kept until the workspace is closed.
class ConnectionTest final : public QObject {
    Q_OBJECT

  public:
    explicit ConnectionTest(ArenaDesk& desk, QObject* parent = nullptr);

    // What forbids a test of this model, for a person; empty: nothing.
    [[nodiscard]] QString obstacle(const Model& model) const;
    // Origins and keys that a person has to be asked about first.
    [[nodiscard]] std::vector<TrustedOrigin> missing(const Model& model) const;
    // Only without an obstacle. A test that runs is cancelled.
    void start(const Model& model);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running.has_value(); }

    // Of the model with this id (0: of the new one); null: not tested.
    [[nodiscard]] const TestResult* result(ModelId id) const;
    void forget(ModelId id);
    // The new model got this id: its result goes with it.
    void adopt(ModelId id);

  signals:
    void changed(agon::ModelId id);

  private:
    void follow(std::uint64_t number, const ProbeReport& report);
    void end(std::uint64_t number, const Result<ProbeReport>& report);
    void clear();

    ArenaDesk& m_desk;
    std::map<std::int64_t, TestResult> m_results; // by id
    std::optional<std::int64_t> m_running;        // whose test
    std::uint64_t m_number = 0;                   // of the last test; reports of others are dropped
    TokenPrice m_price;
    JobHandle m_job;
};

} // namespace agon::ui
