#include "folder/part.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "folder/layout.hpp"

namespace thidua::folder {
namespace {

constexpr std::string_view ending = ".yaml";

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
    for (const char* folder : {"criteria", "score-tables", "award-standards"}) {
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

  // A name may lie on the disk decomposed, as some systems write it.
  void add_record(const std::string& folder, std::string_view id) {
    const std::string path = fmt::format("{}/{}{}", folder, id, ending);
    if (!walker_.take(path) && !is_ascii(path)) {
      walker_.take(to_nfd(path));
    }
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
    return cannot_list(root);
  }
  for (const std::string& owner : owners) {
    if (is_id(owner)) {
      listing.add_owner(owner);
    }
  }
  return listing.take_files();
}

}  // namespace thidua::folder
