// A recent workspace on the start page: name, counts, a small chart of its own, when and where.
#pragma once

#include "ui/shell/recent_workspaces.h"

#include <QAbstractButton>

namespace agon::ui {

class RecentButton final : public QAbstractButton {
    Q_OBJECT

  public:
    RecentButton(const RecentWorkspace& workspace, const QDate& today, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintProgress(QPainter& painter, const QRectF& area) const;
    void paintIntervals(QPainter& painter, const QRectF& area) const;

    RecentWorkspace m_workspace;
    QString m_counts;
    QString m_when;
    QString m_where;
};

} // namespace agon::ui
