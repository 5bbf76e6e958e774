// Asks a server which models it has, for somebody who typed its address.
#pragma once

#include "ui/bridge/arena_desk.h"
#include "ui/bridge/latest.h"
#include "ui/models/served_models.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace agon::ui {

// Lives on the GUI thread; the desk outlives it. The newest question wins.
class EndpointSearch final : public QObject {
    Q_OBJECT

  public:
    explicit EndpointSearch(ArenaDesk& desk, QObject* parent = nullptr);

    // Sends the key to that address and nowhere else: who calls this has been told both by the
    // person. Ends in found() or failed(), unless cancelled.
    void start(const ServedBy& server);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

  signals:
    // Names that a model can have; `left` were left out. May be empty.
    void found(const std::vector<std::string>& models, int left);
    void failed(const QString& why);

  private:
    ArenaDesk& m_desk;
    Latest m_asked;
    bool m_running = false;
};

} // namespace agon::ui
