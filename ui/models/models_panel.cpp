#include "ui/models/models_panel.h"

#include "core/battles/filter.h"
#include "ui/models/endpoint_wizard.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/model_tree_view.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

const QString details = u"model"_s; // the companion panel
constexpr int leastWidth = 320;
constexpr int leastHeight = 240;
constexpr int roomForFilter = 184; // with its margins
constexpr int toolFrame = 48;      // what a tool has around its words

QPushButton* tool(const QString& text, Icon picture, QWidget* parent) {
    auto* button = new QPushButton(icon(picture), text, parent);
    button->setAccessibleName(text);
    return button;
}

} // namespace

ModelsPanel::ModelsPanel(const PanelContext& context, std::shared_ptr<ModelsDesk> desk,
                         QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_desk(std::move(desk))
    , m_model(new ModelTreeModel(this))
    , m_view(new ModelTreeView(*m_model))
    , m_filter(new QLineEdit)
    , m_add(tool(tr("Add model"), Icon::Plus, this))
    , m_endpoint(tool(tr("From an endpoint"), Icon::Endpoint, this))
    , m_import(tool(tr("From recorded answers"), Icon::Import, this))
    , m_notice(new NoticeBar)
    , m_content(new QStackedWidget)
    , m_pages(new QStackedWidget(this)) {
    auto* registry = new QWidget(m_pages);
    auto* rows = new QVBoxLayout(registry);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(tools());
    rows->addWidget(m_notice);
    rows->addWidget(m_content, 1);
    m_notice->hide();
    m_notice->setLink(tr("Dismiss"));
    connect(m_notice, &NoticeBar::linkActivated, m_notice, &QWidget::hide);
    m_content->addWidget(m_view);
    m_content->addWidget(noMatch());
    m_pages->addWidget(registry);
    m_pages->addWidget(noModels());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSizeConstraint(QLayout::SetNoConstraint); // see minimumSizeHint()
    column->addWidget(m_pages);

    bindView();
    connect(&m_desk->registry, &ModelRegistry::modelsChanged, this, &ModelsPanel::showModels);
    connect(&m_desk->registry, &ModelRegistry::ratingsChanged, this, [this] {
        QHash<QString, double> ratings;
        for (const Model& model : m_desk->registry.models())
            if (const auto rating = m_desk->registry.rating(model))
                ratings.insert(QString::fromStdString(model.name), *rating);
        m_model->setRatings(ratings, m_desk->registry.ratingsAreProvisional());
    });
    connect(&m_desk->registry, &ModelRegistry::failed, this, [this](const QString& message) {
        m_notice->say(Tone::Danger, tr("Not read."), message);
    });
    connect(&m_desk->editor, &ModelEditor::unsavedChanged, this,
            [this] { m_model->setUnsaved(m_desk->editor.unsaved()); });
    connect(&m_context.session, &Session::closed, this, [this] {
        m_filter->clear();
        m_notice->hide();
        m_view->forget();
    });
    m_context.actions.bind(ActionId::AddModel, this, [this] { addModel(); });
    m_context.actions.bind(ActionId::AddFromEndpoint, this, [this] { addFromEndpoint(); });
    showModels();
}

ModelsPanel::~ModelsPanel() {
    delete m_pages; // the view looks at the model, which is older
}

QWidget* ModelsPanel::focusTarget() {
    return m_view->isVisibleTo(this) ? static_cast<QWidget*>(m_view) : this;
}

EndpointWizard* ModelsPanel::wizard() const {
    return m_wizard;
}

QWidget* ModelsPanel::tools() {
    auto* bar = new QWidget(this);
    setInBar(bar);
    bar->setFixedHeight(scaled(measure::filterBar));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(measure::dockPadding), 0, scaled(measure::dockPadding), 0);
    row->setSpacing(scaled(8));
    row->addWidget(m_add);
    row->addWidget(m_endpoint);
    row->addWidget(m_import);
    row->addStretch(1);
    row->addWidget(m_filter, 2);
    m_filter->setPlaceholderText(tr("Filter models"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(scaled(200));
    m_filter->setMinimumWidth(scaled(96));
    m_filter->addAction(icon(Icon::Filter, Colour::Dim), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        m_view->setCurrentModel(m_desk->registry.current());
        showPage();
    });
    connect(m_add, &QPushButton::clicked, this, &ModelsPanel::addModel);
    connect(m_endpoint, &QPushButton::clicked, this, &ModelsPanel::addFromEndpoint);
    connect(m_import, &QPushButton::clicked, this, [this] { m_context.navigator.importFiles({}); });
    return bar;
}

// Narrower than its parts say: they make room when it is resized.
QSize ModelsPanel::minimumSizeHint() const {
    return {scaled(leastWidth), scaled(leastHeight)};
}

void ModelsPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    fitTools();
}

