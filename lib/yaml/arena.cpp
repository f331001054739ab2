#include "yaml/arena.hpp"

#include <algorithm>
#include <iterator>

namespace thidua::yaml {

Arena::Arena(std::size_t expected) { add_piece(expected); }

void Arena::clear() {
  pieces_.erase(pieces_.begin(), std::prev(pieces_.end()));
  used_ = 0;
}

std::byte* Arena::take_from_new_piece(std::size_t size) {
  add_piece(std::max(size, 2 * size_));
  used_ = size;
  return pieces_.back().get();
}

void Arena::add_piece(std::size_t size) {
  pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
  size_ = size;
  used_ = 0;
}

}  // namespace thidua::yaml
