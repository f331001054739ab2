// Who has done each duty: tiles, unit by unit.
#include <algorithm>

#include "document/page_tiles.hpp"
#include "document/svg.hpp"
#include "render/card_words.hpp"
#include "render/status.hpp"
#include "render/successions.hpp"

namespace thidua::document {
namespace {

// What more is said of a filing: its day, why it came late.
std::string filed_text(const PageView& view, const DutyState& state) {
  std::string text = view.day(state.filing->date.value);
  render::append(text, state.filing->late_reason);
  return text;
}

std::string open_text(const PageView& view, const DutyState& state) {
  return state.status == DutyStatus::open_undated
             ? view.say("Not yet")
             : fmt::format("{} · {}", view.say("Not yet"),
                           render::state_text(state, view.language()));
}

Json state_tile(const PageView& view, const DutyState& state) {
  std::string name = state.heir_unclear
                         ? std::string(state.owner_name)
                         : render::owner_text(state, view.language());
  if (state.status == DutyStatus::done) {
    return tile(tile_done, std::move(name),
                view.say(state.when.last_day ? N_("On time") : N_("Done")),
                filed_text(view, state));
  }
  if (state.status == DutyStatus::done_late) {
    return tile(tile_late, std::move(name),
                view.say(msg("{0} {0:day|days} late", state.days)),
                filed_text(view, state));
  }
  if (state.heir_unclear) {
    return tile(tile_unsure, std::move(name),
                view.say("not known who succeeds"), open_text(view, state));
  }
  return tile(state.status == DutyStatus::overdue ? tile_missing : tile_open,
              std::move(name), open_text(view, state), {});
}

// The kind that an owner stands with: a body that does it in place of a unit
// with those of that unit.  Empty: a body.
std::string_view kind_of(const Plan& plan, const DutyState& state) {
  const Unit* unit =
      state.unit != nullptr ? state.unit : plan.unit(state.ended);
  return unit == nullptr ? std::string_view() : unit->kind.value;
}

// Owners of one kind stand together.
Json tile_groups(const PageView& view, const std::vector<DutyState>& states) {
  Json groups = Json::array();
  std::string_view kind;
  for (const DutyState& state : states) {
    if (state.status == DutyStatus::unscheduled) {
      continue;
    }
    const std::string_view own = kind_of(view.plan(), state);
    if (groups.empty() || own != kind) {
      kind = own;
      groups.push_back(
          {{"name",
            own.empty() ? std::string() : render::kind_name(view.plan(), own)},
           {"tiles", Json::array()}});
    }
    groups.back()["tiles"].push_back(state_tile(view, state));
  }
  return groups;
}

std::size_t count_unclear(const DutyRecord& record) {
  std::size_t count = 0;
  for (const DutyState& state : record.not_yet) {
    count += state.heir_unclear ? 1 : 0;
  }
  return count;
}

Json counts_of(const PageView& view, const DutyRecord& record) {
  const std::size_t unclear = count_unclear(record);
  const bool is_late = std::any_of(record.not_yet.begin(), record.not_yet.end(),
                                   [](const DutyState& state) {
                                     return state.status == DutyStatus::overdue;
                                   });
  Json counts = Json::array();
  const auto add = [&](const TileLook& look, const char* word,
                       std::size_t count) {
    if (count > 0) {
      counts.push_back(tile_count(view, look, word, count));
    }
  };
  add(tile_done, record.when.last_day ? N_("On time") : N_("Done"),
      record.on_time.size());
  add(tile_late, N_("Late"), record.late.size());
  add(is_late ? tile_missing : tile_open, N_("Not yet"),
      record.not_yet.size() - unclear);
  add(tile_unsure, N_("not known who succeeds"), unclear);
  return counts;
}

// Open at first: what is of the last year covered, or not done by everybody.
Json filing_record(const PageView& view, const DutyRecord& record) {
  const std::size_t done = record.on_time.size() + record.late.size();
  const std::size_t all = done + record.not_yet.size();
  return {
      {"title", view.say(render::duty_title(record.when, done, all))},
      {"open",
       !record.not_yet.empty() ||
           record.when.year >= view.report.scope.years.back().closing_year()},
      {"svg", all < 2
                  ? std::string()
                  : done_bar(record.on_time.size(), record.late.size(), all)},
      {"counts", all < 2 ? Json::array() : counts_of(view, record)},
      {"groups",
       tile_groups(view, duty_states(view.plan(), record.when, view.as_of()))}};
}

}  // namespace

Json tile(const TileLook& look, std::string name, std::string words,
          std::string detail) {
  return {{"colour", look.colour},
          {"sign", look.sign},
          {"name", std::move(name)},
          {"words", std::move(words)},
          {"detail", std::move(detail)}};
}

Json tile_count(const PageView& view, const TileLook& look, const char* word,
                std::size_t count) {
  return {{"colour", look.colour},
          {"sign", look.sign},
          {"word", view.say(word)},
          {"count", std::to_string(count)}};
}

std::string done_bar(std::size_t on_time, std::size_t late, std::size_t all) {
  const auto share = [&](std::size_t part) {
    return Exact(static_cast<std::int64_t>(part),
                 static_cast<std::int64_t>(all));
  };
  return bar({{share(on_time), "good"}, {share(late), "late"}});
}

Json filings_part(const PageView& view) {
  Json part = part_head(view, ReportPart::filings);
  std::vector<const DutyRecord*> latest_first;
  latest_first.reserve(view.report.duties.size());
  for (const DutyRecord& record : view.report.duties) {
    latest_first.push_back(&record);
  }
  std::stable_sort(latest_first.begin(), latest_first.end(),
                   [](const DutyRecord* a, const DutyRecord* b) {
                     return a->when.year > b->when.year;
                   });
  Json records = Json::array();
  for (const DutyRecord* record : latest_first) {
    records.push_back(filing_record(view, *record));
  }
  part["records"] = std::move(records);
  return part;
}

}  // namespace thidua::document
