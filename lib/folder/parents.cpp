#include "folder/parents.hpp"

#include <fcntl.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "base/descriptor.hpp"
#include "model/read.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {
namespace {

using Sections = std::vector<Section>;

constexpr std::string_view sheet_name = "plan.yaml";
constexpr std::size_t most_parents = 16;  // a nation has five levels

bool holds(const Sections& sections, Section section) {
  return std::find(sections.begin(), sections.end(), section) != sections.end();
}

Sections left_to(const PlanSheet& sheet, std::size_t reference) {
  Sections sections;
  for (const Delegation& delegation : sheet.delegates) {
    if (parent_of(sheet, delegation) == &sheet.parents[reference]) {
      for (const At<Section>& section : delegation.sections) {
        sections.push_back(section.value);
      }
    }
  }
  return sections;
}

// Only the words of a plan that names a folder are worth reading twice.
PlanSheet read_sheet(std::string_view bytes) {
  Diagnostics ignored;
  if (bytes.find("folder:") == std::string_view::npos) {
    return {};
  }
  const auto tree = yaml::read(bytes, 0, ignored);
  auto sheet = tree ? read_plan_sheet(tree->root(), ignored) : std::nullopt;
  return sheet ? std::move(*sheet) : PlanSheet{};
}

class Climb {
 public:
  explicit Climb(const std::string& root) : root_(root) {
    seen_.push_back(canonical("."));
  }

  // The parents of the plan in `folder`, and theirs.  `wanted`: what somebody
  // below needs of them.
  void up(const PlanSheet& sheet, const std::string& folder,
          std::optional<std::size_t> child, const Sections& wanted) {
    for (std::size_t i = 0; i < sheet.parents.size(); ++i) {
      const auto& way = sheet.parents[i].folder;
      if (!way || found_.parents.size() == most_parents) {
        continue;
      }
      const std::string above = (std::filesystem::path(folder) / way->value)
                                    .lexically_normal()
                                    .string();
      const std::string place = canonical(above);
      if (std::find(seen_.begin(), seen_.end(), place) != seen_.end()) {
        continue;
      }
      seen_.push_back(place);
      Sections needed = left_to(sheet, i);
      std::erase_if(needed, [&](Section each) { return !holds(wanted, each); });
      take(above, child, i, needed);
    }
  }

  ParentFiles take_found() {
    std::sort(
        found_.files.begin(), found_.files.end(),
        [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string canonical(const std::string& folder) const {
    std::error_code error;
    const auto path = std::filesystem::path(root_) / folder;
    const auto place = std::filesystem::weakly_canonical(path, error);
    return error ? path.lexically_normal().string() : place.string();
  }

  void take(const std::string& folder, std::optional<std::size_t> child,
            std::size_t reference, const Sections& needed) {
    const std::size_t index = found_.parents.size();
    found_.parents.emplace_back();
    found_.parents.back().folder = folder;
    found_.parents.back().child = child;
    found_.parents.back().reference = reference;
    Walker walker(root_ + "/" + folder);
    if (!walker.take(std::string(sheet_name))) {
      return;
    }
    walker.take("awards.yaml");
    for (const auto& [section, shelf] :
         {std::pair(Section::criteria, "criteria"),
          std::pair(Section::score_tables, "score-tables"),
          std::pair(Section::standards, "award-standards")}) {
      if (holds(needed, section)) {
        walker.take(shelf);
      }
    }
    for (FileEntry& file : walker.take_files()) {
      file.path = folder + "/" + file.path;
      file.above = FileEntry::Above{index, folder.size() + 1};
      found_.files.push_back(std::move(file));
    }
    up(read_sheet(bytes_of(folder)), folder, index, needed);
  }

  [[nodiscard]] std::string bytes_of(const std::string& folder) const {
    const Descriptor place(
        open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return read_file(place.number(), folder + "/" + std::string(sheet_name),
                     yaml::max_bytes)
        .bytes;
  }

  std::string root_;
  std::vector<std::string> seen_;
  ParentFiles found_;
};

}  // namespace

ParentFiles parent_files(const std::string& root, std::string_view sheet) {
  Climb climb(root);
  climb.up(read_sheet(sheet), "", std::nullopt,
           {Section::criteria, Section::score_tables, Section::forms,
            Section::standards, Section::occasions});
  return climb.take_found();
}

namespace {

// The nearest plan above that has a section which is left to it; `child` as in
// ParentPlan.
const ParentPlan* holder_of(const Plan& plan, std::optional<std::size_t> child,
                            Section section) {
  const PlanSheet& sheet = child ? plan.parents[*child].sheet : plan.sheet;
  for (std::size_t i = 0; i < plan.parents.size(); ++i) {
    const ParentPlan& parent = plan.parents[i];
    if (parent.child != child ||
        !holds(left_to(sheet, parent.reference), section)) {
      continue;
    }
    if (has_section(parent, section)) {
      return &parent;
    }
    if (const ParentPlan* further = holder_of(plan, i, section)) {
      return further;
    }
  }
  return nullptr;
}

template <class List>
void fill(List& own, const List& theirs) {
  if (own.empty()) {
    own = theirs;
  }
}

template <class T>
void fill(std::optional<T>& own, const std::optional<T>& theirs) {
  if (!own) {
    own = theirs;
  }
}

// Beside its own, those of other ids; both are sorted by id.
template <class Record>
void add_missing(std::vector<Record>& own, const std::vector<Record>& theirs) {
  const auto by_id = [](const Record& a, const Record& b) {
    return a.id < b.id;
  };
  std::vector<Record> both;
  std::set_union(own.begin(), own.end(), theirs.begin(), theirs.end(),
                 std::back_inserter(both), by_id);
  own.swap(both);
}

void take_over_criteria(Plan& plan, const ParentPlan& parent) {
  add_missing(plan.criteria_sets, parent.criteria_sets);
  PlanSheet& sheet = plan.sheet;
  for (UnitKind& kind : sheet.kinds) {
    const auto same = std::find_if(
        parent.sheet.kinds.begin(), parent.sheet.kinds.end(),
        [&](const UnitKind& each) { return each.id.value == kind.id.value; });
    if (!kind.criteria && same != parent.sheet.kinds.end()) {
      kind.criteria = same->criteria;
      fill(kind.subkinds, same->subkinds);
    }
  }
  fill(sheet.grades, parent.sheet.grades);
  fill(sheet.stages, parent.sheet.stages);
  fill(sheet.figures, parent.sheet.figures);
  fill(sheet.balances, parent.sheet.balances);
  fill(sheet.indicators, parent.sheet.indicators);
  fill(sheet.assignments, parent.sheet.assignments);
}

void take_over_section(Plan& plan, const ParentPlan& parent, Section section) {
  switch (section) {
    case Section::criteria:
      return take_over_criteria(plan, parent);
    case Section::score_tables:
      return add_missing(plan.score_tables, parent.score_tables);
    case Section::forms:
      if (plan.awards.forms.empty()) {
        plan.awards = parent.awards;
      }
      return;
    case Section::standards:
      return add_missing(plan.award_standards, parent.award_standards);
    case Section::occasions:
      return fill(plan.sheet.occasions, parent.sheet.occasions);
  }
}

}  // namespace

void take_over(Plan& plan) {
  for (const Delegation& delegation : plan.sheet.delegates) {
    for (const At<Section>& section : delegation.sections) {
      if (const ParentPlan* parent =
              holder_of(plan, std::nullopt, section.value)) {
        take_over_section(plan, *parent, section.value);
      }
    }
  }
}

}  // namespace thidua::folder
