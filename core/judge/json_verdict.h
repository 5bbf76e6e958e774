// A verdict as a JSON object; the form Json of parse_verdict.h, which has the rules.
#pragma once

#include "core/judge/parse_verdict.h"

#include <span>
#include <string_view>

namespace agon {

// `reply` is not blank. Pure; linear, since few places are tried.
[[nodiscard]] ParsedVerdict parseJsonVerdict(std::string_view reply, bool cut,
                                             std::span<const std::string_view> shownTexts);

} // namespace agon
