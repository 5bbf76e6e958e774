#include "core/judge/prompt_style.h"

#include "core/base/hash.h"
#include "core/judge/fence.h"
#include "core/judge/placeholder.h"
#include "core/text/definition_files.h"
#include "core/text/json_record.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>

namespace agon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view usual = "agon-scores";
constexpr std::size_t mostPlaceholders = 100; // each may stand for a long text

struct FormName {
    std::string_view name;
    VerdictForm form;
};
constexpr std::array<FormName, 5> forms{{
    {"agon-scores", VerdictForm::AgonScores},
    {"fastchat-verdict", VerdictForm::FastChatVerdict},
    {"fastchat-scores", VerdictForm::FastChatScores},
    {"arena-hard", VerdictForm::ArenaHardLabel},
    {"json", VerdictForm::Json},
}};

tl::unexpected<Error> wrong(std::string_view key, std::string_view what) {
    return fail(ErrorCode::InvalidInput, fmt::format("{}: {}", key, what));
}

// What is not there is left as it is, so that the defaults of PromptStyle hold.
Result<void> readText(const JsonValue& object, std::string_view key, std::string& into) {
    const JsonValue value = object[key];
    if (value.missing())
        return {};
    const auto text = value.string();
    if (!text)
        return wrong(key, "must be a text");
    into = *text;
    return {};
}

Result<void> readWhole(const JsonValue& object, std::string_view key, int least, int most,
                       int& into) {
    const JsonValue value = object[key];
    if (value.missing())
        return {};
    const auto number = value.kind() == JsonValue::Kind::Number ? value.integer() : std::nullopt;
    if (!number || *number < least || *number > most)
        return wrong(key, fmt::format("must be a whole number from {} to {}", least, most));
    into = static_cast<int>(*number);
    return {};
}

// A text, or the list of its lines, which is easier to read in a file.
Result<void> readLines(const JsonValue& value, std::string_view key, std::string& into) {
    if (value.missing())
        return {};
    if (const auto text = value.string()) {
        into = *text;
        return {};
    }
    bool good = value.kind() == JsonValue::Kind::Array;
    std::string joined;
    bool first = true;
    value.eachElement([&](const JsonValue& line) {
        const auto text = line.string();
        good = good && text.has_value();
        if (!first)
            joined += '\n';
        first = false;
        joined += text.value_or(std::string_view{});
    });
    if (!good)
        return wrong(key, "must be a text or a list of lines");
    into = std::move(joined);
    return {};
}

// What the pieces of one prompt text name.
struct Named {
    int highest = 0; // turn
    bool question = false;
    bool answerA = false;
    bool answerB = false;
    bool reference = false;
    bool wholeA = false; // every turn
    bool wholeB = false;
};

Result<Named> namedIn(std::string_view key, const PromptText& text) {
    Named out;
    std::size_t count = 0;
    std::array<std::vector<bool>, 2> turns;
    for (const std::string* part : {&text.system, &text.user})
        for (const PromptPiece& piece : promptPieces(*part)) {
            if (piece.slot == Slot::Literal)
                continue;
            if (piece.slot == Slot::Unknown)
                return wrong(key, fmt::format("{} is no placeholder", piece.text));
            if (++count > mostPlaceholders)
                return wrong(key, fmt::format("more than {} placeholders", mostPlaceholders));
            const bool conversationA = piece.slot == Slot::ConversationA;
            const bool conversationB = piece.slot == Slot::ConversationB;
            out.highest = std::max(out.highest, piece.turn);
            out.question |= piece.slot == Slot::Question || conversationA || conversationB;
            out.answerA |= piece.slot == Slot::AnswerA || conversationA;
            out.answerB |= piece.slot == Slot::AnswerB || conversationB;
            out.reference |= piece.slot == Slot::Reference;
            out.wholeA |= conversationA;
            out.wholeB |= conversationB;
            if (piece.turn > 0 && (piece.slot == Slot::AnswerA || piece.slot == Slot::AnswerB)) {
                auto& seen = turns[piece.slot == Slot::AnswerA ? 0 : 1];
                seen.resize(
                    std::max<std::size_t>(seen.size(), static_cast<std::size_t>(piece.turn)));
                seen[static_cast<std::size_t>(piece.turn) - 1] = true;
            }
        }
    const auto all = [&](const std::vector<bool>& seen) {
        return out.highest > 1 && seen.size() == static_cast<std::size_t>(out.highest) &&
               std::find(seen.begin(), seen.end(), false) == seen.end();
    };
    out.wholeA |= all(turns[0]);
    out.wholeB |= all(turns[1]);
    return out;
}

