#include "ui/models/model_tree_model.h"

#include "ui/models/model_words.h"
#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QBitArray>
#include <QCollator>

#include <algorithm>
#include <compare>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

// 0 is a group; a node is its index + 1.
constexpr quintptr groupId = 0;

quintptr idOf(std::size_t node) {
    return quintptr{node} + 1;
}

std::size_t nodeOf(const QModelIndex& index) {
    return static_cast<std::size_t>(index.internalId() - 1);
}

int compareNames(const Model& a, const Model& b) {
    static const QCollator collator = [] {
        // One order for everybody; the C locale knows no numbers in names.
        QCollator made{QLocale(QLocale::English)};
        made.setNumericMode(true);
        made.setCaseSensitivity(Qt::CaseInsensitive);
        return made;
    }();
    const int byName =
        collator.compare(QString::fromStdString(a.name), QString::fromStdString(b.name));
    return byName != 0 ? byName : a.name.compare(b.name);
}

// Ids in the order of the rows, with their depths: two forests of one shape show the same rows.
std::vector<std::pair<std::int64_t, int>> shape(const Forest& forest,
                                                const std::vector<Model>& models) {
    std::vector<std::pair<std::int64_t, int>> out;
    for (const ForestGroup& group : forest.groups) {
        out.emplace_back(-static_cast<int>(group.group) - 1, -1);
        std::vector<std::size_t> open(group.roots.rbegin(), group.roots.rend());
        while (!open.empty()) {
            const ForestNode& node = forest.nodes[open.back()];
            open.pop_back();
            out.emplace_back(models[node.model].id.value, node.depth);
            open.insert(open.end(), node.children.rbegin(), node.children.rend());
        }
    }
    return out;
}

} // namespace

ModelTreeModel::ModelTreeModel(QObject* parent)
    : QAbstractItemModel(parent) {}

void ModelTreeModel::setModels(std::vector<Model> models) {
    rebuild(std::move(models));
}

void ModelTreeModel::setRatings(const QHash<QString, double>& ratings, bool provisional) {
    m_ratings = ratings;
    m_provisional = provisional;
    if (m_sortColumn == Elo)
        rebuild(m_models);
    else
        tellColumns(Elo, Elo);
}

void ModelTreeModel::setUnsaved(const std::vector<ModelId>& ids) {
    if (ids == m_unsaved)
        return;
    m_unsaved = ids;
    tellColumns(Name, Name);
}

void ModelTreeModel::setFilter(const QString& filter) {
    const QStringList words = filter.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    rebuild(m_models);
    tellColumns(Name, Name); // which rows match may change where the rows do not
}

void ModelTreeModel::sort(int column, Qt::SortOrder order) {
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild(m_models);
}

void ModelTreeModel::rebuild(std::vector<Model> models) {
    Forest next = arrange(
        models, [this](const Model& a, const Model& b) { return before(a, b); },
        [this](const Model& model) { return matches(model); });
    const bool same = shape(next, models) == shape(m_forest, m_models);
    if (!same)
        beginResetModel();
    m_models = std::move(models);
    m_forest = std::move(next);
    m_newest = newestCheckpoint(m_models);
    m_matches = static_cast<int>(
        std::ranges::count_if(m_models, [this](const Model& model) { return matches(model); }));
    if (same)
        tellColumns(0, ColumnCount - 1);
    else
        endResetModel();
}

void ModelTreeModel::tellColumns(int first, int last) {
    const auto tell = [&](const QModelIndex& parent) {
        if (const int rows = rowCount(parent); rows > 0)
            emit dataChanged(index(0, first, parent), index(rows - 1, last, parent));
    };
    tell({});
    for (int row = 0; row < rowCount(); ++row)
        tell(index(row, 0));
    for (std::size_t i = 0; i < m_forest.nodes.size(); ++i)
        if (!m_forest.nodes[i].children.empty())
            tell(createIndex(m_forest.nodes[i].row, 0, idOf(i)));
}

