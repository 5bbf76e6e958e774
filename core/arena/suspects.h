// Answers that look as if they were meant for the judge.
#pragma once

#include "core/base/result.h"
#include "core/store/workspace.h"

#include <cstdint>

namespace agon {

// Marks the answers of every model that says the same to nearly every instruction
// (core/judge/suspicion.h), and their battles. Returns how many answers are newly marked.
Result<std::int64_t> markSuspects(Workspace& workspace);

} // namespace agon
