// What a unit must show before it may be proposed, and what keeps it from every
// award.
#include <algorithm>

#include "base/codes.hpp"
#include "rules/durations.hpp"
#include "rules/eligibility.hpp"

namespace thidua {
namespace {

class ConditionAsker {
 public:
  ConditionAsker(const Plan& plan, const GoverningRules& governing,
                 Date proposed_on, const AwardConditions& conditions,
                 Candidate& candidate)
      : plan_(plan),
        governing_(governing),
        proposed_on_(proposed_on),
        conditions_(conditions),
        candidate_(candidate) {}

  void ask() {
    candidate_.caveats.assumed |= conditions_.origin.assumed;
    if (!is_sudden(*candidate_.form, *candidate_.occasion.occasion)) {
      ask_track_record();
    }
    ask_years();
    ask_earlier_awards();
    ask_matters();
  }

 private:
  void refuse(Message what, Message hint, Span fact, std::string missing = {}) {
    candidate_.obstacles.push_back({code::receiver_not_allowed, std::move(what),
                                    std::move(hint), conditions_.origin.source,
                                    conditions_.span, fact,
                                    std::move(missing)});
    candidate_.obstacles.back().assumed = conditions_.origin.assumed;
  }

  void ask_track_record() {
    const TrackRecord& record = *candidate_.record;
    if (conditions_.all_judged && has_no_criteria(record)) {
      refuse(msg("cannot be judged: the kind `{0}` has no criteria",
                 kind_words(plan_, *candidate_.unit)),
             msg("the conditions ask for a judgement; a form may have "
                 "conditions of its own in awards.yaml"),
             candidate_.unit->kind.span);
    }
    for (const UnitScore& score : record.scores) {
      ask_of(score);
      ask_registration(score.period);
    }
    if (record.stretch) {
      ask_of(*record.stretch);
    }
  }

  static bool has_no_criteria(const TrackRecord& record) {
    const auto has_none = [](const UnitScore& score) {
      return score.set == nullptr && score.kind_table == nullptr;
    };
    return !record.scores.empty() &&
           std::all_of(record.scores.begin(), record.scores.end(), has_none) &&
           (!record.stretch || has_none(*record.stretch));
  }

  void ask_of(const UnitScore& score) {
    ask_judged(score);
    ask_met(score);
    ask_points(score);
    ask_class(score);
  }

  // The marks of a period, or where they would stand; or `fact`, where that is
  // known better.
  void refuse_by_marks(const UnitScore& score, Message what, bool shows_which,
                       Span fact = {}) {
    const std::string year = score.period.to_string();
    const std::string& unit = candidate_.unit->id;
    const Scorecard* card = plan_.scorecard_of(unit, score.period);
    refuse(std::move(what),
           shows_which
               ? msg("`thidua score {1} --period {0} --explain` shows which",
                     year, unit)
               : msg("`thidua score {1} --period {0} --explain` shows why",
                     year, unit),
           fact.known() || card == nullptr ? fact : card->span,
           fact.known() || card != nullptr
               ? std::string()
               : marks_file(*candidate_.unit, score.period));
  }

  // What the first criterion with that verdict was judged by.
  static Span first_fact(Verdict verdict, const UnitScore& score) {
    for (const CriterionScore& each : score.criteria) {
      if (each.judgement.verdict == verdict) {
        return fact_of(each.judgement);
      }
    }
    return {};
  }

  static Span fact_of(const Judgement& judgement) {
    return judgement.mark != nullptr ? judgement.mark->span
                                     : first_place(judgement.steps);
  }

