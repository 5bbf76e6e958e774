// The two panels with a real session behind them: what is reached, by mouse, key and reader.
#include "core/battles/filter.h"
#include "tests/support/small_arena.h"
#include "tests/ui/models/some_models.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/models/endpoint_wizard.h"
#include "ui/models/fold_header.h"
#include "ui/models/form_rows.h"
#include "ui/models/model_form.h"
#include "ui/models/model_panel.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/model_tree_view.h"
#include "ui/models/models_panel.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/notice_bar.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

// Everything that an application gives to its panels.
struct Application {
    explicit Application(Session& session, Executor& executor, const QString& folder)
        : jobs(executor)
        , settings(folder + u"/settings.ini"_s)
        , context{session, jobs, actions, navigator, settings} {}

    JobsFeed jobs;
    ActionRegistry actions;
    Navigator navigator;
    Settings settings;
    PanelContext context;
};

struct Panels {
    explicit Panels(test::OpenSession& session)
        : application(*session, session.executor(), folder.path())
        , desk(std::make_shared<ModelsDesk>(session.arena()))
        , list(application.context, desk)
        , details(application.context, desk) {
        list.resize(816, 700);
        details.resize(540, 700);
        list.show();
        details.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QTRY_VERIFY(desk->registry.isRead());
    }

    [[nodiscard]] QModelIndex row(const QString& name) const {
        const auto* model = list.model();
        const auto found =
            model->match(model->index(0, 0), Qt::DisplayRole, name, 1,
                         Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive);
        return found.isEmpty() ? QModelIndex() : found.front();
    }
    [[nodiscard]] Application& app() { return application; }

    QTemporaryDir folder;
    Application application;
    std::shared_ptr<ModelsDesk> desk;
    ModelsPanel list;
    ModelPanel details;
};

} // namespace

class TestModelsPanels : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everyControlHasAName();
    void keysWalkTheTree();
    void enterOpensDetails();
    void theSelectionShowsInDetails();
    void selectionAndOpenRowsSurviveAChange();
    void filterAndBack();
    void battlesOpenByNumberAndQuoted();
    void theNavigatorBringsAModel();
    void typingSavesAndReverts();
    void typingIsNotDisturbedByARefresh();
    void fieldsFollowTheKind();
    void problemsStandAtTheirField();
    void theKeyIsThereOrNot();
    void advancedFieldsFold();
    void anUncheckedCertificateIsLoud();
    void anActionOpensTheWizard();
    void removalIsAskedInThePanel();
    void anEmptyWorkspaceSaysWhatNext();
    void narrowPanelsKeepNames();
    void readOnlyIsSaid();
    void statusAndNote();

  private:
    ThemeController* m_theme = nullptr;
    std::unique_ptr<test::OpenSession> m_session;
    std::unique_ptr<Panels> m_panels;
};

void TestModelsPanels::initTestCase() {
    m_theme = new ThemeController(this);
}

void TestModelsPanels::init() {
    m_session = std::make_unique<test::OpenSession>(test::someModels());
    m_panels = std::make_unique<Panels>(*m_session);
}

void TestModelsPanels::cleanup() {
    m_panels.reset();
    m_session.reset();
}

void TestModelsPanels::everyControlHasAName() {
    const auto named = [](const QWidget& panel) {
        int controls = 0;
        for (QWidget* widget : panel.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&panel))
                continue;
            ++controls;
            QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(widget);
            if (!reader || reader->text(QAccessible::Name).isEmpty())
                qWarning() << "without a name:" << widget;
            else
                continue;
            return -1;
        }
        return controls;
    };
    QVERIFY(named(m_panels->list) >= 4);
    QVERIFY(named(m_panels->details) >= 1); // nothing chosen: how to add one
    m_panels->desk->registry.setCurrent(m_panels->desk->registry.models().front().id);
    m_panels->desk->editor.askRemoval(); // with the notice
    for (const ModelKind kind :
         {ModelKind::Endpoint, ModelKind::Server, ModelKind::Recorded, ModelKind::Simulated}) {
        m_panels->desk->editor.setKind(kind);
        QVERIFY(named(m_panels->details) >= 14);
    }
}

