// The service on a port of loopback.
#pragma once

#include <memory>

namespace fake {

class Service;

class Server {
  public:
    // Port 0: any free one. Ends the program with a message when it cannot listen.
    Server(Service& service, int port);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] int port() const;
    struct State;

  private:
    std::unique_ptr<State> m_state;
};

} // namespace fake
