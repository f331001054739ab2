// The plan beside the plans above it: what is left to them, and where it says
// otherwise than they do.
#include <algorithm>

#include "base/text.hpp"
#include "rules/delegation.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

constexpr std::array<Section, 5> all_sections{
    Section::criteria, Section::score_tables, Section::forms,
    Section::standards, Section::occasions};

std::vector<std::string_view> numbers_of(const PlanSheet& sheet) {
  std::vector<std::string_view> numbers;
  for (const DocumentReference& parent : sheet.parents) {
    if (parent.number.has_value()) {
      numbers.push_back(parent.number.value);
    }
  }
  return numbers;
}

constexpr const char* no_parent =
    N_("no parent of the plan has the number `{0}`");

void check_chain(const CheckRun& run) {
  for (const DocumentReference& parent : run.plan.sheet.parents) {
    if (parent.through) {
      expect_known(run, code::unknown_parent, *parent.through,
                   numbers_of(run.plan.sheet), no_parent);
    }
  }
}

void check_delegates(const CheckRun& run) {
  const PlanSheet& sheet = run.plan.sheet;
  for (const Delegation& delegation : sheet.delegates) {
    if (parent_of(sheet, delegation) != nullptr) {
      continue;
    }
    if (delegation.to) {
      expect_known(run, code::unknown_parent, *delegation.to, numbers_of(sheet),
                   no_parent);
    } else {
      run.add(code::unknown_parent, delegation.span,
              msg("it is not said to which of the {0} plans above",
                  sheet.parents.size()),
              msg("add `to:` with the number of a parent"), delegation.source);
    }
  }
  for (const Section section : all_sections) {
    const auto left = not_held(run.plan, section);
    if (left && left->to != nullptr) {
      run.add(code::section_not_held, left->delegation->span,
              why_not_held(*left, section),
              msg("nothing is made up in their place"),
              left->delegation->source);
    }
  }
}

bool is_stricter(const Measure& above, const Measure& below) {
  const auto* high = std::get_if<Exact>(&above.threshold);
  const auto* low = std::get_if<Exact>(&below.threshold);
  if (high == nullptr || low == nullptr) {
    return false;
  }
  const bool upward =
      above.op == Comparison::greater || above.op == Comparison::at_least;
  if (*high == *low) {
    return (above.op == Comparison::greater &&
            below.op == Comparison::at_least) ||
           (above.op == Comparison::less && below.op == Comparison::at_most);
  }
  return upward ? *low < *high : *high < *low;
}

// Do both measure the same way, so that their thresholds can be compared?
bool are_alike(const Measure& a, const Measure& b) {
  const auto upward = [](Comparison op) {
    return op == Comparison::greater || op == Comparison::at_least;
  };
  const bool same_change =
      a.of.change.has_value() == b.of.change.has_value() &&
      (!a.of.change || (a.of.change->direction == b.of.change->direction &&
                        a.of.change->per_year == b.of.change->per_year));
  return same_change && a.of.unit == b.of.unit &&
         upward(a.op) == upward(b.op) && a.op != Comparison::equal &&
         b.op != Comparison::equal;
}

// One plan above, as the plan's own folder knows it.
class ParentCheck {
 public:
  ParentCheck(const CheckRun& run, const ParentPlan& parent)
      : run_(run),
        parent_(parent),
        reference_(run.plan.sheet.parents[parent.reference]) {}

  void run() {
    if (!parent_.has_sheet) {
      run_.add(code::parent_folder_missing, reference_.folder->span,
               msg("there is no plan.yaml that can be read in `{0}`",
                   parent_.folder),
               msg("put the folder of `{0}` there, or correct the way",
                   name_of(reference_)),
               reference_.source);
      return;
    }
    check_number();
    check_period();
    for (const Target& target : run_.plan.sheet.targets) {
      if (target.carries) {
        check_target(target);
      }
    }
    for (const Duty& duty : run_.plan.sheet.duties) {
      if (duty.carries) {
        check_duty(duty);
      }
    }
    for (const AwardForm& form : run_.plan.awards.forms) {
      check_form(form);
    }
  }

 private:
  [[nodiscard]] std::string above() const { return name_of(reference_); }

  void check_number() {
    const Fact<std::string>& held = parent_.sheet.document.number;
    if (held.has_value() && reference_.number.has_value() &&
        held.value != reference_.number.value) {
      run_.add(code::parent_is_another, reference_.folder->span,
               msg("the folder holds `{0}`, and the parent is `{1}`",
                   held.value, reference_.number.value),
               msg("correct `folder`, or the number in one of the two"),
               reference_.source);
    }
  }

  void check_period() {
    const Period& own = run_.plan.sheet.period;
    const Period& held = parent_.sheet.period;
    if (!held.contains(own)) {
      run_.add(code::outside_parent_period, run_.plan.sheet.span,
               msg("the plan runs {0}, that of `{1}` {2}", own.to_string(),
                   above(), held.to_string()),
               msg("check `period` in both plans"), reference_.source);
    }
  }

