// A judge's games set against each other: order, scores, verdict, mean.
#pragma once

#include "ui/battles/judge_rationale.h"

#include <QWidget>

namespace agon::ui {

class GamesTable final : public QWidget {
    Q_OBJECT

  public:
    explicit GamesTable(const JudgeRationale& judge, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Row {
        QString title;
        QString order; // "A → B", or what is said instead
        bool swapped = false;
        bool mean = false;
        QString scoreA;
        QString scoreB;
        Verdict verdict = Verdict::None;
        bool leadsA = false;
        bool leadsB = false;
    };
    void paintRow(QPainter& painter, const Row& row, const QRect& place) const;
    void describe();

    std::vector<Row> m_rows;
    bool m_scored = false; // any numbers at all
};

} // namespace agon::ui