bool ModelTreeModel::matches(const Model& model) const {
    if (m_words.isEmpty())
        return true;
    const QString text = QStringList{QString::fromStdString(model.name),
                                     QString::fromStdString(model.family),
                                     QString::fromStdString(model.provider),
                                     QString::fromStdString(model.apiModel),
                                     kindWord(model.kind),
                                     rolesWord(model.roles),
                                     checkpointWord(model)}
                             .join(u'\n');
    return std::ranges::all_of(
        m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

std::optional<double> ModelTreeModel::ratingOf(const Model& model) const {
    const auto it = m_ratings.constFind(QString::fromStdString(model.name));
    return it == m_ratings.cend() ? std::nullopt : std::optional(*it);
}

bool ModelTreeModel::before(const Model& a, const Model& b) const {
    // What is not known comes last in both orders.
    const auto numbers = [this](auto left, auto right) {
        if (left.has_value() != right.has_value())
            return left.has_value() ? -1 : 1;
        if (!left || *left == *right)
            return 0;
        return (*left < *right) == (m_sortOrder == Qt::AscendingOrder) ? -1 : 1;
    };
    const auto words = [this](const QString& left, const QString& right) {
        const int order = left.compare(right);
        return m_sortOrder == Qt::AscendingOrder ? order : -order;
    };
    int order = 0;
    switch (m_sortColumn) {
    case Name:
        order = m_sortOrder == Qt::AscendingOrder ? compareNames(a, b) : compareNames(b, a);
        break;
    case Kind:
        order = words(kindWord(a.kind), kindWord(b.kind));
        break;
    case RolesColumn:
        order = words(rolesWord(a.roles), rolesWord(b.roles));
        break;
    case Elo:
        order = numbers(ratingOf(a), ratingOf(b));
        break;
    case Responses:
        order = numbers(std::optional(a.responses), std::optional(b.responses));
        break;
    case Battles:
        order = numbers(std::optional(a.battles), std::optional(b.battles));
        break;
    case Price:
        order = numbers(a.priceOut ? a.priceOut : a.priceIn, b.priceOut ? b.priceOut : b.priceIn);
        break;
    default:
        break;
    }
    if (order != 0)
        return order < 0;
    const auto place = [](const Model& model) {
        return std::pair(model.iteration, static_cast<int>(model.stage));
    };
    if (place(a) != place(b))
        return place(a) < place(b);
    return compareNames(a, b) < 0;
}

int ModelTreeModel::groupRow(ModelGroup group) const {
    const auto it = std::ranges::find(m_forest.groups, group, &ForestGroup::group);
    return static_cast<int>(it - m_forest.groups.begin());
}

const std::vector<std::size_t>* ModelTreeModel::childrenOf(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return nullptr;
    if (parent.internalId() == groupId)
        return &m_forest.groups[static_cast<std::size_t>(parent.row())].roots;
    return &m_forest.nodes[nodeOf(parent)].children;
}

QModelIndex ModelTreeModel::indexOf(ModelId id) const {
    for (std::size_t i = 0; i < m_forest.nodes.size(); ++i)
        if (m_models[m_forest.nodes[i].model].id == id)
            return createIndex(m_forest.nodes[i].row, 0, idOf(i));
    return {};
}

QModelIndex ModelTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, groupId);
    const auto& children = *childrenOf(parent);
    return createIndex(row, column, idOf(children[static_cast<std::size_t>(row)]));
}

QModelIndex ModelTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    const ForestNode& node = m_forest.nodes[nodeOf(child)];
    if (!node.parent)
        return createIndex(groupRow(node.group), 0, groupId);
    return createIndex(m_forest.nodes[*node.parent].row, 0, idOf(*node.parent));
}

int ModelTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_forest.groups.size());
    const auto* children = childrenOf(parent);
    return children ? static_cast<int>(children->size()) : 0;
}

int ModelTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

Qt::ItemFlags ModelTreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant ModelTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section >= Elo ? Qt::AlignRight | Qt::AlignVCenter
                                                  : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Price)
        return tr("Dollars per million tokens, in and out");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Model");
    case Kind:
        return tr("Kind");
    case RolesColumn:
        return tr("Roles");
    case Elo:
        return tr("Elo");
    case Responses:
        return tr("Responses");
    case Battles:
        return tr("Battles");
    case Price:
        return tr("$ in, out");
    default:
        return {};
    }
}

QVariant ModelTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (index.internalId() == groupId) {
        const ForestGroup& group = m_forest.groups[static_cast<std::size_t>(index.row())];
        return index.column() == 0 || role == IdRole ? groupData(group, role) : QVariant();
    }
    return modelData(m_forest.nodes[nodeOf(index)], index.column(), role);
}