  void ask_judged(const UnitScore& score) {
    const std::string year = score.period.to_string();
    if (conditions_.all_judged && score.counts.not_judged > 0) {
      refuse_by_marks(score,
                      msg("{0}: {1} of {2} {2:criterion|criteria} not judged",
                          year, score.counts.not_judged, score.criteria.size()),
                      true);
    }
    if (conditions_.all_judged && score.counts.cannot_judge > 0) {
      refuse_by_marks(
          score,
          msg("{0}: {1} {1:criterion|criteria} cannot be judged ({2})", year,
              score.counts.cannot_judge,
              criteria_with(Verdict::cannot_judge, score)),
          true);
    }
    if (conditions_.none_unmet && score.counts.not_met > 0) {
      refuse_by_marks(
          score,
          msg("{0}: {1} {1:criterion is|criteria are} not met ({2})", year,
              score.counts.not_met, criteria_with(Verdict::not_met, score)),
          false, first_fact(Verdict::not_met, score));
    }
  }

  static std::string criteria_with(Verdict verdict, const UnitScore& score) {
    std::string ids;
    for (const CriterionScore& each : score.criteria) {
      if (each.judgement.verdict == verdict) {
        ids += (ids.empty() ? "" : ", ") + each.id();
      }
    }
    return ids;
  }

  void ask_met(const UnitScore& score) {
    for (const At<std::string>& id : conditions_.met) {
      const auto at = std::find_if(
          score.criteria.begin(), score.criteria.end(),
          [&](const CriterionScore& each) { return each.id() == id.value; });
      const bool asked = at != score.criteria.end();
      if (asked && at->judgement.verdict != Verdict::met &&
          at->judgement.verdict != Verdict::not_applicable) {
        refuse_by_marks(score,
                        msg("{0}: the criterion `{1}` has to be met",
                            score.period.to_string(), id.value),
                        false, fact_of(at->judgement));
      }
    }
  }

  void ask_points(const UnitScore& score) {
    if (!conditions_.points ||
        (score.total && *score.total >= conditions_.points->value)) {
      return;
    }
    const std::string year = score.period.to_string();
    refuse_by_marks(score,
                    score.total
                        ? msg("{0}: {1} points, {2} are asked for", year,
                              *score.total, conditions_.points->value)
                        : msg("{0}: no points yet, {1} are asked for", year,
                              conditions_.points->value),
                    false);
  }

  void ask_class(const UnitScore& score) {
    if (conditions_.classes.empty()) {
      return;
    }
    const ClassLevel* level = score.classed ? score.classed->level : nullptr;
    if (level != nullptr && names(conditions_.classes, level->id.value)) {
      return;
    }
    std::string wanted;
    for (const At<std::string>& each : conditions_.classes) {
      wanted += (wanted.empty() ? "" : ", ") + each.value;
    }
    const std::string year = score.period.to_string();
    refuse_by_marks(
        score,
        level == nullptr
            ? msg("{0}: no class, one of these is asked for: {1}", year, wanted)
            : msg("{0}: class “{1}”, one of these is asked for: "
                  "{2}",
                  year, level->name, wanted),
        false);
  }

  [[nodiscard]] std::string unit_file() const {
    return "units/" + candidate_.unit->id + ".yaml";
  }

  void ask_registration(const Period& period) {
    const auto& there = candidate_.unit->registrations;
    const bool found =
        std::any_of(there.begin(), there.end(), [&](const Registration& each) {
          return each.period.value.first() <= period.first() &&
                 period.last() <= each.period.value.last();
        });
    if (conditions_.registered && !found) {
      refuse(msg("{0}: no registration is recorded", period.to_string()),
             msg("write it under `registrations` in the record of the unit"),
             {}, unit_file());
    }
  }

  void ask_years() {
    if (!conditions_.years) {
      return;
    }
    const Unit& unit = *candidate_.unit;
    const Date from = unit.enrolled_from ? unit.enrolled_from->first()
                                         : plan_.sheet.period.first();
    const Date last = candidate_.occasion.stretch().last();
    const Exact years =
        years_between(from, std::chrono::sys_days(last) + std::chrono::days(1));
    if (years < Exact{*conditions_.years}) {
      refuse(msg("it takes part since {0}, less than {1} {1:year|years}", from,
                 *conditions_.years),
             msg("it may be proposed once it has; `enrolled` in the record of "
                 "the unit says since when it takes part"),
             unit.span);
    }
  }

