#include "ui/shell/import_files_model.h"

#include "ui/shell/mapping_form.h"
#include "ui/theme/icon.h"
#include "ui/widgets/format_number.h"

#include <QFileInfo>
#include <QLocale>

namespace agon::ui {

namespace {

// A plain table that can be read once its columns are named.
bool needsColumns(const exchange::Preview& preview) {
    return preview.wantsMapping && !preview.missing.empty();
}

// Core's messages begin small, to go on after a name; here they stand alone. A path stays as it is.
QString sentence(QString message) {
    if (!message.isEmpty())
        message[0] = message[0].toUpper();
    return message.endsWith(u'.') ? message : message + u'.';
}

} // namespace

QStringList ImportFilesModel::add(const QStringList& paths) {
    QStringList fresh;
    for (const QString& given : paths) {
        const QString path = QFileInfo(given).absoluteFilePath();
        const bool known = std::any_of(m_entries.cbegin(), m_entries.cend(),
                                       [&](const Entry& entry) { return entry.path == path; });
        if (!known && !fresh.contains(path))
            fresh.append(path);
    }
    if (fresh.isEmpty())
        return fresh;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    for (const QString& path : fresh)
        m_entries.append({path, {}, {}});
    endInsertRows();
    return fresh;
}

void ImportFilesModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

void ImportFilesModel::setPreview(const QString& path, Result<exchange::Preview> preview) {
    for (int row = 0; row < rowCount(); ++row) {
        Entry& entry = m_entries[row];
        if (entry.path != path)
            continue;
        entry.error.clear();
        entry.preview.reset();
        if (preview)
            entry.preview = std::move(*preview);
        else
            entry.error = QString::fromStdString(preview.error().text());
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
}

bool ImportFilesModel::isReady(const Entry& entry) {
    return entry.preview && entry.preview->format && entry.preview->missing.empty();
}

bool ImportFilesModel::isUnreadable(const Entry& entry) {
    return !entry.error.isEmpty() ||
           (entry.preview && !entry.preview->format && !needsColumns(*entry.preview));
}

int ImportFilesModel::ready() const {
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), isReady));
}

QString ImportFilesModel::remark(const Entry& entry) {
    if (!entry.error.isEmpty())
        return sentence(entry.error);
    if (!entry.preview)
        return {};
    const exchange::Preview& preview = *entry.preview;
    if (needsColumns(preview)) {
        QStringList names;
        for (const exchange::Field field : preview.missing)
            names.append(fieldTitle(field));
        return tr("Say below which columns hold: %1.").arg(names.join(u", "));
    }
    if (!preview.problem.empty())
        return sentence(QString::fromStdString(preview.problem));
    if (preview.damaged > 0)
        return tr("%1 of the first %2 records cannot be read; they will be reported.")
            .arg(formatCount(preview.damaged), formatCount(preview.sampled));
    return {};
}

int ImportFilesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ImportFilesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportFilesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[index.row()];
    if (role == Qt::ToolTipRole)
        return index.column() == File ? entry.path : remark(entry);
    if (role == Qt::DecorationRole && index.column() == RecognisedAs) {
        if (isUnreadable(entry))
            return icon(Icon::Invalid, Colour::DangerText);
        if (entry.preview && !remark(entry).isEmpty())
            return icon(Icon::Remark, Colour::WarningText);
        return entry.preview ? icon(Icon::Check, Colour::GoodText) : QVariant();
    }
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case File:
        return QFileInfo(entry.path).fileName();
    case RecognisedAs:
        if (!entry.error.isEmpty())
            return tr("Cannot be read");
        if (!entry.preview)
            return tr("Looking");
        if (needsColumns(*entry.preview))
            return tr("A table; name its columns");
        if (!entry.preview->format)
            return tr("Not recognised");
        return QString::fromUtf8(exchange::formatTitle(*entry.preview->format).data(),
                                 qsizetype(exchange::formatTitle(*entry.preview->format).size()));
    default:
        return entry.preview ? QLocale().formattedDataSize(entry.preview->bytes) : missing();
    }
}

QVariant ImportFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case RecognisedAs:
        return tr("Recognised as");
    default:
        return tr("Size");
    }
}

} // namespace agon::ui
