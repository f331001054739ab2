// Lines of a value in block style.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "yaml/value.hpp"

namespace thidua::yaml {

// Spaces by which the inner stands to the right of its key.
struct BlockStyle {
  std::size_t map = 2;
  std::size_t dash = 2;  // 0: the dashes stand under the key's first letter
};

using LineList = std::vector<std::string>;  // without line ends

// Entries of a map or items of a list, the first at column `indent` (from 0).
[[nodiscard]] LineList block_lines(const Value& collection, std::size_t indent,
                                   const BlockStyle& style);
[[nodiscard]] LineList block_entry(const Member& member, std::size_t indent,
                                   const BlockStyle& style);
[[nodiscard]] LineList block_item(const Value& item, std::size_t indent,
                                  const BlockStyle& style);

// `# ` before every line of a comment; none for an empty one.
[[nodiscard]] LineList comment_lines(std::string_view comment,
                                     std::size_t indent);

}  // namespace thidua::yaml
