#include "document/file_names.hpp"

#include "base/text.hpp"

namespace thidua::document {
namespace {

// "TTr" stays as it is, "QĐ" is QD.
std::string ascii_letters(std::string_view abbreviation) {
  std::string letters;
  for (std::size_t at = 0; at < abbreviation.size();) {
    std::size_t next = at + 1;
    while (next < abbreviation.size() &&
           (static_cast<unsigned char>(abbreviation[next]) & 0xC0U) == 0x80U) {
      ++next;
    }
    const std::string_view letter = abbreviation.substr(at, next - at);
    if (letter.size() == 1) {
      letters += letter;
    } else {
      for (const char plain : slug(letter)) {
        letters += static_cast<char>(plain & ~0x20);
      }
    }
    at = next;
  }
  return letters;
}

void add_name_part(std::string& name, const std::string& part) {
  if (!part.empty()) {
    name += name.empty() ? "" : "-";
    name += part;
  }
}

// Documents are named in Vietnamese, whatever the screen speaks.
std::string_view kind_words(ReportKind kind) {
  switch (kind) {
    case ReportKind::annual:
      return "hang-nam";
    case ReportKind::preliminary:
      return "so-ket";
    case ReportKind::final:
      break;
  }
  return "tong-ket";
}

}  // namespace

std::string file_name(std::string_view type_abbreviation,
                      std::string_view year_or_period,
                      std::string_view slug_words, std::string_view extension) {
  std::string name;
  add_name_part(name, ascii_letters(type_abbreviation));
  for (const std::string_view part : {year_or_period, slug_words}) {
    add_name_part(name, slug(part));
  }
  return fmt::format("{}.{}", name, extension);
}

std::string file_name(const ReportScope& scope, std::string_view extension) {
  return file_name("BC", std::to_string(scope.year), kind_words(scope.kind),
                   extension);
}

}  // namespace thidua::document
