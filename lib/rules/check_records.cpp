// units/, figures/, results/, filings/, scores/, proposals/: facts against the
// rules and the time of the plan.
#include <algorithm>
#include <unordered_set>

#include "rules/awards.hpp"
#include "rules/duties.hpp"
#include "rules/judging.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

constexpr const char* no_duty = N_("the plan declares no duty `{0}`");

void check_class(const CheckRun& run, const Unit& unit, const UnitKind& kind) {
  if (!unit.subject_class) {
    if (kind.classes.size() > 1) {
      run.add(
          code::missing_key, unit.kind.span,
          msg("units of the kind `{0}` must say their class", kind.id.value),
          msg("add `class: collective`, `household` or `individual`"));
    }
    return;
  }
  if (std::find(kind.classes.begin(), kind.classes.end(),
                unit.subject_class->value) == kind.classes.end()) {
    run.add(code::not_a_choice, unit.subject_class->span,
            msg("the kind `{0}` has no such class", kind.id.value),
            msg("write one that plan.yaml gives the kind, or leave it out"));
  }
}

void check_unit(const CheckRun& run, const Unit& unit) {
  const UnitKind* kind = run.plan.kind(unit.kind.value);
  if (kind == nullptr) {
    expect_known(run, code::unknown_kind, unit.kind,
                 ids_of(run.plan.sheet.kinds),
                 N_("the plan declares no kind of unit `{0}`"));
    return;
  }
  check_class(run, unit, *kind);
  if (unit.subkind) {
    expect_known(run, code::unknown_subkind, *unit.subkind,
                 ids_of(kind->subkinds), N_("the kind has no subkind `{0}`"));
  }
}

}  // namespace

void check_units(const CheckRun& run) {
  for (const Unit& unit : run.plan.units) {
    check_unit(run, unit);
    const std::string_view parent = unit.parent();
    if (!parent.empty() && run.plan.unit(parent) == nullptr &&
        !has_file(run.plan, fmt::format("units/{}.yaml", parent))) {
      run.add(code::unknown_unit, unit.name.span,
              msg("the unit above this one, `{0}`, has no record", parent),
              msg("add units/{0}.yaml, or move this file", parent));
    }
  }
}

namespace {

// One count: every value is known and possible, no part above its whole.
void check_entry(const CheckRun& run, const FigureEntry& entry) {
  for (const FigureValue& value : entry.values) {
    const FigureKind* figure = run.plan.figure_kind(value.figure.value);
    if (figure == nullptr) {
      expect_known(run, code::unknown_figure, value.figure,
                   ids_of(run.plan.sheet.figures),
                   N_("the plan declares no figure `{0}`"));
      continue;
    }
    if (value.value.value < Exact{0}) {
      run.add(code::figure_impossible, value.value.span,
              msg("`{0}` cannot be less than 0", value.figure.value),
              msg("correct the figure, or take it out: absent is not zero"));
    }
    const auto whole = std::find_if(
        entry.values.begin(), entry.values.end(), [&](const FigureValue& v) {
          return figure->part_of && v.figure.value == figure->part_of->value;
        });
    if (whole != entry.values.end() && whole->value.value < value.value.value) {
      run.add(code::figure_impossible, value.value.span,
              msg("`{0}` ({1}) is more than `{2}` ({3}), of which it is a part",
                  value.figure.value, value.value.value, whole->figure.value,
                  whole->value.value),
              msg("correct one of the two"));
    }
  }
}

void check_figure_period(const CheckRun& run, const Figures& figures) {
  const PlanSheet& sheet = run.plan.sheet;
  const bool baseline = std::any_of(
      sheet.baselines.begin(), sheet.baselines.end(),
      [&](const At<Period>& each) { return *each == *figures.period; });
  if (!baseline && !sheet.period.contains(figures.period.value)) {
    run.add(code::figure_outside_period, figures.period.span,
            msg("`{0}` is neither in the plan's period {1} nor one of its "
                "baselines",
                figures.period->to_string(), sheet.period.to_string()),
            msg("correct the period, or declare it under `baselines` in "
                "plan.yaml"));
  }
}

}  // namespace

void check_figures(const CheckRun& run) {
  UnitReferences units(run);
  for (const Figures& figures : run.plan.figures) {
    units.expect(figures.unit);
    check_figure_period(run, figures);
    for (const FigureEntry& entry : figures.entries) {
      check_entry(run, entry);
      note_future(run, entry.as_of, entry.span);
    }
    for (const AssignedTarget& target : figures.assigned) {
      if (run.plan.assignment(target.assignment.value) == nullptr) {
        expect_known(run, code::unknown_assignment, target.assignment,
                     ids_of(run.plan.sheet.assignments),
                     N_("the plan declares no assigned target `{0}`"));
      }
    }
  }
}

