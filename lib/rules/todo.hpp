// What is to be done next, most pressing first, each with the command that
// shows or does it.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/plan.hpp"

namespace thidua {

enum class TodoKind { errors, overdue, due, not_scored, eligible };

struct Todo {
  TodoKind kind = TodoKind::due;
  Message lead;         // "8 days left"
  Message text;         // "annual report (through 09/11/2023): …"
  std::string command;  // what to type
};

// `findings`: of check_plan.  Looks as far ahead as the settings say.
//
// A year is judged towards its end and after it.  So the year before is to be
// scored while units of it are open, also when it was the plan's last; the
// running year from 1 July, or from the first day that one of its scorecards
// bears.  Proposals are those for the occasions of the running year, for forms
// that the plan allows there; until somebody who was judged may be proposed for
// one of them, those of the year before are still to be done.  An occasion that
// the plan gives no year is nobody's to be reminded of.
[[nodiscard]] std::vector<Todo> todo_list(const Plan& plan,
                                          const Diagnostics& findings,
                                          Date today);

}  // namespace thidua
