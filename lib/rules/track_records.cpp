#include "rules/track_records.hpp"

#include <algorithm>

namespace thidua {
namespace {

bool has_quotas(const ScoreTable* table) {
  return table != nullptr &&
         std::any_of(
             table->tables.begin(), table->tables.end(),
             [](const KindTable& each) { return !each.quotas.empty(); });
}

bool takes_part(const Unit& unit, const Period& period) {
  return unit.enrolled_within(period.first(), period.last());
}

}  // namespace

PeriodScores::PeriodScores(const Plan& plan, const Period& period,
                           std::optional<std::string_view> kind, Date today)
    : plan_(plan),
      period_(period),
      kind_(kind),
      today_(today),
      scoring_(plan, period, today),
      by_rank_(!plan.is_part && has_quotas(scoring_.table())) {}

RankedUnit PeriodScores::take(const Unit& unit) {
  if (by_rank_ && lists_.empty()) {
    rank_all();
  }
  const auto at = ranked_.find(&unit);
  if (at != ranked_.end()) {
    return std::move(*at->second);
  }
  RankedUnit alone;
  alone.score = scoring_.score(unit);
  alone.classed = alone.score.classed;
  return alone;
}

void PeriodScores::rank_all() {
  RankingFilter filter;
  filter.kind = kind_;
  lists_ = rank(plan_, period_, filter, today_);
  for (Ranking& list : lists_) {
    for (auto* units : {&list.missing, &list.ranked}) {
      for (RankedUnit& unit : *units) {
        ranked_.emplace(unit.score.unit, &unit);
      }
    }
  }
}

TrackRecords::TrackRecords(const Plan& plan, const OccasionDate& occasion,
                           std::optional<std::string_view> kind, Date today)
    : occasion_(occasion), stretch_(occasion.stretch()) {
  bool is_year = false;
  for (const Period& year : occasion.years_covered()) {
    is_year = is_year || year == stretch_;
    years_.push_back(std::make_unique<PeriodScores>(plan, year, kind, today));
  }
  if (!is_year) {
    whole_ = std::make_unique<PeriodScores>(plan, stretch_, kind, today);
    if (!whole_->has_table()) {
      whole_.reset();
    }
  }
}

std::shared_ptr<const TrackRecord> TrackRecords::of(const Unit& unit) {
  TrackRecord record;
  record.caveats.illustrative = unit.illustrative;
  record.caveats.assumed = occasion_.occasion->covers_assumed;
  Exact sum;
  bool all = true;
  for (const auto& year : years_) {
    if (!takes_part(unit, year->period())) {
      continue;
    }
    RankedUnit one = year->take(unit);
    add_bars(one, record);
    if (year->period() == stretch_) {
      record.lost = std::move(one.lost);
    }
    all = all && one.score.total.has_value();
    sum += one.score.total.value_or(Exact{});
    record.caveats |= one.score.caveats;
    record.scores.push_back(std::move(one.score));
  }
  if (all && !record.scores.empty()) {
    record.mean = sum / Exact{static_cast<std::int64_t>(record.scores.size())};
  }
  if (whole_ != nullptr && takes_part(unit, stretch_)) {
    RankedUnit one = whole_->take(unit);
    add_bars(one, record);
    record.lost = std::move(one.lost);
    record.caveats |= one.score.caveats;
    record.stretch = std::move(one.score);
  }
  return std::make_shared<const TrackRecord>(std::move(record));
}

void TrackRecords::add_bars(const RankedUnit& ranked, TrackRecord& record) {
  for (NominationBar& bar : ranked.bars()) {
    if (bar.section.empty() && ranked.score.table != nullptr) {
      bar.section = ranked.score.table->origin.source;
    }
    record.bars.push_back({ranked.score.period, bar});
  }
}

}  // namespace thidua
