// The papers of a commendation: which proposals each of them holds, who writes
// it and to whom, and why there is nothing to write.
#pragma once

#include <string>

#include "document/context.hpp"
#include "material.hpp"

namespace thidua::cmd {

struct CommendationMaterial {
  document::Json context;
  std::string occasion;  // its key
  std::string words;     // the form and the author, where they were asked for
  Caveats caveats;
  Author author;
};

[[nodiscard]] Result<CommendationMaterial> commendation_material(
    const World& world, const document::CataloguedDocument& wanted,
    const DocumentQuestion& asked);

}  // namespace thidua::cmd
