// What is said when the system refuses something on the way of a change: what
// it refused, what has become of the change, and what to do.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"

namespace thidua::folder {

// What the system refused (errno), and at which path.
struct Trouble {
  int error = 0;
  std::string path;
};
using Outcome = std::optional<Trouble>;

// Nothing was changed.
[[nodiscard]] Failure cannot_write(const Trouble& trouble);

// Nothing of a new plan folder is there.
[[nodiscard]] Failure not_made(const Trouble& trouble);

// What an earlier run left could not be put into place; nothing was changed.
[[nodiscard]] Failure not_finished(const Trouble& trouble);

// The change is in the journal: readers see it whole.
[[nodiscard]] Failure left_in_journal(const Trouble& trouble);

// The change is in place, but a power cut might still take it away.
[[nodiscard]] Failure not_confirmed(const Trouble& trouble);

// A reader cannot know what an interrupted change left.
[[nodiscard]] Failure cannot_tell(const Trouble& trouble);

}  // namespace thidua::folder
