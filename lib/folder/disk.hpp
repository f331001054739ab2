// What changes do on the disk.  A path is reached step by step from the plan
// folder, so that no link is followed.
#pragma once

#include <fcntl.h>
#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.hpp"
#include "folder/write_failures.hpp"

namespace thidua::folder {

inline constexpr int folder_flags =
    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

// The folder that a path of `root` lies in.
class ParentFolder {
 public:
  enum class Missing { leave, make };

  ParentFolder(int root, std::string_view path, Missing missing);

  // When not, errno says why.
  [[nodiscard]] bool is_open() const { return folder_.is_open(); }
  // Then the number is that of the nearest folder above it that is there.
  [[nodiscard]] bool is_missing() const { return is_missing_; }
  [[nodiscard]] bool is_there() const { return is_open() && !is_missing_; }
  [[nodiscard]] int number() const { return folder_.number(); }
  // The last segment of the path.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  void enter(const std::string& segment, Missing missing);

  Descriptor folder_;
  bool is_missing_ = false;
  std::string name_;
};

// 0, or errno why nothing can be put there.  What stands at the path now may
// be a regular file, whose mode the new one keeps, or nothing.
[[nodiscard]] int check_target(int root, const ParentFolder& parent,
                               std::optional<mode_t>& mode);

// A new file with its bytes on the disk; 0 or errno.
[[nodiscard]] int write_new_file(int folder, const std::string& name,
                                 std::string_view bytes,
                                 std::optional<mode_t> mode = std::nullopt);

// Puts the names in every folder above the files on the disk, those in `root`
// too.
[[nodiscard]] Outcome sync_folders_above(int root,
                                         const std::vector<std::string>& files);

}  // namespace thidua::folder
