#include "gathering.hpp"

#include "folder/children.hpp"

namespace thidua::cmd {
namespace {

GatheredChild sum_up(const folder::LoadedChild& loaded,
                     const ChildQuestion& question) {
  if (!loaded) {
    return {std::nullopt, ChildFault{loaded.error().what, {}}};
  }
  auto summary = summarize(**loaded, question);
  return summary ? GatheredChild{std::move(*summary), std::nullopt}
                 : GatheredChild{std::nullopt, summary.error()};
}

}  // namespace

std::vector<GatheredChild> gather_children(const World& world, int year) {
  const Plan& plan = world.plan();
  std::vector<GatheredChild> gathered(plan.children.size());
  // Each thread writes into places of its own.
  world.load_children([&](std::size_t i, folder::LoadedChild loaded) {
    gathered[i] = sum_up(
        loaded, {world.today(), year, asked_kind(plan, plan.children[i])});
  });
  return gathered;
}

ExitStatus conclude_gathering(World& world, const RollUp& all,
                              ExitStatus status) {
  const std::size_t faulty = all.faulty();
  if (faulty == 0) {
    return status;
  }
  world.complain(fmt::format(
      "thidua: {}\n",
      world.say(
          msg("{0} {0:folder|folders} below cannot be read or {0:has|have} "
              "errors; the report names them",
              faulty))));
  return status == ExitStatus::ok ? ExitStatus::findings : status;
}

}  // namespace thidua::cmd
