// One change of a file: some bytes in the place of others.
//
// These functions decide where and what; that the file then says what it was
// meant to say is checked by Editor.
// Errors  Refusal::unusual_form.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"
#include "yaml/held.hpp"
#include "yaml/lines.hpp"
#include "yaml/value.hpp"

namespace thidua::yaml {

struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text{};
};
using Spliced = Result<Splice, Refusal>;

struct Surroundings {
  const Lines& lines;
  BlockStyle style;
};

// `held` is in `parent`.
[[nodiscard]] Spliced replace_value(const Surroundings& around,
                                    const Node& parent, const Held& held,
                                    const Value& value);

// What is to stand at place `position` of a collection; the key is empty for an
// item of a list.
[[nodiscard]] Spliced insert_member(const Surroundings& around,
                                    const Node& parent, std::size_t position,
                                    const Member& member);

// Not for the only entry of a collection in block style: that is replacing the
// collection.
[[nodiscard]] Spliced remove_held(const Lines& lines, const Node& parent,
                                  std::size_t position);

}  // namespace thidua::yaml
