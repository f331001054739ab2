// What a change does to a file, line by line, as `diff -u` shows it.
#pragma once

#include <string>
#include <string_view>

#include "base/file_change.hpp"
#include "render/style.hpp"

namespace thidua::render {

// `before` is null for a new file.  Empty where nothing changes.
[[nodiscard]] std::string diff(const std::string* before,
                               const FileChange& change, const Style& style);

}  // namespace thidua::render
