// Loader: reads some files of a plan folder into records of its own.  Every
// thread has one; load.cpp makes a Plan of what they have read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "folder/files.hpp"
#include "folder/layout.hpp"
#include "model/plan.hpp"
#include "yaml/arena.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {

// Path -> bytes that stand in for those of the file, or for a file that is not
// there yet.
using Overlay = std::map<std::string, std::string>;

class Loader {
 public:
  // All of them outlive the loader.  `sources` has one entry for each file and
  // gets its bytes, and its path out of `files`.
  Loader(int root, std::vector<FileEntry>& files, const Overlay& overlay,
         std::vector<Source>& sources, std::size_t parents)
      : root_(root), files_(files), overlay_(overlay), sources_(sources) {
    parts_.parents.resize(parents);
  }

  void load(std::size_t from, std::size_t to);
  // After the last load().
  void sort();
  // After sort().  The records of `plan` stay sorted.
  void merge_into(Plan& plan);

 private:
  struct Fetched {
    std::uint32_t file;
    Placement placement;
  };

  void add(Code code, Message message, Message hint);
  void add_at(Code code, Span where, Message message, Message hint);
  void report_oddity(Oddity oddity, FileRole role);
  void fetch(std::size_t index);
  [[nodiscard]] FileBytes bytes_of(const std::string& path) const;
  // The tree of a record; the settings are taken in at once.
  std::optional<yaml::Node> read(std::string_view bytes,
                                 const Placement& placement);
  void read_record(const yaml::Node& root, const Place& place);
  void read_sheet(const yaml::Node& root);
  void read_record_above(const yaml::Node& root, const Place& place,
                         ParentPlan& parent);
  void read_figures_record(const yaml::Node& root, const Place& place);
  void read_results_record(const yaml::Node& root, const Place& place);
  void read_filings_record(const yaml::Node& root, const Place& place);
  void read_holidays_record(const yaml::Node& root, const Place& place);
  void read_scorecard_record(const yaml::Node& root, const Place& place);
  void read_proposal_record(const yaml::Node& root, const Place& place);
  void compare(const At<std::string>& said, std::string_view by_path);
  void compare(const At<Period>& said, const Place& place);
  void compare_year(const At<int>& said, const Place& place);

  int root_;
  std::vector<FileEntry>& files_;
  const Overlay& overlay_;
  std::vector<Source>& sources_;
  std::uint32_t file_ = 0;
  std::vector<Fetched> fetched_;
  bool has_settings_ = false;
  Diagnostics found_;
  yaml::Arena memory_{std::size_t{512} << 10U};  // of the trees of one load()
  Plan parts_;
};

}  // namespace thidua::folder