  void check_target(const Target& target) {
    const auto& theirs = parent_.sheet.targets;
    const auto at =
        std::find_if(theirs.begin(), theirs.end(), [&](const Target& each) {
          return each.id.value == target.carries->value;
        });
    if (at == theirs.end() || !are_alike(at->measure, target.measure)) {
      return;
    }
    if (is_stricter(at->measure, target.measure)) {
      run_.add(code::weaker_target, target.measure.span,
               msg("`{0}` asks for less than `{1}` of `{2}`", target.id.value,
                   at->id.value, above()),
               msg("there it stands at {0}",
                   place_in_words(run_.plan, at->measure.span)),
               target.origin.source);
    } else if (at->by_year < target.by_year) {
      run_.add(
          code::weaker_target, target.id.span,
          msg("`{0}` is due by {1}, `{2}` of `{3}` by {4}", target.id.value,
              target.by_year, at->id.value, above(), at->by_year),
          msg("there it stands at {0}", place_in_words(run_.plan, at->id.span)),
          target.origin.source);
    }
  }

  void check_duty(const Duty& duty) {
    const auto& theirs = parent_.sheet.duties;
    const auto at = std::find_if(
        theirs.begin(), theirs.end(),
        [&](const Duty& each) { return each.id.value == duty.carries->value; });
    if (at == theirs.end()) {
      return;
    }
    const int year = std::max(duty.due.first.year, at->due.first.year);
    const auto own = duty.due.last_day_in(year);
    const auto last = at->due.last_day_in(year);
    if (own && last && *last < *own) {
      run_.add(
          code::later_deadline, duty.id.span,
          msg("the last day of `{0}` is {1}, that of `{2}` of `{3}` is "
              "{4}",
              duty.id.value, *own, at->id.value, above(), *last),
          msg("there it stands at {0}", place_in_words(run_.plan, at->id.span)),
          duty.source);
    }
  }

  [[nodiscard]] const AwardForm* same_form(const AwardForm& form) const {
    const auto& theirs = parent_.awards.forms;
    const auto at =
        std::find_if(theirs.begin(), theirs.end(), [&](const AwardForm& each) {
          return each.id.value == form.id.value ||
                 folded(each.name) == folded(form.name);
        });
    return at == theirs.end() ? nullptr : &*at;
  }

  void check_form(const AwardForm& form) {
    const AwardForm* theirs = same_form(form);
    if (theirs == nullptr) {
      return;
    }
    for (const At<std::string>& occasion : form.allowed) {
      const bool refused = names(theirs->refused, occasion.value);
      const bool left_out =
          !theirs->allowed.empty() && !names(theirs->allowed, occasion.value);
      if (refused || left_out) {
        run_.add(code::forbidden_above, occasion.span,
                 refused
                     ? msg("`{0}` refuses `{1}` on the occasion `{2}`", above(),
                           theirs->name, occasion.value)
                     : msg("`{0}` provides for `{1}` on other occasions than "
                           "`{2}`",
                           above(), theirs->name, occasion.value),
                 msg("there it stands at {0}",
                     place_in_words(run_.plan, theirs->id.span)),
                 form.origin.source);
      }
    }
  }

  const CheckRun& run_;
  const ParentPlan& parent_;
  const DocumentReference& reference_;
};

template <class List>
void add_ids_of(const List& list, std::vector<std::string_view>& ids) {
  for (const std::string_view id : ids_of(list)) {
    ids.push_back(id);
  }
}

// Every `carries` names something in one of the plans above that are held.
void check_carried(const CheckRun& run) {
  std::vector<std::string_view> targets;
  std::vector<std::string_view> duties;
  bool held = false;
  for (const ParentPlan& parent : run.plan.parents) {
    held = held || (parent.has_sheet && !parent.child);
    if (!parent.child) {
      add_ids_of(parent.sheet.targets, targets);
      add_ids_of(parent.sheet.duties, duties);
    }
  }
  if (!held) {
    return;
  }
  for (const Target& target : run.plan.sheet.targets) {
    if (target.carries) {
      expect_known(run, code::nothing_to_carry, *target.carries, targets,
                   N_("no plan above has a target `{0}`"));
    }
  }
  for (const Duty& duty : run.plan.sheet.duties) {
    if (duty.carries) {
      expect_known(run, code::nothing_to_carry, *duty.carries, duties,
                   N_("no plan above has a duty `{0}`"));
    }
  }
}

}  // namespace

void check_parents(const CheckRun& run) {
  check_chain(run);
  check_delegates(run);
  for (const ParentPlan& parent : run.plan.parents) {
    if (!parent.child) {
      ParentCheck(run, parent).run();
    }
  }
  check_carried(run);
}

}  // namespace thidua
