#include "post/replace_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "base/descriptor.hpp"
#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"

namespace thidua::post {
namespace {

// 0 or errno.
int write_synced(int folder, const std::string& name, std::string_view bytes) {
  const Descriptor file(
      openat(folder, name.c_str(),
             O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
  return file.is_open() && write_bytes(file.number(), bytes) &&
                 fsync(file.number()) == 0
             ? 0
             : errno;
}

}  // namespace

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

int replace_file(const std::string& path, std::string_view bytes) {
  const Descriptor folder(
      open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) {
    return errno;
  }
  const std::string name = std::filesystem::path(path).filename();
  // What a run of the same number left behind when it was killed is nobody's.
  const std::string draft = fmt::format(".thidua-{}.new", getpid());
  int error = write_synced(folder.number(), draft, bytes);
  if (error == 0 && renameat(folder.number(), draft.c_str(), folder.number(),
                             name.c_str()) != 0) {
    error = errno;
  }
  if (error != 0) {
    unlinkat(folder.number(), draft.c_str(), 0);
    return error;
  }
  return sync_folder(folder.number()) ? 0 : errno;
}

Failure not_written(const std::string& path, int error) {
  return {ExitStatus::io,
          msg("cannot write `{0}`: {1}", path, reason_of(error)),
          msg("check that its folder is there, has room and lets you write")};
}

}  // namespace thidua::post
