// Models to arrange, to edit, and to put into a workspace on disk.
#pragma once

#include "core/domain/model.h"
#include "core/store/workspace.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/session.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace agon::test {

[[nodiscard]] Model model(std::int64_t id, const std::string& name,
                          ModelKind kind = ModelKind::Recorded, std::uint8_t roles = 0,
                          std::int64_t parent = 0);
[[nodiscard]] Model checkpoint(std::int64_t id, const std::string& name, std::int64_t parent,
                               StageKind stage, int iteration);
[[nodiscard]] constexpr std::uint8_t bits(Role role) {
    return static_cast<std::uint8_t>(role);
}
// A base with two iterations, two judges, a simulated fighter, three rivals; ids out of order.
[[nodiscard]] std::vector<Model> someModels();

// Keys of one test; none of the machine's.
class FewSecrets final : public SecretSource {
  public:
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const override;
    void set(const std::string& name, const std::string& key);

  private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::string, std::less<>> m_keys;
};

// A session over a workspace file of its own.
class OpenSession {
  public:
    // Writes `models` (their ids are given anew, parents must come first) and opens the file.
    explicit OpenSession(const std::vector<Model>& models);
    // Opens a file that is there.
    explicit OpenSession(const QString& path);

    [[nodiscard]] ui::Session& operator*() { return *m_session; }
    [[nodiscard]] ui::Session* operator->() { return m_session.get(); }
    [[nodiscard]] Executor& executor() { return *m_executor; }
    // Its permissions and profiles are in the folder, and so are keys that setKey() gave.
    [[nodiscard]] ui::ArenaDesk& arena() { return *m_arena; }
    void setKey(const std::string& name, const std::string& key);
    [[nodiscard]] QString path() const { return m_path; }
    // Reads behind the session's back.
    [[nodiscard]] std::vector<Model> stored() const;

  private:
    void open();

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<ui::Session> m_session;
    std::shared_ptr<FewSecrets> m_secrets;
    std::unique_ptr<ui::ArenaDesk> m_arena;
};

} // namespace agon::test
