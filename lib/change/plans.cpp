#include "change/plans.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "change/citation.hpp"
#include "change/draft.hpp"
#include "change/redate.hpp"
#include "change/templates.hpp"
#include "change/typed.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

constexpr std::string_view sheet_path = "plan.yaml";
constexpr std::string_view clusters_path = "clusters.yaml";

// Rules of the law: their days are those of the law, whatever the plan's are.
bool holds_law(std::string_view path) {
  return path.starts_with("rule-sets/") || path == "base-wage.yaml";
}

bool holds_rules(std::string_view path) {
  return path == sheet_path || path == "awards.yaml" || path == "thidua.toml" ||
         path == clusters_path || path.starts_with("criteria/") ||
         path.starts_with("score-tables/") ||
         path.starts_with("award-standards/") || holds_law(path);
}

Failure missing(const char* option) {
  return {ExitStatus::usage, msg("an argument is missing: {0}", option),
          msg("a plan that begins with a template needs it; see `thidua "
              "init-plan --help`")};
}

Result<Period> parse_period(std::string_view text) {
  std::string typed = to_nfc(trimmed(text));
  for (const std::string_view dash : {" - ", " – ", "-", "–"}) {
    // `2026 - 2030`, as titles have it; `2026-11` is a month.
    const std::size_t at = typed.find(dash);
    if (at == 4 && typed.size() == at + dash.size() + 4) {
      typed.replace(at, dash.size(), "..");
    }
  }
  if (const auto period = Period::parse(typed)) {
    return *period;
  }
  return Failure{ExitStatus::usage, msg("`{0}` is not a period", text),
                 msg("write a year or years, such as 2026 or 2026..2030, or "
                     "2026-03-01..2027-02-28")};
}

// A level by its word; nothing where it is none of those known.
std::optional<std::string> level_by_word(std::string_view word) {
  const std::vector<std::string> known = level_words();
  const auto at = std::find_if(
      known.begin(), known.end(),
      [&](const std::string& level) { return folded(level) == folded(word); });
  return at == known.end() ? std::nullopt : std::optional(*at);
}

Result<std::string> parse_level(std::string_view word) {
  if (auto level = level_by_word(word)) {
    return *level;
  }
  const std::vector<std::string> known = level_words();
  return unknown(N_("`{0}` is no level of an office that is known here"), word,
                 {known.begin(), known.end()});
}

// “Ủy ban nhân dân huyện …” says its level: the first such word in it.
std::optional<std::string> level_in_name(std::string_view issuer) {
  const std::string name = " " + folded(issuer) + " ";
  std::optional<std::string> found;
  std::size_t first = std::string::npos;
  for (const std::string& level : level_words()) {
    const std::size_t at = name.find(" " + level + " ");
    if (at < first) {
      first = at;
      found = level;
    }
  }
  return found;
}

// The name of the movement in quotes, or the whole title, as an id that is not
// cut in the middle of a word.
std::string movement_of(std::string_view title) {
  constexpr std::size_t longest = 60;
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  const std::size_t from = title.find(open);
  const std::size_t to = title.find(close, from);
  std::string id =
      slug(to == std::string_view::npos
               ? title
               : title.substr(from + open.size(), to - from - open.size()));
  if (id.size() > longest) {
    id.resize(std::min(longest, id.rfind('-', longest)));
  }
  return id;
}

Value blank(std::string_view printed) {
  return Value::map({{"blank", Value::text(printed)}}).in_flow();
}

Value not_in_source() {
  return Value::map({{"not_in_source", Value::literal("true")}}).in_flow();
}

Value number_value(std::string_view number) {
  return number.empty() || number.front() == '/' ? blank(number)
                                                 : Value::text(number);
}

Result<Value> parent_value(std::string_view text) {
  const auto parent = parse_citation(text);
  if (!parent) {
    return parent.error();
  }
  std::vector<Member> keys{
      {"type", Value::text(parent->type)},
      {"number",
       parent->number.empty() ? not_in_source() : number_value(parent->number)},
      {"date",
       parent->date ? Value::text(parent->date->to_string()) : not_in_source()},
      {"issuer", Value::text(parent->issuer)}};
  add_text(keys, "subject", parent->subject);
  keys.push_back({"held", Value::literal("false")});
  keys.push_back({"source", Value::text(say("not noted yet", Language::vi))});
  return Value::list({Value::map(std::move(keys))});
}

