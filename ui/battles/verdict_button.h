// A button of the verdict bar: key cap, words, and below them who says so.
#pragma once

#include "core/domain/verdict.h"

#include <QAbstractButton>

namespace agon::ui {

class VerdictButton final : public QAbstractButton {
    Q_OBJECT

  public:
    explicit VerdictButton(const QKeySequence& key, QWidget* parent = nullptr);

    void setWords(const QString& words);
    // "judge, by 0.5" and "judge", where the long one has no room; empty: the judge says otherwise.
    void setJudge(const QString& words, const QString& brief);
    // "you, 14:02" and "you"; empty: not your vote.
    void setMine(const QString& words, const QString& brief);
    void setFlat(bool flat);
    [[nodiscard]] bool isJudges() const { return !m_judge.isEmpty(); }
    [[nodiscard]] bool isMine() const { return !m_mine.isEmpty(); }
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void describe();
    void paintWho(QPainter& painter, const QRect& rect, const class Theme& theme) const;

    QStringList m_keys;
    QString m_judge;
    QString m_judgeBrief;
    QString m_mine;
    QString m_mineBrief;
    bool m_flat = false;
};

} // namespace agon::ui
