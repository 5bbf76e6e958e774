// The rows that an import rejected: file, line, reason; to be copied.
#pragma once

#include "core/exchange/import.h"

class QWidget;

namespace agon::ui {

// With a `reason`, only what was left out for it.
void showImportReport(const exchange::ImportReport& report, const QString& reason, QWidget* parent);

} // namespace agon::ui
