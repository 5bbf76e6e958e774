// A connection is tested from the panel Model: the checks live, cancelled, asked about before.
#include "tests/support/fake_llm.h"
#include "tests/support/raw_peer.h"
#include "tests/ui/models/some_models.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/models/check_list.h"
#include "ui/models/model_form.h"
#include "ui/models/model_panel.h"
#include "ui/models/test_view.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest/QTest>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20000; // milliseconds

std::vector<Model> oneModel(const std::string& url, const std::string& key = {}) {
    Model model = test::model(1, "small", ModelKind::Endpoint, test::bits(Role::Rival));
    model.baseUrls = {url};
    model.apiModel = "a";
    model.keyVariable = key;
    model.priceIn = 1;
    model.priceOut = 2;
    return {model};
}

struct Scene {
    explicit Scene(const std::vector<Model>& models)
        : session(models)
        , jobs(session.executor())
        , settings(folder.filePath(u"settings.ini"_s))
        , context{*session, jobs, actions, navigator, settings}
        , desk(std::make_shared<ModelsDesk>(session.arena()))
        , panel(context, desk) {
        panel.resize(560, 800);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QTRY_VERIFY(desk->registry.isRead() && session.arena().services());
        if (!models.empty())
            desk->registry.setCurrent(desk->registry.models().front().id);
    }

    [[nodiscard]] QMessageBox* question() { return panel.findChild<QMessageBox*>(); }
    void answer(const QString& text) {
        QTRY_VERIFY(question());
        for (QAbstractButton* button : question()->buttons())
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] const TestResult* result() const {
        return desk->test.result(desk->editor.draft().base.id);
    }
    [[nodiscard]] CheckState state(const std::string& id) const {
        for (const ProbeCheck& check : result()->report.checks)
            if (check.id == id)
                return check.state;
        return CheckState::Waiting;
    }
    void run() {
        QTest::mouseClick(panel.testButton(), Qt::LeftButton);
        answer(u"Allow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(result() && !result()->running, patience);
    }

    QTemporaryDir folder;
    test::OpenSession session;
    JobsFeed jobs;
    ActionRegistry actions;
    Navigator navigator;
    Settings settings;
    PanelContext context;
    std::shared_ptr<ModelsDesk> desk;
    ModelPanel panel;
};

} // namespace

class TestConnectionTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();

    void aGoodServerPasses();
    void nothingIsSentBeforeItIsAllowed();
    void aRefusedKeySaysWhichStep();
    void aSilentServerCanBeCancelled();
    void whatIsMissingIsSaid();
    void theUnsavedDraftIsTested();
    void theNewModelKeepsItsResult();
    void onlyTypedAddressesAreAllowedBySaving();
    void closingTheWorkspaceEndsIt();
};

void TestConnectionTest::initTestCase() {
    new ThemeController(this);
}

void TestConnectionTest::aGoodServerPasses() {
    const FakeLlm server({"--models", "a,b"});
    Scene scene(oneModel(server.baseUrl()));
    QVERIFY(!scene.panel.testView()->isVisible());
    scene.run();
    QVERIFY(scene.panel.testView()->isVisible());
    QVERIFY(scene.result()->report.ok);
    QCOMPARE(scene.state("models"), CheckState::Passed);
    QCOMPARE(scene.state("completion"), CheckState::Passed);
    QVERIFY(scene.panel.testView()->outcome()->text().startsWith(u"Works"_s));
    QVERIFY(!scene.panel.testView()->reply()->toPlainText().isEmpty());
    QVERIFY(scene.result()->cost.has_value());
    QVERIFY(scene.result()->seconds > 0);
    // Allowed now: it is not asked again.
    QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!scene.result()->running, patience);
    QTest::mouseClick(scene.panel.testView()->closeButton(), Qt::LeftButton);
    QVERIFY(!scene.panel.testView()->isVisible());
}

void TestConnectionTest::nothingIsSentBeforeItIsAllowed() {
    const RawPeer peer(
        [](const std::string&, const std::string&) { return wholeAnswer(200, R"({"data":[]})"); });
    Scene scene(oneModel(peer.url("/v1"), "AGON_TEST_KEY"));
    scene.session.setKey("AGON_TEST_KEY", "secret");
    QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
    QTRY_VERIFY(scene.question());
    QVERIFY(scene.question()->informativeText().contains(u"AGON_TEST_KEY"_s));
    QVERIFY(!scene.question()->informativeText().contains(u"secret"_s));
    scene.answer(u"Cancel"_s);
    QTRY_VERIFY(!scene.question());
    QVERIFY(!scene.result());
    QCOMPARE(peer.connections(), 0);
}

void TestConnectionTest::aRefusedKeySaysWhichStep() {
    const RawPeer peer([](const std::string&, const std::string&) {
        return wholeAnswer(401, R"({"error":{"message":"no such key"}})");
    });
    Scene scene(oneModel(peer.url("/v1"), "AGON_TEST_KEY"));
    scene.session.setKey("AGON_TEST_KEY", "very-secret");
    scene.run();
    QCOMPARE(scene.state("key"), CheckState::Passed);
    QCOMPARE(scene.state("connect"), CheckState::Passed);
    QCOMPARE(scene.state("models"), CheckState::Failed);
    QCOMPARE(scene.state("completion"), CheckState::Skipped);
    QCOMPARE(scene.panel.testView()->outcome()->text(), u"1 check failed"_s);
    QVERIFY(!scene.panel.testView()->reply()->isVisible());
    for (const ProbeCheck& check : scene.result()->report.checks) {
        QVERIFY(!checkLine(check).contains(u"very-secret"_s));
        QVERIFY(check.state != CheckState::Failed || !check.advice.empty());
    }
}

