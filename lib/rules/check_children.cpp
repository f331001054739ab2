// The plan folders below, as plan.yaml names them.  What is in them is theirs
// to check.
#include <algorithm>

#include "rules/references.hpp"

namespace thidua {
namespace {

void check_folder(const CheckRun& run, const ChildFolder& folder) {
  using State = ChildFolder::State;
  const std::string& section = run.plan.sheet.children[folder.group].source;
  switch (folder.state) {
    case State::there:
      return;
    case State::missing:
      return run.add(code::child_folder_missing, folder.named,
                     msg("there is no folder `{0}`", folder.path),
                     msg("put it there, or correct the way"), section);
    case State::no_match:
      return run.add(code::no_folder_fits, folder.named,
                     msg("no folder fits `{0}`", folder.path),
                     msg("check the way, and that you may list it"), section);
    case State::own:
      return run.add(
          code::child_is_itself, folder.named,
          msg("`{0}` is the folder of this plan itself", folder.path),
          msg("take it out"), section);
    case State::again:
      return run.add(
          code::child_named_twice, folder.named,
          msg("the folder `{0}` is named a second time", folder.path),
          msg("take one of the two out"), section);
    case State::beyond:
      return run.add(
          code::too_many_children, folder.named,
          msg("`children` leads to more than {0} folders", most_children),
          msg("use a narrower pattern"), section);
  }
}

void check_groups(const CheckRun& run) {
  const auto kinds = ids_of(run.plan.sheet.kinds);
  UnitReferences units(run);
  for (const ChildGroup& group : run.plan.sheet.children) {
    expect_known(run, code::unknown_kind, group.kind, kinds, no_kind);
    if (group.unit) {
      units.expect(*group.unit);
    }
  }
}

void check_target(const CheckRun& run, const At<std::string>& kind) {
  const auto& groups = run.plan.sheet.children;
  const auto kinds = ids_of(run.plan.sheet.kinds);
  const bool known =
      expect_known(run, code::unknown_kind, kind, kinds, no_kind);
  const bool named = std::any_of(
      groups.begin(), groups.end(),
      [&](const ChildGroup& group) { return group.kind.value == kind.value; });
  if (known && !named) {
    run.add(code::no_children_of_kind, kind.span,
            msg("`children` names no folders of the kind `{0}`", kind.value),
            msg("add them to `children`, or write `sum_over: {0}` for the "
                "figures in this folder",
                kind.value));
  }
}

}  // namespace

void check_children(const CheckRun& run) {
  check_groups(run);
  for (const Target& target : run.plan.sheet.targets) {
    if (target.sum_over_children) {
      check_target(run, *target.sum_over_children);
    }
  }
  for (const ChildFolder& folder : run.plan.children) {
    check_folder(run, folder);
  }
}

}  // namespace thidua
