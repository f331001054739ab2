// Reading the files of a folder, with POSIX calls and nothing followed blindly.
//
// The walk lists what is there; a symbolic link is followed only while it stays
// in the folder, and never to a folder.  Only regular files are opened, so a
// FIFO or a device cannot hang the tool.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bytes.hpp"
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
  // Of a file in the folder of a plan above.
  struct Above {
    std::size_t parent = 0;  // which of them
    std::size_t prefix = 0;  // bytes of the path that lead to that folder
  };

  std::string path;  // relative to the folder, with `/`
  Oddity oddity = Oddity::none;
  std::optional<Above> above{};

  // From its own plan folder on.
  [[nodiscard]] std::string_view path_within() const {
    return std::string_view(path).substr(above ? above->prefix : 0);
  }
};

// Collects files of a folder by what is asked for.
class Walker {
 public:
  explicit Walker(const std::string& root);

  // The file at the path, or every file below the folder there; hidden and
  // skipped folders are left out.  False where nothing is at the path.
  bool take(const std::string& path);
  // Everything, listed by several threads (0: as many as the machine has).
  // False when the folder itself cannot be listed.
  bool take_all(unsigned threads);
  // What a folder holds, its hidden names left out; nothing where it cannot be
  // listed.
  [[nodiscard]] std::optional<std::vector<std::string>> names(
      const std::string& folder) const;

  // What was collected, sorted by path.
  [[nodiscard]] std::vector<FileEntry> take_files();

 private:
  struct Found {
    std::vector<FileEntry> files;
    std::vector<std::string> folders;  // not listed yet
  };

  bool list(const std::string& folder, Found& found) const;
  void sort_in(std::string path, std::string_view name, unsigned char type,
               Found& found) const;
  // Lists folders and all below them.
  void descend(std::vector<std::string> folders, unsigned threads);
  [[nodiscard]] std::string full(const std::string& path) const;
  [[nodiscard]] unsigned char type_of(const std::string& path) const;
  [[nodiscard]] Oddity oddity_of_link(const std::string& path) const;

  std::string root_;
  std::string real_root_;
  std::vector<FileEntry> files_;
};

// Every file below `root`, sorted by path.  Fails only when `root` itself
// cannot be listed.
[[nodiscard]] Result<std::vector<FileEntry>> walk(const std::string& root,
                                                  unsigned threads = 0);

}  // namespace thidua::folder
