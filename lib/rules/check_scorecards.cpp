// scores/: marks against what may be marked of the unit in the period.
#include <algorithm>
#include <map>
#include <unordered_set>
#include <vector>

#include "base/parallel.hpp"
#include "rules/markables.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

const StageMarks* stage_of(const Scorecard& card, std::string_view id) {
  const auto at = std::find_if(
      card.stages.begin(), card.stages.end(),
      [&](const StageMarks& stage) { return stage.stage.value == id; });
  return at == card.stages.end() ? nullptr : &*at;
}

// Marks of one scorecard against the criteria of its unit's kind.
class ScorecardCheck {
 public:
  ScorecardCheck(const CheckRun& run,
                 const std::unordered_set<std::string_view>& evidence)
      : run_(run), evidence_(evidence) {}

  void check(const Scorecard& card, const Unit& unit) {
    look_up(unit, card.period.value);
    slots_.assign(list_->size(), {});
    others_.clear();
    check_order(card);
    for (const StageMarks& stage : card.stages) {
      check_stage(stage);
      for (const Mark& mark : stage.marks) {
        const std::size_t index = index_of(mark.criterion.value);
        if (index < slots_.size()) {
          check_mark((*list_)[index], mark);
          compare(slots_[index], stage, mark);
        } else {
          report_criterion(mark.criterion);
          compare(others_[mark.criterion.value], stage, mark);
        }
        check_evidence(mark);
      }
    }
  }

 private:
  void check_stage(const StageMarks& stage) {
    note_future(run_, stage.date.value, stage.date.span);
    if (run_.plan.sheet.stages && !is_known_stage(stage.stage.value)) {
      expect_known(run_, code::unknown_stage, stage.stage,
                   ids_of(run_.plan.sheet.stages->order),
                   N_("the plan declares no stage `{0}`"));
    }
  }

  // The stages of a card by their dates, in the order of the plan.
  void check_order(const Scorecard& card) const {
    if (!run_.plan.sheet.stages) {
      return;
    }
    const StageMarks* last = nullptr;
    for (const NamedId& each : run_.plan.sheet.stages->order) {
      const StageMarks* stage = stage_of(card, each.id.value);
      if (stage == nullptr || !stage->date.span.known()) {
        continue;
      }
      if (last != nullptr && stage->date.value < last->date.value) {
        report_order(*last, *stage);
      } else {
        last = stage;
      }
    }
  }

  void report_order(const StageMarks& before, const StageMarks& stage) const {
    run_.add(code::stages_out_of_order, stage.date.span,
             msg("the stage `{0}` is dated {1}, before the stage `{2}` of {3}",
                 stage.stage.value, stage.date.value, before.stage.value,
                 before.date.value),
             msg("correct the date that is wrong"),
             run_.plan.sheet.stages->origin.source);
  }

  [[nodiscard]] bool is_known_stage(std::string_view id) const {
    const auto& order = run_.plan.sheet.stages->order;
    return std::any_of(order.begin(), order.end(),
                       [&](const NamedId& one) { return one.id.value == id; });
  }

  // What a card has said of a criterion so far.
  struct Slot {
    const Mark* last = nullptr;
    const StageMarks* stage = nullptr;
    bool several = false;  // scorers of that stage
  };

  // What may be marked: the same for all units of a kind in a period.
  void look_up(const Unit& unit, const Period& period) {
    static const std::vector<Markable> nothing;
    const UnitKind* kind = run_.plan.kind(unit.kind.value);
    if (kind == kind_ && kind != nullptr && period == period_) {
      return;
    }
    kind_ = kind;
    period_ = period;
    list_ = &nothing;
    if (kind != nullptr) {
      const auto [at, is_new] = lists_.try_emplace({kind, period});
      if (is_new) {
        at->second = markables(run_.plan, *kind, period, run_.today);
      }
      list_ = &at->second;
    }
  }

