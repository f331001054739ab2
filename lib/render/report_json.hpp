// The parts of a report as JSON.  Only the report_json*.cpp of this room need
// it; which keys there are: render/report.hpp.
#pragma once

#include "render/report.hpp"

namespace thidua::render {

[[nodiscard]] Json json_figures(const Report& report, const ScoreView& view);
[[nodiscard]] Json json_targets(const Report& report, const ScoreView& view);
[[nodiscard]] Json json_results(const Report& report, const ScoreView& view);
[[nodiscard]] Json json_groups(const ResultGroups& groups,
                               const ScoreView& view);
[[nodiscard]] Json json_filings(const Report& report, const ScoreView& view);
[[nodiscard]] Json json_ranking(const Report& report, const ScoreView& view);
[[nodiscard]] Json json_awards(const Report& report, const ScoreView& view);
[[nodiscard]] Json json_children(const Report& report, const ScoreView& view,
                                 bool trace);
[[nodiscard]] Json json_next_steps(const Report& report, const ScoreView& view);

// The place of a record as path:line, or null.
[[nodiscard]] Json json_source(const ScoreView& view, Span where);
// Words, or null where there is nothing to say.
[[nodiscard]] Json json_text(const ScoreView& view, const Message& message);
[[nodiscard]] Json json_steps(const ScoreView& view, const Steps& steps);
[[nodiscard]] Json iso(const std::optional<Date>& date);
// The mapping, with the number set as set_number() does.
[[nodiscard]] Json with_number(Json json, const char* key,
                               const std::optional<Exact>& value);

}  // namespace thidua::render
