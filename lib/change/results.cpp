#include "change/results.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "change/draft.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

enum class FieldType { text, number, date, resource };

struct Field {
  const char* key;
  const char* name;  // message key
  FieldType type;
};

constexpr std::array<const char*, 3> resource_types{N_("money"), N_("goods"),
                                                    N_("labour")};

// A list of the record.  The first field is what stands before a semicolon;
// a list without fields holds plain texts.
struct ListForm {
  const char* key;
  const char* name;  // message key
  std::span<const Field> fields;
};

constexpr std::array<Field, 3> guidance{
    {{"text", N_("content"), FieldType::text},
     {"document", N_("number and sign"), FieldType::text},
     {"date", N_("date"), FieldType::date}}};
constexpr std::array<Field, 3> models{
    {{"name", N_("name"), FieldType::text},
     {"text", N_("content"), FieldType::text},
     {"households", N_("number of households"), FieldType::number}}};
constexpr std::array<Field, 4> resources{
    {{"text", N_("content"), FieldType::text},
     {"type", N_("type"), FieldType::resource},
     {"amount", N_("amount"), FieldType::number},
     {"unit", N_("unit of count"), FieldType::text}}};
constexpr std::array<Field, 2> own_awards{
    {{"name", N_("name"), FieldType::text},
     {"count", N_("how many"), FieldType::number}}};

// Is it the key, or its name in one of the languages?
bool is_word_for(std::string_view word, const char* key, const char* name) {
  const std::string wanted = folded(word);
  return wanted == key || wanted == folded(say(name, Language::vi)) ||
         wanted == folded(say(name, Language::en));
}

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
  const auto at =
      std::find_if(lists.begin(), lists.end(), [&](const ListForm& list) {
        return is_word_for(word, list.key, list.name);
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

const Field* find_field(const ListForm& list, std::string_view word) {
  const auto at = std::find_if(
      list.fields.begin(), list.fields.end(), [&](const Field& field) {
        return is_word_for(word, field.key, field.name);
      });
  return at == list.fields.end() ? nullptr : &*at;
}

Failure unknown_field(const ListForm& list, std::string_view word) {
  std::vector<std::string_view> keys;
  for (const Field& field : list.fields) {
    keys.emplace_back(field.key);
  }
  return unknown(N_("an entry of this list has no `{0}`"), word, keys);
}

// `text; key=value; …`, with the keys of the record: a piece without a key
// belongs to the text before.
Result<std::vector<Setting>> split(const ListForm& list,
                                   std::string_view text) {
  std::vector<Setting> pieces{{list.fields.front().key, ""}};
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(';', from), text.size());
    const std::string_view piece = text.substr(from, end - from);
    const auto setting = parse_setting(piece);
    if (setting && from > 0) {
      const Field* field = find_field(list, setting->key);
      if (field == nullptr) {
        return unknown_field(list, setting->key);
      }
      pieces.push_back({field->key, setting->value});
    } else {
      std::string& before = pieces.back().value;
      before += (from == 0 ? "" : ";") + std::string(piece);
    }
    from = end + 1;
  }
  return pieces;
}

Result<Value> resource_type(const std::string& typed) {
  std::vector<std::string_view> keys;
  for (const char* type : resource_types) {
    if (is_word_for(typed, type, type)) {
      return Value::text(type);
    }
    keys.emplace_back(type);
  }
  return unknown(N_("`{0}` is no type of support"), typed, keys);
}

Result<Value> value_of(const Field& field, const std::string& typed) {
  switch (field.type) {
    case FieldType::number: {
      const auto number = parse_number(typed);
      return number ? Result<Value>(Value::literal(*number)) : number.error();
    }
    case FieldType::date: {
      const auto date = parse_day(typed);
      return date ? Result<Value>(day(*date)) : date.error();
    }
    case FieldType::resource:
      return resource_type(typed);
    case FieldType::text:
      break;
  }
  return Value::text(typed);
}

Result<Value> entry_of(const ListForm& list, const std::string& typed) {
  if (list.fields.empty()) {
    return Value::text(typed);
  }
  const auto pieces = split(list, typed);
  if (!pieces) {
    return pieces.error();
  }
  std::vector<std::string> given;
  std::vector<Member> keys;
  for (const Setting& piece : *pieces) {
    given.push_back(piece.key);
    if (piece.value.empty()) {
      continue;
    }
    auto value = value_of(*find_field(list, piece.key), piece.value);
    if (!value) {
      return value.error();
    }
    keys.push_back({piece.key, std::move(*value)});
  }
  if (auto failure = refuse_twins(std::move(given))) {
    return *failure;
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
