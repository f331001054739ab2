#include "folder/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "folder/layout.hpp"

namespace thidua::folder {
namespace {

struct CloseDirectory {
  void operator()(DIR* directory) const { closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

struct FreeMemory {
  void operator()(char* text) const { std::free(text); }
};

class Walker {
 public:
  explicit Walker(const std::string& root) : root_(root) {
    const std::unique_ptr<char, FreeMemory> real(
        realpath(root.c_str(), nullptr));
    real_root_ = real ? std::string(real.get()) + "/" : root + "/";
  }

  // False when the folder cannot be listed.
  bool list(const std::string& folder) {
    const std::string full = folder.empty() ? root_ : root_ + "/" + folder;
    const Directory directory(opendir(full.c_str()));
    if (!directory) {
      return false;
    }
    while (const dirent* entry = readdir(directory.get())) {
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..") {
        take(folder.empty() ? std::string(name)
                            : folder + "/" + std::string(name),
             name, entry->d_type);
      }
    }
    return true;
  }

  [[nodiscard]] std::vector<FileEntry> take_files() {
    std::sort(
        files_.begin(), files_.end(),
        [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  void take(std::string path, std::string_view name, unsigned char type) {
    if (type == DT_UNKNOWN) {
      type = type_of(path);
    }
    if (type == DT_DIR) {
      if (!is_skipped_folder(name) && !list(path)) {
        files_.push_back({std::move(path), Oddity::unreadable});
      }
    } else if (!name.starts_with('.')) {
      const Oddity oddity = type == DT_REG   ? Oddity::none
                            : type == DT_LNK ? oddity_of_link(path)
                                             : Oddity::not_regular;
      files_.push_back({std::move(path), oddity});
    }
  }

  // Some file systems do not tell the type while listing.
  [[nodiscard]] unsigned char type_of(const std::string& path) const {
    struct stat status {};
    if (lstat((root_ + "/" + path).c_str(), &status) != 0) {
      return DT_REG;
    }
    return S_ISDIR(status.st_mode)   ? DT_DIR
           : S_ISLNK(status.st_mode) ? DT_LNK
           : S_ISREG(status.st_mode) ? DT_REG
                                     : DT_FIFO;
  }

  [[nodiscard]] Oddity oddity_of_link(const std::string& path) const {
    const std::unique_ptr<char, FreeMemory> target(
        realpath((root_ + "/" + path).c_str(), nullptr));
    struct stat status {};
    if (!target || stat(target.get(), &status) != 0) {
      return Oddity::broken_link;
    }
    if (!std::string_view(target.get()).starts_with(real_root_)) {
      return Oddity::leaves_folder;
    }
    return S_ISDIR(status.st_mode)   ? Oddity::link_to_folder
           : S_ISREG(status.st_mode) ? Oddity::none
                                     : Oddity::not_regular;
  }

  std::string root_;
  std::string real_root_;
  std::vector<FileEntry> files_;
};

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) {
      close(number_);
    }
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

FileBytes failed(int error) { return {false, error, {}}; }

}  // namespace

Result<std::vector<FileEntry>> walk(const std::string& root) {
  Walker walker(root);
  if (!walker.list("")) {
    return Failure{
        ExitStatus::io,
        msg("cannot read the folder `{0}`: {1}", root, std::strerror(errno)),
        msg("check that it is there and that you may read it")};
  }
  return walker.take_files();
}

FileBytes read_file(int root_descriptor, const std::string& path,
                    std::size_t limit) {
  // Without O_NONBLOCK the opening of a FIFO would wait for a writer.
  const Descriptor file(openat(root_descriptor, path.c_str(),
                               O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0) {
    return failed(errno);
  }
  if (!S_ISREG(status.st_mode)) {
    return failed(EINVAL);
  }
  FileBytes read_so_far{true, 0, {}};
  std::string& bytes = read_so_far.bytes;
  bytes.resize(std::min(static_cast<std::size_t>(status.st_size), limit + 1));
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count =
        read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return failed(errno);
    }
    if (count == 0) {
      break;
    }
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return read_so_far;
}

}  // namespace thidua::folder
