#include "ui/models/model_panel.h"

#include "core/battles/filter.h"
#include "ui/models/form_rows.h"
#include "ui/models/model_form.h"
#include "ui/models/model_words.h"
#include "ui/models/test_view.h"
#include "ui/shell/navigator.h"
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/format_number.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/permission_question.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int footerHeight = 44;
constexpr int leastWidth = 360; // the kinds side by side, and a scroll bar
constexpr int leastHeight = 240;
constexpr int roomForWords = 420;  // of the buttons
constexpr int roomForLabels = 490; // with the widest field beside them

class Footer final : public QWidget {
  public:
    using QWidget::QWidget;

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme theme = Theme::of(palette());
        painter.fillRect(rect(), theme.color(Colour::Alternate));
        painter.fillRect(0, 0, width(), 1, theme.color(Colour::Border));
    }
};

QPushButton* button(const QString& text) {
    auto* made = new QPushButton(text);
    made->setAccessibleName(text);
    return made;
}

std::int64_t keyOf(const ModelEditor& editor) {
    return editor.hasModel() ? editor.draft().base.id.value : -1;
}

} // namespace

ModelPanel::ModelPanel(const PanelContext& context, std::shared_ptr<ModelsDesk> desk,
                       QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_desk(std::move(desk))
    , m_figures(new FigureStrip)
    , m_notice(new NoticeBar)
    , m_form(new ModelForm(m_desk->editor, m_desk->arena))
    // a child until the shell takes it into the dock's title
    , m_unsaved(new TextLabel({}, Colour::Dim, Size::Caption, Weight::Regular, this))
    , m_test(button(tr("Test connection")))
    , m_remove(button(tr("Remove")))
    , m_revert(button(tr("Revert")))
    , m_save(button(tr("Save")))
    , m_testView(new TestView)
    , m_pages(new QStackedWidget(this)) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Fields of the model"));
    m_form->setAutoFillBackground(true);
    m_form->setBackgroundRole(QPalette::Base);

    auto* edited = new QWidget;
    auto* column = new QVBoxLayout(edited);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(m_notice);
    column->addWidget(scroll, 1);
    column->addWidget(footer());
    m_notice->hide();
    m_split = new QSplitter(Qt::Vertical, m_pages);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(edited);
    m_split->addWidget(m_testView);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_testView->hide();
    m_pages->addWidget(m_split);
    m_pages->addWidget(noModel());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSizeConstraint(QLayout::SetNoConstraint); // see minimumSizeHint()
    whole->addWidget(m_pages);

    ModelEditor& editor = m_desk->editor;
    connect(&editor, &ModelEditor::shown, this, &ModelPanel::showModel);
    connect(&editor, &ModelEditor::edited, this, &ModelPanel::showState);
    connect(&m_desk->registry, &ModelRegistry::ratingsChanged, this, &ModelPanel::showFigures);
    connect(m_figures, &FigureStrip::opened, this, [this](int) { openBattles(); });
    bindRemoval();
    bindTest();
    showModel();
}

ModelPanel::~ModelPanel() {
    delete m_pages; // its parts look at the desk, which goes with this panel
}

std::vector<QWidget*> ModelPanel::titleWidgets() {
    return {m_unsaved};
}

QWidget* ModelPanel::focusTarget() {
    if (m_desk->editor.hasModel())
        return m_form->field(ModelField::Name);
    return m_add;
}

QStringList ModelPanel::unsaved() const {
    QStringList out;
    for (const ModelId id : m_desk->editor.unsaved()) {
        const Model* model = m_desk->registry.find(id);
        out.append(model ? tr("“%1”").arg(shownName(model->name)) : tr("the new model"));
    }
    return out;
}

void ModelPanel::saveUnsaved(const std::function<void(bool)>& done) {
    m_desk->editor.saveAll(done);
}

// Narrower than its parts say: they make room when it is resized.
QSize ModelPanel::minimumSizeHint() const {
    return {scaled(leastWidth), scaled(leastHeight)};
}

void ModelPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    m_form->rows().setStacked(width() < scaled(roomForLabels));
    fitFooter();
}

QWidget* ModelPanel::footer() {
    auto* bar = new Footer(m_pages);
    bar->setFixedHeight(scaled(footerHeight));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(measure::dockPadding), 1, scaled(measure::dockPadding), 0);
    row->setSpacing(scaled(8));
    m_test->setIcon(icon(Icon::Plug));
    row->addWidget(m_test);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    setPrimary(m_save);
    ModelEditor& editor = m_desk->editor;
    connect(m_remove, &QPushButton::clicked, &editor, &ModelEditor::askRemoval);
    connect(m_revert, &QPushButton::clicked, &editor, &ModelEditor::revert);
    connect(m_save, &QPushButton::clicked, &editor, &ModelEditor::save);
    return bar;
}

