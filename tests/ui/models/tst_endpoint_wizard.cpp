// Models are added from an endpoint: listed, picked, typed, written at once.
#include "tests/support/raw_peer.h"
#include "tests/ui/models/some_models.h"
#include "ui/models/endpoint_wizard.h"
#include "ui/models/form_rows.h"
#include "ui/models/provider_combo.h"
#include "ui/models/served_list.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/notice_bar.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <mutex>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

const std::string twoModels = R"({"data":[{"id":"meta-llama/Llama-3-8B"},{"id":"alpha"}]})";

struct Wizard {
    explicit Wizard(const std::vector<Model>& models = test::someModels())
        : session(models)
        , registry(*session)
        , dialog(session.arena(), registry) {
        QTRY_VERIFY(session.arena().services() && registry.isRead());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    }
    void list(const std::string& url) {
        dialog.address()->setText(QString::fromStdString(url));
        QTest::mouseClick(dialog.listButton(), Qt::LeftButton);
    }
    [[nodiscard]] int rows() const { return dialog.models()->view()->model()->rowCount(); }
    void check(int row) const {
        auto* model = dialog.models()->view()->model();
        model->setData(model->index(row, 0), Qt::Checked, Qt::CheckStateRole);
    }

    test::OpenSession session;
    ModelRegistry registry;
    EndpointWizard dialog;
};

} // namespace

class TestEndpointWizard : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();

    void everyControlHasAName();
    void theAddressSuggestsProviderAndKey();
    void whatIsListedIsAdded();
    void theKeyGoesOnlyWhereItWasTyped();
    void aServerWithoutAListTakesTypedNames();
    void aDeadServerIsSaidInPlace();
    void badAddressesAndKeysAreRefused();
    void strangeNamesAreLeftOut();
    void anotherAddressForgetsTheList();
    void closingTheWorkspaceClosesIt();
};

void TestEndpointWizard::initTestCase() {
    new ThemeController(this);
}

void TestEndpointWizard::everyControlHasAName() {
    Wizard wizard;
    for (QWidget* widget : wizard.dialog.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&wizard.dialog))
            continue;
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(reader && !reader->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
    }
}

void TestEndpointWizard::theAddressSuggestsProviderAndKey() {
    Wizard wizard;
    wizard.dialog.address()->setText(u"https://api.openai.com/v1/"_s);
    QCOMPARE(wizard.dialog.provider()->profile()->id, std::string("openai"));
    QCOMPARE(wizard.dialog.key()->text(), u"OPENAI_API_KEY"_s);
    wizard.dialog.address()->setText(u"localhost:11434/v1"_s);
    QCOMPARE(wizard.dialog.provider()->profile()->id, std::string("ollama"));
    QCOMPARE(wizard.dialog.key()->text(), QString());
    // What was typed stays.
    QTest::keyClicks(wizard.dialog.key(), u"MY_KEY"_s);
    wizard.dialog.address()->setText(u"https://api.openai.com/v1"_s);
    QCOMPARE(wizard.dialog.key()->text(), u"MY_KEY"_s);
}

void TestEndpointWizard::whatIsListedIsAdded() {
    const RawPeer peer(
        [](const std::string&, const std::string&) { return wholeAnswer(200, twoModels); });
    Wizard wizard;
    const QSignalSpy added(&wizard.dialog, &EndpointWizard::added);
    QVERIFY(!wizard.dialog.addButton()->isEnabled());
    wizard.list(peer.url("/v1/models"));
    QTRY_COMPARE(wizard.rows(), 2);
    QVERIFY(!wizard.dialog.addButton()->isEnabled());
    wizard.dialog.models()->filter()->setText(u"LLAMA"_s);
    QCOMPARE(wizard.rows(), 1);
    wizard.check(0);
    wizard.dialog.models()->filter()->clear();
    wizard.check(0);
    wizard.check(1);
    QCOMPARE(wizard.dialog.addButton()->text(), u"Add 2 models"_s);
    QTest::mouseClick(wizard.dialog.addButton(), Qt::LeftButton);
    QTRY_COMPARE(added.size(), 1);
    QVERIFY(!wizard.dialog.isVisible());
    const std::vector<Model> stored = wizard.session.stored();
    const auto llama = std::ranges::find(stored, std::string("Llama-3-8B"), &Model::name);
    const auto second = std::ranges::find(stored, std::string("alpha 2"), &Model::name);
    QVERIFY(llama != stored.end() && second != stored.end());
    QCOMPARE(llama->apiModel, std::string("meta-llama/Llama-3-8B"));
    QCOMPARE(llama->family, std::string("llama"));
    QCOMPARE(llama->baseUrls, std::vector<std::string>{peer.url("/v1")});
    QVERIFY(llama->roles.has(Role::Rival) && !llama->roles.has(Role::Judge));
    std::string origin = peer.url("");
    QTRY_VERIFY(wizard.session.arena().services()->permissions->allows({origin, {}, false}));
}

