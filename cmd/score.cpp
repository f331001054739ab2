// thidua score: judge the criteria, add up the points, rank; or give marks.
// The rules are in lib/rules/scoring, ranking; the page is man/thidua-score.1.
#include "arguments.hpp"
#include "change/freezing.hpp"
#include "document/file_names.hpp"
#include "document/ranking_tables.hpp"
#include "marking.hpp"
#include "material.hpp"
#include "render/scores.hpp"
#include "render/sheet.hpp"
#include "rules/delegation.hpp"
#include "tables.hpp"
#include "trying.hpp"
#include "writing.hpp"

namespace thidua::cmd {
namespace {

enum class ScoreFormat { text, json, xlsx, csv, docx, pdf };

TableFormat table_format(ScoreFormat format) {
  return format == ScoreFormat::xlsx  ? TableFormat::xlsx
         : format == ScoreFormat::csv ? TableFormat::csv
                                      : TableFormat::none;
}

struct ScoreOptions {
  std::string period;
  std::string kind;
  std::string cluster;
  std::string unit;
  bool explain = false;
  ScoreFormat format = ScoreFormat::text;
  TableOptions tables;
  SaveOptions saving;
  bool sheet = false;
  std::vector<std::string> what_if;
  std::string freeze;
  MarkOptions marking;

