// Track records: what units showed in the years an occasion looks back on, and
// what of it keeps them from being proposed.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "rules/ranking.hpp"
#include "rules/timeline.hpp"

namespace thidua {

// A rule of a score table that keeps a unit from every award.
struct PeriodBar {
  Period period;
  NominationBar bar;
};

// What a unit showed in the years an occasion looks back on.
struct TrackRecord {
  std::vector<UnitScore> scores;     // of the years it took part in
  std::optional<UnitScore> stretch;  // of all of them, by a table for that
  std::optional<Exact> mean;         // of the years' totals, when each has one
  std::vector<PeriodBar> bars;
  std::vector<SharedQuota> lost;  // of the period that the occasion looks at
  Caveats caveats;

  // By which units are put in order.
  [[nodiscard]] const std::optional<Exact>& merit() const {
    return stretch && stretch->total ? stretch->total : mean;
  }
};

// The units of one period, scored; in their places where quotas ask for them.
class PeriodScores {
 public:
  PeriodScores(const Plan& plan, const Period& period,
               std::optional<std::string_view> kind, Date today);

  [[nodiscard]] const Period& period() const { return period_; }
  [[nodiscard]] bool has_table() const { return scoring_.table() != nullptr; }
  // Once for each unit.
  [[nodiscard]] RankedUnit take(const Unit& unit);

 private:
  void rank_all();

  const Plan& plan_;
  Period period_;
  std::optional<std::string_view> kind_;
  Date today_;
  Scoring scoring_;
  bool by_rank_;
  std::vector<Ranking> lists_;
  std::unordered_map<const Unit*, RankedUnit*> ranked_;
};

class TrackRecords {
 public:
  // `kind`: of all units that will be asked for; nothing, of any.
  TrackRecords(const Plan& plan, const OccasionDate& occasion,
               std::optional<std::string_view> kind, Date today);

  [[nodiscard]] std::shared_ptr<const TrackRecord> of(const Unit& unit);

 private:
  static void add_bars(const RankedUnit& ranked, TrackRecord& record);

  const OccasionDate& occasion_;
  Period stretch_;
  std::vector<std::unique_ptr<PeriodScores>> years_;
  std::unique_ptr<PeriodScores> whole_;  // null: no table is for the stretch
};

}  // namespace thidua
