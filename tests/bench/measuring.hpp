// How long things take, and programs that are run to find out.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace bench {

inline constexpr unsigned threads = 2;

struct Measurement {
  std::string name;
  std::function<void()> work;
  std::function<void()> prepare;  // not measured; may be empty
  // Milliseconds, the least of all rounds.
  double passed = std::numeric_limits<double>::infinity();
  double worked = std::numeric_limits<double>::infinity();
};

// One round.
void measure(Measurement& measurement);

// Runs a program to its end, its output thrown away.
void run_program(std::vector<std::string> words);

[[nodiscard]] Measurement git_status(const std::string& folder);

}  // namespace bench
