// RollUp: what the plan folders below a plan say together, kind by kind of the
// plan's own units: who has issued a plan, who has reported, figures added up,
// targets, awards.
//
// Every folder that `children` names and every unit of its kind has a row; a
// row that is not added up says why, so that nothing is left out silently.
// Kinds are never added together: a folder of a province and those of its
// districts may both be there.  What this folder itself records of its units
// is no part of a roll-up.
// Units    counts are added up exactly; a rate is worked out of the sums of the
//          units that have all its figures, by the indicators of this plan.
//          Figures counted by different poverty standards are kept apart.
// Errors   none: a row, a share or a verdict says why it is not there.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/child_summary.hpp"
#include "rules/duties.hpp"
#include "rules/targets.hpp"

namespace thidua {

// What came of reading one of Plan::children; nothing in either: nobody has
// read it.
struct GatheredChild {
  std::optional<ChildSummary> summary;
  std::optional<ChildFault> trouble;
};

// One unit or one folder.
struct ChildRow {
  const Unit* unit = nullptr;             // null: the folder belongs to none
  const ChildFolder* folder = nullptr;    // null: the unit has none
  const ChildSummary* summary = nullptr;  // null: not read
  std::optional<ChildFault> left_out;     // why it is not added up
  bool counted_elsewhere = false;  // left out for being there a second time

  // The name of the unit, else of the body that issued the plan, else the path.
  [[nodiscard]] std::string name() const;
  // A plan is there, and not dated after the day.
  [[nodiscard]] bool has_issued(Date as_of) const;
  // Something that belongs into a sum and is not in it.
  [[nodiscard]] bool is_missed() const;
};

// Where a part of a sum was read.
struct ChildLeaf {
  const ChildFigures* record = nullptr;
  std::size_t line = 0;
  const Exact* value = nullptr;
};

// What one row gives to a sum.
struct ChildShare {
  std::size_t row = 0;
  std::optional<Exact> value;     // an indicator may divide by 0
  std::size_t units = 0;          // with a count; at least one
  std::size_t of = 0;             // taking part
  std::vector<ChildLeaf> leaves;  // of figures; not of indicators
};

struct ChildSum {
  Period period;
  std::optional<Exact> value;                    // nothing: nobody has a count
  FigureStatus status = FigureStatus::official;  // the weakest
  std::size_t units = 0;
  std::size_t of = 0;  // in all rows that are added up
  std::vector<ChildShare> shares;
};

// One figure or indicator by one poverty standard.
struct ChildSumLine {
  const FigureKind* figure = nullptr;    // one of the two
  const Indicator* indicator = nullptr;  // and the other is null
  std::string standard;                  // may be empty
  std::vector<ChildSum> sums;            // one for each period of its part

  [[nodiscard]] const std::string& name() const {
    return figure != nullptr ? figure->name : indicator->name;
  }
};

// A target of this plan in the plans below.
struct CarriedTarget {
  const Target* target = nullptr;
  std::vector<std::pair<std::size_t, const ChildTarget*>> by_row;

  [[nodiscard]] std::size_t count(Verdict verdict) const;
};

enum class ChildFilingState { filed, not_filed, no_such_duty, not_read };

struct ChildFilingRow {
  std::size_t row = 0;
  ChildFilingState state = ChildFilingState::not_read;
  const ChildFiling* filing = nullptr;  // the first
  int days_late = 0;
  const Filing* received = nullptr;  // as this plan's own folder records it
};

// A duty of this plan that units of the kind owe, in one year.
struct ChildDuty {
  DutyDate when;
  std::vector<ChildFilingRow> rows;  // with a unit

  [[nodiscard]] std::size_t count(ChildFilingState state) const;
};

struct ChildAwardCount {
  std::string occasion;
  std::string occasion_name;
  std::string form;
  std::string form_name;
  std::vector<std::pair<std::size_t, const ChildAward*>> awards;

  [[nodiscard]] std::size_t count(ProposalOutcome outcome) const;
};

// Units below, by the kinds of the plans below.
struct ChildUnitCount {
  std::string kind;
  std::string name;
  std::size_t count = 0;
  std::vector<std::pair<std::size_t, std::size_t>> by_row;
};

struct ChildrenOfKind {
  const UnitKind* kind = nullptr;
  std::vector<ChildRow> rows;  // units by name, then folders by path
  std::vector<ChildUnitCount> units;
  std::vector<Period> periods;  // of the sums
  std::vector<ChildSumLine> lines;
  // Figures that rows have and this plan does not declare.
  std::vector<std::string> unknown_figures;
  std::vector<CarriedTarget> targets;
  std::vector<ChildDuty> duties;
  std::vector<ChildAwardCount> awards;
  std::vector<std::size_t> illustrative;  // rows with made-up data
  Caveats caveats;

  [[nodiscard]] std::size_t added_up() const;
  // Rows that a sum is without: units, and folders that belong to none.
  [[nodiscard]] std::size_t missing() const;
  // Rows that are added up and have no figures to add.
  [[nodiscard]] std::vector<std::size_t> without_figures() const;
  [[nodiscard]] std::size_t issued(Date as_of) const;
};

// Points into the Plan, and its kinds into its children: it is moved, never
// copied.
struct RollUp {
  RollUp() = default;
  RollUp(RollUp&&) = default;
  RollUp& operator=(RollUp&&) = default;
  RollUp(const RollUp&) = delete;
  RollUp& operator=(const RollUp&) = delete;
  ~RollUp() = default;

  std::vector<GatheredChild> children;  // one for each of Plan::children
  std::vector<ChildrenOfKind> kinds;    // in the order of the plan
  std::vector<TargetResult> targets;    // those with sum_over_children
  Caveats caveats;

  // Nothing could be read.
  [[nodiscard]] bool empty() const;
  // Folders that are there and could not be read, or have faults.
  [[nodiscard]] std::size_t faulty() const;
};

// `years`: covered by the report, first to last, at least one; `year`: its own,
// in which targets are measured.
[[nodiscard]] RollUp roll_up(const Plan& plan, const std::vector<Period>& years,
                             int year, std::vector<GatheredChild> children,
                             Date today);

// The kind of the children's units that `children` asks for; empty: none.
[[nodiscard]] std::string asked_kind(const Plan& plan,
                                     const ChildFolder& child);

}  // namespace thidua
