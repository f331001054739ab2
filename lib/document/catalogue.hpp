// The documents that thidua writes, by name: what is shipped (lib/data/
// documents) and what an office keeps in `templates/` of its plan folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/layout.hpp"

namespace thidua::document {

struct CataloguedDocument {
  std::string id;  // "bao-cao"
  DocumentText text;
};

// In the order of their ids.
[[nodiscard]] const std::vector<CataloguedDocument>& catalogue();
[[nodiscard]] const CataloguedDocument* find_document(std::string_view id);

}  // namespace thidua::document
