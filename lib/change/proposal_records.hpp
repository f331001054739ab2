// The record of a proposal: where it lies, and in which order its keys stand.
#pragma once

#include <string>

#include "base/result.hpp"
#include "rules/awards.hpp"
#include "yaml/edit.hpp"

namespace thidua::change {

[[nodiscard]] std::string path_of(const Candidate& candidate);

// Null: nothing was proposed.
[[nodiscard]] const Proposal* find_proposal(const Plan& plan,
                                            const Candidate& candidate);
[[nodiscard]] Failure not_proposed(const Candidate& candidate);

[[nodiscard]] yaml::KeyOrder proposal_keys();

}  // namespace thidua::change
