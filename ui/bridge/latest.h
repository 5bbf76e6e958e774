// Newest wins: a view that asks again before it was answered gets only the last answer.
#pragma once

#include "ui/bridge/session.h"

namespace agon::ui {

// One of these for each thing a view shows (the battle, the head texts, the ratings).
class Latest {
  public:
    Latest() = default;
    Latest(const Latest&) = delete;
    Latest& operator=(const Latest&) = delete;
    ~Latest() { cancel(); }

    // Cancels the request before, if it still runs, and drops its answer.
    template <class T>
    void run(Session& session, JobSpec spec,
             std::function<Result<T>(Workspace&, const JobContext&)> work, QObject* receiver,
             std::function<void(Result<T>)> finished) {
        cancel();
        m_handle = session.run<T>(std::move(spec), std::move(work), receiver,
                                  [token = *m_token, current = m_token,
                                   finished = std::move(finished)](Result<T> result) {
                                      if (*current == token)
                                          finished(std::move(result));
                                  });
    }

    template <class T>
    void read(Session& session, std::function<Result<T>(Reader&)> question, QObject* receiver,
              std::function<void(Result<T>)> finished) {
        run<T>(
            session, JobSpec{{}, false},
            [question = std::move(question)](Workspace& workspace, const JobContext& context) {
                return workspace.read<T>(question, context.stop);
            },
            receiver, std::move(finished));
    }

    void cancel() {
        ++*m_token;
        m_handle.cancel();
    }

  private:
    std::shared_ptr<std::uint64_t> m_token = std::make_shared<std::uint64_t>(0); // GUI thread only
    JobHandle m_handle;
};

} // namespace agon::ui
