#include "ui/models/test_view.h"

#include "core/text/invisible.h"
#include "ui/models/check_list.h"
#include "ui/models/form_fields.h"
#include "ui/models/model_draft.h"
#include "ui/models/model_words.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/section_header.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostReply = 2000; // characters that are shown

QPushButton* tool(const QString& text, Icon picture, QWidget* parent) {
    auto* made = new QPushButton(icon(picture), {}, parent);
    made->setAccessibleName(text);
    made->setToolTip(text);
    setInBar(made);
    return made;
}

// What a call depends on.
bool sameCall(const Model& a, const Model& b) {
    using enum ModelField;
    constexpr std::array asked{Kind, BaseUrls, Provider, ApiModel, KeyVariable, InsecureTls};
    return std::ranges::all_of(asked, [&](ModelField field) { return sameField(a, b, field); });
}

QString countWord(const std::optional<std::int64_t>& count) {
    return count ? formatCount(*count) : missing();
}

} // namespace

TestView::TestView(QWidget* parent)
    : QWidget(parent)
    , m_header(new SectionHeader(tr("Connection test")))
    , m_outcome(new LabelChip)
    , m_cancel(new QPushButton(tr("Cancel"), m_header))
    , m_copy(tool(tr("Copy as text"), Icon::Copy, m_header))
    , m_close(tool(tr("Close the test"), Icon::Cross, m_header))
    , m_notice(new NoticeBar)
    , m_scroll(new QScrollArea)
    , m_checks(new CheckList)
    , m_replyPart(new QWidget)
    , m_reply(linesField(2, codeFont(), m_replyPart))
    , m_figures(new FigureStrip) {
    setAccessibleName(tr("Connection test"));
    m_header->setFill(Colour::Alternate);
    m_cancel->setAccessibleName(tr("Cancel the test"));
    setInBar(m_cancel);
    m_header->addWidget(m_outcome);
    m_header->addWidget(m_cancel);
    m_header->addWidget(m_copy);
    m_header->addWidget(m_close);
    connect(m_cancel, &QPushButton::clicked, this, &TestView::cancelWanted);
    connect(m_close, &QPushButton::clicked, this, &TestView::closeWanted);
    connect(m_copy, &QPushButton::clicked, this, &TestView::copy);

    auto* replyColumn = new QVBoxLayout(m_replyPart);
    replyColumn->setContentsMargins(0, 0, 0, 0);
    replyColumn->setSpacing(0);
    replyColumn->addWidget(new SectionHeader(tr("Reply"), tr("to the short completion")));
    auto* holder = new QVBoxLayout;
    const int edge = scaled(measure::formPadding);
    holder->setContentsMargins(edge, scaled(8), edge, scaled(8));
    m_reply->setReadOnly(true);
    m_reply->setAccessibleName(tr("Reply of the model"));
    holder->addWidget(m_reply);
    replyColumn->addLayout(holder);
    replyColumn->addWidget(m_figures);

    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_checks);
    rows->addWidget(m_replyPart);
    rows->addStretch(1);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Checks of the connection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_scroll, 1);
    m_notice->hide();
}

void TestView::show(const TestResult& result, const Model& now) {
    if (std::exchange(m_started, result.started) != result.started)
        m_scroll->verticalScrollBar()->setValue(0); // another test
    showOutcome(result);
    m_checks->setChecks(result.report.checks);
    showReply(result);
    const bool changed = !sameCall(result.model, now);
    m_notice->setVisible(changed || !result.stopped.isEmpty());
    if (!result.stopped.isEmpty())
        m_notice->say(Tone::Warning, tr("Not finished."), result.stopped);
    else if (changed)
        m_notice->say(Tone::Neutral, tr("The model was changed since."), tr("Test it again."));
    m_cancel->setVisible(result.running);
    m_copy->setVisible(!result.running);
    m_close->setVisible(!result.running);
    m_text = m_outcome->text();
    for (const ProbeCheck& check : result.report.checks)
        m_text += u'\n' + checkLine(check);
    if (result.report.reply)
        m_text += u'\n' + tr("Reply: %1").arg(m_reply->toPlainText());
}

void TestView::showOutcome(const TestResult& result) {
    const ProbeReport& report = result.report;
    const int failed = report.count(CheckState::Failed);
    const int remarks = report.count(CheckState::Warned);
    const QString time =
        QDateTime::fromMSecsSinceEpoch(result.started.milliseconds).toString(u"HH:mm"_s);
    m_header->setNote(result.running ? time
                                     : tr("%1, %2").arg(time, formatSeconds(result.seconds)));
    const auto say = [&](const QString& text, Tone tone, Icon picture) {
        m_outcome->setTone(tone);
        m_outcome->setIcon(picture);
        m_outcome->setText(text);
        m_outcome->setAccessibleName(text);
    };
    if (result.running)
        say(tr("Running"), Tone::Neutral, Icon::Clock);
    else if (failed > 0)
        say(failed == 1 ? tr("1 check failed") : tr("%1 checks failed").arg(failed), Tone::Danger,
            Icon::Invalid);
    else if (!result.stopped.isEmpty())
        say(tr("Stopped"), Tone::Neutral, Icon::Stop);
    else if (remarks > 0)
        say(remarks == 1 ? tr("Works, 1 remark") : tr("Works, %1 remarks").arg(remarks), Tone::Good,
            Icon::Check);
    else
        say(tr("Works"), Tone::Good, Icon::Check);
}

void TestView::showReply(const TestResult& result) {
    const auto& reply = result.report.reply;
    m_replyPart->setVisible(reply.has_value());
    if (!reply)
        return;
    const std::string& said = reply->text.empty() ? reply->reasoning : reply->text;
    const QString text = QString::fromStdString(showInvisible(said).text).left(mostReply);
    if (m_reply->toPlainText() != text)
        m_reply->setPlainText(text);
    const auto figure = [](const QString& caption, const QString& value) {
        return Figure{caption, value, {}, Tone::Neutral, false, false, {}};
    };
    m_figures->setFigures(
        {figure(tr("First token"),
                reply->firstToken ? formatSeconds(*reply->firstToken) : missing()),
         figure(tr("Whole reply"), formatSeconds(reply->seconds)),
         figure(tr("Tokens"),
                tr("%1 in, %2 out").arg(countWord(reply->usage.in), countWord(reply->usage.out))),
         figure(tr("Price of it"), result.cost ? formatDollars(*result.cost) : missing())});
}

void TestView::copy() {
    QApplication::clipboard()->setText(m_text);
}

} // namespace agon::ui
