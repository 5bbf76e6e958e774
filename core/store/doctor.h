// What `agonctl doctor` and the application look at. Private to core/store.
#pragma once

#include "core/jobs/progress.h"
#include "core/store/connection.h"
#include "core/store/reader.h"

#include <vector>

namespace agon::store {

Result<std::vector<Check>> examine(Connection& connection, const ProgressSink& progress);

} // namespace agon::store
