// Cells of words in the registry: group headers, names with their lineage, kinds, roles.
#pragma once

#include <QStyledItemDelegate>

namespace agon::ui {

// For a QTreeView without indentation whose group rows span all columns.
class ModelTreeDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

  private:
    void paintGroup(QPainter* painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
    void paintName(QPainter* painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    void paintWords(QPainter* painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
};

} // namespace agon::ui
