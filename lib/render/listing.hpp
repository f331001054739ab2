// What `list` prints: every unit, criterion, award, duty, target, scorecard,
// proposal, succession or rule set that a filter lets through, as text or as
// one JSON array.
//
// Order   criteria, awards (lowest authority first), duties and targets as the
//         plan has them; units by kind and along the tree (unit_order.hpp);
//         scorecards by period, then by unit; proposals by occasion, form
//         (lowest authority first) and unit; rule sets by the day they begin.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "render/card.hpp"
#include "render/style.hpp"

namespace thidua::render {

// Null and absent: everything.
struct ListingFilter {
  const UnitKind* kind = nullptr;
  const CriteriaSet* set = nullptr;
  const Unit* unit = nullptr;  // and those below it
  const AwardForm* form = nullptr;
  std::optional<OccasionDate> occasion;
  std::optional<Period> period;
  std::string name;  // a part of it, whatever its dashes, capitals and marks
};

// A thing that can be listed, and the filters that narrow it.
struct Listing {
  std::string_view name;  // as typed: "units"
  bool by_kind = false;
  bool by_set = false;
  bool by_unit = false;
  bool by_form = false;
  bool by_occasion = false;
  bool by_period = false;
  bool by_name = false;
  std::string (*to_text)(const CardView&, const ListingFilter&, const Style&);
  Json (*to_json)(const CardView&, const ListingFilter&);
};

[[nodiscard]] std::span<const Listing> all_listings();

}  // namespace thidua::render
