// The room jobs: work off the caller's thread, its progress, its end. No job outlives its Executor.
#pragma once

#include <deque>
#include <functional>
#include <mutex>

namespace agon {

// Where callbacks arrive. The window's posts a queued call to the GUI thread; a command line's and
// a test's run by hand. post() is thread-safe and never runs the call inside itself.
class Dispatcher {
  public:
    virtual ~Dispatcher() = default;
    virtual void post(std::function<void()> call) = 0;
};

// Keeps calls until runPending() is called, so that tests need no sleeping.
class ManualDispatcher final : public Dispatcher {
  public:
    void post(std::function<void()> call) override;
    // Runs what is queued now, on this thread, in order; returns how many ran.
    int runPending();

  private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_calls;
};

} // namespace agon