  // Of a criterion of the set, or its size.  Marks mostly come in the order of
  // the criteria, so the search goes on where the last one ended.
  [[nodiscard]] std::size_t index_of(std::string_view id) {
    const std::size_t count = slots_.size();
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t index = (next_ + step) % count;
      if ((*list_)[index].id == id) {
        next_ = index + 1;
        return index;
      }
    }
    return count;
  }

  // A criterion is marked once in a stage, and a stage that changes what the
  // one before it marked says why.
  void compare(Slot& slot, const StageMarks& stage, const Mark& mark) const {
    const At<std::string>& id = mark.criterion;
    if (!mark.remarks->recused.empty()) {
      return;
    }
    if (slot.stage == &stage) {
      run_.add(code::criterion_marked_twice, id.span,
               msg("the criterion `{0}` is already marked at {1}", id.value,
                   place_in_words(run_.plan, slot.last->criterion.span)),
               msg("delete one of the two marks"));
      return;
    }
    const bool same_stage =
        slot.stage != nullptr && slot.stage->stage.value == stage.stage.value;
    if (slot.last != nullptr && !same_stage && !slot.several &&
        mark.remarks->reason.empty() && differ(*slot.last, mark)) {
      run_.add(code::changed_without_reason, mark.span,
               msg("the mark of `{0}` differs from the stage before without a "
                   "reason",
                   id.value),
               msg("add `reason:`"));
    }
    slot = {&mark, &stage, same_stage};
  }

  void report_criterion(const At<std::string>& id) const {
    if (list_->empty()) {
      return;
    }
    const CriteriaSet* set =
        kind_ == nullptr ? nullptr : run_.plan.criteria_of(*kind_);
    for (const CriteriaSet& other : run_.plan.criteria_sets) {
      for (const Criterion& criterion : other.criteria) {
        if (criterion.id.value == id.value && set != nullptr) {
          run_.add(code::mark_of_other_kind, id.span,
                   msg("`{0}` is a criterion of the set `{1}`, not of `{2}`",
                       id.value, other.id, set->id),
                   msg("mark the criteria of the unit's own kind"),
                   criterion.source);
          return;
        }
      }
    }
    std::vector<std::string_view> known;
    for (const Markable& each : *list_) {
      known.push_back(each.id);
    }
    expect_known(run_, code::unknown_criterion, id, known,
                 N_("there is no criterion `{0}`"));
  }

  void check_mark(const Markable& markable, const Mark& mark) const {
    if (!mark.grade && !mark.done && !mark.number) {
      return;  // does not apply, stands aside, or could not be read
    }
    using How = Markable::How;
    switch (markable.how) {
      case How::none:
        refuse_mark(
            markable, mark, code::mark_on_measured,
            msg("`{0}` is judged from figures, not by a mark", markable.id),
            msg("record the figures and the assigned target instead"));
        return;
      case How::grade:
        check_grade(markable, mark);
        return;
      case How::level:
        check_level(markable, mark);
        return;
      case How::done:
        check_done(markable, mark);
        return;
      case How::number:
        check_number(markable, mark);
        return;
    }
  }

  void refuse_mark(const Markable& markable, const Mark& mark, Code code,
                   Message what, Message hint) const {
    run_.add(code, mark.span, std::move(what), std::move(hint),
             std::string(markable.source));
  }

  void check_grade(const Markable& markable, const Mark& mark) const {
    if (mark.grade) {
      if (run_.plan.grade(mark.grade->value) == nullptr) {
        report_grade(*mark.grade);
      }
      return;
    }
    refuse_mark(
        markable, mark, code::mark_does_not_fit,
        mark.done ? msg("`{0}` is graded, and this is a yes or no", markable.id)
                  : msg("`{0}` is graded, and this is a number", markable.id),
        msg("write `grade:` with a grade of the scale"));
  }

  void check_level(const Markable& markable, const Mark& mark) const {
    const auto& levels = std::get<ChoiceRule>(*markable.item->rule).levels;
    if (!mark.grade) {
      refuse_mark(markable, mark, code::mark_does_not_fit,
                  msg("`{0}` has levels, and this is none", markable.id),
                  msg("write `grade:` with one of its levels"));
      return;
    }
    const bool known = std::any_of(
        levels.begin(), levels.end(), [&](const ChoiceLevel& level) {
          return level.id.value == mark.grade->value ||
                 level.name == mark.grade->value;
        });
    if (!known) {
      run_.add(code::unknown_grade, mark.grade->span,
               msg("`{0}` has no level `{1}`", markable.id, mark.grade->value),
               suggestion(mark.grade->value, ids_of(levels)));
    }
  }

  void check_done(const Markable& markable, const Mark& mark) const {
    if (!mark.done) {
      refuse_mark(
          markable, mark, code::mark_does_not_fit,
          mark.grade
              ? msg("`{0}` is a yes or no, and this is a grade", markable.id)
              : msg("`{0}` is a yes or no, and this is a number", markable.id),
          msg("write `done: true` or `done: false`"));
    }
  }

  void check_number(const Markable& markable, const Mark& mark) const {
    if (!mark.number) {
      refuse_mark(markable, mark, code::mark_does_not_fit,
                  msg("`{0}` takes a number", markable.id),
                  msg("write `number:`"));
      return;
    }
    const Bounds bounds = bounds_of(markable);
    const Exact& number = *mark.number;
    if ((bounds.least && number < *bounds.least) ||
        (bounds.most && *bounds.most < number)) {
      refuse_mark(
          markable, mark, code::mark_does_not_fit,
          msg("the mark of `{0}` lies outside {1} to {2}", markable.id,
              bounds.least.value_or(Exact{0}), bounds.most.value_or(number)),
          msg("correct the number"));
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
    for (const At<std::string>& path : mark.remarks->evidence) {
      const std::string full = "evidence/" + path.value;
      if (!evidence_.contains(path.value) && !evidence_.contains(full)) {
        run_.add(code::missing_evidence, path.span,
                 msg("there is no evidence file `{0}`", path.value),
                 msg("put it under evidence/, or correct the path"));
      }
    }
  }

  [[nodiscard]] bool differ(const Mark& a, const Mark& b) const {
    return !same_grade(a, b) || a.done != b.done ||
           a.not_applicable != b.not_applicable || *a.number != *b.number;
  }

  [[nodiscard]] bool same_grade(const Mark& a, const Mark& b) const {
    if (a.grade && b.grade) {
      return a.grade->value == b.grade->value ||
             run_.plan.grade(a.grade->value) == run_.plan.grade(b.grade->value);
    }
    return a.grade.has_value() == b.grade.has_value();
  }

  const CheckRun& run_;
  const std::unordered_set<std::string_view>& evidence_;
  const UnitKind* kind_ = nullptr;
  Period period_;
  const std::vector<Markable>* list_ = nullptr;
  std::map<std::pair<const UnitKind*, Period>, std::vector<Markable>> lists_;
  std::vector<Slot> slots_;                  // of what may be marked
  std::map<std::string_view, Slot> others_;  // of any other
  std::size_t next_ = 0;
};

