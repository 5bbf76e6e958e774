#include "tests/support/fake_llm.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern char** environ;

namespace {

[[noreturn]] void give(const char* what) {
    std::fprintf(stderr, "the fake server of models: %s\n", what);
    std::abort();
}

std::string temporaryFile(const std::string& bytes) {
    std::string path = "/tmp/agon-fake-script-XXXXXX";
    const int file = ::mkstemp(path.data());
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        give("cannot write its script");
    ::close(file);
    return path;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words)
        out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

// "port 43211\n"
int readPort(int from) {
    std::string line;
    char byte = 0;
    while (::read(from, &byte, 1) == 1 && byte != '\n')
        line += byte;
    if (!line.starts_with("port "))
        give("it did not start");
    return std::atoi(line.c_str() + 5);
}

std::map<std::string, std::int64_t> counts(const nlohmann::json& object) {
    return object.get<std::map<std::string, std::int64_t>>();
}

} // namespace

FakeLlm::FakeLlm(const std::vector<std::string>& options, const std::string& script,
                 const std::map<std::string, std::string>& environment) {
    std::vector<std::string> words{AGON_FAKE_LLM, "--stdin"};
    words.insert(words.end(), options.begin(), options.end());
    if (!script.empty()) {
        m_scriptFile = temporaryFile(script);
        words.insert(words.end(), {"--script", m_scriptFile});
    }
    std::vector<std::string> variables;
    for (char** variable = environ; *variable; ++variable)
        variables.emplace_back(*variable);
    for (const auto& [name, value] : environment)
        variables.push_back(name + "=" + value);

    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        give("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    if (::posix_spawn(&m_pid, AGON_FAKE_LLM, &actions, nullptr, pointers(words).data(),
                      pointers(variables).data()) != 0)
        give("cannot be started");
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    m_port = readPort(m_out);
}

FakeLlm::~FakeLlm() {
    stop();
    if (!m_scriptFile.empty())
        ::unlink(m_scriptFile.c_str());
}

std::string FakeLlm::origin() const {
    return "http://127.0.0.1:" + std::to_string(m_port);
}

void FakeLlm::stop() {
    if (m_pid < 0)
        return;
    ::close(m_in);
    ::close(m_out);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        give("it ended badly");
}

FakeLlm::Stats FakeLlm::stats() const {
    const auto json = nlohmann::json::parse(ask("GET", "/control/stats"), nullptr, false);
    if (!json.is_object())
        give("it tells no counts");
    Stats out;
    out.requests = json.value("requests", std::int64_t{0});
    out.answered = json.value("answered", std::int64_t{0});
    out.faults = json.value("faults", std::int64_t{0});
    out.distinct = json.value("distinct", std::int64_t{0});
    out.duplicates = json.value("duplicates", std::int64_t{0});
    out.batchLines = json.value("batch_lines", std::int64_t{0});
    out.mostInFlight = json.value("most_in_flight", std::int64_t{0});
    out.models = counts(json.at("models"));
    out.paths = counts(json.at("paths"));
    return out;
}

void FakeLlm::reset() {
    (void)ask("POST", "/control/reset");
}

std::string FakeLlm::ask(const std::string& method, const std::string& path) const {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(m_port));
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        give("cannot be reached");
    const std::string request = method + " " + path +
                                " HTTP/1.1\r\nHost: fake\r\nContent-Length: 0\r\n"
                                "Connection: close\r\n\r\n";
    std::string answer;
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) ==
        static_cast<ssize_t>(request.size())) {
        std::array<char, 4096> room{};
        for (ssize_t some = 0; (some = ::recv(socket, room.data(), room.size(), 0)) > 0;)
            answer.append(room.data(), static_cast<std::size_t>(some));
    }
    ::close(socket);
    const std::size_t body = answer.find("\r\n\r\n");
    return body == std::string::npos ? std::string() : answer.substr(body + 4);
}
