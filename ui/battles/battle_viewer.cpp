#include "ui/battles/battle_viewer.h"

#include "ui/battles/answer_style.h"
#include "ui/battles/answer_view.h"
#include "ui/battles/battle_quotes.h"
#include "ui/battles/battle_review.h"
#include "ui/battles/instruction_section.h"
#include "ui/battles/verdict_bar.h"
#include "ui/battles/viewer_bar.h"
#include "ui/text/linked_scrolling.h"
#include "ui/theme/font.h"
#include "ui/widgets/notice_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

class VerticalLine final : public QWidget {
  public:
    explicit VerticalLine(QWidget* parent)
        : QWidget(parent) {
        setFixedWidth(1);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::of(palette()).color(Colour::Border));
    }
};

} // namespace

BattleViewer::BattleViewer(BattleQueue& queue, BattleReview& review, ActionRegistry& actions,
                           QWidget* parent)
    : QWidget(parent)
    , m_review(review)
    , m_bar(new ViewerBar(queue, review, actions, this))
    , m_notice(new NoticeBar(this))
    , m_instruction(new InstructionSection(this))
    , m_left(new AnswerView(this))
    , m_right(new AnswerView(this))
    , m_linked(new LinkedScrolling(m_left->text(), m_right->text(), this))
    , m_verdicts(new VerdictBar(review, actions, this)) {
    m_notice->hide();
    auto* answers = new QHBoxLayout;
    answers->setSpacing(0);
    answers->addWidget(m_left, 1);
    answers->addWidget(new VerticalLine(this));
    answers->addWidget(m_right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_instruction);
    column->addLayout(answers, 1);
    column->addWidget(m_verdicts);

    connect(&review, &BattleReview::opening, this, [this] {
        if (!m_review.battle())
            waitFor();
    });
    connect(&review, &BattleReview::shown, this, &BattleViewer::showBattle);
    connect(&review, &BattleReview::closed, this, &BattleViewer::waitFor);
    connect(&review, &BattleReview::updated, this, [this] {
        showHint();
        markQuotes();
    });
    connect(&review, &BattleReview::sidesChanged, this, &BattleViewer::showAnswers);
    connect(&review, &BattleReview::quoteWanted, this, &BattleViewer::revealQuote);
    connect(&review, &BattleReview::failed, this, [this](const QString& message) {
        m_notice->say(Tone::Danger, tr("This battle cannot be read."), message);
        m_notice->show();
    });
    connect(m_instruction, &InstructionSection::wholeChanged, this, &BattleViewer::showAnswers);
    for (const AnswerView* view : {m_left, m_right})
        connect(view->text(), &MarkdownView::shown, this, &BattleViewer::markQuotes);
    review.setTextStyle(answerStyle(Theme::of(palette())));
    if (review.battle())
        showBattle();
    else
        waitFor();
}

QSize BattleViewer::minimumSizeHint() const {
    return {2 * m_left->minimumSizeHint().width() + 1, scaled(360)};
}

AnswerView* BattleViewer::viewOf(Side side) const {
    return m_review.left() == side ? m_left : m_right;
}

void BattleViewer::waitFor() {
    m_notice->hide();
    m_instruction->clear();
    m_left->clear(m_review.left());
    m_right->clear(other(m_review.left()));
}

void BattleViewer::showBattle() {
    m_instruction->showBattle(*m_review.battle());
    showHint();
    showAnswers();
}

void BattleViewer::showHint() {
    const Battle* battle = m_review.battle();
    const bool against = battle && battle->a.model == battle->b.model;
    if (against)
        m_notice->say(Tone::Neutral, tr("A model against itself."),
                      tr("It is kept and can be looked into, but not rated."));
    m_notice->setVisible(against);
}

void BattleViewer::showAnswers() {
    const Battle* battle = m_review.battle();
    if (!battle)
        return waitFor();
    for (const Side side : {m_review.left(), other(m_review.left())})
        viewOf(side)->showAnswer(*battle, side, m_instruction->isWhole(), m_mode,
                                 m_review.takePrepared(side));
    markQuotes();
}

void BattleViewer::setRaw(bool raw) {
    m_mode = raw ? TextMode::Raw : TextMode::Rendered;
    m_left->setMode(m_mode);
    m_right->setMode(m_mode);
}

void BattleViewer::setLinked(bool linked) {
    m_linked->setEnabled(linked);
}

bool BattleViewer::isLinked() const {
    return m_linked->isEnabled();
}

// What the judges quote is tinted and underlined where it stands.
void BattleViewer::markQuotes() {
    const Battle* battle = m_review.battle();
    if (!battle)
        return;
    const Theme theme = Theme::of(palette());
    const QList<Quote> quotes = distinctQuotes(battleQuotes(*battle));
    for (const Side side : {Side::A, Side::B}) {
        MarkdownView* view = viewOf(side)->text();
        if (!view->isReady())
            continue;
        QList<TextHighlight> highlights;
        for (const Quote& quote : quotes) {
            if (!(side == Side::A ? quote.inA : quote.inB))
                continue;
            const QList<TextRange> places = view->find(quote.words, Qt::CaseSensitive);
            if (!places.isEmpty())
                highlights.append({places.first(),
                                   theme.color(side == Side::A ? Colour::ATint : Colour::BTint),
                                   theme.color(side == Side::A ? Colour::AMark : Colour::BMark)});
        }
        view->setHighlights(highlights);
    }
}

void BattleViewer::revealQuote(int number) {
    const Battle* battle = m_review.battle();
    if (!battle)
        return;
    for (const Quote& quote : distinctQuotes(battleQuotes(*battle))) {
        if (quote.number != number)
            continue;
        for (const Side side : {Side::A, Side::B}) {
            MarkdownView* view = viewOf(side)->text();
            const QList<TextRange> places = view->find(quote.words, Qt::CaseSensitive);
            if ((side == Side::A ? quote.inA : quote.inB) && !places.isEmpty())
                view->reveal(places.first());
        }
    }
}

void BattleViewer::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    const TextStyle style = answerStyle(Theme::of(palette()));
    m_review.setTextStyle(style);
    m_left->setTextStyle(style);
    m_right->setTextStyle(style);
}

} // namespace agon::ui
