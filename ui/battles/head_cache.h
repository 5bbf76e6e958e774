// The first words of instructions, fetched by pages of ids when a list shows them.
#pragma once

#include "core/base/ids.h"
#include "ui/bridge/latest.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace agon::ui {

// Keeps the some thousand used last. GUI thread.
class HeadCache final : public QObject {
    Q_OBJECT

  public:
    explicit HeadCache(Session& session, QObject* parent = nullptr);

    // The one line of a battle's instruction; nullopt when it is not here yet.
    [[nodiscard]] std::optional<QString> find(BattleId battle) const;
    // Fetches these soon. What was asked for in one turn of the event loop goes as one question,
    // and a newer one overtakes one that is still running.
    void want(const std::vector<BattleId>& battles);
    void clear();

  signals:
    void arrived(const std::vector<agon::BattleId>& battles);

  private:
    void ask();

    Session& m_session;
    mutable QCache<qint64, QString> m_heads;
    std::vector<BattleId> m_wanted;
    QSet<qint64> m_pending; // wanted or being read
    bool m_scheduled = false;
    Latest m_latest;
};

} // namespace agon::ui
