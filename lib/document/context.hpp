// The contexts of documents: trees of results as `--format json` prints them,
// and in each of them `document`, what stands at the head and the foot of the
// page.  Their names are those of schemas/documents/context.schema.json.
//
// Nothing is invented: what is not recorded is null, or an empty list.
#pragma once

#include <optional>
#include <string_view>

#include "model/plan.hpp"
#include "render/values.hpp"
#include "rules/duties.hpp"
#include "rules/ranking.hpp"
#include "rules/timeline.hpp"

namespace thidua::document {

// Who signs: the body that issued the plan, or its chair alone, who decides on
// awards and puts no TM. before the title.
enum class Signer { body, chair };

struct ContextView {
  const Plan& plan;
  Date today;
  Language language = Language::vi;
};

// `document` of the context.  `abbreviation` is that of the type of document.
[[nodiscard]] render::Json document_json(const ContextView& view,
                                         std::string_view abbreviation,
                                         Signer signer, Caveats caveats);

// The same of what a unit writes itself, to the body that issued the plan: its
// number, place and signature are not the plan's.
[[nodiscard]] render::Json unit_document_json(const ContextView& view,
                                              std::string_view abbreviation,
                                              const Unit& unit,
                                              Caveats caveats);

// "plan": objectives, contents, targets, who takes part and is judged by what,
// score tables, awards and their standards, timeline, duties and what of them
// is still ahead, responsibilities; targets assigned for a year.
[[nodiscard]] render::Json plan_context(const ContextView& view, int year);

// "unit": what one unit did in a year, its figures, its marks, its awards up
// to now.  The form is the one it is proposed for, if any.
[[nodiscard]] render::Json unit_context(const ContextView& view,
                                        const Unit& unit, int year,
                                        const Proposal* proposal);

// "scorecard": the marks of one unit in a period, stage by stage, and what they
// give.
[[nodiscard]] render::Json scorecard_context(const ContextView& view,
                                             const RankedUnit& unit);

// "commendation": the proposals of an occasion by form, with points, class,
// place, votes and decisions; of one form where it is named.
[[nodiscard]] render::Json commendation_context(
    const ContextView& view, const OccasionDate& occasion,
    std::optional<std::string_view> form);

// "call": a duty in a year, who owes it, who is late.
[[nodiscard]] render::Json call_context(const ContextView& view,
                                        const DutyDate& when);

}  // namespace thidua::document
