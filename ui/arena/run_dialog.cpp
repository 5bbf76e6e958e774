#include "ui/arena/run_dialog.h"

#include "ui/arena/plan_bars.h"
#include "ui/arena/plan_table.h"
#include "ui/arena/run_form.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

constexpr int waitAfterEdit = 250; // milliseconds
constexpr int commandLines = 3;

// With a line above it, so that what scrolls ends somewhere.
class Foot final : public QWidget {
  public:
    using QWidget::QWidget;

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(0, 0, width(), 1, Theme::of(palette()).color(Colour::Border));
    }
};

} // namespace

RunDialog::RunDialog(ArenaDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk) {
    setWindowTitle(tr("Run battles"));
    m_wait.setSingleShot(true);
    m_wait.setInterval(waitAfterEdit);
    connect(&m_wait, &QTimer::timeout, this, &RunDialog::plan);

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(foot());
    const QSize room = screen()->availableSize() - QSize(60, 80);
    resize(QSize(scaled(780), scaled(800)).boundedTo(room));

    connect(m_form, &RunForm::edited, this, &RunDialog::edited);
    connect(m_form, &RunForm::stylesWanted, this, &RunDialog::stylesWanted);
    connect(&desk, &ArenaDesk::ready, this, &RunDialog::load);
    connect(&desk, &ArenaDesk::failed, this, &RunDialog::say);
    connect(&desk, &ArenaDesk::stylesChanged, this, [this] {
        m_form->setStyles(m_desk.services()->resources.styles);
        edited();
    });
    connect(&desk.session(), &Session::closed, this, &QDialog::reject);
    showCommand();
    if (desk.services())
        load();
    else if (!desk.problem().isEmpty())
        say(desk.problem());
}

RunDialog::~RunDialog() = default;

QWidget* RunDialog::content() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    const int padding = scaled(measure::formPadding);
    column->setContentsMargins(0, padding, 0, padding);
    column->setSpacing(0);
    m_form = new RunForm(page);
    m_form->setContentsMargins(padding, 0, padding, scaled(12));
    column->addWidget(m_form);
    m_planHeader = new SectionHeader(tr("Plan"), QString(), page);
    m_planHeader->setFill(Colour::Window);
    column->addWidget(m_planHeader);
    m_plan = new PlanTable(page);
    column->addWidget(m_plan);
    m_bars = new PlanBars(page);
    m_bars->hide();
    column->addWidget(m_bars);
    m_notices = new QVBoxLayout;
    m_notices->setContentsMargins(padding, scaled(12), padding, 0);
    m_notices->setSpacing(scaled(8));
    column->addLayout(m_notices);
    column->addStretch(1);
    column->addSpacing(scaled(12));
    column->addWidget(command());
    return page;
}

QWidget* RunDialog::command() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(scaled(measure::formPadding), 0, scaled(measure::formPadding), 0);
    row->setSpacing(scaled(4));
    m_command = new QPlainTextEdit(box);
    m_command->setReadOnly(true);
    m_command->setTabChangesFocus(true);
    m_command->setAccessibleName(tr("The same as a command"));
    m_command->setFont(codeFont(Size::Caption));
    m_command->setFixedHeight(commandLines * scaled(16) + scaled(14));
    auto* copy = new QToolButton(box);
    copy->setIcon(icon(Icon::Copy));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the command"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
    row->addWidget(m_command, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    return box;
}

