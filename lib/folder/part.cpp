#include "folder/part.hpp"

#include <algorithm>
#include <cerrno>

#include "base/text.hpp"
#include "folder/layout.hpp"
#include "folder/system_errors.hpp"

namespace thidua::folder {
namespace {

constexpr std::string_view ending = ".yaml";

// A name may lie on the disk decomposed, as some systems write it.
void take_spelled(Walker& walker, const std::string& path) {
  if (!walker.take(path) && !is_ascii(path)) {
    walker.take(to_nfd(path));
  }
}

class Listing {
 public:
  explicit Listing(const std::string& root) : walker_(root) {}

  // False when the folder of the plan cannot be listed.
  bool add_rules() {
    const auto names = walker_.names("");
    if (!names) {
      return false;
    }
    for (const std::string& name : *names) {
      if (place_of(name).role != FileRole::other) {
        walker_.take(name);
      }
    }
    for (const char* folder : {"criteria", "score-tables", "frozen-tables",
                               "award-standards", "rule-sets", "holidays"}) {
      walker_.take(folder);
    }
    return true;
  }

  void add_owner(std::string_view id) {
    for (std::size_t slash = id.find('/'); slash != std::string_view::npos;
         slash = id.find('/', slash + 1)) {
      add_record("units", id.substr(0, slash));
    }
    add_record("units", id);
    for (const char* shelf : {"figures", "results", "filings", "scores"}) {
      for (const std::string& when : below(shelf)) {
        add_record(fmt::format("{}/{}", shelf, when), id);
      }
    }
    for (const std::string& occasion : below("proposals")) {
      add_proposals(fmt::format("proposals/{}/{}", occasion, id));
    }
  }

  [[nodiscard]] std::vector<FileEntry> take_files() {
    std::vector<FileEntry> files = walker_.take_files();
    const auto same = [](const FileEntry& a, const FileEntry& b) {
      return a.path == b.path;
    };
    files.erase(std::unique(files.begin(), files.end(), same), files.end());
    return files;
  }

 private:
  [[nodiscard]] std::vector<std::string> below(
      const std::string& folder) const {
    return walker_.names(folder).value_or(std::vector<std::string>{});
  }

  void add_record(const std::string& folder, std::string_view id) {
    take_spelled(walker_, fmt::format("{}/{}{}", folder, id, ending));
  }

  // Only those of the unit itself: below lie the folders of its own units.
  void add_proposals(const std::string& folder) {
    for (const std::string& name : below(folder)) {
      if (name.ends_with(ending)) {
        walker_.take(fmt::format("{}/{}", folder, name));
      }
    }
  }

  Walker walker_;
};

}  // namespace

Result<std::vector<FileEntry>> files_about(
    const std::string& root, const std::vector<std::string>& owners) {
  Listing listing(root);
  if (!listing.add_rules()) {
    return cannot_read_folder(root, errno);
  }
  for (const std::string& owner : owners) {
    if (is_id(owner)) {
      listing.add_owner(owner);
    }
  }
  return listing.take_files();
}

namespace {

// A file that a record names; nothing outside the folder.
void take_named(Walker& walker, const std::string& path) {
  if (!path.empty() && path.find("..") == std::string::npos) {
    take_spelled(walker, path);
  }
}

}  // namespace

std::vector<std::string> evidence_of(const std::string& root,
                                     const Plan& plan) {
  Walker walker(root);
  for (const Scorecard& card : plan.scorecards) {
    for (const StageMarks& stage : card.stages) {
      for (const Mark& mark : stage.marks) {
        for (const At<std::string>& path : mark.remarks->evidence) {
          take_named(walker, path.value);
          take_named(walker, "evidence/" + path.value);
        }
      }
    }
  }
  for (const Proposal& proposal : plan.proposals) {
    for (const DossierPaper& paper : proposal.papers) {
      take_named(walker, paper.file.value);
    }
  }
  std::vector<std::string> paths;
  for (const FileEntry& file : walker.take_files()) {
    paths.push_back(to_nfc(file.path));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace thidua::folder
