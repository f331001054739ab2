// Characters counted from the start of a text -> bytes.
//
// libyaml counts characters.  Its marks come nearly in order, so one cursor
// walks along with them.
#pragma once

#include <cstddef>
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
    if (index != index_) {
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
  void walk(std::size_t index);
  void walk_on(std::size_t index);
  void walk_back(std::size_t index);

  std::string_view text_;
  bool ascii_;
  std::size_t index_ = 0;  // where the cursor stands, in characters
  std::size_t byte_ = 0;   // and in bytes
};

}  // namespace thidua::yaml
