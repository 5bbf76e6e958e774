#include "tests/support/fake_llm/script.h"

#include "tests/support/fake_llm/chance.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <iostream>

namespace fake {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 21> faults{
    "close",       "cut",           "silent",       "endless", "status",       "rate_limited",
    "quota",       "redirect",      "huge",         "empty",   "content_type", "truncated_json",
    "broken_utf8", "no_verdict",    "text",         "slow",    "sse_error",    "sse_cut",
    "batch_line",  "batch_expired", "batch_failed",
};

void addRetryAfter(const Json& json, Rule& rule) {
    if (const auto found = json.find("retry_after"); found != json.end())
        rule.headers.emplace_back("retry-after", found->dump());
    if (const auto found = json.find("retry_after_ms"); found != json.end())
        rule.headers.emplace_back("retry-after-ms", found->dump());
}

Rule readRule(const Json& json) {
    Rule out;
    out.model = json.value("model", "");
    out.path = json.value("path", "");
    out.contains = json.value("contains", "");
    out.every = json.value("every", 0);
    out.first = json.value("first", 0);
    out.firstSame = json.value("first_same", 0);
    out.after = json.value("after", 0);
    out.fraction = json.value("fraction", 1.0);
    out.seed = json.value("seed", std::uint64_t{0});
    out.fault = json.at("fault").get<std::string>();
    out.status = json.value("status", 500);
    out.code = json.value("code", "");
    out.message = json.value("message", "");
    out.location = json.value("location", "");
    out.text = json.value("text", "");
    out.bytes = json.value("bytes", out.bytes);
    out.milliseconds = json.value("ms", 0.0);
    if (const auto headers = json.find("headers"); headers != json.end())
        for (const auto& [name, value] : headers->items())
            out.headers.emplace_back(name, value.get<std::string>());
    addRetryAfter(json, out);
    if (std::find(faults.begin(), faults.end(), out.fault) == faults.end())
        throw std::invalid_argument("no fault is called " + out.fault);
    return out;
}

bool isNamed(std::string_view pattern, std::string_view name) {
    if (pattern.empty())
        return true;
    if (pattern.ends_with('*'))
        return name.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == name;
}

} // namespace

Script::Script(const std::string& json) {
    if (json.empty())
        return;
    try {
        const Json parsed = Json::parse(json);
        for (const Json& rule : parsed.at("rules"))
            m_rules.push_back(readRule(rule));
    } catch (const std::exception& error) {
        std::cerr << "the script cannot be used: " << error.what() << '\n';
        std::exit(2);
    }
    m_counts.resize(m_rules.size());
}

bool Script::meets(std::size_t index, const Seen& seen) {
    const Rule& rule = m_rules[index];
    if (!isNamed(rule.model, seen.model) || !seen.path.starts_with(rule.path) ||
        (!rule.contains.empty() && seen.body.find(rule.contains) == std::string_view::npos) ||
        (rule.fraction < 1 && share(mixed(seen.bodyHash, rule.seed)) >= rule.fraction))
        return false;
    Counts& counts = m_counts[index];
    const std::int64_t met = ++counts.met;
    if (rule.firstSame > 0 && ++counts.same[seen.bodyHash] > rule.firstSame)
        return false;
    return (rule.every == 0 || met % rule.every == 0) && (rule.first == 0 || met <= rule.first) &&
           met > rule.after;
}

const Rule* Script::match(const Seen& seen) {
    if (m_rules.empty())
        return nullptr;
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < m_rules.size(); ++i)
        if (meets(i, seen))
            return &m_rules[i];
    return nullptr;
}

void Script::reset() {
    const std::scoped_lock lock(m_mutex);
    m_counts.assign(m_rules.size(), {});
}

} // namespace fake
