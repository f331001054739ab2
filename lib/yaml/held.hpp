// What a collection holds, and which bytes belong to each of it.
#pragma once

#include <cstddef>
#include <vector>

#include "yaml/lines.hpp"
#include "yaml/tree.hpp"

namespace thidua::yaml {

struct Held {
  const Node* key = nullptr;  // null for an item
  const Node* value = nullptr;
  std::size_t begin = 0;      // of the key, of the dash, of an item in brackets
  std::size_t sign = 0;       // behind the colon or dash; 0 if there is none
  std::size_t end = 0;        // of the value, or of the sign or key without one
  bool explicit_key = false;  // `? key`
};

[[nodiscard]] inline std::size_t begin_of(const Node& node) {
  return node.span().offset;
}

[[nodiscard]] std::vector<Held> held_by(const Lines& lines, const Node& node);

// Where the last line of an entry in block style ends, without its line end.
// Blank lines that are text of a block scalar belong to it.
[[nodiscard]] std::size_t last_line_end(const Lines& lines, const Held& held);

[[nodiscard]] bool ends_in_block_scalar(const Held& held);

[[nodiscard]] bool is_block_scalar(const Node& node);
[[nodiscard]] bool is_block_collection(const Node& node);
[[nodiscard]] bool is_nothing(const Node& node);  // null, written or not

[[nodiscard]] inline std::size_t end_of(const Node& node) {
  return std::size_t{node.span().offset} + node.span().length;
}

// The indentation that the collections of a file have, those near `around`
// first.
[[nodiscard]] BlockStyle block_style_of(const Lines& lines, const Node& root,
                                        const Node& around);

}  // namespace thidua::yaml
