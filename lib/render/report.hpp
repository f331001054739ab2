// A report in words and as JSON.
//
// Words: an Outline, for text or Markdown.  On top, and again at the end, that
// data are illustrative or rules assumed; then every part that has no content
// yet; then the parts in the order of the report.
//
// JSON, keys always there and in this order ("source" is path:line, "section"
// is of the plan, a value nobody recorded is null):
//   report, year, as_of, occasion {id, name, key} or null, years_covered […]
//   missing    […] the keys of the parts without content
//   absent     [{part, text}] the parts that the plan has nothing for
//   plan       {title, issuer, document, parents_not_held […]}
//   figures    {sums […], by_unit […]}
//   targets    […]
//   results    {guidance, models, resources, activities, own_awards, by_unit,
//               without_record}; a group is {text, total, count, lines […]}
//   filings    [one duty of one year: on_time, late, not_yet]
//   ranking    [one year: lists […] as `thidua score --format json` has them]
//   awards     [one occasion: counts […], proposals […]]
//   children   [one kind: kind, name, issued, of, added_up, without,
//               without_figures, rows, units, figures, targets, filings,
//               awards, unknown_figures, illustrative, caveats]; every number
//               has "from", what each folder gives to it; of sums of figures
//               with every file and line it was read from only if asked for
//   shortcomings, proposals  groups
//   next_steps {units: groups, timeline […], duties […]}
//   tables     [every table with its values], which document/table_json puts in
//   caveats    {illustrative, assumed}
#pragma once

#include "render/outline.hpp"
#include "render/scores.hpp"
#include "rules/report.hpp"

namespace thidua::render {

// "Annual report 2024".
[[nodiscard]] Message heading_of(const ReportScope& scope);
[[nodiscard]] Outline to_outline(const Report& report, const ScoreView& view);
// `trace`: every record behind the sums of the plans below, of which there may
// be a hundred thousand.
[[nodiscard]] Json to_json(const Report& report, const ScoreView& view,
                           bool trace = false);

[[nodiscard]] const char* word(ReportPart part);
[[nodiscard]] const char* key_of(ReportPart part);
[[nodiscard]] const char* key_of(ProposalOutcome state);

}  // namespace thidua::render
