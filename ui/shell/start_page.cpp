#include "ui/shell/start_page.h"

#include "ui/bridge/jobs_feed.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/card_button.h"
#include "ui/shell/drop_zone.h"
#include "ui/shell/framed_group.h"
#include "ui/shell/job_words.h"
#include "ui/shell/navigator.h"
#include "ui/shell/picture.h"
#include "ui/shell/recent_button.h"
#include "ui/shell/workspace_commands.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace agon::ui {

namespace {

TextLabel* dim(const QString& text, Size size, QWidget* parent) {
    auto* label = new TextLabel(text, Colour::Dim, size, Weight::Regular, parent);
    label->setWordWrap(true);
    return label;
}

TextLabel* heading(const QString& text, QWidget* parent) {
    return new TextLabel(text, Colour::Text, Size::Heading, Weight::Semibold, parent);
}

} // namespace

StartPage::StartPage(const PanelContext& context, WorkspaceCommands& commands, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_commands(commands) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(this);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(scaled(32), scaled(40), scaled(32), scaled(32));
    row->setSpacing(scaled(40));
    row->addStretch(1);
    row->addWidget(leftColumn(), 0, Qt::AlignTop);
    row->addWidget(rightColumn(), 0, Qt::AlignTop);
    row->addStretch(1);
    page->setAutoFillBackground(false);
    setWidget(page);
    viewport()->setAutoFillBackground(false);

    connect(&m_commands, &WorkspaceCommands::demoChanged, this, &StartPage::showDemoState);
    connect(&m_commands, &WorkspaceCommands::recentChanged, this, &StartPage::showRecent);
    connect(&m_context.jobs, &JobsFeed::changed, this, &StartPage::showDemoState);
    showDemoState();
    showRecent();
}

QWidget* StartPage::leftColumn() {
    auto* side = new QWidget(this);
    side->setFixedWidth(scaled(380));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(8));

    auto* picture = new QLabel(side);
    picture->setPixmap(appIcon().pixmap(scaled(40), scaled(40)));
    auto* name = new TextLabel(tr("Agon"), Colour::Text, Size::Display, Weight::Semibold, side);
    auto* head = new QHBoxLayout;
    head->setSpacing(scaled(12));
    head->addWidget(picture);
    head->addWidget(name);
    head->addStretch();
    column->addLayout(head);
    column->addSpacing(scaled(4));
    column->addWidget(dim(tr("Simulated arenas for language models: which is better, how sure are "
                             "we, why, and which data would make mine better."),
                          Size::Answer, side));
    column->addSpacing(scaled(14));
    column->addWidget(demoCard());

    const ActionRegistry& actions = m_context.actions;
    const auto addCard = [&](ActionId id, Icon icon, const QString& title, const QString& caption) {
        auto* card = new CardButton(icon, title, caption, CardButton::Frame::Own, side);
        card->setKeys(actions.action(id)->shortcut());
        connect(card, &CardButton::clicked, actions.action(id), &QAction::trigger);
        column->addWidget(card);
    };
    addCard(ActionId::NewWorkspace, Icon::Plus, tr("New workspace"),
            tr("One file; keys are kept outside it"));
    addCard(ActionId::OpenWorkspace, Icon::Folder, tr("Open a workspace"),
            tr("A file ending in .agon"));

    auto* zone = new DropZone(side);
    zone->setMinimumHeight(scaled(204));
    connect(zone, &DropZone::dropped, &m_commands, &WorkspaceCommands::take);
    connect(zone, &DropZone::chooseRequested, &m_context.navigator,
            [this] { m_context.navigator.importFiles({}); });
    column->addSpacing(scaled(16));
    column->addWidget(zone);
    column->addWidget(dim(tr("Files are read, never changed. Importing again adds nothing twice."),
                          Size::Caption, side));
    return side;
}

