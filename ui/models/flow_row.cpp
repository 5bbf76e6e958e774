#include "ui/models/flow_row.h"

#include "ui/theme/font.h"

#include <algorithm>

namespace agon::ui {

namespace {
constexpr int gap = 10;
constexpr int lineHeight = 28; // as a control, so that a label stands beside the first line
constexpr int nextLine = 24;
constexpr int lineGap = 6; // between controls that are as high as a line
} // namespace

FlowRow::FlowRow(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::add(QWidget* control) {
    control->setParent(this);
    control->show();
    m_controls.push_back(control);
    updateGeometry();
}

QSize FlowRow::sizeHint() const {
    int width = 0;
    for (const QWidget* control : m_controls)
        width += control->sizeHint().width() + scaled(gap);
    return {width, scaled(lineHeight)};
}

QSize FlowRow::minimumSizeHint() const {
    int width = 0;
    for (const QWidget* control : m_controls)
        width = std::max(width, control->sizeHint().width());
    return {width, scaled(lineHeight)};
}

int FlowRow::heightForWidth(int width) const {
    return arrange(width, false);
}

void FlowRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

int FlowRow::arrange(int width, bool place) const {
    int left = 0;
    int top = 0;
    int step = scaled(nextLine);
    for (const QWidget* control : m_controls)
        step = std::max(step, control->sizeHint().height() + scaled(lineGap));
    for (QWidget* control : m_controls) {
        const QSize size = control->sizeHint();
        if (left > 0 && left + size.width() > width) {
            left = 0;
            top += step;
        }
        if (place)
            control->setGeometry(left, top + (scaled(lineHeight) - size.height()) / 2, size.width(),
                                 size.height());
        left += size.width() + scaled(gap);
    }
    return top + scaled(lineHeight);
}

} // namespace agon::ui
