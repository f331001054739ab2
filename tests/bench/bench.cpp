// thidua_bench FOLDER THIDUA_BINARY [--runs N]: how fast a plan folder is
// checked, in ratios to what is done on the same files in the same minutes.
//
// Every round measures everything once, one after another, so that all meet
// the same noise; the best round of each counts.  Beside the time that passed
// stands the processors' own, which others on the machine disturb less.
// Nothing is asserted: a timing is no test.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "folder/files.hpp"
#include "folder/layout.hpp"
#include "folder/load.hpp"
#include "folder/parallel.hpp"
#include "yaml/tree.hpp"

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned threads = 2;
constexpr double target = 2.5;  // check / libyaml

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

// Calls `work` with every number below `count`, on all threads.
void in_parallel(std::size_t count,
                 const std::function<void(std::size_t)>& work) {
  thidua::folder::Chunks chunks(count);
  thidua::folder::on_threads(threads, [&](unsigned) {
    chunks.take([&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        work(i);
      }
    });
  });
}

// The bytes of every record of a folder.
std::vector<std::string> read_records(const std::string& folder) {
  std::vector<std::string> paths;
  if (const auto files = thidua::folder::walk(folder, threads)) {
    for (const thidua::folder::FileEntry& file : *files) {
      if (thidua::folder::place_of(file.path).role ==
          thidua::folder::FileRole::record) {
        paths.push_back(file.path);
      }
    }
  }
  std::vector<std::string> records(paths.size());
  const int root = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  in_parallel(paths.size(), [&](std::size_t i) {
    records[i] =
        thidua::folder::read_file(root, paths[i], thidua::yaml::max_bytes)
            .bytes;
  });
  close(root);
  return records;
}

void parse_with_libyaml(const std::string& bytes) {
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0) {
    return;
  }
  const void* data = bytes.data();
  yaml_parser_set_input_string(&parser, static_cast<const unsigned char*>(data),
                               bytes.size());
  for (bool done = false; !done;) {
    yaml_event_t event;
    done = yaml_parser_parse(&parser, &event) == 0 ||
           event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

void read_tree(const std::string& bytes) {
  thidua::Diagnostics found;
  const auto tree = thidua::yaml::read(bytes, 0, found);
}

void load_whole_plan(const std::string& folder) {
  const auto plan = thidua::folder::load_plan(folder, threads);
}

// Runs a program to its end, its output thrown away.
void run_program(std::vector<std::string> words) {
  std::vector<char*> arguments;
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
    fmt::print("{} did not end well: its time means nothing\n", words[0]);
  }
}

struct Measurement {
  const char* name;
  std::function<void()> work;
  // Milliseconds, the least of all rounds.
  double passed = std::numeric_limits<double>::infinity();
  double worked = std::numeric_limits<double>::infinity();
};

// Their places in the list; git only where the folder is a repository.
enum What : std::size_t { files, libyaml, trees, load, check, score, git };

constexpr std::array<std::pair<What, What>, 8> ratios{{{trees, libyaml},
                                                       {load, libyaml},
                                                       {check, files},
                                                       {check, libyaml},
                                                       {check, git},
                                                       {score, files},
                                                       {score, libyaml},
                                                       {score, git}}};

std::vector<Measurement> measurements(const Options& options,
                                      const std::vector<std::string>& records) {
  const std::string& folder = options.folder;
  const auto each = [&records](void (*work)(const std::string&)) {
    return [&records, work] {
      in_parallel(records.size(), [&](std::size_t i) { work(records[i]); });
    };
  };
  const auto command = [&options](std::vector<std::string> rest) {
    std::vector<std::string> words{options.binary, "-C", options.folder,
                                   "--today", "2025-03-31"};
    words.insert(words.end(), rest.begin(), rest.end());
    return [words] { run_program(words); };
  };
  std::vector<Measurement> list{
      {"walk and read", [&folder] { read_records(folder); }},
      {"libyaml", each(parse_with_libyaml)},
      {"yaml::read", each(read_tree)},
      {"load_plan", [&folder] { load_whole_plan(folder); }},
      {"check", command({"check", "--level", "error"})},
      {"score", command({"score", "--period", "2023"})},
  };
  if (std::filesystem::exists(folder + "/.git")) {
    list.push_back(
        {"git status", [&folder] {
           run_program({"git", "-C", folder, "status", "--porcelain"});
         }});
  }
  return list;
}

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

void measure(Measurement& measurement) {
  const double worked = processor_milliseconds();
  const Clock::time_point start = Clock::now();
  measurement.work();
  const std::chrono::duration<double, std::milli> passed = Clock::now() - start;
  measurement.passed = std::min(measurement.passed, passed.count());
  measurement.worked =
      std::min(measurement.worked, processor_milliseconds() - worked);
}

void print(const std::vector<Measurement>& list) {
  fmt::print("{:>10}{:>12}\n", "passed", "processor");
  for (const Measurement& one : list) {
    fmt::print("{:>10.1f}{:>12.1f}  ms  {}\n", one.passed, one.worked,
               one.name);
  }
  for (const auto& [of, to] : ratios) {
    if (to < list.size()) {
      fmt::print("{:>10.2f}{:>12.2f}      {} / {}\n",
                 list[of].passed / list[to].passed,
                 list[of].worked / list[to].worked, list[of].name,
                 list[to].name);
    }
  }
}

void run(const Options& options) {
  const std::vector<std::string> records = read_records(options.folder);
  std::size_t bytes = 0;
  for (const std::string& record : records) {
    bytes += record.size();
  }
  std::vector<Measurement> list = measurements(options, records);
  for (int i = 0; i < options.runs; ++i) {
    for (Measurement& measurement : list) {
      measure(measurement);
    }
  }
  fmt::print("{} records, {} bytes, {} threads, best of {}\n\n", records.size(),
             bytes, threads, options.runs);
  print(list);
  fmt::print(
      "\ncheck of {} records is {:.2f} times libyaml's own parsing on {} "
      "threads (target {})\n",
      records.size(), list[check].passed / list[libyaml].passed, threads,
      target);
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = read_options({argv + 1, argv + argc});
  if (!options) {
    fmt::print(stderr, "usage: thidua_bench FOLDER THIDUA_BINARY [--runs N]\n");
    return 2;
  }
  run(*options);
  return 0;
}
