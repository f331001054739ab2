#include "folder/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include "folder/system_errors.hpp"

namespace thidua::folder {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_tries{5};

// A line of /proc/locks: `1: FLOCK ADVISORY WRITE 1234 fe:00:247066 0 EOF`;
// waiting ones have `->` after the number.
std::optional<long> holder_in(const std::string& line,
                              const std::string& wanted) {
  std::istringstream words(line);
  std::string number;
  std::string family;
  std::string advisory;
  std::string mode;
  std::string inode;
  long process = 0;
  words >> number >> family >> advisory >> mode >> process >> inode;
  return words && family == "FLOCK" && inode == wanted ? std::optional(process)
                                                       : std::nullopt;
}

// The process that holds a lock on the folder, where the system tells.
std::optional<long> holder_of(int folder) {
  struct stat status {};
  if (fstat(folder, &status) != 0) {
    return std::nullopt;
  }
  const std::string wanted =
      fmt::format("{:02x}:{:02x}:{}", major(status.st_dev),
                  minor(status.st_dev), status.st_ino);
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    if (const auto process = holder_in(line, wanted)) {
      return process;
    }
  }
  return std::nullopt;
}

// The words a process was called with.
std::string command_of(long process) {
  std::ifstream file(fmt::format("/proc/{}/cmdline", process));
  std::ostringstream bytes;
  bytes << file.rdbuf();
  std::string words = bytes.str();
  while (!words.empty() && words.back() == '\0') {
    words.pop_back();
  }
  for (char& character : words) {
    character = character == '\0' ? ' ' : character;
  }
  return words;
}

Failure locked(const std::string& root, int folder) {
  const Message hint =
      msg("wait until it has ended, then run the command again");
  const auto process = holder_of(folder);
  if (!process) {
    return {ExitStatus::locked,
            msg("another run is using the folder `{0}`", root), hint};
  }
  const std::string command = command_of(*process);
  if (command.empty()) {
    return {ExitStatus::locked,
            msg("process {0} is using the folder `{1}`",
                std::to_string(*process), root),
            hint};
  }
  return {ExitStatus::locked,
          msg("process {0} (`{1}`) is using the folder `{2}`",
              std::to_string(*process), command, root),
          hint};
}

// 0, or the errno of the last try.
int take(int folder, int operation, steady_clock::time_point until) {
  while (flock(folder, operation | LOCK_NB) != 0) {
    const int error = errno;
    if (error != EWOULDBLOCK && error != EINTR) {
      return error;
    }
    if (steady_clock::now() >= until) {
      return EWOULDBLOCK;
    }
    std::this_thread::sleep_for(between_tries);
  }
  return 0;
}

}  // namespace

Result<Lock> lock_folder(const std::string& root, LockKind kind,
                         std::chrono::milliseconds patience) {
  Descriptor folder(open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) {
    return cannot_read_folder(root, errno);
  }
  const bool alone = kind == LockKind::exclusive;
  const int error = take(folder.number(), alone ? LOCK_EX : LOCK_SH,
                         steady_clock::now() + patience);
  if (error == EWOULDBLOCK) {
    return locked(root, folder.number());
  }
  if (error != 0 && alone) {
    return Failure{
        ExitStatus::io,
        msg("the folder `{0}` cannot be locked: {1}", root, reason_of(error)),
        msg("keep the folder on a disk whose file system has locks")};
  }
  return Lock(root, std::move(folder));
}

}  // namespace thidua::folder
