// What `show` prints: everything a plan folder says of one thing.
//
// An id may name several things (a timeline entry and a responsibility of the
// same section): each is a card of its own.  `plan` names the plan itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/card.hpp"
#include "render/style.hpp"

namespace thidua::render {

// The cards of everything with this id, NFC, sections also as IV.2.dd-1b; where
// there is none, of everything with this name, whatever its dashes, capitals
// and marks.
[[nodiscard]] std::vector<Card> find_cards(const CardView& view,
                                           std::string_view id);
// Every id that find_cards knows.
[[nodiscard]] std::vector<std::string> known_ids(const CardView& view);

// Cards one after the other, and what they rest on.
[[nodiscard]] std::string cards_text(const std::vector<Card>& cards,
                                     const CardView& view, const Style& style);

// A unit with all that is recorded of it.
[[nodiscard]] Card unit_page(const CardView& view, const Unit& unit);

}  // namespace thidua::render
