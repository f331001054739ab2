#include "folder/loader.hpp"

#include <algorithm>
#include <utility>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "data/embedded.hpp"
#include "folder/record_order.hpp"
#include "folder/settings.hpp"
#include "folder/system_errors.hpp"
#include "model/read.hpp"

namespace thidua::folder {
namespace {

std::vector<std::string_view> document_names() {
  constexpr std::string_view ending = ".txt";
  std::vector<std::string_view> names;
  for (const embedded::File& each : embedded::documents()) {
    if (each.path.ends_with(ending)) {
      names.push_back(each.path.substr(0, each.path.size() - ending.size()));
    }
  }
  return names;
}

// Of "templates/NAME.docx"; empty for any other path, and for what Word keeps
// while it has one open ("~$…").
std::string_view template_name(std::string_view path) {
  constexpr std::string_view folder = "templates/";
  constexpr std::string_view ending = ".docx";
  if (!path.starts_with(folder) || !path.ends_with(ending) ||
      path.substr(folder.size()).starts_with("~$")) {
    return {};
  }
  path.remove_prefix(folder.size());
  path.remove_suffix(ending.size());
  return path;
}

bool is_template_of_nothing(std::string_view path) {
  const std::string_view name = template_name(path);
  const auto known = document_names();
  return !name.empty() &&
         std::find(known.begin(), known.end(), name) == known.end();
}

}  // namespace
namespace {

void merge_above(ParentPlan& to, ParentPlan& from) {
  if (from.has_sheet) {
    to.has_sheet = true;
    to.sheet = std::move(from.sheet);
  }
  if (!from.awards.forms.empty()) {
    to.awards = std::move(from.awards);
  }
  merge(to.criteria_sets, from.criteria_sets);
  merge(to.score_tables, from.score_tables);
  merge(to.award_standards, from.award_standards);
}

template <class T>
void keep(std::vector<T>& list, std::optional<T> record) {
  if (record) {
    list.push_back(std::move(*record));
  }
}

bool names_are_ids(const Place& place) {
  return is_id(place.id) && (place.form.empty() || is_id(place.form));
}

}  // namespace

// First all the bytes, then all the trees, then the records: file by file, in
// turns, what stays of each record would lie scattered over the memory that the
// next tree is to use again, and the same work takes noticeably longer.
void Loader::load(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    fetch(i);
  }
  std::vector<std::optional<yaml::Node>> trees;
  trees.reserve(fetched_.size());
  for (const Fetched& each : fetched_) {
    file_ = each.file;
    trees.push_back(read(sources_[file_].bytes, each.placement));
  }
  for (std::size_t i = 0; i < trees.size(); ++i) {
    if (trees[i]) {
      file_ = fetched_[i].file;
      const Place& place = fetched_[i].placement.place;
      if (const auto& above = files_[file_].above) {
        read_record_above(*trees[i], place, parts_.parents[above->parent]);
      } else {
        read_record(*trees[i], place);
      }
    }
  }
  fetched_.clear();
  memory_.clear();
}

void Loader::sort() {
  each_list(parts_, parts_, [](auto& list, auto&) { sort_list(list); });
  for (ParentPlan& parent : parts_.parents) {
    sort_list(parent.criteria_sets);
    sort_list(parent.score_tables);
    sort_list(parent.award_standards);
  }
}

void Loader::merge_into(Plan& plan) {
  plan.diagnostics.add(std::move(found_));
  for (std::size_t i = 0; i < plan.parents.size(); ++i) {
    merge_above(plan.parents[i], parts_.parents[i]);
  }
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
  plan.other_files.insert(plan.other_files.end(), parts_.other_files.begin(),
                          parts_.other_files.end());
  if (!parts_.clusters.empty()) {
    plan.clusters = std::move(parts_.clusters);
  }
  if (!parts_.successions.empty()) {
    plan.successions = std::move(parts_.successions);
  }
  if (!parts_.base_wages.empty()) {
    plan.base_wages = std::move(parts_.base_wages);
  }
  each_list(plan, parts_, [](auto& to, auto& from) { merge(to, from); });
}

void Loader::add(Code code, Message message, Message hint) {
  add_at(code, {file_, 0, 0}, std::move(message), std::move(hint));
}
void Loader::add_at(Code code, Span where, Message message, Message hint) {
  found_.add({code, where, std::move(message), std::move(hint), {}});
}

void Loader::report_oddity(Oddity oddity, FileRole role) {
  switch (oddity) {
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
      if (role != FileRole::other || oddity == Oddity::link_to_folder) {
        add(code::not_a_regular_file,
            oddity == Oddity::broken_link ? msg("this link leads to nothing")
            : oddity == Oddity::link_to_folder
                ? msg("links to folders are not followed")
                : msg("this is no regular file (a pipe or a device)"),
            msg("put a regular file here, or take this away"));
      }
      return;
    case Oddity::none:
      return;
  }
}

