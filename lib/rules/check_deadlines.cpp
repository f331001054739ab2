// holidays/, amendments that move deadlines, and more time in filings/.
#include <algorithm>

#include "rules/deadlines.hpp"
#include "rules/duties.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

void expect_year(const CheckRun& run, const Holidays& holidays, Date day,
                 Span where) {
  if (static_cast<int>(day.year()) != holidays.year.value) {
    run.add(
        code::holiday_of_other_year, where,
        msg("{0} is no day of {1}", day, holidays.year.value),
        msg("write it into holidays/{0}.yaml", static_cast<int>(day.year())));
  }
}

void check_holidays(const CheckRun& run, const Holidays& holidays) {
  for (const DaysOff& days : holidays.days_off) {
    expect_year(run, holidays, days.first, days.span);
    if (days.last < days.first) {
      run.add(code::period_reversed, days.span,
              msg("{0} ends on {1}, before it begins on {2}", days.name,
                  days.last, days.first),
              msg("write the earlier day under `from`"));
    } else if (days.first.year() == days.last.year()) {
      continue;
    } else {
      expect_year(run, holidays, days.last, days.span);
    }
  }
  for (const At<Date>& day : holidays.worked) {
    expect_year(run, holidays, day.value, day.span);
  }
}

// Of years in which a duty goes off days off, and nobody has said which.
void note_unknown_holidays(const CheckRun& run, const Duty& duty) {
  const WorkingDays working(run.plan);
  if (duty.due.on_day_off == OnDayOff::unchanged || !duty.due.has_years()) {
    return;
  }
  std::string years;
  for (int year = duty.due.first.year; year <= duty.due.last; ++year) {
    if (!working.knows(year)) {
      years += (years.empty() ? "" : ", ") + std::to_string(year);
    }
  }
  if (!years.empty()) {
    run.add(code::no_holidays, duty.id.span,
            msg("the days off of {0} are not recorded: only weekends are known",
                years),
            msg("write them into holidays/YEAR.yaml"), duty.source);
  }
}

void check_moved(const CheckRun& run, const Amendment& amendment,
                 const MovedDay& moved) {
  const Duty* duty = run.plan.duty(moved.duty.value);
  if (duty == nullptr) {
    expect_known(run, code::unknown_duty, moved.duty,
                 ids_of(run.plan.sheet.duties), no_duty);
    return;
  }
  bool moves_any = false;
  for (int year = duty->due.first.year;
       duty->due.has_years() && year <= duty->due.last; ++year) {
    moves_any |= moves_deadline(run.plan, *duty, year, moved);
  }
  if (!moves_any) {
    run.add(
        code::deadline_not_moved, moved.duty.span,
        moved.year
            ? msg("`{0}` does not fall due in {1}", duty->id.value, *moved.year)
            : msg("no deadline of `{0}` lies after {1}", duty->id.value,
                  amendment.from.value),
        msg("`thidua show {0}` shows the years of the duty", duty->id.value),
        duty->source);
  }
}

void check_extension(const CheckRun& run, const Filings& filings,
                     const Extension& extension) {
  const Duty* duty = run.plan.duty(extension.duty.value);
  note_future(run, extension.granted.value, extension.granted.span);
  if (duty == nullptr) {
    expect_known(run, code::unknown_duty, extension.duty,
                 ids_of(run.plan.sheet.duties), no_duty);
    return;
  }
  const Deadline usual = deadline_of(run.plan, *duty, filings.year.value);
  if (usual.day && extension.until.value <= *usual.day) {
    run.add(code::extension_does_not_fit, extension.until.span,
            msg("{0} is not after {1}, the last day for everybody",
                extension.until.value, *usual.day),
            msg("correct the date that is wrong"), duty->source);
  } else if (usual.exceptional && *usual.exceptional < extension.until.value) {
    run.add(code::extension_does_not_fit, extension.until.span,
            msg("the plan allows more time through {0} at most",
                *usual.exceptional),
            msg("correct the date that is wrong"), duty->source);
  }
}

}  // namespace

void check_deadlines(const CheckRun& run) {
  for (const Holidays& holidays : run.plan.holidays) {
    check_holidays(run, holidays);
  }
  for (const Duty& duty : run.plan.sheet.duties) {
    note_unknown_holidays(run, duty);
  }
  for (const Amendment& amendment : run.plan.sheet.amendments) {
    for (const AmendedPart& part : amendment.changes) {
      if (part.moved) {
        check_moved(run, amendment, *part.moved);
      }
    }
  }
  for (const Filings& filings : run.plan.filings) {
    for (const Extension& extension : filings.extensions) {
      check_extension(run, filings, extension);
    }
  }
}

}  // namespace thidua