Result<void> checkPrompt(std::string_view key, const PromptText& text, bool multiTurn,
                         bool reference) {
    const Named named = TRY(namedIn(key, text));
    if (!named.question)
        return wrong(key, "{question} is missing");
    if (!named.answerA)
        return wrong(key, multiTurn ? "{conversation_a} is missing" : "{answer_a} is missing");
    if (!named.answerB)
        return wrong(key, multiTurn ? "{conversation_b} is missing" : "{answer_b} is missing");
    if (multiTurn && !named.wholeA)
        return wrong(key, "must show all turns: {conversation_a}, or {answer_a_1}, {answer_a_2} …");
    if (multiTurn && !named.wholeB)
        return wrong(key, "must show all turns: {conversation_b}, or {answer_b_1}, {answer_b_2} …");
    if (!multiTurn && named.highest > 1)
        return wrong(key, fmt::format("names turn {}, but is for one turn", named.highest));
    if (reference && !named.reference)
        return wrong(key, "{reference} is missing");
    if (!reference && named.reference)
        return wrong(key, "{reference} belongs into \"reference\" and \"reference_multi_turn\"");
    return {};
}

// `system` of the file holds for every text that has none of its own.
Result<void> readPrompt(const JsonValue& object, std::string_view key, const std::string& system,
                        std::optional<PromptText>& into) {
    const JsonValue value = object[key];
    if (value.missing())
        return {};
    if (value.kind() != JsonValue::Kind::Object)
        return wrong(key, "must be an object with \"user\" and, if wanted, \"system\"");
    PromptText text{system, {}};
    TRY(readLines(value["system"], key, text.system));
    TRY(readLines(value["user"], key, text.user));
    into = std::move(text);
    return {};
}

bool isId(const std::string& id) {
    return !id.empty() &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

// What the servers allow.
bool isSchemaName(const std::string& name) {
    return name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
               return (lowered(c) >= 'a' && lowered(c) <= 'z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-';
           });
}

std::uint64_t hashOf(const PromptStyle& style) {
    std::uint64_t out = hashBytes(verdictFormName(style.form));
    const auto add = [&](std::string_view text) {
        out = hashCombine(out, hashBytes(text));
    };
    const auto addPrompt = [&](const std::optional<PromptText>& text) {
        add(text ? "given" : "none");
        if (text) {
            add(text->system);
            add(text->user);
        }
    };
    addPrompt(style.single);
    addPrompt(style.multiTurn);
    addPrompt(style.reference);
    addPrompt(style.referenceMultiTurn);
    add(style.schemaName);
    add(style.schema);
    add(fenceNotice({}));
    return out;
}

Result<void> readForm(const JsonValue& object, VerdictForm& into) {
    const auto name = object["form"].string();
    std::string known;
    for (const auto& [word, form] : forms) {
        if (name && *name == word) {
            into = form;
            return {};
        }
        known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", word);
    }
    return wrong("form", "must be one of " + known);
}

Result<void> check(const PromptStyle& style) {
    if (!isId(style.id))
        return wrong("id", "must be there, and hold only a-z, 0-9 and -");
    if (style.title.empty())
        return wrong("title", "must be there");
    if (!isSchemaName(style.schemaName))
        return wrong("schema_name", "must hold at most 64 letters, digits, _ and -");
    if (style.schema.empty() != style.schemaName.empty())
        return wrong("schema_name", "is for a schema: both or neither");
    TRY(checkPrompt("single", style.single, false, false));
    if (style.multiTurn)
        TRY(checkPrompt("multi_turn", *style.multiTurn, true, false));
    if (style.reference)
        TRY(checkPrompt("reference", *style.reference, false, true));
    if (style.referenceMultiTurn)
        TRY(checkPrompt("reference_multi_turn", *style.referenceMultiTurn, true, true));
    return {};
}

