#include "core/exchange/recognise.h"

#include "core/exchange/csv_record.h"
#include "core/text/json_record.h"
#include "core/text/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace agon::exchange {
namespace {

// Nearly always the first is enough; a file of very long records needs the second.
constexpr std::size_t shortSample = std::size_t{128} << 10;
constexpr std::size_t longSample = std::size_t{4} << 20;
constexpr int recordsLookedAt = 5;

// What cannot be read as text at all (compressed, UTF-16, binary, empty): why, and what to do.
// Empty when it may be text.
std::string unreadableBecause(std::string_view sample) {
    using namespace std::string_view_literals;
    if (sample.find_first_not_of(" \t\r\n\xEF\xBB\xBF"sv) == std::string_view::npos)
        return "the file is empty";
    if (sample.starts_with("\x1F\x8B"sv) || sample.starts_with("\x28\xB5\x2F\xFD"sv) ||
        sample.starts_with("PK\x03\x04"sv) || sample.starts_with("BZh"sv) ||
        sample.starts_with("\xFD\x37zXZ"sv))
        return "the file is compressed; unpack it first";
    if (sample.starts_with("\xFF\xFE"sv) || sample.starts_with("\xFE\xFF"sv))
        return "the file is UTF-16; save it as UTF-8";
    if (sample.starts_with("SQLite format 3"sv))
        return "the file is a database, not a text file";
    if (sample.find('\0') != std::string_view::npos)
        return "the file is not text: it holds NUL bytes";
    return {};
}

bool hasAll(const JsonValue& record, std::initializer_list<std::string_view> keys) {
    return std::all_of(keys.begin(), keys.end(),
                       [&](std::string_view key) { return !record[key].missing(); });
}

std::optional<Shape> shapeOfRecord(const JsonValue& record) {
    if (hasAll(record, {"agon", "model_a", "model_b"}))
        return Shape::Agon;
    if (hasAll(record, {"output_1", "output_2", "generator_1", "generator_2"}))
        return Shape::AlpacaAnnotations;
    if (hasAll(record, {"instruction", "output"}) && !hasAll(record, {"model_a"}))
        return Shape::AlpacaOutputs;
    if (hasAll(record, {"idx", "cmp_key", "response1", "response2"}))
        return Shape::PandalmTest;
    if (hasAll(record, {"idx"})) {
        bool judged = false;
        record.eachMember(
            [&](std::string_view name, JsonValue) { judged |= name.ends_with("_result"); });
        if (judged)
            return Shape::PandalmJudge;
    }
    if (hasAll(record, {"question_id", "model_1", "model_2"}))
        return Shape::FastchatPair;
    if (hasAll(record, {"question_id", "judge", "score"}))
        return Shape::FastchatSingle;
    if (hasAll(record, {"question_id", "choices"}))
        return Shape::FastchatAnswers;
    if (hasAll(record, {"question_id", "turns"}))
        return Shape::FastchatQuestions;
    return std::nullopt;
}

Shape shapeOf(Format format, Shape found) {
    switch (format) {
    case Format::AlpacaOutputs:
        return Shape::AlpacaOutputs;
    case Format::AlpacaAnnotations:
        return Shape::AlpacaAnnotations;
    case Format::FastchatQuestions:
        return Shape::FastchatQuestions;
    case Format::FastchatAnswers:
        return Shape::FastchatAnswers;
    case Format::FastchatPair:
        return Shape::FastchatPair;
    case Format::FastchatSingle:
        return Shape::FastchatSingle;
    case Format::Pandalm:
        return found == Shape::PandalmJudge ? found : Shape::PandalmTest;
    case Format::Evalica:
        return Shape::Evalica;
    case Format::Csv:
        return Shape::Table;
    case Format::Jsonl:
        return found == Shape::Agon ? found : Shape::Lines;
    }
    return found;
}

bool isTable(Shape shape) {
    return shape == Shape::Table || shape == Shape::Evalica;
}

std::string wantedOf(std::span<const Field> fields) {
    std::vector<std::string_view> names;
    for (const Field field : fields)
        names.push_back(fieldName(field));
    return fmt::format("{}", fmt::join(names, ", "));
}

tl::unexpected<Error> notRecognised(std::string_view why) {
    return fail(ErrorCode::InvalidInput, fmt::format("not recognised: {}", why));
}

// Rows of battles, by the columns there are and the mapping given.
Result<void> checkMapping(const ImportOptions& options, const std::vector<std::string>& columns) {
    const Mapping mapping = TRY(completeMapping(options.mapping, columns));
    const std::vector<Field> missing = missingFields(mapping);
    if (missing.empty())
        return {};
    return notRecognised(fmt::format("it holds {}. If these are battles, say which column holds {} "
                                     "(--map field=column)",
                                     fmt::join(columns, ", "), wantedOf(missing)));
}

RecordSplitter splitterOver(std::string_view sample, Layout layout) {
    return {[sample, at = std::size_t{0}](std::span<char> into) mutable -> Result<std::size_t> {
                const std::size_t count = std::min(into.size(), sample.size() - at);
                std::memcpy(into.data(), sample.data() + at, count);
                at += count;
                return count;
            },
            layout,
            {std::clamp<std::size_t>(sample.size(), 1, std::size_t{1} << 20)}};
}

// Columns of a table, and whether they are evalica's.
Result<Recognised> lookAtTable(std::string_view sample) {
    Recognised out;
    out.layout = Layout::Table;
    RawRecord header;
    RecordSplitter splitter = splitterOver(sample, Layout::Table);
    if (TRY(splitter.next(header))) {
        const Repaired repaired = repairText(header.bytes);
        out.columns = csvFields(repaired.text(), delimiterOf(repaired.text()));
    }
    const auto has = [&](std::string_view name) {
        return std::find(out.columns.begin(), out.columns.end(), name) != out.columns.end();
    };
    if (has("left") && has("right") && has("winner") && out.columns.size() <= 4)
        out.shape = Shape::Evalica;
    return out;
}

// Members of the first records, and the format that these show; Lines when they show none.
Result<Recognised> lookAtJson(std::string_view sample, Layout layout) {
    Recognised out;
    out.shape = Shape::Lines;
    out.layout = layout;
    RecordSplitter splitter = splitterOver(sample, layout);
    RawRecord raw;
    JsonRecord record;
    for (int i = 0; i < recordsLookedAt && TRY(splitter.next(raw)); ++i) {
        if (!raw.problem.empty())
            continue;
        const auto value = record.parse(raw.bytes);
        if (!value || value->kind() != JsonValue::Kind::Object)
            continue;
        const auto shape = shapeOfRecord(*value);
        if (!out.columns.empty() && !shape)
            continue;
        out.columns.clear();
        value->eachMember(
            [&](std::string_view name, JsonValue) { out.columns.emplace_back(name); });
        if (shape) {
            out.shape = *shape;
            break;
        }
    }
    return out;
}

Result<Recognised> lookAt(std::string_view sample) {
    if (const std::string why = unreadableBecause(sample); !why.empty())
        return fail(ErrorCode::InvalidInput, why);
    const Layout layout = layoutOf(sample);
    if (layout == Layout::Unknown)
        return notRecognised("it is neither JSON nor a table with a line of column names");
    Recognised out =
        layout == Layout::Table ? TRY(lookAtTable(sample)) : TRY(lookAtJson(sample, layout));
    if (out.columns.empty())
        return notRecognised(
            "it begins like JSON, but no record in it can be read as a JSON object");
    return out;
}

} // namespace

