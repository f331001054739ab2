// Scoring: what is known of a unit turned into points and a class, exactly, by
// the score table in force (thidua-score-table(5)).
//
// Without a table for the kind and period there are no points and nobody is
// ranked: the criteria are met, not met, or not judged.
//
// The order of the sum: the points of the criteria; what does not apply taken
// out or shared out; where the table starts; bonus; deductions; the floor; the
// rounding.  Nothing is rounded that the table does not round.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "model/plan.hpp"
#include "rules/judging.hpp"
#include "rules/score_side.hpp"

namespace thidua {

// One criterion, with or without points.
struct CriterionScore {
  const ScoreItem* item = nullptr;    // null: no table names it
  const ScoreGroup* group = nullptr;  // null with it
  Judgement judgement;
  std::optional<Exact> points;
  std::optional<Exact> max;
  Exact excess;                   // over the maximum, for the bonus
  std::optional<Exact> achieved;  // of a ratio: its share of the plan
  std::vector<CriterionScore> parts;

  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] const std::string& source() const;
};

struct VerdictCounts {
  int met = 0;
  int not_met = 0;
  int not_applicable = 0;
  int not_judged = 0;
  int cannot_judge = 0;

  // Criteria still without an answer.
  [[nodiscard]] int open() const { return not_judged + cannot_judge; }
};

struct AdjustmentScore {
  const Adjustment* item = nullptr;
  std::optional<Exact> points;  // nothing: an input is missing; see reason
  Message reason;
  Steps steps;
};

// A rule by which a unit may not be proposed for an award.
struct NominationBar {
  std::string_view rule;     // its name
  std::string_view section;  // empty: its table says none
  Span where{};
  Span fact{};  // the mark that called it; unknown: several, or none
};

struct ClassResult {
  enum class State { known, none, not_classed, open };
  State state = State::open;
  const ClassLevel* level = nullptr;    // of `known`
  const NotClassed* because = nullptr;  // of `not_classed`
  std::vector<const Gate*> failed;      // gates that were not passed
  std::vector<const Gate*> unknown;     // gates that wait for an answer
  std::vector<NominationBar> bars;      // by gates
  Steps steps;                          // what led there
};

struct PeriodTotal {
  Period period;
  std::optional<Exact> total;
  const ClassLevel* level = nullptr;
  bool class_is_open = false;  // not known yet
};

struct UnitScore {
  const Unit* unit = nullptr;
  const CriteriaSet* set = nullptr;  // null: the kind has no criteria
  const ScoreTable* table = nullptr;
  const KindTable* kind_table = nullptr;
  const Cluster* cluster = nullptr;
  Period period;
  std::vector<CriterionScore> criteria;  // in the order of the table or set
  VerdictCounts counts;
  std::vector<PeriodTotal> periods;  // that the total is made of
  std::vector<AdjustmentScore> bonuses;
  std::vector<AdjustmentScore> deductions;
  Exact bonus;      // that counts, excess of criteria included
  Exact deduction;  // that counts
  // The sum, once every criterion that applies has its points.
  std::optional<Exact> total;
  std::optional<Exact> max;  // that the total is out of
  Steps steps;               // from the points of the criteria to the total
  std::optional<ClassResult> classed;  // where the table has classes
  Caveats caveats;

  // What the unit was called in the period.
  [[nodiscard]] const std::string& name() const {
    return unit->name_on(period.last());
  }
  // Has every criterion its answer?
  [[nodiscard]] bool complete() const {
    return counts.open() == 0 && (set != nullptr || !criteria.empty() ||
                                  !periods.empty() || kind_table != nullptr);
  }
  // Why it may not be proposed for an award, by deductions and gates.
  [[nodiscard]] std::vector<NominationBar> bars() const;
  // Of the maximum, in per cent.
  [[nodiscard]] std::optional<Exact> share() const;
};

// The table in force for a period on a day; null where the office issued none.
[[nodiscard]] const ScoreTable* table_for(const Plan& plan,
                                          const Period& period, Date today);

// The part of a table that is for units of a kind; null where there is none.
[[nodiscard]] const KindTable* table_of_kind(const ScoreTable& table,
                                             std::string_view kind);

// The unit whose class that of this one may not exceed; null for none.
[[nodiscard]] const Unit* class_limit(const Plan& plan, const Classes& classes,
                                      const Unit& unit);

// Scores units of one period, from the marks and figures that are known on a
// day.  Keeps what several units share: clusters, the leaders of groups.
class Scoring {
 public:
  Scoring(const Plan& plan, Period period, Date today);
  Scoring(const Scoring&) = delete;
  Scoring& operator=(const Scoring&) = delete;
  ~Scoring();

  [[nodiscard]] UnitScore score(const Unit& unit);
  // Null: in none of its kind.
  [[nodiscard]] const Cluster* cluster_of(const Unit& unit);
  [[nodiscard]] const ScoreTable* table() const { return table_; }

 private:
  using LeaderKey = std::pair<const ScoreItem*, const Cluster*>;

  [[nodiscard]] ScoreSide side_of(const Unit& unit, const KindTable& rules);
  void score_without_points(UnitScore& score) const;
  void score_criteria(const ScoreSide& side, UnitScore& score) const;
  void score_unnamed(UnitScore& score) const;
  void score_periods(const ScoreSide& side, UnitScore& score);
  [[nodiscard]] Scoring& shorter(const Period& period);
  void classify(const ScoreSide& side, UnitScore& score);
  [[nodiscard]] std::optional<Leader> leader(const ScoreItem& item,
                                             const KindTable& rules,
                                             const Cluster* cluster);
  [[nodiscard]] std::optional<Leader> find_leader(const ScoreItem& item,
                                                  const KindTable& rules,
                                                  const Cluster* cluster);

  const Plan& plan_;
  Period period_;
  Date today_;
  const ScoreTable* table_;
  bool indexed_ = false;
  std::unordered_map<std::string_view, const Cluster*> cluster_of_;
  std::map<LeaderKey, std::optional<Leader>> leaders_;
  std::map<Period, std::unique_ptr<Scoring>> shorter_;
  std::vector<const Unit*> heads_;  // whose class is being found, to stop rings
};

// One unit by itself.
[[nodiscard]] UnitScore score_unit(const Plan& plan, const Unit& unit,
                                   const Period& period, Date today);

}  // namespace thidua
