// Where the parser stopped, told to the person who typed it.
//
// libyaml speaks of tokens and contexts; the common mistakes of an office (no
// space after a colon, a line pushed in too far, a quote never closed) get
// words of their own.  The rest keeps libyaml's English.
// Errors  TD0106, TD0111, TD0112, TD0113, TD0115.
#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/faults.hpp"

namespace thidua::yaml {

// A complaint of libyaml, its marks in bytes of the file.
struct Problem {
  std::string_view what;
  std::string_view context;        // what it was reading; may be empty
  std::size_t offset = 0;          // where it stopped
  std::size_t context_offset = 0;  // where that began
};

void add_syntax_fault(std::string_view bytes, const Problem& problem,
                      Faults& faults);

}  // namespace thidua::yaml
