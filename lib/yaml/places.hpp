// Characters counted from the start of a text -> bytes.
//
// libyaml counts characters.  Its marks come nearly in order, so one cursor
// walks along with them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace thidua::yaml {

class Places {
 public:
  // `ascii`: every character of `text` is one byte.
  Places(std::string_view text, bool ascii) : text_(text), ascii_(ascii) {}

  // The byte at which character number `index` begins; an index beyond the
  // end is the end.
  [[nodiscard]] std::size_t byte_of(std::size_t index) {
    if (ascii_) {
      return index < text_.size() ? index : text_.size();
    }
    if (!step_over_ascii(index)) {
      walk(index);
    }
    return byte_;
  }

  // For who knows already that character `index` begins at `byte`.
  void move_to(std::size_t index, std::size_t byte) {
    index_ = index;
    byte_ = byte;
  }

 private:
  static constexpr std::size_t step = sizeof(std::uint64_t);

  // Most things are near the last one, with nothing but ASCII between them.
  // False where that is not so.
  bool step_over_ascii(std::size_t index) {
    const std::size_t count = index - index_;
    if (count > step || text_.size() - byte_ < step) {
      return false;
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text_.data() + byte_, sizeof word);
    const std::uint64_t others = word & 0x8080808080808080U;
    // The first byte of a word is its lowest.
    if (static_cast<std::size_t>(std::countr_zero(others)) < 8 * count) {
      return false;
    }
    index_ = index;
    byte_ += count;
    return true;
  }

  void walk(std::size_t index);
  void walk_on(std::size_t index);
  void walk_back(std::size_t index);

  std::string_view text_;
  bool ascii_;
  std::size_t index_ = 0;  // where the cursor stands, in characters
  std::size_t byte_ = 0;   // and in bytes
};

}  // namespace thidua::yaml
