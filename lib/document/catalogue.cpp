#include "document/catalogue.hpp"

#include <algorithm>

#include "data/embedded.hpp"

namespace thidua::document {
const std::vector<CataloguedDocument>& catalogue() {
  static const std::vector<CataloguedDocument> all = [] {
    std::vector<CataloguedDocument> documents;
    documents.reserve(embedded::documents().size());
    for (const embedded::File& file : embedded::documents()) {
      constexpr std::string_view extension = ".txt";
      if (file.path.ends_with(extension)) {
        documents.push_back({std::string(file.path.substr(
                                 0, file.path.size() - extension.size())),
                             read_document_text(file.bytes)});
      }
    }
    return documents;
  }();
  return all;
}

const CataloguedDocument* find_document(std::string_view id) {
  const auto& all = catalogue();
  const auto found = std::find_if(
      all.begin(), all.end(),
      [&](const CataloguedDocument& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace thidua::document
