// figures/: counts that can be, of periods that count.
#include <algorithm>

#include "rules/references.hpp"

namespace thidua {
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
    if (const Unit* unit = units.expect(figures.unit)) {
      expect_not_ended(run, *unit, figures.period.value, figures.period.span);
    }
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

}  // namespace thidua
