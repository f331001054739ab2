#include "folder/layout.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace thidua::folder {
namespace {

constexpr std::array<std::string_view, 17> kind_words{
    "plan",        "awards",       "clusters",       "successions", "criteria",
    "score-table", "frozen-table", "award-standard", "unit",        "figures",
    "results",     "filings",      "scores",         "proposal",    "rule-set",
    "base-wage",   "holidays"};

// folder/<id>.yaml, where the id may or may not have segments, with or without
// a first folder that says of when the record is.
struct Shelf {
  std::string_view folder;
  RecordKind kind;
  bool nested;  // ids with several segments
  bool dated;   // the first folder below says when
};

constexpr std::array<Shelf, 12> shelves{{
    {"criteria", RecordKind::criteria, false, false},
    {"score-tables", RecordKind::score_table, false, false},
    {"frozen-tables", RecordKind::frozen_table, false, false},
    {"award-standards", RecordKind::award_standard, false, false},
    {"rule-sets", RecordKind::rule_set, false, false},
    {"holidays", RecordKind::holidays, false, false},
    {"units", RecordKind::unit, true, false},
    {"figures", RecordKind::figures, true, true},
    {"results", RecordKind::results, true, true},
    {"filings", RecordKind::filings, true, true},
    {"scores", RecordKind::scores, true, true},
    {"proposals", RecordKind::proposal, true, true},
}};

// Cuts the first segment off `path`.
std::string_view take_segment(std::string_view& path) {
  const std::size_t slash = path.find('/');
  const std::string_view segment = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view{}
                                         : path.substr(slash + 1);
  return segment;
}

Placement on_shelf(const Shelf& shelf, std::string_view rest) {
  Placement placement{FileRole::record, {shelf.kind, {}, {}, {}}};
  Place& place = placement.place;
  if (shelf.dated) {
    place.when = to_nfc(take_segment(rest));
  }
  place.id = to_nfc(rest);
  if (shelf.kind == RecordKind::proposal) {
    const std::size_t slash = place.id.rfind('/');
    if (slash == std::string::npos) {
      return {FileRole::misplaced, {}};
    }
    place.form = place.id.substr(slash + 1);
    place.id.resize(slash);
  }
  const bool too_deep =
      !shelf.nested && place.id.find('/') != std::string::npos;
  if (place.id.empty() || too_deep) {
    return {FileRole::misplaced, {}};
  }
  return placement;
}

bool is_yaml(std::string_view path) {
  return path.ends_with(record_ending) || path.ends_with(".yml");
}

}  // namespace

Placement place_of(std::string_view path) {
  if (path == "thidua.toml") {
    return {FileRole::settings, {}};
  }
  if (!is_yaml(path) || path.starts_with("evidence/")) {
    return {FileRole::other, {}};
  }
  if (!path.ends_with(record_ending)) {
    return {FileRole::misplaced, {}};
  }
  std::string_view rest = path.substr(0, path.size() - record_ending.size());
  for (const RecordKind kind :
       {RecordKind::plan, RecordKind::awards, RecordKind::clusters,
        RecordKind::successions, RecordKind::base_wage}) {
    if (rest == to_string(kind)) {
      return {FileRole::record, {kind, std::string(rest), {}, {}}};
    }
  }
  const std::string_view folder = take_segment(rest);
  const auto shelf = std::find_if(
      shelves.begin(), shelves.end(),
      [&](const Shelf& candidate) { return candidate.folder == folder; });
  return shelf == shelves.end() ? Placement{FileRole::misplaced, {}}
                                : on_shelf(*shelf, rest);
}

std::string_view to_string(RecordKind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}

std::optional<RecordKind> record_kind(std::string_view word) {
  const auto at = std::find(kind_words.begin(), kind_words.end(), word);
  return at == kind_words.end()
             ? std::nullopt
             : std::optional(static_cast<RecordKind>(at - kind_words.begin()));
}

bool is_skipped_folder(std::string_view name) {
  return name == "out" || name.starts_with('.');
}

}  // namespace thidua::folder
