#include "folder/disk.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <utility>

#include "base/file_bytes.hpp"

namespace thidua::folder {
namespace {

// Each once: any may have been made for the files.
std::set<std::string> folders_above(const std::vector<std::string>& files) {
  std::set<std::string> folders{"."};
  for (const std::string& path : files) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      folders.insert(path.substr(0, slash));
    }
  }
  return folders;
}

}  // namespace

ParentFolder::ParentFolder(int root, std::string_view path, Missing missing)
    : folder_(openat(root, ".", folder_flags)) {
  std::size_t from = 0;
  for (std::size_t slash = path.find('/');
       is_open() && !is_missing_ && slash != std::string_view::npos;
       slash = path.find('/', from)) {
    enter(std::string(path.substr(from, slash - from)), missing);
    from = slash + 1;
  }
  name_ = path.substr(from);
}

void ParentFolder::enter(const std::string& segment, Missing missing) {
  Descriptor next(openat(folder_.number(), segment.c_str(), folder_flags));
  if (!next.is_open() && errno == ENOENT) {
    if (missing == Missing::leave) {
      is_missing_ = true;  // and errno says so
      return;
    }
    if (mkdirat(folder_.number(), segment.c_str(), 0777) == 0) {
      next =
          Descriptor(openat(folder_.number(), segment.c_str(), folder_flags));
    }
  }
  folder_ = std::move(next);
}

int check_target(int root, const ParentFolder& parent,
                 std::optional<mode_t>& mode) {
  struct stat status {};
  struct stat home {};
  if (fstat(parent.number(), &status) != 0 || fstat(root, &home) != 0) {
    return errno;
  }
  if (status.st_dev != home.st_dev) {
    return EXDEV;
  }
  if (faccessat(parent.number(), ".", W_OK, 0) != 0) {
    return errno;
  }
  if (parent.is_missing()) {
    return 0;
  }
  if (fstatat(parent.number(), parent.name().c_str(), &status,
              AT_SYMLINK_NOFOLLOW) != 0) {
    return errno == ENOENT ? 0 : errno;
  }
  mode = status.st_mode & 0777U;
  return S_ISREG(status.st_mode)   ? 0
         : S_ISLNK(status.st_mode) ? ELOOP
                                   : ENOTDIR;
}

int write_new_file(int folder, const std::string& name, std::string_view bytes,
                   std::optional<mode_t> mode) {
  const Descriptor file(
      openat(folder, name.c_str(),
             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.is_open()) {
    return errno;
  }
  if (mode) {
    // Some network disks have no modes; the record matters more.
    static_cast<void>(fchmod(file.number(), *mode));
  }
  return write_bytes(file.number(), bytes) && fsync(file.number()) == 0 ? 0
                                                                        : errno;
}

Outcome sync_folders_above(int root, const std::vector<std::string>& files) {
  for (const std::string& path : folders_above(files)) {
    const Descriptor folder(openat(root, path.c_str(), folder_flags));
    if (!folder.is_open() || !sync_folder(folder.number())) {
      return Trouble{errno, path};
    }
  }
  return std::nullopt;
}

}  // namespace thidua::folder
