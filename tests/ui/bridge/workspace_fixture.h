// A small true workspace for tests of the window: four models, one judge, a few battles.
#pragma once

#include "core/base/clock.h"
#include "core/store/workspace.h"

#include <QString>

#include <memory>

namespace agon::test {

// Writes `battles` battles of model-1 … model-4, judged by "judge" (A wins the even ones), and
// closes the file. Fails the test run when it cannot.
void makeWorkspace(const QString& path, int battles);

// Adds one more judged battle to an open workspace.
Result<void> addBattle(Workspace& workspace, int number);

} // namespace agon::test
