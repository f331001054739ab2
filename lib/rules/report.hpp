// Report: the content of the report that the office owes: annual, of the
// preliminary review, of the final review.
//
// Everything is computed from the records as of a day; nothing is invented: a
// part for which nothing is recorded says so (is_empty), and whoever writes
// the report sees first what is still to be gathered.
//
// Which occasion a kind of report belongs to is the plan's: the one whose id is
// the kind's word, `annual`, `preliminary` or `final`.  The report covers the
// years that occasion looks back on.  An annual report is possible without such
// an occasion; it then covers its own year.
//
// Errors   report_year() refuses; make_report() never fails.
// Plan     sections II.2, IV.3-IV.4, V and VI of a plan.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/plan.hpp"
#include "rules/ranking.hpp"
#include "rules/report_awards.hpp"
#include "rules/report_figures.hpp"
#include "rules/report_results.hpp"
#include "rules/report_schedule.hpp"
#include "rules/roll_up.hpp"
#include "rules/successions.hpp"
#include "rules/targets.hpp"
#include "rules/timeline.hpp"

namespace thidua {

enum class ReportKind { annual, preliminary, final };

// The word of a kind, on the command line and in JSON.
[[nodiscard]] std::string_view to_string(ReportKind kind);
[[nodiscard]] std::optional<ReportKind> report_kind(std::string_view word);
[[nodiscard]] std::span<const std::string_view> report_kind_words();

// The year of the report: the one asked for, or where none is, the year of an
// occasion that comes once, else the working year or the nearest possible one.
// Refused (exit 5) where the plan declares no such occasion, wrong usage
// (exit 2) for a year in which it does not come, or where the plan does not
// state the year and none is asked for; all say what is possible.
[[nodiscard]] Result<int> report_year(const Plan& plan, ReportKind kind,
                                      std::optional<int> asked, Date today);

struct ReportScope {
  ReportKind kind = ReportKind::annual;
  int year = 0;
  std::optional<OccasionDate> occasion;  // nothing: annual, without occasion
  std::vector<Period> years;             // covered, first to last; at least one
  Date as_of{};
  bool asked_for = true;  // the plan has the occasion, or a duty in that year
};

struct YearRanking {
  Period period;
  std::vector<Ranking> lists;
};

// What a report is made of; the order of the report.
enum class ReportPart {
  figures,
  targets,
  guidance,
  models,
  resources,
  activities,
  own_awards,
  filings,
  ranking,
  awards,
  children,
  shortcomings,
  proposals,
  next_steps,
};

// A part for which the plan itself has nothing, so that nothing is missing.
struct AbsentPart {
  ReportPart part;
  Message sentence;  // that says so
};

// Points into the Plan it was made from.
struct Report {
  ReportScope scope;
  ReportFigures figures;
  std::vector<TargetResult> targets;  // as of the report's year
  ReportResults results;
  std::vector<DutyRecord> duties;     // of the years covered
  std::vector<YearRanking> rankings;  // one for each year covered
  // The report's own occasion first, then the others held in the years covered.
  std::vector<OccasionAwards> awards;
  std::optional<RollUp> below;  // of a plan that names children
  PlannedSteps planned;
  // In the years covered, as far as known on the day.
  std::vector<const Succession*> successions;
  // Who reports in place of the body that issued the plan; itself while it is
  // there, or where the plan's bodies do not have it.
  Heirs reporter;
  std::vector<AbsentPart> absent;
  Caveats caveats;  // of all that is in it
};

// `year` as report_year() gave it; `children` as they were gathered for it, one
// for each of the plan's.
[[nodiscard]] Report make_report(const Plan& plan, ReportKind kind, int year,
                                 Date today,
                                 std::vector<GatheredChild> children = {});

// That the plan has nothing for the part; null where it has, or does not say.
[[nodiscard]] const Message* absence_in(const Report& report, ReportPart part);

// Nothing is recorded, or nothing could be worked out, of what the plan asks
// for.  `awards` is about the report's own occasion.
[[nodiscard]] bool is_empty(const Report& report, ReportPart part);
[[nodiscard]] std::vector<ReportPart> empty_parts(const Report& report);

}  // namespace thidua
