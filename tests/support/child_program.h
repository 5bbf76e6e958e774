// Starts a program, waits for it or kills it. By posix_spawn: a fork of a program with threads is
// more than ThreadSanitizer can follow.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

extern char** environ;

class ChildProgram {
  public:
    // stdout and stderr go into the file; variables are added to the present environment.
    ChildProgram(const std::string& program, const std::vector<std::string>& arguments,
                 const std::string& outputFile,
                 const std::map<std::string, std::string>& variables = {}) {
        std::vector<std::string> words{program};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (std::string& word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        std::vector<std::string> settings;
        for (char** at = environ; *at != nullptr; ++at)
            settings.emplace_back(*at);
        for (const auto& [name, value] : variables)
            settings.insert(settings.begin(), name + "=" + value);
        std::vector<char*> envp;
        for (std::string& setting : settings)
            envp.push_back(setting.data());
        envp.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 1, outputFile.c_str(),
                                         O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_adddup2(&actions, 1, 2);
        if (posix_spawn(&m_pid, program.c_str(), &actions, nullptr, argv.data(), envp.data()) != 0)
            std::abort();
        posix_spawn_file_actions_destroy(&actions);
    }
    ~ChildProgram() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
    }
    ChildProgram(const ChildProgram&) = delete;
    ChildProgram& operator=(const ChildProgram&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    void signal(int number) const { ::kill(m_pid, number); }
    // Whether it has ended by now.
    bool ended() {
        if (m_pid > 0 && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid)
            m_pid = -1;
        return m_pid <= 0;
    }
    // The exit code; minus the signal that ended it.
    int wait() {
        if (m_pid > 0)
            ::waitpid(m_pid, &m_status, 0);
        m_pid = -1;
        return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -WTERMSIG(m_status);
    }

  private:
    pid_t m_pid = -1;
    int m_status = 0;
};
