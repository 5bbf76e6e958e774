// What is said of a run and its errors: plain functions.
#pragma once

#include "core/arena/run_control.h"

#include <QString>
#include <QStringList>

namespace agon::ui {

// One line of the list of errors.
struct RunError {
    QString cause; // "Too many requests (429)"
    QString model;
    qint64 times = 0;
    QString became;       // "Resume asks again"
    QString latest;       // what was said last, for a person
    bool invalid = false; // leads to the invalid battles
};
// Calls that came to nothing, then attempts that were made again; most frequent first.
[[nodiscard]] QList<RunError> runErrors(const RunStatus& status);

// "18.2 calls a second", "about 12 min left", "3 possibly billed": what is known.
[[nodiscard]] QStringList runFacts(const RunStatus& status);
// Of 0 … 1; negative when nothing was planned.
[[nodiscard]] double shareDone(const CallCounts& counts);
// "1,288 of 9,200, 7,912 cached"
[[nodiscard]] QString countWords(const CallCounts& counts);
// "8,000 of 9,200"
[[nodiscard]] QString shortCountWords(const CallCounts& counts);
// "$31.42 of $60.00"
[[nodiscard]] QString priceWords(const RunStatus& status);

} // namespace agon::ui
