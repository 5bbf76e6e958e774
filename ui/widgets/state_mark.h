// The 16 px mark of a job, step or check. The word always stands beside it.
#pragma once

#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

class QPainter;

namespace agon::ui {

enum class Mark : std::uint8_t { Done, Running, Waiting, Paused, Stopped, Remark, Failed };

// `share` in [0, 1] is what a running ring has filled.
void paintStateMark(QPainter* painter, const QRectF& rect, Mark mark, double share,
                    const Theme& theme);
[[nodiscard]] QString markWords(Mark mark, double share);

class StateMark : public QWidget {
    Q_OBJECT
  public:
    explicit StateMark(Mark mark = Mark::Waiting, QWidget* parent = nullptr);

    void setMark(Mark mark, double share = 0.0);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Mark m_mark;
    double m_share = 0.0;
};

} // namespace agon::ui
