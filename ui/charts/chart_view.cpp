#include "ui/charts/chart_view.h"

#include "ui/charts/chart_theme.h"
#include "ui/charts/legend.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/shapes.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>
#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace agon::ui {
namespace {

constexpr double hitReach = 12.0; // how far from a mark a click still means it

// Highlight and ring change with every move of the mouse; on a layer of their own they cost no
// replot and never get into exported files.
class Overlay : public QWidget {
  public:
    Overlay(QWidget* parent, std::function<void(QPainter&)> paint)
        : QWidget(parent)
        , m_paint(std::move(paint)) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_paint(painter);
    }

  private:
    std::function<void(QPainter&)> m_paint;
};

double distance(const QRectF& rect, const QPointF& point) {
    const double dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const double dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return std::hypot(dx, dy);
}

} // namespace

ChartView::ChartView(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_overlay(new Overlay(this, [this](QPainter& painter) { paintOverlay(painter); }))
    , m_theme(Theme::of(palette())) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    // The plot only draws; mouse and keys are handled here, alike for every chart.
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMargins(QMargins());
}

void ChartView::setTitle(const QString& title) {
    setAccessibleName(title);
}

void ChartView::setCurrentMark(int mark) {
    mark = mark < 0 || mark >= markCount() ? -1 : mark;
    if (mark == m_current)
        return;
    m_current = mark;
    if (mark >= 0)
        reveal(mark);
    describe();
    m_overlay->update();
}

void ChartView::refresh() {
    if (m_current >= markCount())
        m_current = -1;
    setHovered(-1);
    retheme();
    describe();
    emit legendChanged();
}

void ChartView::relayOut() {
    layOut(size());
    if (!size().isEmpty()) // a plot cannot be drawn on nothing
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_overlay->update();
}

void ChartView::retheme() {
    m_theme = Theme::of(palette());
    applyChartTheme(*m_plot, m_theme);
    applyTheme(m_theme);
    relayOut();
}

void ChartView::describe() {
    const QString all = summary();
    setAccessibleDescription(m_current < 0 ? all : QString(markText(m_current) + u'\n' + all));
}

void ChartView::setHovered(int mark) {
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    if (mark >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    m_overlay->update();
    emit markHovered(mark);
}

int ChartView::markAt(const QPointF& position) const {
    int nearest = -1;
    double least = hitReach;
    for (int mark = 0; mark < markCount(); ++mark) {
        const QRectF rect = markRect(mark);
        if (rect.isNull())
            continue;
        // Between marks that lie close together the nearer middle decides.
        const double away =
            distance(rect, position) + 0.01 * QLineF(rect.center(), position).length();
        if (away < least) {
            least = away;
            nearest = mark;
        }
    }
    return nearest;
}

int ChartView::markBeyond(int mark, Qt::Key key) const {
    const int last = markCount() - 1;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return mark < 0 ? last : std::max(0, mark - 1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return std::min(last, mark + 1);
    case Qt::Key_PageUp:
        return std::max(0, mark - 10);
    case Qt::Key_PageDown:
        return std::min(last, mark + 10);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return mark;
    }
}

void ChartView::paintHighlight(QPainter& painter, const QRectF& mark, bool) const {
    const double side = std::max({mark.width(), mark.height()}) + 8.0;
    QRectF ring(0, 0, side, side);
    ring.moveCenter(mark.center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Colour::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
}

void ChartView::paintOverlay(QPainter& painter) const {
    const auto highlight = [&](int mark, bool current) {
        if (mark < 0 || mark >= markCount())
            return;
        const QRectF rect = markRect(mark);
        if (rect.isNull())
            return;
        painter.save();
        paintHighlight(painter, rect, current);
        painter.restore();
    };
    if (m_hovered != m_current)
        highlight(m_hovered, false);
    highlight(m_current, true);
    if (hasFocus())
        paintFocusRing(&painter, rect(), m_theme, 1.0);
}

bool ChartView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int mark = markAt(help->pos());
    if (mark < 0) {
        QToolTip::hideText();
        event->ignore();
    } else {
        QToolTip::showText(help->globalPos(), markText(mark), this,
                           markRect(mark).toAlignedRect().adjusted(-4, -4, 4, 4));
    }
    return true;
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        retheme();
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!size().isEmpty())
        m_plot->setGeometry(rect());
    m_overlay->setGeometry(rect());
    relayOut();
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    setHovered(markAt(event->position()));
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    const int pressed = std::exchange(m_pressed, -1);
    if (event->button() != Qt::LeftButton || pressed < 0 || markAt(event->position()) != pressed)
        return;
    setCurrentMark(pressed);
    markChosen(pressed);
}

