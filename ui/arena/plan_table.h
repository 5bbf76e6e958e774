// What a run would ask: planned, cached and to be called apart; tokens and price by model.
#pragma once

#include "core/arena/estimate.h"

#include <QTableWidget>

namespace agon::ui {

class PlanTable final : public QTableWidget {
    Q_OBJECT

  public:
    explicit PlanTable(QWidget* parent = nullptr);

    void show(const RunEstimate& estimate);
    void showNothing();

  private:
    void addRow(const QString& title, const QList<QVariant>& cells, bool heavy);
    void fit();
};

} // namespace agon::ui
