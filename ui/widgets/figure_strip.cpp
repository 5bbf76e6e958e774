#include "ui/widgets/figure_strip.h"

#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr int cellPadding = 4; // room for the ring
constexpr int cellGap = 8;
constexpr int dividerGap = 16; // before a figure that begins a group
constexpr int noteGap = 5;
constexpr int iconSide = 14;

} // namespace

class FigureCell : public QAbstractButton {
  public:
    explicit FigureCell(QWidget* parent)
        : QAbstractButton(parent) {
        setAttribute(Qt::WA_Hover);
    }

    void setFigure(const Figure& figure) {
        m_figure = figure;
        setFocusPolicy(figure.opens ? Qt::StrongFocus : Qt::NoFocus);
        setCursor(figure.opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setAttribute(Qt::WA_TransparentForMouseEvents,
                     !figure.opens && figure.explanation.isEmpty());
        setText(figure.caption);
        setAccessibleName(u"%1: %2 %3"_s.arg(figure.caption, figure.value, figure.note).trimmed());
        setAccessibleDescription(figure.explanation);
        setToolTip(figure.explanation);
        update();
    }

    [[nodiscard]] const Figure& figure() const { return m_figure; }
    void setNoteShown(bool shown) { m_noteShown = shown; }

    [[nodiscard]] int widthWith(bool note) const {
        const QFontMetrics value(valueFont());
        const QFontMetrics caption(uiFont(Size::Caption));
        int width = value.horizontalAdvance(m_figure.value) + iconWidth();
        if (note && !m_figure.note.isEmpty())
            width += scaled(noteGap) + caption.horizontalAdvance(m_figure.note);
        return std::max(width, caption.horizontalAdvance(m_figure.caption)) + 2 * cellPadding + 1;
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme theme = Theme::of(palette());
        const int line = scaled(16);
        const int top = (height() - 2 * line - 1) / 2;
        QRect caption(cellPadding, top, width() - 2 * cellPadding, line);
        QRect value = caption.translated(0, line + 1);

        painter.setFont(uiFont(Size::Caption));
        painter.setPen(theme.color(Colour::Dim));
        constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
        painter.drawText(caption, flags, m_figure.caption);

        const QColor ink =
            theme.color(m_figure.tone == Tone::Neutral ? Colour::Text : textOf(m_figure.tone));
        if (iconWidth() > 0) {
            const double side = scaled(iconSide);
            paintIcon(&painter,
                      {double(value.left()), value.center().y() - side / 2.0 + 0.5, side, side},
                      Icon::Remark, ink);
            value.setLeft(value.left() + iconWidth());
        }
        painter.setFont(valueFont());
        painter.setPen(ink);
        painter.drawText(value, flags, m_figure.value);
        const int valueWidth = painter.fontMetrics().horizontalAdvance(m_figure.value);
        if (m_figure.opens && underMouse())
            painter.fillRect(value.left(), value.bottom(), valueWidth, 1,
                             theme.color(Colour::StrongBorder));
        if (m_noteShown && !m_figure.note.isEmpty()) {
            // On the value's baseline, though it is smaller.
            const QFontMetrics metrics = painter.fontMetrics();
            const int baseline =
                value.top() + (value.height() - metrics.height()) / 2 + metrics.ascent();
            painter.setFont(uiFont(Size::Caption));
            painter.setPen(theme.color(Colour::Dim));
            painter.drawText(value.left() + valueWidth + scaled(noteGap), baseline, m_figure.note);
        }
        if (hasFocus())
            paintFocusRing(&painter, rect(), theme);
    }

  private:
    [[nodiscard]] static QFont valueFont() { return uiFont(Size::Answer, Weight::Semibold); }
    [[nodiscard]] int iconWidth() const {
        return m_figure.tone == Tone::Warning ? scaled(iconSide + noteGap) : 0;
    }

    Figure m_figure;
    bool m_noteShown = true;
};

FigureStrip::FigureStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

FigureStrip::~FigureStrip() = default;

void FigureStrip::setFigures(const std::vector<Figure>& figures) {
    while (m_cells.size() > figures.size()) {
        delete m_cells.back();
        m_cells.pop_back();
    }
    while (m_cells.size() < figures.size()) {
        const int index = static_cast<int>(m_cells.size());
        auto* cell = new FigureCell(this);
        connect(cell, &QAbstractButton::clicked, this, [this, cell, index] {
            if (cell->figure().opens)
                emit opened(index);
        });
        m_cells.push_back(cell);
    }
    for (std::size_t i = 0; i < figures.size(); ++i)
        m_cells[i]->setFigure(figures[i]);
    placeCells();
}

void FigureStrip::setRightWidget(std::unique_ptr<QWidget> widget) {
    delete m_right;
    m_right = widget.release();
    if (m_right) {
        m_right->setParent(this);
        m_right->show();
    }
    placeCells();
}

QSize FigureStrip::sizeHint() const {
    int width = 2 * scaled(measure::dockPadding);
    for (const FigureCell* cell : m_cells)
        width += cell->widthWith(true) + scaled(cell->figure().begins ? 2 * dividerGap : cellGap);
    if (m_right)
        width += m_right->sizeHint().width();
    return {width, scaled(measure::figureStrip)};
}

QSize FigureStrip::minimumSizeHint() const {
    return {scaled(measure::figureStrip), scaled(measure::figureStrip)};
}

void FigureStrip::placeCells() {
    const int edge = scaled(measure::dockPadding) - cellPadding;
    int end = width() - scaled(measure::dockPadding);
    if (m_right) {
        const QSize size = m_right->sizeHint();
        end -= size.width();
        m_right->setGeometry(end, (height() - 1 - size.height()) / 2, size.width(), size.height());
        end -= scaled(measure::dockPadding);
    }
    const auto before = [&](std::size_t i) {
        return i == 0 ? 0 : scaled(m_cells[i]->figure().begins ? 2 * dividerGap : cellGap);
    };
    int wanted = edge;
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        wanted += before(i) + m_cells[i]->widthWith(true);
    const bool notes = wanted <= end;

    int left = edge;
    bool room = true;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        FigureCell* cell = m_cells[i];
        const int cellWidth = cell->widthWith(notes);
        left += before(i);
        room = room && left + cellWidth - cellPadding <= end;
        cell->setNoteShown(notes);
        cell->setGeometry(left, 4, cellWidth, height() - 9);
        cell->setVisible(room);
        left += cellWidth;
    }
    update();
}

void FigureStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeCells();
}

bool FigureStrip::event(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        updateGeometry();
        placeCells();
    } else if (event->type() == QEvent::LayoutRequest) { // the right widget has another size
        placeCells();
    }
    return QWidget::event(event);
}

void FigureStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Alternate));
    const QColor line = theme.color(Colour::Border);
    painter.fillRect(0, height() - 1, width(), 1, line);
    for (std::size_t i = 1; i < m_cells.size(); ++i) {
        const FigureCell* cell = m_cells[i];
        if (cell->figure().begins && !cell->isHidden())
            painter.fillRect(cell->x() - scaled(dividerGap) + cellPadding, scaled(10), 1,
                             height() - 2 * scaled(10) - 1, line);
    }
}

} // namespace agon::ui
