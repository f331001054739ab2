#include "change/results.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "change/draft.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

enum class FieldType { text, number, date };

struct Field {
  const char* key;
  FieldType type;
};

// A list of the record.  The first field is what stands before a semicolon;
// a list without fields holds plain texts.
struct ListForm {
  const char* key;
  const char* name;  // message key
  std::span<const Field> fields;
};

constexpr std::array<Field, 3> guidance{{{"text", FieldType::text},
                                         {"document", FieldType::text},
                                         {"date", FieldType::date}}};
constexpr std::array<Field, 3> models{{{"name", FieldType::text},
                                       {"text", FieldType::text},
                                       {"households", FieldType::number}}};
constexpr std::array<Field, 4> resources{{{"text", FieldType::text},
                                          {"type", FieldType::text},
                                          {"amount", FieldType::number},
                                          {"unit", FieldType::text}}};
constexpr std::array<Field, 2> own_awards{
    {{"name", FieldType::text}, {"count", FieldType::number}}};

constexpr std::array<ListForm, 8> lists{{
    {"guidance", N_("guidance"), guidance},
    {"models", N_("models"), models},
    {"resources", N_("resources"), resources},
    {"activities", N_("activities"), {}},
    {"own_awards", N_("own awards"), own_awards},
    {"shortcomings", N_("shortcomings"), {}},
    {"proposals", N_("proposals of the unit"), {}},
    {"next_steps", N_("next steps"), {}},
}};

const ListForm* find_list(std::string_view word) {
  const std::string wanted = folded(word);
  const auto at =
      std::find_if(lists.begin(), lists.end(), [&](const ListForm& list) {
        return wanted == list.key ||
               wanted == folded(say(list.name, Language::vi)) ||
               wanted == folded(say(list.name, Language::en));
      });
  return at == lists.end() ? nullptr : &*at;
}

Failure unknown_list(std::string_view word) {
  std::vector<std::string_view> keys;
  keys.reserve(lists.size());
  for (const ListForm& list : lists) {
    keys.emplace_back(list.key);
  }
  return unknown(N_("a record of results has no list `{0}`"), word, keys);
}

const Field* find_field(const ListForm& list, std::string_view key) {
  const auto at =
      std::find_if(list.fields.begin(), list.fields.end(),
                   [&](const Field& field) { return key == field.key; });
  return at == list.fields.end() ? nullptr : &*at;
}

// `text; key=value; …`: a piece that is no field belongs to the text before.
std::vector<Setting> split(const ListForm& list, std::string_view text) {
  std::vector<Setting> pieces{{"", ""}};
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(';', from), text.size());
    const std::string_view piece = text.substr(from, end - from);
    const auto setting = parse_setting(piece);
    if (setting && find_field(list, setting->key) != nullptr) {
      pieces.push_back(*setting);
    } else {
      std::string& before = pieces.back().value;
      before += (from == 0 ? "" : ";") + std::string(piece);
    }
    from = end + 1;
  }
  return pieces;
}

Result<Value> value_of(const Field& field, const std::string& typed) {
  if (field.type == FieldType::number) {
    const auto number = parse_number(typed);
    return number ? Result<Value>(Value::literal(*number)) : number.error();
  }
  if (field.type == FieldType::date) {
    const auto date = parse_day(typed);
    return date ? Result<Value>(day(*date)) : date.error();
  }
  return Value::text(typed);
}

Result<Value> entry_of(const ListForm& list, const std::string& typed) {
  if (list.fields.empty()) {
    return Value::text(typed);
  }
  std::vector<Setting> pieces = split(list, typed);
  pieces.front().key = list.fields.front().key;
  std::vector<Member> keys;
  for (const Setting& piece : pieces) {
    if (piece.value.empty()) {
      continue;
    }
    auto value = value_of(*find_field(list, piece.key), piece.value);
    if (!value) {
      return value.error();
    }
    keys.push_back({piece.key, std::move(*value)});
  }
  return Value::map(std::move(keys)).in_flow();
}

Head head_of(const ResultRequest& request, const Unit& unit) {
  std::vector<Member> keys{
      {"unit", Value::text(request.unit)},
      {"year", Value::literal(std::to_string(request.year))}};
  add_illustrative(keys, request.illustrative);
  return {msg("what {1} did in {0}", request.year, unit.name.value),
          Value::map(std::move(keys))};
}

}  // namespace

Result<FileChange> record_results(const Plan& plan,
                                  const ResultRequest& request) {
  yaml::KeyOrder order{"unit", "year", "illustrative"};
  for (const ListForm& list : lists) {
    order.emplace_back(list.key);
  }
  Draft draft(plan,
              fmt::format("results/{}/{}.yaml", request.year, request.unit),
              order, head_of(request, *plan.unit(request.unit)));
  for (const Setting& entry : request.entries) {
    const ListForm* list = find_list(entry.key);
    if (list == nullptr) {
      return unknown_list(entry.key);
    }
    const auto value = entry_of(*list, entry.value);
    if (!value) {
      return value.error();
    }
    draft.edit().append({list->key}, *value);
  }
  return draft.finish();
}

}  // namespace thidua::change