QWidget* RunDialog::foot() {
    auto* bar = new Foot(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(measure::formPadding), scaled(12), scaled(measure::formPadding),
                            scaled(12));
    m_note = new TextLabel(QString(), Colour::Dim, Size::Body, Weight::Regular, bar);
    auto* buttons = new QDialogButtonBox(bar);
    m_start = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    setPrimary(m_start);
    m_start->setDefault(true);
    m_start->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { emit confirmed(spec()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    row->addWidget(m_note, 1);
    row->addWidget(buttons);
    return bar;
}

RunSpec RunDialog::spec() const {
    return m_form->spec();
}

void RunDialog::say(const QString& problem) {
    m_problem = problem;
    showNotices();
}

void RunDialog::load() {
    m_loading.read<RunChoices>(
        m_desk.session(), &readRunChoices, this, [this](Result<RunChoices> choices) {
            if (!choices) {
                say(QString::fromStdString(choices.error().text()));
                return;
            }
            m_choices = std::move(*choices);
            m_form->setChoices(m_choices, m_desk.services()->resources.styles,
                               proposedRun(m_choices));
            edited();
            plan(); // the first one at once
        });
}

// What was planned is not true any more from here on.
void RunDialog::edited() {
    m_planning.cancel();
    m_estimate.reset();
    m_problem.clear();
    m_start->setEnabled(false);
    m_start->setText(tr("Start"));
    m_planHeader->setNote(tr("being made…"));
    showCommand();
    m_wait.start();
}

void RunDialog::plan() {
    m_wait.stop();
    if (!m_desk.services())
        return;
    m_planning.run<RunEstimate>(
        m_desk.session(), JobSpec{{}, false},
        [spec = spec(), resources = m_desk.services()->resources](
            Workspace& workspace, const JobContext& context) -> Result<RunEstimate> {
            const auto cast = TRY(makeCast(spec, resources, workspace));
            return estimateRun(spec, *cast, workspace, context.stop, context.progress);
        },
        this,
        [this](Result<RunEstimate> estimate) {
            if (estimate)
                showPlan(*estimate);
            else if (estimate.error().code != ErrorCode::Cancelled)
                showProblem(estimate.error());
        });
}

void RunDialog::showPlan(const RunEstimate& estimate) {
    m_estimate = estimate;
    m_plan->show(estimate);
    m_bars->showPlan(estimate, spec().maxCost);
    m_bars->show();
    m_planHeader->setNote(tr("%1 battles, %2 of them new, on %3 instructions")
                              .arg(formatCount(estimate.battles), formatCount(estimate.newBattles),
                                   formatCount(estimate.instructions)));
    m_start->setText(startWords(estimate, spec()));
    const bool writable = m_desk.session().readOnlyReason().isEmpty();
    m_start->setEnabled(writable && isWorthStarting(estimate));
    showNotices();
}

void RunDialog::showProblem(const Error& error) {
    m_plan->showNothing();
    m_bars->hide();
    m_planHeader->setNote(QString());
    QString words = QString::fromStdString(error.text());
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    say(words);
}

void RunDialog::showNotices() {
    while (QLayoutItem* item = m_notices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](Tone tone, const QString& lead, const QString& text) {
        auto* notice = new NoticeBar(m_plan->parentWidget());
        notice->say(tone, lead, text);
        m_notices->addWidget(notice);
        notice->show();
    };
    if (!m_problem.isEmpty())
        add(Tone::Danger, QString(), m_problem);
    if (const QString why = m_desk.session().readOnlyReason(); !why.isEmpty())
        add(Tone::Danger, tr("Read-only."), why);
    if (!m_estimate)
        return;
    const RunSpec said = spec();
    const auto ceiling = m_estimate->ceiling();
    const auto likely = m_estimate->likely();
    if (m_estimate->calls() > 0 && !ceiling) {
        if (said.maxCost)
            add(Tone::Danger,
                tr("A limit in dollars needs a price for every model that is called."),
                tr("Give it in Models (0 when it is free), or set no limit."));
        else
            add(Tone::Neutral, QString(),
                tr("A model that is called has no price, so the cost is not known before."));
    }
    if (said.maxCost && ceiling && *ceiling > *said.maxCost)
        add(Tone::Neutral, QString(),
            likely && *likely > *said.maxCost
                ? tr("The run stops at %1, before it is done: all of it likely costs %2.")
                      .arg(formatDollars(*said.maxCost), formatDollars(*likely))
                : tr("The limit of %1 is below the most that all of it can cost.")
                      .arg(formatDollars(*said.maxCost)));
    for (const std::string& warning : m_estimate->warnings)
        add(Tone::Warning, QString(), QString::fromStdString(warning));
    if (!m_estimate->exact)
        add(Tone::Neutral, QString(),
            tr("Which pairs fight is decided on the way, so the calls are an estimate."));
    m_start->setEnabled(m_start->isEnabled() &&
                        !(said.maxCost && m_estimate->calls() > 0 && !ceiling));
}

void RunDialog::showCommand() {
    m_command->setPlainText(runCommandLine(spec(), m_choices, m_desk.session().path()));
}

} // namespace agon::ui
