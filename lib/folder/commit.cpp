#include "folder/commit.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "folder/disk.hpp"
#include "folder/files.hpp"
#include "folder/journal.hpp"
#include "folder/write_failures.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {
namespace {

using Missing = ParentFolder::Missing;

constexpr std::size_t journal_limit = std::size_t{1} << 24U;

std::string in_staging(const std::string& name) {
  return std::string(staging_folder) + "/" + name;
}

std::string name_of(std::size_t number) { return std::to_string(number); }

// Renames staged files into place, and has the disk confirm it.  A file that
// is no longer staged is in place.
Outcome put_into_place(int root, int staging,
                       const std::vector<StagedFile>& files) {
  for (const StagedFile& file : files) {
    const ParentFolder parent(root, file.path, Missing::make);
    if (!parent.is_open()) {
      return Trouble{errno, file.path};
    }
    if (renameat(staging, name_of(file.number).c_str(), parent.number(),
                 parent.name().c_str()) != 0 &&
        errno != ENOENT) {
      return Trouble{errno, file.path};
    }
  }
  std::vector<std::string> paths;
  paths.reserve(files.size());
  for (const StagedFile& file : files) {
    paths.push_back(file.path);
  }
  return sync_folders_above(root, paths);
}

// Is there no journal any more?
bool remove_journal(int staging) {
  return unlinkat(staging, journal_name, 0) == 0 || errno == ENOENT;
}

// Takes away all that is staged.  An interruption may have left any numbers.
Outcome remove_staged(int staging) {
  Descriptor again(openat(staging, ".", folder_flags));
  const Directory directory(again.is_open() ? fdopendir(again.number())
                                            : nullptr);
  if (!directory) {
    return Trouble{errno, staging_folder};
  }
  again.release();
  std::vector<std::string> names;
  while (const dirent* entry = readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    if (name.find_first_not_of("0123456789") == std::string_view::npos) {
      names.emplace_back(name);
    }
  }
  for (const std::string& name : names) {
    if (unlinkat(staging, name.c_str(), 0) != 0) {
      return Trouble{errno, in_staging(name)};
    }
  }
  return std::nullopt;
}

// Takes away journal and bytes, which nobody needs any more.
//
// Bytes that go while their journal stays would look as if they were in place,
// and a journal that stays would take new bytes for its own: its end must be
// on the disk before anything else is done.
Outcome clear_staging(int staging) {
  if (!remove_journal(staging)) {
    return Trouble{errno, in_staging(journal_name)};
  }
  return sync_folder(staging) ? remove_staged(staging)
                              : Outcome(Trouble{errno, staging_folder});
}

// One commit on its way.
//
// A single rename needs no journal.  Several do, and so do folders that have
// to be made: made before the commit counts, they would stay behind empty.
class Transaction {
 public:
  explicit Transaction(int root) : root_(root) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // All that can be refused early is refused here; gone wrong, nothing is left
  // of it.
  std::optional<Failure> prepare(const std::vector<FileChange>& changes) {
    const Outcome trouble = stage(changes);
    if (!trouble) {
      return std::nullopt;
    }
    return take_back() ? cannot_write(*trouble) : left_in_journal(*trouble);
  }

  std::optional<Failure> publish() {
    return needs_journal() ? publish_by_journal() : publish_by_rename();
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
    return needs_journal() ? write_journal() : std::nullopt;
  }

  int stage(const FileChange& change) {
    if (!may_be_written(change.path)) {
      return EINVAL;
    }
    std::optional<mode_t> mode;
    const ParentFolder parent(root_, change.path, Missing::leave);
    if (!parent.is_open()) {
      return errno;
    }
    if (const int error = check_target(root_, parent, mode)) {
      return error;
    }
    makes_folders_ = makes_folders_ || parent.is_missing();
    files_.push_back({files_.size(), change.path});
    return write_new_file(staging_.number(), name_of(files_.back().number),
                          change.bytes, mode);
  }

  // What the journal names is on the disk before there is a journal.
  Outcome write_journal() {
    const std::string draft = name_of(files_.size());
    const int error =
        write_new_file(staging_.number(), draft, to_journal(files_));
    if (error != 0) {
      return Trouble{error, staging_folder};
    }
    has_journal_ = sync_folder(staging_.number()) && sync_folder(root_) &&
                   renameat(staging_.number(), draft.c_str(), staging_.number(),
                            journal_name) == 0;
    return has_journal_ && sync_folder(staging_.number())
               ? std::nullopt
               : Outcome(Trouble{errno, staging_folder});
  }