namespace {

void check_filing(const CheckRun& run, const Filings& filings,
                  const Filing& filing) {
  const Duty* duty = run.plan.duty(filing.duty.value);
  if (duty == nullptr) {
    expect_known(run, code::unknown_duty, filing.duty,
                 ids_of(run.plan.sheet.duties), no_duty);
    return;
  }
  if (!falls_due_in(*duty, filings.year.value)) {
    run.add(
        code::duty_not_in_year, filing.duty.span,
        msg("the duty `{0}` is not owed in {1}", duty->id.value,
            filings.year.value),
        msg("it is owed from {0} to {1}", duty->due.first.year, duty->due.last),
        duty->source);
  }
  note_future(run, filing.date.value, filing.date.span);
}

}  // namespace

void check_results_and_filings(const CheckRun& run) {
  UnitReferences units(run);
  for (const Results& results : run.plan.results) {
    const Period year = Period::year(results.year.value);
    expect_in_period(run, year, results.year.span);
    if (const Unit* unit = units.expect(results.unit)) {
      expect_enrolled(run, *unit, year, results.year.span);
    }
  }
  for (const Filings& filings : run.plan.filings) {
    expect_in_period(run, Period::year(filings.year.value), filings.year.span);
    if (filings.by_body) {
      expect_known(run, code::unknown_body, filings.owner,
                   ids_of(run.plan.sheet.bodies),
                   N_("the plan declares no body `{0}`"));
    } else {
      units.expect(filings.owner);
    }
    for (const Filing& filing : filings.filings) {
      check_filing(run, filings, filing);
    }
  }
}

namespace {

// Marks of one scorecard against the criteria of its unit's kind.
class ScorecardCheck {
 public:
  ScorecardCheck(const CheckRun& run,
                 const std::unordered_set<std::string_view>& evidence)
      : run_(run), evidence_(evidence) {}

  void check(const Scorecard& card, const Unit& unit) {
    const UnitKind* kind = run_.plan.kind(unit.kind.value);
    set_ = kind == nullptr ? nullptr : run_.plan.criteria_of(*kind);
    for (const StageMarks& stage : card.stages) {
      check_stage(stage);
      for (const Mark& mark : stage.marks) {
        if (set_ != nullptr) {
          check_mark(mark);
        }
        check_evidence(mark);
        check_reason(card, stage, mark);
      }
    }
  }

 private:
  void check_stage(const StageMarks& stage) {
    note_future(run_, stage.date.value, stage.date.span);
    if (run_.plan.sheet.stages) {
      expect_known(run_, code::unknown_stage, stage.stage,
                   ids_of(run_.plan.sheet.stages->order),
                   N_("the plan declares no stage `{0}`"));
    }
  }

  [[nodiscard]] const Criterion* find(const At<std::string>& id) const {
    for (const Criterion& criterion : set_->criteria) {
      if (criterion.id.value == id.value) {
        return &criterion;
      }
    }
    for (const CriteriaSet& other : run_.plan.criteria_sets) {
      for (const Criterion& criterion : other.criteria) {
        if (criterion.id.value == id.value) {
          run_.add(code::mark_of_other_kind, id.span,
                   msg("`{0}` is a criterion of the set `{1}`, not of `{2}`",
                       id.value, other.id, set_->id),
                   msg("mark the criteria of the unit's own kind"),
                   criterion.source);
          return nullptr;
        }
      }
    }
    expect_known(run_, code::unknown_criterion, id, ids_of(set_->criteria),
                 N_("there is no criterion `{0}`"));
    return nullptr;
  }

  void check_mark(const Mark& mark) {
    const Criterion* criterion = find(mark.criterion);
    if (criterion == nullptr || mark.not_applicable) {
      return;
    }
    const bool has_mark = mark.grade.has_value() || mark.done.has_value();
    if (criterion->judged == Judged::measured && has_mark) {
      run_.add(code::mark_on_measured, mark.span,
               msg("`{0}` is judged from figures, not by a mark",
                   criterion->id.value),
               msg("record the figures and the assigned target instead"),
               criterion->source);
    } else if (criterion->judged == Judged::graded && mark.done) {
      run_.add(
          code::mark_does_not_fit, mark.span,
          msg("`{0}` is graded, and this is a yes or no", criterion->id.value),
          msg("write `grade:` with a grade of the scale"), criterion->source);
    } else if (criterion->judged == Judged::yes_no && mark.grade) {
      run_.add(
          code::mark_does_not_fit, mark.span,
          msg("`{0}` is a yes or no, and this is a grade", criterion->id.value),
          msg("write `done: true` or `done: false`"), criterion->source);
    } else if (mark.grade && run_.plan.grade(mark.grade->value) == nullptr) {
      report_grade(*mark.grade);
    }
  }

  void report_grade(const At<std::string>& grade) const {
    std::vector<std::string_view> names;
    if (run_.plan.sheet.grades) {
      for (const Grade& each : run_.plan.sheet.grades->levels) {
        names.push_back(each.name);
      }
    }
    run_.add(code::unknown_grade, grade.span,
             msg("the plan's scale has no grade `{0}`", grade.value),
             suggestion(grade.value, names));
  }

