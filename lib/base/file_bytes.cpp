#include "base/file_bytes.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/descriptor.hpp"

namespace thidua {
namespace {

FileBytes not_read(int error) { return {false, error, {}}; }

}  // namespace

FileBytes read_file(int root_descriptor, const std::string& path,
                    std::size_t limit) {
  // Without O_NONBLOCK the opening of a FIFO would wait for a writer.
  const Descriptor file(openat(root_descriptor, path.c_str(),
                               O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  return file.is_open() ? read_open_file(file.number(), limit)
                        : not_read(errno);
}

FileBytes read_open_file(int file, std::size_t limit) {
  // Records are small: asking for their size first would take as long as
  // reading them.
  std::array<char, std::size_t{16} << 10U> some;
  FileBytes read_so_far{true, 0, {}};
  std::string& bytes = read_so_far.bytes;
  for (bool more = true; more && bytes.size() <= limit;) {
    const std::size_t wanted = std::min(some.size(), limit + 1 - bytes.size());
    const ssize_t count = read(file, some.data(), wanted);
    if (count < 0 && errno != EINTR) {
      return not_read(errno);
    }
    if (count >= 0) {
      bytes.append(some.data(), static_cast<std::size_t>(count));
      more = static_cast<std::size_t>(count) == wanted;
    }
  }
  return read_so_far;
}

bool write_bytes(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace thidua
