// A report as a page to look at: one HTML file, which needs no network and no
// script, for a telephone, a desk or paper, by day and by night.
//
// What is in it: progress of the targets, ranking, who has done each duty, the
// course of the plan, awards by form; what is missing and what is made up or
// assumed first and last.  The same report and view give the same bytes.
// Files    lib/data/page/page.html is its structure, page.css its looks.
#pragma once

#include <string>

#include "render/scores.hpp"
#include "rules/report.hpp"

namespace thidua::document {

[[nodiscard]] std::string to_html(const Report& report,
                                  const render::ScoreView& view);

}  // namespace thidua::document