QWidget* StartPage::demoCard() {
    auto* card = new FramedGroup(this);
    auto* inside = new QWidget(card);
    auto* picture = new Picture(Icon::Simulated, Colour::Text, 16, inside);
    auto* title = new TextLabel(tr("The demo"), Colour::Text, Size::Body, Weight::Semibold, inside);
    auto* text = dim(tr("A whole flywheel with simulated fighters of known strength. Nothing is "
                        "called, nothing is paid."),
                     Size::Body, inside);
    m_demoButton = new QPushButton(tr("Open the demo"), inside);
    setPrimary(m_demoButton);
    connect(m_demoButton, &QPushButton::clicked, &m_commands, &WorkspaceCommands::openDemo);
    m_demoProgress = new QProgressBar(inside);
    m_demoProgress->setTextVisible(false);
    m_demoProgress->setRange(0, 1000);
    m_demoProgress->setFixedHeight(scaled(6));
    m_demoProgress->setAccessibleName(tr("Making the demo"));
    m_demoStep = dim(QString(), Size::Caption, inside);

    auto* grid = new QGridLayout(inside);
    grid->setContentsMargins(scaled(17), scaled(15), scaled(16), scaled(15));
    grid->setHorizontalSpacing(scaled(14));
    grid->setVerticalSpacing(scaled(2));
    grid->setColumnStretch(1, 1);
    grid->addWidget(picture, 0, 0, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(text, 1, 1);
    grid->setRowMinimumHeight(2, scaled(6));
    grid->addWidget(m_demoButton, 3, 1, Qt::AlignLeft);
    m_demoStep->setContentsMargins(0, scaled(2), 0, 0);
    grid->addWidget(m_demoProgress, 4, 1);
    grid->addWidget(m_demoStep, 5, 1);
    card->addRow(inside);
    return card;
}

QWidget* StartPage::rightColumn() {
    auto* side = new QWidget(this);
    side->setFixedWidth(scaled(440));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, scaled(8), 0, 0);
    column->setSpacing(scaled(12));
    m_recentTitle = heading(tr("Recent workspaces"), side);
    column->addWidget(m_recentTitle);
    m_recent = new FramedGroup(side);
    column->addWidget(m_recent);
    column->addSpacing(scaled(16));
    column->addWidget(heading(tr("First steps"), side));

    auto* steps = new FramedGroup(side);
    const auto addStep = [&](Icon icon, const QString& title, const QString& caption,
                             std::function<void()> act) {
        auto* step = new CardButton(icon, title, caption, CardButton::Frame::Grouped, steps);
        connect(step, &CardButton::clicked, this, std::move(act));
        steps->addRow(step);
    };
    addStep(Icon::Book, tr("Look into a judged battle"),
            tr("Why the judge chose, and where it is wrong"),
            [this] { emit demoStepChosen(QStringLiteral("battles")); });
    addStep(Icon::Ratings, tr("Rate recorded answers"),
            tr("From AlpacaEval files to a leaderboard with intervals"),
            [this] { m_context.navigator.importFiles({}); });
    addStep(Icon::Flywheel, tr("Follow a flywheel"),
            tr("How three iterations of training moved the ratings"),
            [this] { emit demoStepChosen(QStringLiteral("ratings")); });
    column->addWidget(steps);
    return side;
}

void StartPage::showDemoState() {
    const bool making = m_commands.makingDemo();
    m_demoButton->setVisible(!making); // its place is taken by the progress
    m_demoProgress->setVisible(making);
    m_demoStep->setVisible(making);
    if (!making)
        return;
    for (const JobInfo& job : m_context.jobs.jobs()) {
        if (job.id != m_commands.demoJob())
            continue;
        m_demoProgress->setValue(static_cast<int>(std::max(0.0, jobFraction(job)) * 1000));
        m_demoStep->setText(jobDetail(job, {QDateTime::currentMSecsSinceEpoch()}));
    }
}

void StartPage::showRecent() {
    m_recent->clear();
    const QList<RecentWorkspace> list = m_commands.recent().list();
    m_recentTitle->setVisible(!list.isEmpty());
    m_recent->setVisible(!list.isEmpty());
    for (const RecentWorkspace& entry : list) {
        auto* button = new RecentButton(entry, QDate::currentDate(), m_recent);
        connect(button, &RecentButton::clicked, this,
                [this, path = entry.path] { m_commands.open(path); });
        m_recent->addRow(button);
    }
}

} // namespace agon::ui
