#include "folder/commit.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "folder/files.hpp"
#include "folder/journal.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {
namespace {

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr std::size_t journal_limit = std::size_t{1} << 24U;

// What the system refused, and at which path.
struct Trouble {
  int error = 0;
  std::string path;
};
using Outcome = std::optional<Trouble>;

Failure left_in_journal(const Trouble& trouble) {
  return {ExitStatus::io,
          msg("cannot write `{0}`: {1}; the change is kept and takes effect, "
              "and the next command that writes puts it into place",
              trouble.path, std::strerror(trouble.error)),
          msg("mend the cause, then run `thidua check`")};
}

std::string name_of(std::size_t number) { return std::to_string(number); }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return true;
}

// A new file with its bytes on the disk; 0 or errno.
int write_new_file(int folder, const std::string& name, std::string_view bytes,
                   std::optional<mode_t> mode = std::nullopt) {
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
  return write_all(file.number(), bytes) && fsync(file.number()) == 0 ? 0
                                                                      : errno;
}

// The folder that a path of `root` lies in.  Missing folders are made and
// their paths added to `made`.
class ParentFolder {
 public:
  ParentFolder(int root, std::string_view path, std::vector<std::string>& made)
      : folder_(openat(root, ".", folder_flags)), made_(made) {
    std::size_t from = 0;
    for (std::size_t slash = path.find('/');
         is_open() && slash != std::string_view::npos;
         slash = path.find('/', from)) {
      enter(std::string(path.substr(from, slash - from)),
            path.substr(0, slash));
      from = slash + 1;
    }
    name_ = path.substr(from);
  }

  // When not, errno says why.
  [[nodiscard]] bool is_open() const { return folder_.is_open(); }
  [[nodiscard]] int number() const { return folder_.number(); }
  // The last segment of the path.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  void enter(const std::string& segment, std::string_view path) {
    Descriptor next(openat(folder_.number(), segment.c_str(), folder_flags));
    if (!next.is_open() && errno == ENOENT) {
      if (mkdirat(folder_.number(), segment.c_str(), 0777) == 0) {
        made_.emplace_back(path);
        sync_folder(folder_.number());
        next =
            Descriptor(openat(folder_.number(), segment.c_str(), folder_flags));
      }
    }
    folder_ = std::move(next);
  }

  Descriptor folder_;
  std::string name_;
  std::vector<std::string>& made_;
};

// What stands at the path now may be a regular file, whose mode the new one
// keeps, or nothing.
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
  if (fstatat(parent.number(), parent.name().c_str(), &status,
              AT_SYMLINK_NOFOLLOW) != 0) {
    return errno == ENOENT ? 0 : errno;
  }
  mode = status.st_mode & 0777U;
  return S_ISREG(status.st_mode)   ? 0
         : S_ISLNK(status.st_mode) ? ELOOP
                                   : ENOTDIR;
}

// Renames staged files into place.  One that is no longer staged is in place.
Outcome put_into_place(int root, int staging,
                       const std::vector<StagedFile>& files) {
  std::vector<std::string> made;
  for (const StagedFile& file : files) {
    const ParentFolder parent(root, file.path, made);
    if (!parent.is_open()) {
      return Trouble{errno, file.path};
    }
    if (renameat(staging, name_of(file.number).c_str(), parent.number(),
                 parent.name().c_str()) != 0 &&
        errno != ENOENT) {
      return Trouble{errno, file.path};
    }
    if (!sync_folder(parent.number())) {
      return Trouble{errno, file.path};
    }
  }
  return std::nullopt;
}

// Takes away what is staged, the journal first; nobody needs it any more.
//
// Bytes that go while their journal stays would look as if they were in place:
// the journal's end must be on the disk first.  The last number goes first, so
// that what an interruption leaves is counted from 0 again.
void clear_staging(int root, int staging, std::size_t count) {
  if (unlinkat(staging, journal_name, 0) == 0 && count > 0) {
    sync_folder(staging);
  }
  for (std::size_t i = count; i > 0; --i) {
    unlinkat(staging, name_of(i - 1).c_str(), 0);
  }
  unlinkat(root, staging_folder, AT_REMOVEDIR);
}

// One commit on its way.
class Transaction {
 public:
  explicit Transaction(int root) : root_(root) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // All that can be refused happens here; gone wrong, nothing is left of it.
  Outcome prepare(const std::vector<FileChange>& changes) {
    Outcome trouble = stage(changes);
    if (trouble) {
      take_back();
    }
    return trouble;
  }

  // From here on the commit counts.
  Outcome publish() {
    Outcome trouble = put_into_place(root_, staging_.number(), files_);
    if (!trouble) {
      clear_staging(root_, staging_.number(), 0);
    }
    return trouble;
  }

  // Can a commit that stops half way be finished?
  [[nodiscard]] bool has_journal() const { return files_.size() > 1; }

  void take_back() {
    if (staging_.is_open()) {
      clear_staging(root_, staging_.number(), files_.size());
    }
    std::for_each(made_.rbegin(), made_.rend(), [this](const auto& path) {
      unlinkat(root_, path.c_str(), AT_REMOVEDIR);
    });
  }

