#include "measuring.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

extern char** environ;

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

// Of this program, its threads and the programs it has run.
double processor_milliseconds() {
  double sum = 0;
  for (const auto whose : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(whose, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime}) {
      sum += static_cast<double>(time.tv_sec) * 1e3 +
             static_cast<double>(time.tv_usec) / 1e3;
    }
  }
  return sum;
}

}  // namespace

void measure(Measurement& measurement) {
  if (measurement.prepare) {
    measurement.prepare();
  }
  const double worked = processor_milliseconds();
  const Clock::time_point start = Clock::now();
  measurement.work();
  const std::chrono::duration<double, std::milli> passed = Clock::now() - start;
  measurement.passed = std::min(measurement.passed, passed.count());
  measurement.worked =
      std::min(measurement.worked, processor_milliseconds() - worked);
}

void run_program(std::vector<std::string> words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  const int error = posix_spawnp(&child, arguments[0], &actions, nullptr,
                                 arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) != 0) {
    fmt::print("{} did not end well: its time means nothing\n",
               fmt::join(words, " "));
  }
}

Measurement git_status(const std::string& folder) {
  return {"git status",
          [folder] {
            run_program({"git", "-C", folder, "status", "--porcelain"});
          },
          {}};
}

}  // namespace bench
