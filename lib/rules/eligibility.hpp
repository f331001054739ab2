// Eligibility: whether one unit may be proposed for one form on one occasion,
// and what keeps it from that.
//
// Every rule is asked, so that all that stands in the way is told at once.
// Luật 2022, Điều 5.2: one achievement is not rewarded several times; a form
// and an achievement go together.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "rules/awards.hpp"
#include "rules/rule_sets.hpp"
#include "rules/successions.hpp"

namespace thidua {

// The body that decides a form.
struct Decider {
  std::string_view id;                // empty: no body of the plan
  const Succession* ended = nullptr;  // by which it ended; null: it is there
};

class Examiner {
 public:
  Examiner(const Plan& plan, const OccasionDate& occasion, Date today,
           std::optional<Date> proposed_on);

  [[nodiscard]] Decider decider_of(const AwardForm& form) const;
  // The rules of procedure of a dossier that comes in on the day of proposing.
  [[nodiscard]] const GoverningRules& governing() const { return governing_; }

  [[nodiscard]] Candidate examine(
      const Unit& unit, const AwardForm& form, const Decider& decider,
      std::shared_ptr<const TrackRecord> record) const;

 private:
  void find_proposal(Candidate& candidate) const;
  void ask_end(Candidate& candidate) const;
  void ask_offices(const Decider& decider, Candidate& candidate) const;
  void ask_occasion(Candidate& candidate) const;
  void ask_receiver(Candidate& candidate) const;
  void ask_enrolment(Candidate& candidate) const;
  void ask_bars(Candidate& candidate) const;
  void ask_quotas(Candidate& candidate) const;
  [[nodiscard]] std::size_t chosen_of(const QuotaResult& quota,
                                      const Candidate& candidate) const;
  void ask_other_proposals(Candidate& candidate) const;

  const Plan& plan_;
  const OccasionDate& occasion_;
  Date today_;
  Date proposed_on_;
  BodyNames bodies_;
  GoverningRules governing_;
};

// Another proposal of the unit for the same deed, that is open or was granted;
// null: none.  `except`: this one is not meant.
[[nodiscard]] const Proposal* same_deed(const Plan& plan, std::string_view unit,
                                        const Deed& deed,
                                        const Proposal* except, Date day);

// Is it for one deed, and not for the work of years?
[[nodiscard]] bool is_sudden(const AwardForm& form, const Occasion& occasion);

[[nodiscard]] const char* word(Matter::Kind kind);

// The name of its kind.
[[nodiscard]] std::string kind_words(const Plan& plan, const Unit& unit);

// Where the marks of a unit stand, or would.
[[nodiscard]] std::string marks_file(const Unit& unit, const Period& period);

// The conditions of awards.yaml and what the law keeps from every award; adds
// to the obstacles and remarks of the candidate.
void ask_conditions(const Plan& plan, const GoverningRules& governing,
                    Date proposed_on, Candidate& candidate);

}  // namespace thidua
