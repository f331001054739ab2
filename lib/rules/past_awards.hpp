// Past awards: what a unit or person was given before, as this plan folder,
// other ones and imported lists tell it.
//
// In this folder a unit is known by its id.  Anywhere else only the name is
// known: the same name, however its tones are placed, its letters and spaces
// written, is a suspicion that a person has to look at, and decides nothing.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

struct PastAward {
  std::string receiver;  // as written there
  std::string form;
  std::string when;      // a day or a year, as written; may be empty
  std::string document;  // may be empty
  std::string where;     // "award-lists/2018.csv:12"
};

// Granted by the day and not revoked; `folder` stands before the places.
[[nodiscard]] std::vector<PastAward> granted_in(const Plan& plan,
                                                const std::string& folder,
                                                Date day);

// Of one unit, by its id.
[[nodiscard]] std::vector<PastAward> granted_to(const Plan& plan,
                                                std::string_view unit,
                                                Date day);

// Of all it took over from, up to the day.
[[nodiscard]] std::vector<PastAward> granted_before(const Plan& plan,
                                                    std::string_view unit,
                                                    Date day);

class PastAwards {
 public:
  void add(std::vector<PastAward> awards);

  // Of receivers who are called like the unit, now or formerly.
  [[nodiscard]] std::vector<const PastAward*> like(const Unit& unit) const;

 private:
  std::vector<PastAward> all_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

}  // namespace thidua