// Words go before icons where there is little room; readers and tooltips keep them.
void ModelsPanel::fitTools() {
    int wanted = scaled(roomForFilter);
    for (const QPushButton* button : {m_add, m_endpoint, m_import})
        wanted += QFontMetrics(button->font()).horizontalAdvance(button->accessibleName()) +
                  scaled(toolFrame);
    for (QPushButton* button : {m_import, m_endpoint, m_add}) {
        const bool room = wanted <= width();
        if (!room)
            wanted -= QFontMetrics(button->font()).horizontalAdvance(button->accessibleName());
        button->setText(room ? button->accessibleName() : QString());
    }
}

QWidget* ModelsPanel::noModels() {
    auto* empty = new EmptyState(Icon::Models, m_pages);
    empty->setTitle(tr("No models yet"));
    empty->setText(tr("Models come with the answers that they gave. One that is to be asked, or to "
                      "judge, is added from the server that has it."));
    empty->setPrimary(tr("Import recorded answers"));
    QPushButton* endpoint = empty->addButton(tr("From an endpoint"));
    empty->setLink(tr("Or fill in the form:"), tr("Add a model"));
    connect(endpoint, &QPushButton::clicked, this, &ModelsPanel::addFromEndpoint);
    connect(empty, &EmptyState::primaryActivated, this,
            [this] { m_context.navigator.importFiles({}); });
    connect(empty, &EmptyState::linkActivated, this, &ModelsPanel::addModel);
    return empty;
}

