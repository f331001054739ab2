#include "document/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "data/embedded.hpp"

namespace thidua::document {
namespace {

// A letter (công văn) has no type in its number, but its file has to begin
// with something.
constexpr std::string_view letter_prefix = "CV";

}  // namespace

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

std::string file_name(std::string_view abbreviation, std::string_view when,
                      std::string_view words, std::string_view extension) {
  std::string name(abbreviation.empty() ? letter_prefix : abbreviation);
  // Of the abbreviations only QĐ, QyĐ, HĐ and CĐ are not ASCII.
  constexpr std::string_view barred = "Đ";
  if (const std::size_t at = name.find(barred); at != std::string::npos) {
    name.replace(at, barred.size(), "D");
  }
  for (const std::string_view part : {when, words}) {
    if (!part.empty()) {
      name += fmt::format("-{}", slug(part));
    }
  }
  return fmt::format("{}.{}", name, extension);
}

}  // namespace thidua::document
