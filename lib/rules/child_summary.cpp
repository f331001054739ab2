#include "rules/child_summary.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/codes.hpp"
#include "rules/duties.hpp"
#include "rules/successions.hpp"
#include "rules/targets.hpp"

namespace thidua {
namespace {

ChildPlace place_of(const Plan& child, Span where) {
  if (!where.known()) {
    return {};
  }
  const Source& source = child.sources[where.file];
  return {source.path, locate(source.bytes, where.offset).line};
}

// Of the child's own files: those of plans above it are not its own.
bool is_own_error(const Plan& child, const Diagnostic& diagnostic) {
  return info_of(diagnostic.code).severity == Severity::error &&
         diagnostic.where.known() &&
         !child.sources[diagnostic.where.file].path.starts_with("../");
}

void take_faults(const Plan& child, ChildSummary& summary) {
  Diagnostics found = child.diagnostics;
  found.sort();
  for (const Diagnostic& each : found.all()) {
    if (!is_own_error(child, each)) {
      continue;
    }
    if (summary.errors++ == 0) {
      summary.first_error =
          ChildFault{each.message, place_of(child, each.where)};
    }
  }
}

ChildFault why_no_sheet(const Plan& child) {
  Diagnostics found = child.diagnostics;
  found.sort();
  for (const Diagnostic& each : found.all()) {
    if (is_own_error(child, each) &&
        child.sources[each.where.file].path == "plan.yaml") {
      return {each.message, place_of(child, each.where)};
    }
  }
  return {msg("its plan.yaml cannot be read"), {"plan.yaml", 0}};
}

void take_identity(const Plan& child, ChildSummary& summary) {
  const PlanSheet& sheet = child.sheet;
  summary.title = sheet.title;
  summary.issuer = sheet.issuer.name;
  summary.level = sheet.issuer.level;
  summary.period = sheet.period;
  summary.type = sheet.document.type;
  summary.number = sheet.document.number;
  summary.date = sheet.document.date;
  summary.issued = place_of(child, sheet.document.number.span);
}

void take_kinds(const Plan& child, int year, ChildSummary& summary) {
  const Period period = Period::year(year);
  for (const UnitKind& kind : child.sheet.kinds) {
    const auto count = std::count_if(
        child.units.begin(), child.units.end(), [&](const Unit& unit) {
          return unit.kind_in(period) == kind.id.value &&
                 takes_part_to_end(child, unit, period);
        });
    summary.kinds.push_back(
        {kind.id.value, kind.name, static_cast<std::size_t>(count)});
  }
}

// The kinds that the child's own targets add up.
std::set<std::string> summed_kinds(const Plan& child) {
  std::set<std::string> kinds;
  for (const Target& target : child.sheet.targets) {
    if (target.sum_over) {
      kinds.insert(target.sum_over->value);
    }
  }
  return kinds;
}

std::set<std::string> counted_kinds(const Plan& child) {
  std::set<std::string> kinds;
  for (const Figures& figures : child.figures) {
    const Unit* unit = child.unit(figures.unit.value);
    if (unit != nullptr && !figures.entries.empty()) {
      kinds.insert(unit->kind.value);
    }
  }
  return kinds;
}

// Figures of hamlets and of the communes they lie in must not be added
// together: it is one kind, and where that is not clear, none.
Result<std::string, Message> kind_to_add_up(const Plan& child,
                                            const std::string& asked) {
  if (!asked.empty()) {
    if (child.kind(asked) == nullptr) {
      return msg("its plan has no kind `{0}`", asked);
    }
    return asked;
  }
  const bool gathers =
      std::any_of(child.sheet.targets.begin(), child.sheet.targets.end(),
                  [](const Target& target) {
                    return target.sum_over_children.has_value();
                  });
  std::set<std::string> kinds = summed_kinds(child);
  if (kinds.empty()) {
    kinds = counted_kinds(child);
  }
  if (kinds.size() == 1) {
    return *kinds.begin();
  }
  if (kinds.empty()) {
    return gathers ? msg("its figures are in the folders below it, and those "
                         "are not followed")
                   : msg("it has no figures");
  }
  return msg(
      "it has figures of several kinds ({0}), and nobody says which "
      "are added up",
      fmt::format("{}", fmt::join(kinds, ", ")));
}

ChildFigures figures_of(const Plan& child, const Figures& record,
                        std::size_t unit, bool made_up) {
  ChildFigures figures{unit,
                       record,
                       child.sources[record.span.file].path,
                       {},
                       record.illustrative || made_up};
  const std::string& bytes = child.sources[record.span.file].bytes;
  for (FigureEntry& entry : figures.record.entries) {
    std::vector<std::size_t>& lines = figures.lines.emplace_back();
    for (FigureValue& value : entry.values) {
      lines.push_back(locate(bytes, value.figure.span.offset).line);
      value.figure.span = value.value.span = {};
    }
    entry.span = {};
  }
  figures.record.assigned.clear();
  figures.record.span = {};
  return figures;
}

// Those by which units whose figures are added up end.
void take_successions(const Plan& child, ChildSummary& summary) {
  const auto is_added_up = [&](const At<std::string>& id) {
    return std::any_of(summary.units.begin(), summary.units.end(),
                       [&](const Unit& unit) { return unit.id == id.value; });
  };
  for (const Succession& event : child.successions) {
    if (std::any_of(event.from.begin(), event.from.end(), is_added_up)) {
      summary.successions.push_back(event);
      summary.successions.back().span = {};
    }
  }
}

void take_figures(const Plan& child, const std::string& sum_over,
                  ChildSummary& summary) {
  const auto kind = kind_to_add_up(child, sum_over);
  if (!kind) {
    summary.no_figures = kind.error();
    return;
  }
  for (const Unit& unit : child.units) {
    if (unit.kind.value == *kind) {
      Unit& taken = summary.units.emplace_back();
      taken.id = unit.id;
      taken.name.value = unit.name.value;
      taken.enrolled_from = unit.enrolled_from;
      taken.enrolled_to = unit.enrolled_to;
      taken.illustrative = unit.illustrative;
    }
  }
  take_successions(child, summary);
  if (summary.units.empty()) {
    summary.no_figures = msg("it has no units of the kind `{0}`", *kind);
  }
  // Both are sorted by the id of the unit.
  std::size_t unit = 0;
  for (const Figures& record : child.figures) {
    while (unit < summary.units.size() &&
           summary.units[unit].id < record.unit.value) {
      ++unit;
    }
    if (unit < summary.units.size() &&
        summary.units[unit].id == record.unit.value) {
      summary.figures.push_back(
          figures_of(child, record, unit, summary.units[unit].illustrative));
    }
  }
}

// A body did them, not the units below it.
std::vector<const Duty*> carried_duties(const Plan& child) {
  std::vector<const Duty*> duties;
  for (const Duty& duty : child.sheet.duties) {
    if (duty.carries && duty.from.body) {
      duties.push_back(&duty);
    }
  }
  return duties;
}

void take_filings(const Plan& child, Date today, ChildSummary& summary) {
  for (const Duty* duty : carried_duties(child)) {
    summary.duties.push_back(duty->carries->value);
    for (const Filings& record : child.filings) {
      const bool own =
          record.by_body && record.owner.value == duty->from.body->value;
      for (const Filing& filing : record.filings) {
        if (filing.duty.value == duty->id.value && filing.date.value <= today &&
            (own ||
             inherits(child, *duty, record.owner.value, filing.date.value))) {
          summary.filings.push_back({duty->carries->value, record.year.value,
                                     filing.date.value, filing.document,
                                     place_of(child, filing.span),
                                     record.illustrative});
        }
      }
    }
  }
}

void take_targets(const Plan& child, const ChildQuestion& question,
                  ChildSummary& summary) {
  for (TargetResult& result :
       target_results(child, question.year, question.today)) {
    const Target& target = *result.target;
    if (!target.carries) {
      continue;
    }
    ChildTarget& taken = summary.targets.emplace_back();
    taken.carries = target.carries->value;
    taken.id = target.id.value;
    taken.name = target.name;
    taken.measure = target.measure;
    taken.measured = std::move(result.measurement);
    taken.measured.steps.clear();
    taken.where = place_of(child, target.id.span);
  }
}

// The year at the end of annual-2023.
int year_of(std::string_view occasion) {
  const std::size_t hyphen = occasion.rfind('-');
  const auto period = hyphen == std::string_view::npos
                          ? std::nullopt
                          : Period::parse(occasion.substr(hyphen + 1));
  return period ? period->closing_year() : 0;
}

std::string name_of_occasion(const Plan& child, const std::string& key) {
  const Occasion* occasion = child.occasion(key.substr(0, key.rfind('-')));
  return occasion == nullptr ? key : occasion->name;
}

void take_awards(const Plan& child, Date today, ChildSummary& summary) {
  for (const Proposal& proposal : child.proposals) {
    if (proposal.proposed_on.value > today) {
      continue;
    }
    const std::string& occasion = proposal.occasion.value;
    const AwardForm* form = child.form(proposal.form.value);
    const Unit* unit = child.unit(proposal.unit.value);
    ChildAward& taken = summary.awards.emplace_back();
    taken.occasion = occasion;
    taken.occasion_name = name_of_occasion(child, occasion);
    taken.year = year_of(occasion);
    taken.form = proposal.form.value;
    taken.form_name = form == nullptr ? taken.form : form->name;
    taken.unit = proposal.unit.value;
    taken.unit_name = unit == nullptr ? taken.unit : unit->name.value;
    taken.outcome = outcome_of(proposal, today);
    taken.where = place_of(child, proposal.span);
    taken.caveats = unit == nullptr ? Caveats{} : caveats_of(child, *unit);
    taken.caveats.illustrative |= proposal.illustrative;
  }
}

}  // namespace

Result<ChildSummary, ChildFault> summarize(const Plan& child,
                                           const ChildQuestion& question) {
  if (!child.has_sheet) {
    return why_no_sheet(child);
  }
  ChildSummary summary;
  take_identity(child, summary);
  take_faults(child, summary);
  take_kinds(child, question.year, summary);
  take_figures(child, question.sum_over, summary);
  take_filings(child, question.today, summary);
  take_targets(child, question, summary);
  take_awards(child, question.today, summary);
  return summary;
}

}  // namespace thidua
