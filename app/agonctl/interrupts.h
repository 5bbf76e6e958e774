// SIGINT and SIGTERM as a stop token. What was committed stays; a second signal ends at once.
#pragma once

#include <stop_token>
#include <thread>

namespace agon::ctl {

// Make one before any other thread, so that all of them leave the signals to it.
class Interrupts {
  public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

  private:
    std::stop_source m_stop;
    std::thread m_thread;
};

} // namespace agon::ctl
