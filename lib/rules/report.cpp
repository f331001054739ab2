#include "rules/report.hpp"

#include <algorithm>
#include <array>

#include "rules/absences.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

constexpr std::array<std::string_view, 3> kind_words{"annual", "preliminary",
                                                     "final"};

const Occasion* occasion_of(const Plan& plan, ReportKind kind) {
  return plan.occasion(to_string(kind));
}

// The years in which the report can be made.
std::vector<int> possible_years(const Plan& plan, ReportKind kind) {
  const Occasion* occasion = occasion_of(plan, kind);
  if (occasion == nullptr || !occasion->has_years()) {
    return plan_years(plan);
  }
  std::vector<int> years;
  for (int year = occasion->first.year; year <= occasion->last; ++year) {
    years.push_back(year);
  }
  return years;
}

Failure occasion_missing(const Plan& plan, ReportKind kind) {
  const std::string_view word = to_string(kind);
  return {ExitStatus::refused, msg("the plan declares no occasion `{0}`", word),
          suggestion(word, ids_of(plan.sheet.occasions))};
}

Failure no_such_year(ReportKind kind, int asked,
                     const std::vector<int>& years) {
  return {
      ExitStatus::usage,
      msg("there is no `{0}` report of {1}", to_string(kind), asked),
      msg("years possible: {0}", fmt::format("{}", fmt::join(years, ", ")))};
}

bool is_owed(const Plan& plan, int year) {
  return std::any_of(
      plan.sheet.duties.begin(), plan.sheet.duties.end(),
      [&](const Duty& duty) { return falls_due_in(duty, year); });
}

ReportScope scope_of(const Plan& plan, ReportKind kind, int year, Date today) {
  ReportScope scope{kind, year, {}, {}, today};
  if (const Occasion* occasion = occasion_of(plan, kind)) {
    scope.occasion = OccasionDate{occasion, year};
    scope.years = scope.occasion->years_covered();
  }
  if (scope.years.empty()) {
    scope.years = {Period::year(year)};
  }
  scope.asked_for = scope.occasion || is_owed(plan, year);
  return scope;
}

Caveats caveats_of(const OccasionDate& date) {
  const Occasion& occasion = *date.occasion;
  const bool assumed_first =
      occasion.first.assumed && date.year == occasion.first.year;
  return {false,
          occasion.origin.assumed || occasion.covers_assumed || assumed_first};
}

std::vector<int> years_of(const ReportScope& scope) {
  std::vector<int> years;
  for (const Period& period : scope.years) {
    years.push_back(period.closing_year());
  }
  return years;
}

std::vector<OccasionAwards> all_awards(const Plan& plan,
                                       const ReportScope& scope) {
  std::vector<OccasionAwards> awards;
  const auto add = [&](const OccasionDate& occasion) {
    awards.push_back(occasion_awards(plan, occasion, scope.as_of));
    awards.back().caveats |= caveats_of(occasion);
  };
  if (scope.occasion) {
    add(*scope.occasion);
  }
  for (int year : years_of(scope)) {
    for (const OccasionDate& other : held_occasions(plan)) {
      if (other.year == year &&
          (!scope.occasion || other.key() != scope.occasion->key())) {
        add(other);
      }
    }
  }
  return awards;
}

void collect_caveats(Report& report) {
  Caveats& all = report.caveats;
  if (report.scope.occasion) {
    all |= caveats_of(*report.scope.occasion);
  }
  all |= report.figures.caveats;
  all |= report.results.caveats;
  all |= report.planned.caveats;
  all |= report.below ? report.below->caveats : Caveats{};
  for (const TargetResult& target : report.targets) {
    all |= target.measurement.caveats;
  }
  for (const DutyRecord& duty : report.duties) {
    all |= duty.caveats;
  }
  for (const YearRanking& year : report.rankings) {
    for (const Ranking& list : year.lists) {
      all |= list.caveats;
      all.assumed |= list.cluster != nullptr && list.cluster->origin.assumed;
    }
  }
  for (const Succession* event : report.successions) {
    all.assumed |= event->origin.assumed;
  }
  for (const OccasionAwards& awards : report.awards) {
    all |= awards.proposals.empty() ? Caveats{} : awards.caveats;
  }
}

