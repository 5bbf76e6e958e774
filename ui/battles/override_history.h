// Who decided what and when: the events of one battle, the newest on top.
#pragma once

#include "core/domain/battle.h"

#include <QDateTime>
#include <QWidget>

namespace agon::ui {

// One event as it is told.
struct HistoryEntry {
    QString who;
    QString when;
    QString what; // "undone", "cleared", "a comment"; empty for a vote
    QString note;
    Verdict verdict = Verdict::None;
    bool counts = false; // the latest of its annotator
    bool undone = false; // a later event takes it back
    bool blind = false;
};

// Events that only take back another are told with that one. Newest first.
[[nodiscard]] std::vector<HistoryEntry> historyOf(const Battle& battle, const QDateTime& now);

class OverrideHistory final : public QWidget {
    Q_OBJECT

  public:
    OverrideHistory(const Battle& battle, Verdict judge, QWidget* parent = nullptr);
};

} // namespace agon::ui
