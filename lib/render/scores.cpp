#include "render/scores.hpp"

#include "base/text.hpp"
#include "render/diagnostics.hpp"
#include "render/table.hpp"

namespace thidua::render {
namespace {

std::string heading(const Ranking& ranking, const Period& period,
                    const ScoreView& view) {
  const std::size_t units = ranking.ranked.size() + ranking.missing.size();
  if (ranking.table == nullptr) {
    return say(
        msg("{0} · {1} ({2} {2:unit|units}) · no score table, nobody is ranked",
            period.to_string(), title_of(ranking), units),
        view.language);
  }
  return say(
      ranking.table->origin.assumed
          ? msg("{0} · {1} ({2} {2:unit|units}) · score table “{3}” (assumed)",
                period.to_string(), title_of(ranking), units,
                ranking.table->name)
          : msg("{0} · {1} ({2} {2:unit|units}) · score table “{3}”",
                period.to_string(), title_of(ranking), units,
                ranking.table->name),
      view.language);
}

std::string missing_lines(const Ranking& ranking, const ScoreView& view) {
  Table table({Align::left, Align::left, Align::left});
  for (const RankedUnit& unit : ranking.missing) {
    table.row({"–", unit.score.unit->name.value,
               missing_text(unit.score, view.language)});
  }
  return table.to_text(1);
}

std::string ranked_lines(const Ranking& ranking, const ScoreView& view) {
  Table table({Align::right, Align::left, Align::right, Align::left});
  table.head({"#", say("Unit", view.language), say("Points", view.language),
              say("Note", view.language)});
  for (const RankedUnit& unit : ranking.ranked) {
    table.row({std::to_string(unit.place) + (unit.tied ? "=" : " "),
               unit.score.unit->name.value,
               number(*unit.score.total, view.language),
               note_of(unit, view.language)});
  }
  return table.to_text();
}

// Without a table: what is met and what is not.
std::string unranked_lines(const Ranking& ranking, const ScoreView& view) {
  Table table({Align::left, Align::right, Align::right, Align::right});
  table.head({say("Unit", view.language), say("Met", view.language),
              say("Not met", view.language),
              say("Not applicable", view.language)});
  for (const RankedUnit& unit : ranking.ranked) {
    const VerdictCounts& counts = unit.score.counts;
    table.row({unit.score.unit->name.value, std::to_string(counts.met),
               std::to_string(counts.not_met),
               std::to_string(counts.not_applicable)});
  }
  return table.to_text(1);
}

std::string points_text(const CriterionScore& score, const ScoreView& view) {
  if (!score.max || score.judgement.verdict == Verdict::not_applicable) {
    return {};
  }
  return fmt::format(
      "{} / {}",
      score.points ? number(*score.points, view.language) : std::string("–"),
      number(*score.max, view.language));
}

std::string step_lines(const Steps& steps, const ScoreView& view) {
  Table table({Align::left, Align::left});
  for (const Step& step : steps) {
    table.row(
        {say(step.text, view.language), place(view.plan.sources, step.where)});
  }
  return table.to_text(4);
}

std::string explained(const CriterionScore& score, const ScoreView& view) {
  const Judgement& judgement = score.judgement;
  std::string text = fmt::format(
      "{}  {}\n    {}: {}{}{}\n", score.id(), score.text(),
      say(msg("section {0}", score.source()), view.language),
      say(word(judgement.verdict), view.language),
      score.max && judgement.verdict != Verdict::not_applicable ? "  " : "",
      points_text(score, view));
  if (!judgement.reason.empty()) {
    text += fmt::format("    {}\n", say(judgement.reason, view.language));
  }
  return text + step_lines(judgement.steps, view);
}

}  // namespace

std::string title_of(const Ranking& ranking) {
  return ranking.cluster != nullptr ? ranking.cluster->name
                                    : ranking.kind->name;
}

std::string open_criteria(const UnitScore& score) {
  std::string ids;
  for (const CriterionScore& each : score.criteria) {
    const Verdict verdict = each.judgement.verdict;
    if (verdict == Verdict::not_judged || verdict == Verdict::cannot_judge) {
      ids += (ids.empty() ? "" : ", ") + each.id();
    }
  }
  return ids;
}

std::string note_of(const RankedUnit& unit, Language language) {
  std::string note;
  const VerdictCounts& counts = unit.score.counts;
  if (counts.not_met > 0) {
    note = say(msg("{0} not met", counts.not_met), language);
  }
  if (counts.not_applicable > 0) {
    note += (note.empty() ? "" : "; ") +
            say(msg("{0} not applicable", counts.not_applicable), language);
  }
  if (unit.tied) {
    note += (note.empty() ? "" : "; ") +
            say("equal points, no rule to part them", language);
  }
  return note;
}

std::string missing_text(const UnitScore& score, Language language) {
  if (score.set == nullptr) {
    return say("its kind has no criteria", language);
  }
  if (score.counts.open() == 0) {
    return say("the score table gives it no points", language);
  }
  if (score.counts.open() == static_cast<int>(score.criteria.size())) {
    return say(msg("all {0} {0:criterion|criteria} without an answer",
                   score.criteria.size()),
               language);
  }
  return say(
      msg("{0} of {1} {1:criterion|criteria} without an answer: {2}",
          score.counts.open(), score.criteria.size(), open_criteria(score)),
      language);
}

std::string to_text(const Ranking& ranking, const Period& period,
                    const ScoreView& view) {
  std::string text = heading(ranking, period, view) + "\n";
  text += missing_lines(ranking, view);
  if (!ranking.ranked.empty()) {
    text += ranking.table == nullptr ? unranked_lines(ranking, view)
                                     : ranked_lines(ranking, view);
  }
  return text;
}

std::string explanation(const UnitScore& score, const ScoreView& view) {
  std::string text = fmt::format(
      "{} · {} · {}\n", score.unit->name.value, score.period.to_string(),
      score.total
          ? say(msg("{0} {0:point|points}", *score.total), view.language)
      : score.complete() ? say("no points: no score table", view.language)
                         : missing_text(score, view.language));
  for (const CriterionScore& each : score.criteria) {
    text += explained(each, view);
  }
  return text;
}

}  // namespace thidua::render
