#include "rules/award_statistics.hpp"

#include <algorithm>
#include <array>

#include "rules/applicability.hpp"

namespace thidua {
namespace {

enum class Belongs { yes, no, unknown };

bool has_class(const UnitKind& kind, SubjectClass subject_class) {
  return std::find(kind.classes.begin(), kind.classes.end(), subject_class) !=
         kind.classes.end();
}

void add_parts(const Plan& plan, SubjectClass subject_class,
               std::vector<SubjectColumn>& columns) {
  const std::size_t before = columns.size();
  for (const Breakdown& part : plan.sheet.breakdowns) {
    if (part.subject_class == subject_class) {
      columns.push_back({subject_class, &part, nullptr});
    }
  }
  if (!plan.sheet.breakdowns.empty()) {
    return;
  }
  for (const UnitKind& kind : plan.sheet.kinds) {
    if (has_class(kind, subject_class)) {
      columns.push_back({subject_class, nullptr, &kind});
    }
  }
  // One kind would only say the same again.
  if (columns.size() == before + 1) {
    columns.pop_back();
  }
}

std::vector<SubjectColumn> columns_of(const Plan& plan) {
  constexpr std::array<SubjectClass, 3> classes{SubjectClass::collective,
                                                SubjectClass::household,
                                                SubjectClass::individual};
  std::vector<SubjectColumn> columns;
  for (const SubjectClass each : classes) {
    columns.push_back({each, nullptr, nullptr});
    add_parts(plan, each, columns);
  }
  return columns;
}

Belongs in_part(const Plan& plan, const Unit& unit, const Breakdown& part) {
  if (!part.kinds.empty() && !names(part.kinds, unit.kind.value)) {
    return Belongs::no;
  }
  switch (described(plan, unit, part.subkinds, part.attributes).answer) {
    case Applicability::Answer::applies:
      return Belongs::yes;
    case Applicability::Answer::does_not:
      return Belongs::no;
    default:
      return Belongs::unknown;
  }
}

Belongs belongs_to(const Plan& plan, const ProposalLine& line,
                   const SubjectColumn& column) {
  if (line.subject_class != column.subject_class) {
    return Belongs::no;
  }
  if (column.is_class()) {
    return Belongs::yes;
  }
  if (line.unit == nullptr) {
    return Belongs::unknown;
  }
  if (column.kind != nullptr) {
    return line.unit->kind.value == column.kind->id.value ? Belongs::yes
                                                          : Belongs::no;
  }
  return in_part(plan, *line.unit, *column.part);
}

void count_line(const ProposalLine& line, AwardTally& tally) {
  ++*tally.proposed;
  *tally.decided += line.outcome == ProposalOutcome::granted ? 1 : 0;
}

void add_line(const Plan& plan, const std::vector<SubjectColumn>& columns,
              const ProposalLine& line, AwardStatisticsRow& row) {
  count_line(line, row.all);
  row.of_no_class += line.subject_class ? 0 : 1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    switch (belongs_to(plan, line, columns[i])) {
      case Belongs::yes:
        count_line(line, row.by_subject[i]);
        break;
      case Belongs::unknown:
        ++row.by_subject[i].unknown;
        break;
      case Belongs::no:
        break;
    }
  }
}

// A part of whose members nobody is known is no number.
void drop_unknown(const std::vector<SubjectColumn>& columns,
                  AwardStatisticsRow& row) {
  int of_class = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    AwardTally& tally = row.by_subject[i];
    if (columns[i].is_class()) {
      of_class = *tally.proposed;
    } else if (tally.unknown > 0 && tally.unknown == of_class) {
      tally.proposed.reset();
      tally.decided.reset();
    }
  }
}

}  // namespace

AwardStatistics award_statistics(const Plan& plan,
                                 const OccasionAwards& awards) {
  AwardStatistics statistics{awards.occasion, columns_of(plan), {}, {}};
  const auto& columns = statistics.columns;
  statistics.total.by_subject.resize(columns.size());
  for (const ProposalLine& line : awards.proposals) {
    auto& rows = statistics.rows;
    if (rows.empty() || rows.back().form_id != line.proposal->form.value) {
      rows.push_back({line.proposal->form.value, line.form_name(), {}, {}, 0});
      rows.back().by_subject.resize(columns.size());
    }
    add_line(plan, columns, line, rows.back());
    add_line(plan, columns, line, statistics.total);
  }
  for (AwardStatisticsRow& row : statistics.rows) {
    drop_unknown(columns, row);
  }
  drop_unknown(columns, statistics.total);
  return statistics;
}

}  // namespace thidua
