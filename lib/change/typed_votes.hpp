// How a council voted, as people type it: `yes=8,no=1,written-yes=1`.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "change/typed.hpp"
#include "model/proposal.hpp"

namespace thidua::change {

// How many, in digits; the key is the word for the vote.
[[nodiscard]] Result<int> parse_members(const Setting& setting);

// The words of ballot_words, each at most once.
[[nodiscard]] Result<VoteCount> parse_votes(std::string_view text);

}  // namespace thidua::change
