// One of the two answers: who wrote it, how long it took, what is unusual about it, the text.
#pragma once

#include "ui/battles/battle_words.h"
#include "ui/text/markdown_view.h"

#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QStackedWidget;

namespace agon::ui {

class ElidedLabel;
class LabelChip;
class NoticeBar;
class TextLabel;
class VerdictChip;

class AnswerView final : public QWidget {
    Q_OBJECT

  public:
    explicit AnswerView(QWidget* parent = nullptr);

    // `prepared` fits the text shown: rendered, of one turn.
    void showAnswer(const Battle& battle, Side side, bool whole, TextMode mode,
                    std::optional<ShownText> prepared);
    // Another battle is being read: who and what is not known yet.
    void clear(Side side);
    void setMode(TextMode mode);
    void setTextStyle(const TextStyle& style);
    [[nodiscard]] MarkdownView* text() const { return m_text; }
    [[nodiscard]] Side side() const { return m_side; }
    [[nodiscard]] QString modelName() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void setSide(Side side);
    void showMarks(std::uint32_t marks);
    void showNotice(const TextNotice& notice);
    void askToOpen(const QUrl& url);

    Side m_side = Side::A;
    VerdictChip* m_chip;
    ElidedLabel* m_name;
    TextLabel* m_facts;
    QHBoxLayout* m_marks;
    std::vector<LabelChip*> m_markChips; // children
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    MarkdownView* m_text;
    TextLabel* m_reason;
};

} // namespace agon::ui