// plan.yaml on its way.
class SheetDraft {
 public:
  SheetDraft(std::string bytes, const PlanSheet& sheet, Basis basis)
      : editor_(std::move(bytes),
                {"title", "movement", "issuer", "name", "level", "document",
                 "period", "parents", "cites"}),
        sheet_(sheet),
        basis_(basis) {}

  std::optional<Failure> put(const Identity& identity) {
    put_names(identity);
    auto failure = put_level(identity);
    if (!failure) {
      failure = put_document(identity);
    }
    if (!failure && !identity.parent.empty()) {
      const auto parents = parent_value(identity.parent);
      if (!parents) {
        return parents.error();
      }
      editor_.set({"parents"}, *parents);
    }
    if (!failure && basis_ == Basis::other_plan) {
      take_out_what_is_its_own(!identity.issuer.empty());
    }
    return failure;
  }

  void put_period(const Period& period) {
    editor_.set({"period", "from"}, day(period.first()));
    editor_.set({"period", "to"}, day(period.last()));
  }

  [[nodiscard]] Result<FileChange> finish() const {
    auto bytes = editor_.result();
    if (!bytes) {
      return failure_of(bytes.error(), std::string(sheet_path));
    }
    return FileChange{std::string(sheet_path), std::move(*bytes)};
  }

 private:
  void put_text(const yaml::Path& path, const std::string& text) {
    if (!text.empty()) {
      editor_.set(path, Value::text(text));
    }
  }

  void put_names(const Identity& identity) {
    put_text({"title"}, identity.title);
    put_text({"issuer", "name"}, identity.issuer);
    put_text({"movement"},
             identity.movement.empty() && basis_ == Basis::template_folder
                 ? movement_of(identity.title)
                 : identity.movement);
  }

  std::optional<Failure> put_level(const Identity& identity) {
    if (!identity.level.empty()) {
      const auto level = parse_level(identity.level);
      if (!level) {
        return level.error();
      }
      put_text({"issuer", "level"}, *level);
      return std::nullopt;
    }
    const auto said = level_in_name(identity.issuer);
    put_text({"issuer", "level"}, said.value_or(std::string()));
    const bool open =
        basis_ == Basis::template_folder && !level_by_word(sheet_.issuer.level);
    return said || !open ? std::nullopt : std::optional(missing("--level"));
  }

  std::optional<Failure> put_document(const Identity& identity) {
    const bool keeps = basis_ == Basis::same_document;
    if (!keeps || !identity.number.empty()) {
      editor_.set({"document", "number"}, number_value(identity.number));
    }
    if (identity.date.empty()) {
      if (!keeps) {
        editor_.set({"document", "date"}, blank({}));
      }
      return std::nullopt;
    }
    const auto date = parse_partial_day(identity.date);
    if (!date) {
      return date.error();
    }
    editor_.set({"document", "date"}, Value::text(date->to_string()));
    return std::nullopt;
  }

  // Of the copied plan's own document.
  void take_out_what_is_its_own(bool other_issuer) {
    take_out(!sheet_.readings.empty(), {"readings"});
    take_out(!sheet_.issuer.printed.empty(), {"issuer", "printed"});
    take_out(is_absence(sheet_.recipients), {"recipients"});
    const PlanDocument& document = sheet_.document;
    take_out(document.place && (other_issuer || is_absence(document.place)),
             {"document", "place"});
    take_out_signature(other_issuer);
    if (other_issuer) {
      take_out(sheet_.issuer.province.has_value(), {"issuer", "province"});
      take_out(!sheet_.issuer.under.empty(), {"issuer", "under"});
    }
  }

