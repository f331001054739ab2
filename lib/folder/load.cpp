#include "folder/load.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "folder/files.hpp"
#include "folder/layout.hpp"
#include "folder/settings.hpp"
#include "model/read.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {
namespace {

constexpr std::size_t chunk = 64;  // files a thread takes at a time

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()),
            std::make_move_iterator(from.end()));
}

// Reads files one after another into records of its own; the loaders of all
// threads are merged at the end.
class Loader {
 public:
  Loader(int root, const std::vector<FileEntry>& files,
         std::vector<Source>& sources)
      : root_(root), files_(files), sources_(sources) {}

  // First all the bytes, then the records: the same work file by file, in
  // turns, takes noticeably longer.
  void load(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      fetch(i);
    }
    for (const Fetched& each : fetched_) {
      file_ = each.file;
      read(sources_[file_].bytes, each.placement);
    }
    fetched_.clear();
  }

  void merge_into(Plan& plan) {
    plan.diagnostics.add(std::move(found_));
    if (parts_.has_sheet) {
      plan.has_sheet = true;
      plan.sheet = std::move(parts_.sheet);
    }
    if (has_settings_) {
      plan.settings = parts_.settings;
    }
    if (!parts_.awards.forms.empty()) {
      plan.awards = std::move(parts_.awards);
    }
    append(plan.criteria_sets, std::move(parts_.criteria_sets));
    append(plan.score_tables, std::move(parts_.score_tables));
    append(plan.award_standards, std::move(parts_.award_standards));
    append(plan.clusters, std::move(parts_.clusters));
    append(plan.units, std::move(parts_.units));
    append(plan.figures, std::move(parts_.figures));
    append(plan.results, std::move(parts_.results));
    append(plan.filings, std::move(parts_.filings));
    append(plan.scorecards, std::move(parts_.scorecards));
    append(plan.proposals, std::move(parts_.proposals));
  }

 private:
  struct Fetched {
    std::uint32_t file;
    Placement placement;
  };

  void add(Code code, Message message, Message hint) {
    add_at(code, {file_, 0, 0}, std::move(message), std::move(hint));
  }
  void add_at(Code code, Span where, Message message, Message hint) {
    found_.add({code, where, std::move(message), std::move(hint), {}});
  }

  void report_oddity(const FileEntry& entry, const Placement& placement) {
    switch (entry.oddity) {
      case Oddity::leaves_folder:
        add(code::link_leaves_folder,
            msg("this link leads out of the plan folder"),
            msg("put a copy of the file here instead"));
        return;
      case Oddity::unreadable:
        add(code::cannot_read, msg("this folder cannot be listed"),
            msg("ask for the right to read it"));
        return;
      case Oddity::broken_link:
      case Oddity::link_to_folder:
      case Oddity::not_regular:
        // Beside the records such things are nobody's harm.
        if (placement.role != FileRole::other ||
            entry.oddity == Oddity::link_to_folder) {
          add(code::not_a_regular_file,
              entry.oddity == Oddity::broken_link
                  ? msg("this link leads to nothing")
              : entry.oddity == Oddity::link_to_folder
                  ? msg("links to folders are not followed")
                  : msg("this is no regular file (a pipe or a device)"),
              msg("put a regular file here, or take this away"));
        }
        return;
      case Oddity::none:
        return;
    }
  }

  void fetch(std::size_t index) {
    file_ = static_cast<std::uint32_t>(index);
    const FileEntry& entry = files_[index];
    Placement placement = place_of(entry.path);
    if (entry.oddity != Oddity::none) {
      report_oddity(entry, placement);
      return;
    }
    if (placement.role == FileRole::misplaced) {
      add(code::misplaced_file, msg("no record belongs at this path"),
          msg("move it to the folder of its kind (thidua-plan(5) shows them), "
              "or give it another ending than .yaml"));
    }
    if (placement.role != FileRole::record &&
        placement.role != FileRole::settings) {
      return;
    }
    FileBytes file = read_file(root_, entry.path, yaml::max_bytes);
    if (!file.ok) {
      add(code::cannot_read,
          msg("cannot read the file: {0}", std::strerror(file.error)),
          msg("ask for the right to read it"));
      return;
    }
    sources_[index].bytes = std::move(file.bytes);
    fetched_.push_back({file_, std::move(placement)});
  }

  void read(std::string_view bytes, const Placement& placement) {
    if (placement.role == FileRole::settings) {
      has_settings_ = true;
      parts_.settings = read_settings(bytes, file_, found_);
      return;
    }
    if (!names_are_ids(placement.place)) {
      add(code::bad_file_name, msg("`{0}` cannot be an id", placement.place.id),
          msg("name files and folders with lower-case letters, digits and "
              "hyphens, such as `{0}`",
              slug(placement.place.id)));
    }
    if (const auto tree = yaml::read(bytes, file_, found_)) {
      read_record(tree->root(), placement.place);
    }
  }

  static bool names_are_ids(const Place& place) {
    return is_id(place.id) && (place.form.empty() || is_id(place.form));
  }

  void read_record(const yaml::Node& root, const Place& place);

  // The record repeats what its path says, so that a file that was copied and
  // not changed is noticed.
  void compare(const At<std::string>& said, std::string_view by_path) {
    if (said.value != by_path) {
      add_at(code::path_disagrees, said.span,
             msg("the record says `{0}`, its path says `{1}`", said.value,
                 by_path),
             msg("correct the record, or move the file"));
    }
  }

  void compare(const At<Period>& said, const Place& place) {
    if (Period::parse(place.when) != said.value) {
      add_at(code::path_disagrees, said.span,
             msg("the record says `{0}`, its path says `{1}`",
                 said.value.to_string(), place.when),
             msg("correct the record, or move the file"));
    }
  }

  void compare_year(const At<int>& said, const Place& place) {
    compare(At<std::string>{std::to_string(said.value), said.span}, place.when);
  }

  void read_figures_record(const yaml::Node& root, const Place& place) {
    if (auto record = read_figures(root, found_)) {
      compare(record->unit, place.id);
      compare(record->period, place);
      parts_.figures.push_back(std::move(*record));
    }
  }

  void read_results_record(const yaml::Node& root, const Place& place) {
    if (auto record = read_results(root, found_)) {
      compare(record->unit, place.id);
      compare_year(record->year, place);
      parts_.results.push_back(std::move(*record));
    }
  }

  void read_filings_record(const yaml::Node& root, const Place& place) {
    if (auto record = read_filings(root, found_)) {
      compare(record->owner, place.id);
      compare_year(record->year, place);
      parts_.filings.push_back(std::move(*record));
    }
  }

  void read_scorecard_record(const yaml::Node& root, const Place& place) {
    if (auto record = read_scorecard(root, found_)) {
      compare(record->unit, place.id);
      compare(record->period, place);
      parts_.scorecards.push_back(std::move(*record));
    }
  }

  void read_proposal_record(const yaml::Node& root, const Place& place) {
    if (auto record = read_proposal(root, found_)) {
      compare(record->unit, place.id);
      compare(record->form, place.form);
      compare(record->occasion, place.when);
      parts_.proposals.push_back(std::move(*record));
    }
  }

  void read_sheet(const yaml::Node& root) {
    if (auto sheet = read_plan_sheet(root, found_)) {
      parts_.sheet = std::move(*sheet);
      parts_.has_sheet = true;
    }
  }

  int root_;
  const std::vector<FileEntry>& files_;
  std::vector<Source>& sources_;
  std::uint32_t file_ = 0;
  std::vector<Fetched> fetched_;
  bool has_settings_ = false;
  Diagnostics found_;
  Plan parts_;
};

