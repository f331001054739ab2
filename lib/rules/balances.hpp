// Balances: do the figures lead from one year's count to the next?
//
//   start - less + plus = end     (1.000 poor - 43 out + 1 back + 5 new = 963)
//
// The start is the count at the end of the year before, the end is what was
// counted; what the movements give is worked out beside it and never put in its
// place.  Counts of a year are taken from one entry, and a start counted by
// another poverty standard is none.
// Errors   none: a row says why it does not come out, or what it lacks.
#pragma once

#include <optional>
#include <vector>

#include "model/plan.hpp"
#include "rules/timeline.hpp"

namespace thidua {

struct BalanceRow {
  const Unit* unit = nullptr;  // null: all of them
  std::optional<Exact> start;
  std::vector<std::optional<Exact>> less;  // as Balance::less
  std::vector<std::optional<Exact>> plus;
  std::optional<Exact> computed;  // nothing: something is missing
  std::optional<Exact> end;
  Message note;  // why it cannot be checked, or that it fails

  // By how much the count exceeds what the movements give.
  [[nodiscard]] std::optional<Exact> difference() const;
  [[nodiscard]] bool fails() const {
    const auto by = difference();
    return by && !by->is_zero();
  }
};

struct BalanceTable {
  const Balance* balance = nullptr;
  const UnitKind* kind = nullptr;
  Period year;
  std::vector<BalanceRow> rows;  // by name
  // The sums of the rows; nothing where one is missing.
  BalanceRow total;
  Caveats caveats;
};

// Of every balance of the plan, for the kinds whose units recorded a movement
// in the year, in the order of the plan.
[[nodiscard]] std::vector<BalanceTable> balances_in(const Plan& plan,
                                                    const Period& year,
                                                    Date today);

}  // namespace thidua
