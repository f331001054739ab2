// The plan folders that init-plan begins with: data of lib/data/templates.
//
// A template is a folder of records that check finds no error in; its title,
// issuer, period and number are put in their places by with_identity().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"

namespace thidua::change {

// Sorted.
[[nodiscard]] std::vector<std::string_view> template_names();

// The files of a new folder, sorted by path; fails with `usage` where there is
// no such template.
[[nodiscard]] Result<std::vector<FileChange>> template_files(
    std::string_view name);

// What every plan folder has git leave alone.
[[nodiscard]] FileChange git_ignore();

// Words for the level of an issuer; others may be written in plan.yaml.
[[nodiscard]] std::vector<std::string> level_words();

}  // namespace thidua::change
