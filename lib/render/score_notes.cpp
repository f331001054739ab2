// What is said of a unit or a quota beside places and points.
#include <algorithm>
#include <unordered_set>

#include "render/scores.hpp"

namespace thidua::render {
namespace {

constexpr std::size_t most_names = 10;

template <class List, class Name>
std::string joined(const List& list, Name name) {
  std::string text;
  for (const auto& each : list) {
    append(text, std::string(name(each)), ", ");
  }
  return text;
}

std::string gate_names(const std::vector<const Gate*>& gates) {
  return joined(gates, [](const Gate* gate) { return gate->name; });
}

std::string group_name(const KindTable& table, std::string_view id) {
  for (const ScoreGroup& group : table.groups) {
    if (group.id.value == id) {
      return group.name;
    }
  }
  return std::string(id);
}

std::string key_name(const TieKey& key, const KindTable& table,
                     const ScoreView& view) {
  switch (key.by) {
    case TieKey::By::criterion:
      return say(msg("criterion {0}", key.id.value), view.language);
    case TieKey::By::group:
      return group_name(table, key.id.value);
    case TieKey::By::bonus:
      return say("bonus points", view.language);
    case TieKey::By::deductions:
      return say("deducted points", view.language);
    case TieKey::By::indicator:
      break;
  }
  const Indicator* indicator = view.plan.indicator(key.id.value);
  return indicator == nullptr ? key.id.value : indicator->name;
}

std::string tie_note(const RankedUnit& unit, const ScoreView& view) {
  const KindTable* table = unit.score.kind_table;
  if (unit.tied) {
    return table == nullptr || table->ranking.ties.empty()
               ? say("equal points, no rule to part them", view.language)
               : say("equal points, and no rule of the table parts them",
                     view.language);
  }
  return unit.parted_by == nullptr
             ? std::string()
             : say(msg("equal points, parted by: {0}",
                       key_name(*unit.parted_by, *table, view)),
                   view.language);
}

std::string class_note(const RankedUnit& unit, const ScoreView& view) {
  if (!unit.classed) {
    return {};
  }
  std::string note;
  if (unit.classed->because != nullptr) {
    append(note, unit.classed->because->name);
  }
  std::vector<const Gate*> failed = unit.classed->failed;
  std::erase_if(failed, [](const Gate* gate) {
    return gate->otherwise == Effect::no_nomination;  // said by itself
  });
  if (!failed.empty()) {
    append(note, say(msg("fails: {0}", gate_names(failed)), view.language));
  }
  if (!unit.classed->unknown.empty()) {
    append(note,
           say(msg("not known yet: {0}", gate_names(unit.classed->unknown)),
               view.language));
  }
  return note;
}

// The quotas themselves stand below the list.
std::string quota_note(const RankedUnit& unit, const ScoreView& view) {
  std::vector<const QuotaResult*> stopped;
  std::vector<const QuotaResult*> outside;
  for (const SharedQuota& lost : unit.lost) {
    (lost->has_stopped() ? stopped : outside).push_back(lost.get());
  }
  const auto name = [](const QuotaResult* result) {
    return result->quota->name;
  };
  std::string note;
  if (!outside.empty()) {
    append(note,
           say(msg("outside: {0}", joined(outside, name)), view.language));
  }
  if (!stopped.empty()) {
    append(note, say(msg("stopped at a tie: {0}", joined(stopped, name)),
                     view.language));
  }
  return note;
}

std::string nomination_note(const RankedUnit& unit, const ScoreView& view) {
  const auto bars = unit.bars();
  return bars.empty() ? std::string()
                      : say(msg("may not be proposed for an award: {0}",
                                joined(bars,
                                       [](const NominationBar& bar) {
                                         return bar.rule;
                                       })),
                            view.language);
}

// Whom a quota is for, where that is not the list itself.
std::string scope_text(const QuotaResult& result, const Ranking& ranking,
                       const ScoreView& view) {
  if (result.parent != nullptr) {
    return say(msg("below {0}", result.parent->name.value), view.language);
  }
  if (result.cluster != ranking.cluster && result.cluster != nullptr) {
    return result.cluster->name;
  }
  return result.quota->within == Quota::Within::table
             ? say("the whole table", view.language)
             : std::string();
}

std::string size_text(const QuotaResult& result, const ScoreView& view) {
  std::string text =
      result.allowed
          ? say(msg("{0} {0:place|places}", *result.allowed), view.language)
          : say("it is not known how many places", view.language);
  std::string how;
  append(how, say(result.size, view.language), ", ");
  append(how,
         result.inside == 0
             ? std::string()
             : say(msg("{0} taken up by a quota inside", result.inside),
                   view.language),
         ", ");
  return how.empty() ? text : fmt::format("{} ({})", text, how);
}

std::string unit_names(const std::vector<const Unit*>& units,
                       const ScoreView& view) {
  const std::size_t shown = std::min(units.size(), most_names);
  std::string text = joined(
      std::vector<const Unit*>(
          units.begin(), units.begin() + static_cast<std::ptrdiff_t>(shown)),
      [](const Unit* unit) { return unit->name.value; });
  if (shown < units.size()) {
    append(text, say(msg("and {0} more", units.size() - shown), view.language),
           " ");
  }
  return text;
}

std::string quota_text(const QuotaResult& result, const Ranking& ranking,
                       const std::vector<const Unit*>& winners,
                       const ScoreView& view) {
  std::string title = result.quota->name;
  const std::string scope = scope_text(result, ranking, view);
  if (!scope.empty()) {
    title += fmt::format(" ({})", scope);
  }
  std::string text = fmt::format("{}: {}", title, size_text(result, view));
  if (!winners.empty()) {
    append(text,
           say(msg("inside: {0}", unit_names(winners, view)), view.language));
  }
  if (result.has_stopped()) {
    append(text, say(msg("it stops: nothing parts {0}; somebody has to decide",
                         unit_names(result.stopped, view)),
                     view.language));
  }
  return text;
}

}  // namespace

std::string title_of(const Ranking& ranking) {
  if (ranking.cluster != nullptr) {
    return ranking.cluster->name;
  }
  std::string names = ranking.kind->name;
  for (const UnitKind* kind : ranking.other_kinds) {
    names += "; " + kind->name;
  }
  return names;
}

std::string open_criteria(const UnitScore& score) {
  std::string ids;
  for (const CriterionScore& each : score.criteria) {
    const Verdict verdict = each.judgement.verdict;
    if (verdict == Verdict::not_judged || verdict == Verdict::cannot_judge) {
      append(ids, each.id(), ", ");
    }
  }
  return ids;
}

std::string note_of(const RankedUnit& unit, const ScoreView& view) {
  std::string note;
  const VerdictCounts& counts = unit.score.counts;
  if (counts.open() > 0) {
    append(note, missing_text(unit.score, view.language));
  }
  if (counts.not_met > 0) {
    append(note, say(msg("{0} not met", counts.not_met), view.language));
  }
  if (counts.not_applicable > 0) {
    append(note, say(msg("{0} not applicable", counts.not_applicable),
                     view.language));
  }
  append(note, tie_note(unit, view));
  append(note, class_note(unit, view));
  append(note, quota_note(unit, view));
  append(note, nomination_note(unit, view));
  return note;
}

std::string class_text(const RankedUnit& unit, Language language) {
  if (!unit.classed) {
    return {};
  }
  switch (unit.classed->state) {
    case ClassResult::State::known:
      return unit.classed->level->name;
    case ClassResult::State::none:
      return say("no class", language);
    case ClassResult::State::not_classed:
      return say("not classed", language);
    case ClassResult::State::open:
      break;
  }
  return say("class not known yet", language);
}

namespace {

std::string missing_periods(const UnitScore& score, Language language) {
  const auto without = [](const PeriodTotal& one) { return !one.total; };
  std::vector<PeriodTotal> open;
  std::copy_if(score.periods.begin(), score.periods.end(),
               std::back_inserter(open), without);
  return say(msg("{0} of {1} {1:period|periods} without a total: {2}",
                 open.size(), score.periods.size(),
                 joined(open,
                        [](const PeriodTotal& one) {
                          return one.period.to_string();
                        })),
             language);
}

// Bonus and deductions whose input is missing.
std::string missing_adjustments(const UnitScore& score, Language language) {
  std::string text;
  for (const auto* list : {&score.bonuses, &score.deductions}) {
    for (const AdjustmentScore& one : *list) {
      if (!one.points) {
        append(text, fmt::format("{}: {}", one.item->name,
                                 say(one.reason, language)));
      }
    }
  }
  return text;
}

}  // namespace

std::string missing_text(const UnitScore& score, Language language) {
  if (score.set == nullptr && score.kind_table == nullptr) {
    return say("its kind has no criteria", language);
  }
  if (score.counts.open() == 0) {
    const std::string adjustments = missing_adjustments(score, language);
    return adjustments.empty()
               ? say("the score table gives it no points", language)
               : adjustments;
  }
  if (!score.periods.empty()) {
    return missing_periods(score, language);
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

std::vector<std::string> quota_texts(const Ranking& ranking,
                                     const ScoreView& view) {
  std::unordered_set<const Unit*> here;
  for (const RankedUnit& unit : ranking.ranked) {
    here.insert(unit.score.unit);
  }
  std::vector<std::string> texts;
  for (const SharedQuota& result : ranking.quotas) {
    std::vector<const Unit*> winners = result->winners;
    std::erase_if(winners,
                  [&](const Unit* unit) { return !here.contains(unit); });
    texts.push_back(quota_text(*result, ranking, winners, view));
  }
  return texts;
}

}  // namespace thidua::render