template <class T>
void keep(std::vector<T>& list, std::optional<T> record) {
  if (record) {
    list.push_back(std::move(*record));
  }
}

void Loader::read_record(const yaml::Node& root, const Place& place) {
  switch (place.kind) {
    case RecordKind::plan:
      return read_sheet(root);
    case RecordKind::awards:
      parts_.awards = read_awards(root, found_).value_or(Awards{});
      return;
    case RecordKind::clusters:
      parts_.clusters =
          read_clusters(root, found_).value_or(std::vector<Cluster>{});
      return;
    case RecordKind::criteria:
      return keep(parts_.criteria_sets,
                  read_criteria_set(root, place.id, found_));
    case RecordKind::score_table:
      return keep(parts_.score_tables,
                  read_score_table(root, place.id, found_));
    case RecordKind::award_standard:
      return keep(parts_.award_standards,
                  read_award_standard(root, place.id, found_));
    case RecordKind::unit:
      return keep(parts_.units, read_unit(root, place.id, found_));
    case RecordKind::figures:
      return read_figures_record(root, place);
    case RecordKind::results:
      return read_results_record(root, place);
    case RecordKind::filings:
      return read_filings_record(root, place);
    case RecordKind::scores:
      return read_scorecard_record(root, place);
    case RecordKind::proposal:
      return read_proposal_record(root, place);
  }
}

