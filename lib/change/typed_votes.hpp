// How a council voted, as people type it: `yes=8,no=1,written-yes=1`.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "model/proposal.hpp"

namespace thidua::change {

// The words of ballot_words, also with hyphens; each at most once.
[[nodiscard]] Result<VoteCount> parse_votes(std::string_view text);

}  // namespace thidua::change
