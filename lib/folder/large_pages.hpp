// Large pages for records.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>

namespace thidua::folder {

// Asks that the next so many bytes this thread takes lie in large pages, where
// the machine has them: thousands of small ones cost more time than the reading
// of the records that fill them.  Only a wish; without it all is the same, but
// slower.  The heap must keep what is freed (cmd/main.cpp sees to it).
inline void wish_for_large_pages(std::size_t bytes) {
  constexpr std::size_t most = std::size_t{30} << 20U;  // of one piece of heap
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  bytes = std::min(bytes, most);
  void* const room = std::malloc(bytes);
  void* begin = room;
  if (room != nullptr && std::align(page, page, begin, bytes) != nullptr) {
    madvise(begin, bytes / page * page, MADV_HUGEPAGE);
  }
  std::free(room);
}

}  // namespace thidua::folder
