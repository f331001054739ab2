// The list of renames of a commit, and which paths a commit may touch.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::folder {

inline constexpr const char* staging_folder = ".thidua";
inline constexpr const char* journal_name = "journal";

// New bytes under a number, and the path they belong at.
struct StagedFile {
  std::size_t number = 0;
  std::string path;
};

// The bytes of a journal.
[[nodiscard]] std::string to_journal(const std::vector<StagedFile>& files);
// Nothing where the journal has no end, or names what no commit may touch.
[[nodiscard]] std::optional<std::vector<StagedFile>> read_journal(
    std::string_view bytes);

// Records, settings and .gitignore, each below the folder.
[[nodiscard]] bool may_be_written(std::string_view path);

}  // namespace thidua::folder
