// The 48 px strip of figures under a policy: captions over values, some of them ways to the
// battles.
#pragma once

#include "ui/widgets/tone.h"

#include <QtWidgets/QWidget>

#include <memory>
#include <vector>

namespace agon::ui {

class FigureCell;

struct Figure {
    QString caption;
    QString value;             // formatted; an en dash where there is none
    QString note;              // dim, after the value: "0.06 %"
    Tone tone = Tone::Neutral; // Warning shows the triangle
    bool begins = false;       // a divider stands before it
    bool opens = false;        // a button: there are battles behind it
    QString explanation;       // tooltip and accessible description
};

// What does not fit gives way: first the notes, then figures from the right end.
class FigureStrip : public QWidget {
    Q_OBJECT
  public:
    explicit FigureStrip(QWidget* parent = nullptr);
    ~FigureStrip() override;

    // Keeps focus and place where the captions stay the same.
    void setFigures(const std::vector<Figure>& figures);
    void setRightWidget(std::unique_ptr<QWidget> widget); // such as the pinned pair's difference

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void opened(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void placeCells();

    std::vector<FigureCell*> m_cells; // children
    QWidget* m_right = nullptr;       // child
};

} // namespace agon::ui