Format formatOf(Shape shape) {
    switch (shape) {
    case Shape::AlpacaOutputs:
        return Format::AlpacaOutputs;
    case Shape::AlpacaAnnotations:
        return Format::AlpacaAnnotations;
    case Shape::FastchatQuestions:
        return Format::FastchatQuestions;
    case Shape::FastchatAnswers:
        return Format::FastchatAnswers;
    case Shape::FastchatPair:
        return Format::FastchatPair;
    case Shape::FastchatSingle:
        return Format::FastchatSingle;
    case Shape::PandalmTest:
    case Shape::PandalmJudge:
        return Format::Pandalm;
    case Shape::Evalica:
        return Format::Evalica;
    case Shape::Table:
        return Format::Csv;
    case Shape::Lines:
    case Shape::Agon:
        break;
    }
    return Format::Jsonl;
}

int rankOf(Shape shape) {
    switch (shape) {
    case Shape::FastchatQuestions:
        return 0;
    case Shape::AlpacaOutputs:
    case Shape::FastchatAnswers:
        return 1;
    case Shape::PandalmTest:
    case Shape::AlpacaAnnotations:
    case Shape::Agon:
    case Shape::Table:
    case Shape::Lines:
    case Shape::Evalica:
        return 2;
    case Shape::FastchatPair:
    case Shape::FastchatSingle:
    case Shape::PandalmJudge:
        break;
    }
    return 3;
}

Result<Recognised> recognise(FileSource& file, const ImportOptions& options) {
    Result<Recognised> found = recogniseSample(TRY(file.readAt(0, shortSample)), options);
    if (found || file.size() <= static_cast<std::int64_t>(shortSample))
        return found;
    return recogniseSample(TRY(file.readAt(0, longSample)), options);
}

Result<Recognised> recogniseSample(std::string_view sample, const ImportOptions& options) {
    Recognised out = TRY(lookAt(sample));
    if (options.format) {
        out.shape = shapeOf(*options.format, out.shape);
        if (isTable(out.shape) != (out.layout == Layout::Table))
            return fail(ErrorCode::InvalidInput,
                        fmt::format("this is no {} file: it is {}", formatId(*options.format),
                                    out.layout == Layout::Table ? "a table, not JSON" : "JSON"));
    }
    if (isTable(out.shape) || out.shape == Shape::Lines)
        TRY(checkMapping(options, out.columns));
    return out;
}

Result<Recognised> columnsOf(FileSource& file) {
    Recognised out = TRY(lookAt(TRY(file.readAt(0, longSample))));
    if (out.layout != Layout::Table)
        out.shape = Shape::Lines;
    return out;
}

} // namespace agon::exchange
