#include "core/store/doctor.h"

#include "core/store/reader_state.h"
#include "core/store/search_index.h"
#include "core/store/trust.h"

#include <fmt/format.h>

namespace agon::store {
namespace {

// A query that counts what must not be there.
struct ContentCheck {
    const char* name;
    const char* sql;
    const char* problem; // "{}" is the count
};

constexpr ContentCheck contentChecks[] = {
    {"answers belong to their battles",
     "SELECT count(*) FROM battles b JOIN responses a ON a.id = b.response_a JOIN responses c ON "
     "c.id = b.response_b WHERE a.instruction <> b.instruction OR c.instruction <> b.instruction "
     "OR "
     "a.model <> b.model_a OR c.model <> b.model_b",
     "{} battles name an answer to another instruction or of another model"},
    {"verdicts are known words", "SELECT count(*) FROM games WHERE verdict NOT BETWEEN 0 AND 4",
     "{} games hold a verdict that Agon does not know; they count as invalid"},
    {"scores lie on their scale",
     "SELECT count(*) FROM games WHERE verdict < 4 AND (score_a NOT BETWEEN 0 AND 10 OR score_b "
     "NOT "
     "BETWEEN 0 AND 10)",
     "{} valid games hold a score outside 0 to 10"},
    {"human verdicts are known words",
     "SELECT count(*) FROM overrides WHERE verdict NOT BETWEEN 0 AND 3",
     "{} human verdicts are not a, b, tie or bad"},
    {"lineage has no circle",
     "WITH RECURSIVE up(start, at, depth) AS (SELECT id, parent, 1 FROM models WHERE parent IS NOT "
     "NULL UNION SELECT up.start, m.parent, up.depth + 1 FROM up JOIN models m ON m.id = up.at "
     "WHERE "
     "m.parent IS NOT NULL AND up.depth < 1000) SELECT count(DISTINCT start) FROM up WHERE at = "
     "start",
     "{} models descend from themselves"},
};

std::string firstRow(SQLite::Database& db, const char* sql) {
    SQLite::Statement query(db, sql);
    return query.executeStep() ? textOf(query.getColumn(0)) : std::string();
}

} // namespace

Result<std::vector<Check>> examine(Connection& connection, const ProgressSink& progress) {
    return guarded([&]() -> Result<std::vector<Check>> {
        std::vector<Check> out;
        ProgressMeter meter(progress);
        const std::uint64_t steps = 4 + std::size(contentChecks);
        std::uint64_t step = 0;

        meter.report("file", step++, steps);
        const std::string integrity = firstRow(connection.db(), "PRAGMA integrity_check(1)");
        out.push_back({"file is whole", integrity == "ok",
                       integrity == "ok" ? "every page and index was read" : integrity});

        meter.report("references", step++, steps);
        const std::string broken = firstRow(connection.db(), "PRAGMA foreign_key_check");
        out.push_back({"references lead somewhere", broken.empty(),
                       broken.empty() ? "" : fmt::format("rows of “{}” refer to nothing", broken)});

        meter.report("schema", step++, steps);
        auto version = checkVersion(connection);
        Result<void> schema;
        if (version)
            schema = checkSchema(connection, *version);
        else
            schema = tl::unexpected<Error>(version.error());
        out.push_back({"tables are Agon's", schema.has_value(),
                       schema ? fmt::format("format {}", *version) : schema.error().message});

        for (const auto& check : contentChecks) {
            meter.report(check.name, step++, steps);
            auto& query = connection.statement(check.sql);
            query.executeStep();
            const std::int64_t count = query.getColumn(0).getInt64();
            out.push_back({check.name, count == 0,
                           count == 0 ? "" : fmt::format(fmt::runtime(check.problem), count)});
        }

        meter.report("search", step++, steps);
        const std::int64_t behind = lastText(connection) - indexedTo(connection);
        out.push_back({"search index", true,
                       behind == 0
                           ? "complete"
                           : fmt::format("{} texts wait; they are searched directly", behind)});
        meter.report("search", steps, steps);
        return out;
    });
}

} // namespace agon::store
