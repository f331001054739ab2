// Awards: what the plan says of a form on an occasion, and who may be proposed.
//
// Three answers of the plan: allowed, refused, not stated.  Of the law only
// what the rule sets say keeps from every award is asked, and nothing else.  A
// standard that is not held is said so and never invented.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "rules/proposal_life.hpp"
#include "rules/timeline.hpp"
#include "rules/track_records.hpp"

namespace thidua {

enum class Stance { allowed, refused, not_stated };

[[nodiscard]] Stance stance_of(const AwardForm& form, const Occasion& occasion);

// The forms of a plan, lowest authority first.
[[nodiscard]] std::vector<const AwardForm*> forms_by_rank(const Plan& plan);

enum class StandardState {
  held,
  not_held,
  none_named,
  other_occasions,  // the one that the form names does not count for this one
};
// `occasion`: null, whatever the occasion.
[[nodiscard]] StandardState standard_state(const Plan& plan,
                                           const AwardForm& form,
                                           const Occasion* occasion);

// Is the step one of the path of such a proposal?
[[nodiscard]] bool is_step_of(const AwardStep& step, const AwardForm& form,
                              const Occasion& occasion);

// Is the dossier made by the unit that received the help, as the occasion or a
// step of the path says?
[[nodiscard]] bool dossier_by_receiver(const Plan& plan, const AwardForm& form,
                                       const Occasion& occasion);

// Why a unit may not be proposed: the rule, where it stands, and what would
// change the answer.
struct Obstacle {
  Code code{};
  Message what;
  Message hint;
  std::string section;   // or article; empty where the rule is assumed
  Span where{};          // of the rule; unknown: the law's
  Span fact{};           // what is recorded to the contrary
  std::string missing;   // the record that would say it, where none does
  bool assumed = false;  // the rule
  bool by_law = false;   // not the plan's rule
  bool tied = false;     // somebody may choose the unit all the same
};

struct Candidate {
  const Unit* unit = nullptr;
  const AwardForm* form = nullptr;
  OccasionDate occasion;
  std::vector<Obstacle> obstacles;               // none: may be proposed
  const Proposal* proposal = nullptr;            // already there
  ProposalState state = ProposalState::drafted;  // of that
  const ProposalEntry* entry = nullptr;  // that put it there; null: a draft
  std::shared_ptr<const TrackRecord> record;  // the same for every form
  std::vector<Message>
      remarks;  // what no rule decides, and a person should see
  Caveats caveats;

  [[nodiscard]] bool may() const { return obstacles.empty(); }
  // Is a tie at the edge of a quota all that stands in the way?
  [[nodiscard]] bool is_only_tied() const;
  // Has every criterion of a year its answer?
  [[nodiscard]] bool is_judged() const;
};

struct CandidateFilter {
  std::optional<std::string_view> unit;
  std::optional<std::string_view> form;
  std::optional<std::string_view> kind;
  // The day a proposal would be dated, which may be past: offices that were
  // there on it could propose and be proposed.  Nothing: today.
  std::optional<Date> proposed_on{};
};

// One form on one occasion, and everybody the filter lets through.
struct FormCandidates {
  const AwardForm* form = nullptr;
  OccasionDate occasion;
  Date proposed_on{};  // the day a proposal would be dated
  Stance stance = Stance::not_stated;
  StandardState standard = StandardState::none_named;
  // By which the body that decides it has ended; null: it is there.
  const Succession* decider_ended = nullptr;
  std::vector<Candidate> may;      // by kind, then merit (high first), name
  std::vector<Candidate> may_not;  // by kind, then name
};

// Lowest authority first.  Forms that the occasion refuses, or that nobody
// decides any more, are there too, with nobody in them but who was proposed
// before, unless a unit is asked for: then it is told why.  As of a
// day: marks, figures, proposals and decisions dated after it are not there.
[[nodiscard]] std::vector<FormCandidates> candidates(
    const Plan& plan, const OccasionDate& occasion,
    const CandidateFilter& filter, Date today);

// The order of lists: by kind, then merit (high first), then name.
[[nodiscard]] bool reads_before(const Plan& plan, const Candidate& a,
                                const Candidate& b, bool by_points = true);

// The classes a unit may be counted as; of its kind, where it does not say.
[[nodiscard]] std::vector<SubjectClass> classes_of(const Plan& plan,
                                                   const Unit& unit);

// By its class, kind and subkind.
[[nodiscard]] bool may_receive(const Plan& plan, const AwardForm& form,
                               const Unit& unit);

[[nodiscard]] const char* word(SubjectClass subject_class);
[[nodiscard]] const char* word(Stance stance);

}  // namespace thidua
