// Foreign bytes and records: what comes out is UTF-8, sound input is left alone, mending is final.
#include "core/text/marks.h"
#include "core/text/measure.h"
#include "core/text/repair.h"
#include "fuzz_check.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <string>

using namespace agon;
using fuzz::check;

namespace {

bool isUtf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

void checkText(std::string_view bytes) {
    const Repaired repaired = repairText(bytes);
    check(isUtf8(repaired.text()), "a repaired text is UTF-8");
    check(repaired.text().find('\0') == std::string_view::npos, "a repaired text has no NUL");
    check(repaired.changed() == (repaired.marks() != 0), "what is changed is marked");
    check(repaired.changed() || repaired.text() == bytes, "what is not changed is the same");
    check(!repairText(repaired.text()).changed(), "a repaired text needs no repair");
    const auto characters = countCharacters(repaired.text());
    check(countWords(repaired.text()) <= characters, "no more words than characters");
    const std::string line = snippet(repaired.text(), 20);
    check(isUtf8(line) && countCharacters(line) <= 20, "a snippet is UTF-8 of bounded length");
    check(line.find('\n') == std::string::npos, "a snippet is one line");
}

void checkJson(std::string_view record) {
    const Repaired repaired = repairJson(record);
    check(isUtf8(repaired.text()), "a repaired record is UTF-8");
    check(!repairJson(repaired.text()).changed(), "a repaired record needs no repair");
    const bool accepted = nlohmann::json::accept(repaired.text());
    if (nlohmann::json::accept(record)) {
        check(accepted, "a good record stays good");
        // Only a NUL is replaced in what was already JSON.
        if (repaired.marks() == 0)
            check(nlohmann::json::parse(record) == nlohmann::json::parse(repaired.text()),
                  "an unmarked record means the same");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    checkText(fuzz::asText(data, size));
    checkJson(fuzz::asText(data, size));
    return 0;
}
