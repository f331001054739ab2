// scores/: marks against the criteria of the unit.
#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <vector>

#include "rules/references.hpp"

namespace thidua {
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
    before_.clear();
    for (const StageMarks& stage : card.stages) {
      check_stage(stage);
      sort_marks(stage);
      expect_marked_once();
      for (const Mark& mark : stage.marks) {
        if (set_ != nullptr) {
          check_mark(mark);
        }
        check_evidence(mark);
        check_reason(mark);
      }
      remember_marks();
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

  // Marks by criterion, then in the order of the file.
  void sort_marks(const StageMarks& stage) {
    here_.clear();
    for (const Mark& mark : stage.marks) {
      here_.push_back(&mark);
    }
    std::sort(here_.begin(), here_.end(), [](const Mark* a, const Mark* b) {
      const int order = a->criterion.value.compare(b->criterion.value);
      return order != 0 ? order < 0
                        : a->criterion.span.offset < b->criterion.span.offset;
    });
  }

  void expect_marked_once() const {
    const Mark* first = nullptr;
    for (const Mark* mark : here_) {
      const At<std::string>& id = mark->criterion;
      if (first == nullptr || first->criterion.value != id.value) {
        first = mark;
        continue;
      }
      run_.add(code::criterion_marked_twice, id.span,
               msg("the criterion `{0}` is already marked at {1}", id.value,
                   place_in_words(run_.plan, first->criterion.span)),
               msg("delete one of the two marks"));
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

  static bool comes_before(const Mark* a, const Mark* b) {
    return a->criterion.value < b->criterion.value;
  }

  // What later stages compare with: the last mark of each criterion.
  void remember_marks() {
    merged_.clear();
    std::set_union(here_.begin(), here_.end(), before_.begin(), before_.end(),
                   std::back_inserter(merged_), comes_before);
    before_.swap(merged_);
  }

  // A stage that changes what the one before it marked says why.
  void check_reason(const Mark& mark) const {
    const auto at =
        std::lower_bound(before_.begin(), before_.end(), &mark, comes_before);
    const Mark* before =
        at != before_.end() && !comes_before(&mark, *at) ? *at : nullptr;
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
  // Of one card, sorted by criterion; kept for their memory.
  std::vector<const Mark*> here_;    // this stage
  std::vector<const Mark*> before_;  // the stages before it
  std::vector<const Mark*> merged_;
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

}  // namespace thidua
