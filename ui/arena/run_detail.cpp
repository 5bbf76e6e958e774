#include "ui/arena/run_detail.h"

#include "ui/arena/run_bar.h"
#include "ui/arena/run_words.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/number_delegate.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int invalidRole = Qt::UserRole;
constexpr int mostRows = 6; // then a table scrolls
constexpr int roomy = 360;  // for all columns; in a narrower dock the names keep theirs

// Rows keep their items, so that the place and the selection stay while it runs.
void put(QTableWidget* table, int row, int column, const QVariant& value) {
    QTableWidgetItem* item = table->item(row, column);
    if (!item) {
        item = new QTableWidgetItem;
        table->setItem(row, column, item);
    }
    if (item->data(Qt::DisplayRole) != value)
        item->setData(Qt::DisplayRole, value);
}

void fit(QTableWidget* table) {
    const int rows = std::min(table->rowCount(), mostRows);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() +
                          rows * scaled(measure::tableRow) + 2);
}

QString startedWords(const KnownRun& run, bool active) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(run.info.at.milliseconds);
    const bool today = at.date() == QDate::currentDate();
    const QString when = today ? at.time().toString(u"HH:mm"_s) : at.toString(u"d MMM HH:mm"_s);
    return active ? RunDetail::tr("started %1").arg(when)
                  : RunDetail::tr("%1, started %2", "state, time").arg(runStateWords(run), when);
}

} // namespace

RunDetail::RunDetail(RunDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_header(new SectionHeader(QString(), QString(), this))
    , m_pause(new QPushButton(icon(Icon::Pause), tr("Pause"), m_header))
    , m_resume(new QPushButton(icon(Icon::Play), tr("Resume"), m_header))
    , m_stop(new QPushButton(icon(Icon::Stop), tr("Stop"), m_header))
    , m_message(new NoticeBar(this)) {
    m_header->setFill(Colour::Window);
    for (QPushButton* button : {m_pause, m_resume, m_stop}) {
        setInBar(button);
        m_header->addWidget(button);
    }
    connect(m_pause, &QPushButton::clicked, this, [this] { m_desk.pause(true); });
    connect(m_stop, &QPushButton::clicked, &m_desk, &RunDesk::stop);
    connect(m_resume, &QPushButton::clicked, this, [this] {
        const RunStatus* active = m_desk.active();
        if (active && active->run == m_run)
            m_desk.pause(false);
        else
            m_desk.resume(m_run, window());
    });
    m_message->hide();

    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, scaled(8));
    rows->setSpacing(0);
    rows->addWidget(m_message);
    rows->addWidget(progress());
    rows->addWidget(atOnceRow());
    m_endpoints = table(tr("Models that are called"),
                        {tr("Called"), tr("In flight"), tr("Answered"), tr("Slowed"), tr("Mean")});
    rows->addWidget(m_endpoints);
    auto* errors = new SectionHeader(tr("Errors, by cause"), QString(), page);
    errors->setFill(Colour::Window);
    rows->addWidget(errors);
    m_errors = table(tr("Errors, by cause"), {tr("Cause"), tr("Times"), tr("What became of them")});
    m_errors->setItemDelegateForColumn(2, new QStyledItemDelegate(m_errors));
    m_errors->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_errors->horizontalHeader()->resizeSection(1, scaled(52));
    m_errors->horizontalHeader()->resizeSection(2, scaled(156));
    connect(m_errors, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* item) {
        if (m_errors->item(item->row(), 0)->data(invalidRole).toBool())
            emit invalidWanted();
    });
    rows->addWidget(m_errors);
    m_noErrors = new TextLabel(tr("None so far."), Colour::Dim, Size::Body, Weight::Regular, page);
    m_noErrors->setContentsMargins(scaled(measure::dockPadding), scaled(8),
                                   scaled(measure::dockPadding), 0);
    rows->addWidget(m_noErrors);
    rows->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(scroll, 1);
    connect(&desk, &RunDesk::statusChanged, this, &RunDetail::update);
    connect(&desk, &RunDesk::runsChanged, this, [this] { update(m_run); });
}

