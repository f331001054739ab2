// `document` of a context: what stands at the head and the foot of the page
// (Nghị định 30/2020/NĐ-CP, Điều 8).  Who writes, under whom, with what number,
// where, who signs and who receives it are the plan's own, or what one of its
// letterheads says of the document; nothing is invented.
//
// Where the body that issued the plan has ended, its heir writes, and of that
// one only a letterhead knows more than the name.
#pragma once

#include "document/catalogue.hpp"
#include "document/context.hpp"

namespace thidua::document {

// By the body that issued the plan, or its heir.
[[nodiscard]] render::Json document_json(const ContextView& view,
                                         const CataloguedDocument& document,
                                         Caveats caveats);

// By another body of the plan, below that one.
[[nodiscard]] render::Json body_document_json(
    const ContextView& view, const CataloguedDocument& document,
    const Body& body, Caveats caveats);

// By a unit, to the body that issued the plan.
[[nodiscard]] render::Json unit_document_json(
    const ContextView& view, const CataloguedDocument& document,
    const Unit& unit, Caveats caveats);

// Minutes are of the day of the meeting; dots where it is not recorded.
void date_by_meeting(render::Json& document, const render::Json& meeting);

}  // namespace thidua::document
