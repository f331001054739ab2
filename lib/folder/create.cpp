#include "folder/create.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "folder/commit.hpp"
#include "folder/disk.hpp"
#include "folder/journal.hpp"
#include "folder/load.hpp"
#include "folder/system_errors.hpp"
#include "folder/write_failures.hpp"

namespace thidua::folder {
namespace {

namespace fs = std::filesystem;

// A path without `.`, `..` and a slash at its end.
struct Location {
  fs::path folder;
  fs::path parent;
};

Location location_of(const std::string& path) {
  std::error_code error;
  fs::path folder = fs::absolute(path, error).lexically_normal();
  if (!folder.has_filename()) {
    folder = folder.parent_path();
  }
  return {folder, folder.parent_path()};
}

enum class There { nothing, empty_folder, full_folder, something_else };

// What an interrupted commit left is nobody's yet; a folder that git keeps may
// still be empty.
bool counts(const fs::path& name) {
  return name != staging_folder && name != ".git";
}

There look_at(const fs::path& path, std::error_code& error) {
  const auto link = fs::symlink_status(path, error);
  if (!fs::exists(link)) {
    if (link.type() == fs::file_type::not_found) {
      error.clear();
    }
    return There::nothing;
  }
  if (!fs::is_directory(fs::status(path, error))) {
    return There::something_else;
  }
  for (fs::directory_iterator entry(path, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (counts(entry->path().filename())) {
      return There::full_folder;
    }
  }
  return There::empty_folder;
}

Failure taken(const std::string& path, There there) {
  return there == There::full_folder
             ? Failure{ExitStatus::refused,
                       msg("the folder `{0}` is there and is not empty", path),
                       msg("name a folder that is new or empty; what is there "
                           "is left as it is")}
             : Failure{ExitStatus::refused,
                       msg("`{0}` is there and is no folder", path),
                       msg("name a folder that is new or empty; what is there "
                           "is left as it is")};
}

std::optional<Failure> refuse_parent(const Location& location,
                                     const std::string& path) {
  std::error_code error;
  const auto parent = fs::status(location.parent, error);
  if (parent.type() == fs::file_type::none) {
    return cannot_read_folder(location.parent.string(), error.value());
  }
  if (!fs::is_directory(parent)) {
    return Failure{ExitStatus::io,
                   msg("there is no folder `{0}` for `{1}` to be made in",
                       location.parent.string(), path),
                   msg("make that folder first, or check the path")};
  }
  if (const auto outer = find_plan_folder(location.parent.string())) {
    return Failure{
        ExitStatus::refused,
        msg("`{0}` would lie in the plan folder `{1}`", path, *outer),
        msg("one plan folder does not hold another: make it beside that one")};
  }
  return std::nullopt;
}

fs::path draft_of(const Location& location) {
  return location.parent /
         ("." + location.folder.filename().string() + ".thidua-new");
}

Outcome empty(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    fs::remove_all(entry->path(), error);
    if (error) {
      return Trouble{error.value(), entry->path().filename().string()};
    }
  }
  return error ? Outcome(Trouble{error.value(), "."}) : std::nullopt;
}

// Is the folder that was locked still the one at the path?  Who held the lock
// before may have given it its name meanwhile.
bool is_at(const fs::path& path, const Lock& lock) {
  struct stat named {};
  struct stat locked {};
  return lstat(path.c_str(), &named) == 0 &&
         fstat(lock.descriptor(), &locked) == 0 &&
         named.st_dev == locked.st_dev && named.st_ino == locked.st_ino;
}

// The hidden folder, empty and ours alone.
Result<Lock> begin_draft(const fs::path& draft, const Location& location) {
  for (;;) {
    if (mkdir(draft.c_str(), 0777) != 0 && errno != EEXIST) {
      return not_made({errno, location.folder.string()});
    }
    struct stat status {};
    if (lstat(draft.c_str(), &status) != 0) {
      continue;  // the run that held it has just ended
    }
    if (!S_ISDIR(status.st_mode)) {
      return not_made({ENOTDIR, draft.string()});
    }
    auto lock = lock_folder(draft.string(), LockKind::exclusive);
    if (lock && !is_at(draft, *lock)) {
      continue;
    }
    if (!lock && lock.error().status == ExitStatus::io) {
      if (lstat(draft.c_str(), &status) != 0) {
        continue;
      }
      rmdir(draft.c_str());  // where nobody can lock, nobody holds it
    }
    return lock;
  }
}

// Nobody sees a draft, so its files need no journal.  A folder for staging is
// in it as long as the disk has not confirmed everything: should that not come
// about, the next writer tries again.
Outcome write_draft(int draft, const std::vector<FileChange>& files) {
  if (mkdirat(draft, staging_folder, 0777) != 0) {
    return Trouble{errno, staging_folder};
  }
  std::vector<std::string> paths;
  for (const FileChange& file : files) {
    if (!may_be_written(file.path)) {
      return Trouble{EINVAL, file.path};
    }
    const ParentFolder parent(draft, file.path, ParentFolder::Missing::make);
    const int error =
        parent.is_open()
            ? write_new_file(parent.number(), parent.name(), file.bytes)
            : errno;
    if (error != 0) {
      return Trouble{error, file.path};
    }
    paths.push_back(file.path);
  }
  return sync_folders_above(draft, paths);
}

// A draft that stays is taken over by the next run.
void discard(const fs::path& draft) {
  static_cast<void>(empty(draft));
  rmdir(draft.c_str());
}

std::optional<Failure> make_beside(const Location& location,
                                   const std::vector<FileChange>& files) {
  const std::string path = location.folder.string();
  const Descriptor parent(
      open(location.parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!parent.is_open()) {
    return not_made({errno, path});
  }
  const fs::path draft = draft_of(location);
  const auto lock = begin_draft(draft, location);
  if (!lock) {
    return lock.error();
  }
  Outcome trouble = empty(draft);
  if (!trouble) {
    trouble = write_draft(lock->descriptor(), files);
  }
  if (trouble) {
    discard(draft);
    return not_made({trouble->error,
                     trouble->path == "." ? path : path + "/" + trouble->path});
  }
  if (rename(draft.c_str(), path.c_str()) != 0) {
    const int error = errno;
    discard(draft);
    // Another run may have been faster.
    return error == ENOTEMPTY || error == EEXIST
               ? taken(path, There::full_folder)
               : not_made({error, path});
  }
  // From here on the draft's name is free for others.
  if (!sync_folder(parent.number())) {
    return not_confirmed({errno, path});
  }
  unlinkat(lock->descriptor(), staging_folder, AT_REMOVEDIR);
  return std::nullopt;
}

std::optional<Failure> fill(const Location& location,
                            const std::vector<FileChange>& files) {
  const auto lock = lock_folder(location.folder.string(), LockKind::exclusive);
  if (!lock) {
    return lock.error();
  }
  auto failure = finish_interrupted(*lock);
  if (!failure) {
    failure = refuse_place(location.folder.string());
  }
  return failure ? failure : commit(*lock, files);
}

}  // namespace

std::optional<Failure> refuse_place(const std::string& path) {
  const Location location = location_of(path);
  std::error_code error;
  const There there = look_at(location.folder, error);
  if (there == There::full_folder || there == There::something_else) {
    return taken(path, there);
  }
  if (auto failure = refuse_parent(location, path)) {
    return failure;
  }
  return error ? std::optional(cannot_read_folder(path, error.value()))
               : std::nullopt;
}

std::optional<Failure> create_folder(const std::string& path,
                                     const std::vector<FileChange>& files) {
  if (auto failure = refuse_place(path)) {
    return failure;
  }
  const Location location = location_of(path);
  std::error_code error;
  return look_at(location.folder, error) == There::empty_folder
             ? fill(location, files)
             : make_beside(location, files);
}

}  // namespace thidua::folder
