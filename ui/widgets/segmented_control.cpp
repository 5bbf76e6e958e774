#include "ui/widgets/segmented_control.h"

#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>

namespace agon::ui {
namespace {

constexpr int padding = 10;

class Segment : public QAbstractButton {
  public:
    Segment(const QString& text, bool first, bool last)
        : m_first(first)
        , m_last(last) {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
        setAccessibleName(text);
    }

    [[nodiscard]] QSize sizeHint() const override {
        // As wide as when active, so that choosing moves nothing.
        const QFontMetrics metrics(uiFont(Size::Body, Weight::Medium));
        return {metrics.horizontalAdvance(text()) + 2 * scaled(padding), scaled(24)};
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme theme = Theme::of(palette());
        if (isChecked() || underMouse()) {
            // Round only where the control's own corners are.
            const double radius = measure::radius;
            QPainterPath shape;
            shape.addRoundedRect(
                QRectF(rect()).adjusted(m_first ? 1 : -radius, 1, m_last ? -1 : radius, -1),
                radius - 1, radius - 1);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.fillPath(shape, theme.color(isChecked() ? Colour::Selection : Colour::Hover));
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
        if (!m_last)
            painter.fillRect(width() - 1, 1, 1, height() - 2, theme.color(Colour::StrongBorder));
        painter.setFont(uiFont(Size::Body, isChecked() ? Weight::Medium : Weight::Regular));
        painter.setPen(theme.color(!isEnabled()  ? Colour::Faint
                                   : isChecked() ? Colour::Text
                                                 : Colour::Dim));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            paintFocusRing(&painter, rect(), theme);
    }

  private:
    bool m_first;
    bool m_last;
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList& segments, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i < segments.size(); ++i) {
        auto* segment = new Segment(segments[i], i == 0, i + 1 == segments.size());
        m_group->addButton(segment, i);
        layout->addWidget(segment);
    }
    if (!segments.isEmpty())
        m_group->button(0)->setChecked(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit currentChanged(id);
    });
}

int SegmentedControl::current() const {
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index) {
    const QSignalBlocker quiet(this);
    if (QAbstractButton* segment = m_group->button(index))
        segment->setChecked(true);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled) {
    if (QAbstractButton* segment = m_group->button(index))
        segment->setEnabled(enabled);
}

QSize SegmentedControl::sizeHint() const {
    return {QWidget::sizeHint().width(),
            scaled(isInBar(this) ? measure::controlInBar : measure::control)};
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paintBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::StrongBorder),
             measure::radius);
}

} // namespace agon::ui
