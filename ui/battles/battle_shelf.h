// Battles read whole and ready to be shown: the open one and those that come next.
#pragma once

#include "core/domain/battle.h"
#include "ui/battles/battle_words.h"
#include "ui/bridge/latest.h"
#include "ui/text/shown_text.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace agon::ui {

// A battle and its answers as documents of the GUI thread; a document can be taken once.
struct PreparedBattle {
    Battle battle;
    std::optional<ShownText> answerA;
    std::optional<ShownText> answerB;
};

// Reads and parses on workers, at most a few battles at once. GUI thread.
class BattleShelf final : public QObject {
    Q_OBJECT

  public:
    explicit BattleShelf(Session& session, QObject* parent = nullptr);

    // How answers will look; documents prepared otherwise are thrown away.
    void setTextStyle(const TextStyle& style);

    // Keeps these, the most urgent first, and reads what is not here; all others are given up, what
    // is being read for them too.
    void keep(const std::vector<BattleId>& battles);
    // Null while it is being read.
    [[nodiscard]] std::shared_ptr<PreparedBattle> find(BattleId battle) const;
    // Reads these again if they are kept: votes or flags changed. find() gives the old ones until
    // then.
    void refresh(const std::vector<BattleId>& battles);
    void clear();

  signals:
    void arrived(agon::BattleId battle);
    void failed(agon::BattleId battle, const QString& message);

  private:
    struct Place {
        std::shared_ptr<PreparedBattle> prepared;
        Latest latest;
    };
    void read(BattleId battle, Place& place);

    Session& m_session;
    TextStyle m_style;
    std::map<BattleId, Place> m_places;
};

} // namespace agon::ui