QWidget* ModelsPanel::noMatch() {
    m_noMatch = new EmptyState(Icon::Filter, m_content);
    m_noMatch->setTitle(tr("No model matches"));
    m_noMatch->setPrimary(tr("Clear the filter"));
    connect(m_noMatch, &EmptyState::primaryActivated, this, [this] {
        m_filter->clear();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    return m_noMatch;
}

void ModelsPanel::bindView() {
    ModelRegistry& registry = m_desk->registry;
    connect(m_view, &ModelTreeView::modelChosen, &registry, &ModelRegistry::setCurrent);
    connect(&registry, &ModelRegistry::currentChanged, this,
            [this] { m_view->setCurrentModel(m_desk->registry.current()); });
    connect(m_view, &ModelTreeView::modelOpened, this, &ModelsPanel::openDetails);
    connect(m_view, &ModelTreeView::battlesWanted, this, &ModelsPanel::openBattles);
    connect(m_view, &ModelTreeView::removalWanted, this, &ModelsPanel::askRemoval);
    connect(m_view, &ModelTreeView::menuWanted, this, &ModelsPanel::showMenu);
    connect(&m_context.navigator, &Navigator::modelRequested, this, [this](ModelId id) {
        m_desk->registry.setCurrent(id);
        if (!m_model->indexOf(id).isValid())
            m_filter->clear();
        m_view->setCurrentModel(id);
    });
}

void ModelsPanel::showModels() {
    m_model->setModels(m_desk->registry.models());
    m_view->setCurrentModel(m_desk->registry.current());
    const QString reason = m_context.session.readOnlyReason();
    const bool writable = m_context.session.isOpen() && reason.isEmpty();
    for (QPushButton* button : {m_add, m_endpoint, m_import}) {
        button->setEnabled(writable);
        button->setToolTip(writable ? button->accessibleName() : reason);
    }
    for (const ActionId action : {ActionId::AddModel, ActionId::AddFromEndpoint})
        m_context.actions.action(action)->setEnabled(writable);
    showPage();
    announce();
}

void ModelsPanel::showPage() {
    const bool empty = m_desk->registry.isRead() && m_desk->registry.models().empty();
    m_pages->setCurrentIndex(empty ? 1 : 0);
    const bool hits = m_model->rowCount() > 0 || !m_model->isFiltered();
    m_content->setCurrentIndex(hits ? 0 : 1);
    if (!hits)
        m_noMatch->setText(
            tr("None of the %1 models has “%2” in its name, kind, roles, family or provider.")
                .arg(formatCount(m_model->modelCount()), m_filter->text().trimmed().left(80)));
}

void ModelsPanel::announce() {
    const std::vector<Model>& models = m_desk->registry.models();
    if (!m_desk->registry.isRead()) {
        emit noteChanged({});
        emit statusChanged({});
        return;
    }
    emit noteChanged(formatCount(static_cast<qint64>(models.size())));
    const auto count = [&](ModelGroup group) {
        const std::vector<ModelGroup> groups = groupsOf(models);
        return static_cast<int>(std::ranges::count(groups, group));
    };
    PanelStatus status;
    status.notes << (models.size() == 1
                         ? tr("1 model")
                         : tr("%1 models").arg(formatCount(static_cast<qint64>(models.size()))));
    if (const int target = count(ModelGroup::Target); target > 0)
        status.notes << tr("%1 in the target's lineage").arg(target);
    if (const int judges = count(ModelGroup::Judges); judges > 0)
        status.notes << (judges == 1 ? tr("1 judge") : tr("%1 judges").arg(judges));
    status.notes << tr("keys are never kept in the workspace");
    emit statusChanged(status);
}

void ModelsPanel::addModel() {
    m_context.navigator.showPanel(details);
    m_desk->editor.beginNew();
}

void ModelsPanel::addFromEndpoint() {
    if (m_wizard)
        return m_wizard->raise();
    m_wizard = new EndpointWizard(m_desk->arena, m_desk->registry, this);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_wizard, &EndpointWizard::added, this, [this](const std::vector<ModelId>& ids) {
        m_filter->clear();
        openDetails(ids.front());
    });
    m_wizard->open();
}

void ModelsPanel::openDetails(ModelId id) {
    m_desk->registry.setCurrent(id);
    m_context.navigator.showPanel(details);
}

void ModelsPanel::openBattles(ModelId id) {
    const Model* model = m_desk->registry.find(id);
    if (!model)
        return;
    FilterTerm term;
    term.field = FilterTerm::Field::Model;
    term.value = model->name;
    m_context.navigator.showBattles(QString::fromStdString(term.text()));
}

void ModelsPanel::askRemoval(ModelId id) {
    openDetails(id);
    m_desk->editor.askRemoval();
}

void ModelsPanel::showMenu(ModelId id, const QPoint& at) {
    const Model* model = m_desk->registry.find(id);
    if (!model)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* battles = menu->addAction(icon(Icon::Battles), tr("Open its battles"), this,
                                       [this, id] { openBattles(id); });
    battles->setEnabled(model->battles > 0);
    const bool writable = m_context.session.readOnlyReason().isEmpty();
    menu->addAction(icon(Icon::Models), writable ? tr("Edit") : tr("Show details"), this,
                    [this, id] { openDetails(id); });
    menu->addSeparator();
    QAction* remove =
        menu->addAction(icon(Icon::Cross), tr("Remove"), this, [this, id] { askRemoval(id); });
    remove->setShortcut(QKeySequence::Delete); // shown; the list itself listens
    remove->setEnabled(writable);
    menu->popup(at);
}

// Down and Enter go from the filter to what it found; Esc clears it.
bool ModelsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return Panel::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_view->setFocus(Qt::OtherFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            m_view->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
        return true;
    case Qt::Key_Escape:
        m_filter->clear();
        return true;
    default:
        return false;
    }
}

} // namespace agon::ui
