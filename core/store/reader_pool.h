// Readers with their own connections, opened when they are first needed. Private to core/store.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/reader.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace agon {
class ReadConnection;
}

namespace agon::store {

class ReaderPool {
  public:
    ReaderPool(std::filesystem::path path, Access access);
    ~ReaderPool();

    // Waits while all are lent; ends as Cancelled when stopped before that.
    Result<void> lend(const std::function<void(Reader&)>& work, const std::stop_token& stop);

  private:
    std::filesystem::path m_path;
    Access m_access;
    std::mutex m_mutex;
    std::condition_variable_any m_returned;
    std::vector<std::unique_ptr<ReadConnection>> m_free;
    int m_lent = 0;
};

} // namespace agon::store
