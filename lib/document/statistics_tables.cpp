// Statistics as reports of such movements have them: how counts lead from one
// year to the next, awards by form and subject, the movements launched.
#include "document/table_parts.hpp"
#include "rules/award_statistics.hpp"
#include "rules/awards.hpp"
#include "rules/balances.hpp"

namespace thidua::document {
namespace {

void add_figure_columns(const std::vector<At<std::string>>& figures,
                        const char* sign, const ReportView& view,
                        DataTable& table) {
  for (const At<std::string>& figure : figures) {
    const FigureKind* kind = view.plan().figure_kind(figure.value);
    table.columns.push_back(
        {fmt::format("{} {}", sign,
                     kind == nullptr ? figure.value : kind->name),
         true, false});
  }
}

Row balance_row(const BalanceRow& balance, const Period& year,
                const ReportView& view) {
  Row row{
      {text_cell(balance.unit == nullptr ? view.say("Altogether")
                                         : balance.unit->name_on(year.last())),
       number_cell(balance.start)},
      0,
      balance.unit == nullptr};
  for (const auto* side : {&balance.less, &balance.plus}) {
    for (const std::optional<Exact>& value : *side) {
      row.cells.push_back(number_cell(value));
    }
  }
  row.cells.push_back(number_cell(balance.computed));
  row.cells.push_back(number_cell(balance.end));
  row.cells.push_back(number_cell(balance.difference()));
  row.cells.push_back(text_cell(view.say(balance.note)));
  return row;
}

void add_balance_notes(const BalanceTable& balance, const ReportView& view,
                       DataTable& table) {
  std::string failing;
  std::size_t checked = 0;
  for (const BalanceRow& row : balance.rows) {
    checked += row.difference().has_value() ? 1U : 0U;
    if (row.fails()) {
      render::append(failing, row.unit->name.value, ", ");
    }
  }
  table.notes.push_back(
      view.say(msg("Checked: start, less what left, plus what came, is the "
                   "count at the end: {0} of {1} {1:unit|units}.",
                   checked, balance.rows.size())));
  if (!failing.empty()) {
    table.notes.push_back(
        view.say(msg("It does not come out for: {0}.", failing)));
  }
  if (balance.balance->origin.assumed) {
    table.notes.push_back(
        view.say("The rule is assumed; the plan does not state it."));
  }
}

DataTable balance_table(const BalanceTable& balance, const ReportView& view) {
  const std::string year = balance.year.to_string();
  const FigureKind* of = view.plan().figure_kind(balance.balance->of.value);
  const std::string& counted =
      of == nullptr ? balance.balance->of.value : of->name;
  DataTable table{
      table_id(
          {"balance", balance.balance->id.value, balance.kind->id.value, year}),
      fmt::format("{} {}: {}", balance.balance->name, year, balance.kind->name),
      {view.words.text(N_("Unit"))},
      {},
      {}};
  table.columns.push_back({view.say(msg("{0}, end of {1}", counted,
                                        balance.year.previous().to_string())),
                           true, false});
  add_figure_columns(balance.balance->less, "−", view, table);
  add_figure_columns(balance.balance->plus, "+", view, table);
  table.columns.push_back(view.words.number(N_("Worked out")));
  table.columns.push_back(
      {view.say(msg("{0}, end of {1}", counted, year)), true, false});
  table.columns.push_back(view.words.number(N_("Difference")));
  table.columns.push_back(view.words.text(N_("Note")));
  table.rows.reserve(balance.rows.size() + 1);
  for (const BalanceRow& row : balance.rows) {
    table.rows.push_back(balance_row(row, balance.year, view));
  }
  table.rows.push_back(balance_row(balance.total, balance.year, view));
  add_balance_notes(balance, view, table);
  return table;
}

std::string subject_title(const SubjectColumn& column, const ReportView& view) {
  std::string whole = view.say(word(column.subject_class));
  if (column.is_class()) {
    return whole;
  }
  return view.say(
      msg("{0}, of which {1}", whole,
          column.part != nullptr ? column.part->name : column.kind->name));
}

Row statistics_row(const AwardStatisticsRow& counted, const ReportView& view) {
  const auto cell = [](const std::optional<int>& count) {
    return count ? Cell(Exact(*count)) : Cell();
  };
  const bool total = counted.form_id.empty();
  Row row{{text_cell(total ? view.say("Altogether")
                           : std::string(counted.form_name)),
           cell(counted.all.proposed), cell(counted.all.decided)},
          0,
          total};
  for (const AwardTally& tally : counted.by_subject) {
    row.cells.push_back(cell(tally.proposed));
    row.cells.push_back(cell(tally.decided));
  }
  return row;
}

void add_subject_columns(const std::string& subject, const ReportView& view,
                         DataTable& table) {
  table.columns.push_back(
      {view.say(msg("{0}: proposed", subject)), true, false});
  table.columns.push_back(
      {view.say(msg("{0}: decided", subject)), true, false});
}

DataTable statistics_table(const AwardStatistics& statistics,
                           const ReportView& view) {
  DataTable table{
      table_id({"award-statistics", statistics.occasion.key()}),
      view.say(msg("Statistics of awards: {0}",
                   fmt::format("{} ({})", statistics.occasion.occasion->name,
                               statistics.occasion.key()))),
      {view.words.text(N_("Award"))},
      {},
      {}};
  add_subject_columns(view.say("All subjects"), view, table);
  for (std::size_t i = 0; i < statistics.columns.size(); ++i) {
    const std::string title = subject_title(statistics.columns[i], view);
    add_subject_columns(title, view, table);
    if (const int unknown = statistics.total.by_subject[i].unknown;
        unknown > 0) {
      table.notes.push_back(view.say(msg(
          "{0}: not recorded of {1} {1:proposal|proposals}", title, unknown)));
    }
  }
  if (statistics.total.of_no_class > 0) {
    table.notes.push_back(
        view.say(msg("the class is not stated of {0} {0:proposal|proposals}, "
                     "which stand under all subjects only",
                     statistics.total.of_no_class)));
  }
  for (const AwardStatisticsRow& row : statistics.rows) {
    table.rows.push_back(statistics_row(row, view));
  }
  if (!table.rows.empty()) {
    table.rows.push_back(statistics_row(statistics.total, view));
  }
  return table;
}

}  // namespace

void add_balance_tables(const ReportView& view, TableList& tables) {
  for (const Period& year : view.report.scope.years) {
    for (const BalanceTable& balance :
         balances_in(view.plan(), year, view.report.scope.as_of)) {
      tables.add_enclosed(balance_table(balance, view));
    }
  }
}

void add_award_statistics(const ReportView& view, TableList& tables) {
  for (const OccasionAwards& awards : view.report.awards) {
    tables.add_enclosed(
        statistics_table(award_statistics(view.plan(), awards), view));
  }
}

}  // namespace thidua::document