  // False when the journal cannot be taken back: then the commit counts.
  bool take_back() {
    if (staging_.is_open()) {
      if (has_journal_ && !remove_journal(staging_.number())) {
        return false;
      }
      // What stays is taken away by the next writer.
      static_cast<void>(clear_staging(staging_.number()));
    }
    unlinkat(root_, staging_folder, AT_REMOVEDIR);
    return true;
  }

  [[nodiscard]] bool needs_journal() const {
    return files_.size() > 1 || makes_folders_;
  }

  std::optional<Failure> publish_by_rename() {
    const StagedFile& file = files_.front();
    const ParentFolder parent(root_, file.path, Missing::leave);
    if (!parent.is_there() ||
        renameat(staging_.number(), name_of(file.number).c_str(),
                 parent.number(), parent.name().c_str()) != 0) {
      const Trouble trouble{errno, file.path};
      take_back();
      return cannot_write(trouble);
    }
    if (!sync_folder(parent.number())) {
      // The folder that stays has the next writer try again.
      return not_confirmed({errno, file.path});
    }
    unlinkat(root_, staging_folder, AT_REMOVEDIR);
    return std::nullopt;
  }

  std::optional<Failure> publish_by_journal() {
    if (const Outcome trouble =
            put_into_place(root_, staging_.number(), files_)) {
      return left_in_journal(*trouble);
    }
    // A journal that stays is taken away by the next writer.
    if (remove_journal(staging_.number())) {
      sync_folder(staging_.number());
      unlinkat(root_, staging_folder, AT_REMOVEDIR);
    }
    return std::nullopt;
  }

  int root_;
  Descriptor staging_;
  std::vector<StagedFile> files_;
  bool makes_folders_ = false;
  bool has_journal_ = false;
};

// What the journal lists, if there is one, or why that cannot be told.
struct Journal {
  std::optional<std::vector<StagedFile>> files;
  Outcome trouble;
};

Journal journal_of(int staging) {
  const FileBytes journal = read_file(staging, journal_name, journal_limit);
  if (journal.ok) {
    return {read_journal(journal.bytes), std::nullopt};
  }
  return {std::nullopt,
          journal.error == ENOENT
              ? std::nullopt
              : Outcome(Trouble{journal.error, in_staging(journal_name)})};
}

}  // namespace

std::optional<Failure> finish_interrupted(const Lock& lock) {
  const int root = lock.descriptor();
  const Descriptor staging(openat(root, staging_folder, folder_flags));
  if (!staging.is_open()) {
    return errno == ENOENT
               ? std::nullopt
               : std::optional(cannot_write({errno, staging_folder}));
  }
  // Who was interrupted may not have come to sync what the rest relies on: the
  // journal, or a record that it renamed last.
  if (syncfs(root) != 0) {
    return not_finished({errno, staging_folder});
  }
  const Journal journal = journal_of(staging.number());
  Outcome trouble = journal.trouble;
  if (!trouble && journal.files) {
    trouble = put_into_place(root, staging.number(), *journal.files);
  }
  if (!trouble) {
    trouble = clear_staging(staging.number());
  }
  if (trouble) {
    return not_finished(*trouble);
  }
  unlinkat(root, staging_folder, AT_REMOVEDIR);
  return std::nullopt;
}

std::optional<Failure> commit(const Lock& lock,
                              const std::vector<FileChange>& changes) {
  auto failure = finish_interrupted(lock);
  if (failure || changes.empty()) {
    return failure;
  }
  Transaction transaction(lock.descriptor());
  failure = transaction.prepare(changes);
  return failure ? failure : transaction.publish();
}

Result<std::map<std::string, std::string>> pending_changes(
    int root_descriptor) {
  std::map<std::string, std::string> pending;
  const Descriptor staging(
      openat(root_descriptor, staging_folder, folder_flags));
  if (!staging.is_open()) {
    // No commit goes through a link or a file.
    return errno == ENOENT || errno == ELOOP || errno == ENOTDIR
               ? Result(std::move(pending))
               : cannot_tell({errno, staging_folder});
  }
  const Journal journal = journal_of(staging.number());
  if (journal.trouble) {
    return cannot_tell(*journal.trouble);
  }
  for (const StagedFile& file :
       journal.files.value_or(std::vector<StagedFile>())) {
    const std::string name = name_of(file.number);
    FileBytes bytes = read_file(staging.number(), name, yaml::max_bytes);
    if (bytes.ok) {
      pending[file.path] = std::move(bytes.bytes);
    } else if (bytes.error != ENOENT) {
      return cannot_tell({bytes.error, in_staging(name)});
    }
  }
  return pending;
}

}  // namespace thidua::folder