 private:
  Outcome stage(const std::vector<FileChange>& changes) {
    if (mkdirat(root_, staging_folder, 0777) == 0 || errno == EEXIST) {
      staging_ = Descriptor(openat(root_, staging_folder, folder_flags));
    }
    if (!staging_.is_open()) {
      return Trouble{errno, changes.front().path};
    }
    for (const FileChange& change : changes) {
      if (const int error = stage(change)) {
        return Trouble{error, change.path};
      }
    }
    return has_journal() ? write_journal() : std::nullopt;
  }

  int stage(const FileChange& change) {
    if (!may_be_written(change.path)) {
      return EINVAL;
    }
    std::optional<mode_t> mode;
    const ParentFolder parent(root_, change.path, made_);
    if (!parent.is_open()) {
      return errno;
    }
    if (const int error = check_target(root_, parent, mode)) {
      return error;
    }
    files_.push_back({files_.size(), change.path});
    return write_new_file(staging_.number(), name_of(files_.back().number),
                          change.bytes, mode);
  }

  Outcome write_journal() {
    const std::string draft = name_of(files_.size());
    int error = write_new_file(staging_.number(), draft, to_journal(files_));
    const bool listed = error == 0 &&
                        renameat(staging_.number(), draft.c_str(),
                                 staging_.number(), journal_name) == 0 &&
                        sync_folder(staging_.number()) && sync_folder(root_);
    if (listed) {
      return std::nullopt;
    }
    error = error == 0 ? errno : error;
    unlinkat(staging_.number(), draft.c_str(), 0);
    return Trouble{error, staging_folder};
  }

  int root_;
  Descriptor staging_;
  std::vector<StagedFile> files_;
  std::vector<std::string> made_;  // folders, outermost first
};

std::optional<std::vector<StagedFile>> journal_of(int staging) {
  const FileBytes journal = read_file(staging, journal_name, journal_limit);
  return journal.ok ? read_journal(journal.bytes) : std::nullopt;
}

// Files of a commit that never came to its journal have numbers from 0 on.
std::size_t count_staged(int staging) {
  std::size_t count = 0;
  while (faccessat(staging, name_of(count).c_str(), F_OK,
                   AT_SYMLINK_NOFOLLOW) == 0) {
    ++count;
  }
  return count;
}

Failure refused(const Trouble& trouble) {
  return cannot_write(trouble.path, trouble.error);
}

}  // namespace

Failure cannot_write(const std::string& path, int error) {
  Message hint;
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      hint = msg("make room on the disk, then run the command again");
      break;
    case ELOOP:
    case ENOTDIR:
      hint =
          msg("a link or a file stands where a folder or a record belongs; "
              "put the thing itself there");
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      hint = msg("ask for the right to write there");
      break;
    case EXDEV:
      hint = msg("keep the whole folder on one disk");
      break;
    default:
      hint = msg("check the disk, then run the command again");
  }
  return {ExitStatus::io,
          msg("cannot write `{0}`: {1}; nothing was changed", path,
              std::strerror(error)),
          std::move(hint)};
}

std::optional<Failure> finish_interrupted(const Lock& lock) {
  const int root = lock.descriptor();
  const Descriptor staging(openat(root, staging_folder, folder_flags));
  if (!staging.is_open()) {
    return errno == ENOENT ? std::nullopt
                           : std::optional(refused({errno, staging_folder}));
  }
  if (const auto files = journal_of(staging.number())) {
    if (const Outcome trouble =
            put_into_place(root, staging.number(), *files)) {
      return left_in_journal(*trouble);
    }
  }
  clear_staging(root, staging.number(), count_staged(staging.number()));
  return std::nullopt;
}

std::optional<Failure> commit(const Lock& lock,
                              const std::vector<FileChange>& changes) {
  auto failure = finish_interrupted(lock);
  if (failure || changes.empty()) {
    return failure;
  }
  Transaction transaction(lock.descriptor());
  if (const Outcome trouble = transaction.prepare(changes)) {
    return refused(*trouble);
  }
  if (const Outcome trouble = transaction.publish()) {
    if (transaction.has_journal()) {
      return left_in_journal(*trouble);
    }
    transaction.take_back();
    return refused(*trouble);
  }
  return std::nullopt;
}

std::map<std::string, std::string> pending_changes(int root_descriptor) {
  std::map<std::string, std::string> pending;
  const Descriptor staging(
      openat(root_descriptor, staging_folder, folder_flags));
  const auto files =
      staging.is_open() ? journal_of(staging.number()) : std::nullopt;
  if (!files) {
    return pending;
  }
  for (const StagedFile& file : *files) {
    FileBytes bytes =
        read_file(staging.number(), name_of(file.number), yaml::max_bytes);
    if (bytes.ok) {
      pending[file.path] = std::move(bytes.bytes);
    }
  }
  return pending;
}

}  // namespace thidua::folder
