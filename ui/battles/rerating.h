// What the last vote did to the ratings: plain values behind the rationale's last line.
#pragma once

#include "ui/bridge/session.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>

namespace agon::ui {

// Lives on the GUI thread and computes nothing: it is told the ratings whenever they were computed
// anew, and keeps those from before the last votes.
class Rerating final : public QObject {
    Q_OBJECT

  public:
    explicit Rerating(Session& session, QObject* parent = nullptr);

    // Of all models that have one, by name.
    void setRatings(const QHash<QString, double>& ratings);
    // The next ratings are of other battles, or made otherwise: no vote's doing.
    void forget();

    struct Move {
        std::optional<double> before; // none: no finite rating
        std::optional<double> after;
    };
    // When votes were last rated in. Not known: nothing was voted since the battles, their policy
    // or the choice of method were last changed.
    [[nodiscard]] Timestamp at() const { return m_at; }
    [[nodiscard]] Move moveOf(const QString& model) const;
    // The battle that was voted on last; 0: none.
    [[nodiscard]] BattleId battle() const { return m_battle; }

  signals:
    void changed();

  private:
    void follow(const std::vector<BattleId>& battles);

    Session& m_session;
    QHash<QString, double> m_before;
    QHash<QString, double> m_now;
    Timestamp m_at;
    BattleId m_battle;
    bool m_touched = false; // votes or flags changed since the last ratings
    bool m_voted = false;   // among them a battle that people have voted on
};

} // namespace agon::ui