struct CardOfUnit {
  const Scorecard* card;
  const Unit* unit;
};

// The cards whose units are there.
std::vector<CardOfUnit> known_cards(const CheckRun& run) {
  UnitReferences units(run);
  std::vector<CardOfUnit> cards;
  cards.reserve(run.plan.scorecards.size());
  for (const Scorecard& card : run.plan.scorecards) {
    expect_in_period(run, card.period.value, card.period.span);
    if (const Unit* unit = units.expect(card.unit)) {
      expect_enrolled(run, *unit, card.period.value, card.period.span);
      cards.push_back({&card, unit});
    }
  }
  return cards;
}

}  // namespace

// A folder holds more marks than anything else: all processors share them.
void check_scorecards(const CheckRun& run) {
  const std::unordered_set<std::string_view> evidence(
      run.plan.other_files.begin(), run.plan.other_files.end());
  const std::vector<CardOfUnit> cards = known_cards(run);
  std::vector<Diagnostics> found(thread_count(0, cards.size()));
  Chunks chunks(cards.size());
  on_threads(static_cast<unsigned>(found.size()), [&](unsigned thread) {
    const CheckRun part{run.plan, run.today, found[thread]};
    ScorecardCheck check(part, evidence);
    chunks.take([&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        check.check(*cards[i].card, *cards[i].unit);
      }
    });
  });
  for (Diagnostics& each : found) {
    run.found.add(std::move(each));
  }
}

}  // namespace thidua
