// Every table of a report with its values, in the order of the report: figures
// added up and unit by unit, targets, what units did, who reported, the
// ranking, awards, the plans below, what comes next; and the tables of
// statistics that reports of such movements have.
//
// Nothing is worked out here: rules do, and sums are theirs.  A table for which
// nothing is recorded is not there.
// Units    exact numbers; a column of percentages says so.
// Errors   none: what is missing is an empty cell, and a note says why.
#pragma once

#include <vector>

#include "document/data_table.hpp"
#include "render/scores.hpp"
#include "rules/report.hpp"

namespace thidua::document {

[[nodiscard]] std::vector<DataTable> report_tables(
    const Report& report, const render::ScoreView& view);

}  // namespace thidua::document
