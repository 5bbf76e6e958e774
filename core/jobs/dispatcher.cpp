#include "core/jobs/dispatcher.h"

#include <utility>

namespace agon {

void ManualDispatcher::post(std::function<void()> call) {
    const std::scoped_lock lock(m_mutex);
    m_calls.push_back(std::move(call));
}

int ManualDispatcher::runPending() {
    std::deque<std::function<void()>> calls;
    {
        const std::scoped_lock lock(m_mutex);
        calls.swap(m_calls);
    }
    for (auto& call : calls)
        call();
    return static_cast<int>(calls.size());
}

} // namespace agon
