#include "folder/children.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <unordered_set>
#include <utility>

#include "base/descriptor.hpp"
#include "base/parallel.hpp"
#include "folder/files.hpp"
#include "folder/load.hpp"
#include "folder/lock.hpp"
#include "folder/system_errors.hpp"

namespace thidua::folder {
namespace {

namespace fs = std::filesystem;

bool is_pattern(std::string_view text) {
  return text.find_first_of("*?[") != std::string_view::npos;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// Of the same folder the same text, by whatever way it is reached.
std::string canonical(const std::string& path) {
  std::error_code error;
  const fs::path place = fs::weakly_canonical(path, error);
  return error ? fs::path(path).lexically_normal().string() : place.string();
}

std::vector<std::string> segments_of(const std::string& path) {
  std::vector<std::string> segments;
  for (const fs::path& segment : fs::path(path).lexically_normal()) {
    if (!segment.empty()) {
      segments.push_back(segment.string());
    }
  }
  return segments;
}

struct Way {
  std::string path;
  std::string open_name;  // what the last pattern in it stands for
};

class Search {
 public:
  explicit Search(const std::string& root)
      : root_(root), own_(canonical(root)) {}

  void add(const ChildGroup& group, std::size_t index) {
    for (const At<std::string>& named : group.folders) {
      add(named, index);
    }
  }

  std::vector<ChildFolder> take_found() { return std::move(found_); }

 private:
  void add(const At<std::string>& named, std::size_t group) {
    const auto segments = segments_of(named.value);
    const std::string path = fs::path(named.value).lexically_normal().string();
    std::vector<Way> ways = expand(segments);
    // Of a pattern it is clear that the plan's own folder is not meant.
    std::erase_if(ways, [&](const Way& way) {
      return !way.open_name.empty() && canonical(full(way.path)) == own_;
    });
    if (is_pattern(path) && ways.empty()) {
      put({path, path, group, named.span, ChildFolder::State::no_match});
    }
    for (Way& way : ways) {
      if (way.open_name.empty()) {
        way.open_name = segments.back();
      }
      put({std::move(way.path), std::move(way.open_name), group, named.span,
           ChildFolder::State::there});
    }
  }

  void put(ChildFolder folder) {
    if (found_.size() >= most_children) {
      folder.state = ChildFolder::State::beyond;
      if (found_.size() == most_children) {
        found_.push_back(std::move(folder));
      }
      return;
    }
    if (folder.state == ChildFolder::State::there) {
      folder.state = state_of(full(folder.path));
    }
    found_.push_back(std::move(folder));
  }

  ChildFolder::State state_of(const std::string& place) {
    const std::string real = canonical(place);
    if (real == own_) {
      return ChildFolder::State::own;
    }
    if (!is_folder(place)) {
      return ChildFolder::State::missing;
    }
    return seen_.insert(real).second ? ChildFolder::State::there
                                     : ChildFolder::State::again;
  }

  [[nodiscard]] std::string full(const std::string& path) const {
    return path.empty() ? root_ : root_ + "/" + path;
  }

  // Without a pattern the one way that is written, whether it is there or not.
  [[nodiscard]] std::vector<Way> expand(
      const std::vector<std::string>& segments) const {
    std::vector<Way> ways{{"", ""}};
    for (const std::string& segment : segments) {
      std::vector<Way> longer;
      for (const Way& way : ways) {
        if (is_pattern(segment)) {
          add_matches(way, segment, longer);
        } else {
          longer.push_back({joined(way.path, segment), way.open_name});
        }
      }
      ways.swap(longer);
    }
    return ways;
  }

  void add_matches(const Way& way, const std::string& pattern,
                   std::vector<Way>& to) const {
    auto names = Walker(full(way.path)).names("");
    if (!names) {
      return;
    }
    std::sort(names->begin(), names->end());
    for (const std::string& name : *names) {
      if (to.size() > most_children) {
        return;
      }
      std::string path = joined(way.path, name);
      if (fnmatch(pattern.c_str(), name.c_str(), FNM_PERIOD) == 0 &&
          is_folder(full(path))) {
        to.push_back({std::move(path), name});
      }
    }
  }

  static std::string joined(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + "/" + name;
  }

  std::string root_;
  std::string own_;
  std::unordered_set<std::string> seen_;
  std::vector<ChildFolder> found_;
};

Failure unreadable(int error) {
  return {ExitStatus::io, msg("it cannot be read: {0}", reason_of(error))};
}

LoadedChild load_child(const std::string& folder) {
  const Descriptor place(
      open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!place.is_open()) {
    return unreadable(errno);
  }
  struct stat status {};
  if (fstatat(place.number(), "plan.yaml", &status, AT_SYMLINK_NOFOLLOW) != 0 &&
      errno != ENOENT) {
    return unreadable(errno);
  }
  if (!has_plan_sheet(folder)) {
    return Failure{ExitStatus::io, msg("there is no plan.yaml in it")};
  }
  const auto lock = lock_folder(folder, LockKind::shared);
  if (!lock) {
    return Failure{lock.error().status,
                   msg("another run is writing in it just now")};
  }
  return load_plan(folder, 1);
}

}  // namespace

std::vector<ChildFolder> child_folders(const std::string& root,
                                       const PlanSheet& sheet) {
  if (sheet.children.empty()) {
    return {};
  }
  Search search(root);
  for (std::size_t i = 0; i < sheet.children.size(); ++i) {
    search.add(sheet.children[i], i);
  }
  return search.take_found();
}

void load_children(const std::string& root,
                   const std::vector<ChildFolder>& children,
                   const TakeChild& take) {
  std::atomic<std::size_t> next{0};
  // A child is as much work as a whole chunk of files.
  on_threads(thread_count(0, children.size() * chunk), [&](unsigned) {
    for (std::size_t i = next++; i < children.size(); i = next++) {
      if (children[i].state == ChildFolder::State::there) {
        take(i, load_child(root + "/" + children[i].path));
      }
    }
  });
}

}  // namespace thidua::folder