void TestEndpointWizard::theKeyGoesOnlyWhereItWasTyped() {
    std::mutex mutex;
    std::string head;
    const RawPeer peer([&](const std::string& got, const std::string&) {
        const std::scoped_lock lock(mutex);
        head = got;
        return wholeAnswer(200, twoModels);
    });
    Wizard wizard;
    wizard.session.setKey("MY_KEY", "very-secret");
    wizard.dialog.address()->setText(QString::fromStdString(peer.url("/v1")));
    QTest::keyClicks(wizard.dialog.key(), u"MY_KEY"_s);
    QTest::mouseClick(wizard.dialog.listButton(), Qt::LeftButton);
    QTRY_COMPARE(wizard.rows(), 2);
    {
        const std::scoped_lock lock(mutex);
        QVERIFY(head.find("very-secret") != std::string::npos);
    }
    // Listing alone is no permission for what is stored in the workspace.
    QVERIFY(
        !wizard.session.arena().services()->permissions->allows({peer.url(""), "MY_KEY", false}));
}

void TestEndpointWizard::aServerWithoutAListTakesTypedNames() {
    const RawPeer peer(
        [](const std::string&, const std::string&) { return wholeAnswer(404, "{}"); });
    Wizard wizard(std::vector<Model>{});
    wizard.list(peer.url("/v1"));
    QTRY_VERIFY(wizard.dialog.notice()->text().startsWith(u"No list"_s));
    QTest::keyClicks(wizard.dialog.models()->typed(), u"my-model"_s);
    QTest::keyClick(wizard.dialog.models()->typed(), Qt::Key_Return);
    QCOMPARE(wizard.rows(), 1);
    QVERIFY(wizard.dialog.isVisible()); // Enter there does not end it
    QTest::mouseClick(wizard.dialog.addButton(), Qt::LeftButton);
    QTRY_COMPARE(wizard.session.stored().size(), std::size_t{1});
    QCOMPARE(wizard.session.stored().front().apiModel, std::string("my-model"));
}

void TestEndpointWizard::aDeadServerIsSaidInPlace() {
    Wizard wizard;
    wizard.list("http://127.0.0.1:1/v1");
    QTRY_VERIFY(wizard.dialog.notice()->text().startsWith(u"No list"_s));
    QVERIFY(wizard.dialog.notice()->isVisible());
    QCOMPARE(wizard.dialog.listButton()->text(), u"List models"_s);
    QVERIFY(wizard.dialog.listButton()->isEnabled());
}

void TestEndpointWizard::badAddressesAndKeysAreRefused() {
    Wizard wizard;
    QLineEdit* address = wizard.dialog.address();
    address->setText(u"ftp://example.org"_s);
    QVERIFY(!wizard.dialog.rows()->problem(0).isEmpty());
    QVERIFY(!wizard.dialog.listButton()->isEnabled());
    address->setText(u"http://llm.example.org/v1"_s);
    QVERIFY(wizard.dialog.rows()->problem(0).isEmpty());
    wizard.dialog.key()->setText(u"A_KEY"_s);
    QVERIFY(!wizard.dialog.rows()->problem(0).isEmpty()); // in the open
    address->setText(u"https://llm.example.org/v1"_s);
    wizard.dialog.key()->setText(u"sk-aB3dE5fG7hI9jK1lM3nO5pQ7"_s);
    QVERIFY(wizard.dialog.rows()->problem(2).contains(u"key itself"_s));
    QVERIFY(!wizard.dialog.listButton()->isEnabled());
}

void TestEndpointWizard::strangeNamesAreLeftOut() {
    const RawPeer peer([](const std::string&, const std::string&) {
        return wholeAnswer(200,
                           R"({"data":[{"id":"good"},{"id":"two\nlines"},{"id":"a\u202eb"}]})");
    });
    Wizard wizard;
    wizard.list(peer.url("/v1"));
    QTRY_COMPARE(wizard.rows(), 1);
    QVERIFY(wizard.dialog.notice()->text().startsWith(u"2 left out"_s));
}

void TestEndpointWizard::anotherAddressForgetsTheList() {
    const RawPeer peer(
        [](const std::string&, const std::string&) { return wholeAnswer(200, twoModels); });
    Wizard wizard;
    wizard.list(peer.url("/v1"));
    QTRY_COMPARE(wizard.rows(), 2);
    wizard.check(0);
    wizard.dialog.address()->setText(u"https://other.example/v1"_s);
    QCOMPARE(wizard.rows(), 0);
    QVERIFY(!wizard.dialog.addButton()->isEnabled());
}

void TestEndpointWizard::closingTheWorkspaceClosesIt() {
    Wizard wizard;
    wizard.session->close();
    QVERIFY(!wizard.dialog.isVisible());
}

QTEST_MAIN(TestEndpointWizard)
#include "tst_endpoint_wizard.moc"
