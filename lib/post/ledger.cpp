#include "post/ledger.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <stdexcept>

#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"
#include "post/ledger_lines.hpp"
#include "post/replace_file.hpp"

namespace thidua::post {
namespace {

Failure in_use(const std::string& path) {
  return {ExitStatus::locked, msg("another run is using the file `{0}`", path),
          msg("wait until it has ended, then run the command again")};
}

std::optional<Failure> lock_ledger(const std::string& path, int file) {
  if (flock(file, LOCK_EX | LOCK_NB) == 0) {
    return std::nullopt;
  }
  return errno == EWOULDBLOCK
             ? in_use(path)
             : Failure{ExitStatus::io,
                       msg("the file `{0}` cannot be locked: {1}", path,
                           reason_of(errno)),
                       msg("keep the file on a disk whose file system has "
                           "locks")};
}

Failure not_readable(const std::string& path, Argument reason) {
  return {ExitStatus::io, msg("cannot read `{0}`: {1}", path, reason),
          msg("name another file, or see who may read and write it")};
}

Failure broken_line(const std::string& path, std::size_t number) {
  return {
      ExitStatus::io,
      msg("`{0}`, line {1}: this is not what thidua writes there", path,
          number),
      msg("put the file back from a copy, or mend the line; without the file, "
          "letters would be sent again")};
}

Failure newer_ledger(const std::string& path) {
  return {ExitStatus::io, msg("`{0}` was written by a newer thidua", path),
          msg("use that version of thidua, or name another file")};
}

}  // namespace

Result<Ledger> Ledger::open(const std::string& path) {
  Ledger ledger(path);
  ledger.may_write_ = true;
  if (auto failure = ledger.load(O_RDWR | O_APPEND)) {
    return *failure;
  }
  const std::string folder = folder_of(path);
  if (!ledger.file_.is_open() && access(folder.c_str(), W_OK | X_OK) != 0) {
    return not_written(path, errno);
  }
  return ledger;
}

Result<Ledger> Ledger::read(const std::string& path) {
  Ledger ledger(path);
  if (auto failure = ledger.load(O_RDONLY)) {
    return *failure;
  }
  return ledger;
}

std::optional<Failure> Ledger::load(int flags) {
  // Without O_NONBLOCK the opening of a FIFO would wait.
  file_ = Descriptor(
      ::open(path_.c_str(), flags | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (!file_.is_open()) {
    return errno == ENOENT
               ? std::nullopt
               : std::optional(not_readable(path_, reason_of(errno)));
  }
  struct stat status {};
  if (fstat(file_.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return not_readable(path_, Word{N_("not a regular file")});
  }
  if (may_write_) {
    if (auto failure = lock_ledger(path_, file_.number())) {
      return failure;
    }
  }
  constexpr std::size_t whole = std::numeric_limits<std::size_t>::max() - 1;
  const FileBytes file = read_open_file(file_.number(), whole);
  return file.ok ? take_in(file.bytes)
                 : std::optional(not_readable(path_, reason_of(file.error)));
}

std::optional<Failure> Ledger::take_in(std::string_view bytes) {
  std::size_t number = 1;
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos;
       end = bytes.find('\n', size_)) {
    if (auto failure = take_line(bytes.substr(size_, end - size_), number)) {
      return failure;
    }
    size_ = end + 1;
    ++number;
  }
  before_ = size_;
  if (size_ < bytes.size()) {
    has_tail_ = true;
    torn_ =
        msg("the last line of `{0}` is not whole and does not count", path_);
  }
  return std::nullopt;
}

std::optional<Failure> Ledger::take_line(std::string_view line,
                                         std::size_t number) {
  if (number == 1) {
    const auto version = version_in(line);
    if (version && *version > ledger_version) {
      return newer_ledger(path_);
    }
    return version == ledger_version ? std::nullopt
                                     : std::optional(broken_line(path_, 1));
  }
  const auto read = parse_ledger_line(line);
  if (!read) {
    return broken_line(path_, number);
  }
  note(read->entry, read->is_sent);
  return std::nullopt;
}

void Ledger::note(const LedgerEntry& entry, bool is_sent) {
  letters_[{entry.key, entry.recipient, entry.step}] = {entry.day, is_sent};
}

bool Ledger::was_sent(std::string_view key, std::string_view recipient,
                      int step) const {
  const auto letter =
      letters_.find({std::string(key), std::string(recipient), step});
  return letter != letters_.end() && letter->second.is_sent;
}

std::vector<LedgerEntry> Ledger::in_flight() const {
  std::vector<LedgerEntry> entries;
  for (const auto& [identity, state] : letters_) {
    if (!state.is_sent) {
      const auto& [key, recipient, step] = identity;
      entries.push_back({key, recipient, step, state.day});
    }
  }
  return entries;
}

std::optional<Failure> Ledger::begin(const std::vector<LedgerEntry>& entries) {
  return add(entries, false);
}

std::optional<Failure> Ledger::done(const std::vector<LedgerEntry>& entries) {
  return add(entries, true);
}

std::optional<Failure> Ledger::add(const std::vector<LedgerEntry>& entries,
                                   bool is_sent) {
  if (!may_write_) {
    throw std::logic_error("a ledger that was opened for reading is written");
  }
  if (entries.empty()) {
    before_ = size_;
    return std::nullopt;
  }
  if (!file_.is_open()) {
    if (auto failure = make()) {
      return failure;
    }
  }
  std::string lines = size_ == 0 ? first_ledger_line() : "";
  for (const LedgerEntry& entry : entries) {
    lines += to_ledger_line(entry, is_sent);
  }
  if (const int error = append(lines)) {
    return not_written(path_, error);
  }
  for (const LedgerEntry& entry : entries) {
    note(entry, is_sent);
  }
  return std::nullopt;
}

void Ledger::undo() {
  if (size_ == before_) {
    return;
  }
  size_ = before_;
  has_tail_ = true;
  if (cut_tail()) {
    static_cast<void>(fdatasync(file_.number()));
  }
}

std::optional<Failure> Ledger::make() {
  Descriptor file(::open(
      path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600));
  if (!file.is_open()) {
    return errno == EEXIST ? in_use(path_) : not_written(path_, errno);
  }
  if (auto failure = lock_ledger(path_, file.number())) {
    return failure;
  }
  const Descriptor folder(
      ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() || !sync_folder(folder.number())) {
    return not_written(path_, errno);
  }
  file_ = std::move(file);
  return std::nullopt;
}

int Ledger::append(std::string_view lines) {
  if (has_tail_ && !cut_tail()) {
    return errno;
  }
  if (write_bytes(file_.number(), lines) && fdatasync(file_.number()) == 0) {
    before_ = size_;
    size_ += lines.size();
    return 0;
  }
  const int error = errno;
  has_tail_ = true;
  // Where it fails, the next addition tries again.
  static_cast<void>(cut_tail());
  return error;
}

bool Ledger::cut_tail() {
  has_tail_ = ftruncate(file_.number(), static_cast<off_t>(size_)) != 0;
  return !has_tail_;
}

}  // namespace thidua::post
