#include "document/report_tables.hpp"

#include "document/table_parts.hpp"

namespace thidua::document {

std::vector<DataTable> report_tables(const Report& report,
                                     const render::ScoreView& view) {
  const ReportView parts{report, view, TableWords(view.language)};
  TableList tables;
  add_figure_tables(parts, tables);
  add_balance_tables(parts, tables);
  add_unit_figure_tables(parts, tables);
  add_target_table(parts, tables);
  add_result_tables(parts, tables);
  add_filing_tables(parts, tables);
  add_ranking_tables(parts, tables);
  add_award_statistics(parts, tables);
  add_award_tables(parts, tables);
  add_children_tables(parts, tables);
  add_movement_table(parts, tables);
  add_planned_table(parts, tables);
  return tables.take();
}

}  // namespace thidua::document
