#include "core/exchange/importer.h"

#include "core/exchange/words.h"
#include "core/text/marks.h"

#include <fmt/format.h>

#include <algorithm>

namespace agon::exchange {
namespace {

std::string unusable(JsonValue value, std::string_view name, std::string_view wanted) {
    if (value.missing())
        return fmt::format("“{}” is missing", name);
    return fmt::format("“{}” is {}, not {}", name, value.kindName(), wanted);
}

const TextFacts* factsAt(std::span<const TextFacts> facts, std::string_view text) {
    const auto found = std::ranges::lower_bound(
        facts, text.data(), {}, [](const TextFacts& one) { return one.text.data(); });
    return found != facts.end() && found->text.data() == text.data() &&
                   found->text.size() == text.size()
               ? &*found
               : nullptr;
}

} // namespace

TextIn RowTexts::marked(std::string_view text) const {
    // The record was mended somewhere: in the texts that show it.
    std::uint32_t marks = 0;
    if (m_marks != 0) {
        if (text.find("\xEF\xBF\xBD") != std::string_view::npos)
            marks |= m_marks & (marks::repairedUtf8 | marks::loneSurrogate);
        if (text.find("\xE2\x90\x80") != std::string_view::npos)
            marks |= m_marks & marks::nul;
    }
    return {text, marks, factsAt(m_facts, text)};
}

TextIn RowTexts::keep(std::string text) {
    return marked(m_kept.emplace_back(std::move(text)));
}

std::optional<TextIn> RowTexts::content(JsonValue value) {
    if (const auto text = value.string())
        return marked(*text);
    if (value.kind() == JsonValue::Kind::Object) {
        for (const std::string_view key : {"answer", "content", "text"})
            if (const auto text = value[key].string())
                return marked(*text);
        return std::nullopt;
    }
    if (value.kind() != JsonValue::Kind::Array)
        return std::nullopt;
    std::string joined;
    bool whole = true;
    value.eachElement([&](JsonValue part) {
        const auto type = part["type"].string();
        const auto text = part.string() ? part.string() : part["text"].string();
        if (!joined.empty())
            joined += "\n";
        if (text)
            joined += *text;
        else if (type)
            joined.append("[").append(*type).append("]"); // a picture, say
        else
            whole = false;
    });
    if (!whole)
        return std::nullopt;
    return keep(std::move(joined));
}

Result<TextIn> RowTexts::wanted(JsonValue object, std::string_view key) {
    const JsonValue value = object[key];
    if (const auto text = content(value))
        return *text;
    return reject(unusable(value, key, "a text"));
}

Result<std::vector<TextIn>> RowTexts::turns(JsonValue list, std::string_view name) {
    if (list.kind() != JsonValue::Kind::Array || list.size() == 0)
        return reject(unusable(list, name, "a list of texts"));
    constexpr std::size_t most = 1000;
    if (list.size() > most)
        return reject(
            fmt::format("“{}” has {} turns; at most {} are read", name, list.size(), most));
    std::vector<TextIn> out;
    bool whole = true;
    list.eachElement([&](JsonValue turn) {
        const auto text = content(turn);
        whole = whole && text;
        if (text)
            out.push_back(*text);
    });
    if (!whole)
        return reject(fmt::format("“{}” holds something that is not a text", name));
    return out;
}

Result<std::string> wantedWord(JsonValue object, std::string_view key) {
    const JsonValue value = object[key];
    const auto word = value.word();
    if (!word)
        return reject(unusable(value, key, "a text or a number"));
    if (word->empty())
        return reject(fmt::format("“{}” is empty", key));
    return *word;
}

Result<ModelId> Judges::find(Appender& appender, const std::string& name) {
    if (const auto known = m_known.find(name); known != m_known.end())
        return known->second;
    const ModelId id = TRY(appender.model(name));
    TRY(appender.grantRole(id, Role::Judge));
    m_known.emplace(name, id);
    return id;
}

Timestamp timestampIn(JsonValue value) {
    if (const auto text = value.string())
        return timeIn(*text).value_or(Timestamp{});
    if (const auto number = value.number())
        return timeOf(*number);
    return {};
}

std::string shortened(std::string_view raw, std::size_t limit) {
    if (raw.size() <= limit)
        return std::string(raw);
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xC0U) == 0x80U)
        --end;
    return fmt::format("{}… ({} more bytes were left out)", raw.substr(0, end), raw.size() - end);
}

} // namespace agon::exchange
