// A plan without personal data, for documents that go to everybody: people and
// households are called by their kind and a number, contacts and what is noted
// of them are left out.  Points, marks, figures and decisions stay.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

// Ids of those who were given other names, with ids that tell nothing of them:
// an id is a slug of the name, and records are found by it, so it stays in the
// plan.  Longest first, so that they can be replaced in a text one by one.
using HiddenIds = std::vector<std::pair<std::string, std::string>>;

// Names in the text of what somebody was proposed for are replaced, too; other
// texts that people wrote are theirs to check.
[[nodiscard]] HiddenIds hide_persons(Plan& plan);

// The text without the ids.
[[nodiscard]] std::string without_ids(std::string text, const HiddenIds& ids);

}  // namespace thidua