void TestModelsPanels::keysWalkTheTree() {
    ModelTreeView* view = m_panels->list.view();
    view->setFocus();
    view->setCurrentIndex(m_panels->row(u"base-7b"_s));
    const auto name = [&] {
        return view->currentIndex().siblingAtColumn(0).data().toString();
    };
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(name(), u"SFT-I0"_s);
    QTest::keyClick(view, Qt::Key_Up);
    QTest::keyClick(view, Qt::Key_Left);
    QVERIFY(!view->isExpanded(m_panels->row(u"base-7b"_s)));
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(name(), u"Judges"_s);
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(!view->isExpanded(m_panels->row(u"Judges"_s)));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(view->isExpanded(m_panels->row(u"Judges"_s)));
}

void TestModelsPanels::enterOpensDetails() {
    const QSignalSpy asked(&m_panels->app().navigator, &Navigator::panelRequested);
    ModelTreeView* view = m_panels->list.view();
    view->setCurrentIndex(m_panels->row(u"alpha"_s));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().toString(), u"model"_s);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {},
                       view->visualRect(m_panels->row(u"rival-9"_s)).center());
    QCOMPARE(asked.size(), 2);
    QCOMPARE(m_panels->desk->editor.draft().model.name, std::string("rival-9"));
}

void TestModelsPanels::theSelectionShowsInDetails() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"judge-70b"_s));
    auto* name = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::Name));
    QCOMPARE(name->text(), u"judge-70b"_s);
    auto* price = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::PriceIn));
    QCOMPARE(price->text(), u"0.59"_s);
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"SFT-I1"_s));
    auto* parent = static_cast<QComboBox*>(m_panels->details.form()->field(ModelField::Parent));
    QCOMPARE(parent->currentText(), u"base-7b"_s);
    QVERIFY(parent->findText(u"SFT-I1"_s) < 0);
    QVERIFY(parent->findText(u"PPO-I1"_s) < 0); // it descends from SFT-I1
}

void TestModelsPanels::selectionAndOpenRowsSurviveAChange() {
    ModelTreeView* view = m_panels->list.view();
    view->setCurrentIndex(m_panels->row(u"rival-9"_s));
    view->collapse(m_panels->row(u"SFT-I1"_s));
    const QSignalSpy reset(m_panels->list.model(), &QAbstractItemModel::modelReset);
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(addSmallArena(appender));
        return {};
    }));
    QTRY_VERIFY(!reset.isEmpty());
    QTRY_VERIFY(m_panels->row(u"beta"_s).isValid());
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), u"rival-9"_s);
    QVERIFY(!view->isExpanded(m_panels->row(u"SFT-I1"_s)));
    QVERIFY(view->isExpanded(m_panels->row(u"base-7b"_s)));
    QVERIFY(view->isFirstColumnSpanned(0, {}));
}

void TestModelsPanels::filterAndBack() {
    ModelTreeView* view = m_panels->list.view();
    view->collapse(m_panels->row(u"base-7b"_s));
    view->setCurrentIndex(m_panels->row(u"alpha"_s));
    QLineEdit* filter = m_panels->list.filter();
    filter->setFocus();
    QTest::keyClicks(filter, u"ppo"_s);
    QVERIFY(view->isExpanded(m_panels->row(u"base-7b"_s))); // what is found is seen
    QVERIFY(!m_panels->row(u"alpha"_s).isValid());
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(m_panels->list.focusWidget(), view);
    filter->setFocus();
    QTest::keyClicks(filter, u"zzz"_s);
    QVERIFY(!view->isVisible());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QVERIFY(view->isVisible());
    QVERIFY(!view->isExpanded(m_panels->row(u"base-7b"_s)));
}

