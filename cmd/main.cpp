// The edge of the program: real streams, real environment.
#include <malloc.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "command.hpp"

namespace {

// To take the records of a province apart piece by piece takes longer than to
// check them; the end of the process gives all their memory back at once.
void keep_to_the_end(std::unique_ptr<const thidua::Plan> plan) {
  // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
  static auto& kept = *new std::vector<std::unique_ptr<const thidua::Plan>>;
  kept.push_back(std::move(plan));
}

// Records are read in once and stay: memory is taken in large pieces, and not
// given back before the end.
void take_memory_in_large_pieces() {
  constexpr int piece = 16 << 20;
  mallopt(M_TOP_PAD, piece);
  mallopt(M_MMAP_THRESHOLD, 2 * piece);
  mallopt(M_TRIM_THRESHOLD, 64 * piece);
}

// On the error stream: the output may go into a file.
std::optional<std::string> ask_on_terminal(const std::string& question) {
  std::cerr << question << std::flush;
  std::string line;
  if (std::getline(std::cin, line)) {
    return line;
  }
  std::cerr << '\n';  // what comes next does not stand behind the question
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  using thidua::ExitStatus;
  namespace cmd = thidua::cmd;
  take_memory_in_large_pieces();
  try {
    std::ios::sync_with_stdio(false);
    std::error_code error;
    const cmd::Surroundings surroundings{
        std::cout,
        std::cerr,
        isatty(STDOUT_FILENO) == 1,
        isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
            ? cmd::Ask(ask_on_terminal)
            : cmd::Ask{},
        [](const char* name) -> std::optional<std::string> {
          const char* value = std::getenv(name);
          return value == nullptr ? std::nullopt
                                  : std::optional<std::string>(value);
        },
        std::filesystem::current_path(error).string(),
        keep_to_the_end};
    const int status = cmd::run_program({argv + 1, argv + argc}, surroundings);
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "thidua: cannot write the output\n";
      return static_cast<int>(ExitStatus::io);
    }
    return status;
  } catch (const std::exception& bug) {
    std::cerr << "thidua: this is a bug in thidua, not in your data: "
              << bug.what() << '\n';
    return static_cast<int>(ExitStatus::bug);
  }
}
