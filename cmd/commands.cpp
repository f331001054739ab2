#include <array>

#include "command.hpp"

namespace thidua::cmd {

// One file per subcommand, named after it.
Run setup_check(Syntax& syntax, const Words& words);
Run setup_explain(Syntax& syntax, const Words& words);
Run setup_list(Syntax& syntax, const Words& words);
Run setup_show(Syntax& syntax, const Words& words);
Run setup_remind(Syntax& syntax, const Words& words);
Run setup_status(Syntax& syntax, const Words& words);
Run setup_score(Syntax& syntax, const Words& words);
Run setup_propose_award(Syntax& syntax, const Words& words);
Run setup_council(Syntax& syntax, const Words& words);
Run setup_compare(Syntax& syntax, const Words& words);
Run setup_init_plan(Syntax& syntax, const Words& words);
Run setup_add_unit(Syntax& syntax, const Words& words);
Run setup_record(Syntax& syntax, const Words& words);
Run setup_receive(Syntax& syntax, const Words& words);
Run setup_report(Syntax& syntax, const Words& words);
Run setup_document(Syntax& syntax, const Words& words);

std::span<const Command> all_commands() {
  static constexpr auto commands = std::to_array<Command>({
      {"check", N_("read every record and say what is wrong"), Needs::folder,
       setup_check},
      {"explain", N_("say what a diagnostic code means and how to mend it"),
       Needs::nothing, setup_explain},
      {"list",
       N_("list units, criteria, awards, duties, targets, scores, "
          "proposals, successions or rule sets"),
       Needs::plan, setup_list},
      {"show", N_("show one unit, criterion, award form, duty, target …"),
       Needs::plan, setup_show},
      {"status", N_("show every duty of every unit, and who is not scored"),
       Needs::plan, setup_status},
      {"remind",
       N_("remind of what is due, on the screen or by mail, for cron"),
       Needs::plan, setup_remind},
      {"score",
       N_("judge the criteria, add up the points and rank; give marks"),
       Needs::itself, setup_score},
      {"propose-award", N_("say who may be proposed for which award; propose"),
       Needs::itself, setup_propose_award},
      {"council",
       N_("list what a council votes on, and take its votes from a sheet"),
       Needs::itself, setup_council},
      {"report",
       N_("print the content of an annual, preliminary or final "
          "report"),
       Needs::plan, setup_report},
      {"document",
       N_("write a document for signing: letters, minutes, decisions"),
       Needs::plan, setup_document},
      {"compare", N_("set plans side by side"), Needs::nothing, setup_compare},
      {"init-plan",
       N_("begin a plan folder, from a template or from another plan"),
       Needs::nothing, setup_init_plan},
      {"add-unit", N_("enrol a unit"), Needs::itself, setup_add_unit},
      {"record", N_("record figures, assigned targets or what a unit did"),
       Needs::itself, setup_record},
      {"receive", N_("record that a report has come in"), Needs::itself,
       setup_receive},
  });
  return commands;
}

}  // namespace thidua::cmd
