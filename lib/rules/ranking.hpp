// Ranking: units of one cluster, or where there is none of one kind or of all
// kinds that share a score table, in the order of that table, with their class
// after its quotas.
//
// Only units with a total are ranked, or where no table gives points those
// whose every criterion has an answer; the others are listed with what is
// missing.  Units that no rule of the table parts share a place: no rule is
// invented.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "rules/quotas.hpp"
#include "rules/scoring.hpp"

namespace thidua {

struct RankedUnit {
  UnitScore score;
  int place = 0;      // 0: not ranked
  bool tied = false;  // shares its place
  // What parted it from a neighbour with the same points.
  const TieKey* parted_by = nullptr;
  std::optional<ClassResult> classed;     // after quotas
  std::vector<SharedQuota> lost;          // that had no place for it
  std::vector<NominationBar> quota_bars;  // by those, from every award

  // Why it may not be proposed for any award.
  [[nodiscard]] std::vector<NominationBar> bars() const;
};

// One list of units that are compared with one another.
struct Ranking {
  const UnitKind* kind = nullptr;
  // Of units in no cluster, whose table is that of several kinds: the others.
  std::vector<const UnitKind*> other_kinds;
  const Cluster* cluster = nullptr;       // null: all units of the kind in none
  const ScoreTable* table = nullptr;      // null: nobody is ranked
  const KindTable* kind_table = nullptr;  // null with it
  std::vector<RankedUnit> missing;        // not fully judged, by name
  std::vector<RankedUnit> ranked;         // by place, then name; by name where
                                          // there is no table
  std::vector<const Unit*> ended;   // before the period did: not ranked; by id
  std::vector<SharedQuota> quotas;  // that limit units of this list
  Caveats caveats;

  [[nodiscard]] bool has_classes() const {
    return kind_table != nullptr && kind_table->classes.has_value();
  }
};

struct RankingFilter {
  std::optional<std::string_view> kind;
  std::optional<std::string_view> cluster;  // and those that are parts of it
  std::optional<std::string_view> unit;
};

// Does the score of a unit in the years of an occasion, or whether it may be
// proposed, depend on other units: by a quota, the best of a group, or the
// class of another unit?
[[nodiscard]] bool compares_units(const Plan& plan, const Unit& unit,
                                  const OccasionDate& occasion, Date today);

// In the order of the plan's kinds and the folder's clusters.  Units that do
// not take part in the period are left out.  A filter only says what is shown:
// places and quotas are those among all.
[[nodiscard]] std::vector<Ranking> rank(const Plan& plan, const Period& period,
                                        const RankingFilter& filter,
                                        Date today);

}  // namespace thidua
