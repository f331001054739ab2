#include "yaml/intent.hpp"

#include <algorithm>
#include <utility>

namespace thidua::yaml {
namespace {

using Members = std::vector<Member>;

Members::iterator find(Members& members, std::string_view key) {
  return std::find_if(
      members.begin(), members.end(),
      [key](const Member& member) { return member.key == key; });
}

template <class List>
auto at(List& list, std::size_t index) {
  return list.begin() + static_cast<std::ptrdiff_t>(index);
}

Value& reach_key(Value& map, const std::string& key, const KeyOrder& order) {
  map.kind = Kind::mapping;  // it may have been nothing
  auto found = find(map.members, key);
  if (found == map.members.end()) {
    std::vector<std::string_view> keys;
    for (const Member& member : map.members) {
      keys.emplace_back(member.key);
    }
    const std::size_t place = place_in_order(keys, key, order);
    found = map.members.insert(at(map.members, place), Member{key});
  }
  return found->value;
}

}  // namespace

std::size_t place_in_order(const std::vector<std::string_view>& keys,
                           std::string_view key, const KeyOrder& order) {
  const auto rank = [&order](std::string_view each) {
    return std::find(order.begin(), order.end(), each) - order.begin();
  };
  const auto unknown = static_cast<std::ptrdiff_t>(order.size());
  const auto own = rank(key);
  if (own == unknown) {
    return keys.size();
  }
  const auto last_before =
      std::find_if(keys.rbegin(), keys.rend(),
                   [&](std::string_view each) { return rank(each) < own; });
  if (last_before != keys.rend()) {
    return static_cast<std::size_t>(keys.rend() - last_before);
  }
  const auto first_after =
      std::find_if(keys.begin(), keys.end(), [&](std::string_view each) {
        return rank(each) > own && rank(each) < unknown;
      });
  return static_cast<std::size_t>(first_after - keys.begin());
}

Value& reach(Value& root, Steps path, const KeyOrder& order) {
  Value* value = &root;
  for (const Step& step : path) {
    value = step.key() != nullptr ? &reach_key(*value, *step.key(), order)
                                  : &value->items.at(*step.index());
  }
  return *value;
}

void erase(Value& root, Steps path) {
  Value& parent = reach(root, path.first(path.size() - 1), {});
  const Step& last = path.back();
  if (last.key() != nullptr) {
    parent.members.erase(find(parent.members, *last.key()));
  } else {
    parent.items.erase(at(parent.items, *last.index()));
  }
}

Value wrapped(Steps keys, Value value) {
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    value = Value::map({{*key->key(), std::move(value)}});
  }
  return value;
}

}  // namespace thidua::yaml
