// Commands that touch one unit: what they read does not grow with the folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "measuring.hpp"

namespace bench {

inline constexpr double one_unit_limit = 25;  // milliseconds

// A copy of a folder beside it, on the same disk, for as long as this lives.
class ScratchCopy {
 public:
  explicit ScratchCopy(const std::string& folder);
  ScratchCopy(const ScratchCopy&) = delete;
  ScratchCopy& operator=(const ScratchCopy&) = delete;
  ~ScratchCopy();

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

// Each command in the copy, dry and writing in turn.
[[nodiscard]] std::vector<Measurement> writings(const ScratchCopy& copy,
                                                const std::string& binary);

// What they are compared with: the least that a change of one file takes and,
// where `folder` is a repository, git looking for what has changed in it.
[[nodiscard]] std::vector<Measurement> yardsticks(const std::string& folder,
                                                  const ScratchCopy& copy);

}  // namespace bench
