#include "ui/battles/head_cache.h"

#include <algorithm>

namespace agon::ui {

namespace {
constexpr int kept = 8192;
constexpr std::size_t mostAtOnce = 512; // more were wanted while scrolling: the last ones count
} // namespace

HeadCache::HeadCache(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_heads(kept) {}

std::optional<QString> HeadCache::find(BattleId battle) const {
    if (const QString* head = m_heads.object(battle.value))
        return *head;
    return std::nullopt;
}

void HeadCache::want(const std::vector<BattleId>& battles) {
    for (const BattleId battle : battles) {
        if (m_pending.contains(battle.value))
            continue;
        m_pending.insert(battle.value);
        m_wanted.push_back(battle);
    }
    if (m_scheduled || m_wanted.empty())
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &HeadCache::ask, Qt::QueuedConnection);
}

void HeadCache::clear() {
    m_heads.clear();
    m_wanted.clear();
    m_pending.clear();
    m_latest.cancel();
}

void HeadCache::ask() {
    m_scheduled = false;
    if (!m_session.isOpen() || m_wanted.empty())
        return;
    const std::size_t dropped = m_wanted.size() - std::min(m_wanted.size(), mostAtOnce);
    const std::vector<BattleId> ids(m_wanted.begin() + static_cast<std::ptrdiff_t>(dropped),
                                    m_wanted.end());
    m_wanted.clear();
    m_pending.clear(); // what was overtaken may be asked for again
    for (const BattleId id : ids)
        m_pending.insert(id.value);
    using Heads = std::vector<BattleHead>;
    m_latest.read<Heads>(
        m_session, [ids](Reader& reader) { return reader.heads(ids); }, this,
        [this, ids](Result<Heads> heads) {
            for (const BattleId id : ids)
                m_pending.remove(id.value);
            if (!heads)
                return; // the next paint asks again
            for (const BattleHead& head : *heads)
                m_heads.insert(head.id.value,
                               new QString(QString::fromStdString(head.instruction)));
            emit arrived(ids);
        });
}

} // namespace agon::ui