QWidget* ModelPanel::noModel() {
    m_empty = new EmptyState(Icon::Models, m_pages);
    m_empty->setTitle(tr("No model chosen"));
    m_empty->setText(tr("Choose one in the list to see what is known about it."));
    m_add = m_empty->addButton(tr("Add a model"));
    connect(m_add, &QPushButton::clicked, &m_desk->editor, &ModelEditor::beginNew);
    return m_empty;
}

void ModelPanel::bindRemoval() {
    ModelEditor& editor = m_desk->editor;
    connect(&editor, &ModelEditor::removalAsked, this, [this](const QString& name) {
        m_noticeOf = keyOf(m_desk->editor);
        m_asking = true;
        m_notice->say(Tone::Warning, tr("Remove “%1”?").arg(name),
                      tr("It has no answers and no battles. This cannot be undone."));
        m_notice->setLink(tr("Remove it"));
    });
    connect(&editor, &ModelEditor::refused, this, &ModelPanel::say);
    connect(m_notice, &NoticeBar::linkActivated, this, [this] {
        m_notice->hide();
        if (std::exchange(m_asking, false))
            m_desk->editor.remove();
    });
}

void ModelPanel::say(const QString& lead, const QString& reason) {
    m_noticeOf = keyOf(m_desk->editor);
    m_asking = false;
    m_notice->say(Tone::Danger, lead, reason);
    m_notice->setLink(tr("Dismiss"));
}

void ModelPanel::bindTest() {
    ModelEditor& editor = m_desk->editor;
    ConnectionTest& test = m_desk->test;
    connect(m_test, &QPushButton::clicked, this, &ModelPanel::testConnection);
    connect(m_testView, &TestView::cancelWanted, &test, &ConnectionTest::cancel);
    connect(m_testView, &TestView::closeWanted, this, [this] {
        if (m_desk->editor.hasModel())
            m_desk->test.forget(m_desk->editor.draft().base.id);
        m_test->setFocus(Qt::OtherFocusReason);
    });
    connect(&test, &ConnectionTest::changed, this, &ModelPanel::showTest);
    connect(&m_desk->arena, &ArenaDesk::changed, this, &ModelPanel::showState);
    connect(&m_desk->arena, &ArenaDesk::failed, this, &ModelPanel::showState);
    connect(&editor, &ModelEditor::saved, &test, [this](ModelId id) {
        const std::vector<ModelId> unsaved = m_desk->editor.unsaved();
        if (std::ranges::find(unsaved, ModelId{}) == unsaved.end())
            m_desk->test.adopt(id);
    });
    // Whoever types an address means it to be called.
    connect(&editor, &ModelEditor::permitted, this, [this](const std::vector<TrustedOrigin>& all) {
        if (!m_desk->arena.services())
            return;
        m_desk->arena.allow(all, this, [this](const Result<void>& written) {
            if (!written)
                say(tr("The permission was not written down."),
                    QString::fromStdString(written.error().text()));
        });
    });
}

void ModelPanel::testConnection() {
    const ModelEditor& editor = m_desk->editor;
    if (!editor.hasModel())
        return;
    const Model model = toStore(editor.draft());
    QString obstacle = m_desk->test.obstacle(model);
    for (const FieldProblem& problem : problemsOf(editor.draft(), m_desk->registry.models()))
        if (obstacle.isEmpty() && problem.field != ModelField::Name)
            obstacle = problem.message;
    if (!obstacle.isEmpty())
        return say(tr("Not tested."), obstacle);
    if (!m_asking)
        m_notice->hide();
    askPermission(m_desk->arena, m_desk->test.missing(model), this, [this, model](bool allowed) {
        if (allowed && m_desk->arena.services())
            m_desk->test.start(model);
    });
}

void ModelPanel::showTest() {
    const ModelEditor& editor = m_desk->editor;
    const TestResult* result =
        editor.hasModel() ? m_desk->test.result(editor.draft().base.id) : nullptr;
    m_testView->setVisible(result != nullptr);
    if (!result)
        return;
    m_testView->show(*result, toStore(editor.draft()));
    if (!result->report.models.empty())
        m_form->offerModels(result->report.models);
}

// Words go before anything is cut where there is little room.
void ModelPanel::fitFooter() {
    const bool room = width() >= scaled(roomForWords);
    m_test->setText(room ? m_test->accessibleName() : tr("Test"));
}

