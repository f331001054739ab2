// What is owed by whom, and whether it was done: every duty of every unit and
// body, year by year.
//
// Done is what a filing proves.  "Trước ngày 10/11" read strictly is on time
// through 9 November; amendments, days off and more time for one owner are in
// rules/deadlines.
//
// An open duty of a unit or body that has ended passes on: to an heir that owes
// the same duty that year itself, in its own name; else the heir owes it in
// place of the one that ended.  Where nobody is named it stays, and says so.
// What the one that ended had filed is done.
//
// Two sorts of duties have no year (Due::has_years): what is owed once at a
// time the plan does not name, which a filing of any year proves; and that of
// which the plan does not say how often, which is never open: what was filed is
// shown in its year.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/plan.hpp"

namespace thidua {

// One duty in one year, whoever owes it.
struct DutyDate {
  const Duty* duty = nullptr;
  int year = 0;  // of a duty that has no year: the one that is looked at
  std::optional<Date> last_day;  // on time; nothing: the plan names no day
};

// unscheduled: nothing is filed, and nobody knows when it should have been.
enum class DutyStatus {
  done,
  done_late,
  due,
  overdue,
  open_undated,
  unscheduled
};

struct DutyState {
  DutyDate when;
  std::string_view owner;  // id of a unit, or of a body
  std::string_view owner_name;
  const Unit* unit = nullptr;   // null: a body of the plan
  std::string_view instead_of;  // name of the owner that has ended, if any
  std::string_view ended;       // and its id
  bool heir_unclear = false;    // the owner has ended, and nobody is named
  const Filing* filing = nullptr;
  const Extension* extended = nullptr;  // more time; `when` knows of it
  DutyStatus status = DutyStatus::due;
  bool illustrative = false;  // the filing was made up
  int days = 0;  // due: days left; overdue and done_late: days late
};

// Of duties that have years.  By year, then last day (undated last), then the
// order of the plan.
[[nodiscard]] std::vector<DutyDate> duty_dates(const Plan& plan);
// The same of one year, then the duties that have no year.
[[nodiscard]] std::vector<DutyDate> duty_dates_in(const Plan& plan, int year);

// Every duty that has years, of every owner.  A filing dated after `today` is
// not there yet.  By year, duty as above, kind in the plan's order, owner's
// name.
[[nodiscard]] std::vector<DutyState> duty_states(const Plan& plan, Date today);
// Of a duty without a rhythm there is one state for each filing of the year.
[[nodiscard]] std::vector<DutyState> duty_states(const Plan& plan,
                                                 const DutyDate& when,
                                                 Date today);

// A duty that another one of the same year is built on (`uses`), and how far it
// has come: the report of a district needs those of its communes.
struct Ground {
  DutyDate when;
  std::vector<DutyState> missing;  // not done
  std::size_t done = 0;
};
[[nodiscard]] std::vector<Ground> grounds_of(const Plan& plan,
                                             const DutyDate& when, Date today);

// Does the unit owe the duty for a year as its own: is it of a kind that owes
// it, takes part that year, and is there on the last day?
[[nodiscard]] bool owes_in(const Plan& plan, const DutyDate& when,
                           const Unit& unit, bool in_cluster);
// Has a unit or body that owed the duty handed it over to this one by a day?
[[nodiscard]] bool inherits(const Plan& plan, const Duty& duty,
                            std::string_view heir, Date day);

// Is it a duty of units like this one, whatever the year?
[[nodiscard]] bool is_owed_by(const Plan& plan, const Duty& duty,
                              const Unit& unit);

// The first filing of a unit for a duty of a year that is known on a day.
[[nodiscard]] const Filing* first_filing(const Plan& plan, const Unit& unit,
                                         const Duty& duty, int year,
                                         Date today);

// May it be filed for that year?  What has no year may be for any.
[[nodiscard]] bool falls_due_in(const Duty& duty, int year);

}  // namespace thidua
