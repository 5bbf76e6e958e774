// Sets, models, runs, imports: what battles refer to.
#include "core/store/appender_state.h"
#include "core/store/search_index.h"

#include <fmt/format.h>

#include <bit>

namespace agon {

using store::bindId;
using store::bindOptional;
using store::guarded;

namespace store {

std::int64_t findOrAddName(Connection& connection, IdByName& cache, std::string_view name,
                           const char* find, const char* insert, bool* added) {
    if (const auto known = cache.find(name); known != cache.end())
        return known->second;
    std::string key(name);
    auto& query = connection.statement(find);
    query.bind(1, key);
    std::int64_t id = 0;
    if (query.executeStep()) {
        id = query.getColumn(0).getInt64();
    } else {
        auto& add = connection.statement(insert);
        add.bind(1, key);
        add.exec();
        id = connection.db().getLastInsertRowid();
        if (added != nullptr)
            *added = true;
    }
    cache.emplace(std::move(key), id);
    return id;
}

} // namespace store

namespace {

Result<void> checkName(std::string_view name, std::string_view what) {
    if (name.empty())
        return fail(ErrorCode::InvalidInput, fmt::format("a {} needs a name", what));
    if (name.size() > 500)
        return fail(ErrorCode::InvalidInput,
                    fmt::format("the name of a {} is {} bytes long; at most 500 are allowed", what,
                                name.size()));
    return {};
}

// Everything of a model but its id, from parameter 1 on.
void bindModel(SQLite::Statement& statement, const Model& model) {
    statement.bind(1, model.name);
    statement.bind(2, static_cast<int>(model.kind));
    statement.bind(3, model.provider);
    statement.bind(4, model.apiModel);
    statement.bind(5, model.family);
    statement.bind(6, model.keyVariable);
    statement.bind(7, static_cast<int>(model.roles.bits()));
    bindId(statement, 8, model.parent);
    if (model.iteration >= 0)
        statement.bind(9, model.iteration);
    statement.bind(10, static_cast<int>(model.stage));
    bindOptional(statement, 11, model.priceIn);
    bindOptional(statement, 12, model.priceOut);
    bindOptional(statement, 13, model.strength);
    statement.bind(14, model.note);
    bindOptional(statement, 15, model.priceCached);
    statement.bind(16, model.sampling);
    statement.bind(17, model.limits);
}

void putEndpoints(store::Connection& db, std::int64_t model, const std::vector<std::string>& urls) {
    auto& clear = db.statement("DELETE FROM endpoints WHERE model = ?");
    clear.bind(1, model);
    clear.exec();
    for (std::size_t i = 0; i < urls.size(); ++i) {
        auto& add =
            db.statement("INSERT INTO endpoints(model, position, base_url) VALUES(?, ?, ?)");
        add.bind(1, model);
        add.bind(2, static_cast<std::int64_t>(i));
        add.bind(3, urls[i]);
        add.exec();
    }
}

} // namespace

Appender::Appender(WriteTransaction& transaction)
    : m_state(new State{transaction}) {}
Appender::~Appender() = default;

Timestamp Appender::now() const {
    return m_state->transaction.clock().now();
}

Result<SetId> Appender::set(std::string_view name) {
    TRY(checkName(name, "set"));
    return guarded([&]() -> Result<SetId> {
        bool added = false;
        const SetId id{store::findOrAddName(m_state->db(), m_state->transaction.caches().sets, name,
                                            "SELECT id FROM sets WHERE name = ?",
                                            "INSERT INTO sets(name) VALUES(?)", &added)};
        m_state->transaction.changes().sets |= added;
        return id;
    });
}

Result<ModelId> Appender::model(std::string_view name) {
    TRY(checkName(name, "model"));
    return guarded([&]() -> Result<ModelId> {
        bool added = false;
        const ModelId id{store::findOrAddName(m_state->db(), m_state->transaction.caches().models,
                                              name, "SELECT id FROM models WHERE name = ?",
                                              "INSERT INTO models(name, kind) VALUES(?, 1)",
                                              &added)};
        m_state->transaction.changes().models |= added;
        return id;
    });
}

Result<void> Appender::grantRole(ModelId model, Role role) {
    return guarded([&]() -> Result<void> {
        auto& update = m_state->db().statement(
            "UPDATE models SET roles = roles | ?1 WHERE id = ?2 AND roles & ?1 = 0");
        update.bind(1, static_cast<int>(role));
        update.bind(2, model.value);
        if (update.exec() > 0)
            m_state->transaction.changes().models = true;
        return {};
    });
}

Result<ModelId> Appender::addModel(const Model& model) {
    TRY(checkName(model.name, "model"));
    return guarded([&]() -> Result<ModelId> {
        auto& find = m_state->db().statement("SELECT id FROM models WHERE name = ?");
        find.bind(1, model.name);
        if (find.executeStep())
            return fail(
                ErrorCode::Exists,
                fmt::format("there is a model named “{}” already; edit it, or choose another "
                            "name",
                            model.name));
        auto& add = m_state->db().statement(
            "INSERT INTO models(name, kind, provider, api_model, family, key_variable, roles, "
            "parent, iteration, stage, price_in, price_out, strength, note, price_cached, "
            "sampling, limits) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        bindModel(add, model);
        add.exec();
        const ModelId id{m_state->lastId()};
        putEndpoints(m_state->db(), id.value, model.baseUrls);
        m_state->transaction.caches().models[model.name] = id.value;
        m_state->transaction.changes().models = true;
        return id;
    });
}

Result<void> Appender::editModel(const Model& model) {
    TRY(checkName(model.name, "model"));
    return guarded([&]() -> Result<void> {
        auto& find = m_state->db().statement("SELECT id FROM models WHERE name = ? AND id <> ?");
        find.bind(1, model.name);
        find.bind(2, model.id.value);
        if (find.executeStep())
            return fail(ErrorCode::Exists, fmt::format("another model is named “{}”", model.name));
        auto& edit = m_state->db().statement(
            "UPDATE models SET name = ?, kind = ?, provider = ?, api_model = ?, family = ?, "
            "key_variable = ?, roles = ?, parent = ?, iteration = ?, stage = ?, price_in = ?, "
            "price_out = ?, strength = ?, note = ?, price_cached = ?, sampling = ?, limits = ? "
            "WHERE id = ?");
        bindModel(edit, model);
        edit.bind(18, model.id.value);
        if (edit.exec() == 0)
            return fail(ErrorCode::NotFound, "this model is not in the workspace any more");
        putEndpoints(m_state->db(), model.id.value, model.baseUrls);
        m_state->transaction.caches().models.clear();
        m_state->transaction.changes().models = true;
        return {};
    });
}

Result<void> Appender::removeModel(ModelId model) {
    return guarded([&]() -> Result<void> {
        auto& uses = m_state->db().statement(
            "SELECT (SELECT count(*) FROM responses WHERE model = ?1),"
            " (SELECT count(*) FROM battles WHERE model_a = ?1 OR model_b = ?1),"
            " (SELECT count(*) FROM games WHERE judge = ?1),"
            " (SELECT count(*) FROM models WHERE parent = ?1),"
            " (SELECT count(*) FROM stages WHERE checkpoint = ?1 OR parent = ?1 OR fighter = ?1)");
        uses.bind(1, model.value);
        uses.executeStep();
        const auto count = [&](int i) {
            return uses.getColumn(i).getInt64();
        };
        if (count(0) + count(1) + count(2) + count(3) + count(4) > 0)
            return fail(
                ErrorCode::InvalidInput,
                fmt::format("this model has {} responses, {} battles, {} games, {} children "
                            "and {} stages. What was observed is never deleted, so the "
                            "model stays",
                            count(0), count(1), count(2), count(3), count(4)));
        putEndpoints(m_state->db(), model.value, {});
        auto& remove = m_state->db().statement("DELETE FROM models WHERE id = ?");
        remove.bind(1, model.value);
        if (remove.exec() == 0)
            return fail(ErrorCode::NotFound, "this model is not in the workspace any more");
        m_state->transaction.caches().models.clear();
        m_state->transaction.caches().rows = {};
        m_state->transaction.changes().models = true;
        return {};
    });
}

Result<RunId> Appender::run(const RunIn& in) {
    return guarded([&]() -> Result<RunId> {
        auto& add = m_state->db().statement("INSERT INTO runs(kind, name, seed, parameters, state, "
                                            "at) VALUES(?, ?, ?, ?, ?6, ?5)");
        add.bind(1, std::string(in.kind));
        add.bind(2, std::string(in.name));
        add.bind(3, std::bit_cast<std::int64_t>(in.seed));
        add.bind(4, std::string(in.parameters));
        add.bind(5, in.at.known() ? in.at.milliseconds
                                  : m_state->transaction.clock().now().milliseconds);
        add.bind(6, std::string(runStateName(in.state)));
        add.exec();
        m_state->transaction.changes().runs = true;
        return RunId{m_state->lastId()};
    });
}

Result<IterationId> Appender::iteration(RunId run, int number) {
    return guarded([&]() -> Result<IterationId> {
        auto& add = m_state->db().statement("INSERT INTO iterations(run, number) VALUES(?, ?)");
        add.bind(1, run.value);
        add.bind(2, number);
        add.exec();
        m_state->transaction.changes().flywheel = true;
        return IterationId{m_state->lastId()};
    });
}

Result<StageId> Appender::stage(const StageIn& in) {
    return guarded([&]() -> Result<StageId> {
        auto& add = m_state->db().statement("INSERT INTO stages(iteration, kind, slice, state, "
                                            "checkpoint, parent, fighter, facts, at)"
                                            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, in.iteration.value);
        add.bind(2, static_cast<int>(in.kind));
        add.bind(3, std::string(in.slice));
        add.bind(4, std::string(in.state));
        bindId(add, 5, in.checkpoint);
        bindId(add, 6, in.parent);
        bindId(add, 7, in.fighter);
        add.bind(8, in.facts.empty() ? std::string("{}") : std::string(in.facts));
        add.bind(9, in.at.known() ? in.at.milliseconds
                                  : m_state->transaction.clock().now().milliseconds);
        add.exec();
        m_state->transaction.changes().flywheel = true;
        return StageId{m_state->lastId()};
    });
}

Result<ImportId> Appender::recordImport(const ImportRecord& record) {
    return guarded([&]() -> Result<ImportId> {
        auto& add = m_state->db().statement(
            "INSERT INTO imports(file_name, format, rows, added, duplicates, rejected, at) "
            "VALUES(?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, record.fileName);
        add.bind(2, record.format);
        add.bind(3, record.rows);
        add.bind(4, record.added);
        add.bind(5, record.duplicates);
        add.bind(6, record.rejected);
        add.bind(7, m_state->transaction.clock().now().milliseconds);
        add.exec();
        const ImportId id{m_state->lastId()};
        std::int64_t position = 0;
        for (const auto& rejection : record.rejections) {
            auto& row = m_state->db().statement(
                "INSERT INTO rejections(import, position, line, reason) VALUES(?, ?, ?, ?)");
            row.bind(1, id.value);
            row.bind(2, position++);
            row.bind(3, rejection.line);
            row.bind(4, rejection.reason);
            row.exec();
        }
        return id;
    });
}

Result<void> Appender::setting(std::string_view key, std::string_view value) {
    return guarded([&]() -> Result<void> {
        auto& put =
            m_state->db().statement("INSERT INTO meta(key, value) VALUES('setting.' || ?1, ?2) "
                                    "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
        put.bind(1, std::string(key));
        put.bind(2, std::string(value));
        put.exec();
        m_state->transaction.changes().settings = true;
        return {};
    });
}

Result<std::int64_t> Appender::indexTexts(std::int64_t bytes) {
    return guarded(
        [&]() -> Result<std::int64_t> { return store::indexSome(m_state->db(), bytes); });
}

} // namespace agon
