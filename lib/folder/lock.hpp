// The lock on a plan folder: readers share it, a writer has it alone.
//
// It is flock(2) on the folder itself.  No lock file can be left behind, and a
// holder that is killed blocks nobody.  Whoever comes too late waits a little
// and is then told who holds the lock.
#pragma once

#include <chrono>
#include <string>

#include "base/descriptor.hpp"
#include "base/result.hpp"

namespace thidua::folder {

enum class LockKind { shared, exclusive };

// Held until its scope ends.
class Lock {
 public:
  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] int descriptor() const { return folder_.number(); }

 private:
  friend Result<Lock> lock_folder(const std::string& root, LockKind kind,
                                  std::chrono::milliseconds patience);
  Lock(std::string root, Descriptor folder)
      : root_(std::move(root)), folder_(std::move(folder)) {}

  std::string root_;
  Descriptor folder_;
};

// Fails with `locked` when another run holds the folder for longer than
// `patience`, with `io` when the folder cannot be opened.  Where the file
// system has no locks, readers go on without one and writers are refused.
[[nodiscard]] Result<Lock> lock_folder(
    const std::string& root, LockKind kind,
    std::chrono::milliseconds patience = std::chrono::seconds(2));

}  // namespace thidua::folder
