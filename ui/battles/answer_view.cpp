#include "ui/battles/answer_view.h"

#include "ui/battles/answer_style.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/verdict_chip.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace agon::ui {

namespace {
constexpr int rule = 2;
constexpr int headerHeight = 34;
constexpr int leastWidth = 320;
} // namespace

AnswerView::AnswerView(QWidget* parent)
    : QWidget(parent)
    , m_chip(new VerdictChip({Verdict::A, false, true}, this))
    , m_name(new ElidedLabel({}, Colour::Text, Size::Body, Weight::Semibold, this))
    , m_facts(new TextLabel({}, Colour::Dim, Size::Caption, Weight::Regular, this))
    , m_marks(new QHBoxLayout)
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_text(new MarkdownView(answerStyle(Theme::current()), m_pages))
    , m_reason(new TextLabel({}, Colour::Dim, Size::Body, Weight::Regular, m_pages)) {
    auto* header = new QWidget(this);
    header->setFixedHeight(scaled(headerHeight));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 1);
    row->setSpacing(scaled(8));
    row->addWidget(m_chip);
    row->addWidget(m_name, 1);
    m_marks->setSpacing(scaled(4));
    row->addLayout(m_marks);
    row->addWidget(m_facts);
    setOwnFocusRing(m_text);
    m_notice->hide();
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_reason->setMargin(scaled(measure::dockPadding));
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_reason);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, rule, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    connect(m_text, &MarkdownView::noticeChanged, this, &AnswerView::showNotice);
    connect(m_text, &MarkdownView::linkRequested, this, &AnswerView::askToOpen);
    setSide(Side::A);
}

void AnswerView::setSide(Side side) {
    m_side = side;
    m_chip->setLook({verdictOf(side), false, true});
    m_text->setName(side == Side::A ? tr("Answer A") : tr("Answer B"));
    update();
}

void AnswerView::showAnswer(const Battle& battle, Side side, bool whole, TextMode mode,
                            std::optional<ShownText> prepared) {
    setSide(side);
    const Response& response = responseOf(battle, side);
    m_name->setText(QString::fromStdString(response.modelName));
    m_facts->setText(answerFacts(response, battle.turn).join(QStringLiteral("   ")));
    showMarks(response.marks);
    const QString reason = whyNoAnswer(battle, side);
    m_reason->setText(reason);
    m_pages->setCurrentWidget(reason.isEmpty() ? static_cast<QWidget*>(m_text) : m_reason);
    std::string text = answerText(battle, side, whole);
    if (prepared && !whole && mode == TextMode::Rendered)
        m_text->setText(std::move(text), mode, std::move(*prepared));
    else
        m_text->setText(std::move(text), mode);
    m_notice->setVisible(reason.isEmpty() && !noticeText(m_text->notice()).isEmpty());
}

void AnswerView::clear(Side side) {
    setSide(side);
    m_name->setText({});
    m_facts->setText({});
    showMarks(0);
    m_notice->hide();
    m_reason->setText({});
    m_pages->setCurrentWidget(m_reason);
}

void AnswerView::setMode(TextMode mode) {
    m_text->setMode(mode);
}

void AnswerView::setTextStyle(const TextStyle& style) {
    m_text->setTextStyle(style);
}

QString AnswerView::modelName() const {
    return m_name->text();
}

QSize AnswerView::minimumSizeHint() const {
    return {leastWidth, scaled(120)};
}

void AnswerView::showMarks(std::uint32_t marks) {
    for (LabelChip* chip : m_markChips)
        chip->deleteLater();
    m_markChips.clear();
    for (const MarkWords& mark : markWords(marks)) {
        auto* chip = new LabelChip(mark.label, Tone::Warning, Icon::Remark, this);
        chip->setToolTip(mark.details);
        chip->setAccessibleDescription(mark.details);
        m_marks->addWidget(chip);
        m_markChips.push_back(chip);
    }
}

void AnswerView::showNotice(const TextNotice& notice) {
    const QString words = noticeText(notice);
    if (!words.isEmpty())
        m_notice->say(notice.invisible > 0 ? Tone::Warning : Tone::Neutral, {}, words);
    m_notice->setVisible(!words.isEmpty() && m_pages->currentWidget() == m_text);
}

// The whole address is shown before anything is opened.
void AnswerView::askToOpen(const QUrl& url) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Open a link"),
                                tr("The answer links to this address. Open it in the browser?"),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(url.toDisplayString(QUrl::FullyEncoded));
    const QPushButton* open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(open, &QPushButton::clicked, box, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

void AnswerView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.color(Colour::Base));
    painter.fillRect(0, rule, width(), scaled(headerHeight), theme.color(Colour::Window));
    painter.fillRect(0, rule + scaled(headerHeight) - 1, width(), 1, theme.color(Colour::Border));
    painter.fillRect(0, 0, width(), rule,
                     theme.color(m_side == Side::A ? Colour::AMark : Colour::BMark));
}

} // namespace agon::ui
