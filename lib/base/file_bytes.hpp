// The bytes of files, by POSIX calls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thidua {

struct FileBytes {
  bool ok = false;
  int error = 0;  // errno, when not ok
  std::string bytes;
};

// Reads at most `limit` + 1 bytes, so that the caller sees what is too long.
[[nodiscard]] FileBytes read_file(int root_descriptor, const std::string& path,
                                  std::size_t limit);

// The same of an open file, from where it stands.
[[nodiscard]] FileBytes read_open_file(int file, std::size_t limit);

// Writes all of them where the file stands; when not, errno says why, and some
// may be written.
[[nodiscard]] bool write_bytes(int file, std::string_view bytes);

}  // namespace thidua
