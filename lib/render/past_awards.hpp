// What a unit was given before: by its own records, and by others of its name,
// which are suspicions.
#pragma once

#include <string>
#include <vector>

#include "render/values.hpp"
#include "rules/past_awards.hpp"

namespace thidua::render {

struct PastOfUnit {
  std::vector<PastAward> own;
  std::vector<const PastAward*> like;
};

// Empty where there is neither.
[[nodiscard]] std::string past_text(const PastOfUnit& past, Language language);
[[nodiscard]] Json json_past(const PastOfUnit& past);

}  // namespace thidua::render
