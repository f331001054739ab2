// The contexts of documents: trees of results as `--format json` prints them,
// and in each of them `document`, the head and the foot of the page (head.hpp).
// Their names are those of schemas/documents/context.schema.json.
//
// Nothing is invented: what is not recorded is null, or an empty list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "render/values.hpp"
#include "rules/commendations.hpp"
#include "rules/duties.hpp"
#include "rules/ranking.hpp"
#include "rules/timeline.hpp"

namespace thidua::document {

struct ContextView {
  const Plan& plan;
  Date today;
  Language language = Language::vi;
};

// "ngày 05 tháng 02 năm 2024"
[[nodiscard]] std::string written_day(Date day);

// "plan": objectives, contents, targets, who takes part and is judged by what,
// score tables, awards and their standards, timeline, duties and what of them
// is still ahead, responsibilities; targets assigned for a year.
[[nodiscard]] render::Json plan_context(const ContextView& view, int year);

// "unit": what one unit did in a year, its figures, its marks, its awards up
// to now.  The form is the one it is proposed for, if any.
[[nodiscard]] render::Json unit_context(const ContextView& view,
                                        const Unit& unit, int year,
                                        const Proposal* proposal);

// Of a letter that proposes: who writes it, and to whom.
struct Letter {
  Author author;
  std::vector<std::string> to;
};

// "commendation": the proposals of a step by form, with points, class, place,
// votes and decisions; the councils and what is known of their meeting.
[[nodiscard]] render::Json commendation_context(const ContextView& view,
                                                const CommendedProposals& made,
                                                const Letter& letter);

// "scorecard": the marks of one unit in a period, stage by stage, and what they
// give.
[[nodiscard]] render::Json scorecard_context(const ContextView& view,
                                             const RankedUnit& unit);

// "call": a duty in a year, who owes it, who is late.
[[nodiscard]] render::Json call_context(const ContextView& view,
                                        const DutyDate& when);

}  // namespace thidua::document
