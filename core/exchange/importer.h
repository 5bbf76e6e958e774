// What the importers of all formats share. Private to core/exchange.
#pragma once

#include "core/base/result.h"
#include "core/exchange/csv_record.h"
#include "core/exchange/import_options.h"
#include "core/store/workspace.h"
#include "core/text/json_record.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace agon::exchange {

// What a format reads from a row before the workspace is asked; its own struct.
struct RowDraft {
    RowDraft() = default;
    virtual ~RowDraft() = default;
    RowDraft(const RowDraft&) = delete;
    RowDraft& operator=(const RowDraft&) = delete;
};

// One record of the file, parsed.
struct SourceRow {
    std::int64_t line = 0;
    std::int64_t offset = 0;
    std::int64_t length = 0;
    std::int64_t number = 0; // 1 is the first row (after a table's line of names)
    JsonValue json;          // of JSON files
    const JsonRecord* record = nullptr;
    std::span<const std::string> cells; // of tables
    std::uint32_t marks = 0;            // what was mended in this record
    std::span<const TextFacts> facts;   // of its longer texts, ascending by address
    const RowDraft* draft = nullptr;    // of an importer that makes one
};

// What became of a row. A row that cannot be used is an Error InvalidInput, NotFound or Exists,
// whose message is the reason; any other error ends the import of the file.
struct Outcome {
    enum class Kind : std::uint8_t { Added, Duplicate, Deferred };
    Kind kind = Kind::Duplicate;
    bool invalid = false; // it holds a judgment that failed: kept, counted, never a tie

    static Outcome of(bool added, bool isInvalid = false) {
        return {added ? Kind::Added : Kind::Duplicate, isInvalid};
    }
};

[[nodiscard]] inline bool isRejection(const Error& error) {
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound ||
           error.code == ErrorCode::Exists;
}
[[nodiscard]] inline tl::unexpected<Error> reject(std::string reason) {
    return fail(ErrorCode::InvalidInput, std::move(reason));
}

// The file that is read, and what the caller said about it.
struct ImportFile {
    std::filesystem::path path;
    const ImportOptions& options;
    std::vector<std::string> columns; // of a table

    [[nodiscard]] std::string stem() const { return path.stem().string(); }
    [[nodiscard]] std::string setOr(const std::string& fallback) const {
        return options.set.empty() ? fallback : options.set;
    }
};

// Reads the rows of one file into a workspace. One transaction: prepare() before it, then row() for
// each record and finish() at the end.
class RowImporter {
  public:
    RowImporter() = default;
    virtual ~RowImporter() = default;
    RowImporter(const RowImporter&) = delete;
    RowImporter& operator=(const RowImporter&) = delete;

    // Looks up what is in the workspace already; before the transaction begins.
    virtual Result<void> prepare(Workspace& /*workspace*/) { return {}; }
    // For a format whose files are large. Runs on another thread, rows ahead of row(), so that the
    // thread that writes has less to do; an error rejects the row.
    [[nodiscard]] virtual Result<std::unique_ptr<RowDraft>> draft(const SourceRow& /*row*/) const {
        return nullptr;
    }
    virtual Result<Outcome> row(Appender& appender, const SourceRow& row) = 0;
    // Tells what became of the rows that were deferred.
    using Settle = std::function<void(std::int64_t line, const Result<Outcome>& outcome)>;
    virtual Result<void> finish(Appender& /*appender*/, const Settle& /*settle*/) { return {}; }
};

// Texts of one row on their way to the appender; they live as long as this.
class RowTexts {
  public:
    explicit RowTexts(const SourceRow& row)
        : m_marks(row.marks)
        , m_facts(row.facts) {}
    // A text in any of its usual shapes: a string, {"answer"|"content"|"text": …}, a list of
    // {type, text}. nullopt: it is none of these.
    std::optional<TextIn> content(JsonValue value);
    // The same, and missing or of another kind is a reason to reject the row.
    Result<TextIn> wanted(JsonValue object, std::string_view key);
    // A list of contents; rejects what is none.
    Result<std::vector<TextIn>> turns(JsonValue list, std::string_view name);
    // A text that was put together here.
    TextIn keep(std::string text);

  private:
    [[nodiscard]] TextIn marked(std::string_view text) const;
    std::uint32_t m_marks;
    std::span<const TextFacts> m_facts;
    std::deque<std::string> m_kept;
};

// "question_id is missing", "question_id is a list, not a text or number".
Result<std::string> wantedWord(JsonValue object, std::string_view key);
// Models that judge, by name; each is marked as a judge once a file.
class Judges {
  public:
    Result<ModelId> find(Appender& appender, const std::string& name);

  private:
    std::unordered_map<std::string, ModelId> m_known;
};
// "seconds since 1970" of a JSON record, a number or an ISO time; not known when absent.
[[nodiscard]] Timestamp timestampIn(JsonValue value);
// At most `limit` bytes of a raw reply, cut between characters, with a note of what was left out.
[[nodiscard]] std::string shortened(std::string_view raw, std::size_t limit);
inline constexpr std::size_t longestRaw = std::size_t{256} << 10;

// One factory a format, each in its own file.
std::unique_ptr<RowImporter> alpacaOutputsImporter(const ImportFile& file);
std::unique_ptr<RowImporter> alpacaAnnotationsImporter(const ImportFile& file);
std::unique_ptr<RowImporter> fastchatQuestionsImporter(const ImportFile& file);
std::unique_ptr<RowImporter> fastchatAnswersImporter(const ImportFile& file);
std::unique_ptr<RowImporter> fastchatPairImporter(const ImportFile& file);
std::unique_ptr<RowImporter> fastchatSingleImporter(const ImportFile& file);
std::unique_ptr<RowImporter> pandalmTestImporter(const ImportFile& file);
std::unique_ptr<RowImporter> pandalmJudgeImporter(const ImportFile& file);
std::unique_ptr<RowImporter> evalicaImporter(const ImportFile& file);
std::unique_ptr<RowImporter> tableImporter(const ImportFile& file);
std::unique_ptr<RowImporter> agonImporter(const ImportFile& file);

// FastChat's folder that holds question.jsonl, model_answer and model_judgment: the set's name.
[[nodiscard]] std::string fastchatSet(const ImportFile& file);
// The first of ["gpt-4", "pair-v2"], or a plain name; --judge when given.
Result<std::string> fastchatJudge(const ImportFile& file, JsonValue record);
inline constexpr std::string_view defaultAlpacaSet = "alpaca_eval";

} // namespace agon::exchange
