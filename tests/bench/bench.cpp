// thidua_bench FOLDER THIDUA_BINARY [--runs N]: how fast a plan folder is
// checked and changed, in ratios to what is done on the same files in the same
// minutes.
//
// Every round measures everything once, one after another, so that all meet
// the same noise; the best round of each counts.  Beside the time that passed
// stands the processors' own, which others on the machine disturb less.
// Nothing is asserted: a timing is no test.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reading.hpp"
#include "writing.hpp"

namespace {

using namespace bench;

constexpr double check_limit = 2.5;    // check / libyaml
constexpr double scoring_limit = 0.5;  // scoring alone / load_plan
constexpr double duties_limit = 2;     // reminders alone / load_plan

struct Options {
  std::string folder;
  std::string binary;
  int runs = 5;
};

std::optional<Options> read_options(const std::vector<std::string>& words) {
  if (words.size() != 2 && (words.size() != 4 || words[2] != "--runs")) {
    return std::nullopt;
  }
  Options options{words[0], words[1]};
  if (words.size() == 4) {
    const char* const end = words[3].data() + words[3].size();
    const auto read = std::from_chars(words[3].data(), end, options.runs);
    if (read.ec != std::errc{} || read.ptr != end || options.runs < 1) {
      return std::nullopt;
    }
  }
  return options;
}

constexpr std::array<std::pair<Reading, Reading>, 10> ratios{{{trees, libyaml},
                                                              {load, libyaml},
                                                              {scoring, load},
                                                              {duties, load},
                                                              {check, files},
                                                              {check, libyaml},
                                                              {check, git},
                                                              {score, files},
                                                              {score, libyaml},
                                                              {score, git}}};

void print_ratio(const Measurement& of, const Measurement& to) {
  fmt::print("{:>10.2f}{:>12.2f}      {} / {}\n", of.passed / to.passed,
             of.worked / to.worked, of.name, to.name);
}

void print_heading() { fmt::print("{:>10}{:>12}\n", "passed", "processor"); }

void print_times(const std::vector<Measurement>& list) {
  for (const Measurement& one : list) {
    fmt::print("{:>10.1f}{:>12.1f}  ms  {}\n", one.passed, one.worked,
               one.name);
  }
}

void measure_all(std::vector<Measurement>& list) {
  for (Measurement& measurement : list) {
    measure(measurement);
  }
}

void print_readings(const std::vector<Measurement>& list,
                    std::size_t open_duties) {
  print_heading();
  print_times(list);
  for (const auto& [of, to] : ratios) {
    if (to < list.size()) {
      print_ratio(list[of], list[to]);
    }
  }
  fmt::print(
      "\ncheck is {:.2f} times libyaml's own parsing of the same records on {} "
      "threads (limit {})\n",
      list[check].passed / list[libyaml].passed, threads, check_limit);
  fmt::print("scoring alone is {:.2f} times loading (limit {})\n",
             list[scoring].passed / list[load].passed, scoring_limit);
  fmt::print("evaluating {} open duties is {:.2f} times loading (limit {})\n",
             open_duties, list[duties].passed / list[load].passed,
             duties_limit);
}

void print_writings(const std::vector<Measurement>& list,
                    const std::vector<Measurement>& beside) {
  print_heading();
  print_times(beside);
  print_times(list);
  for (const Measurement& to : beside) {
    for (const Measurement& of : list) {
      print_ratio(of, to);
    }
  }
  const auto slowest = std::max_element(
      list.begin(), list.end(), [](const Measurement& a, const Measurement& b) {
        return a.passed < b.passed;
      });
  fmt::print(
      "\nthe slowest command that touches one unit, {}, takes {:.1f} ms (limit "
      "{})\n",
      slowest->name, slowest->passed, one_unit_limit);
}

void run_readings(const Options& options) {
  const std::vector<std::string> records = read_records(options.folder);
  std::size_t bytes = 0;
  for (const std::string& record : records) {
    bytes += record.size();
  }
  fmt::print("{} records, {} bytes, best of {}\n\nthe whole folder\n",
             records.size(), bytes, options.runs);
  auto list = readings(options.folder, options.binary, records);
  for (int i = 0; i < options.runs; ++i) {
    measure_all(list);
  }
  print_readings(list, open_duties(options.folder));
}

void run_writings(const Options& options) {
  fmt::print("\none unit in it, in a copy of the folder\n");
  const ScratchCopy copy(options.folder);
  auto beside = yardsticks(options.folder, copy);
  auto list = writings(copy, options.binary);
  for (int i = 0; i < options.runs; ++i) {
    measure_all(beside);
    measure_all(list);
  }
  print_writings(list, beside);
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = read_options({argv + 1, argv + argc});
  if (!options) {
    fmt::print(stderr, "usage: thidua_bench FOLDER THIDUA_BINARY [--runs N]\n");
    return 2;
  }
  run_readings(*options);
  run_writings(*options);
  return 0;
}
