// The registry as a tree: groups, and in them models below what they were trained from.
#pragma once

#include "ui/models/model_forest.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QString>

namespace agon::ui {

// Never a second row for a model; a group without models is absent. Where only facts of models
// change, dataChanged() is all that is told; otherwise the model is reset.
class ModelTreeModel final : public QAbstractItemModel {
    Q_OBJECT

  public:
    enum Column { Name, Kind, RolesColumn, Elo, Responses, Battles, Price, ColumnCount };
    enum ItemRole {
        IdRole = Qt::UserRole, // qint64 of the model; 0 for a group
        GroupRole,             // ModelGroup as int
        NoteRole,              // of a group
        CountRole,             // models of a group, or below this one
        StageRole,             // StageKind as int
        BaseRole,              // nothing was trained before it, and something after
        LineageRole,           // drawn with a marker
        RunsOnRole,            // QBitArray by depth: that level has a later sibling
        MatchRole,             // false: stays only for what is below it
        NewestRole,            // the last checkpoint
        UnsavedRole,
        KindRole, // ModelKind as int
    };

    explicit ModelTreeModel(QObject* parent = nullptr);

    void setModels(std::vector<Model> models);
    void setRatings(const QHash<QString, double>& ratings, bool provisional);
    void setUnsaved(const std::vector<ModelId>& ids);
    // All words must occur, in any order, in name, family, provider, kind, roles or stage.
    void setFilter(const QString& filter);
    [[nodiscard]] bool isFiltered() const { return !m_words.isEmpty(); }
    [[nodiscard]] int modelCount() const { return static_cast<int>(m_models.size()); }
    [[nodiscard]] int matchCount() const { return m_matches; }
    [[nodiscard]] QModelIndex indexOf(ModelId id) const; // not valid when filtered away

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    // Siblings are sorted among themselves; column -1: lineage by iteration, others by name.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

  private:
    [[nodiscard]] QVariant groupData(const ForestGroup& group, int role) const;
    [[nodiscard]] QVariant modelData(const ForestNode& node, int column, int role) const;
    [[nodiscard]] QVariant display(const Model& model, int column) const;
    [[nodiscard]] QVariant lineageData(const ForestNode& node, int role) const;
    [[nodiscard]] QString accessibleText(const ForestNode& node, int column) const;
    [[nodiscard]] const std::vector<std::size_t>* childrenOf(const QModelIndex& parent) const;
    [[nodiscard]] int groupRow(ModelGroup group) const;
    [[nodiscard]] bool matches(const Model& model) const;
    [[nodiscard]] bool before(const Model& a, const Model& b) const;
    [[nodiscard]] std::optional<double> ratingOf(const Model& model) const;
    void rebuild(std::vector<Model> models);
    void tellColumns(int first, int last);

    std::vector<Model> m_models;
    Forest m_forest;
    std::optional<ModelId> m_newest;
    QHash<QString, double> m_ratings;
    std::vector<ModelId> m_unsaved;
    QStringList m_words;
    int m_matches = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_provisional = false;
};

} // namespace agon::ui
