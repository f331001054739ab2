// How a council voted, in words and as JSON.
#pragma once

#include <string>

#include "render/card.hpp"
#include "rules/votes.hpp"

namespace thidua::render {

// "8 yes, 1 no; 8 of 10: 80 %; enough"
[[nodiscard]] std::string votes_words(const VoteResult& result,
                                      const CardView& view);
// "8/10 (80 %), enough"
[[nodiscard]] std::string short_vote(const VoteResult& result,
                                     Language language);
[[nodiscard]] Json json_votes(const VoteResult& result);

}  // namespace thidua::render
