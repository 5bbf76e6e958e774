#include "ui/battles/battle_shelf.h"

#include <QThread>

#include <algorithm>

namespace agon::ui {

namespace {

using Prepared = std::shared_ptr<PreparedBattle>;

std::optional<ShownText> prepare(const Battle& battle, Side side, const TextStyle& style,
                                 QThread* gui) {
    ShownText shown = prepareText(answerText(battle, side, false), TextMode::Rendered, style);
    shown.document->moveToThread(gui);
    return shown;
}

} // namespace

BattleShelf::BattleShelf(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &Session::opened, this, &BattleShelf::clear);
    connect(&session, &Session::closed, this, &BattleShelf::clear);
}

void BattleShelf::setTextStyle(const TextStyle& style) {
    m_style = style;
    for (auto& [id, place] : m_places) {
        if (place.prepared) {
            place.prepared->answerA.reset();
            place.prepared->answerB.reset();
        } else {
            read({id}, place);
        }
    }
}

void BattleShelf::keep(const std::vector<BattleId>& battles) {
    std::erase_if(m_places, [&](const auto& entry) {
        return std::ranges::find(battles, entry.first) == battles.end();
    });
    if (!m_session.isOpen())
        return;
    for (const BattleId battle : battles) {
        const auto [place, added] = m_places.try_emplace(battle);
        if (added)
            read(battle, place->second);
    }
}

std::shared_ptr<PreparedBattle> BattleShelf::find(BattleId battle) const {
    const auto place = m_places.find(battle);
    return place == m_places.end() ? nullptr : place->second.prepared;
}

void BattleShelf::refresh(const std::vector<BattleId>& battles) {
    for (auto& [id, place] : m_places)
        if (battles.empty() || std::ranges::find(battles, id) != battles.end())
            read(id, place);
}

void BattleShelf::clear() {
    m_places.clear();
}

void BattleShelf::read(BattleId battle, Place& place) {
    place.latest.run<Prepared>(
        m_session, JobSpec{{}, false},
        [battle, style = m_style, gui = thread()](Workspace& workspace,
                                                  const JobContext& context) -> Result<Prepared> {
            auto prepared = std::make_shared<PreparedBattle>();
            prepared->battle = TRY(workspace.read<Battle>(
                [battle](Reader& reader) { return reader.battle(battle); }, context.stop));
            if (context.stop.stop_requested())
                return cancelled();
            prepared->answerA = prepare(prepared->battle, Side::A, style, gui);
            prepared->answerB = prepare(prepared->battle, Side::B, style, gui);
            return prepared;
        },
        this,
        [this, battle](Result<Prepared> prepared) {
            const auto found = m_places.find(battle);
            if (found == m_places.end())
                return;
            if (prepared) {
                found->second.prepared = std::move(*prepared);
                emit arrived(battle);
            } else if (prepared.error().code != ErrorCode::Cancelled) {
                emit failed(battle, QString::fromStdString(prepared.error().text()));
            }
        });
}

} // namespace agon::ui