nlohmann::ordered_json linesOf(const std::string& text) {
    auto out = nlohmann::ordered_json::array();
    std::size_t from = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
        out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    out.push_back(text.substr(from));
    return out;
}

} // namespace

std::string_view verdictFormName(VerdictForm form) {
    const auto* found =
        std::find_if(forms.begin(), forms.end(), [&](const auto& f) { return f.form == form; });
    return found == forms.end() ? std::string_view{} : found->name;
}

bool hasScores(VerdictForm form) {
    return form == VerdictForm::AgonScores || form == VerdictForm::FastChatScores ||
           form == VerdictForm::Json;
}

Result<PromptStyle> readPromptStyle(std::string_view json) {
    JsonRecord record;
    const JsonValue object = TRY(record.parseCopy(json));
    if (object.kind() != JsonValue::Kind::Object)
        return fail(ErrorCode::InvalidInput, "must be a JSON object: { … }");
    PromptStyle out;
    TRY(readText(object, "id", out.id));
    TRY(readText(object, "title", out.title));
    TRY(readWhole(object, "version", 1, std::numeric_limits<int>::max(), out.version));
    TRY(readForm(object, out.form));
    TRY(readWhole(object, "max_tokens", 1, 1'000'000, out.maxTokens));
    if (const JsonValue value = object["temperature"]; !value.missing()) {
        const auto number = value.kind() == JsonValue::Kind::Number ? value.number() : std::nullopt;
        if (!number || *number < 0 || *number > 2)
            return wrong("temperature", "must be a number from 0 to 2");
        out.temperature = *number;
    }
    TRY(readText(object, "schema_name", out.schemaName));
    if (const JsonValue schema = object["schema"]; !schema.missing()) {
        if (schema.kind() != JsonValue::Kind::Object)
            return wrong("schema", "must be an object");
        out.schema = schema.compact();
    }
    TRY(readText(object, "note", out.note));
    std::string system;
    TRY(readLines(object["system"], "system", system));
    std::optional<PromptText> single;
    TRY(readPrompt(object, "single", system, single));
    if (!single)
        return wrong("single", "must be there: what a judge is asked about one turn");
    out.single = std::move(*single);
    TRY(readPrompt(object, "multi_turn", system, out.multiTurn));
    TRY(readPrompt(object, "reference", system, out.reference));
    TRY(readPrompt(object, "reference_multi_turn", system, out.referenceMultiTurn));
    TRY(check(out));
    out.contentHash = hashOf(out);
    return out;
}

std::string writePromptStyle(const PromptStyle& style) {
    using Json = nlohmann::ordered_json; // as a person would write it
    Json out;
    out["id"] = style.id;
    out["title"] = style.title;
    out["version"] = style.version;
    out["form"] = verdictFormName(style.form);
    out["max_tokens"] = style.maxTokens;
    out["temperature"] = style.temperature;
    if (!style.schema.empty()) {
        out["schema_name"] = style.schemaName;
        out["schema"] = Json::parse(style.schema, nullptr, false);
    }
    out["note"] = style.note;
    const auto write = [&](const char* key, const PromptText& text) {
        out[key]["system"] = linesOf(text.system);
        out[key]["user"] = linesOf(text.user);
    };
    write("single", style.single);
    if (style.multiTurn)
        write("multi_turn", *style.multiTurn);
    if (style.reference)
        write("reference", *style.reference);
    if (style.referenceMultiTurn)
        write("reference_multi_turn", *style.referenceMultiTurn);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::shared_ptr<const PromptStyle> PromptStyles::find(std::string_view id) const {
    const std::string_view wanted = id.empty() ? usual : id;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& style) { return style->id == wanted; });
    return found == all.end() ? nullptr : *found;
}

PromptStyles loadPromptStyles(const fs::path& userFolder) {
    PromptStyles out;
    out.all = loadDefinitions<PromptStyle>("judge", userFolder, readPromptStyle, out.problems);
    return out;
}

} // namespace agon