void ModelPanel::showModel() {
    const ModelEditor& editor = m_desk->editor;
    m_pages->setCurrentIndex(editor.hasModel() ? 0 : 1);
    m_add->setVisible(!editor.isReadOnly());
    if (m_noticeOf != keyOf(editor)) {
        m_asking = false;
        m_notice->hide();
        showReadOnly();
    }
    if (!editor.hasModel()) {
        emit noteChanged({});
        m_unsaved->clear();
        m_unsaved->hide();
        return;
    }
    const bool isNew = editor.draft().isNew();
    emit noteChanged(isNew ? tr("new") : shownName(editor.draft().base.name));
    showFigures();
    showState();
    if (isNew && editor.changes().empty() && isVisible())
        m_form->focusName();
}

// Read-only stays said, whichever model is shown.
void ModelPanel::showReadOnly() {
    m_noticeOf = keyOf(m_desk->editor);
    const QString reason = m_context.session.readOnlyReason();
    if (reason.isEmpty())
        return;
    m_notice->say(Tone::Neutral, tr("Read-only."), reason);
    m_notice->setIcon(Icon::Lock);
    m_notice->setLink({});
}

void ModelPanel::showState() {
    const ModelEditor& editor = m_desk->editor;
    if (!editor.hasModel())
        return;
    const bool isNew = editor.draft().isNew();
    const auto changes = static_cast<int>(editor.changes().size());
    m_unsaved->setText(isNew          ? tr("not saved yet")
                       : changes == 0 ? QString()
                       : changes == 1 ? tr("1 change not saved")
                                      : tr("%1 changes not saved").arg(changes));
    m_unsaved->setVisible(isNew || changes > 0);
    const bool writable = !editor.isReadOnly();
    m_remove->setVisible(!isNew);
    m_remove->setEnabled(writable);
    m_revert->setText(isNew ? tr("Discard") : tr("Revert"));
    m_revert->setAccessibleName(m_revert->text());
    m_revert->setEnabled(writable && (isNew || changes > 0) && !editor.isSaving());
    m_save->setText(isNew ? tr("Add model") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_save->setEnabled(editor.canSave());
    m_test->setVisible(isCalled(editor.draft().model.kind));
    m_test->setEnabled(m_desk->arena.services() != nullptr);
    m_test->setToolTip(m_desk->arena.services() ? QString() : m_desk->arena.problem());
    showTest();
}

void ModelPanel::showFigures() {
    const ModelEditor& editor = m_desk->editor;
    const Model model = editor.hasModel() ? editor.draft().base : Model{};
    // One that did nothing yet leaves the room to its fields.
    const bool any = model.responses + model.battles > 0 || model.stage != StageKind::None ||
                     m_desk->registry.rating(model).has_value();
    m_figures->setVisible(any);
    if (!any)
        return;
    const auto count = [](std::int64_t number) {
        return number > 0 ? formatCount(number) : missing();
    };
    const auto rating = m_desk->registry.rating(model);
    QString elo = rating ? formatRating(*rating) : missing();
    if (rating && m_desk->registry.ratingsAreProvisional())
        elo = provisional(elo);
    std::vector<Figure> figures;
    figures.push_back({tr("Elo"), elo, {}, Tone::Neutral, false, false, {}});
    figures.push_back(
        {tr("Responses"), count(model.responses), {}, Tone::Neutral, false, false, {}});
    figures.push_back({tr("Battles"),
                       count(model.battles),
                       {},
                       Tone::Neutral,
                       false,
                       model.battles > 0,
                       tr("Opens its battles")});
    if (model.stage != StageKind::None) {
        figures.push_back(
            {tr("Stage"), stageWord(model.stage), {}, Tone::Neutral, true, false, {}});
        if (model.iteration >= 0)
            figures.push_back({tr("Iteration"),
                               QString::number(model.iteration),
                               {},
                               Tone::Neutral,
                               false,
                               false,
                               {}});
    }
    m_figures->setFigures(figures);
    std::unique_ptr<QWidget> chip;
    if (model.kind == ModelKind::Simulated)
        chip = std::make_unique<LabelChip>(kindWord(model.kind), Tone::Neutral, Icon::Simulated);
    m_figures->setRightWidget(std::move(chip));
}

void ModelPanel::openBattles() {
    if (!m_desk->editor.hasModel())
        return;
    FilterTerm term;
    term.field = FilterTerm::Field::Model;
    term.value = m_desk->editor.draft().base.name;
    m_context.navigator.showBattles(QString::fromStdString(term.text()));
}

} // namespace agon::ui
