// A small arena whose judge, and one fighter, are a server on loopback; opened in a session, with
// the services that ask them. The person's folder goes with the test.
#pragma once

#include "core/base/clock.h"
#include "core/jobs/executor.h"
#include "tests/support/small_arena.h"
#include "ui/bridge/arena_desk.h"
#include "ui/bridge/session.h"

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace agon::test {

class ArenaFixture {
  public:
    // `url`: of the server. "alpha" and "beta" have answers to all instructions, "caller" is asked;
    // "judge" has judged alpha against beta on each.
    explicit ArenaFixture(const std::string& url, int instructions = 2);
    ~ArenaFixture();

    // Opens and waits for the table and the services.
    void open();
    // Says yes to the server for good.
    void allow();
    [[nodiscard]] std::filesystem::path person() const;

  private:
    QTemporaryDir m_folder; // before what keeps files in it

  public:
    SmallArena arena;
    ModelId caller;
    Executor executor;
    ui::Session session;
    ui::ArenaDesk desk;
};

// The buttons of a message box, pressed by their words. False: there is no such box.
bool pressInBox(QWidget& window, const QString& words);

} // namespace agon::test
