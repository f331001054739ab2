// What units did: the same thing said by several stands unit by unit.
#include <algorithm>

#include "document/table_parts.hpp"
#include "render/card_words.hpp"

namespace thidua::document {
namespace {

// A list of what units did.  `amount`: what a number in it is of; null: it has
// none.
struct SaidPart {
  const ResultGroups& groups;
  const char* id;
  const char* title;
  const char* what;
  const char* amount;
};

Row said_row(const ResultGroup& group, const ResultLine& line,
             const SaidPart& part) {
  Row row{{text_cell(group.text), text_cell(line.name),
           text_cell(std::to_string(line.year))},
          0,
          false};
  if (part.amount != nullptr) {
    row.cells.push_back(number_cell(line.amount));
  }
  row.cells.push_back(text_cell(line.note));
  row.cells.push_back(text_cell(line.document));
  row.cells.push_back(day_cell(line.date));
  return row;
}

bool is_blank(const Cell& cell) {
  return std::holds_alternative<std::monostate>(cell);
}

// Columns that nobody has filled in, from the fourth on.
void drop_blank_columns(DataTable& table) {
  constexpr std::size_t kept = 3;
  for (std::size_t i = table.columns.size(); i-- > kept;) {
    if (std::all_of(table.rows.begin(), table.rows.end(),
                    [&](const Row& row) { return is_blank(row.cells[i]); })) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      table.columns.erase(table.columns.begin() + at);
      for (Row& row : table.rows) {
        row.cells.erase(row.cells.begin() + at);
      }
    }
  }
}

std::optional<Exact> amount_of(const ResultGroups& groups) {
  std::optional<Exact> sum;
  for (const ResultGroup& group : groups) {
    if (group.total) {
      sum = sum.value_or(Exact(0)) + *group.total;
    }
  }
  return sum;
}

void add_said(const SaidPart& part, const ReportView& view, TableList& tables) {
  const TableWords& words = view.words;
  DataTable table{
      part.id,
      view.say(part.title),
      {words.text(part.what), words.text(N_("Unit")), words.text(N_("Year"))},
      {},
      {}};
  if (part.amount != nullptr) {
    table.columns.push_back(words.number(part.amount));
  }
  table.columns.push_back(words.text(N_("Note")));
  table.columns.push_back(words.text(N_("Document")));
  table.columns.push_back(words.text(N_("Date")));
  for (const ResultGroup& group : part.groups) {
    for (const ResultLine& line : group.lines) {
      table.rows.push_back(said_row(group, line, part));
    }
  }
  const auto sum = amount_of(part.groups);
  if (part.amount != nullptr && sum) {
    Row total{{text_cell(view.say("Altogether"))}, 0, true};
    total.cells.resize(table.columns.size());
    total.cells[3] = *sum;
    table.rows.push_back(std::move(total));
  }
  drop_blank_columns(table);
  tables.add(std::move(table));
}

std::string resource_name(const ResultGroup& group, const ReportView& view) {
  return render::term(group.type,
                      {view.plan(), view.language(), view.report.scope.as_of});
}

DataTable resources_table(const ReportView& view) {
  const TableWords& words = view.words;
  DataTable table{"resources",
                  view.say("Resources raised"),
                  {words.text(N_("Resource")), words.number(N_("Amount")),
                   words.text(N_("Counted in")), words.number(N_("Entries"))},
                  {},
                  {}};
  for (const ResultGroup& group : view.report.results.resources) {
    table.rows.push_back(
        {{text_cell(resource_name(group, view)), number_cell(group.total),
          text_cell(group.text), count_cell(group.lines.size())},
         0,
         false});
  }
  return table;
}

DataTable resource_items_table(const ReportView& view) {
  const TableWords& words = view.words;
  DataTable table{"resource-items",
                  view.say("Resources raised, entry by entry"),
                  {words.text(N_("Resource")), words.text(N_("Unit")),
                   words.text(N_("Year")), words.number(N_("Amount")),
                   words.text(N_("Counted in")), words.text(N_("Note"))},
                  {},
                  {}};
  for (const ResultGroup& group : view.report.results.resources) {
    for (const ResultLine& line : group.lines) {
      table.rows.push_back(
          {{text_cell(resource_name(group, view)), text_cell(line.name),
            text_cell(std::to_string(line.year)), number_cell(line.amount),
            text_cell(group.text), text_cell(line.note)},
           0,
           false});
    }
  }
  return table;
}

void add_total(const ReportResults& results, const ReportView& view,
               DataTable& table) {
  std::size_t guidance = 0;
  std::size_t models = 0;
  std::size_t activities = 0;
  for (const UnitResults& unit : results.by_unit) {
    guidance += unit.guidance;
    models += unit.models;
    activities += unit.activities;
  }
  Row total{{text_cell(view.say("Altogether")), count_cell(guidance),
             count_cell(models), count_cell(activities),
             number_cell(amount_of(results.own_awards))},
            0,
            true};
  for (const ResultGroup& group : results.resources) {
    total.cells.push_back(number_cell(group.total));
  }
  table.rows.push_back(std::move(total));
}

void add_without_record(const ReportResults& results, const ReportView& view,
                        DataTable& table) {
  const bool several_years = view.report.scope.years.size() > 1;
  std::string names;
  for (const auto& [unit, years] : results.without) {
    render::append(names, several_years
                              ? fmt::format("{} ({})", unit->name.value,
                                            fmt::join(years, ", "))
                              : unit->name.value);
  }
  if (!names.empty()) {
    table.notes.push_back(view.say(
        msg("no result record ({0}): {1}", results.without.size(), names)));
  }
}

DataTable contributions_table(const ReportView& view) {
  const ReportResults& results = view.report.results;
  const TableWords& words = view.words;
  DataTable table{"results-by-unit",
                  view.say("What the units did, unit by unit"),
                  {words.text(N_("Unit")), words.number(N_("Guidance")),
                   words.number(N_("Models")), words.number(N_("Activities")),
                   words.number(N_("Own awards"))},
                  {},
                  {}};
  for (const ResultGroup& group : results.resources) {
    table.columns.push_back(
        {fmt::format("{} ({})", resource_name(group, view), group.text), true,
         false});
  }
  for (const UnitResults& unit : results.by_unit) {
    Row row{{text_cell(unit.name), count_cell(unit.guidance),
             count_cell(unit.models), count_cell(unit.activities),
             number_cell(unit.own_awards)},
            0,
            false};
    for (const std::optional<Exact>& amount : unit.resources) {
      row.cells.push_back(number_cell(amount));
    }
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) {
    add_total(results, view, table);
  }
  add_without_record(results, view, table);
  return table;
}

}  // namespace

void add_result_tables(const ReportView& view, TableList& tables) {
  const ReportResults& results = view.report.results;
  tables.add_enclosed(contributions_table(view));
  tables.add(resources_table(view));
  tables.add(resource_items_table(view));
  const SaidPart parts[] = {
      {results.guidance, "guidance", N_("Guidance issued"), N_("Guidance"),
       nullptr},
      {results.models, "models", N_("Models"), N_("Model"), N_("Households")},
      {results.activities, "activities", N_("Activities"), N_("Activity"),
       nullptr},
      {results.own_awards, "own-awards", N_("Own awards"), N_("Award"),
       N_("Number")},
      {results.shortcomings, "shortcomings", N_("Shortcomings"),
       N_("Shortcoming"), nullptr},
      {results.proposals, "proposals", N_("Proposals of the units"),
       N_("Proposal"), nullptr},
      {results.next_steps, "next-steps", N_("Next steps of the units"),
       N_("What"), nullptr},
  };
  for (const SaidPart& part : parts) {
    add_said(part, view, tables);
  }
}

}  // namespace thidua::document
