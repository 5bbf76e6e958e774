// Boundary lines around texts of others, so that a judge can tell them from its instructions.
//
//   ----- agon-5b0d3f6c21e8a947 answer A -----
//   the text
//   ----- agon-5b0d3f6c21e8a947 end -----
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace agon {

// "agon-" and 16 hex digits that stand in none of the texts. From their bytes alone: the same texts
// give the same boundary. Pure.
[[nodiscard]] std::string boundaryFor(std::span<const std::string_view> texts);

// Appends `text` between two boundary lines, without a line end after the second.
void appendFenced(std::string& out, std::string_view boundary, std::string_view label,
                  std::string_view text);

// What a judge is told about the boundary lines. Part of every prompt and of its key.
[[nodiscard]] std::string fenceNotice(std::string_view boundary);

enum class FenceLine { None, Begin, End };
// Whether a line has the form of a boundary line, of whatever boundary.
[[nodiscard]] FenceLine fenceLine(std::string_view line);

} // namespace agon
