// The first look at a file: is it clean UTF-8 text that YAML can be read from?
//
// One pass over the bytes finds, all of them and not only the first, what a
// parser would trip over or, worse, take silently.
// Errors  TD0101 to TD0107.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/faults.hpp"

namespace thidua::yaml {

struct ByteCheck {
  bool parsable = true;     // false: reading on would be pointless
  bool ascii = true;        // only one-byte characters after the BOM
  bool surely_nfc = true;   // false: not known
  bool separators = false;  // TD0103 has been reported
  std::size_t start = 0;    // where the text begins: after a BOM
  // Where a line that is neither blank nor a comment has its first leading
  // tab.  Not reported yet: inside a block scalar it is text.
  std::vector<std::size_t> tabs;
};

[[nodiscard]] ByteCheck check_bytes(std::string_view bytes, Faults& faults);

// A tab where only spaces may stand.
void add_tab_fault(Faults& faults, std::size_t offset);

}  // namespace thidua::yaml
