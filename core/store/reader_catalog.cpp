// Models, sets, stages, settings, and the scans that the columns are built from.
#include "core/store/reader_state.h"
#include "core/store/scan.h"

#include <fmt/format.h>

#include <unordered_map>

namespace agon {

using store::enumOr;
using store::guarded;
using store::textOf;

Reader::Reader(ReadConnection& connection)
    : m_state(new State{connection.get()}) {}
Reader::~Reader() = default;

Result<std::vector<Model>> Reader::models(bool countBattles) {
    return guarded([&]() -> Result<std::vector<Model>> {
        std::vector<Model> out;
        std::unordered_map<std::int64_t, std::size_t> byId;
        auto& query = m_state->db.statement(
            "SELECT id, name, kind, provider, api_model, family, key_variable, roles, parent, "
            "iteration, stage, price_in, price_out, strength, note, price_cached, sampling, limits "
            "FROM models ORDER BY id");
        while (query.executeStep()) {
            Model model;
            model.id = {query.getColumn(0).getInt64()};
            model.name = textOf(query.getColumn(1));
            model.kind = enumOr(query.getColumn(2).getInt64(), 4, ModelKind::Recorded);
            model.provider = textOf(query.getColumn(3));
            model.apiModel = textOf(query.getColumn(4));
            model.family = textOf(query.getColumn(5));
            model.keyVariable = textOf(query.getColumn(6));
            model.roles = Roles(static_cast<std::uint8_t>(query.getColumn(7).getInt64() & 0x1f));
            model.parent = {query.getColumn(8).getInt64()};
            model.iteration =
                query.getColumn(9).isNull() ? -1 : static_cast<int>(query.getColumn(9).getInt64());
            model.stage = enumOr(query.getColumn(10).getInt64(), 5, StageKind::None);
            model.priceIn = store::optionalDouble(query.getColumn(11));
            model.priceOut = store::optionalDouble(query.getColumn(12));
            model.strength = store::optionalDouble(query.getColumn(13));
            model.note = textOf(query.getColumn(14));
            model.priceCached = store::optionalDouble(query.getColumn(15));
            model.sampling = textOf(query.getColumn(16));
            model.limits = textOf(query.getColumn(17));
            byId[model.id.value] = out.size();
            out.push_back(std::move(model));
        }
        auto& urls =
            m_state->db.statement("SELECT model, base_url FROM endpoints ORDER BY 1, position");
        while (urls.executeStep())
            if (const auto it = byId.find(urls.getColumn(0).getInt64()); it != byId.end())
                out[it->second].baseUrls.push_back(textOf(urls.getColumn(1)));
        auto& responses =
            m_state->db.statement("SELECT model, count(*) FROM responses GROUP BY model");
        while (responses.executeStep())
            if (const auto it = byId.find(responses.getColumn(0).getInt64()); it != byId.end())
                out[it->second].responses = responses.getColumn(1).getInt64();
        if (!countBattles)
            return out;
        // Counted here: GROUP BY would sort all battles first.
        store::Scan battles(m_state->db, "SELECT model_a, model_b FROM battles");
        std::unordered_map<std::int64_t, std::int64_t> fought;
        while (battles.next()) {
            const std::int64_t a = battles.integer(0);
            const std::int64_t b = battles.integer(1);
            ++fought[a];
            if (a != b)
                ++fought[b];
        }
        for (Model& model : out)
            if (const auto it = fought.find(model.id.value); it != fought.end())
                model.battles = it->second;
        return out;
    });
}

Result<std::vector<SetInfo>> Reader::sets() {
    return guarded([&]() -> Result<std::vector<SetInfo>> {
        std::vector<SetInfo> out;
        std::unordered_map<std::int64_t, std::size_t> byId;
        auto& query = m_state->db.statement(
            "SELECT s.id, s.name, (SELECT count(*) FROM instructions i WHERE i.set_id = s.id) + "
            "(SELECT count(*) FROM set_members m WHERE m.set_id = s.id) FROM sets s ORDER BY s.id");
        while (query.executeStep()) {
            byId[query.getColumn(0).getInt64()] = out.size();
            out.push_back({{query.getColumn(0).getInt64()},
                           textOf(query.getColumn(1)),
                           query.getColumn(2).getInt64(),
                           {}});
        }
        auto& categories = m_state->db.statement(
            "SELECT DISTINCT i.set_id, c.name FROM instructions i JOIN categories c ON "
            "c.id = i.category ORDER BY 1, 2");
        while (categories.executeStep())
            if (const auto it = byId.find(categories.getColumn(0).getInt64()); it != byId.end())
                out[it->second].categories.push_back(textOf(categories.getColumn(1)));
        return out;
    });
}

Result<std::vector<NamedId>> Reader::names(std::string_view table) {
    const char* sql = table == "sets"         ? "SELECT id, name FROM sets ORDER BY id"
                      : table == "categories" ? "SELECT id, name FROM categories ORDER BY id"
                      : table == "annotators" ? "SELECT id, name FROM annotators ORDER BY id"
                                              : nullptr;
    if (sql == nullptr)
        return fail(ErrorCode::Internal, fmt::format("no table of names “{}”", table));
    return guarded([&]() -> Result<std::vector<NamedId>> {
        std::vector<NamedId> out;
        auto& query = m_state->db.statement(sql);
        while (query.executeStep())
            out.push_back({query.getColumn(0).getInt64(), textOf(query.getColumn(1))});
        return out;
    });
}

Result<std::vector<StageInfo>> Reader::stages() {
    return guarded([&]() -> Result<std::vector<StageInfo>> {
        std::vector<StageInfo> out;
        auto& query = m_state->db.statement(
            "SELECT s.id, i.number, s.kind, s.slice, s.state, s.checkpoint, s.parent, s.fighter, "
            "s.facts, s.at FROM stages s JOIN iterations i ON i.id = s.iteration ORDER BY i.run, "
            "i.number, s.kind, s.id");
        while (query.executeStep()) {
            StageInfo stage;
            stage.id = {query.getColumn(0).getInt64()};
            stage.iteration = static_cast<int>(query.getColumn(1).getInt64());
            stage.kind = enumOr(query.getColumn(2).getInt64(), 5, StageKind::None);
            stage.slice = textOf(query.getColumn(3));
            stage.state = textOf(query.getColumn(4));
            stage.checkpoint = {query.getColumn(5).getInt64()};
            stage.parent = {query.getColumn(6).getInt64()};
            stage.fighter = {query.getColumn(7).getInt64()};
            stage.facts = textOf(query.getColumn(8));
            stage.at = {query.getColumn(9).getInt64()};
            out.push_back(std::move(stage));
        }
        return out;
    });
}

Result<std::optional<std::string>> Reader::setting(std::string_view key) {
    return guarded([&]() -> Result<std::optional<std::string>> {
        auto& query = m_state->db.statement("SELECT value FROM meta WHERE key = 'setting.' || ?");
        query.bind(1, std::string(key));
        if (query.executeStep())
            return textOf(query.getColumn(0));
        return std::nullopt;
    });
}

Result<std::int64_t> Reader::count(std::string_view table) {
    const char* sql = table == "battles"        ? "SELECT count(*) FROM battles"
                      : table == "games"        ? "SELECT count(*) FROM games"
                      : table == "responses"    ? "SELECT count(*) FROM responses"
                      : table == "instructions" ? "SELECT count(*) FROM instructions"
                      : table == "overrides"    ? "SELECT count(*) FROM overrides"
                      : table == "models"       ? "SELECT count(*) FROM models"
                      : table == "texts"        ? "SELECT count(*) FROM texts"
                                                : nullptr;
    if (sql == nullptr)
        return fail(ErrorCode::Internal, fmt::format("no table “{}” to count", table));
    return guarded([&]() -> Result<std::int64_t> {
        auto& query = m_state->db.statement(sql);
        query.executeStep();
        return query.getColumn(0).getInt64();
    });
}

Result<void> Reader::scanBattles(std::int64_t from,
                                 const std::function<void(const BattleFacts&)>& row) {
    return guarded([&]() -> Result<void> {
        // Small joins are done here, so that the scan itself reads one narrow table.
        std::unordered_map<std::int64_t, std::int64_t> categories;
        auto& instructions = m_state->db.statement(
            "SELECT id, category FROM instructions WHERE category IS NOT NULL");
        while (instructions.executeStep())
            categories.emplace(instructions.getColumn(0).getInt64(),
                               instructions.getColumn(1).getInt64());
        struct Stage {
            int iteration = -1;
            int kind = 0;
        };
        std::unordered_map<std::int64_t, Stage> stages;
        auto& stageRows = m_state->db.statement(
            "SELECT s.id, i.number, s.kind FROM stages s JOIN iterations i ON i.id = s.iteration");
        while (stageRows.executeStep())
            stages.emplace(stageRows.getColumn(0).getInt64(),
                           Stage{stageRows.getColumn(1).getInt(), stageRows.getColumn(2).getInt()});

        store::Scan query(
            m_state->db,
            "SELECT id, instruction, set_id, category, turn, model_a, model_b, at, stage, marks_a, "
            "marks_b, length_a, length_b FROM battles WHERE id >= ? ORDER BY id");
        query.bind(1, from);
        BattleFacts facts;
        while (query.next()) {
            facts.id = query.integer(0);
            facts.instruction = query.integer(1);
            facts.set = query.integer(2);
            facts.category = query.integer(3);
            if (facts.instruction != 0) {
                const auto known = categories.find(facts.instruction);
                facts.category = known == categories.end() ? 0 : known->second;
            }
            facts.turn = static_cast<int>(query.integer(4));
            facts.modelA = query.integer(5);
            facts.modelB = query.integer(6);
            facts.at = query.integer(7);
            const auto stage = stages.find(query.integer(8));
            facts.iteration = stage == stages.end() ? -1 : stage->second.iteration;
            facts.stage = stage == stages.end() ? 0 : stage->second.kind;
            facts.marksA = static_cast<std::uint32_t>(query.integer(9));
            facts.marksB = static_cast<std::uint32_t>(query.integer(10));
            facts.lengthA = query.integer(11);
            facts.lengthB = query.integer(12);
            row(facts);
        }
        return {};
    });
}

Result<void> Reader::scanGames(std::int64_t from,
                               const std::function<void(const GameFacts&)>& row) {
    return guarded([&]() -> Result<void> {
        store::Scan query(
            m_state->db,
            "SELECT id, battle, judge, ord, verdict, score_a, score_b, preference_a FROM games "
            "WHERE id >= ? ORDER BY id");
        query.bind(1, from);
        GameFacts facts;
        while (query.next()) {
            facts.id = query.integer(0);
            facts.battle = query.integer(1);
            facts.judge = query.integer(2);
            facts.order = enumOr(query.integer(3), 2, Order::AB);
            facts.verdict = enumOr(query.integer(4), 5, Verdict::Invalid);
            facts.scoreA = query.realOrNan(5);
            facts.scoreB = query.realOrNan(6);
            facts.preferenceA = query.realOrNan(7);
            row(facts);
        }
        return {};
    });
}

Result<void> Reader::scanVotes(std::optional<BattleId> battle,
                               const std::function<void(const VoteFacts&)>& row) {
    return guarded([&]() -> Result<void> {
        auto& query = m_state->db.statement(
            battle ? "SELECT id, battle, annotator, verdict, blind, at, undoes FROM overrides "
                     "WHERE battle = ? ORDER BY id"
                   : "SELECT id, battle, annotator, verdict, blind, at, undoes FROM overrides "
                     "ORDER BY id");
        if (battle)
            query.bind(1, battle->value);
        while (query.executeStep()) {
            VoteFacts facts;
            facts.id = query.getColumn(0).getInt64();
            facts.battle = query.getColumn(1).getInt64();
            facts.annotator = query.getColumn(2).getInt64();
            if (!query.getColumn(3).isNull())
                facts.verdict = enumOr(query.getColumn(3).getInt64(), 4, Verdict::Tie);
            facts.blind = query.getColumn(4).getInt() != 0;
            facts.at = query.getColumn(5).getInt64();
            facts.undoes = query.getColumn(6).getInt64();
            row(facts);
        }
        return {};
    });
}

Result<std::vector<std::int64_t>> Reader::flagged() {
    return guarded([&]() -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> out;
        // Of several events the newest counts; bare columns beside max() come from its row.
        auto& query = m_state->db.statement(
            "SELECT battle, raised, max(id) FROM flags GROUP BY battle ORDER BY battle");
        while (query.executeStep())
            if (query.getColumn(1).getInt() != 0)
                out.push_back(query.getColumn(0).getInt64());
        return out;
    });
}

} // namespace agon
