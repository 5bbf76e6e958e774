#include "ui/ratings/leaderboard_model.h"

#include "core/rating/overview.h"
#include "ui/ratings/ratings_presenter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"

#include <QtGui/QBrush>

#include <cmath>

namespace agon::ui {

using namespace Qt::StringLiterals;
using rating::RatedModel;
using rating::Status;

namespace {

bool isAnchor(const rating::Overview& overview, const RatedModel& model) {
    const auto& anchor = overview.report.request.anchor;
    return anchor && anchor->model == model.name;
}

QVariant orNothing(std::optional<double> value) {
    return value ? QVariant(*value) : QVariant();
}

} // namespace

QString statusWords(const RatedModel& model) {
    switch (model.status) {
    case Status::Ok:
        return {};
    case Status::UnboundedAbove:
        return LeaderboardModel::tr("never lost");
    case Status::UnboundedBelow:
        return LeaderboardModel::tr("never won");
    case Status::Disconnected:
        return LeaderboardModel::tr("not connected");
    }
    return {};
}

QString intervalWords(const RatedModel& model, bool anchor) {
    if (model.status != Status::Ok)
        return statusWords(model);
    if (anchor)
        return LeaderboardModel::tr("fixed");
    if (!model.rating || !model.lower || !model.upper)
        return missing();
    const auto side = [&](double bound) {
        if (std::isinf(bound))
            return bound > 0 ? u"+∞"_s : u"−∞"_s;
        return formatSigned(bound - *model.rating, 0);
    };
    return side(*model.lower) + u' ' + side(*model.upper);
}

LeaderboardModel::LeaderboardModel(RatingsPresenter& presenter, QObject* parent)
    : QAbstractTableModel(parent)
    , m_presenter(presenter)
    , m_overview(presenter.overview()) {
    connect(&presenter, &RatingsPresenter::overviewChanged, this, &LeaderboardModel::follow);
    connect(&presenter, &RatingsPresenter::pinsChanged, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

// The same models in another order are moved rather than reset, so that selection and scroll stay.
void LeaderboardModel::follow() {
    const auto next = m_presenter.overview();
    const std::size_t rows = next ? next->models().size() : 0;
    if (static_cast<int>(rows) != rowCount()) {
        beginResetModel();
        m_overview = next;
        endResetModel();
        return;
    }
    emit layoutAboutToBeChanged();
    QStringList names;
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex& kept : before)
        names.push_back(nameAt(kept.row()));
    m_overview = next;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOf(names[i]);
        after.push_back(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

int LeaderboardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_overview ? 0 : static_cast<int>(m_overview->models().size());
}

int LeaderboardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const RatedModel& LeaderboardModel::at(int row) const {
    return m_overview->models()[static_cast<std::size_t>(row)];
}

QString LeaderboardModel::nameAt(int row) const {
    return row >= 0 && row < rowCount() ? QString::fromStdString(at(row).name) : QString();
}

int LeaderboardModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row)
        if (nameAt(row) == name)
            return row;
    return -1;
}

QVariant LeaderboardModel::display(const RatedModel& model, Column column) const {
    switch (column) {
    case Rank:
        return model.rank ? QVariant(*model.rank) : QVariant();
    case Name:
        return QString::fromStdString(model.name);
    case Rating:
        return model.rating ? QVariant(formatRating(*model.rating)) : QVariant();
    case Interval:
        return intervalWords(model, isAnchor(*m_overview, model));
    case Battles:
        return QVariant::fromValue<qint64>(model.battles);
    case Won: {
        if (model.battles == 0)
            return {};
        const double points = static_cast<double>(model.wins) + static_cast<double>(model.ties) / 2;
        return formatPercent(points / static_cast<double>(model.battles), 0);
    }
    case Flips: {
        const auto facts = m_overview->facts.find(model.name);
        return facts == m_overview->facts.end() ? QVariant() : orNothing(facts->second.flipRate);
    }
    case Characters: {
        const auto facts = m_overview->facts.find(model.name);
        return facts == m_overview->facts.end() ? QVariant() : orNothing(facts->second.characters);
    }
    case Change:
        return orNothing(m_presenter.change(model));
    case ColumnCount:
        break;
    }
    return {};
}

QString LeaderboardModel::tooltip(const RatedModel& model, Column column) const {
    switch (column) {
    case Name:
        return QString::fromStdString(model.name);
    case Rating:
    case Interval:
        if (model.status == Status::UnboundedAbove)
            return tr("It never lost to those it is compared with, so no finite rating exists.");
        if (model.status == Status::UnboundedBelow)
            return tr(
                "It never won against those it is compared with, so no finite rating exists.");
        if (model.status == Status::Disconnected)
            return tr("No chain of battles leads to the others, so it cannot be compared.");
        if (model.lower && model.upper)
            return tr("95 % interval %1 to %2, median %3")
                .arg(formatNumber(model.lower, 0), formatNumber(model.upper, 0),
                     formatNumber(model.median, 0));
        return {};
    case Won:
        return tr("%1 won, %2 tied, %3 lost")
            .arg(formatCount(model.wins), formatCount(model.ties), formatCount(model.losses));
    case Change:
        return tr("Since this workspace was opened");
    default:
        return {};
    }
}

QVariant LeaderboardModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RatedModel& model = at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(model, column);
    case Qt::ToolTipRole:
        return tooltip(model, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == Change)
            if (const auto change = m_presenter.change(model); change && std::round(*change) > 0)
                return QBrush(Theme::current().color(Colour::GoodText));
        if (column == Rank || column == Interval || column == Change)
            return QBrush(Theme::current().color(Colour::Dim));
        return {};
    case Qt::AccessibleTextRole:
        if (column == Won)
            return tooltip(model, Won);
        if (column == Name && m_presenter.pinOf(QString::fromStdString(model.name)) != Pin::None)
            return tr("%1, pinned as %2")
                .arg(QString::fromStdString(model.name),
                     m_presenter.pinOf(QString::fromStdString(model.name)) == Pin::A ? u"A"_s
                                                                                     : u"B"_s);
        return {};
    case PinRole:
        return static_cast<int>(m_presenter.pinOf(QString::fromStdString(model.name)));
    case AnchorRole:
        return isAnchor(*m_overview, model);
    case WinsRole:
        return QVariant::fromValue(QList<double>{static_cast<double>(model.wins),
                                                 static_cast<double>(model.ties),
                                                 static_cast<double>(model.losses)});
    default:
        return {};
    }
}

QVariant LeaderboardModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (section == Name || section == Won ? Qt::AlignLeft : Qt::AlignRight) |
            Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Rank:
        return tr("#");
    case Name:
        return tr("Model");
    case Rating:
        return tr("Rating");
    case Interval:
        return tr("95 %");
    case Battles:
        return tr("Battles");
    case Won:
        return tr("Won, tied, lost");
    case Flips:
        return tr("Flips, %");
    case Characters:
        return tr("Characters");
    case Change:
        return tr("Change");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace agon::ui
