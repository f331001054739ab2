// How one text, or one collection between brackets, stands in a file.
//
// Quotes and escapes are those of yaml-cpp's Emitter; which text needs them is
// decided here, because readers of YAML 1.1 and 1.2 must all take it for the
// same text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yaml/value.hpp"

namespace thidua::yaml {

enum class Where : std::uint8_t { block, flow };

// Would the text, written without quotes, be read as something else by YAML
// 1.1 or 1.2: a number, a date, a time, a yes or no, nothing, or broken syntax?
// Rather too often than too seldom.  The text holds no bad characters.
[[nodiscard]] bool must_quote(std::string_view text, Where where);

// A scalar on one line: a literal as it stands, text in double quotes where it
// must be.
[[nodiscard]] std::string inline_scalar(const Value& scalar, Where where);
// Text in single quotes; it has no line breaks.
[[nodiscard]] std::string single_quoted(std::string_view text);
// Text on one line.
[[nodiscard]] std::string double_quoted(std::string_view text);

// A key without its colon.
[[nodiscard]] std::string inline_key(std::string_view key, Where where);

// `{a: 1, b: [c, d]}`, or a scalar as inside brackets.
[[nodiscard]] std::string flow_text(const Value& value);

}  // namespace thidua::yaml
