// units/: kinds, classes, and the units above.
#include <algorithm>

#include "rules/references.hpp"

namespace thidua {
namespace {

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

// What is assumed is recorded all the same, and `check` lists it.
void check_assumed(const CheckRun& run, const Unit& unit) {
  for (const At<std::string>& key : unit.assumed) {
    const bool recorded = unit.attribute(key.value) != nullptr ||
                          (key.value == "subkind" && unit.subkind.has_value());
    if (recorded) {
      run.add(code::assumed_rule, key.span,
              msg("assumed, not stated by anybody: `{0}` of `{1}`", key.value,
                  unit.id),
              msg("take it out of `assumed` once a document says so"));
    } else {
      run.add(code::missing_key, key.span,
              msg("`{0}` is assumed, and the record does not say what it is",
                  key.value),
              msg("write its value under `attributes`, or as `subkind`"));
    }
  }
}

}  // namespace

void check_units(const CheckRun& run) {
  for (const Unit& unit : run.plan.units) {
    check_unit(run, unit);
    check_assumed(run, unit);
    const std::string_view parent = unit.parent();
    if (!parent.empty() && run.plan.unit(parent) == nullptr &&
        !has_file(run.plan, fmt::format("units/{}.yaml", parent))) {
      run.add(code::unknown_unit, unit.name.span,
              msg("the unit above this one, `{0}`, has no record", parent),
              msg("add units/{0}.yaml, or move this file", parent));
    }
  }
}

}  // namespace thidua
