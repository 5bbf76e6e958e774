// From texts that contain the words to the battles that they belong to.
#include "core/store/doctor.h"
#include "core/store/reader_state.h"
#include "core/store/search_index.h"

#include <algorithm>

namespace agon {

using store::guarded;

Result<std::vector<std::int64_t>> Reader::search(std::string_view words) {
    return guarded([&]() -> Result<std::vector<std::int64_t>> {
        auto& db = m_state->db;
        std::vector<std::int64_t> out;
        for (const std::int64_t text : store::findTexts(db, words)) {
            const auto collect = [&](const char* sql) {
                auto& query = db.statement(sql);
                query.bind(1, text);
                while (query.executeStep())
                    out.push_back(query.getColumn(0).getInt64());
            };
            collect("SELECT b.id FROM instruction_turns it JOIN battles b ON "
                    "b.instruction = it.instruction WHERE it.text = ?");
            collect(
                "SELECT b.id FROM response_turns rt JOIN responses r ON r.id = rt.response JOIN "
                "battles b ON b.instruction = r.instruction AND b.turn = rt.turn AND "
                "(b.response_a = r.id OR b.response_b = r.id) WHERE rt.text = ?");
            collect("SELECT g.battle FROM game_details d JOIN games g ON g.id = d.game WHERE "
                    "d.explanation = ?");
        }
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end()); // clang 14 has no ranges::unique
        return out;
    });
}

Result<std::pair<std::int64_t, std::int64_t>> Reader::indexState() {
    return guarded([&]() -> Result<std::pair<std::int64_t, std::int64_t>> {
        return std::pair{store::indexedTo(m_state->db), store::lastText(m_state->db)};
    });
}

Result<std::vector<Check>> Reader::examine(const ProgressSink& progress) {
    return store::examine(m_state->db, progress);
}

} // namespace agon
