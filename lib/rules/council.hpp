// The working list of a council: what it votes on, on one occasion, and what it
// needs to know of each unit.
//
// A proposal is before the council once it was submitted and until somebody
// decides or hands it up; a draft and what was given back are not ready.
// As of a day: what is dated after it is not there yet.
// Units    points as the score tables give them, exact; votes in members.
// Errors   none here; a proposal whose unit or form is not there is left out,
//          and `check` says so.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/awards.hpp"
#include "rules/ranking.hpp"
#include "rules/shares.hpp"
#include "rules/votes.hpp"

namespace thidua {

// A vote that stands: nothing was given back since.
struct CouncilVote {
  const ProposalEntry* entry = nullptr;  // never null
  VoteResult result;
};

// One unit proposed for one form.
struct CouncilRow {
  Candidate candidate;  // its proposal is there; its obstacles are as of today
  const RankedUnit* in_year = nullptr;  // class; null: not compared that year
  const RankedUnit* in_list = nullptr;  // place; null: not compared
  const Ranking* list = nullptr;        // null with it
  std::optional<std::vector<std::string>> missing;  // papers; nothing: no
                                                    // rules are known
  std::vector<const CouncilMember*> recused;
  const ByLaw<Vote>* rule = nullptr;  // null: none is known
  std::optional<CouncilVote> vote;
};

// A quota of a score table that names the form.
struct CouncilQuota {
  SharedQuota quota;
  std::int64_t proposed = 0;  // among its units, granted ones too

  // Of the places; below 0: so many too many.  Nothing: they are not known.
  [[nodiscard]] std::optional<std::int64_t> left() const;
};

// Units that are voted on by one rule.
struct CouncilRule {
  const ByLaw<Vote>* rule = nullptr;  // null: none is known
  std::vector<const Unit*> units;
};

struct CouncilForm {
  const AwardForm* form = nullptr;
  const Council* council = nullptr;   // null: the plan names none
  std::vector<CouncilRow> rows;       // by kind, then merit (high first), name
  std::vector<CouncilRow> not_ready;  // in the same order
  std::vector<CouncilRow> past;       // likewise; only of proposed_list()
  std::vector<CouncilRule> rules;     // mostly one
  std::vector<CouncilQuota> quotas;   // that a unit proposed is among
  std::vector<ShareCount> shares;     // of the rows
};

struct WorkingList {
  OccasionDate occasion;
  Period year;                     // that classes are of
  Period period;                   // that places and quotas are of
  std::vector<CouncilForm> forms;  // lowest authority first; none is empty
  Caveats caveats;
  // What the rows point into.
  std::shared_ptr<const std::vector<Ranking>> year_lists;
  std::shared_ptr<const std::vector<Ranking>> lists;
};

// `form`: only this one.
[[nodiscard]] WorkingList working_list(const Plan& plan,
                                       const OccasionDate& occasion,
                                       std::optional<std::string_view> form,
                                       Date today);

// The same of every proposal of the occasion: what is no longer before a
// council (handed up, decided, ended) is in `past`, and a form may have nothing
// else.
[[nodiscard]] WorkingList proposed_list(const Plan& plan,
                                        const OccasionDate& occasion,
                                        std::optional<std::string_view> form,
                                        Date today);

// Behind all that a row says.
[[nodiscard]] Caveats caveats_of(const CouncilForm& form,
                                 const CouncilRow& row);

// The headings of the sheet that votes are written on, in a language: form,
// unit, name, then the votes in the order of VoteCount.
inline constexpr std::size_t first_vote_heading = 3;
[[nodiscard]] const std::vector<std::string>& vote_headings(Language language);

// A vote that has just been taken.
struct VotedUnit {
  const Unit* unit = nullptr;
  const AwardForm* form = nullptr;
  VoteResult result;
  Caveats caveats;
};

// `votes`: just taken on the proposal of the unit for the form.
[[nodiscard]] VotedUnit voted_unit(const Plan& plan, const Proposal& proposal,
                                   const Unit& unit, const AwardForm& form,
                                   const VoteCount& votes, Date today);

// Behind a vote by that rule on that proposal.
[[nodiscard]] Caveats caveats_of(const Proposal& proposal,
                                 const Council* council,
                                 const ByLaw<Vote>* rule);

// May a council vote on it in that state?
[[nodiscard]] bool is_before_council(ProposalState state);

// The last vote that stands on a day, counted by the rule; nothing: none.
[[nodiscard]] std::optional<CouncilVote> vote_on(const Proposal& proposal,
                                                 const ByLaw<Vote>* rule,
                                                 Date day);

}  // namespace thidua