  void ask_earlier_awards() {
    if (conditions_.awards.empty() || has_earlier_award()) {
      return;
    }
    std::string wanted;
    for (const At<std::string>& each : conditions_.awards) {
      const AwardForm* form = plan_.form(each.value);
      wanted += (wanted.empty() ? "" : "; ") +
                (form == nullptr ? each.value : form->name);
    }
    const RuleSet* set = governing_.set;
    if (set != nullptr && set->lower_award_first &&
        !set->lower_award_first->value) {
      candidate_.remarks.push_back(
          msg("the plan asks for an earlier award ({0}); `{1}` does not",
              wanted, set->id));
      return;
    }
    refuse(msg("no earlier award is recorded: {0}", wanted),
           msg("record the earlier proposal and its decision; `thidua list "
               "proposals --unit {0}` shows those there are",
               candidate_.unit->id),
           {}, "proposals/");
  }

  [[nodiscard]] bool has_earlier_award() const {
    const auto& all = plan_.proposals;
    return std::any_of(all.begin(), all.end(), [&](const Proposal& each) {
      return each.unit.value == candidate_.unit->id &&
             names(conditions_.awards, each.form.value) &&
             each.occasion.value != candidate_.occasion.key() &&
             state_on(each, proposed_on_) == ProposalState::decided;
    });
  }

  void ask_matters() {
    for (const Matter& matter : candidate_.unit->matters) {
      const auto& kinds = conditions_.clear_of;
      if (matter.is_open_on(proposed_on_) &&
          std::find(kinds.begin(), kinds.end(), matter.kind.value) !=
              kinds.end()) {
        refuse(msg("{0} since {1}, not closed", Word{word(matter.kind.value)},
                   matter.from),
               msg("write the last day of it under `to`, once it is closed"),
               matter.span);
      }
    }
  }

  const Plan& plan_;
  const GoverningRules& governing_;
  Date proposed_on_;
  const AwardConditions& conditions_;
  Candidate& candidate_;
};

// What the rule set in force keeps from every award, unless the plan asked for
// the same.
void ask_law(const GoverningRules& governing, Date proposed_on,
             const std::vector<Matter::Kind>& asked, Candidate& candidate) {
  const RuleSet* set = governing.set;
  if (set == nullptr || !set->barred_by) {
    return;
  }
  const auto has = [](const std::vector<Matter::Kind>& kinds,
                      Matter::Kind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  for (const Matter& matter : candidate.unit->matters) {
    if (matter.is_open_on(proposed_on) &&
        has(set->barred_by->value, matter.kind.value) &&
        !has(asked, matter.kind.value)) {
      candidate.obstacles.push_back(
          {code::receiver_not_allowed,
           msg("{0} since {1}, not closed", Word{word(matter.kind.value)},
               matter.from),
           msg("write the last day of it under `to`, once it is closed"),
           set->barred_by->ground.article.empty()
               ? set->name
               : set->barred_by->ground.article,
           {},
           matter.span,
           {}});
      candidate.obstacles.back().by_law = true;
      candidate.obstacles.back().assumed = set->barred_by->ground.assumed;
      candidate.caveats.assumed |= set->barred_by->ground.assumed;
    }
  }
}

}  // namespace

void ask_conditions(const Plan& plan, const GoverningRules& governing,
                    Date proposed_on, Candidate& candidate) {
  const auto& conditions = candidate.form->conditions
                               ? candidate.form->conditions
                               : plan.awards.conditions;
  if (conditions) {
    ConditionAsker(plan, governing, proposed_on, *conditions, candidate).ask();
  }
  ask_law(governing, proposed_on,
          conditions ? conditions->clear_of : std::vector<Matter::Kind>{},
          candidate);
}

}  // namespace thidua
