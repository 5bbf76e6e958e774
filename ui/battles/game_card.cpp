#include "ui/battles/game_card.h"

#include "ui/battles/battle_words.h"
#include "ui/battles/explanation_view.h"
#include "ui/battles/text_window.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/verdict_chip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

QString titleOf(int number) {
    if (number > 0)
        return GameCard::tr("Game %1").arg(number);
    return GameCard::tr("Superseded");
}

QPushButton* textButton(const QString& words, const QString& title, const std::string& text,
                        QWidget* parent) {
    auto* button = new QPushButton(words, parent);
    setInBar(button);
    button->setFlat(true);
    button->setEnabled(!text.empty());
    button->setAccessibleName(title);
    button->setToolTip(text.empty() ? GameCard::tr("Not in the imported file") : title);
    QObject::connect(button, &QPushButton::clicked, button,
                     [button, title, text] { showTextWindow(title, text, button->window()); });
    return button;
}

} // namespace

GameCard::GameCard(const Game& game, int number, const QList<Quote>& quotes, QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_header = header(game, number);
    column->addWidget(m_header);
    const QString explanation = shownExplanation(game);
    if (!game.error.empty()) {
        auto* error = new NoticeBar(this);
        error->say(Tone::Danger, tr("Invalid."), QString::fromStdString(game.error));
        column->addWidget(error);
    }
    const auto remark = [&](const QString& words) {
        auto* label = new TextLabel(words, Colour::Dim, Size::Caption, Weight::Regular, this);
        label->setWordWrap(true);
        label->setContentsMargins(scaled(10), scaled(6), scaled(10),
                                  explanation.isEmpty() ? scaled(8) : 0);
        column->addWidget(label);
    };
    if (!explanation.isEmpty()) {
        if (const QString hint = orderHint(game); !hint.isEmpty())
            remark(hint);
        auto* view = new ExplanationView(explanation, quotes, this);
        connect(view, &ExplanationView::quoteActivated, this, &GameCard::quoteActivated);
        column->addWidget(view);
    } else if (game.error.empty()) {
        remark(game.raw.empty() ? tr("The judge gave no reasons.")
                                : tr("The judge gave no reasons; see its raw reply."));
    }
    if (!gameFacts(game).isEmpty() || !gameOrigin(game).isEmpty()) {
        m_footer = footer(game);
        column->addWidget(m_footer);
    }
}

QWidget* GameCard::header(const Game& game, int number) {
    auto* bar = new QWidget(this);
    bar->setFixedHeight(scaled(28));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(10), 0, scaled(4), 0);
    row->setSpacing(scaled(6));
    const bool counts = number > 0;
    row->addWidget(new TextLabel(titleOf(number), counts ? Colour::Text : Colour::Dim,
                                 Size::Caption, Weight::Semibold, bar));
    row->addWidget(new TextLabel(game.order == Order::AB ? tr("A first") : tr("B first"),
                                 Colour::Dim, Size::Caption, Weight::Regular, bar));
    if (!counts)
        row->addWidget(new VerdictChip({game.verdict}, bar));
    row->addStretch(1);
    const QString name = QString::fromStdString(game.judgeName);
    row->addWidget(textButton(tr("Prompt"), tr("%1, prompt of %2").arg(titleOf(number), name),
                              game.prompt, bar));
    row->addWidget(textButton(tr("Raw reply"), tr("%1, raw reply of %2").arg(titleOf(number), name),
                              game.raw, bar));
    return bar;
}

QWidget* GameCard::footer(const Game& game) {
    auto* box = new QWidget(this);
    auto* lines = new QVBoxLayout(box);
    lines->setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(4));
    lines->setSpacing(scaled(2));
    for (const QStringList& parts : {gameFacts(game), gameOrigin(game)}) {
        if (parts.isEmpty())
            continue;
        auto* label = new TextLabel(parts.join(QStringLiteral("    ")), Colour::Dim, Size::Caption,
                                    Weight::Regular, box);
        label->setWordWrap(true);
        lines->addWidget(label);
    }
    if (!game.fingerprint.empty())
        box->setToolTip(QStringLiteral("<p>") +
                        tr("Fingerprint of the server: %1")
                            .arg(QString::fromStdString(game.fingerprint))
                            .toHtmlEscaped() +
                        QStringLiteral("</p>"));
    return box;
}

void GameCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paintBox(&painter, rect(), theme.color(Colour::Base), theme.color(Colour::Border),
             measure::radius);
    const int line = m_header->geometry().bottom();
    painter.fillRect(1, line, width() - 2, 1, theme.color(Colour::Grid));
    if (m_footer) {
        const QRect foot = m_footer->geometry();
        painter.fillRect(foot.adjusted(0, 0, 0, -1), theme.color(Colour::Alternate));
        painter.fillRect(foot.left(), foot.top(), foot.width(), 1, theme.color(Colour::Grid));
    }
}

} // namespace agon::ui
