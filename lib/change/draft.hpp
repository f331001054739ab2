// Draft: one record on its way to new bytes, from those of its file or, where
// there is none yet, from the first keys of a new record.
//
//   Draft draft(plan, path, order, {title, head});
//   draft.edit().set({"decision", "date"}, Value::text("2023-12-01"));
//   return draft.finish();
//
// A record with errors is not edited: what its lists count could be something
// else than what the plan has read.
#pragma once

#include <string>
#include <string_view>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"
#include "yaml/edit.hpp"

namespace thidua::change {

// How a record begins.
struct Head {
  Message comment;  // the line above it; always in the folder's language
  yaml::Value keys;
};

class Draft {
 public:
  Draft(const Plan& plan, std::string path, yaml::KeyOrder order,
        const Head& head);

  [[nodiscard]] yaml::Editor& edit() { return editor_; }
  // The failure where nothing can be made of it: `findings` where the record
  // has errors that must be mended first, `usage` where a text of a new one
  // cannot stand in a record.
  [[nodiscard]] std::optional<Failure> broken() const;
  // Fails as broken(), and where a text of a change cannot stand in a record.
  [[nodiscard]] Result<FileChange> finish() const;

 private:
  std::string path_;
  Result<std::string> beginning_;
  yaml::Editor editor_;
};

// Why the editor refused, in words; `path` is the record.
[[nodiscard]] Failure failure_of(const yaml::Refused& refused,
                                 const std::string& path);

// The language of the folder, which new records are commented in.
[[nodiscard]] Language language_of(const Plan& plan);

// `key: ""` is not written.
void add_text(std::vector<yaml::Member>& members, const char* key,
              std::string_view text);
// `illustrative: true`, or nothing.
void add_illustrative(std::vector<yaml::Member>& members, bool illustrative);
// Of a record about one unit and one period.
[[nodiscard]] Head unit_head(const Message& comment, std::string_view unit,
                             const Period& period, bool illustrative);
// A day, quoted: other readers of YAML would make a date of it.
[[nodiscard]] yaml::Value day(Date date);

}  // namespace thidua::change
