#include "folder/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>

#include "base/descriptor.hpp"
#include "base/parallel.hpp"
#include "folder/layout.hpp"
#include "folder/system_errors.hpp"

namespace thidua::folder {
namespace {

struct FreeMemory {
  void operator()(char* text) const { std::free(text); }
};

template <class T>
void move_to(std::vector<T>& all, std::vector<T>& some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()),
             std::make_move_iterator(some.end()));
}

// In one piece: a folder of records makes thousands of them.
std::string below(const std::string& folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path = folder;
  if (!folder.empty()) {
    path += '/';
  }
  path += name;
  return path;
}

}  // namespace

Walker::Walker(const std::string& root) : root_(root) {
  const std::unique_ptr<char, FreeMemory> real(realpath(root.c_str(), nullptr));
  real_root_ = real ? std::string(real.get()) + "/" : root + "/";
}

std::string Walker::full(const std::string& path) const {
  return path.empty() ? root_ : root_ + "/" + path;
}

bool Walker::take(const std::string& path) {
  struct stat status {};
  if (lstat(full(path).c_str(), &status) != 0) {
    return false;
  }
  const std::size_t slash = path.rfind('/');
  Found found;
  sort_in(
      path,
      std::string_view(path).substr(slash == std::string::npos ? 0 : slash + 1),
      DT_UNKNOWN, found);
  move_to(files_, found.files);
  descend(std::move(found.folders), 1);
  return true;
}

bool Walker::take_all(unsigned threads) {
  Found found;
  if (!list("", found)) {
    return false;
  }
  move_to(files_, found.files);
  descend(std::move(found.folders), threads);
  return true;
}

// Level by level: the folders of one level are listed in any order.
void Walker::descend(std::vector<std::string> folders, unsigned threads) {
  while (!folders.empty()) {
    std::vector<Found> by_thread(thread_count(threads, folders.size()));
    Chunks chunks(folders.size());
    on_threads(static_cast<unsigned>(by_thread.size()), [&](unsigned thread) {
      Found& found = by_thread[thread];
      chunks.take([&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
          if (!list(folders[i], found)) {
            found.files.push_back({folders[i], Oddity::unreadable});
          }
        }
      });
    });
    folders.clear();
    for (Found& found : by_thread) {
      move_to(files_, found.files);
      move_to(folders, found.folders);
    }
  }
}

bool Walker::list(const std::string& folder, Found& found) const {
  const Directory directory(opendir(full(folder).c_str()));
  if (!directory) {
    return false;
  }
  while (const dirent* entry = readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") {
      sort_in(below(folder, name), name, entry->d_type, found);
    }
  }
  return true;
}

std::optional<std::vector<std::string>> Walker::names(
    const std::string& folder) const {
  const Directory directory(opendir(full(folder).c_str()));
  if (!directory) {
    return std::nullopt;
  }
  std::vector<std::string> found;
  while (const dirent* entry = readdir(directory.get())) {
    if (entry->d_name[0] != '.') {
      found.emplace_back(entry->d_name);
    }
  }
  return found;
}

std::vector<FileEntry> Walker::take_files() {
  std::vector<std::pair<std::string_view, std::size_t>> order;
  order.reserve(files_.size());
  for (std::size_t i = 0; i < files_.size(); ++i) {
    order.emplace_back(files_[i].path, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<FileEntry> sorted;
  sorted.reserve(files_.size());
  for (const auto& [path, i] : order) {
    sorted.push_back(std::move(files_[i]));
  }
  return sorted;
}

void Walker::sort_in(std::string path, std::string_view name,
                     unsigned char type, Found& found) const {
  if (type == DT_UNKNOWN) {
    type = type_of(path);
  }
  if (type == DT_DIR) {
    if (!is_skipped_folder(name)) {
      found.folders.push_back(std::move(path));
    }
  } else if (!name.starts_with('.')) {
    const Oddity oddity = type == DT_REG   ? Oddity::none
                          : type == DT_LNK ? oddity_of_link(path)
                                           : Oddity::not_regular;
    found.files.push_back({std::move(path), oddity});
  }
}

// Some file systems do not tell the type while listing.
unsigned char Walker::type_of(const std::string& path) const {
  struct stat status {};
  if (lstat(full(path).c_str(), &status) != 0) {
    return DT_REG;
  }
  return S_ISDIR(status.st_mode)   ? DT_DIR
         : S_ISLNK(status.st_mode) ? DT_LNK
         : S_ISREG(status.st_mode) ? DT_REG
                                   : DT_FIFO;
}

Oddity Walker::oddity_of_link(const std::string& path) const {
  const std::unique_ptr<char, FreeMemory> target(
      realpath(full(path).c_str(), nullptr));
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

Result<std::vector<FileEntry>> walk(const std::string& root, unsigned threads) {
  Walker walker(root);
  if (!walker.take_all(threads)) {
    return cannot_read_folder(root, errno);
  }
  return walker.take_files();
}

}  // namespace thidua::folder
