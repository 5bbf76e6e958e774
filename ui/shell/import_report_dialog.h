// The rows that an import rejected: file, line, reason; to be copied.
#pragma once

#include "core/exchange/import.h"

class QWidget;

namespace agon::ui {

void showImportReport(const exchange::ImportReport& report, QWidget* parent);

} // namespace agon::ui