  // Who signs as before signs again, over another name.
  void take_out_signature(bool other_issuer) {
    const auto& signature = sheet_.document.signature;
    if (!signature) {
      return;
    }
    if (other_issuer || is_absence(signature->form) ||
        !signature->title.has_value()) {
      editor_.remove({"document", "signed"});
    } else {
      editor_.set({"document", "signed", "name"}, blank({}));
    }
  }

  // That the copied plan's document is silent says nothing of the new one.
  template <class T>
  static bool is_absence(const std::optional<Fact<T>>& fact) {
    return fact && !fact->has_value();
  }

  void take_out(bool is_there, const yaml::Path& path) {
    if (is_there) {
      editor_.remove(path);
    }
  }

  yaml::Editor editor_;
  const PlanSheet& sheet_;
  Basis basis_;
};

std::optional<Failure> refuse_incomplete(Basis basis,
                                         const Identity& identity) {
  if (basis != Basis::template_folder) {
    return std::nullopt;
  }
  return identity.title.empty()    ? std::optional(missing("--title"))
         : identity.issuer.empty() ? std::optional(missing("--issuer"))
         : identity.period.empty() ? std::optional(missing("--period"))
                                   : std::nullopt;
}

std::optional<Failure> refuse_movement(const Identity& identity, Basis basis) {
  if (!identity.movement.empty()) {
    return is_id_segment(identity.movement)
               ? std::nullopt
               : std::optional(Failure{
                     ExitStatus::usage,
                     msg("`{0}` cannot be an id", identity.movement),
                     msg("write lower-case letters, digits and hyphens, such "
                         "as vi-nguoi-ngheo")});
  }
  if (basis == Basis::template_folder && movement_of(identity.title).empty()) {
    return Failure{ExitStatus::usage, msg("`{0}` gives no id", identity.title),
                   msg("name the movement with --movement, such as "
                       "vi-nguoi-ngheo")};
  }
  return std::nullopt;
}

std::optional<Failure> move_years(std::vector<FileChange>& files,
                                  const YearMap& years) {
  for (FileChange& file : files) {
    if (!file.path.ends_with(".yaml") || holds_law(file.path)) {
      continue;
    }
    auto moved = redate(file, years);
    if (!moved) {
      return moved.error();
    }
    file = std::move(*moved);
  }
  return std::nullopt;
}

// A file that cannot be edited has errors, which are told of the plan as read.
std::string without_members(const Source& source, const Plan& plan) {
  yaml::Editor editor(source.bytes);
  for (std::size_t i = 0; i < plan.clusters.size(); ++i) {
    if (!plan.clusters[i].members.empty()) {
      editor.remove({"clusters", i, "members"});
    }
  }
  const auto bytes = editor.result();
  return bytes ? *bytes : source.bytes;
}

}  // namespace

std::vector<FileChange> rules_of(const Plan& plan) {
  std::vector<FileChange> files;
  for (const Source& source : plan.sources) {
    if (holds_rules(source.path)) {
      files.push_back({source.path, source.path == clusters_path
                                        ? without_members(source, plan)
                                        : source.bytes});
    }
  }
  return files;
}

Result<std::vector<FileChange>> with_identity(std::vector<FileChange> rules,
                                              const Plan& plan, Basis basis,
                                              const Identity& identity) {
  auto failure = refuse_incomplete(basis, identity);
  if (!failure) {
    failure = refuse_movement(identity, basis);
  }
  const auto period = identity.period.empty()
                          ? Result<Period>(plan.sheet.period)
                          : parse_period(identity.period);
  if (!failure && !period) {
    failure = period.error();
  }
  if (!failure && *period != plan.sheet.period) {
    failure = move_years(rules, YearMap(plan.sheet.period, *period));
  }
  if (failure) {
    return *failure;
  }
  const auto sheet_file = std::find_if(
      rules.begin(), rules.end(),
      [](const FileChange& file) { return file.path == sheet_path; });
  SheetDraft draft(sheet_file->bytes, plan.sheet, basis);
  draft.put_period(*period);
  failure = draft.put(identity);
  auto sheet = failure ? Result<FileChange>(*failure) : draft.finish();
  if (!sheet) {
    return sheet.error();
  }
  *sheet_file = std::move(*sheet);
  return rules;
}

}  // namespace thidua::change
