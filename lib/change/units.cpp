#include "change/units.hpp"

#include <algorithm>
#include <array>

#include "change/draft.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

constexpr std::array<std::string_view, 4> contact_keys{
    "contact.role", "contact.name", "contact.email", "contact.phone"};

// What --set may name beside attributes of the office's own.
constexpr std::array<std::string_view, 6> plain_keys{
    "subkind", "class", "from", "to", "assumed", "note"};

const std::string* setting(const NewUnit& unit, std::string_view key) {
  const auto at =
      std::find_if(unit.settings.begin(), unit.settings.end(),
                   [&](const Setting& one) { return one.key == key; });
  return at == unit.settings.end() ? nullptr : &at->value;
}

std::string text_or_empty(const NewUnit& unit, std::string_view key) {
  const std::string* text = setting(unit, key);
  return text == nullptr ? std::string() : *text;
}

bool is_attribute(std::string_view key) {
  return std::find(plain_keys.begin(), plain_keys.end(), key) ==
             plain_keys.end() &&
         !key.starts_with("contact.");
}

// "region, subkind": each by itself.
std::vector<Value> words_in(std::string_view text) {
  std::vector<Value> words;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    words.push_back(Value::text(trimmed(text.substr(0, comma))));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return words;
}

std::vector<Member> contact_of(const NewUnit& unit) {
  std::vector<Member> contact;
  for (const std::string_view key : contact_keys) {
    const std::string name(key.substr(key.find('.') + 1));
    add_text(contact, name.c_str(), text_or_empty(unit, key));
  }
  return contact;
}

Value record_of(const NewUnit& unit, const UnitKind& kind) {
  std::vector<Member> keys{{"name", Value::text(unit.name)},
                           {"kind", Value::text(kind.id.value)}};
  add_text(keys, "subkind", text_or_empty(unit, "subkind"));
  add_text(keys, "class", text_or_empty(unit, "class"));
  std::vector<Member> enrolled;
  add_text(enrolled, "from", text_or_empty(unit, "from"));
  add_text(enrolled, "to", text_or_empty(unit, "to"));
  if (!enrolled.empty()) {
    keys.push_back({"enrolled", Value::map(std::move(enrolled)).in_flow()});
  }
  std::vector<Member> contact = contact_of(unit);
  if (!contact.empty()) {
    keys.push_back({"contacts", Value::list({Value::map(std::move(contact))})});
  }
  std::vector<Member> attributes;
  for (const Setting& one : unit.settings) {
    if (is_attribute(one.key)) {
      attributes.push_back({one.key, Value::literal(one.value)});
    }
  }
  if (!attributes.empty()) {
    keys.push_back({"attributes", Value::map(std::move(attributes))});
  }
  std::vector<Value> assumed = words_in(text_or_empty(unit, "assumed"));
  if (!assumed.empty()) {
    keys.push_back({"assumed", Value::list(std::move(assumed)).in_flow()});
  }
  add_illustrative(keys, unit.illustrative);
  add_text(keys, "note", text_or_empty(unit, "note"));
  return Value::map(std::move(keys));
}

std::optional<Failure> check_settings(const NewUnit& unit) {
  std::vector<std::string> keys;
  for (const Setting& one : unit.settings) {
    keys.push_back(one.key);
    const bool of_contact = one.key.starts_with("contact.");
    if (of_contact && std::find(contact_keys.begin(), contact_keys.end(),
                                one.key) == contact_keys.end()) {
      return unknown(N_("a contact has no `{0}`"), one.key,
                     {contact_keys.begin(), contact_keys.end()});
    }
  }
  return refuse_twins(std::move(keys));
}

// An ended unit takes nobody in, but what once was below it may be recorded.
bool ends_with(const NewUnit& unit, const Unit& parent) {
  const auto end = PartialDate::parse(text_or_empty(unit, "to"));
  return end && end->last() <= parent.enrolled_to->last();
}

