// agon_fake_llm: a server of models on loopback, for tests and benches. OPTIONS.md.
#include "tests/support/fake_llm/server.h"
#include "tests/support/fake_llm/service.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <iostream>

namespace {

void waitForTheEnd(int signals, bool untilStdinEnds) {
    std::array<pollfd, 2> watched{
        {{signals, POLLIN, 0}, {untilStdinEnds ? STDIN_FILENO : -1, POLLIN, 0}}};
    while (true) {
        ::poll(watched.data(), watched.size(), -1);
        if (watched[0].revents != 0)
            return;
        char byte = 0;
        if (watched[1].revents != 0 && ::read(STDIN_FILENO, &byte, 1) <= 0)
            return;
    }
}

} // namespace

int main(int count, char** words) {
    const fake::Options options = fake::readOptions(count, words);
    // Before any thread is there, so that all of them leave these signals alone.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigprocmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    const int signals = ::signalfd(-1, &ends, 0);

    fake::Service service(options);
    {
        const fake::Server server(service, options.port);
        std::cout << "port " << server.port() << std::endl;
        waitForTheEnd(signals, options.untilStdinEnds);
    }
    if (!options.statsFile.empty())
        std::ofstream(options.statsFile) << service.statsJson() << '\n';
    return 0;
}
