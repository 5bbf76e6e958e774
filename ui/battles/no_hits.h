// A filter without hits: what each of its parts would give alone, and how to go on.
#pragma once

#include "ui/widgets/empty_state.h"

namespace agon::ui {

class BattleQueue;

class NoHits final : public QWidget {
    Q_OBJECT

  public:
    explicit NoHits(BattleQueue& queue, QWidget* parent = nullptr);

  private:
    void showFilter();

    BattleQueue& m_queue;
    EmptyState* m_state = nullptr;
};

} // namespace agon::ui
