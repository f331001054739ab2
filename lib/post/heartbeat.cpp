#include "post/heartbeat.hpp"

#include "post/replace_file.hpp"

namespace thidua::post {

std::optional<Failure> write_heartbeat(const std::string& path, Date day) {
  const int error = replace_file(path, to_iso(day) + "\n");
  return error == 0 ? std::nullopt : std::optional(not_written(path, error));
}

}  // namespace thidua::post
