#include "change/draft.hpp"

#include <algorithm>

#include "base/codes.hpp"
#include "rules/references.hpp"
#include "yaml/write.hpp"

namespace thidua::change {
Failure failure_of(const yaml::Refused& refused, const std::string& path) {
  switch (refused.why) {
    case yaml::Refusal::bad_character:
      return {ExitStatus::usage,
              msg("`{0}` in {1} would hold a hidden character", refused.place,
                  path),
              msg("type the text again; do not paste it")};
    case yaml::Refusal::bad_key:
      return {ExitStatus::usage,
              msg("`{0}` in {1} cannot be a key", refused.place, path),
              msg("choose a short name of one line")};
    case yaml::Refusal::unreadable:
      return {ExitStatus::findings,
              msg("{0} has errors, so it is not changed", path),
              msg("mend what `thidua check` says of it first")};
    default:
      return {ExitStatus::findings,
              msg("{0} is written in a way that is not changed safely at `{1}`",
                  path, refused.place),
              msg("change that line by hand")};
  }
}

Language language_of(const Plan& plan) {
  return plan.settings.language.value_or(Language::vi);
}

namespace {

// Has the source an error of reading?
bool has_errors(const Plan& plan, std::string_view path) {
  const auto& all = plan.diagnostics.all();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& finding) {
    return finding.where.known() &&
           plan.sources[finding.where.file].path == path &&
           info_of(finding.code).severity == Severity::error;
  });
}

// The bytes of the record as it is, or of a new one.
Result<std::string> beginning(const Plan& plan, const std::string& path,
                              const Head& head) {
  if (const Source* there = find_source(plan, path)) {
    return has_errors(plan, path) ? Result<std::string>(failure_of(
                                        {yaml::Refusal::unreadable}, path))
                                  : there->bytes;
  }
  const auto text =
      yaml::write(head.keys, say(head.comment, language_of(plan)));
  return text ? Result<std::string>(*text) : failure_of(text.error(), path);
}

}  // namespace

Draft::Draft(const Plan& plan, std::string path, yaml::KeyOrder order,
             const Head& head)
    : path_(std::move(path)),
      beginning_(beginning(plan, path_, head)),
      editor_(beginning_ ? *beginning_ : std::string(), std::move(order)) {}

std::optional<Failure> Draft::broken() const {
  return beginning_ ? std::nullopt : std::optional(beginning_.error());
}

Result<FileChange> Draft::finish() const {
  if (auto failure = broken()) {
    return *failure;
  }
  auto bytes = editor_.result();
  if (!bytes) {
    return failure_of(bytes.error(), path_);
  }
  return FileChange{path_, std::move(*bytes)};
}

void add_text(std::vector<yaml::Member>& members, const char* key,
              std::string_view text) {
  if (!text.empty()) {
    members.push_back({key, yaml::Value::text(text)});
  }
}

void add_illustrative(std::vector<yaml::Member>& members, bool illustrative) {
  if (illustrative) {
    members.push_back({"illustrative", yaml::Value::literal("true")});
  }
}

Head unit_head(const Message& comment, std::string_view unit,
               const Period& period, bool illustrative) {
  std::vector<yaml::Member> keys{
      {"unit", yaml::Value::text(unit)},
      {"period", yaml::Value::text(period.to_string())}};
  add_illustrative(keys, illustrative);
  return {comment, yaml::Value::map(std::move(keys))};
}

yaml::Value day(Date date) { return yaml::Value::text(to_iso(date)); }

}  // namespace thidua::change