QWidget* RunDetail::progress() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    const int padding = scaled(measure::dockPadding);
    column->setContentsMargins(padding, scaled(8), padding, scaled(4));
    column->setSpacing(scaled(8));
    m_answers = new RunBar(tr("Answers"), box);
    m_games = new RunBar(tr("Games"), box);
    m_price = new RunBar(tr("Price"), box);
    m_facts = new TextLabel(QString(), Colour::Dim, Size::Caption, Weight::Regular, box);
    m_facts->setWordWrap(true);
    for (QWidget* part : {static_cast<QWidget*>(m_answers), static_cast<QWidget*>(m_games),
                          static_cast<QWidget*>(m_price), static_cast<QWidget*>(m_facts)})
        column->addWidget(part);
    return box;
}

QWidget* RunDetail::atOnceRow() {
    m_atOnceRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_atOnceRow);
    const int padding = scaled(measure::dockPadding);
    row->setContentsMargins(padding, 0, padding, scaled(8));
    row->setSpacing(scaled(8));
    m_atOnce = new QSpinBox(m_atOnceRow);
    constexpr int most = 4096;
    m_atOnce->setRange(1, most);
    m_atOnce->setKeyboardTracking(false);
    m_atOnce->setAccessibleName(tr("Calls at once"));
    setInBar(m_atOnce);
    m_inFlight = new TextLabel(QString(), Colour::Dim, Size::Body, Weight::Regular, m_atOnceRow);
    auto* label =
        new TextLabel(tr("Calls at &once"), Colour::Text, Size::Body, Weight::Medium, m_atOnceRow);
    label->setBuddy(m_atOnce);
    row->addWidget(label);
    row->addWidget(m_atOnce);
    row->addWidget(m_inFlight);
    row->addStretch(1);
    connect(m_atOnce, &QSpinBox::valueChanged, &m_desk, &RunDesk::setAtOnce);
    return m_atOnceRow;
}

QTableWidget* RunDetail::table(const QString& name, const QStringList& columns) {
    auto* view = new QTableWidget(0, static_cast<int>(columns.size()), this);
    view->setHorizontalHeaderLabels(columns);
    view->setAccessibleName(name);
    view->setItemDelegate(new NumberDelegate(0, view));
    view->setItemDelegateForColumn(0, new QStyledItemDelegate(view));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(scaled(measure::tableRow));
    QHeaderView* header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(scaled(40));
    header->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < columns.size(); ++column)
        header->resizeSection(column, scaled(72));
    view->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return view;
}

void RunDetail::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = width() < scaled(roomy);
    m_errors->setColumnHidden(2, narrow);
    m_endpoints->setColumnHidden(3, narrow);
    m_endpoints->setColumnHidden(4, narrow);
}

void RunDetail::show(RunId run, const QString& title) {
    m_header->setTitle(title);
    const bool other = run != m_run;
    m_run = run;
    if (other && !m_desk.status(run))
        m_desk.look(run);
    update(run);
}

void RunDetail::update(RunId run) {
    if (run != m_run || !run.valid())
        return;
    const KnownRun* known = m_desk.known(run);
    const RunStatus* status = m_desk.status(run);
    const RunStatus* running = m_desk.active();
    const bool active = running && running->run == run;
    m_header->setNote(known ? startedWords(*known, active) : QString());
    showButtons(known, status, active);
    const RunStatus nothing;
    const RunStatus& now = status ? *status : nothing;
    const auto bar = [](RunBar* widget, const CallCounts& counts) {
        widget->setVisible(counts.planned > 0);
        widget->show(countWords(counts), shareDone(counts));
    };
    bar(m_answers, now.tally.answers);
    bar(m_games, now.tally.games);
    m_price->show(priceWords(now), now.maxCost && *now.maxCost > 0
                                       ? std::min(1.0, now.sums.cost / *now.maxCost)
                                       : -1);
    m_facts->setText(runFacts(now).join(u"  ·  "_s));
    m_atOnceRow->setVisible(active);
    if (active) {
        if (!m_atOnce->hasFocus()) { // not while somebody types
            const QSignalBlocker quiet(m_atOnce);
            m_atOnce->setValue(now.atOnce);
        }
        m_inFlight->setText(tr("%1 on their way").arg(formatCount(now.inFlight)));
    }
    showEndpoints(now, active);
    showErrors(now);
}

