// A judge's games set against each other, or the judges of a jury: scores, verdicts, the outcome.
#pragma once

#include "ui/battles/jury_rationale.h"

#include <QWidget>

namespace agon::ui {

class GamesTable final : public QWidget {
    Q_OBJECT

  public:
    explicit GamesTable(const JudgeRationale& judge, QWidget* parent = nullptr);
    explicit GamesTable(const JuryRationale& jury, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Row {
        QString title;
        QString order; // "A → B", or what is said instead
        bool swapped = false;
        bool judge = false; // a judge's outcome: the title has the column of the order too
        bool mean = false;
        QString scoreA;
        QString scoreB;
        Verdict verdict = Verdict::None;
        bool leadsA = false;
        bool leadsB = false;
    };
    [[nodiscard]] Row outcome(const QString& title, const Merged& merged) const;
    void paintRow(QPainter& painter, const Row& row, const QRect& place) const;
    void describe();
    [[nodiscard]] bool ofJudges() const { return !m_rows.empty() && m_rows.front().judge; }

    std::vector<Row> m_rows;
    bool m_scored = false; // any numbers at all
};

} // namespace agon::ui
