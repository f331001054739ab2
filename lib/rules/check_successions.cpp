// successions.yaml, and what is dated after the end of who did it.
#include <algorithm>

#include "rules/references.hpp"
#include "rules/successions.hpp"

namespace thidua {
namespace {

class SuccessionCheck {
 public:
  SuccessionCheck(const CheckRun& run, const Succession& event)
      : run_(run), plan_(run.plan), event_(event) {}

  void run() const {
    for (const At<std::string>& id : event_.from) {
      expect_party(id);
      if (event_.ends() && !names(event_.to, id.value)) {
        check_end(id);
      }
    }
    for (const At<std::string>& id : event_.to) {
      expect_party(id);
      check_heir(id);
    }
    for (const At<std::string>& id : event_.duties) {
      expect_known(run_, code::unknown_duty, id, ids_of(plan_.sheet.duties),
                   N_("the plan declares no duty `{0}`"));
    }
    if (event_.to.empty()) {
      run_.add(code::heir_unclear, event_.from.front().span,
               msg("it is not known who succeeds: {0}", names_of_those()),
               msg("write `to: […]` once a document names them"),
               event_.origin.source);
    }
  }

 private:
  [[nodiscard]] std::string names_of_those() const {
    std::vector<Party> parties;
    for (const At<std::string>& id : event_.from) {
      parties.push_back(party(plan_, id.value, add_days(event_.on.value, -1)));
    }
    return names_of(parties);
  }

  void expect_party(const At<std::string>& id) const {
    if (plan_.unit(id.value) != nullptr || plan_.body(id.value) != nullptr ||
        plan_.is_part || has_file(plan_, "units/" + id.value + ".yaml")) {
      return;
    }
    std::vector<std::string_view> known = ids_of(plan_.units);
    for (const Body& body : plan_.sheet.bodies) {
      known.push_back(body.id.value);
    }
    expect_known(run_, code::unknown_party, id, known,
                 N_("there is no unit or body `{0}`"));
  }

  // The one that ended does not take part any more, and ends only once.
  void check_end(const At<std::string>& id) const {
    const Succession* first = ended_by(plan_, id.value, event_.on.value);
    if (first != &event_) {
      run_.add(code::succession_impossible, id.span,
               msg("`{0}` has ended already, by {1}", id.value,
                   place_in_words(plan_, first->span)),
               msg("take it out of one of the two"), event_.origin.source);
    }
    const Unit* unit = plan_.unit(id.value);
    if (unit != nullptr &&
        (!unit->enrolled_to || event_.on.value <= unit->enrolled_to->last())) {
      run_.add(
          code::ended_takes_part, unit->name.span,
          msg("`{0}` ended before {1} ({2}), and its record lets it take "
              "part after that",
              unit->id, event_.on.value, place_in_words(plan_, event_.span)),
          msg("write `enrolled` with `to: \"{0}\"`",
              to_iso(add_days(event_.on.value, -1))),
          event_.origin.source);
    }
  }

  void check_heir(const At<std::string>& id) const {
    const Succession* ended = ended_by(plan_, id.value, event_.on.value);
    if (ended != nullptr) {
      run_.add(code::succession_impossible, id.span,
               msg("`{0}` has itself ended by then, by {1}", id.value,
                   place_in_words(plan_, ended->span)),
               msg("name those that are there on {0}", event_.on.value),
               event_.origin.source);
    }
  }

  const CheckRun& run_;
  const Plan& plan_;
  const Succession& event_;
};

// Papers and the offices they name.
class PaperCheck {
 public:
  explicit PaperCheck(const CheckRun& run)
      : run_(run), plan_(run.plan), bodies_(run.plan) {}

  void run() const {
    for (const auto* references : {&plan_.sheet.parents, &plan_.sheet.cites}) {
      for (const DocumentReference& each : *references) {
        if (each.date.has_value()) {
          expect_body(each.issuer, each.date.value.first(), each.date.span);
        }
      }
    }
    for (const Filings& filings : plan_.filings) {
      for (const Filing& filing : filings.filings) {
        expect_there(filings.owner.value, filing.date);
      }
    }
    for (const Scorecard& card : plan_.scorecards) {
      for (const StageMarks& stage : card.stages) {
        expect_body(stage.by, stage.date.value, stage.date.span);
      }
    }
    for (const Proposal& proposal : plan_.proposals) {
      run_proposal(proposal);
    }
  }

 private:
  void run_proposal(const Proposal& proposal) const {
    expect_there(proposal.unit.value, proposal.proposed_on);
    expect_body(proposal.proposed_by, proposal.proposed_on.value,
                proposal.proposed_on.span);
    for (const ProposalEntry& entry : proposal.history) {
      expect_body(entry.by, entry.date.value, entry.date.span);
    }
  }

  void expect_body(std::string_view text, Date date, Span where) const {
    const Body* body = text.empty() ? nullptr : bodies_.called(text);
    if (body != nullptr) {
      expect_there(body->id.value, {date, where});
    }
  }

  void expect_there(std::string_view id, const At<Date>& date) const {
    const Succession* ended = ended_by(plan_, id, date.value);
    if (ended != nullptr && date.span.known()) {
      run_.add(code::dated_after_end, date.span,
               what_became(plan_, id, *ended, date.value),
               msg("correct the date, or name who took over; see {0}",
                   place_in_words(plan_, ended->span)),
               ended->origin.source);
    }
  }

  const CheckRun& run_;
  const Plan& plan_;
  BodyNames bodies_;
};

void check_former_kinds(const CheckRun& run) {
  for (const Unit& unit : run.plan.units) {
    for (const FormerSelf& self : unit.formerly) {
      if (self.kind) {
        expect_known(run, code::unknown_kind, *self.kind,
                     ids_of(run.plan.sheet.kinds),
                     N_("the plan declares no kind of unit `{0}`"));
      }
    }
  }
}

}  // namespace

void check_successions(const CheckRun& run) {
  check_former_kinds(run);
  for (const Succession& event : run.plan.successions) {
    SuccessionCheck(run, event).run();
  }
  if (!run.plan.successions.empty()) {
    PaperCheck(run).run();
  }
}

}  // namespace thidua
