// A plot with what every plot can do: theme, keyboard, tooltips, a summary in words, export.
#pragma once

#include "core/base/result.h"
#include "ui/charts/picture_file.h"
#include "ui/charts/series_look.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

class QCustomPlot;

namespace agon::ui {

// A mark is what can be opened: a row, a point, a cell, a bar. Arrow keys move a highlight over
// the marks, Enter or a click activates one. GUI thread.
class ChartView : public QWidget {
    Q_OBJECT
  public:
    explicit ChartView(QWidget* parent = nullptr);

    // Name for screen readers and heading of exported files.
    void setTitle(const QString& title);
    [[nodiscard]] QString title() const { return accessibleName(); }
    // All that is shown, in words; also the accessible description.
    [[nodiscard]] virtual QString summary() const = 0;
    [[nodiscard]] virtual std::vector<LegendEntry> legendEntries() const { return {}; }

    [[nodiscard]] virtual int markCount() const = 0;
    // In widget coordinates; null if it is scrolled away.
    [[nodiscard]] virtual QRectF markRect(int mark) const = 0;
    [[nodiscard]] virtual QString markText(int mark) const = 0;
    [[nodiscard]] int currentMark() const { return m_current; } // −1: none
    void setCurrentMark(int mark);

    // Writes a picture in the light theme, at this widget's size unless told otherwise: PNG at
    // twice the resolution, SVG or PDF, by the ending of the name. Overwrites.
    [[nodiscard]] Result<void> exportTo(const QString& path, const QSize& size = {});
    [[nodiscard]] virtual QSize exportSize() const { return this->size(); }

    [[nodiscard]] QSize sizeHint() const override { return {480, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 96}; }

  public slots:
    void chooseExportFile(); // does not block; ends in exported() or exportFailed()
    void copyPicture();

  signals:
    void markHovered(int mark); // −1: none
    void legendChanged();
    void exported(const QString& path);
    void exportFailed(const QString& message);

  protected:
    [[nodiscard]] QCustomPlot& plot() const { return *m_plot; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] int hoveredMark() const { return m_hovered; }

    // Pens and brushes of everything that is plotted.
    virtual void applyTheme(const Theme& theme) = 0;
    // Margins and axis ranges for a plot of this size.
    virtual void layOut(const QSize& size) = 0;
    [[nodiscard]] virtual int markAt(const QPointF& position) const; // the nearest within reach
    [[nodiscard]] virtual int markBeyond(int mark, Qt::Key key) const;
    virtual void paintHighlight(QPainter& painter, const QRectF& mark, bool current) const;
    // A click or Enter on a mark: emits the signal that opens what is behind it.
    virtual void markChosen(int mark) = 0;
    // Scrolls the mark into view.
    virtual void reveal(int) {}

    // After a change of data: theme, layout, summary, and a replot when control returns.
    void refresh();
    // After a change of geometry or scroll.
    void relayOut();

    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void retheme();
    void setHovered(int mark);
    void describe();
    void paintOverlay(QPainter& painter) const;
    void drawInLight(const QSize& size, const std::function<void(const DrawPicture&)>& write);

    QCustomPlot* m_plot; // both are children
    QWidget* m_overlay;
    Theme m_theme;
    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace agon::ui