void TestConnectionTest::aSilentServerCanBeCancelled() {
    const RawPeer peer([](const std::string&, const std::string&) {
        return PeerAnswer{{}, PeerAnswer::Then::Silence};
    });
    Scene scene(oneModel(peer.url("/v1")));
    QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
    scene.answer(u"Allow"_s);
    QTRY_VERIFY(peer.requests() > 0);
    QVERIFY(scene.result()->running);
    QTRY_VERIFY(scene.panel.testView()->cancelButton()->isVisible());
    QTest::mouseClick(scene.panel.testView()->cancelButton(), Qt::LeftButton);
    QVERIFY(!scene.result()->running);
    QCOMPARE(scene.panel.testView()->outcome()->text(), u"Stopped"_s);
    QCOMPARE(scene.result()->report.count(CheckState::Running), 0);
    // Its thread is free again: there are two.
    for (int again = 0; again < 3; ++again) {
        const int before = peer.requests();
        QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
        QTRY_VERIFY(peer.requests() > before);
        scene.desk->test.cancel();
    }
}

void TestConnectionTest::whatIsMissingIsSaid() {
    std::vector<Model> models = oneModel("http://127.0.0.1:9/v1");
    models[0].apiModel.clear();
    Scene scene(models);
    QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
    QVERIFY(scene.panel.notice()->isVisible());
    QVERIFY(scene.panel.notice()->text().contains(u"Model"_s));
    scene.desk->editor.setText(ModelField::ApiModel, u"a"_s);
    scene.desk->editor.setBaseUrls(u"nonsense"_s);
    QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
    QVERIFY(!scene.result());
    scene.desk->editor.setKind(ModelKind::Recorded);
    QVERIFY(!scene.panel.testButton()->isVisible());
}

void TestConnectionTest::theUnsavedDraftIsTested() {
    const FakeLlm server({"--models", "a,b"});
    Scene scene(oneModel("http://127.0.0.1:9/v1"));
    scene.desk->editor.setBaseUrls(QString::fromStdString(server.baseUrl()));
    scene.run();
    QVERIFY(scene.result()->report.ok);
    QCOMPARE(scene.session.stored().front().baseUrls.front(), std::string("http://127.0.0.1:9/v1"));
    QVERIFY(!scene.desk->editor.changes().empty());
}

void TestConnectionTest::theNewModelKeepsItsResult() {
    const FakeLlm server({"--models", "a,b"});
    Scene scene({});
    scene.desk->editor.beginNew();
    scene.desk->editor.setBaseUrls(QString::fromStdString(server.baseUrl()));
    scene.desk->editor.setText(ModelField::ApiModel, u"a"_s);
    scene.run(); // needs no name
    scene.desk->editor.setText(ModelField::Name, u"first"_s);
    scene.desk->editor.save();
    QTRY_VERIFY(!scene.desk->editor.draft().isNew());
    QTRY_VERIFY(scene.result());
    QVERIFY(scene.panel.testView()->isVisible());
    QVERIFY(!scene.desk->test.result(ModelId{}));
}

void TestConnectionTest::onlyTypedAddressesAreAllowedBySaving() {
    Scene scene(oneModel("https://stranger.example/v1", "A_KEY"));
    const Permissions& permissions = *scene.session.arena().services()->permissions;
    const TrustedOrigin stranger{"https://stranger.example:443", "A_KEY", false};
    const TrustedOrigin typed{"https://mine.example:443", "A_KEY", false};
    scene.desk->editor.setText(ModelField::Note, u"looked at"_s);
    scene.desk->editor.save();
    QTRY_VERIFY(scene.desk->editor.changes().empty());
    QVERIFY(!permissions.allows(stranger));
    scene.desk->editor.setBaseUrls(u"https://stranger.example/v1\nhttps://mine.example/v1"_s);
    scene.desk->editor.save();
    QTRY_VERIFY(permissions.allows(typed));
    QVERIFY(!permissions.allows(stranger));
}

void TestConnectionTest::closingTheWorkspaceEndsIt() {
    const RawPeer peer([](const std::string&, const std::string&) {
        return PeerAnswer{{}, PeerAnswer::Then::Silence};
    });
    Scene scene(oneModel(peer.url("/v1")));
    QTest::mouseClick(scene.panel.testButton(), Qt::LeftButton);
    scene.answer(u"Allow"_s);
    QTRY_VERIFY(peer.requests() > 0);
    scene.session->close();
    QVERIFY(!scene.desk->test.isRunning());
    QVERIFY(!scene.panel.testView()->isVisible());
}

QTEST_MAIN(TestConnectionTest)
#include "tst_connection_test.moc"
