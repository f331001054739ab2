// Reading the files of a folder, with POSIX calls and nothing followed blindly.
//
// The walk lists what is there; a symbolic link is followed only while it stays
// in the folder, and never to a folder.  Only regular files are opened, so a
// FIFO or a device cannot hang the tool.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace thidua::folder {

enum class Oddity {
  none,
  not_regular,     // FIFO, socket, device
  leaves_folder,   // a link to somewhere else
  broken_link,     // a link to nothing
  link_to_folder,  // a link to a folder inside: not followed
  unreadable,      // a folder that cannot be listed
};

struct FileEntry {
  std::string path;  // relative to the folder, with `/`
  Oddity oddity = Oddity::none;
};

// Every file below `root`, sorted by path; hidden and skipped folders left out.
// Fails only when `root` itself cannot be listed.
[[nodiscard]] Result<std::vector<FileEntry>> walk(const std::string& root);

struct FileBytes {
  bool ok = false;
  int error = 0;  // errno, when not ok
  std::string bytes;
};

// Reads at most `limit` + 1 bytes, so that the caller sees what is too long.
[[nodiscard]] FileBytes read_file(int root_descriptor, const std::string& path,
                                  std::size_t limit);

}  // namespace thidua::folder
