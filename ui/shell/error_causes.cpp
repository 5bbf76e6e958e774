#include "ui/shell/error_causes.h"

#include "ui/theme/icon.h"
#include "ui/widgets/format_number.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace agon::ui {

namespace {

QString becameWords(ErrorCause::Became became) {
    switch (became) {
    case ErrorCause::Became::LeftOut:
        return ErrorCausesModel::tr("rows left out");
    case ErrorCause::Became::FileLeftOut:
        return ErrorCausesModel::tr("file left out");
    case ErrorCause::Became::KeptInvalid:
        break;
    }
    return ErrorCausesModel::tr("kept, invalid");
}

// There may be as many reasons as rows.
class Counter {
  public:
    void count(const ErrorCause& one) {
        const auto key = std::pair(static_cast<int>(one.became), one.cause);
        const auto known = m_places.constFind(key);
        if (known != m_places.cend()) {
            m_causes[*known].times += one.times;
            return;
        }
        m_places.insert(key, m_causes.size());
        m_causes.append(one);
    }

    [[nodiscard]] QList<ErrorCause> take() { return std::move(m_causes); }

  private:
    QList<ErrorCause> m_causes;
    QHash<std::pair<int, QString>, qsizetype> m_places;
};

} // namespace

QList<ErrorCause> causesOf(const exchange::ImportReport& report) {
    Counter counter;
    for (const exchange::FileReport& file : report.files) {
        const QString name = QString::fromStdU16String(file.path.filename().u16string());
        if (file.error) {
            const QString reason = QString::fromStdString(file.error->text());
            counter.count({reason, reason, name, 1, ErrorCause::Became::FileLeftOut});
        }
        for (const exchange::Rejection& rejection : file.rejections) {
            const QString reason = QString::fromStdString(rejection.reason);
            counter.count(
                {reason, reason,
                 ErrorCausesModel::tr("%1, line %2").arg(name, formatCount(rejection.line)), 1,
                 ErrorCause::Became::LeftOut});
        }
        if (const auto more = file.rejected - static_cast<qint64>(file.rejections.size()); more > 0)
            counter.count(
                {ErrorCausesModel::tr("Further rows; only the first %1 of a file are told")
                     .arg(formatCount(static_cast<qint64>(exchange::maxRejections))),
                 {},
                 name,
                 more,
                 ErrorCause::Became::LeftOut});
        if (file.invalid > 0)
            counter.count({ErrorCausesModel::tr("The judgment in the row failed"),
                           {},
                           name,
                           file.invalid,
                           ErrorCause::Became::KeptInvalid});
    }
    QList<ErrorCause> out = counter.take();
    std::stable_sort(out.begin(), out.end(), [](const ErrorCause& one, const ErrorCause& other) {
        return one.times > other.times;
    });
    return out;
}

void ErrorCausesModel::setCauses(const QList<ErrorCause>& causes) {
    beginResetModel();
    m_causes = causes;
    endResetModel();
}

int ErrorCausesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_causes.size());
}

int ErrorCausesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ErrorCausesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ErrorCause& cause = m_causes[index.row()];
    if (role == Qt::ToolTipRole)
        return tr("%1 First in %2. Enter or a double click opens them.")
            .arg(cause.cause + u'.', cause.where);
    if (role == Qt::DecorationRole && index.column() == Cause)
        return cause.became == ErrorCause::Became::LeftOut
                   ? icon(Icon::Remark, Colour::WarningText)
                   : icon(Icon::Invalid, cause.became == ErrorCause::Became::FileLeftOut
                                             ? Colour::DangerText
                                             : Colour::Dim);
    if (role == Qt::TextAlignmentRole && index.column() == Times)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Cause:
        return cause.cause;
    case Times:
        return formatCount(cause.times);
    default:
        return becameWords(cause.became);
    }
}

QVariant ErrorCausesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Times)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Cause:
        return tr("Errors, by cause");
    case Times:
        return tr("Times");
    default:
        return tr("What became of them");
    }
}

} // namespace agon::ui
