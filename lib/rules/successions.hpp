// What became of units and bodies, as successions.yaml tells it: which have
// ended, who stands for them on a day, and what a unit was formed from.
//
// Nobody is guessed: where an event names no heir, the answer is `unclear`.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/message.hpp"
#include "model/plan.hpp"

namespace thidua {

// A unit or a body of the plan.
struct Party {
  std::string_view id;
  std::string_view name;
  const Unit* unit = nullptr;  // null: a body, or nothing the plan has
};

// The party with an id, by its name on a day.
[[nodiscard]] Party party(const Plan& plan, std::string_view id, Date day);

// The event by which it ended, if that lies on or before a day; null: it is
// there.
[[nodiscard]] const Succession* ended_by(const Plan& plan, std::string_view id,
                                         Date day);

[[nodiscard]] const Succession* ended_by(const std::vector<Succession>& events,
                                         std::string_view id, Date day);

// From whom it took over everything, or one duty, up to a day, and from whom
// those did; in the order of the events.
[[nodiscard]] std::vector<std::string_view> predecessors_of(
    const Plan& plan, std::string_view id, Date day,
    std::string_view duty = {});

// Who stands for a unit or body.
struct Heirs {
  std::vector<Party> parties;           // in the order of the events
  const Succession* by = nullptr;       // the first event; null: itself
  const Succession* unclear = nullptr;  // an event that names nobody
};

// On a day, in everything or in one duty: itself while it has not handed over,
// else those who took over, and those who took over from them.
[[nodiscard]] Heirs heirs_of(const Plan& plan, std::string_view id, Date day,
                             std::string_view duty = {});

// Does a unit take part in a period, to its end?  One that ended before left
// its place to others.
[[nodiscard]] bool takes_part_to_end(const Plan& plan, const Unit& unit,
                                     const Period& period);

// Bodies by what texts call them: their names and what they act as, however
// spelt.
class BodyNames {
 public:
  explicit BodyNames(const Plan& plan);

  // Null: no body of the plan.
  [[nodiscard]] const Body* called(std::string_view text) const;

 private:
  std::unordered_map<std::string, const Body*> bodies_;
};

// "`Phòng A` ended on 30/06/2025; its work passed to: Sở B".
[[nodiscard]] Message what_became(const Plan& plan, std::string_view id,
                                  const Succession& ended, Date day);

// "Xã A, Xã B"; for nobody, an empty text.
[[nodiscard]] std::string names_of(const std::vector<Party>& parties);

}  // namespace thidua
