#include "render/status.hpp"

#include <algorithm>

#include "render/card_words.hpp"
#include "render/diagnostics.hpp"
#include "render/outline.hpp"
#include "render/successions.hpp"
#include "render/table.hpp"
#include "rules/absences.hpp"

namespace thidua::render {
namespace {

bool is_done(const DutyState& state) {
  return state.status == DutyStatus::done ||
         state.status == DutyStatus::done_late;
}

bool is_open(const DutyState& state) {
  return !is_done(state) && state.status != DutyStatus::unscheduled;
}

bool wanted(const StatusBoard& board, const DutyState& state) {
  return (board.unit.empty() || board.unit == state.owner) &&
         (!board.only_open || is_open(state));
}

const char* key_for(DutyStatus status) {
  switch (status) {
    case DutyStatus::done:
      return "done";
    case DutyStatus::done_late:
      return "done_late";
    case DutyStatus::due:
      return "due";
    case DutyStatus::overdue:
      return "overdue";
    case DutyStatus::open_undated:
      return "open_undated";
    case DutyStatus::unscheduled:
      break;
  }
  return "unscheduled";
}

std::string heading(const DutyBoard& duty, Language language) {
  const auto done =
      std::count_if(duty.states.begin(), duty.states.end(), is_done);
  return say(
      duty_title(duty.when, static_cast<std::size_t>(done), duty.states.size()),
      language);
}

// "built on `Báo cáo của xã`: 3 of 5 done; missing: Xã A, Xã B"
std::string ground_text(const Ground& ground, Language language) {
  const std::string& name = ground.when.duty->name;
  const std::size_t all = ground.done + ground.missing.size();
  if (ground.missing.empty()) {
    return say(msg("built on `{0}`: {1} of {2} done", name, ground.done, all),
               language);
  }
  std::string owners;
  for (const DutyState& state : ground.missing) {
    owners += owners.empty() ? "" : ", ";
    owners += owner_text(state, language);
  }
  return say(msg("built on `{0}`: {1} of {2} done; missing: {3}", name,
                 ground.done, all, owners),
             language);
}

// Why it came late; or that there is more time for it, and why.
std::string remark_text(const DutyState& state, Language language) {
  std::string text =
      state.filing == nullptr ? std::string() : state.filing->late_reason;
  if (state.extended != nullptr) {
    append(text, say(msg("more time through {0}: {1}",
                         state.extended->until.value, state.extended->reason),
                     language));
  }
  return text;
}

// The owners of one kind, which stand together; bodies are of none.
struct Tier {
  std::string_view kind;  // empty: bodies
  std::vector<const DutyState*> states;
};

std::vector<Tier> tiers_of(const DutyBoard& duty) {
  std::vector<Tier> tiers;
  for (const DutyState& state : duty.states) {
    const std::string_view kind =
        state.unit == nullptr ? std::string_view() : state.unit->kind.value;
    if (tiers.empty() || tiers.back().kind != kind) {
      tiers.push_back({kind, {}});
    }
    tiers.back().states.push_back(&state);
  }
  return tiers;
}

// How far the kind has come, and each of it that is wanted.
void add_tier(Table& table, const Tier& tier, const StatusBoard& board,
              const ScoreView& view) {
  bool is_named = tier.kind.empty();
  const auto done =
      std::count_if(tier.states.begin(), tier.states.end(),
                    [](const DutyState* each) { return is_done(*each); });
  for (const DutyState* state : tier.states) {
    if (!wanted(board, *state)) {
      continue;
    }
    if (!is_named) {
      table.row({kind_name(view.plan, tier.kind),
                 fmt::format("{}/{}", done, tier.states.size()), ""});
      is_named = true;
    }
    table.row(
        {(tier.kind.empty() ? "" : "  ") + owner_text(*state, view.language),
         state_text(*state, view.language),
         remark_text(*state, view.language)});
  }
}

std::string duty_text(const StatusBoard& board, const DutyBoard& duty,
                      const ScoreView& view) {
  Table table({Align::left, Align::left, Align::left});
  for (const Tier& tier : tiers_of(duty)) {
    add_tier(table, tier, board, view);
  }
  if (table.empty()) {
    return {};
  }
  std::string text = heading(duty, view.language) + "\n" + table.to_text(2);
  for (const Ground& ground : duty.grounds) {
    text += wrapped("  ", ground_text(ground, view.language));
  }
  return text;
}

bool is_unscored(const StatusBoard& board, const RankedUnit& unit) {
  return unit.score.counts.open() > 0 &&
         (board.unit.empty() || board.unit == unit.score.unit->id);
}

std::string unscored_text(const StatusBoard& board, const ScoreView& view) {
  Table table({Align::left, Align::left});
  for (const Ranking& ranking : board.rankings) {
    for (const auto* units : {&ranking.missing, &ranking.ranked}) {
      for (const RankedUnit& unit : *units) {
        if (is_unscored(board, unit)) {
          table.row(
              {unit.score.name(), missing_text(unit.score, view.language)});
        }
      }
    }
  }
  if (table.empty()) {
    return {};
  }
  return say(msg("Not scored for {0}", board.year), view.language) + "\n" +
         table.to_text(2);
}

// That the plan sets no duties, or none to report; empty where it does.
std::string no_duties_text(const ScoreView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  if (const auto sentence = absence_sentence(sheet, PlanPart::reporting)) {
    return say(*sentence, view.language);
  }
  return sheet.duties.empty()
             ? say("No duty is recorded in plan.yaml.", view.language)
             : std::string();
}

Caveats caveats_of(const StatusBoard& board, const Plan& plan) {
  Caveats caveats;
  for (const DutyBoard& duty : board.duties) {
    caveats.assumed |= duty.when.duty->due.first.assumed;
    for (const DutyState& state : duty.states) {
      if (state.unit != nullptr) {
        caveats |= thidua::caveats_of(plan, *state.unit);
      }
    }
  }
  for (const Ranking& ranking : board.rankings) {
    caveats |= ranking.caveats;
  }
  return caveats;
}

Json json_grounds(const DutyBoard& duty) {
  Json json = Json::array();
  for (const Ground& ground : duty.grounds) {
    Json missing = Json::array();
    for (const DutyState& state : ground.missing) {
      missing.push_back(state.owner);
    }
    json.push_back({{"duty", ground.when.duty->id.value},
                    {"done", ground.done},
                    {"missing", std::move(missing)}});
  }
  return json;
}

Json json_state(const DutyState& state, const ScoreView& view) {
  Json json;
  json["duty"] = state.when.duty->id.value;
  json["year"] = json_year(state.when);
  json["section"] = state.when.duty->source;
  json["last_day"] =
      state.when.last_day ? Json(to_iso(*state.when.last_day)) : Json(nullptr);
  json[state.unit != nullptr ? "unit" : "body"] = state.owner;
  json["name"] = state.owner_name;
  json["instead_of"] =
      state.instead_of.empty() ? Json() : Json(state.instead_of);
  json["heir_unclear"] = state.heir_unclear;
  json["extended"] = state.extended == nullptr
                         ? Json()
                         : Json{{"until", to_iso(state.extended->until.value)},
                                {"reason", state.extended->reason}};
  json["status"] = key_for(state.status);
  json["days"] = state.days;
  json["filed"] = state.filing != nullptr
                      ? Json(to_iso(state.filing->date.value))
                      : Json(nullptr);
  json["source"] = state.filing != nullptr
                       ? place(view.plan.sources, state.filing->span)
                       : "";
  return json;
}

}  // namespace

Message duty_title(const DutyDate& when, std::size_t done, std::size_t all) {
  const Duty& duty = *when.duty;
  if (duty.due.rhythm == Rhythm::not_stated) {
    return msg(
        "{0} {1} (section {2}; the plan does not say how often): {3} "
        "received",
        duty.name, when.year, duty.source, done);
  }
  if (!duty.due.has_years()) {
    return msg("{0} (section {1}; once, no day stated): {2} of {3} done",
               duty.name, duty.source, done, all);
  }
  return when.last_day
             ? msg("{0} {1} (section {2}; on time through {3}): {4} of {5} "
                   "done",
                   duty.name, when.year, duty.source, *when.last_day, done, all)
             : msg("{0} {1} (section {2}; no day stated): {3} of {4} done",
                   duty.name, when.year, duty.source, done, all);
}

Json json_year(const DutyDate& when) {
  const Due& due = when.duty->due;
  return due.rhythm == Rhythm::once && !due.has_years() ? Json()
                                                        : Json(when.year);
}

std::string state_text(const DutyState& state, Language language) {
  switch (state.status) {
    case DutyStatus::done:
      return say(msg("done {0}", state.filing->date.value), language);
    case DutyStatus::done_late:
      return say(msg("done {0}, {1} {1:day|days} late",
                     state.filing->date.value, state.days),
                 language);
    case DutyStatus::due:
      return say(msg("{0} {0:day|days} left", state.days), language);
    case DutyStatus::overdue:
      return say(msg("{0} {0:day|days} late", state.days), language);
    case DutyStatus::open_undated:
      return say("not done, no day stated", language);
    case DutyStatus::unscheduled:
      break;
  }
  return say("nothing received", language);
}

std::string to_text(const StatusBoard& board, const ScoreView& view) {
  std::string text;
  const auto add = [&](const std::string& part) {
    text += (text.empty() || part.empty() ? "" : "\n") + part;
  };
  for (const DutyBoard& duty : board.duties) {
    add(duty_text(board, duty, view));
  }
  add(unscored_text(board, view));
  if (text.empty()) {
    text =
        say(msg("Nothing is open for {0}.", board.year), view.language) + "\n";
  }
  const std::string no_duties = no_duties_text(view);
  if (!no_duties.empty()) {
    add(wrapped("", no_duties));
  }
  return text + caveat_lines(caveats_of(board, view.plan), view.language);
}

Json to_json(const StatusBoard& board, const ScoreView& view) {
  Json json;
  json["year"] = board.year;
  json["duties"] = Json::array();
  for (const DutyBoard& duty : board.duties) {
    for (const DutyState& state : duty.states) {
      if (wanted(board, state)) {
        Json each = json_state(state, view);
        each["built_on"] = json_grounds(duty);
        json["duties"].push_back(std::move(each));
      }
    }
  }
  const std::string no_duties = no_duties_text(view);
  json["no_duties"] = no_duties.empty() ? Json() : Json(no_duties);
  json["not_scored"] = Json::array();
  for (const Ranking& ranking : board.rankings) {
    for (const auto* units : {&ranking.missing, &ranking.ranked}) {
      for (const RankedUnit& unit : *units) {
        if (is_unscored(board, unit)) {
          json["not_scored"].push_back({{"unit", unit.score.unit->id},
                                        {"name", unit.score.name()},
                                        {"open", open_criteria(unit.score)}});
        }
      }
    }
  }
  json["caveats"] = json_caveats(caveats_of(board, view.plan));
  return json;
}

}  // namespace thidua::render