void TestModelsPanels::battlesOpenByNumberAndQuoted() {
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(addSmallArena(appender));
        Model odd;
        odd.id = TRY(appender.model("beta"));
        odd.name = "beta \"two\" words";
        return appender.editModel(odd);
    }));
    const QString name = u"beta \"two\" words"_s;
    QTRY_VERIFY(m_panels->row(name).isValid());
    const auto cell = [&] {
        return m_panels->row(name).siblingAtColumn(ModelTreeModel::Battles);
    };
    QTRY_COMPARE(cell().data().toInt(), 2);
    QStringList filters;
    connect(&m_panels->app().navigator, &Navigator::battlesRequested, this,
            [&](const QString& filter) { filters << filter; });
    ModelTreeView* view = m_panels->list.view();
    view->scrollTo(cell());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell()).center());
    QCOMPARE(filters.size(), 1);
    const auto parsed = parseFilter(filters.front().toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->terms.size(), std::size_t{1});
    QVERIFY(parsed->terms.front().field == FilterTerm::Field::Model);
    QCOMPARE(parsed->terms.front().value, name.toStdString());
}

void TestModelsPanels::theNavigatorBringsAModel() {
    m_panels->list.filter()->setText(u"ppo"_s);
    const ModelId id = m_panels->desk->registry.models().back().id; // alpha, filtered away
    m_panels->app().navigator.showModel(id);
    QVERIFY(m_panels->list.filter()->text().isEmpty());
    QCOMPARE(m_panels->list.view()->currentModel(), id);
    QCOMPARE(m_panels->desk->editor.draft().model.name, std::string("alpha"));
}

void TestModelsPanels::typingSavesAndReverts() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    auto* family = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::Family));
    QVERIFY(!m_panels->details.saveButton()->isEnabled());
    QTest::keyClicks(family, u"wolf"_s);
    QVERIFY(m_panels->details.saveButton()->isEnabled());
    QCOMPARE(m_panels->row(u"alpha"_s).data(ModelTreeModel::UnsavedRole).toBool(), true);
    QTest::keyClick(m_panels->details.revertButton(), Qt::Key_Space);
    QVERIFY(family->text().isEmpty());
    QVERIFY(!m_panels->details.saveButton()->isEnabled());
    QTest::keyClicks(family, u"hare"_s);
    QTest::keyClick(m_panels->details.saveButton(), Qt::Key_Space);
    QTRY_VERIFY(m_panels->desk->editor.changes().empty());
    const std::vector<Model> stored = m_session->stored();
    QCOMPARE(std::ranges::find(stored, std::string("alpha"), &Model::name)->family,
             std::string("hare"));
    QTRY_COMPARE(m_panels->row(u"alpha"_s).data(ModelTreeModel::UnsavedRole).toBool(), false);
}

void TestModelsPanels::typingIsNotDisturbedByARefresh() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    auto* family = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::Family));
    auto* price = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::PriceIn));
    QTest::keyClicks(family, u"two "_s);
    QTest::keyClicks(price, u"0."_s);
    const QSignalSpy read(&m_panels->desk->registry, &ModelRegistry::modelsChanged);
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(appender.model("another"));
        return {};
    }));
    QTRY_VERIFY(!read.isEmpty());
    QCOMPARE(family->text(), u"two "_s);
    QCOMPARE(price->text(), u"0."_s);
}

void TestModelsPanels::fieldsFollowTheKind() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    const FormRows& rows = m_panels->details.form()->rows();
    const auto shown = [&](ModelField field) {
        return rows.isRowShown(static_cast<int>(field));
    };
    QVERIFY(shown(ModelField::BaseUrls) && shown(ModelField::KeyVariable));
    QVERIFY(!shown(ModelField::Strength));
    m_panels->desk->editor.setKind(ModelKind::Simulated);
    QVERIFY(!shown(ModelField::BaseUrls) && !shown(ModelField::PriceIn));
    QVERIFY(shown(ModelField::Strength));
    m_panels->desk->editor.setKind(ModelKind::Recorded);
    QVERIFY(!shown(ModelField::Strength) && !shown(ModelField::ApiModel));
    QVERIFY(shown(ModelField::Name) && shown(ModelField::Parent) && shown(ModelField::Note));
}

void TestModelsPanels::problemsStandAtTheirField() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    auto* key = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::KeyVariable));
    key->setText(u"sk-aB3dE5fG7hI9jK1lM3nO5pQ7"_s);
    const QString said =
        m_panels->details.form()->rows().problem(static_cast<int>(ModelField::KeyVariable));
    QVERIFY(said.contains(u"key itself"_s));
    QCOMPARE(key->accessibleDescription(), said);
    QVERIFY(!m_panels->details.saveButton()->isEnabled());
    key->setText(u"A_KEY"_s);
    QVERIFY(m_panels->details.form()
                ->rows()
                .problem(static_cast<int>(ModelField::KeyVariable))
                .isEmpty());
}

