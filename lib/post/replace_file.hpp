// A small file put into place in one step, by rename(2): whoever reads it sees
// the old one or the new one, whole.  A run that is killed meanwhile may leave
// `.thidua-NUMBER.new` beside it, which nobody needs.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace thidua::post {

// 0, or errno why the file is not there; what stood at the path stays then.
// Its folder must be there.  (After a power cut, the folder may have lost a
// file for which the disk had refused to confirm: that is an errno, too.)
[[nodiscard]] int replace_file(const std::string& path, std::string_view bytes);

// The folder that a path lies in; `.` for a bare name.
[[nodiscard]] std::string folder_of(const std::string& path);

// In words, for errno from such writing.
[[nodiscard]] Failure not_written(const std::string& path, int error);

}  // namespace thidua::post
