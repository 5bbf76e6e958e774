// The first records of a file as a table of cut texts.
#pragma once

#include "core/exchange/preview.h"

#include <QAbstractTableModel>

namespace agon::ui {

class PreviewModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const exchange::Preview* preview); // null: nothing

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    QStringList m_columns;
    QList<QStringList> m_rows;
};

} // namespace agon::ui
