// One battle in the queue: state, instruction, facts, verdict chips. 44 px.
#pragma once

#include <QStyledItemDelegate>

namespace agon::ui {

class QueueDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace agon::ui
