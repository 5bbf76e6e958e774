#include "ui/shell/status_line.h"

#include "ui/bridge/jobs_feed.h"
#include "ui/bridge/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/job_words.h"
#include "ui/shell/picture.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace agon::ui {

namespace {

constexpr int sayFor = 6000; // ms

TextLabel* caption(QWidget* parent) {
    return new TextLabel(QString(), Colour::Dim, Size::Caption, Weight::Regular, parent);
}

} // namespace

StatusLine::StatusLine(const PanelContext& context, QWidget* parent)
    : QStatusBar(parent)
    , m_session(context.session)
    , m_jobs(context.jobs)
    , m_progress(new QProgressBar(this))
    , m_notes(caption(this))
    , m_job(new QToolButton(this))
    , m_counts(caption(this))
    , m_savedIcon(new Picture(Icon::Check, Colour::Dim, 12, this))
    , m_saved(caption(this)) {
    setSizeGripEnabled(false);
    setFixedHeight(scaled(measure::statusBar));
    setContentsMargins(scaled(8), 0, scaled(8), 0);

    m_progress->setTextVisible(false);
    m_progress->setFixedSize(scaled(112), scaled(6));
    m_progress->setAccessibleName(tr("Progress of this sitting"));
    m_progress->hide();
    m_notes->setAccessibleName(tr("Status"));
    m_job->setFont(uiFont(Size::Caption));
    m_job->setAutoRaise(true);
    m_job->setIcon(icon(Icon::Jobs, Colour::Dim));
    m_job->setIconSize({scaled(13), scaled(13)});
    m_job->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_job->setToolTip(tr("Show the jobs"));
    m_job->setAccessibleName(m_job->toolTip());
    m_job->setFocusPolicy(Qt::TabFocus);

    addWidget(m_progress);
    addWidget(m_notes);
    addPermanentWidget(m_job);
    addPermanentWidget(m_counts);
    addPermanentWidget(m_savedIcon);
    addPermanentWidget(m_saved);
    m_hints = hints(context.actions);
    addPermanentWidget(m_hints);

    m_sayTimer.setSingleShot(true);
    m_sayTimer.setInterval(sayFor);
    connect(&m_sayTimer, &QTimer::timeout, this, [this] {
        m_said.clear();
        showNotes();
    });
    connect(m_job, &QToolButton::clicked, this, &StatusLine::jobsWanted);
    connect(&m_jobs, &JobsFeed::changed, this, &StatusLine::showJob);
    connect(&m_session, &Session::opened, this, [this] {
        showNotes();
        showCounts();
    });
    connect(&m_session, &Session::closed, this, [this] {
        m_status = {};
        showNotes();
        showCounts();
    });
    connect(&m_session, &Session::tableChanged, this, &StatusLine::showCounts);
    connect(&m_session, &Session::verdictsChanged, this, &StatusLine::showCounts);
    connect(&m_session, &Session::savedChanged, this, &StatusLine::showSaved);
    showNotes();
    showJob();
    showCounts();
    showSaved();
}

QWidget* StatusLine::hints(const ActionRegistry& actions) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(6));
    const auto add = [&](ActionId id, const QString& words) {
        row->addWidget(new KeyCap(actions.action(id)->shortcut(), KeyCapLook::Quiet, box));
        row->addWidget(new TextLabel(words, Colour::Dim, Size::Caption, Weight::Regular, box));
    };
    add(ActionId::Keys, tr("keys"));
    row->addSpacing(scaled(8));
    add(ActionId::Palette, tr("everything else"));
    return box;
}

void StatusLine::showPanelStatus(const PanelStatus& status) {
    m_status = status;
    showNotes();
}

void StatusLine::say(const QString& message) {
    m_said = message;
    m_sayTimer.start();
    showNotes();
}

void StatusLine::showNotes() {
    const bool counted = m_said.isEmpty() && m_status.total > 0;
    m_progress->setVisible(counted);
    if (counted) {
        m_progress->setRange(0, m_status.total);
        m_progress->setValue(m_status.done);
    }
    if (!m_said.isEmpty())
        m_notes->setText(m_said);
    else if (m_session.isOpen())
        m_notes->setText(m_status.notes.join(QStringLiteral("      ")));
    else
        m_notes->setText(tr("Agon %1").arg(QCoreApplication::applicationVersion()));
}

void StatusLine::showJob() {
    const auto& jobs = m_jobs.jobs();
    const auto running = std::find_if(jobs.begin(), jobs.end(), [](const JobInfo& job) {
        return job.state == JobState::Running;
    });
    m_job->setVisible(running != jobs.end());
    if (running == jobs.end())
        return;
    const QString title = QString::fromStdString(running->title);
    const double fraction = jobFraction(*running);
    m_job->setText(
        fraction < 0
            ? title
            : tr("%1, %2 %").arg(title, QString::number(static_cast<int>(fraction * 100))));
    m_job->setAccessibleName(m_job->text());
}

void StatusLine::showCounts() {
    const auto& table = m_session.table();
    const auto& verdicts = m_session.verdicts();
    m_counts->setVisible(table && verdicts);
    m_hints->setVisible(!m_session.isOpen());
    if (!table || !verdicts)
        return;
    const auto invalid =
        std::count(verdicts->verdict.begin(), verdicts->verdict.end(), Verdict::Invalid);
    const QString battles = tr("%1 battles").arg(formatCount(static_cast<qint64>(table->size())));
    m_counts->setText(invalid == 0 ? battles
                                   : tr("%1, %2 invalid").arg(battles, formatCount(invalid)));
}

void StatusLine::showSaved() {
    const bool saving = m_session.writesPending() > 0;
    const Timestamp at = m_session.savedAt();
    QString text;
    if (m_session.isOpen() && !m_session.readOnlyReason().isEmpty())
        text = tr("Read-only");
    else if (saving)
        text = tr("Saving");
    else if (at.known())
        text = tr("Saved %1")
                   .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.milliseconds).time(),
                                           QStringLiteral("HH:mm")));
    m_saved->setText(text);
    m_saved->setToolTip(m_session.readOnlyReason());
    m_saved->setVisible(!text.isEmpty());
    m_savedIcon->setVisible(!saving && at.known());
}

void StatusLine::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Colour::Window));
    painter.setPen(theme.color(Colour::Border));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace agon::ui
