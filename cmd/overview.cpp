// thidua alone: what is to be done next.
// The rules are in lib/rules/todo.hpp; the page is man/thidua.1.
#include "command.hpp"
#include "render/outline.hpp"
#include "rules/absences.hpp"
#include "rules/todo.hpp"

namespace thidua::cmd {

ExitStatus run_overview(World& world) {
  const Plan& plan = world.plan();
  world.print(world.say(msg("{0} · {1} · today {2}", plan.sheet.document.type,
                            plan.sheet.issuer.name, world.today())) +
              "\n");
  for (const Message& sentence : absence_sentences(plan.sheet)) {
    world.print(render::wrapped("", world.say(sentence)));
  }
  const auto list = todo_list(plan, world.findings(), world.today());
  if (list.empty()) {
    world.print(world.say("Nothing is due.") + "\n");
    return world.conclude(ExitStatus::ok);
  }
  world.print(world.say("To do next") + "\n");
  for (const Todo& todo : list) {
    world.print(render::wrapped(
        "  ",
        fmt::format("{}: {}", world.say(todo.lead), world.say(todo.text))));
    world.print(fmt::format("      → {}\n", todo.command));
  }
  return world.conclude(ExitStatus::ok);
}

}  // namespace thidua::cmd
