// The layout of a plan folder: which file is a record of which kind.
//
// A path tells the kind of a record and what it is about; see thidua-plan(5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thidua::folder {

enum class RecordKind {
  plan,
  awards,
  clusters,
  successions,
  criteria,
  score_table,
  frozen_table,
  award_standard,
  unit,
  figures,
  results,
  filings,
  scores,
  proposal,
  rule_set,
  base_wage,
  holidays,
};

inline constexpr std::string_view record_ending = ".yaml";

// What the path of a record says.  Texts are NFC.
struct Place {
  RecordKind kind = RecordKind::plan;
  std::string id;    // criteria set, score table, standard, unit, owner …
  std::string when;  // figures/<period>, results/<year>, proposals/<occasion>
  std::string form;  // proposals: the award form
};

enum class FileRole {
  record,
  settings,   // thidua.toml
  other,      // evidence, README, what git and editors keep
  misplaced,  // a .yaml file where no record lives
};

struct Placement {
  FileRole role = FileRole::other;
  Place place{};  // of a record
};

// `path` is relative, with `/`.
[[nodiscard]] Placement place_of(std::string_view path);

// The word for a kind of record that schemas and tests use: "score-table".
[[nodiscard]] std::string_view to_string(RecordKind kind);
[[nodiscard]] std::optional<RecordKind> record_kind(std::string_view word);

// Folders the tool never reads: out/, .git and other hidden ones.
[[nodiscard]] bool is_skipped_folder(std::string_view name);

}  // namespace thidua::folder
