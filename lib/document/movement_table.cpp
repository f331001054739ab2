// The movements launched: this plan, the plans above it and those below, by
// level, scope and length.  Nothing is guessed: of a plan that is only named
// there is no level and no period, and nobody records a scope.
#include "document/table_parts.hpp"

namespace thidua::document {
namespace {

// Whole years, else with the part of a year in months.
Cell length_of(const Period& period) {
  const Date first = period.first();
  const Date last = add_days(period.last(), 1);
  const int months =
      (static_cast<int>(last.year()) - static_cast<int>(first.year())) * 12 +
      static_cast<int>(static_cast<unsigned>(last.month())) -
      static_cast<int>(static_cast<unsigned>(first.month()));
  return first.day() == last.day() ? Cell(Exact(months, 12)) : Cell();
}

Cell known_day(const Fact<PartialDate>& date, const ReportView& view) {
  if (date.has_value() && date.value.first() == date.value.last()) {
    return date.value.first();
  }
  return text_cell(render::date_words(date, view.language()));
}

struct Launched {
  const char* place;
  std::string_view title;
  std::string_view issuer;
  std::string_view level;
  std::optional<Period> period;
  std::string_view type;
  const Fact<std::string>& number;
  const Fact<PartialDate>& date;
};

Row launched_row(const Launched& each, const ReportView& view) {
  return {{text_cell(each.title), text_cell(view.say(each.place)),
           text_cell(each.issuer), text_cell(each.level), Cell(),
           each.period ? Cell(each.period->first()) : Cell(),
           each.period ? Cell(each.period->last()) : Cell(),
           each.period ? length_of(*each.period) : Cell(), text_cell(each.type),
           text_cell(render::number_words(each.number, view.language())),
           known_day(each.date, view)},
          0,
          false};
}

Launched launched_plan(const char* place, const PlanSheet& sheet) {
  return {place,
          sheet.title,
          sheet.issuer.name,
          sheet.issuer.level,
          sheet.period,
          sheet.document.type,
          sheet.document.number,
          sheet.document.date};
}

// The sheet of a parent whose folder is at hand; null: it is only named.
const PlanSheet* held_sheet(const Plan& plan, std::size_t reference) {
  for (const ParentPlan& parent : plan.parents) {
    if (!parent.child && parent.reference == reference && parent.has_sheet) {
      return &parent.sheet;
    }
  }
  return nullptr;
}

void add_above(const ReportView& view, DataTable& table) {
  const auto& parents = view.plan().sheet.parents;
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const DocumentReference& named = parents[i];
    const PlanSheet* sheet = held_sheet(view.plan(), i);
    table.rows.push_back(launched_row(sheet != nullptr
                                          ? launched_plan(N_("above"), *sheet)
                                          : Launched{N_("above"),
                                                     named.subject,
                                                     named.issuer,
                                                     {},
                                                     std::nullopt,
                                                     named.type,
                                                     named.number,
                                                     named.date},
                                      view));
  }
}

void add_below(const ReportView& view, DataTable& table) {
  if (!view.report.below) {
    return;
  }
  for (const ChildrenOfKind& kind : view.report.below->kinds) {
    for (const ChildRow& row : kind.rows) {
      if (row.summary != nullptr && !row.counted_elsewhere &&
          row.has_issued(view.report.scope.as_of)) {
        const ChildSummary& plan = *row.summary;
        table.rows.push_back(
            launched_row({N_("below"), plan.title, plan.issuer, plan.level,
                          plan.period, plan.type, plan.number, plan.date},
                         view));
      }
    }
  }
}

}  // namespace

void add_movement_table(const ReportView& view, TableList& tables) {
  const TableWords& words = view.words;
  DataTable table{
      "movements",
      view.say("Movements launched, by level, scope and length"),
      {words.text(N_("Movement")), words.text(N_("Place among the plans")),
       words.text(N_("Issuer")), words.text(N_("Level")),
       words.text(N_("Scope")), words.text(N_("Begins")),
       words.text(N_("Ends")), words.number(N_("Length (years)")),
       words.text(N_("Kind of document")), words.text(N_("Number and sign")),
       words.text(N_("Date"))},
      {},
      {view.say("No record holds the scope of a movement, so that its column "
                "is empty."),
       view.say("Of a plan that is only named, level and period are not "
                "known.")}};
  add_above(view, table);
  table.rows.push_back(
      launched_row(launched_plan(N_("this plan"), view.plan().sheet), view));
  add_below(view, table);
  Row total{{text_cell(fmt::format(
                "{}: {}", view.say("Altogether"),
                view.say(msg("{0} {0:plan|plans}", table.rows.size()))))},
            0,
            true};
  total.cells.resize(table.columns.size());
  table.rows.push_back(std::move(total));
  tables.add_enclosed(std::move(table));
}

}  // namespace thidua::document
