// A workspace in a folder that goes with the test.
#pragma once

#include "core/store/workspace.h"
#include "tests/support/result_check.h"

#include <QTemporaryDir>

#include <memory>
#include <string>

class TemporaryWorkspace {
  public:
    TemporaryWorkspace() { m_workspace = valueOf(agon::Workspace::create(path())); }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] std::filesystem::path path() const { return folder() / "test.agon"; }
    [[nodiscard]] agon::Workspace& operator*() { return *m_workspace; }
    [[nodiscard]] agon::Workspace* operator->() { return m_workspace.get(); }
    [[nodiscard]] std::shared_ptr<agon::Workspace> shared() const { return m_workspace; }
    void close() { m_workspace.reset(); }
    void reopen() {
        m_workspace.reset();
        m_workspace = valueOf(agon::Workspace::open(path()));
    }

  private:
    QTemporaryDir m_folder;
    std::shared_ptr<agon::Workspace> m_workspace;
};