std::optional<Failure> check_parent(const Plan& plan, const NewUnit& unit,
                                    std::string_view id) {
  const std::size_t slash = id.rfind('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view parent_id = id.substr(0, slash);
  const Unit* parent = plan.unit(parent_id);
  if (parent == nullptr) {
    return Failure{ExitStatus::usage, msg("there is no unit `{0}`", parent_id),
                   msg("`thidua list units` shows those there are; add the "
                       "parent first")};
  }
  if (parent->enrolled_to && !ends_with(unit, *parent)) {
    return Failure{ExitStatus::refused,
                   msg("`{0}` takes part until {1} only", parent_id,
                       parent->enrolled_to->last()),
                   msg("name another parent, or say with --set to=… until when "
                       "the unit took part")};
  }
  return std::nullopt;
}

Result<FileChange> with_member(const Plan& plan, const std::string& typed,
                               std::string_view id) {
  const Cluster* cluster = find_by_word(plan.clusters, typed);
  if (plan.clusters.empty()) {
    return Failure{ExitStatus::usage, msg("there is no cluster `{0}`", typed),
                   msg("declare the cluster in clusters.yaml first; "
                       "thidua-plan(5) shows how")};
  }
  if (cluster == nullptr) {
    return unknown(N_("there is no cluster `{0}`"), typed,
                   ids_of(plan.clusters));
  }
  const auto index = static_cast<std::size_t>(cluster - plan.clusters.data());
  Draft draft(plan, "clusters.yaml", {"id", "name", "kind", "members"}, {});
  draft.edit().append({"clusters", index, "members"}, Value::text(id));
  return draft.finish();
}

}  // namespace

Result<std::string> id_of(const NewUnit& unit) {
  if (!unit.parent.empty() && !is_id(to_nfc(unit.parent))) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` is not the id of a unit", unit.parent),
                   msg("`thidua list units` shows the ids")};
  }
  std::string id = unit.id.empty() ? slug(unit.name) : to_nfc(unit.id);
  const bool whole = id.find('/') != std::string::npos;
  if (!unit.parent.empty() && !whole) {
    id = to_nfc(unit.parent) + "/" + id;
  }
  if (!is_id(id)) {
    return Failure{ExitStatus::usage,
                   unit.id.empty() ? msg("`{0}` gives no id", unit.name)
                                   : msg("`{0}` cannot be an id", unit.id),
                   msg("name one with --id: lower-case letters, digits and "
                       "hyphens, such as xom-tren")};
  }
  const std::size_t slash = id.rfind('/');
  const std::string parent =
      slash == std::string::npos ? std::string() : id.substr(0, slash);
  if (!unit.parent.empty() && parent != to_nfc(unit.parent)) {
    return Failure{
        ExitStatus::usage,
        msg("the id `{0}` does not lie below `{1}`", id, unit.parent),
        msg("give --id without its parents, or leave --parent "
            "out")};
  }
  return id;
}

Result<std::vector<FileChange>> add_unit(const Plan& plan,
                                         const NewUnit& unit) {
  const auto id = id_of(unit);
  if (!id) {
    return id.error();
  }
  if (unit.name.empty()) {
    return Failure{ExitStatus::usage, msg("a unit needs a name"),
                   msg("write the name as the office writes it")};
  }
  const UnitKind* kind = find_by_word(plan.sheet.kinds, unit.kind);
  if (kind == nullptr) {
    return unknown(N_("the plan declares no kind of unit `{0}`"), unit.kind,
                   ids_of(plan.sheet.kinds));
  }
  if (auto failure = check_settings(unit)) {
    return *failure;
  }
  const std::string path = "units/" + *id + ".yaml";
  if (has_file(plan, path)) {
    const Unit* there = plan.unit(*id);
    return Failure{
        ExitStatus::refused,
        there == nullptr
            ? msg("the id `{0}` is taken", *id)
            : msg("the id `{0}` is taken by `{1}`", *id, there->name.value),
        msg("give another one with --id; {0} is left as it is", path)};
  }
  if (auto failure = check_parent(plan, unit, *id)) {
    return *failure;
  }
  auto record =
      Draft(plan, path, {},
            {msg("{0}: a unit that takes part in the movement", kind->name),
             record_of(unit, *kind)})
          .finish();
  if (!record) {
    return record.error();
  }
  std::vector<FileChange> changes{std::move(*record)};
  if (!unit.cluster.empty()) {
    auto clusters = with_member(plan, unit.cluster, *id);
    if (!clusters) {
      return clusters.error();
    }
    changes.push_back(std::move(*clusters));
  }
  return changes;
}

}  // namespace thidua::change
