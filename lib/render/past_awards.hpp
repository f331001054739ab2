// What a unit was given before: by its own records, what those were given that
// it took over from, and what others of its name were, which are suspicions.
#pragma once

#include <string>
#include <vector>

#include "render/values.hpp"
#include "rules/past_awards.hpp"

namespace thidua::render {

struct PastOfUnit {
  std::vector<PastAward> own;
  std::vector<PastAward> before;  // of those it took over from
  std::vector<const PastAward*> like;
};

// Empty where there is neither.
[[nodiscard]] std::string past_text(const PastOfUnit& past, Language language);
[[nodiscard]] Json json_past(const PastOfUnit& past);

}  // namespace thidua::render
