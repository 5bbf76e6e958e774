// What calls models on the open workspace: profiles, keys, permissions and the service, for every
// panel that asks a model.
#pragma once

#include "core/arena/services.h"
#include "ui/bridge/session.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace agon::ui {

// Lives on the GUI thread; the session outlives it. The services are opened on a worker when the
// session opens, and let go when it closes. A copy of them may be kept for a job that runs.
class ArenaDesk final : public QObject {
    Q_OBJECT

  public:
    // `folder`: personFolder(), or another one in tests.
    ArenaDesk(Session& session, std::shared_ptr<const SecretSource> secrets,
              std::filesystem::path folder, QObject* parent = nullptr);
    ~ArenaDesk() override;

    [[nodiscard]] Session& session() const { return m_session; }
    // Null until ready(), and after changed() without it.
    [[nodiscard]] const ArenaServices* services() const { return m_services.get(); }
    // Why there are none; empty while they are opened.
    [[nodiscard]] const QString& problem() const { return m_problem; }

    // Of the person: profiles, prompt styles, permissions.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    // The styles as they are now, read by who has changed them; only while services().
    void takeStyles(PromptStyles styles);

    // Writes down that a person said yes to all of these; only while services(). Errors: of the
    // file of permissions. `finished` is dropped when the receiver is gone or the workspace closed.
    void allow(std::vector<TrustedOrigin> origins, QObject* receiver,
               std::function<void(Result<void>)> finished);

  signals:
    void ready();   // services() are there
    void changed(); // they came or went; after ready()
    void stylesChanged();
    void failed(const QString& message);

  private:
    void open();
    void drop();

    Session& m_session;
    std::shared_ptr<const SecretSource> m_secrets;
    std::filesystem::path m_folder;
    std::shared_ptr<ArenaServices> m_services;
    QString m_problem;
};

} // namespace agon::ui
