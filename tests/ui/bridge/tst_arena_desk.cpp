// The services of the open workspace, and the question before a host is called.
#include "tests/ui/bridge/workspace_fixture.h"
#include "ui/bridge/arena_desk.h"
#include "ui/widgets/permission_question.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QTest>

#include <memory>
#include <optional>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestArenaDesk : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void servicesComeAndGoWithTheWorkspace();
    void aWorkspaceThatIsOpenAlreadyIsServed();
    void aBrokenFileOfPermissionsIsToldAndKept();
    void allowingIsRememberedForThisWorkspaceOnly();
    void theQuestionNamesHostAndKey();
    void anUncheckedCertificateIsLoud();
    void refusingWritesNothing();
    void nothingMissingAsksNothing();

  private:
    void open();
    [[nodiscard]] std::unique_ptr<ArenaDesk> desk();
    [[nodiscard]] QPushButton* button(QMessageBox& box, const QString& text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<Session> m_session;
    QString m_path;
};

namespace {

const TrustedOrigin openAi{"https://api.openai.com:443", "OPENAI_API_KEY", false};

} // namespace

void TestArenaDesk::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"small.agon"_s);
    test::makeWorkspace(m_path, 1);
    const auto clock = std::make_shared<SystemClock>();
    m_executor = std::make_unique<Executor>(2, clock);
    m_session = std::make_unique<Session>(*m_executor, clock);
}

void TestArenaDesk::cleanup() {
    m_session.reset();
    m_executor.reset();
    m_folder.reset();
}

void TestArenaDesk::open() {
    m_session->open(m_path);
    QTRY_VERIFY(m_session->table() != nullptr);
}

std::unique_ptr<ArenaDesk> TestArenaDesk::desk() {
    return std::make_unique<ArenaDesk>(*m_session, std::make_shared<EnvironmentSecrets>(),
                                       m_folder->filePath(u"person"_s).toStdString());
}

QPushButton* TestArenaDesk::button(QMessageBox& box, const QString& text) {
    for (QAbstractButton* each : box.buttons())
        if (each->text() == text)
            return qobject_cast<QPushButton*>(each);
    return nullptr;
}

void TestArenaDesk::servicesComeAndGoWithTheWorkspace() {
    const auto desk = this->desk();
    QVERIFY(!desk->services());
    const QSignalSpy ready(desk.get(), &ArenaDesk::ready);
    const QSignalSpy changed(desk.get(), &ArenaDesk::changed);
    open();
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(changed.size(), 1);
    QVERIFY(desk->services()->service != nullptr);
    QVERIFY(desk->services()->resources.profiles.find("openai") != nullptr);
    m_session->close();
    QVERIFY(!desk->services());
    QCOMPARE(changed.size(), 2);
    open();
    QTRY_COMPARE(ready.size(), 2);
}

void TestArenaDesk::aWorkspaceThatIsOpenAlreadyIsServed() {
    open();
    const auto desk = this->desk();
    QTRY_VERIFY(desk->services());
}

void TestArenaDesk::aBrokenFileOfPermissionsIsToldAndKept() {
    QVERIFY(QDir(m_folder->path()).mkdir(u"person"_s));
    QFile file(m_folder->filePath(u"person/trust.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{broken");
    file.close();
    const auto desk = this->desk();
    const QSignalSpy failed(desk.get(), &ArenaDesk::failed);
    open();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!desk->services());
    QVERIFY(!desk->problem().isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{broken"));
}

void TestArenaDesk::allowingIsRememberedForThisWorkspaceOnly() {
    {
        const auto desk = this->desk();
        open();
        QTRY_VERIFY(desk->services());
        bool written = false;
        desk->allow({openAi}, desk.get(),
                    [&](const Result<void>& result) { written = result.has_value(); });
        QTRY_VERIFY(written);
        QVERIFY(desk->services()->permissions->allows(openAi));
        m_session->close();
    }
    const auto desk = this->desk();
    open();
    QTRY_VERIFY(desk->services());
    QVERIFY(desk->services()->permissions->allows(openAi));
    m_path = m_folder->filePath(u"other.agon"_s);
    test::makeWorkspace(m_path, 1);
    const QSignalSpy ready(desk.get(), &ArenaDesk::ready);
    open();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!desk->services()->permissions->allows(openAi));
}

void TestArenaDesk::theQuestionNamesHostAndKey() {
    const auto desk = this->desk();
    open();
    QTRY_VERIFY(desk->services());
    QWidget window;
    std::optional<bool> answer;
    QMessageBox* box =
        askPermission(*desk, {openAi}, &window, [&](bool allowed) { answer = allowed; });
    QVERIFY(box->informativeText().contains(
        u"Agon will send the key OPENAI_API_KEY to https://api.openai.com:443"_s));
    QVERIFY(!box->informativeText().contains(u"CERTIFICATE"_s));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QTest::mouseClick(button(*box, u"Allow"_s), Qt::LeftButton);
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(*answer, true);
    QVERIFY(desk->services()->permissions->allows(openAi));
}

void TestArenaDesk::anUncheckedCertificateIsLoud() {
    const auto desk = this->desk();
    open();
    QTRY_VERIFY(desk->services());
    QWidget window;
    TrustedOrigin origin = openAi;
    origin.unverified = true;
    QMessageBox* box = askPermission(*desk, {origin}, &window, [](bool) {});
    QVERIFY(box->informativeText().contains(u"WITHOUT CHECKING ITS CERTIFICATE"_s));
    QCOMPARE(box->icon(), QMessageBox::Warning);
    QCOMPARE(box->defaultButton(), button(*box, u"Cancel"_s));
}

void TestArenaDesk::refusingWritesNothing() {
    const auto desk = this->desk();
    open();
    QTRY_VERIFY(desk->services());
    QWidget window;
    std::optional<bool> answer;
    QMessageBox* box =
        askPermission(*desk, {openAi}, &window, [&](bool allowed) { answer = allowed; });
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(*answer, false);
    QVERIFY(!desk->services()->permissions->allows(openAi));
    QVERIFY(!QFile::exists(m_folder->filePath(u"person/trust.json"_s)));
}

void TestArenaDesk::nothingMissingAsksNothing() {
    const auto desk = this->desk();
    QWidget window;
    std::optional<bool> answer;
    QVERIFY(!askPermission(*desk, {}, &window, [&](bool allowed) { answer = allowed; }));
    QCOMPARE(answer, std::optional(true));
}

QTEST_MAIN(TestArenaDesk)
#include "tst_arena_desk.moc"
