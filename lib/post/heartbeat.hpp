// A file that says when a run last came to its end, for whoever watches that
// it does: a monitoring program, or a person who looks at the date.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"

namespace thidua::post {

// A file that is there and holds something else than a day is left as it is,
// and so is a device or a link: a Failure. The file holds the day as
// `2023-11-15` and a line end.  It takes the place of the old one in one step;
// its folder must be there.
[[nodiscard]] std::optional<Failure> write_heartbeat(const std::string& path,
                                                     Date day);

}  // namespace thidua::post
