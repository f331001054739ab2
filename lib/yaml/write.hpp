// The text of a new record.
//
// Block style, two spaces a level, lists indented under their keys; LF, one at
// the end.  Vietnamese stays readable and no line is folded.  A reader of YAML
// 1.1 or 1.2 finds the same texts and the same types.
// Errors  Refusal::bad_character, bad_key; unsafe for a tree deeper than
//         max_depth or larger than max_bytes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "yaml/value.hpp"

namespace thidua::yaml {

// `comment`, which may have several lines, stands above the record with a blank
// line below it.  A key of the record's own that has a comment gets a blank
// line above it.
[[nodiscard]] Result<std::string, Refused> write(const Value& record,
                                                 std::string_view comment = {});

}  // namespace thidua::yaml
