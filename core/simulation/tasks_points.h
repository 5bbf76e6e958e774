// Private to core/simulation: questions whose answer is a handful of points.
#pragma once

#include "core/simulation/task.h"

namespace agon::simulation {

[[nodiscard]] Task sciencePoints(Random& random);

} // namespace agon::simulation
