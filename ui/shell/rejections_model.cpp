#include "ui/shell/rejections_model.h"

#include "ui/widgets/format_number.h"

#include <QFileInfo>

namespace agon::ui {

RejectionsModel::RejectionsModel(const exchange::ImportReport& report, const QString& reason,
                                 QObject* parent)
    : QAbstractTableModel(parent) {
    const auto add = [&](const QString& file, qint64 line, const std::string& why) {
        const QString words = QString::fromStdString(why);
        if (reason.isEmpty() || reason == words)
            m_rows.append({file, line, words});
    };
    for (const exchange::FileReport& file : report.files) {
        const QString name = QString::fromStdU16String(file.path.filename().u16string());
        if (file.error)
            add(name, 0, file.error->text());
        for (const exchange::Rejection& rejection : file.rejections)
            add(name, rejection.line, rejection.reason);
        const auto more = file.rejected - static_cast<std::int64_t>(file.rejections.size());
        if (more > 0 && reason.isEmpty())
            m_rows.append({name, 0, tr("and %1 more rows").arg(formatCount(more))});
    }
}

int RejectionsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RejectionsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectionsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case File:
        return row.file;
    case Line:
        return row.line > 0 ? formatCount(row.line) : missing();
    default:
        return row.reason;
    }
}

QVariant RejectionsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Line:
        return tr("Line");
    default:
        return tr("Reason");
    }
}

QString RejectionsModel::asText() const {
    QStringList lines;
    for (const Row& row : m_rows)
        lines.append(
            QStringList{row.file, row.line > 0 ? QString::number(row.line) : QString(), row.reason}
                .join(u'\t'));
    return lines.join(u'\n') + u'\n';
}

} // namespace agon::ui
