// The parts of the plan's own card that are about documents: the plan's, those
// above it, those it cites and those that change it.
#pragma once

#include <vector>

#include "render/card.hpp"

namespace thidua::render {

// `make` gives the card of one of them.
template <class List, class Make>
std::vector<Card> cards_of(const List& list, Make make) {
  std::vector<Card> cards;
  cards.reserve(list.size());
  for (const auto& each : list) {
    cards.push_back(make(each));
  }
  return cards;
}

// What the document says of itself: issuer, number, date, signature, period.
void add_identity(Card& card, const CardView& view);
// Documents above and below it, changing it, cited by it, and how it is read.
void add_documents(Card& card, const CardView& view);

}  // namespace thidua::render
