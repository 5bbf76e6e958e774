// Whether a key of some name is there on this machine; never the key itself.
#pragma once

#include "ui/bridge/arena_desk.h"
#include "ui/bridge/latest.h"

#include <QObject>
#include <QString>

#include <optional>

namespace agon::ui {

// Asks on a worker: a keychain may take its time. Lives on the GUI thread; the desk outlives it.
class KeyPresence final : public QObject {
    Q_OBJECT

  public:
    explicit KeyPresence(ArenaDesk& desk, QObject* parent = nullptr);

    // known() follows, unless another name is asked before. An empty name: nothing to look for.
    void ask(const QString& name);
    [[nodiscard]] const QString& name() const { return m_name; }
    // Nothing: not known yet, or no name.
    [[nodiscard]] std::optional<bool> isThere() const { return m_there; }

  signals:
    void known(); // name() or isThere() changed

  private:
    void look();

    ArenaDesk& m_desk;
    Latest m_asked;
    QString m_name;
    std::optional<bool> m_there;
};

} // namespace agon::ui
