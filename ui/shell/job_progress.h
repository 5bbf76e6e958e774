// How far a running job is: what it does, a bar, the rate and the time left.
#pragma once

#include "core/jobs/executor.h"

#include <QWidget>

namespace agon::ui {

class JobProgress final : public QWidget {
    Q_OBJECT

  public:
    explicit JobProgress(QWidget* parent = nullptr);

    void show(const JobInfo& job, Timestamp now);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_step;
    QString m_count;
    QString m_pace;
    double m_fraction = -1;
};

} // namespace agon::ui
