// Who shall judge this battle again, and asked in which style.
#pragma once

#include "core/arena/rejudge.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/latest.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace agon::ui {

class NoticeBar;

class JudgeAgainDialog final : public QDialog {
    Q_OBJECT

  public:
    // `judge`: proposed, if it can be called. The desk outlives it.
    JudgeAgainDialog(ArenaDesk& desk, BattleId battle, ModelId judge, QWidget* parent);

    [[nodiscard]] RejudgeRequest request() const;

  signals:
    void confirmed(const agon::RejudgeRequest& request);

  private:
    void fill(const std::vector<Model>& models, ModelId proposed);

    ArenaDesk& m_desk;
    BattleId m_battle;
    Latest m_loading;
    QComboBox* m_judge;
    QComboBox* m_style;
    NoticeBar* m_notice;
    QPushButton* m_ask = nullptr;
};

} // namespace agon::ui