void TestModelsPanels::theKeyIsThereOrNot() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    QTRY_VERIFY(m_session->arena().services());
    m_session->setKey("A_KEY", "very-secret");
    auto* key = static_cast<QLineEdit*>(m_panels->details.form()->field(ModelField::KeyVariable));
    key->setText(u"A_KEY"_s);
    QTRY_VERIFY(key->accessibleDescription().contains(u"is set"_s));
    key->setText(u"ANOTHER_KEY"_s);
    QTRY_VERIFY(key->accessibleDescription().contains(u"is not set"_s));
    for (const QLabel* label : m_panels->details.findChildren<QLabel*>())
        QVERIFY(!label->text().contains(u"very-secret"_s));
}

void TestModelsPanels::advancedFieldsFold() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    ModelForm& form = *m_panels->details.form();
    const auto shown = [&](ModelField field) {
        return form.rows().isRowShown(form.rowOf(field));
    };
    QVERIFY(shown(ModelField::Temperature) && !shown(ModelField::Retries));
    QTest::keyClick(&form.advanced(), Qt::Key_Space);
    QVERIFY(shown(ModelField::Retries) && shown(ModelField::Stop));
    form.advanced().setOpen(false);
    // What is wrong is never hidden.
    m_panels->desk->editor.setText(ModelField::Retries, u"many"_s);
    QVERIFY(shown(ModelField::Retries));
    QVERIFY(!form.rows().problem(form.rowOf(ModelField::Retries)).isEmpty());
    m_panels->desk->editor.setText(ModelField::Retries, u"7"_s);
    auto* retries = static_cast<QLineEdit*>(form.field(ModelField::Retries));
    QCOMPARE(retries->text(), u"7"_s);
    m_panels->desk->editor.save();
    QTRY_VERIFY(m_panels->desk->editor.changes().empty());
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"judge-70b"_s));
    QVERIFY(!shown(ModelField::Retries));
    QVERIFY(retries->text().isEmpty());
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    QVERIFY(shown(ModelField::Retries)); // something is set there
    QCOMPARE(retries->text(), u"7"_s);
}

void TestModelsPanels::anUncheckedCertificateIsLoud() {
    m_panels->list.view()->setCurrentIndex(m_panels->row(u"alpha"_s));
    ModelForm& form = *m_panels->details.form();
    auto* notice = form.findChild<NoticeBar*>();
    QVERIFY(!notice->isVisible());
    static_cast<QCheckBox*>(form.field(ModelField::InsecureTls))->setChecked(true);
    QVERIFY(notice->isVisible());
    QVERIFY(insecureTls(m_panels->desk->editor.draft().model));
    emit notice->linkActivated();
    QVERIFY(!insecureTls(m_panels->desk->editor.draft().model));
    QVERIFY(!notice->isVisible());
}

void TestModelsPanels::anActionOpensTheWizard() {
    QTRY_VERIFY(m_session->arena().services());
    QVERIFY(!m_panels->list.wizard());
    m_panels->app().actions.action(ActionId::AddFromEndpoint)->trigger();
    QVERIFY(m_panels->list.wizard() && m_panels->list.wizard()->isVisible());
    QTest::keyClick(m_panels->list.wizard(), Qt::Key_Escape);
    QTRY_VERIFY(!m_panels->list.wizard());
}

void TestModelsPanels::removalIsAskedInThePanel() {
    ModelTreeView* view = m_panels->list.view();
    view->setCurrentIndex(m_panels->row(u"alpha"_s));
    QTest::keyClick(view, Qt::Key_Delete);
    NoticeBar* notice = m_panels->details.notice();
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"alpha"_s));
    // Looking elsewhere takes the question away.
    view->setCurrentIndex(m_panels->row(u"rival-9"_s));
    QVERIFY(!notice->isVisible());
    view->setCurrentIndex(m_panels->row(u"alpha"_s));
    QTest::keyClick(m_panels->details.removeButton(), Qt::Key_Space);
    QTest::keyClick(notice->findChild<QPushButton*>(), Qt::Key_Space);
    QTRY_VERIFY(!m_panels->row(u"alpha"_s).isValid());
    QVERIFY(!notice->isVisible());
    QVERIFY(!m_panels->desk->editor.hasModel());
}

