#include "ui/shell/recent_workspaces.h"

#include "ui/shell/settings.h"

#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>

namespace agon::ui {

namespace {

constexpr qint32 storedVersion = 1;
constexpr int kept = 8;

} // namespace

// Not in the unnamed namespace: QList's own operators find these by their arguments.
static QDataStream& operator<<(QDataStream& out, const RecentWorkspace::Interval& interval) {
    return out << interval.rating << interval.low << interval.high;
}

static QDataStream& operator>>(QDataStream& in, RecentWorkspace::Interval& interval) {
    return in >> interval.rating >> interval.low >> interval.high;
}

static QDataStream& operator<<(QDataStream& out, const RecentWorkspace& entry) {
    return out << entry.path << entry.at << qint32{entry.models} << qint32{entry.battles}
               << qint32{entry.toReview} << entry.progress << entry.intervals;
}

static QDataStream& operator>>(QDataStream& in, RecentWorkspace& entry) {
    return in >> entry.path >> entry.at >> entry.models >> entry.battles >> entry.toReview >>
           entry.progress >> entry.intervals;
}

QList<RecentWorkspace> RecentWorkspaces::stored() const {
    QByteArray bytes = m_settings.bytes(Setting::RecentWorkspaces);
    QDataStream in(&bytes, QIODevice::ReadOnly);
    in.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    QList<RecentWorkspace> list;
    in >> version;
    if (version != storedVersion)
        return {};
    in >> list;
    return in.status() == QDataStream::Ok ? list : QList<RecentWorkspace>();
}

void RecentWorkspaces::store(const QList<RecentWorkspace>& list) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << storedVersion << list;
    m_settings.set(Setting::RecentWorkspaces, bytes);
}

QList<RecentWorkspace> RecentWorkspaces::list() const {
    QList<RecentWorkspace> present = stored();
    present.removeIf([](const RecentWorkspace& entry) { return !QFileInfo::exists(entry.path); });
    return present;
}

void RecentWorkspaces::put(const RecentWorkspace& workspace) {
    QList<RecentWorkspace> list = stored();
    list.removeIf([&](const RecentWorkspace& entry) { return entry.path == workspace.path; });
    list.prepend(workspace);
    while (list.size() > kept)
        list.removeLast();
    store(list);
}

void RecentWorkspaces::forget(const QString& path) {
    QList<RecentWorkspace> list = stored();
    list.removeIf([&](const RecentWorkspace& entry) { return entry.path == path; });
    store(list);
}

void RecentWorkspaces::clear() {
    store({});
}

} // namespace agon::ui
