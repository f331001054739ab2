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

// `findings`: of check_plan.  Looks as far ahead as the settings say; scores
// and proposals are those of the working year, and only of a year that the
// plan still covers.
[[nodiscard]] std::vector<Todo> todo_list(const Plan& plan,
                                          const Diagnostics& findings,
                                          Date today);

}  // namespace thidua
