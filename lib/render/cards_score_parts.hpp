// Parts of the card of a score table.
#pragma once

#include "model/score_table.hpp"
#include "render/card.hpp"

namespace thidua::render {

void add_number(Card& card, const char* key, const char* label,
                const std::optional<Exact>& value, const CardView& view);

void add_classes(Card& card, const KindTable& table, const CardView& view);
// Order, ties and quotas.
void add_ranking(Card& card, const KindTable& table, const CardView& view);

}  // namespace thidua::render
