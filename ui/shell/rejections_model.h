// Rejected rows of an import as a table: file, line, reason.
#pragma once

#include "core/exchange/import.h"

#include <QAbstractTableModel>

namespace agon::ui {

class RejectionsModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { File, Line, Reason, ColumnCount };

    // With a `reason`, only what was left out for it.
    explicit RejectionsModel(const exchange::ImportReport& report, const QString& reason = {},
                             QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    // All rows, tab-separated, one a line.
    [[nodiscard]] QString asText() const;

  private:
    struct Row {
        QString file;
        qint64 line = 0; // 0: the whole file
        QString reason;
    };
    QList<Row> m_rows;
};

} // namespace agon::ui
