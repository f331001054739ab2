// thidua score: judge the criteria, add up the points, rank; or give marks.
// The rules are in lib/rules/scoring, ranking; the page is man/thidua-score.1.
#include "arguments.hpp"
#include "marking.hpp"
#include "render/scores.hpp"

namespace thidua::cmd {
namespace {

struct Options {
  std::string period;
  std::string kind;
  std::string cluster;
  std::string unit;
  bool explain = false;
  Format format = Format::text;
  MarkOptions marking;
};

struct Question {
  Period period;
  RankingFilter filter;
};

Result<Question> read_question(const Options& options, const World& world) {
  const Plan& plan = world.plan();
  Question question;
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
                const Question& question, bool explain) {
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
                           : text);
  world.print(render::caveat_lines(caveats, world.language()));
}

void print_json(World& world, const std::vector<Ranking>& lists,
                const Question& question, bool explain) {
  const render::ScoreView view{world.plan(), world.language()};
  render::Json json;
  json["period"] = question.period.to_string();
  json["lists"] = render::Json::array();
  for (const Ranking& list : lists) {
    json["lists"].push_back(render::to_json(list, view, explain));
  }
  world.print(render::dump(json));
}

ExitStatus look(const Options& options, World& world) {
  if (const auto status = load_plan(world)) {
    return *status;
  }
  const auto question = read_question(options, world);
  if (!question) {
    return world.fail(question.error());
  }
  const auto lists =
      rank(world.plan(), question->period, question->filter, world.today());
  if (options.format == Format::json) {
    print_json(world, lists, *question, options.explain);
  } else {
    print_text(world, lists, *question, options.explain);
  }
  return world.conclude(ExitStatus::ok);
}

std::optional<Failure> check_marked(const Options& options) {
  if (options.unit.empty()) {
    return Failure{ExitStatus::usage, msg("it is not said who is marked"),
                   msg("name the unit: thidua score UNIT --mark …")};
  }
  if (options.marking.ask && !options.marking.marks.empty()) {
    return Failure{ExitStatus::usage,
                   msg("marks are given with --mark or asked for with --ask, "
                       "not both"),
                   msg("leave one of them out")};
  }
  const bool also_looks = !options.kind.empty() || !options.cluster.empty() ||
                          options.explain || options.format != Format::text;
  if (also_looks) {
    return Failure{ExitStatus::usage,
                   msg("giving marks and looking at scores are two commands"),
                   msg("leave --kind, --cluster, --explain and --format out")};
  }
  return std::nullopt;
}

ExitStatus run(const Options& options, World& world) {
  const bool marks = gives_marks(options.marking);
  const auto failure =
      marks ? check_marked(options) : check_unmarked(options.marking);
  if (failure) {
    return world.fail(*failure);
  }
  return marks
             ? give_marks(world, options.marking, options.unit, options.period)
             : look(options, world);
}

}  // namespace

Run setup_score(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<Options>();
  syntax.argument(words("UNIT"), options->unit, words("only this unit"));
  syntax.option("--period", options->period, words("PERIOD"),
                words("year, half-year, quarter or month (else this year)"));
  syntax.option("--kind", options->kind, words("KIND"),
                words("only units of this kind"));
  syntax.option("--cluster", options->cluster, words("CLUSTER"),
                words("only units of this cluster"));
  syntax.flag("--explain", options->explain,
              words("show every step with the file and line it comes from"));
  add_format(syntax, words, options->format);
  add_mark_options(syntax, words, options->marking);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
