#include "reading.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <yaml.h>

#include <filesystem>
#include <memory>

#include "base/parallel.hpp"
#include "folder/files.hpp"
#include "folder/layout.hpp"
#include "folder/load.hpp"
#include "rules/ranking.hpp"
#include "rules/reminders.hpp"
#include "yaml/tree.hpp"

namespace bench {
namespace {

namespace folder = thidua::folder;

// Calls `work` with every number below `count`, on all threads.
void in_parallel(std::size_t count,
                 const std::function<void(std::size_t)>& work) {
  thidua::Chunks chunks(count);
  thidua::on_threads(threads, [&](unsigned) {
    chunks.take([&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        work(i);
      }
    });
  });
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

// Every unit by the table of 2023, places and quotas included.
std::function<void()> scoring_of(const std::string& root) {
  auto loaded = folder::load_plan(root, threads);
  if (!loaded) {
    return {};
  }
  const std::shared_ptr<const thidua::Plan> plan = std::move(*loaded);
  return [plan] {
    const auto rankings = thidua::rank(*plan, *thidua::Period::parse("2023"),
                                       {}, *thidua::parse_date("2025-03-31"));
  };
}

// Every open duty with its deadline and contacts.
std::function<void()> reminders_of(const std::string& root) {
  auto loaded = folder::load_plan(root, threads);
  if (!loaded) {
    return {};
  }
  const std::shared_ptr<const thidua::Plan> plan = std::move(*loaded);
  return [plan] {
    const auto found =
        thidua::reminders(*plan, {}, *thidua::parse_date("2025-03-31"));
  };
}

}  // namespace

std::size_t open_duties(const std::string& root) {
  const auto plan = folder::load_plan(root, threads);
  return plan ? thidua::reminders(**plan, {}, *thidua::parse_date("2025-03-31"))
                    .size()
              : 0;
}

std::vector<std::string> read_records(const std::string& root) {
  std::vector<std::string> paths;
  if (const auto found = folder::walk(root, threads)) {
    for (const folder::FileEntry& file : *found) {
      if (folder::place_of(file.path).role == folder::FileRole::record) {
        paths.push_back(file.path);
      }
    }
  }
  std::vector<std::string> records(paths.size());
  const int descriptor = open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  in_parallel(paths.size(), [&](std::size_t i) {
    records[i] =
        thidua::read_file(descriptor, paths[i], thidua::yaml::max_bytes).bytes;
  });
  close(descriptor);
  return records;
}

std::vector<Measurement> readings(const std::string& root,
                                  const std::string& binary,
                                  const std::vector<std::string>& records) {
  const auto each = [&records](void (*work)(const std::string&)) {
    return [&records, work] {
      in_parallel(records.size(), [&](std::size_t i) { work(records[i]); });
    };
  };
  const auto command = [&](std::vector<std::string> rest) {
    std::vector<std::string> words{binary, "-C", root, "--today", "2025-03-31"};
    words.insert(words.end(), rest.begin(), rest.end());
    return [words] { run_program(words); };
  };
  std::vector<Measurement> list{
      {"walk and read", [root] { const auto read = read_records(root); }, {}},
      {"libyaml", each(parse_with_libyaml), {}},
      {"yaml::read", each(read_tree), {}},
      {"load_plan",
       [root] { const auto plan = folder::load_plan(root, threads); },
       {}},
      {"scoring alone, of a loaded plan", scoring_of(root), {}},
      {"reminders alone, of a loaded plan", reminders_of(root), {}},
      {"check", command({"check", "--level", "error"}), {}},
      {"score", command({"score", "--period", "2023"}), {}},
  };
  if (std::filesystem::exists(root + "/.git")) {
    list.push_back(git_status(root));
  }
  return list;
}

}  // namespace bench
