// Two bars below a plan: how many calls are cached, and what the rest costs against its limit.
#pragma once

#include "core/arena/estimate.h"

#include <QWidget>

#include <optional>

namespace agon::ui {

class PlanBars final : public QWidget {
    Q_OBJECT

  public:
    explicit PlanBars(QWidget* parent = nullptr);

    // `limit`: dollars that the run may cost.
    void showPlan(const RunEstimate& estimate, std::optional<double> limit);

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::int64_t m_cached = 0;
    std::int64_t m_calls = 0;
    std::optional<double> m_likely;
    std::optional<double> m_ceiling;
    std::optional<double> m_limit;
};

} // namespace agon::ui