std::vector<const Succession*> successions_in(const Plan& plan,
                                              const ReportScope& scope) {
  std::vector<const Succession*> events;
  for (const Succession& event : plan.successions) {
    if (scope.years.front().first() <= *event.on &&
        *event.on <= scope.years.back().last() && *event.on <= scope.as_of) {
      events.push_back(&event);
    }
  }
  return events;
}

// What the plan says it has none of; and where there is neither a target nor a
// figure in it, no number is asked for.
std::vector<AbsentPart> absent_parts(const PlanSheet& sheet) {
  std::vector<AbsentPart> absent;
  const bool no_numbers = sheet.targets.empty() && sheet.figures.empty();
  if (no_numbers) {
    absent.push_back(
        {ReportPart::figures,
         msg("The plan names no figures that could be recorded.")});
  }
  if (auto sentence = absence_sentence(sheet, PlanPart::targets)) {
    absent.push_back({ReportPart::targets, std::move(*sentence)});
  } else if (no_numbers) {
    absent.push_back(
        {ReportPart::targets, msg("No target is recorded in plan.yaml.")});
  }
  if (auto sentence = absence_sentence(sheet, PlanPart::reporting)) {
    absent.push_back({ReportPart::filings, std::move(*sentence)});
  }
  return absent;
}

// No figures of its own are asked for where they are in the plans below.
void add_figures_below(Report& report) {
  const bool there =
      report.below &&
      std::any_of(
          report.below->kinds.begin(), report.below->kinds.end(),
          [](const ChildrenOfKind& kind) { return !kind.lines.empty(); });
  if (there && report.figures.empty() &&
      absence_in(report, ReportPart::figures) == nullptr) {
    report.absent.push_back(
        {ReportPart::figures,
         msg("The figures are those of the plans below and stand there.")});
  }
}

bool has_no_values(const std::vector<TargetResult>& targets) {
  return std::none_of(targets.begin(), targets.end(),
                      [](const TargetResult& target) {
                        return target.measurement.value.has_value();
                      });
}

bool has_nobody_ranked(const std::vector<YearRanking>& years) {
  const auto ranked = [](const Ranking& list) {
    return list.table != nullptr && !list.ranked.empty();
  };
  return std::none_of(years.begin(), years.end(), [&](const YearRanking& year) {
    return std::any_of(year.lists.begin(), year.lists.end(), ranked);
  });
}

// Without an occasion of its own, a report is about all of them.
bool has_no_awards(const Report& report) {
  const auto none = [](const OccasionAwards& awards) {
    return awards.proposals.empty();
  };
  return report.scope.occasion
             ? none(report.awards.front())
             : std::all_of(report.awards.begin(), report.awards.end(), none);
}

// The targets whose figures are in the plans below are judged by those.
void take_below(const Plan& plan, std::vector<GatheredChild> children,
                Report& report) {
  if (plan.sheet.children.empty()) {
    return;
  }
  children.resize(plan.children.size());
  report.below = roll_up(plan, report.scope.years, report.scope.year,
                         std::move(children), report.scope.as_of);
  for (const TargetResult& judged : report.below->targets) {
    for (TargetResult& target : report.targets) {
      if (target.target == judged.target) {
        target = judged;
      }
    }
  }
}

}  // namespace

std::string_view to_string(ReportKind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}

std::optional<ReportKind> report_kind(std::string_view word) {
  const auto at = std::find(kind_words.begin(), kind_words.end(), word);
  return at == kind_words.end()
             ? std::nullopt
             : std::optional(static_cast<ReportKind>(at - kind_words.begin()));
}

