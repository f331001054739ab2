// The listings one by one; listing.hpp has the table of them.
//
// Texts end with what the answer rests on (caveats); nothing found is said in
// words, and is an empty array in JSON.
#pragma once

#include "render/listing.hpp"

namespace thidua::render {

std::string units_text(const CardView& view, const ListingFilter& filter,
                       const Style& style);
Json units_json(const CardView& view, const ListingFilter& filter);

std::string criteria_text(const CardView& view, const ListingFilter& filter,
                          const Style& style);
Json criteria_json(const CardView& view, const ListingFilter& filter);

std::string awards_text(const CardView& view, const ListingFilter& filter,
                        const Style& style);
Json awards_json(const CardView& view, const ListingFilter& filter);

std::string duties_text(const CardView& view, const ListingFilter& filter,
                        const Style& style);
Json duties_json(const CardView& view, const ListingFilter& filter);

std::string targets_text(const CardView& view, const ListingFilter& filter,
                         const Style& style);
Json targets_json(const CardView& view, const ListingFilter& filter);

std::string scores_text(const CardView& view, const ListingFilter& filter,
                        const Style& style);
Json scores_json(const CardView& view, const ListingFilter& filter);

std::string proposals_text(const CardView& view, const ListingFilter& filter,
                           const Style& style);
Json proposals_json(const CardView& view, const ListingFilter& filter);

std::string successions_text(const CardView& view, const ListingFilter& filter,
                             const Style& style);
Json successions_json(const CardView& view, const ListingFilter& filter);
std::string rule_sets_text(const CardView& view, const ListingFilter& filter,
                           const Style& style);
Json rule_sets_json(const CardView& view, const ListingFilter& filter);

// The outline, or that nothing was found, and the caveats.
std::string finished(const Outline& outline, bool empty, Caveats caveats,
                     const CardView& view, const Style& style);
Caveats caveats_in(const std::vector<Card>& cards);
// That nothing was found, or that it is in a plan above which is not held.
std::string nothing_of(Section section, const CardView& view);

// Is a record of this unit asked for?  A unit without a record of its own has
// no kind.
bool fits_unit(const Plan& plan, std::string_view id,
               const ListingFilter& filter);
// Does a time, or a year, fall into the filter's period?
bool in_period(const ListingFilter& filter, const Period& period);
bool in_period(const ListingFilter& filter, int year);

}  // namespace thidua::render
