#include "core/store/search_index.h"

namespace agon::store {
namespace {

// Each word as an FTS5 string, so that nothing in it can act as an operator.
std::vector<std::string> quotedWords(std::string_view words) {
    std::vector<std::string> out;
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t begin = words.find_first_not_of(" \t\r\n", at);
        if (begin == std::string_view::npos)
            break;
        const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
        std::string word = "\"";
        for (const char c : words.substr(begin, end - begin)) {
            if (c == '\0')
                continue;
            word += c;
            if (c == '"')
                word += '"';
        }
        out.push_back(word + "\"");
        at = end;
    }
    return out;
}

} // namespace

std::int64_t indexedTo(Connection& connection) {
    auto& query = connection.statement("SELECT value FROM meta WHERE key = 'search.indexed_to'");
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::int64_t lastText(Connection& connection) {
    auto& query = connection.statement("SELECT coalesce(max(id), 0) FROM texts");
    query.executeStep();
    return query.getColumn(0).getInt64();
}

std::int64_t indexSome(Connection& connection, std::int64_t bytes) {
    std::int64_t last = indexedTo(connection);
    std::int64_t count = 0;
    std::int64_t spent = 0;
    auto& query = connection.statement("SELECT id, body FROM texts WHERE id > ? ORDER BY id");
    query.bind(1, last);
    while (spent < bytes && query.executeStep()) {
        last = query.getColumn(0).getInt64();
        const auto body = query.getColumn(1);
        spent += body.getBytes() + 64;
        auto& add = connection.statement("INSERT INTO search(rowid, body) VALUES(?, ?)");
        add.bind(1, last);
        add.bindNoCopy(2, body.getText(""));
        add.exec();
        ++count;
    }
    query.reset();
    if (count > 0) {
        auto& put =
            connection.statement("INSERT INTO meta(key, value) VALUES('search.indexed_to', ?) "
                                 "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
        put.bind(1, std::to_string(last));
        put.exec();
    }
    return count;
}

std::vector<std::int64_t> findTexts(Connection& connection, std::string_view words) {
    const std::vector<std::string> quoted = quotedWords(words);
    std::vector<std::int64_t> out;
    if (quoted.empty())
        return out;
    std::string match;
    for (const auto& word : quoted)
        match += (match.empty() ? "" : " ") + word;
    match += " *"; // the last word may still be being typed
    auto& query =
        connection.statement("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid");
    query.bind(1, match);
    while (query.executeStep())
        out.push_back(query.getColumn(0).getInt64());
    query.reset();

    const std::int64_t indexed = indexedTo(connection);
    if (indexed >= lastText(connection))
        return out;
    std::vector<std::int64_t> rest;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        auto& scan = connection.statement("SELECT id FROM texts WHERE id > ? AND "
                                          "instr(lower(body), lower(?)) > 0 ORDER BY id");
        scan.bind(1, indexed);
        scan.bind(2, quoted[i].substr(1, quoted[i].size() - 2));
        std::vector<std::int64_t> hits;
        while (scan.executeStep())
            hits.push_back(scan.getColumn(0).getInt64());
        if (i == 0) {
            rest = std::move(hits);
        } else {
            std::vector<std::int64_t> both;
            std::ranges::set_intersection(rest, hits, std::back_inserter(both));
            rest = std::move(both);
        }
    }
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

} // namespace agon::store
