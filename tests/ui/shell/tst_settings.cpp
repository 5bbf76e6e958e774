#include "ui/shell/recent_workspaces.h"
#include "ui/shell/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT

  private slots:
    void defaultsHoldWhereNothingIsStored();
    void keepsAndTellsWhatIsSet();
    void ignoresWhatHasTheWrongType();
    void recentWorkspacesComeNewestFirst();
    void recentWorkspacesSurviveGarbage();

  private:
    [[nodiscard]] QString touch(const QString& name) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
    }
    [[nodiscard]] QString freshFile() {
        return m_folder.filePath(u"settings-%1.ini"_s.arg(++m_count));
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

void TestSettings::defaultsHoldWhereNothingIsStored() {
    const Settings settings(freshFile());
    QVERIFY(!settings.text(Setting::Annotator).isEmpty());
    QCOMPARE(settings.text(Setting::Theme), u"system"_s);
    QVERIFY(settings.flag(Setting::NextAfterVote));
    QCOMPARE(settings.number(Setting::TextScale), 100);
    QVERIFY(settings.bytes(Setting::LayoutReview).isEmpty());
}

void TestSettings::keepsAndTellsWhatIsSet() {
    const QString file = freshFile();
    {
        Settings settings(file);
        QSignalSpy changed(&settings, &Settings::changed);
        settings.set(Setting::NextAfterVote, false);
        settings.set(Setting::NextAfterVote, false); // the same again says nothing
        settings.set(Setting::Annotator, u"mira"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0][0].value<Setting>(), Setting::NextAfterVote);
    }
    const Settings again(file);
    QVERIFY(!again.flag(Setting::NextAfterVote));
    QCOMPARE(again.text(Setting::Annotator), u"mira"_s);
}

void TestSettings::ignoresWhatHasTheWrongType() {
    const QString path = freshFile();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[look]\ntextScale=very large\n");
    file.close();
    const Settings settings(path);
    QCOMPARE(settings.number(Setting::TextScale), 100);
}

void TestSettings::recentWorkspacesComeNewestFirst() {
    const QString file = freshFile();
    Settings settings(file);
    RecentWorkspaces recent(settings);
    const QString first = touch(u"first.agon"_s);
    const QString second = touch(u"second.agon"_s);
    RecentWorkspace entry;
    entry.path = first;
    entry.battles = 4025;
    entry.at = QDateTime(QDate(2026, 11, 12), QTime(8, 40));
    entry.progress = {1000, 1100.5};
    entry.intervals = {{1200, 1180, 1220}};
    recent.put(entry);
    RecentWorkspace other;
    other.path = second;
    recent.put(other);
    QCOMPARE(recent.list().size(), 2);
    QCOMPARE(recent.list()[0].path, second);
    recent.put(entry); // opened again: moves up, is not there twice
    const QList<RecentWorkspace> list = RecentWorkspaces(settings).list();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].path, first);
    QCOMPARE(list[0].battles, 4025);
    QCOMPARE(list[0].at, entry.at);
    QCOMPARE(list[0].progress, entry.progress);
    QCOMPARE(list[0].intervals[0].high, 1220.0);
    QFile::remove(first);
    QCOMPARE(recent.list().size(), 1); // a file that is gone is not offered
}

void TestSettings::recentWorkspacesSurviveGarbage() {
    Settings settings(freshFile());
    settings.set(Setting::RecentWorkspaces, QByteArray("\0\0\0\1\0\0\0\5 not a list", 20));
    RecentWorkspaces recent(settings);
    QVERIFY(recent.list().isEmpty());
    RecentWorkspace entry;
    entry.path = touch(u"new.agon"_s);
    recent.put(entry);
    QCOMPARE(recent.list().size(), 1);
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
