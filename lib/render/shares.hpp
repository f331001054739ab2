// Shares of a list, in words and for machines: “nữ 3/10 (chưa rõ 2)”.
#pragma once

#include <string>
#include <vector>

#include "render/values.hpp"
#include "rules/shares.hpp"

namespace thidua::render {

// One line; empty where nothing is counted.
[[nodiscard]] std::string share_words(const std::vector<ShareCount>& counts,
                                      Language language);
[[nodiscard]] Json json_shares(const std::vector<ShareCount>& counts);
[[nodiscard]] Caveats caveats_of(const std::vector<ShareCount>& counts);

}  // namespace thidua::render
