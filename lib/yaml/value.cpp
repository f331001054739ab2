#include "yaml/value.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/characters.hpp"

namespace thidua::yaml {
namespace {

// PyYAML and libyaml look for the colon of a key no further than 1024
// characters; quotes and escapes take some of them.
constexpr std::size_t longest_key = 500;

bool is_bad_key(const std::string& key) {
  return key.empty() || key.size() > longest_key ||
         key.find('\n') != std::string::npos;
}

std::string below(const std::string& step, const std::string& place) {
  return place.empty() ? step : step + "/" + place;
}

std::optional<Refused> find_in_members(const std::vector<Member>& members) {
  std::set<std::string> keys;
  for (const Member& member : members) {
    if (has_bad_character(member.key) || has_bad_character(member.comment)) {
      return Refused{Refusal::bad_character, {}};
    }
    if (is_bad_key(member.key) || !keys.insert(to_nfc(member.key)).second) {
      return Refused{Refusal::bad_key, member.key};
    }
    if (auto inner = find_refusal(member.value)) {
      return Refused{inner->why, below(member.key, inner->place)};
    }
  }
  return std::nullopt;
}

bool same_scalar(const Node& node, const Value& value) {
  const CoreType type = node.core_type();
  return node.is_scalar() && type == value.type &&
         (type == CoreType::null || node.text() == value.scalar);
}

}  // namespace

Value Value::text(std::string_view text) {
  Value value;
  value.type = CoreType::text;
  value.scalar = text;
  return value;
}

Value Value::literal(std::string_view literal) {
  Value value = text(literal);
  value.type = core_type_of(literal);
  return value;
}

Value Value::list(std::vector<Value> items) {
  Value value;
  value.kind = Kind::sequence;
  value.items = std::move(items);
  return value;
}

Value Value::map(std::vector<Member> members) {
  Value value;
  value.kind = Kind::mapping;
  value.members = std::move(members);
  return value;
}

Value Value::in_flow() && {
  flow = true;
  return std::move(*this);
}

bool Value::is_empty_collection() const {
  return kind != Kind::scalar && items.empty() && members.empty();
}

bool has_bad_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_utf8(text, i);
    if (!next.valid || refusal_of(next.value)) {
      return true;
    }
    i += next.length;
  }
  return false;
}

std::optional<Refused> find_refusal(const Value& value) {
  if (value.kind == Kind::scalar && has_bad_character(value.scalar)) {
    return Refused{Refusal::bad_character, {}};
  }
  for (std::size_t k = 0; k < value.items.size(); ++k) {
    if (auto inner = find_refusal(value.items[k])) {
      return Refused{inner->why, below(std::to_string(k), inner->place)};
    }
  }
  return find_in_members(value.members);
}

Value normalized(Value value) {
  value.scalar = to_nfc(value.scalar);
  for (Value& item : value.items) {
    item = normalized(std::move(item));
  }
  for (Member& member : value.members) {
    member.key = to_nfc(member.key);
    member.comment = to_nfc(member.comment);
    member.value = normalized(std::move(member.value));
  }
  return value;
}

Value value_of(const Node& node) {
  Value value = Value::text(node.text());
  value.kind = node.kind();
  value.type = node.core_type();
  for (const Node& item : node.items()) {
    value.items.push_back(value_of(item));
  }
  for (const Entry& entry : node.entries()) {
    value.members.push_back(
        {std::string(entry.key.text()), value_of(entry.value), {}});
  }
  return value;
}

bool same(const Node& node, const Value& value) {
  if (node.kind() != value.kind) {
    return false;
  }
  if (node.is_scalar()) {
    return same_scalar(node, value);
  }
  const auto items = node.items();
  const auto entries = node.entries();
  return std::equal(items.begin(), items.end(), value.items.begin(),
                    value.items.end(), same) &&
         std::equal(entries.begin(), entries.end(), value.members.begin(),
                    value.members.end(),
                    [](const Entry& entry, const Member& member) {
                      return entry.key.text() == member.key &&
                             same(entry.value, member.value);
                    });
}

}  // namespace thidua::yaml
