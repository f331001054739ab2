// Ids of units, rules and occasions, and section paths.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/scalars.hpp"

namespace thidua {
namespace {

// What the id was probably meant to be; empty where there is no telling.
std::string segment_meant(std::string_view text) {
  std::string meant = slug(text);
  return is_id_segment(meant) ? meant : std::string();
}

std::string unit_id_meant(std::string_view text) {
  std::string meant;
  while (!text.empty()) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string segment = slug(text.substr(0, slash));
    text.remove_prefix(std::min(slash + 1, text.size()));
    if (!segment.empty()) {
      meant += meant.empty() ? segment : '/' + segment;
    }
  }
  return is_id(meant) ? meant : std::string();
}

void report_id(const yaml::Node& node, const std::string& meant,
               Diagnostics& found) {
  report(found, code::not_an_id, node.span(),
         msg("`{0}` is not an id", node.text()),
         meant.empty()
             ? msg("an id has lower-case letters, digits and inner hyphens")
             : msg("an id has lower-case letters, digits and inner hyphens, "
                   "such as `{0}`",
                   meant));
}

}  // namespace

std::optional<Id> Read<Id>::from(const yaml::Node& node, Diagnostics& found) {
  auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (is_id_segment(*text)) {
    return Id{std::move(*text)};
  }
  report_id(node, segment_meant(*text), found);
  return std::nullopt;
}

std::optional<UnitId> Read<UnitId>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (is_id(*text)) {
    return UnitId{std::move(*text)};
  }
  report_id(node, unit_id_meant(*text), found);
  return std::nullopt;
}

namespace {

bool is_occasion_key(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  return hyphen != std::string_view::npos && is_id_segment(text) &&
         is_id_segment(text.substr(0, hyphen)) &&
         parse_year(text.substr(hyphen + 1)).has_value();
}

}  // namespace

std::optional<OccasionKey> Read<OccasionKey>::from(const yaml::Node& node,
                                                   Diagnostics& found) {
  auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (is_occasion_key(*text)) {
    return OccasionKey{std::move(*text)};
  }
  report(found, code::not_an_id, node.span(),
         msg("`{0}` is not an occasion with its year", *text),
         msg("write it as annual-2024: the id of the occasion, a hyphen, the "
             "year"));
  return std::nullopt;
}

namespace {

// Every letter of Vietnamese in NFC, and its neighbours in Unicode.
bool is_section_letter(char32_t c) {
  if (c < 0x80) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= U'0' && c <= U'9');
  }
  constexpr char32_t times = 0xD7;
  constexpr char32_t divided = 0xF7;
  const bool latin = c >= 0xC0 && c <= 0x24F && c != times && c != divided;
  return latin || (c >= 0x1EA0 && c <= 0x1EF9);
}

bool is_section_id(std::string_view text) {
  constexpr int most = 60;
  int count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const CodePoint c = decode_utf8(text, at);
    const bool joiner = c.value == U'.' || c.value == U'-';
    if (!is_section_letter(c.value) && (at == 0 || !joiner)) {
      return false;
    }
    at += c.length;
  }
  return count > 0 && count <= most;
}

void report_section(std::string_view text, Span where, Diagnostics& found) {
  report(found, code::not_an_id, where, msg("`{0}` is not a section id", text),
         msg("write the section as printed, without spaces, such as "
             "IV.2.c-1"));
}

}  // namespace

std::string section_id_from_input(std::string_view text) {
  std::string id(text);
  for (std::size_t at = id.find("dd"); at != std::string::npos;
       at = id.find("dd", at + 1)) {
    const std::size_t after = at + 2;
    const bool begins = at > 0 && id[at - 1] == '.';
    if (begins &&
        (after == id.size() || id[after] == '-' || id[after] == '.')) {
      id.replace(at, 2, "đ");
    }
  }
  return id;
}

std::optional<SectionId> Read<SectionId>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  const auto text = read_as<std::string>(node, found);
  if (!text) {
    return std::nullopt;
  }
  if (is_section_id(*text)) {
    return SectionId{section_id_from_input(*text)};
  }
  report_section(*text, node.span(), found);
  return std::nullopt;
}

bool check_id_key(const At<std::string>& key, Diagnostics& found) {
  if (is_id_segment(key.value)) {
    return true;
  }
  report(found, code::not_an_id, key.span, msg("`{0}` is not an id", key.value),
         msg("an id has lower-case letters, digits and inner hyphens"));
  return false;
}

bool check_section_key(const At<std::string>& key, Diagnostics& found) {
  if (is_section_id(key.value)) {
    return true;
  }
  report_section(key.value, key.span, found);
  return false;
}

}  // namespace thidua
