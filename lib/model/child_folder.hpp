// ChildFolder: a plan folder of a body below, as `children` in plan.yaml names
// it.  What is in it is read only for a roll-up (rules/child_summary).
#pragma once

#include <cstddef>
#include <string>

#include "base/span.hpp"

namespace thidua {

inline constexpr std::size_t most_children = 10000;  // of one plan

struct ChildFolder {
  enum class State {
    there,
    missing,   // no folder is there
    no_match,  // a pattern that no folder fits; the path is the pattern
    own,       // the plan's own folder
    again,     // named a second time, if only by another way
    beyond,    // more than most_children; it stands for the rest
  };

  std::string path;  // relative to the plan's own folder, with `/`
  // Its last name, or the last one that a pattern left open: `a` of both
  // ../huyen/a and ../tinh/*/ubnd.
  std::string name;
  std::size_t group = 0;  // which of the plan's `children`
  Span named{};           // where
  State state = State::there;
};

}  // namespace thidua
