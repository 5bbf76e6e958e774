// The queue beside the viewer: reviewed in this sitting on top, then what is next.
#pragma once

#include "core/base/ids.h"

#include <QWidget>

namespace agon::ui {

class BattleList;
class BattleQueue;
class BattleReview;
class GroupHeader;

class QueueView final : public QWidget {
    Q_OBJECT

  public:
    QueueView(BattleQueue& queue, BattleReview& review, QWidget* parent = nullptr);

    [[nodiscard]] BattleList* next() const { return m_next; }
    [[nodiscard]] BattleList* reviewed() const { return m_reviewed; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  private:
    void showCounts();
    void showOpen(BattleId battle);

    BattleQueue& m_queue;
    GroupHeader* m_reviewedHeader;
    BattleList* m_reviewed;
    GroupHeader* m_nextHeader;
    BattleList* m_next;
    QWidget* m_filler; // below a folded group
};

} // namespace agon::ui
