#include "post/heartbeat.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "base/descriptor.hpp"
#include "base/file_bytes.hpp"
#include "post/replace_file.hpp"

namespace thidua::post {
namespace {

constexpr std::size_t longest_heartbeat = 32;

// Nothing there, an empty file, or one that a run before has written.
bool is_ours(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) {
    return errno == ENOENT;
  }
  if (!S_ISREG(status.st_mode)) {
    return false;
  }
  const FileBytes file = read_file(AT_FDCWD, path, longest_heartbeat);
  const std::string_view text(file.bytes);
  return file.ok &&
         (text.empty() || parse_date(text.substr(0, text.find('\n'))));
}

}  // namespace

std::optional<Failure> write_heartbeat(const std::string& path, Date day) {
  if (!is_ours(path)) {
    return Failure{
        ExitStatus::io,
        msg("`{0}` is no heartbeat file; it was left as it is", path),
        msg("name a file of its own")};
  }
  const int error = replace_file(path, to_iso(day) + "\n");
  return error == 0 ? std::nullopt : std::optional(not_written(path, error));
}

}  // namespace thidua::post