void ChartView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    setHovered(-1);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const auto key = static_cast<Qt::Key>(event->key());
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (markCount() > 0)
            setCurrentMark(markBeyond(m_current, key));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            markChosen(m_current);
        return;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            setCurrentMark(-1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_overlay->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_overlay->update();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Export), tr("Export…"), this, &ChartView::chooseExportFile);
    menu->addAction(icon(Icon::Copy), tr("Copy picture"), this, &ChartView::copyPicture);
    menu->popup(event->globalPos());
}

void ChartView::drawInLight(const QSize& size,
                            const std::function<void(const DrawPicture&)>& write) {
    // Pictures go into papers and slides, whatever the screen's theme is.
    const Theme shown = std::exchange(m_theme, Theme(Scheme::Light));
    const std::vector<LegendEntry> legend = legendEntries();
    const int head = title().isEmpty() && legend.empty() ? 0 : scaled(measure::sectionHeader);
    const int padding = scaled(measure::dockPadding);

    applyChartTheme(*m_plot, m_theme);
    applyTheme(m_theme);
    layOut(size);
    write([&](QCPPainter& painter) {
        const QRect strip(0, 0, size.width(), head);
        painter.fillRect(strip, m_theme.color(Colour::Base));
        painter.setFont(uiFont(Size::Body, Weight::Semibold));
        painter.setPen(m_theme.color(Colour::Text));
        painter.drawText(strip.adjusted(padding, 0, -padding, 0),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title());
        const int words = painter.fontMetrics().horizontalAdvance(title()) + 2 * padding;
        paintLegend(&painter, strip.adjusted(padding + words, 0, -padding, 0), legend, m_theme);
        painter.translate(0, head);
        m_plot->toPainter(&painter, size.width(), size.height());
    });

    m_theme = shown;
    retheme();
}

Result<void> ChartView::exportTo(const QString& path, const QSize& wanted) {
    const QSize size = wanted.isValid() ? wanted : exportSize();
    const bool hasHead = !title().isEmpty() || !legendEntries().empty();
    const QSize whole(size.width(), size.height() + (hasHead ? scaled(measure::sectionHeader) : 0));
    Result<void> result;
    drawInLight(
        size, [&](const DrawPicture& draw) { result = writePicture(path, whole, title(), draw); });
    return result;
}

void ChartView::copyPicture() {
    const QSize size = exportSize();
    const QSize whole(size.width(), size.height() + scaled(measure::sectionHeader));
    drawInLight(size, [&](const DrawPicture& draw) {
        QGuiApplication::clipboard()->setImage(pictureOf(whole, draw));
    });
}

void ChartView::chooseExportFile() {
    auto* dialog = new QFileDialog(this, tr("Export chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")});
    dialog->setDefaultSuffix(u"png"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const qsizetype dot = filter.lastIndexOf(u"*."_s);
        dialog->setDefaultSuffix(filter.mid(dot + 2, 3));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (const Result<void> done = exportTo(path))
            emit exported(path);
        else
            emit exportFailed(QString::fromStdString(done.error().text()));
    });
    dialog->open();
}

} // namespace agon::ui
