// The samples and words that stand in a section header, on one line.
#pragma once

#include "ui/charts/series_look.h"

#include <QtWidgets/QWidget>

#include <vector>

namespace agon::ui {

class ChartView;

class Legend : public QWidget {
    Q_OBJECT
  public:
    explicit Legend(QWidget* parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries);
    void follow(const ChartView* chart); // shows its entries, now and after every change

    [[nodiscard]] const std::vector<LegendEntry>& entries() const { return m_entries; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<LegendEntry> m_entries;
};

// From the right edge of rect; entries that do not fit are left out, last ones first.
void paintLegend(QPainter* painter, const QRectF& rect, const std::vector<LegendEntry>& entries,
                 const Theme& theme);

} // namespace agon::ui
