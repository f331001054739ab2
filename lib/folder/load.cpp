#include "folder/load.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iterator>

#include "base/descriptor.hpp"
#include "base/parallel.hpp"
#include "folder/children.hpp"
#include "folder/commit.hpp"
#include "folder/large_pages.hpp"
#include "folder/loader.hpp"
#include "folder/parents.hpp"
#include "folder/part.hpp"
#include "folder/shipped.hpp"
#include "folder/system_errors.hpp"

namespace thidua::folder {
namespace {

Overlay overlay_of(const std::vector<FileChange>& changes) {
  Overlay overlay;
  for (const FileChange& change : changes) {
    overlay[change.path] = change.bytes;
  }
  return overlay;
}

// What the overlay adds to the files that are there.
void add_new_files(std::vector<FileEntry>& files, const Overlay& overlay) {
  for (const auto& [path, bytes] : overlay) {
    const auto at =
        std::lower_bound(files.begin(), files.end(), path,
                         [](const FileEntry& file, const std::string& wanted) {
                           return file.path < wanted;
                         });
    if (at == files.end() || at->path != path) {
      files.insert(at, {path, Oddity::none});
    }
  }
}

// Both are sorted, and so is what comes of them.
void add_files(std::vector<FileEntry>& files, std::vector<FileEntry> more) {
  const auto size = static_cast<std::ptrdiff_t>(files.size());
  files.insert(files.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  std::inplace_merge(
      files.begin(), files.begin() + size, files.end(),
      [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
}

// About as much as is taken for a record, its bytes included.
constexpr std::size_t memory_of_record = 3600;

void read_files(int root, std::vector<FileEntry> files, const Overlay& overlay,
                unsigned threads, Plan& plan) {
  plan.sources.resize(files.size());
  std::vector<Loader> loaders;
  for (unsigned i = thread_count(threads, files.size()); i > 0; --i) {
    loaders.emplace_back(root, files, overlay, plan.sources,
                         plan.parents.size());
  }
  Chunks chunks(files.size());
  on_threads(static_cast<unsigned>(loaders.size()), [&](unsigned thread) {
    Loader& loader = loaders[thread];
    wish_for_large_pages(files.size() / loaders.size() * memory_of_record);
    chunks.take(
        [&loader](std::size_t from, std::size_t to) { loader.load(from, to); });
    loader.sort();
  });
  for (Loader& loader : loaders) {
    loader.merge_into(plan);
  }
  std::sort(plan.other_files.begin(), plan.other_files.end());
}

std::string bytes_of_sheet(int root, const Overlay& stand_ins) {
  const auto stand_in = stand_ins.find("plan.yaml");
  return stand_in == stand_ins.end()
             ? read_file(root, "plan.yaml", yaml::max_bytes).bytes
             : stand_in->second;
}

// `stand_ins` before what an interrupted commit has still to put into place.
Result<std::unique_ptr<Plan>> load_files(const std::string& root,
                                         Result<std::vector<FileEntry>> files,
                                         Overlay stand_ins, unsigned threads) {
  const Descriptor folder(
      open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!files || !folder.is_open()) {
    return files ? cannot_read_folder(root, errno) : files.error();
  }
  const auto reading_shipped = start_reading_shipped_rules();
  auto pending = pending_changes(folder.number());
  if (!pending) {
    return pending.error();
  }
  stand_ins.merge(*pending);
  add_new_files(*files, stand_ins);
  ParentFiles above =
      parent_files(root, bytes_of_sheet(folder.number(), stand_ins));
  add_files(*files, std::move(above.files));
  auto plan = std::make_unique<Plan>();
  plan->parents = std::move(above.parents);
  read_files(folder.number(), std::move(*files), stand_ins, threads, *plan);
  take_over(*plan);
  add_shipped_rules(*plan);
  return plan;
}

// Was the commit that brings the plan.yaml interrupted?  Where that cannot be
// told, the folder counts as one, and its loading says what is the matter.
bool has_pending_sheet(const std::string& root) {
  const Descriptor folder(
      open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) {
    return false;
  }
  const auto pending = pending_changes(folder.number());
  return !pending || pending->contains("plan.yaml");
}

Result<std::unique_ptr<Plan>> load_whole(
    const std::string& root, unsigned threads,
    const std::vector<FileChange>& changes) {
  auto plan =
      load_files(root, walk(root, threads), overlay_of(changes), threads);
  if (plan) {
    (*plan)->children = child_folders(root, (*plan)->sheet);
  }
  return plan;
}

}  // namespace

bool has_plan_sheet(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto status = fs::symlink_status(fs::path(folder) / "plan.yaml", error);
  return fs::exists(status) ? !fs::is_directory(status)
                            : has_pending_sheet(folder);
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

Result<std::unique_ptr<const Plan>> load_plan(
    const std::string& root, unsigned threads,
    const std::vector<FileChange>& changes) {
  auto plan = load_whole(root, threads, changes);
  if (!plan) {
    return plan.error();
  }
  return std::unique_ptr<const Plan>(std::move(*plan));
}

Result<PublicPlan> load_public_plan(const std::string& root) {
  auto plan = load_whole(root, 0, {});
  if (!plan) {
    return plan.error();
  }
  HiddenIds hidden = hide_persons(**plan);
  return PublicPlan{std::move(*plan), std::move(hidden)};
}

Result<std::unique_ptr<const Plan>> load_part(
    const std::string& root, const std::vector<std::string>& owners,
    const std::vector<FileChange>& changes) {
  auto plan =
      load_files(root, files_about(root, owners), overlay_of(changes), 1);
  if (!plan) {
    return plan.error();
  }
  (*plan)->is_part = true;
  (*plan)->other_files = evidence_of(root, **plan);
  return std::unique_ptr<const Plan>(std::move(*plan));
}

std::unique_ptr<const Plan> load_new(const std::vector<FileChange>& files) {
  const Overlay overlay = overlay_of(files);
  std::vector<FileEntry> entries;
  add_new_files(entries, overlay);
  auto plan = std::make_unique<Plan>();
  read_files(-1, std::move(entries), overlay, 1, *plan);
  add_shipped_rules(*plan);
  return plan;
}

}  // namespace thidua::folder