  [[nodiscard]] bool is_signed() const {
    return format == ScoreFormat::docx || format == ScoreFormat::pdf;
  }
};

struct RankingQuestion {
  Period period;
  RankingFilter filter;
};

Result<RankingQuestion> read_question(const ScoreOptions& options,
                                      const World& world) {
  const Plan& plan = world.plan();
  RankingQuestion question;
  const auto period = find_period(plan, options.period, world.today());
  if (!period) {
    return period.error();
  }
  question.period = *period;
  if (!options.kind.empty()) {
    const auto kind = find_kind(plan, options.kind);
    if (!kind) {
      return kind.error();
    }
    question.filter.kind = (*kind)->id.value;
  }
  if (!options.cluster.empty()) {
    const auto cluster = find_cluster(plan, options.cluster);
    if (!cluster) {
      return cluster.error();
    }
    question.filter.cluster = (*cluster)->id.value;
  }
  if (!options.unit.empty()) {
    const auto unit = find_unit(plan, options.unit);
    if (!unit) {
      return unit.error();
    }
    question.filter.unit = (*unit)->id;
  }
  return question;
}

void print_text(World& world, const std::vector<Ranking>& lists,
                const RankingQuestion& question, bool explain) {
  const render::ScoreView view{world.plan(), world.language()};
  Caveats caveats;
  std::string text;
  for (const Ranking& list : lists) {
    caveats |= list.caveats;
    text += text.empty() ? "" : "\n";
    text += render::to_text(list, question.period, view);
    for (const auto* units : {&list.missing, &list.ranked}) {
      for (const RankedUnit& unit : *units) {
        text += explain ? "\n" + render::explanation(unit, view) : "";
      }
    }
  }
  world.print(text.empty() ? world.say(msg("nobody takes part in {0}",
                                           question.period.to_string())) +
                                 "\n"
                           : world.shown_to_all(std::move(text)));
  world.print(render::caveat_lines(caveats, world.language()));
}

void print_json(World& world, const std::vector<Ranking>& lists,
                const RankingQuestion& question, bool explain) {
  const render::ScoreView view{world.plan(), world.language()};
  render::Json json;
  json["period"] = question.period.to_string();
  json["lists"] = render::Json::array();
  for (const Ranking& list : lists) {
    json["lists"].push_back(render::to_json(list, view, explain));
  }
  world.print(world.shown_to_all(render::dump(json)));
}

std::optional<Failure> put_lists(World& world,
                                 const std::vector<Ranking>& lists,
                                 const RankingQuestion& question,
                                 const ScoreOptions& options) {
  Caveats caveats;
  for (const Ranking& list : lists) {
    caveats |= list.caveats;
  }
  const std::string period = question.period.to_string();
  const bool one_unit = question.filter.unit.has_value();
  return put_tables(
      world,
      {document::score_tables(lists, question.period, one_unit,
                              {world.plan(), world.language()}),
       world.say(msg("Ranking {0}", period)),
       one_unit
           ? document::file_name("PCD", period, *question.filter.unit, "xlsx")
           : document::file_name("BTH", period, "xep-hang", "xlsx"),
       caveats},
      table_format(options.format), options.tables, options.saving);
}

// The scorecard of the one unit, or the table of all.
ExitStatus write_scores(const ScoreOptions& options, World& world) {
  const auto job = document_job(
      world, options.unit.empty() ? "bang-tong-hop" : "phieu-cham-diem",
      {.year = options.period,
       .unit = options.unit,
       .kind = options.kind,
       .cluster = options.cluster},
      options.format == ScoreFormat::pdf ? PaperFormat::pdf
                                         : PaperFormat::docx);
  if (!job) {
    return world.fail(job.error());
  }
  const ExitStatus status = write_document(world, *job, options.saving);
  return status == ExitStatus::ok ? world.conclude(status) : status;
}

ExitStatus look(const ScoreOptions& options, World& world) {
  if (const auto status = load_plan(world)) {
    return *status;
  }
  if (options.saving.to_all) {
    if (const auto failure = world.hide_persons()) {
      return world.fail(*failure);
    }
  }
  const auto question = read_question(options, world);
  if (!question) {
    return world.fail(question.error());
  }
  if (const auto unheld = refuse_unheld(world.plan(), Section::criteria)) {
    return world.fail(*unheld);
  }
  if (options.is_signed()) {
    return write_scores(options, world);
  }
  const auto lists =
      rank(world.plan(), question->period, question->filter, world.today());
  if (table_format(options.format) != TableFormat::none) {
    if (const auto failure = put_lists(world, lists, *question, options)) {
      return world.fail(*failure);
    }
  } else if (options.format == ScoreFormat::json) {
    print_json(world, lists, *question, options.explain);
  } else {
    print_text(world, lists, *question, options.explain);
  }
  return world.conclude(ExitStatus::ok);
}

ExitStatus show_sheet(const ScoreOptions& options, World& world) {
  if (const auto status = load_plan(world)) {
    return *status;
  }
  const Plan& plan = world.plan();
  const auto unit = find_unit(plan, options.unit);
  const auto period = find_period(plan, options.period, world.today());
  if (!unit || !period) {
    return world.fail(unit ? period.error() : unit.error());
  }
  if (const auto unheld = refuse_unheld(plan, Section::criteria)) {
    return world.fail(*unheld);
  }
  const UnitScore score = score_unit(plan, **unit, *period, world.today());
  const UnitKind* kind = plan.kind((*unit)->kind.value);
  const auto list = kind == nullptr
                        ? std::vector<Markable>{}
                        : markables(plan, *kind, *period, world.today());
  world.print(
      render::sheet(score, list, world.today(), {plan, world.language()}));
  world.print(render::caveat_lines(score.caveats, world.language()));
  return world.conclude(ExitStatus::ok);
}

ExitStatus freeze_table(const ScoreOptions& options, World& world) {
  const auto day = find_day(options.marking.date);
  if (!day) {
    return world.fail(day.error());
  }
  return write(world, {}, options.marking.writing, [&](const Plan& plan) {
    return change::freeze(plan, options.freeze, options.marking.by,
                          day->value_or(world.today()));
  });
}

enum class Task { look, mark, sheet, try_out, freeze };

Task task_of(const ScoreOptions& options) {
  return !options.freeze.empty()        ? Task::freeze
         : !options.what_if.empty()     ? Task::try_out
         : options.sheet                ? Task::sheet
         : gives_marks(options.marking) ? Task::mark
                                        : Task::look;
}

int count_tasks(const ScoreOptions& options) {
  return static_cast<int>(!options.freeze.empty()) +
         static_cast<int>(!options.what_if.empty()) +
         static_cast<int>(options.sheet) +
         static_cast<int>(gives_marks(options.marking));
}

std::optional<Failure> check_unit(const ScoreOptions& options, Task task) {
  if (task == Task::look || (task == Task::freeze) == options.unit.empty()) {
    return std::nullopt;
  }
  if (task == Task::freeze) {
    return Failure{ExitStatus::usage,
                   msg("a score table is frozen, not a unit"),
                   msg("leave the unit out")};
  }
  return task == Task::mark
             ? Failure{ExitStatus::usage, msg("it is not said who is marked"),
                       msg("name the unit: thidua score UNIT --mark …")}
             : Failure{ExitStatus::usage,
                       msg("it is not said which unit is meant"),
                       msg("name the unit: thidua score UNIT …")};
}

std::optional<Failure> check_options(const ScoreOptions& options, Task task) {
  if (count_tasks(options) > 1) {
    return Failure{
        ExitStatus::usage,
        msg("--mark or --ask, --sheet, --what-if and --freeze are each a "
            "command of its own"),
        msg("keep one of them")};
  }
  if (auto failure = check_unit(options, task)) {
    return failure;
  }
  const TableFormat format = table_format(options.format);
  if (auto failure = check_table_options(options.tables, format)) {
    return failure;
  }
  if (format == TableFormat::none && !options.is_signed() &&
      (options.saving.force || !options.saving.to.empty())) {
    return Failure{ExitStatus::usage,
                   msg("--to and --force are for documents and tables"),
                   msg("add --format docx, pdf, xlsx or csv")};
  }
  if (options.marking.ask && !options.marking.marks.empty()) {
    return Failure{ExitStatus::usage,
                   msg("marks are given with --mark or asked for with --ask, "
                       "not both"),
                   msg("leave one of them out")};
  }
  const bool also_looks = !options.kind.empty() || !options.cluster.empty() ||
                          options.explain ||
                          options.format != ScoreFormat::text;
  if (task != Task::look && also_looks) {
    return Failure{ExitStatus::usage,
                   msg("giving marks and looking at scores are two commands"),
                   msg("leave --kind, --cluster, --explain and --format out")};
  }
  return task == Task::mark || task == Task::freeze
             ? std::nullopt
             : check_unmarked(options.marking);
}

ExitStatus run(const ScoreOptions& options, World& world) {
  const Task task = task_of(options);
  if (const auto failure = check_options(options, task)) {
    return world.fail(*failure);
  }
  switch (task) {
    case Task::mark:
      return give_marks(world, options.marking, options.unit, options.period);
    case Task::sheet:
      return show_sheet(options, world);
    case Task::try_out:
      return try_out(world, options.unit, options.period, options.what_if);
    case Task::freeze:
      return freeze_table(options, world);
    case Task::look:
      break;
  }
  return look(options, world);
}

}  // namespace

Run setup_score(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ScoreOptions>();
  syntax.argument(words("UNIT"), options->unit, words("only this unit"));
  syntax.option("--period", options->period, words("PERIOD"),
                words("year, half-year, quarter or month (else this year)"));
  syntax.option("--kind", options->kind, words("KIND"),
                words("only units of this kind"));
  syntax.option("--cluster", options->cluster, words("CLUSTER"),
                words("only units of this cluster"));
  syntax.flag("--explain", options->explain,
              words("show every step with the file and line it comes from"));
  syntax.choice<ScoreFormat>("--format", options->format,
                             words("form of the output"),
                             {{"text", ScoreFormat::text},
                              {"json", ScoreFormat::json},
                              {"xlsx", ScoreFormat::xlsx},
                              {"csv", ScoreFormat::csv},
                              {"docx", ScoreFormat::docx},
                              {"pdf", ScoreFormat::pdf}});
  add_table_options(syntax, words, options->tables);
  add_save_options(syntax, words, options->saving);
  syntax.flag("--sheet", options->sheet,
              words("show the scorecard of the unit, filled in as far as it "
                    "is"));
  syntax.options("--what-if", options->what_if, words("KEY=VALUE"),
                 words("show what a mark or figure would change; writes "
                       "nothing"));
  syntax.option("--freeze", options->freeze, words("TABLE"),
                words("write down the rules of a score table, so that no "
                      "change goes unseen"));
  add_mark_options(syntax, words, options->marking);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