QVariant ModelTreeModel::groupData(const ForestGroup& group, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return groupTitle(group.group);
    case Qt::AccessibleTextRole:
        return tr("%1, %2 models, %3")
            .arg(groupTitle(group.group), QString::number(group.models),
                 groupNote(m_forest, group, m_models));
    case IdRole:
        return qint64{0};
    case GroupRole:
        return static_cast<int>(group.group);
    case NoteRole:
        return groupNote(m_forest, group, m_models);
    case CountRole:
        return group.models;
    default:
        return {};
    }
}

QVariant ModelTreeModel::modelData(const ForestNode& node, int column, int role) const {
    const Model& model = m_models[node.model];
    switch (role) {
    case Qt::DisplayRole:
        return display(model, column);
    case Qt::ToolTipRole:
        // Escaped: a tooltip takes text that looks like markup for markup.
        if (column == Name)
            return QString(u"<span>"_s + shownName(model.name).toHtmlEscaped() + u"</span>"_s);
        return column == Battles && model.battles > 0 ? tr("Opens its battles") : QVariant();
    case Qt::FontRole:
        return column == Elo ? uiFont(Size::Body, Weight::Semibold) : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(node, column);
    case IdRole:
        return qint64{model.id.value};
    case GroupRole:
        return static_cast<int>(node.group);
    case KindRole:
        return static_cast<int>(model.kind);
    case UnsavedRole:
        return std::ranges::find(m_unsaved, model.id) != m_unsaved.end();
    default:
        return lineageData(node, role);
    }
}

QVariant ModelTreeModel::display(const Model& model, int column) const {
    switch (column) {
    case Name:
        return shownName(model.name);
    case Kind:
        return kindWord(model.kind);
    case RolesColumn:
        return rolesWord(model.roles);
    case Elo:
        if (const auto rating = ratingOf(model))
            return m_provisional ? provisional(formatRating(*rating)) : formatRating(*rating);
        return {};
    case Responses:
        return model.responses > 0 ? QVariant(qint64{model.responses}) : QVariant();
    case Battles:
        return model.battles > 0 ? QVariant(qint64{model.battles}) : QVariant();
    case Price:
        return priceWord(model);
    default:
        return {};
    }
}

QVariant ModelTreeModel::lineageData(const ForestNode& node, int role) const {
    const Model& model = m_models[node.model];
    switch (role) {
    case StageRole:
        return static_cast<int>(model.stage);
    case BaseRole:
        return model.roles.has(Role::Base) ||
               (model.stage == StageKind::None && !node.parent && !node.children.empty());
    case LineageRole:
        return node.group == ModelGroup::Target || node.parent || !node.children.empty();
    case CountRole: {
        int below = 0;
        std::vector<std::size_t> open = node.children;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            ++below;
            open.insert(open.end(), m_forest.nodes[at].children.begin(),
                        m_forest.nodes[at].children.end());
        }
        return below;
    }
    case RunsOnRole: {
        QBitArray runsOn(node.depth + 1);
        for (const ForestNode* at = &node; at;
             at = at->parent ? &m_forest.nodes[*at->parent] : nullptr) {
            const std::size_t siblings =
                at->parent
                    ? m_forest.nodes[*at->parent].children.size()
                    : m_forest.groups[static_cast<std::size_t>(groupRow(at->group))].roots.size();
            runsOn.setBit(at->depth, static_cast<std::size_t>(at->row) + 1 < siblings);
        }
        return runsOn;
    }
    case MatchRole:
        return matches(model);
    case NewestRole:
        return m_newest == model.id;
    default:
        return {};
    }
}

QString ModelTreeModel::accessibleText(const ForestNode& node, int column) const {
    const Model& model = m_models[node.model];
    const QString title = headerData(column, Qt::Horizontal).toString();
    if (column != Name) {
        const QVariant value = display(model, column);
        const QString text = value.typeId() == QMetaType::LongLong ? formatCount(value.toLongLong())
                                                                   : value.toString();
        return u"%1: %2"_s.arg(title, text.isEmpty() ? tr("none") : text);
    }
    QStringList parts{shownName(model.name)};
    if (const QString made = checkpointWord(model); !made.isEmpty())
        parts << made;
    if (node.parent)
        parts << tr("trained from %1")
                     .arg(shownName(m_models[m_forest.nodes[*node.parent].model].name));
    if (std::ranges::find(m_unsaved, model.id) != m_unsaved.end())
        parts << tr("has changes that are not saved");
    return parts.join(u", "_s);
}

} // namespace agon::ui
