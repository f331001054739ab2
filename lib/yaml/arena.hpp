// Memory of trees: handed out from a few large pieces, given back all at once.
//
// Who reads many records into one arena, and clears it from time to time, uses
// the same memory over and over.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace thidua::yaml {

class Arena {
 public:
  // The first `expected` bytes come from one piece.
  explicit Arena(std::size_t expected);

  // What was handed out is gone; the largest piece stays for the next.
  void clear();

  // Never null, aligned to `alignment` (a power of two, at most that of
  // operator new).
  [[nodiscard]] std::byte* take(std::size_t size, std::size_t alignment) {
    const std::size_t begin = (used_ + alignment - 1) & ~(alignment - 1);
    if (begin > size_ || size > size_ - begin) {
      return take_from_new_piece(size);
    }
    used_ = begin + size;
    return pieces_.back().get() + begin;
  }

 private:
  std::byte* take_from_new_piece(std::size_t size);
  void add_piece(std::size_t size);

  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  std::size_t size_ = 0;  // of the last piece
  std::size_t used_ = 0;
};

}  // namespace thidua::yaml