std::span<const std::string_view> report_kind_words() { return kind_words; }

Result<int> report_year(const Plan& plan, ReportKind kind,
                        std::optional<int> asked, Date today) {
  const std::vector<int> years = possible_years(plan, kind);
  const bool declared = occasion_of(plan, kind) != nullptr;
  if (years.empty() || (kind != ReportKind::annual && !declared)) {
    return occasion_missing(plan, kind);
  }
  if (!asked && declared && !occasion_of(plan, kind)->has_years()) {
    return Failure{ExitStatus::usage,
                   msg("the plan does not say in which year `{0}` is held",
                       to_string(kind)),
                   msg("name the year with --year")};
  }
  if (!asked) {
    return std::clamp(working_year(plan, today), years.front(), years.back());
  }
  if (*asked < years.front() || *asked > years.back()) {
    return no_such_year(kind, *asked, years);
  }
  return *asked;
}

Report make_report(const Plan& plan, ReportKind kind, int year, Date today,
                   std::vector<GatheredChild> children) {
  Report report;
  report.scope = scope_of(plan, kind, year, today);
  const std::vector<int> years = years_of(report.scope);
  const std::vector<DutyState> duties = duty_states(plan, today);
  report.targets = target_results(plan, year, today);
  report.results = report_results(plan, years, duties, today);
  report.duties = duty_records(plan, years, duties, today);
  for (const Period& period : report.scope.years) {
    report.rankings.push_back({period, rank(plan, period, {}, today)});
  }
  report.figures = report_figures(plan, report.scope.years,
                                  report.rankings.back().lists, today);
  report.awards = all_awards(plan, report.scope);
  take_below(plan, std::move(children), report);
  report.planned = planned_steps(plan, year, today);
  report.successions = successions_in(plan, report.scope);
  if (const Body* issuer = BodyNames(plan).called(plan.sheet.issuer.name)) {
    report.reporter = heirs_of(plan, issuer->id.value, today);
  }
  report.absent = absent_parts(plan.sheet);
  add_figures_below(report);
  collect_caveats(report);
  return report;
}

const Message* absence_in(const Report& report, ReportPart part) {
  const auto at =
      std::find_if(report.absent.begin(), report.absent.end(),
                   [&](const AbsentPart& each) { return each.part == part; });
  return at == report.absent.end() ? nullptr : &at->sentence;
}

bool is_empty(const Report& report, ReportPart part) {
  if (absence_in(report, part) != nullptr) {
    return false;
  }
  const ReportResults& results = report.results;
  switch (part) {
    case ReportPart::figures:
      return report.figures.empty();
    case ReportPart::targets:
      return has_no_values(report.targets);
    case ReportPart::guidance:
      return results.guidance.empty();
    case ReportPart::models:
      return results.models.empty();
    case ReportPart::resources:
      return results.resources.empty();
    case ReportPart::activities:
      return results.activities.empty();
    case ReportPart::own_awards:
      return results.own_awards.empty();
    case ReportPart::filings:
      return report.duties.empty();
    case ReportPart::ranking:
      return has_nobody_ranked(report.rankings);
    case ReportPart::awards:
      return has_no_awards(report);
    case ReportPart::children:
      return report.below && report.below->empty();
    case ReportPart::shortcomings:
      return results.shortcomings.empty();
    case ReportPart::proposals:
      return results.proposals.empty();
    case ReportPart::next_steps:
      return results.next_steps.empty() && report.planned.empty();
  }
  return true;
}

std::vector<ReportPart> empty_parts(const Report& report) {
  std::vector<ReportPart> parts;
  for (int i = 0; i <= static_cast<int>(ReportPart::next_steps); ++i) {
    if (is_empty(report, static_cast<ReportPart>(i))) {
      parts.push_back(static_cast<ReportPart>(i));
    }
  }
  return parts;
}

}  // namespace thidua
