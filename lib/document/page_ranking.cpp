// The ranking: list by list, who is missing first, then places with bars.
#include <algorithm>

#include "document/page_parts.hpp"
#include "document/svg.hpp"
#include "render/successions.hpp"

namespace thidua::document {
namespace {

// What a full bar stands for: the maximum, where all have the same one, else
// the most that somebody has.
Exact full_points(const Ranking& list) {
  Exact most = 0;
  for (const RankedUnit& unit : list.ranked) {
    most = std::max(
        {most, unit.score.max.value_or(0), unit.score.total.value_or(0)});
  }
  return most;
}

std::string bar_of(const RankedUnit& unit, const Exact& full) {
  return unit.score.total && !full.is_zero()
             ? bar({{*unit.score.total / full, "points"}})
             : std::string();
}

std::string place_of(const RankedUnit& unit) {
  return unit.place > 0 ? fmt::format("{}{}", unit.place, unit.tied ? "=" : "")
                        : std::string("–");
}

// Without points: how many criteria are met.
std::string points_of(const PageView& view, const RankedUnit& unit) {
  if (unit.score.total) {
    return view.number(*unit.score.total);
  }
  const VerdictCounts& counts = unit.score.counts;
  return fmt::format("{}/{}", counts.met,
                     counts.met + counts.not_met + counts.open());
}

Json ranked_row(const PageView& view, const RankedUnit& unit,
                const Exact& full) {
  return {{"place", place_of(unit)},
          {"name", unit.score.name()},
          {"points", points_of(view, unit)},
          {"class", render::class_text(unit, view.language())},
          {"note", render::note_of(unit, view.scores)},
          {"svg", bar_of(unit, full)}};
}

Json ranking_list(const PageView& view, const Ranking& list,
                  const Period& period) {
  Json missing = Json::array();
  for (const RankedUnit& unit : list.missing) {
    missing.push_back(
        {{"name", unit.score.name()},
         {"note", render::missing_text(unit.score, view.language())}});
  }
  Json rows = Json::array();
  const Exact full = full_points(list);
  for (const RankedUnit& unit : list.ranked) {
    rows.push_back(ranked_row(view, unit, full));
  }
  Json quotas = Json::array();
  for (std::string& text : render::quota_texts(list, view.scores)) {
    quotas.push_back({{"text", std::move(text)}});
  }
  const std::size_t count = list.ranked.size() + list.missing.size();
  const bool is_table = list.table != nullptr;
  return {
      {"title", fmt::format("{} ({})", render::title_of(list), count)},
      {"table", is_table ? list.table->name : std::string()},
      {"no_table",
       is_table ? "" : view.say("no score table: nobody is ranked")},
      {"points_word", view.say(is_table ? N_("Points") : N_("Criteria met"))},
      {"missing_title", missing.empty() ? std::string()
                                        : view.say(msg("Not ranked yet: {0}",
                                                       list.missing.size()))},
      {"missing", std::move(missing)},
      {"any_ranked", !list.ranked.empty()},
      {"classes", list.has_classes()},
      {"rows", std::move(rows)},
      {"ended",
       render::ended_text(view.plan(), list.ended, period, view.language())},
      {"quotas", std::move(quotas)}};
}

}  // namespace

Json ranking_part(const PageView& view) {
  Json part = part_head(view, ReportPart::ranking);
  Json years = Json::array();
  const std::vector<YearRanking>& rankings = view.report.rankings;
  for (auto at = rankings.rbegin(); at != rankings.rend();
       ++at) {  // latest on top
    const YearRanking& year = *at;
    Json lists = Json::array();
    for (const Ranking& list : year.lists) {
      lists.push_back(ranking_list(view, list, year.period));
    }
    years.push_back({{"year", year.period.to_string()},
                     {"open", at == rankings.rbegin()},
                     {"lists", std::move(lists)}});
  }
  part["years"] = std::move(years);
  return part;
}

}  // namespace thidua::document
