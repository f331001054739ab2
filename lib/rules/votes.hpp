// Votes of a council: how many of how many were in favour, and whether that is
// enough.
//
// Units    votes in members, shares as exact numbers.
// Law      the threshold, whom it is counted among and whether the absent vote
//          in writing are parameters of a plan or a rule set; nothing is
//          assumed where neither says.
#pragma once

#include <optional>

#include "model/plan.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {

struct VoteResult {
  VoteCount votes;
  const ByLaw<Vote>* rule = nullptr;  // null: no rule is known
  int in_favour = 0;
  int counted = 0;             // among so many
  std::optional<bool> enough;  // nothing: no rule, or nobody is counted

  // In percent; 0 where nobody is counted.
  [[nodiscard]] Exact percent() const;
};

// Written votes are in favour only where the rule lets the absent vote so.
// Without a rule, all members are counted.
[[nodiscard]] VoteResult count_votes(const VoteCount& votes,
                                     const ByLaw<Vote>* rule);

// The word for the vote at a place of ballot_words.
[[nodiscard]] const char* word_of_vote(std::size_t place);

// The council that votes on a form; null: the plan names none.
[[nodiscard]] const Council* council_of(const Plan& plan,
                                        const AwardForm& form);

// Who of its members does not vote on a unit: those who belong to it.
[[nodiscard]] std::vector<const CouncilMember*> recused_from(
    const Council& council, std::string_view unit);

}  // namespace thidua
