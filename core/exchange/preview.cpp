#include "core/exchange/preview.h"

#include "core/exchange/importer.h"
#include "core/exchange/recognise.h"
#include "core/text/repair.h"

#include <set>

namespace agon::exchange {
namespace {

constexpr std::int64_t mostSampled = 1000;
constexpr std::int64_t sampledBytes = std::int64_t{4} << 20;

std::string cut(std::string_view text) {
    if (text.size() <= previewLength)
        return std::string(text);
    std::size_t end = previewLength;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string cellOf(JsonValue value) {
    if (const auto word = value.word())
        return cut(*word);
    if (const auto truth = value.boolean())
        return *truth ? "true" : "false";
    if (value.kind() == JsonValue::Kind::Array) {
        std::string out;
        value.eachElement([&](JsonValue element) {
            const std::string cell = cellOf(element);
            if (out.size() < previewLength && !cell.empty())
                out += (out.empty() ? "" : " · ") + cell;
        });
        return cut(out);
    }
    if (value.kind() == JsonValue::Kind::Object) {
        std::string out;
        value.eachMember([&](std::string_view name, JsonValue member) {
            if (out.size() < previewLength)
                out += (out.empty() ? "" : ", ") + std::string(name) + ": " + cellOf(member);
        });
        return cut(out);
    }
    return {};
}

// The names that were said, as long as they are one.
class OneName {
  public:
    void add(std::string name) {
        if (!name.empty() && m_names.size() < 2)
            m_names.insert(std::move(name));
    }
    [[nodiscard]] std::string name() const { return m_names.size() == 1 ? *m_names.begin() : ""; }

  private:
    std::set<std::string> m_names;
};

std::string judgeOf(JsonValue record) {
    for (const std::string_view key : {"judge", "annotator"}) {
        const JsonValue judge = record[key];
        auto name = judge.kind() == JsonValue::Kind::Array ? judge.at(0).word() : judge.word();
        if (name)
            return *name;
    }
    return {};
}

std::string setOf(Shape shape, const ImportFile& file) {
    switch (shape) {
    case Shape::AlpacaOutputs:
    case Shape::AlpacaAnnotations:
        return file.setOr(std::string(defaultAlpacaSet));
    case Shape::FastchatQuestions:
    case Shape::FastchatAnswers:
    case Shape::FastchatPair:
    case Shape::FastchatSingle:
        return fastchatSet(file);
    case Shape::PandalmTest:
    case Shape::PandalmJudge:
        return file.setOr("pandalm");
    case Shape::Evalica:
    case Shape::Table:
    case Shape::Lines:
        return file.setOr(file.stem());
    case Shape::Agon:
        break;
    }
    return file.options.set; // each line says its own
}

// Reads on over the sample and fills in what it shows.
Result<void> sample(FileSource& source, const Recognised& recognised, Preview& preview) {
    RecordSplitter splitter([&](std::span<char> into) { return source.read(into); },
                            recognised.layout);
    RawRecord raw;
    JsonRecord record;
    OneName model;
    OneName judge;
    bool header = recognised.layout == Layout::Table;
    char delimiter = ',';
    while (preview.sampled < mostSampled && splitter.bytesRead() <= sampledBytes &&
           TRY(splitter.next(raw))) {
        if (header) {
            header = false;
            delimiter = delimiterOf(raw.bytes);
            continue;
        }
        ++preview.sampled;
        std::vector<std::string> cells;
        if (recognised.layout == Layout::Table) {
            const Repaired repaired = repairText(raw.bytes);
            for (const std::string& field : csvFields(repaired.text(), delimiter))
                cells.push_back(cut(withoutGuard(field)));
        } else if (raw.problem.empty()) {
            if (const auto value = record.parse(raw.bytes)) {
                for (const std::string& column : preview.columns)
                    cells.push_back(cellOf((*value)[column]));
                for (const std::string_view key : {"generator", "model_id"})
                    model.add((*value)[key].word().value_or(""));
                judge.add(judgeOf(*value));
            }
        }
        preview.damaged += !raw.problem.empty() || cells.empty() ? 1 : 0;
        if (!cells.empty() && preview.rows.size() < previewRows)
            preview.rows.push_back(std::move(cells));
    }
    if (preview.model.empty())
        preview.model = model.name();
    if (preview.judge.empty())
        preview.judge = judge.name();
    return {};
}

} // namespace

Result<Preview> previewFile(const std::filesystem::path& path, const ImportOptions& options) {
    FileSource source = TRY(FileSource::open(path));
    Preview preview;
    preview.bytes = source.size();
    preview.model = options.model;
    preview.judge = options.judge;
    Result<Recognised> recognised = recognise(source, options);
    if (recognised) {
        preview.format = formatOf(recognised->shape);
        preview.set = setOf(recognised->shape, {path, options, {}});
    } else {
        preview.problem = recognised.error().text();
        // Columns are shown all the same, so that a person can say what they are.
        recognised = columnsOf(source);
        if (!recognised)
            return preview;
    }
    preview.columns = recognised->columns;
    preview.wantsMapping = recognised->shape == Shape::Table || recognised->shape == Shape::Lines ||
                           recognised->shape == Shape::Evalica;
    if (preview.wantsMapping) {
        preview.mapping = TRY(completeMapping(options.mapping, preview.columns));
        preview.missing = missingFields(preview.mapping);
    }
    TRY(sample(source, *recognised, preview));
    return preview;
}

} // namespace agon::exchange
