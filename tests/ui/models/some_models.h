// Models to arrange, to edit, and to put into a workspace on disk.
#pragma once

#include "core/domain/model.h"
#include "core/store/workspace.h"
#include "ui/bridge/session.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
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
    [[nodiscard]] QString path() const { return m_path; }
    // Reads behind the session's back.
    [[nodiscard]] std::vector<Model> stored() const;

  private:
    void open();

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<ui::Session> m_session;
};

} // namespace agon::test
