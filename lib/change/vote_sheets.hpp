// The sheet that the votes of a council are written on, and the entries that
// come of it: of all its rows, or of none.
//
// A row names a form and a unit and says how many voted how.  Rows that nobody
// has filled in are left out: what stands under `recused` alone was there
// before the council met.
// Units    votes in members of the council.
// Errors   every fault of the sheet with its line: `usage` where it cannot be
//          understood, `refused` where a rule is against it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/date.hpp"
#include "base/file_change.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"
#include "rules/council.hpp"

namespace thidua::change {

struct SheetFault {
  std::size_t line = 0;
  Failure why;
};

struct VoteRow {
  std::size_t line = 0;
  std::string form;
  std::string unit;
  std::optional<VoteCount> votes;  // nothing: not filled in, or not readable
};

struct VoteSheet {
  std::vector<VoteRow> rows;
  std::vector<SheetFault> faults;
};

// `form`: that of every row; empty: each row says its own.
[[nodiscard]] VoteSheet read_vote_sheet(const CsvTable& table,
                                        std::string_view form);

// What is the same in every row.
struct VoteSession {
  OccasionDate occasion;
  Date date{};
  std::string by;        // empty: the council of the form
  std::string document;  // the minutes
};

struct RecordedVotes {
  std::vector<FileChange> changes;   // none where there are faults
  std::vector<VotedUnit> voted;      // in the order of the sheet
  std::vector<std::string> skipped;  // what they are called
  std::vector<SheetFault> faults;    // by line; those of the sheet too
};

[[nodiscard]] RecordedVotes record_votes(const Plan& plan,
                                         const VoteSheet& sheet,
                                         const VoteSession& session,
                                         Date today);

}  // namespace thidua::change