void Loader::fetch(std::size_t index) {
  file_ = static_cast<std::uint32_t>(index);
  FileEntry& entry = files_[index];
  Placement placement = place_of(entry.path_within());
  const std::string& path = sources_[index].path = std::move(entry.path);
  if (placement.role == FileRole::other && !entry.above) {
    parts_.other_files.push_back(to_nfc(path));
  }
  if (entry.oddity != Oddity::none) {
    report_oddity(entry.oddity, placement.role);
    return;
  }
  if (!entry.above && is_template_of_nothing(path)) {
    const std::vector<std::string_view> known = document_names();
    const auto meant = nearest(template_name(path), known);
    add(code::template_of_nothing,
        msg("there is no document `{0}`", template_name(path)),
        meant ? msg("did you mean `{0}`?", *meant)
              : msg("`thidua document` lists them"));
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
  FileBytes file = bytes_of(path);
  if (!file.ok) {
    add(code::cannot_read,
        msg("cannot read the file: {0}", reason_of(file.error)),
        msg("ask for the right to read it"));
    return;
  }
  sources_[index].bytes = std::move(file.bytes);
  fetched_.push_back({file_, std::move(placement)});
}

FileBytes Loader::bytes_of(const std::string& path) const {
  const auto stand_in = overlay_.find(path);
  return stand_in == overlay_.end() ? read_file(root_, path, yaml::max_bytes)
                                    : FileBytes{true, 0, stand_in->second};
}

std::optional<yaml::Node> Loader::read(std::string_view bytes,
                                       const Placement& placement) {
  if (placement.role == FileRole::settings) {
    has_settings_ = true;
    parts_.settings = read_settings(bytes, file_, found_);
    return std::nullopt;
  }
  if (!names_are_ids(placement.place)) {
    add(code::bad_file_name, msg("`{0}` cannot be an id", placement.place.id),
        msg("name files and folders with lower-case letters, digits and "
            "hyphens, such as `{0}`",
            slug(placement.place.id)));
  }
  return yaml::read(bytes, file_, found_, memory_);
}

// The record repeats what its path says, so that a file that was copied and
// not changed is noticed.
void Loader::compare(const At<std::string>& said, std::string_view by_path) {
  if (said.value != by_path) {
    add_at(
        code::path_disagrees, said.span,
        msg("the record says `{0}`, its path says `{1}`", said.value, by_path),
        msg("correct the record, or move the file"));
  }
}

void Loader::compare(const At<Period>& said, const Place& place) {
  if (Period::parse(place.when) != said.value) {
    add_at(code::path_disagrees, said.span,
           msg("the record says `{0}`, its path says `{1}`",
               said.value.to_string(), place.when),
           msg("correct the record, or move the file"));
  }
}

void Loader::compare_year(const At<int>& said, const Place& place) {
  compare(At<std::string>{std::to_string(said.value), said.span}, place.when);
}

void Loader::read_figures_record(const yaml::Node& root, const Place& place) {
  if (auto record = read_figures(root, found_)) {
    compare(record->unit, place.id);
    compare(record->period, place);
    parts_.figures.push_back(std::move(*record));
  }
}

void Loader::read_results_record(const yaml::Node& root, const Place& place) {
  if (auto record = read_results(root, found_)) {
    compare(record->unit, place.id);
    compare_year(record->year, place);
    parts_.results.push_back(std::move(*record));
  }
}

void Loader::read_filings_record(const yaml::Node& root, const Place& place) {
  if (auto record = read_filings(root, found_)) {
    compare(record->owner, place.id);
    compare_year(record->year, place);
    parts_.filings.push_back(std::move(*record));
  }
}

void Loader::read_holidays_record(const yaml::Node& root, const Place& place) {
  if (auto record = read_holidays(root, found_)) {
    compare(
        At<std::string>{std::to_string(record->year.value), record->year.span},
        place.id);
    parts_.holidays.push_back(std::move(*record));
  }
}

void Loader::read_scorecard_record(const yaml::Node& root, const Place& place) {
  if (auto record = read_scorecard(root, found_)) {
    compare(record->unit, place.id);
    compare(record->period, place);
    parts_.scorecards.push_back(std::move(*record));
  }
}

void Loader::read_proposal_record(const yaml::Node& root, const Place& place) {
  if (auto record = read_proposal(root, found_)) {
    compare(record->unit, place.id);
    compare(record->form, place.form);
    compare(record->occasion, place.when);
    parts_.proposals.push_back(std::move(*record));
  }
}

void Loader::read_sheet(const yaml::Node& root) {
  if (auto sheet = read_plan_sheet(root, found_)) {
    parts_.sheet = std::move(*sheet);
    parts_.has_sheet = true;
  }
}

// Of a plan above only its rules are read.
void Loader::read_record_above(const yaml::Node& root, const Place& place,
                               ParentPlan& parent) {
  switch (place.kind) {
    case RecordKind::plan:
      if (auto sheet = read_plan_sheet(root, found_)) {
        parent.sheet = std::move(*sheet);
        parent.has_sheet = true;
      }
      return;
    case RecordKind::awards:
      parent.awards = read_awards(root, found_).value_or(Awards{});
      return;
    case RecordKind::criteria:
      return keep(parent.criteria_sets,
                  read_criteria_set(root, place.id, found_));
    case RecordKind::score_table:
      return keep(parent.score_tables,
                  read_score_table(root, place.id, found_));
    case RecordKind::award_standard:
      return keep(parent.award_standards,
                  read_award_standard(root, place.id, found_));
    default:
      return;
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
    case RecordKind::successions:
      parts_.successions =
          read_successions(root, found_).value_or(std::vector<Succession>{});
      return;
    case RecordKind::criteria:
      return keep(parts_.criteria_sets,
                  read_criteria_set(root, place.id, found_));
    case RecordKind::score_table:
      return keep(parts_.score_tables,
                  read_score_table(root, place.id, found_));
    case RecordKind::frozen_table:
      return keep(parts_.frozen_tables,
                  read_frozen_table(root, place.id, found_));
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
    case RecordKind::rule_set:
      return keep(parts_.rule_sets, read_rule_set(root, place.id, found_));
    case RecordKind::holidays:
      return read_holidays_record(root, place);
    case RecordKind::base_wage:
      parts_.base_wages = read_base_wages(root, found_).value_or(BaseWages{});
      return;
  }
}

}  // namespace thidua::folder
