#include "app/agonctl/interrupts.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>

namespace agon::ctl {
namespace {

sigset_t watched() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGUSR1); // our own: the program ends by itself
    return set;
}

} // namespace

Interrupts::Interrupts() {
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::thread([this] {
        const sigset_t waited = watched();
        while (true) {
            int signal = 0;
            sigwait(&waited, &signal);
            if (signal == SIGUSR1)
                return;
            if (m_stop.stop_requested())
                _exit(130);
            m_stop.request_stop();
        }
    });
}

Interrupts::~Interrupts() {
    pthread_kill(m_thread.native_handle(), SIGUSR1);
    m_thread.join();
}

} // namespace agon::ctl