  void check_evidence(const Mark& mark) const {
    for (const At<std::string>& path : mark.evidence) {
      const std::string full = "evidence/" + path.value;
      if (!evidence_.contains(path.value) && !evidence_.contains(full)) {
        run_.add(code::missing_evidence, path.span,
                 msg("there is no evidence file `{0}`", path.value),
                 msg("put it under evidence/, or correct the path"));
      }
    }
  }

  // A stage that changes what the one before it marked says why.
  void check_reason(const Scorecard& card, const StageMarks& stage,
                    const Mark& mark) const {
    const Mark* before = nullptr;
    for (const StageMarks& earlier : card.stages) {
      if (&earlier == &stage) {
        break;
      }
      for (const Mark& other : earlier.marks) {
        before =
            other.criterion.value == mark.criterion.value ? &other : before;
      }
    }
    if (before != nullptr && mark.reason.empty() && differ(*before, mark)) {
      run_.add(code::changed_without_reason, mark.span,
               msg("the mark of `{0}` differs from the stage before without a "
                   "reason",
                   mark.criterion.value),
               msg("add `reason:`"));
    }
  }

  [[nodiscard]] bool differ(const Mark& a, const Mark& b) const {
    const Grade* first = a.grade ? run_.plan.grade(a.grade->value) : nullptr;
    const Grade* second = b.grade ? run_.plan.grade(b.grade->value) : nullptr;
    return first != second || a.done != b.done ||
           a.not_applicable != b.not_applicable;
  }

  const CheckRun& run_;
  const std::unordered_set<std::string_view>& evidence_;
  const CriteriaSet* set_ = nullptr;
};

}  // namespace

void check_scorecards(const CheckRun& run) {
  const std::unordered_set<std::string_view> evidence(
      run.plan.other_files.begin(), run.plan.other_files.end());
  UnitReferences units(run);
  ScorecardCheck check(run, evidence);
  for (const Scorecard& card : run.plan.scorecards) {
    expect_in_period(run, card.period.value, card.period.span);
    if (const Unit* unit = units.expect(card.unit)) {
      expect_enrolled(run, *unit, card.period.value, card.period.span);
      check.check(card, *unit);
    }
  }
}

namespace {

void check_receiver(const CheckRun& run, const Proposal& proposal,
                    const AwardForm& form, const Unit& unit) {
  const bool readable =
      !form.receivers.empty() && run.plan.kind(unit.kind.value) != nullptr;
  if (readable && !may_receive(run.plan, form, unit)) {
    run.add(code::receiver_not_allowed, proposal.form.span,
            msg("`{0}` is not given to units of the kind `{1}`", form.name,
                unit.kind.value),
            msg("`thidua list awards` shows who may receive each form"),
            form.origin.source);
  }
}

void check_proposed_form(const CheckRun& run, const Proposal& proposal,
                         const AwardForm& form, const Occasion& occasion) {
  switch (stance_of(form, occasion)) {
    case Stance::allowed:
      return;
    case Stance::refused:
      run.add(code::form_refused, proposal.form.span,
              msg("`{0}` is not given on the occasion `{1}`", form.name,
                  proposal.occasion.value),
              msg("`thidua list awards` shows the occasions of each form"),
              form.origin.source);
      return;
    case Stance::not_stated:
      run.add(code::form_not_stated, proposal.form.span,
              msg("the plan does not state whether `{0}` is given on `{1}`",
                  form.name, proposal.occasion.value),
              msg("only the plan was asked, not the law"), form.origin.source);
      return;
  }
}

void check_occasion(const CheckRun& run, const Proposal& proposal,
                    const AwardForm* form) {
  const std::string& key = proposal.occasion.value;
  const auto date = find_occasion(run.plan, key);
  if (date && date->key() == key) {
    if (form != nullptr) {
      check_proposed_form(run, proposal, *form, *date->occasion);
    }
    return;
  }
  const std::string word = key.substr(0, key.rfind('-'));
  const bool wrong_year = run.plan.occasion(word) != nullptr;
  run.add(wrong_year ? code::occasion_not_in_year : code::unknown_occasion,
          proposal.occasion.span,
          wrong_year ? msg("the occasion `{0}` is not held in that year: `{1}`",
                           word, key)
                     : msg("the plan declares no occasion `{0}`", key),
          occasion_suggestion(run.plan, key));
}

}  // namespace

void check_proposals(const CheckRun& run) {
  UnitReferences units(run);
  for (const Proposal& proposal : run.plan.proposals) {
    const Unit* unit = units.expect(proposal.unit);
    const AwardForm* form = run.plan.form(proposal.form.value);
    if (form == nullptr) {
      expect_form(run, proposal.form);
    } else if (unit != nullptr) {
      check_receiver(run, proposal, *form, *unit);
    }
    check_occasion(run, proposal, form);
    note_future(run, proposal.proposed_on.value, proposal.proposed_on.span);
  }
}

}  // namespace thidua