template <class List, class Key>
void sort_by(List& list, Key key) {
  std::sort(list.begin(), list.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

void sort_records(Plan& plan) {
  const auto id = [](const auto& record) -> const std::string& {
    return record.id;
  };
  sort_by(plan.criteria_sets, id);
  sort_by(plan.score_tables, id);
  sort_by(plan.award_standards, id);
  sort_by(plan.units, id);
  const auto by_period = [](const auto& record) {
    return std::tuple(std::string_view(record.unit.value), record.period.value,
                      record.span.file);
  };
  sort_by(plan.figures, by_period);
  sort_by(plan.scorecards, by_period);
  sort_by(plan.results, [](const Results& record) {
    return std::tuple(std::string_view(record.unit.value), record.year.value,
                      record.span.file);
  });
  sort_by(plan.filings, [](const Filings& record) {
    return std::tuple(std::string_view(record.owner.value), record.year.value,
                      record.span.file);
  });
  sort_by(plan.proposals, [](const Proposal& record) {
    return std::tuple(std::string_view(record.occasion.value),
                      std::string_view(record.unit.value),
                      std::string_view(record.form.value), record.span.file);
  });
}

unsigned thread_count(unsigned wanted, std::size_t files) {
  const unsigned most = static_cast<unsigned>(files / chunk) + 1;
  const unsigned have = std::max(1U, std::thread::hardware_concurrency());
  return std::min(wanted == 0 ? have : wanted, most);
}

void run_loaders(std::vector<Loader>& loaders, std::size_t files) {
  std::atomic<std::size_t> next{0};
  const auto work = [&](Loader& loader) {
    for (std::size_t from = next.fetch_add(chunk); from < files;
         from = next.fetch_add(chunk)) {
      loader.load(from, std::min(from + chunk, files));
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < loaders.size(); ++i) {
    threads.emplace_back(work, std::ref(loaders[i]));
  }
  work(loaders[0]);
  for (std::thread& thread : threads) {
    thread.join();
  }
}

}  // namespace

bool has_plan_sheet(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto status = fs::symlink_status(fs::path(folder) / "plan.yaml", error);
  return fs::exists(status) && !fs::is_directory(status);
}

Result<std::string> find_plan_folder(const std::string& start) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path folder = fs::absolute(start, error).lexically_normal();
  for (;; folder = folder.parent_path()) {
    if (has_plan_sheet(folder.string())) {
      return folder.string();
    }
    if (folder == folder.parent_path()) {
      return Failure{
          ExitStatus::io,
          msg("there is no plan folder here: no plan.yaml in `{0}` nor above "
              "it",
              start),
          msg("go into a plan folder, or name one with -C DIR")};
    }
  }
}

Result<std::unique_ptr<const Plan>> load_plan(const std::string& root,
                                              unsigned threads) {
  auto files = walk(root);
  if (!files) {
    return files.error();
  }
  const int descriptor = open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) {
    return Failure{
        ExitStatus::io,
        msg("cannot read the folder `{0}`: {1}", root, std::strerror(errno)),
        msg("check that it is there and that you may read it")};
  }
  auto plan = std::make_unique<Plan>();
  plan->sources.reserve(files->size());
  for (const FileEntry& file : *files) {
    plan->sources.push_back({file.path, {}});
    if (place_of(file.path).role == FileRole::other) {
      plan->other_files.push_back(to_nfc(file.path));
    }
  }
  std::vector<Loader> loaders(thread_count(threads, files->size()),
                              Loader(descriptor, *files, plan->sources));
  run_loaders(loaders, files->size());
  close(descriptor);
  for (Loader& loader : loaders) {
    loader.merge_into(*plan);
  }
  sort_records(*plan);
  return std::unique_ptr<const Plan>(std::move(plan));
}

}  // namespace thidua::folder
