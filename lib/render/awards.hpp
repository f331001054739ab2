// Who may be proposed for which award, in words and as JSON.
#pragma once

#include <string>
#include <vector>

#include "render/scores.hpp"
#include "rules/awards.hpp"

namespace thidua::render {

// One occasion: the forms with what the plan says of each, then who may be
// proposed and who may not and why.  Forms open to the same units share a list.
[[nodiscard]] std::string to_text(const OccasionDate& occasion,
                                  const std::vector<FormCandidates>& lists,
                                  const ScoreView& view, bool explain);
[[nodiscard]] Json to_json(const OccasionDate& occasion,
                           const std::vector<FormCandidates>& lists,
                           const ScoreView& view);

// A refusal of one unit, one form, one occasion: each rule with its section,
// its place, and what would change the answer.
[[nodiscard]] std::string refusal(const Candidate& candidate,
                                  const ScoreView& view);

[[nodiscard]] const char* key_of(Stance stance);  // "refused", "not_stated"

// "award standard not held", "no standard named", or its name; on an occasion,
// or where that is null whatever the occasion.
[[nodiscard]] std::string standard_text(const Plan& plan, const AwardForm& form,
                                        const Occasion* occasion,
                                        Language language);
[[nodiscard]] const char* key_of(StandardState state);  // "not_held"
// What is printed, what the law says, or that nothing is stated.
[[nodiscard]] std::string authority_text(const AwardForm& form,
                                         Language language);

}  // namespace thidua::render
