// What an import left out, grouped by cause.
#pragma once

#include "core/exchange/import.h"

#include <QAbstractTableModel>
#include <QList>

namespace agon::ui {

struct ErrorCause {
    enum class Became { LeftOut, FileLeftOut, KeptInvalid };
    QString cause;
    QString reason; // as the report gives it; empty: not one reason that could be looked up
    QString where;  // the first: "battles.jsonl, line 204"
    qint64 times = 0;
    Became became = Became::LeftOut;
};

// Most frequent first.
[[nodiscard]] QList<ErrorCause> causesOf(const exchange::ImportReport& report);

class ErrorCausesModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Cause, Times, Became, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCauses(const QList<ErrorCause>& causes);
    [[nodiscard]] const QList<ErrorCause>& causes() const { return m_causes; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    QList<ErrorCause> m_causes;
};

} // namespace agon::ui
