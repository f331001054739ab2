// What the law asks of a proposal, in words and as JSON: the rule set that
// governs it and why, then dossier, copies, votes, publicity and prize.
//
// Each fact stands with what it rests on; what is assumed says so, and what the
// rule set does not say is said not to be held.
#pragma once

#include <string>

#include "render/card.hpp"
#include "rules/rule_sets.hpp"

namespace thidua::render {

struct LawBlock {
  std::string text;
  Caveats caveats;
};
[[nodiscard]] LawBlock law_block(const LawOfForm& law, const CardView& view,
                                 const Style& style);
[[nodiscard]] Json law_json(const LawOfForm& law, const CardView& view);

// The same as facts of a card, in JSON under `law`.
void add_law(Card& card, const LawOfForm& law, const CardView& view);

}  // namespace thidua::render