void TestModelsPanels::anEmptyWorkspaceSaysWhatNext() {
    m_panels.reset();
    m_session = std::make_unique<test::OpenSession>(std::vector<Model>{});
    m_panels = std::make_unique<Panels>(*m_session);
    QVERIFY(!m_panels->list.view()->isVisible());
    const QSignalSpy imports(&m_panels->app().navigator, &Navigator::importRequested);
    QPushButton* importButton = nullptr;
    QPushButton* addButton = nullptr;
    for (QPushButton* button : m_panels->list.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == u"Import recorded answers"_s)
            importButton = button;
        if (button->isVisible() && button->text() == u"Add a model"_s)
            addButton = button;
    }
    QVERIFY(importButton && addButton);
    importButton->click();
    QCOMPARE(imports.size(), 1);
    addButton->click();
    QVERIFY(m_panels->desk->editor.draft().isNew());
    m_panels->desk->editor.setText(ModelField::Name, u"first"_s);
    m_panels->desk->editor.save();
    QTRY_VERIFY(m_panels->list.view()->isVisible());
    QTRY_COMPARE(m_panels->list.view()->currentIndex().data().toString(), u"first"_s);
}

void TestModelsPanels::narrowPanelsKeepNames() {
    ModelTreeView* view = m_panels->list.view();
    QVERIFY(!view->isColumnHidden(ModelTreeModel::Price));
    m_panels->list.resize(360, 700);
    QTRY_VERIFY(view->isColumnHidden(ModelTreeModel::Price));
    QVERIFY(view->columnWidth(ModelTreeModel::Name) >= 200);
    QVERIFY(!view->isColumnHidden(ModelTreeModel::Elo));
    m_panels->list.resize(816, 700);
    QTRY_VERIFY(!view->isColumnHidden(ModelTreeModel::Price));
    // Both panels can be as narrow as they say.
    for (QWidget* panel :
         {static_cast<QWidget*>(&m_panels->list), static_cast<QWidget*>(&m_panels->details)}) {
        panel->resize(panel->minimumSizeHint());
        QTRY_COMPARE(panel->width(), panel->minimumSizeHint().width());
    }
    m_panels->desk->registry.setCurrent(m_panels->desk->registry.models().front().id);
    const QWidget* form = m_panels->details.form();
    QTRY_VERIFY(form->width() <= form->parentWidget()->width());
}

void TestModelsPanels::readOnlyIsSaid() {
    test::OpenSession second(m_session->path()); // held by the first: read-only
    Panels panels(second);
    panels.list.view()->setCurrentIndex(panels.row(u"alpha"_s));
    QVERIFY(panels.details.notice()->isVisible());
    QVERIFY(static_cast<QLineEdit*>(panels.details.form()->field(ModelField::Name))->isReadOnly());
    QVERIFY(!panels.details.saveButton()->isEnabled());
    QVERIFY(!panels.details.removeButton()->isEnabled());
}

void TestModelsPanels::statusAndNote() {
    const QSignalSpy note(&m_panels->list, &Panel::noteChanged);
    PanelStatus last;
    connect(&m_panels->list, &Panel::statusChanged, this,
            [&](const PanelStatus& status) { last = status; });
    VERIFY_OK((*m_session)->workspace()->write<void>([](Appender& appender) -> Result<void> {
        TRY(appender.model("another"));
        return {};
    }));
    QTRY_VERIFY(!note.isEmpty());
    QCOMPARE(note.back().front().toString(), u"12"_s);
    QCOMPARE(last.notes.value(0), u"12 models"_s);
    QVERIFY(last.notes.contains(u"2 judges"_s));
}

QTEST_MAIN(TestModelsPanels)
#include "tst_models_panels.moc"
