// The log file: what went wrong and when, for a report. No texts of a workspace, no keys.
#pragma once

#include <QString>

namespace agon::app {

// Rotating files in the user's state folder; Qt's own warnings go there too. Without a writable
// folder the log goes to stderr. Returns the file's path, empty when there is none.
QString startLog();

} // namespace agon::app
