// Successions on the screen and in JSON: who ended, who took over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/card.hpp"
#include "rules/duties.hpp"
#include "rules/successions.hpp"

namespace thidua::render {

[[nodiscard]] Card succession_card(const CardView& view,
                                   const Succession& event);
// Those in which a unit or body ends, takes over or hands over.
[[nodiscard]] std::vector<Card> succession_cards(const CardView& view,
                                                 std::string_view id);

// "Sở B (in place of Phòng A)"
[[nodiscard]] std::string owner_text(const DutyState& state, Language language);

// "Xã B (in place of Xã A); Xã C"
[[nodiscard]] std::string owners_text(const std::vector<DutyState>& states,
                                      Language language);

// Their names, or that it is not known who succeeds.
[[nodiscard]] std::string heirs_text(const Heirs& heirs, Language language);

// The name of a body, or of who stands for it on a day.
[[nodiscard]] std::string office_text(const Plan& plan, std::string_view id,
                                      Date day, Language language);

// The name of the unit above on a day; its heir's where it has ended.
[[nodiscard]] std::string parent_words(const Plan& plan,
                                       std::string_view parent, Date today);
// Of what a unit that has ended by a day had begun: who carries it on.  Empty
// while the unit is there.
[[nodiscard]] std::string in_charge_text(const Plan& plan, std::string_view id,
                                         Date day, Language language);
// "01/07/2025: Xã A, Xã B → Xã C"
[[nodiscard]] std::string event_text(const Plan& plan, const Succession& event,
                                     Language language);
// The same without the day.
[[nodiscard]] std::string passing_text(const Plan& plan,
                                       const Succession& event,
                                       Language language);

// Of units that ended within a period: who, and to whom each passed.  Empty for
// none.
[[nodiscard]] std::string ended_text(const Plan& plan,
                                     const std::vector<const Unit*>& units,
                                     const Period& period, Language language);

}  // namespace thidua::render
