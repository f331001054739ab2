#include "yaml/places.hpp"

#include <cstdint>
#include <cstring>

namespace thidua::yaml {
namespace {

constexpr std::uint64_t low_bits = 0x0101010101010101U;

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::uint64_t load(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Of eight bytes.  A byte continues a character when its top bits are 10.
std::size_t count_beginnings(std::uint64_t word) {
  const std::uint64_t continued = (word >> 7U) & ~(word >> 6U) & low_bits;
  // Multiplied, the bits add up in the highest byte.
  return sizeof word - static_cast<std::size_t>((continued * low_bits) >> 56U);
}

}  // namespace

void Places::walk(std::size_t index) {
  if (index < index_) {
    walk_back(index);
  } else {
    walk_on(index);
  }
}

void Places::walk_on(std::size_t index) {
  while (index - index_ >= step && text_.size() - byte_ >= step) {
    index_ += count_beginnings(load(text_.data() + byte_));
    byte_ += step;
  }
  if (index_ < index && step_over_ascii(index)) {
    return;
  }
  // The steps can have ended inside a character that has been counted.
  while (byte_ < text_.size() &&
         (index_ < index || !begins_character(text_[byte_]))) {
    if (begins_character(text_[byte_])) {
      ++index_;
    }
    ++byte_;
  }
}

void Places::walk_back(std::size_t index) {
  while (byte_ > 0 && index_ > index) {
    --byte_;
    if (begins_character(text_[byte_])) {
      --index_;
    }
  }
}

}  // namespace thidua::yaml
