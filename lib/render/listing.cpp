#include "render/listing.hpp"

#include "render/listing_parts.hpp"
#include "render/unit_order.hpp"
#include "rules/delegation.hpp"

namespace thidua::render {

std::span<const Listing> all_listings() {
  static constexpr std::array<Listing, 9> listings{{
      {.name = "units",
       .by_kind = true,
       .by_unit = true,
       .by_period = true,
       .by_name = true,
       .to_text = units_text,
       .to_json = units_json},
      {.name = "criteria",
       .by_kind = true,
       .by_set = true,
       .to_text = criteria_text,
       .to_json = criteria_json},
      {.name = "awards",
       .by_form = true,
       .by_occasion = true,
       .by_period = true,
       .to_text = awards_text,
       .to_json = awards_json},
      {.name = "duties",
       .by_kind = true,
       .by_unit = true,
       .by_period = true,
       .to_text = duties_text,
       .to_json = duties_json},
      {.name = "targets",
       .by_period = true,
       .to_text = targets_text,
       .to_json = targets_json},
      {.name = "scores",
       .by_kind = true,
       .by_unit = true,
       .by_period = true,
       .to_text = scores_text,
       .to_json = scores_json},
      {.name = "proposals",
       .by_kind = true,
       .by_unit = true,
       .by_form = true,
       .by_occasion = true,
       .by_period = true,
       .to_text = proposals_text,
       .to_json = proposals_json},
      {.name = "successions",
       .by_unit = true,
       .by_period = true,
       .to_text = successions_text,
       .to_json = successions_json},
      {.name = "rule-sets",
       .by_period = true,
       .to_text = rule_sets_text,
       .to_json = rule_sets_json},
  }};
  return listings;
}

std::string finished(const Outline& outline, bool empty, Caveats caveats,
                     const CardView& view, const Style& style) {
  if (empty) {
    return view.say("nothing found") + "\n";
  }
  const std::string lines = caveat_lines(caveats, view.language);
  return outline.to_text(style) + (lines.empty() ? "" : "\n") + lines;
}

std::string nothing_of(Section section, const CardView& view) {
  const auto left = not_held(view.plan, section);
  return (left ? view.say(why_not_held(*left, section))
               : view.say("nothing found")) +
         "\n";
}

Caveats caveats_in(const std::vector<Card>& cards) {
  Caveats caveats;
  for (const Card& card : cards) {
    caveats |= caveats_in(card);
  }
  return caveats;
}

bool fits_unit(const Plan& plan, std::string_view id,
               const ListingFilter& filter) {
  const Unit* unit = plan.unit(id);
  return (filter.kind == nullptr ||
          (unit != nullptr && unit->kind.value == filter.kind->id.value)) &&
         (filter.unit == nullptr || is_within(id, filter.unit->id));
}

bool in_period(const ListingFilter& filter, const Period& period) {
  return !filter.period || filter.period->contains(period);
}

bool in_period(const ListingFilter& filter, int year) {
  return !filter.period || filter.period->overlaps(Period::year(year));
}

}  // namespace thidua::render
