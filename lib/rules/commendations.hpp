// Which proposals of an occasion a paper of its commendation is about.
//
// Every paper belongs to a step: a letter proposes what is under way, a council
// is invited to what is before it, a decision holds what its issuer may decide.
// As of a day: what is dated after it is not there yet.
// Errors   none; what is left out is counted by its state.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/council.hpp"
#include "rules/deciders.hpp"

namespace thidua {

enum class CommendationStage {
  under_way,  // neither decided nor ended nor given back
  ready,      // before the council
  voted,      // that, or voted on
  to_decide,  // past the draft, not voted down, for the issuer to decide
  granted,    // by the issuer
};
inline constexpr std::array<std::string_view, 5> commendation_stage_words{
    "under-way", "ready", "voted", "to-decide", "granted"};
[[nodiscard]] std::optional<CommendationStage> commendation_stage(
    std::string_view word);

// Are only forms of it that the issuer decides?
[[nodiscard]] bool is_for_issuer(CommendationStage stage);

// By its state and its vote, whoever decides it.
[[nodiscard]] bool is_at(const CouncilRow& row, CommendationStage stage);

struct CommendedForm {
  const CouncilForm* form = nullptr;    // never null
  std::vector<const CouncilRow*> rows;  // by kind, then merit, name; not empty
};

struct StateCount {
  ProposalState state{};
  int count = 0;
};

struct CommendedProposals {
  OccasionDate occasion;
  WorkingList list;                  // what the forms point into
  std::vector<CommendedForm> forms;  // lowest authority first
  // Of what is left out, in the order of the states.
  std::vector<StateCount> left_out;
  int others_decide = 0;  // left out, because the issuer does not

  [[nodiscard]] std::vector<const AwardForm*> award_forms() const;
  // Behind the rows, not behind what is left out.
  [[nodiscard]] Caveats caveats() const;
};

// `forms`: only these; none, all of them.
[[nodiscard]] CommendedProposals commended(
    const Plan& plan, const OccasionDate& occasion,
    const std::vector<const AwardForm*>& forms, CommendationStage stage,
    const Author& author, Date today);

}  // namespace thidua
