#include "post/delivery.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <stdexcept>

#include "base/descriptor.hpp"
#include "base/file_bytes.hpp"
#include "base/system_errors.hpp"
#include "post/replace_file.hpp"

namespace thidua::post {
namespace {

// The letter as a file in memory: unlike a pipe, it cannot fill up before a
// command that does not read, nor break.
Descriptor in_memory(std::string_view letter) {
  Descriptor file(memfd_create("letter", MFD_CLOEXEC));
  if (file.is_open() && write_bytes(file.number(), letter) &&
      lseek(file.number(), 0, SEEK_SET) == 0) {
    return file;
  }
  return {};
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }

  void put(int file, int in_place_of) {
    posix_spawn_file_actions_adddup2(&actions_, file, in_place_of);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const {
    return &actions_;
  }

 private:
  posix_spawn_file_actions_t actions_{};
};

// 0 or an errno.
int start_shell(std::string command, int input, pid_t& process) {
  FileActions actions;
  actions.put(input, STDIN_FILENO);
  actions.put(STDERR_FILENO, STDOUT_FILENO);
  std::string shell = "sh";
  std::string option = "-c";
  char* words[] = {shell.data(), option.data(), command.data(), nullptr};
  return posix_spawn(&process, "/bin/sh", actions.get(), nullptr, words,
                     environ);
}

Failure not_started(const std::string& command, int error) {
  return {ExitStatus::io,
          msg("cannot start the command `{0}`: {1}", command, reason_of(error)),
          msg("free memory or close other programs, then run again")};
}

// Statuses of a shell that could not run a program.
constexpr int not_executable = 126;
constexpr int not_found = 127;

Message way_out_of(int exit_status) {
  return exit_status == not_found || exit_status == not_executable
             ? msg("check that the program is installed and spelt right")
             : msg("what it said stands above; mend the cause, then run again");
}

std::optional<Failure> judged(const std::string& command, int status) {
  if (WIFSIGNALED(status)) {
    return Failure{ExitStatus::io,
                   msg("the command `{0}` was ended by signal {1} and has not "
                       "taken the letter",
                       command, WTERMSIG(status)),
                   way_out_of(0)};
  }
  const int exit_status = WEXITSTATUS(status);
  if (exit_status == 0) {
    return std::nullopt;
  }
  return Failure{ExitStatus::io,
                 msg("the command `{0}` ended with status {1} and has not "
                     "taken the letter",
                     command, exit_status),
                 way_out_of(exit_status)};
}

void refuse_odd_stem(const std::string& stem) {
  if (stem.empty() || stem.front() == '.' ||
      stem.find_first_of(std::string_view("/\0", 2)) != std::string::npos) {
    throw std::invalid_argument("a letter with a name that is no file name");
  }
}

}  // namespace

std::optional<Failure> put_into_folder(const std::string& folder,
                                       const std::string& stem,
                                       std::string_view letter) {
  refuse_odd_stem(stem);
  const std::string path = std::filesystem::path(folder) / (stem + ".eml");
  const FileBytes there = read_file(AT_FDCWD, path, letter.size());
  if (there.ok && there.bytes == letter) {
    return std::nullopt;
  }
  if (there.ok) {
    return Failure{ExitStatus::io, msg("another letter stands in `{0}`", path),
                   msg("move it away, then run again")};
  }
  const int error =
      there.error == ENOENT ? replace_file(path, letter) : there.error;
  return error == 0 ? std::nullopt : std::optional(not_written(path, error));
}

std::optional<Failure> give_to_command(const std::string& command,
                                       std::string_view letter) {
  const Descriptor input = in_memory(letter);
  if (!input.is_open()) {
    return not_started(command, errno);
  }
  pid_t process = 0;
  if (const int error = start_shell(command, input.number(), process)) {
    return not_started(command, error);
  }
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) {
      return Failure{ExitStatus::io,
                     msg("how the command `{0}` ended cannot be told: {1}",
                         command, reason_of(errno)),
                     msg("see whether the letter was sent")};
    }
  }
  return judged(command, status);
}

}  // namespace thidua::post
