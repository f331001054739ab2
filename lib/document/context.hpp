// The contexts of documents: trees of results as `--format json` prints them,
// and in each of them `document`, the head and the foot of the page (head.hpp).  Their names are those of schemas/documents/context.schema.json.
//
// Nothing is invented: what is not recorded is null, or an empty list.
#pragma once

#include <optional>
#include <string_view>

#include "model/plan.hpp"
#include "render/values.hpp"
#include "rules/duties.hpp"
#include "rules/timeline.hpp"

namespace thidua::document {

struct ContextView {
  const Plan& plan;
  Date today;
  Language language = Language::vi;
};

// "plan": objectives, contents, targets, who takes part and is judged by what,
// awards, timeline, duties, responsibilities; targets assigned for a year.
[[nodiscard]] render::Json plan_context(const ContextView& view, int year);

// "unit": what one unit did in a year, its figures, its marks, its awards up
// to now.  The form is the one it is proposed for, if any.
[[nodiscard]] render::Json unit_context(const ContextView& view,
                                        const Unit& unit, int year,
                                        const Proposal* proposal);

// "commendation": the proposals of an occasion by form, with points, class,
// place, votes and decisions; of one form where it is named.
[[nodiscard]] render::Json commendation_context(
    const ContextView& view, const OccasionDate& occasion,
    std::optional<std::string_view> form);

// "call": a duty in a year, who owes it, who is late.
[[nodiscard]] render::Json call_context(const ContextView& view,
                                        const DutyDate& when);

}  // namespace thidua::document