void RunDetail::showButtons(const KnownRun* known, const RunStatus* status, bool active) {
    const bool paused = active && status && status->paused;
    const bool stopping = active && status && status->stopping;
    m_pause->setVisible(active && !paused);
    m_pause->setEnabled(!stopping);
    m_stop->setVisible(active);
    m_stop->setEnabled(!stopping);
    m_resume->setVisible(paused || (!active && known && known->resumable()));
    m_resume->setEnabled(!stopping && (paused || !m_desk.busy()));
    QString message = known ? QString::fromStdString(known->info.message) : QString();
    Tone tone = Tone::Neutral;
    if (!active && known && known->interrupted()) {
        message = tr("The program ended before the run did. What was answered is there; resuming "
                     "asks for the rest.");
        tone = Tone::Warning;
    } else if (!active && known && known->info.state == RunState::Failed) {
        tone = Tone::Danger;
    }
    if (!message.isEmpty())
        message[0] = message[0].toUpper();
    m_message->say(tone, QString(), message);
    m_message->setVisible(!active && !message.isEmpty());
}

void RunDetail::showEndpoints(const RunStatus& status, bool active) {
    std::vector<EndpointActivity> called;
    for (const EndpointActivity& endpoint : status.endpoints)
        if (active || endpoint.sent > 0)
            called.push_back(endpoint);
    m_endpoints->setVisible(!called.empty());
    m_endpoints->setRowCount(static_cast<int>(called.size()));
    const auto table = m_desk.arena().session().table();
    int row = 0;
    for (const EndpointActivity& endpoint : called) {
        QString name = tr("model %1").arg(endpoint.model.value);
        if (table)
            for (const auto& model : table->models)
                if (model.id == endpoint.model)
                    name = QString::fromStdString(model.name);
        if (endpoint.restingSeconds > 0)
            name = tr("%1, rests %2").arg(name, formatSeconds(endpoint.restingSeconds));
        put(m_endpoints, row, 0, name);
        put(m_endpoints, row, 1,
            tr("%1 of %2").arg(endpoint.inFlight).arg(std::max(1, endpoint.allowed)));
        put(m_endpoints, row, 2, QVariant::fromValue<qlonglong>(endpoint.answered));
        put(m_endpoints, row, 3, QVariant::fromValue<qlonglong>(endpoint.rateLimited));
        put(m_endpoints, row, 4,
            endpoint.meanSeconds > 0 ? QVariant(formatSeconds(endpoint.meanSeconds)) : QVariant());
        ++row;
    }
    fit(m_endpoints);
}

void RunDetail::showErrors(const RunStatus& status) {
    const QList<RunError> errors = runErrors(status);
    m_errors->setVisible(!errors.isEmpty());
    m_noErrors->setVisible(errors.isEmpty());
    m_errors->setRowCount(static_cast<int>(errors.size()));
    for (int row = 0; row < errors.size(); ++row) {
        const RunError& error = errors[row];
        put(m_errors, row, 0,
            error.model.isEmpty() ? error.cause : tr("%1, %2").arg(error.cause, error.model));
        put(m_errors, row, 1, error.times);
        put(m_errors, row, 2, error.became);
        m_errors->item(row, 0)->setData(invalidRole, error.invalid);
        QStringList more{error.became, error.latest};
        more.removeAll(QString());
        // Escaped: a server's words are no markup.
        m_errors->item(row, 0)->setToolTip(u"<p>"_s + more.join(u": "_s).toHtmlEscaped() +
                                           u"</p>"_s);
    }
    fit(m_errors);
}

} // namespace agon::ui
