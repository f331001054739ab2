#include "yaml/faults.hpp"

#include <algorithm>
#include <utility>

namespace thidua::yaml {
namespace {

constexpr std::size_t max_excerpt = 60;  // bytes

std::size_t slot_of(Code code) { return static_cast<std::size_t>(code) % 100; }

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

void Faults::add(Code code, Place place, Message message, Message hint) {
  if (full(code)) {
    return;
  }
  ++counts_.at(slot_of(code));
  const std::size_t offset = std::min(place.offset, bytes_.size());
  const std::size_t length = std::min(place.length, bytes_.size() - offset);
  const Span where{file_, static_cast<std::uint32_t>(offset),
                   static_cast<std::uint32_t>(length)};
  found_.add({code, where, std::move(message), std::move(hint), {}});
}

bool Faults::full(Code code) const {
  return counts_.at(slot_of(code)) >= max_per_code;
}

std::string Faults::excerpt(Place place) const {
  const std::size_t offset = std::min(place.offset, bytes_.size());
  std::string_view text = bytes_.substr(offset, place.length);
  text = text.substr(0, text.find_first_of("\r\n"));
  if (text.size() <= max_excerpt) {
    return std::string(text);
  }
  std::size_t end = max_excerpt;
  while (end > 0 && continues_character(text[end])) {
    --end;
  }
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace thidua::yaml
