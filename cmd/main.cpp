// The edge of the program: real streams, real environment.
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

#include "command.hpp"

int main(int argc, char** argv) {
  using thidua::ExitStatus;
  try {
    std::ios::sync_with_stdio(false);
    std::error_code error;
    const thidua::cmd::Surroundings surroundings{
        std::cout, std::cerr, isatty(STDOUT_FILENO) == 1,
        [](const char* name) -> std::optional<std::string> {
          const char* value = std::getenv(name);
          return value == nullptr ? std::nullopt
                                  : std::optional<std::string>(value);
        },
        std::filesystem::current_path(error).string()};
    const int status =
        thidua::cmd::run_program({argv + 1, argv + argc}, surroundings);
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
