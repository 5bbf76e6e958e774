#include "ui/shell/preview_model.h"

#include "ui/theme/font.h"

namespace agon::ui {

void PreviewModel::setPreview(const exchange::Preview* preview) {
    beginResetModel();
    m_columns.clear();
    m_rows.clear();
    if (preview) {
        for (const std::string& column : preview->columns)
            m_columns.append(QString::fromStdString(column));
        for (const auto& record : preview->rows) {
            QStringList cells;
            for (const std::string& cell : record)
                cells.append(QString::fromStdString(cell).simplified());
            m_rows.append(cells);
        }
    }
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::FontRole)
        return proseFont(Size::Body);
    if (role == Qt::DisplayRole)
        return m_rows[index.row()].value(index.column()); // a short record has fewer
    return {};
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_columns.value(section))
                                         : QVariant(section + 1);
}

} // namespace agon::ui
