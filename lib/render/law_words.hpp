// Facts of the law in words: what a rule set says, what it rests on, and why it
// governs a dossier.
#pragma once

#include <string>

#include "render/card.hpp"
#include "rules/rule_sets.hpp"

namespace thidua::render {

// The note, behind “assumed” where the fact is.
[[nodiscard]] std::string note_words(const LegalGround& ground,
                                     const CardView& view);
// “value — Điều 42; assumed: note”, with the address where no article is known.
[[nodiscard]] std::string grounded(const std::string& words,
                                   const LegalGround& ground,
                                   const CardView& view);
[[nodiscard]] Json json_ground(const LegalGround& ground);

// “01”, as official papers count copies.
[[nodiscard]] std::string copies_words(int copies);
[[nodiscard]] std::string papers_words(const Papers& papers);
[[nodiscard]] std::string vote_words(const Vote& vote, const CardView& view);
[[nodiscard]] Json json_vote(const Vote& vote);
[[nodiscard]] std::string publicity_words(const Publicity& publicity,
                                          const CardView& view);

// Why a rule set governs: “by the day of receipt 20/6/2025”.
[[nodiscard]] std::string chosen_words(const GoverningRules& rules,
                                       const CardView& view);
// That there is none.
[[nodiscard]] std::string no_set_words(const GoverningRules& rules,
                                       const CardView& view);
// What a newer set says of older dossiers, or that nothing is known of it;
// empty where no newer one matters.
[[nodiscard]] std::string transition_words(const GoverningRules& rules,
                                           const CardView& view);
// Its id; in brackets while the day of receipt is not recorded, which may still
// change it; a dash where there is none.
[[nodiscard]] std::string short_words(const GoverningRules& rules);
[[nodiscard]] Json json_governing(const GoverningRules& rules);

}  // namespace thidua::render
