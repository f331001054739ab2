// What a file is to say after a change: the same change, made in a tree of
// values instead of bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "yaml/edit.hpp"
#include "yaml/value.hpp"

namespace thidua::yaml {

// Where a new key goes among the keys of a map.
[[nodiscard]] std::size_t place_in_order(
    const std::vector<std::string_view>& keys, std::string_view key,
    const KeyOrder& order);

using Steps = std::span<const Step>;

// The path is known to lead somewhere; keys that are missing are made.
[[nodiscard]] Value& reach(Value& root, Steps path, const KeyOrder& order);
// The last step is in its map or list.
void erase(Value& root, Steps path);

// A value under the keys that lead to it.
[[nodiscard]] Value wrapped(Steps keys, Value value);

}  // namespace thidua::yaml
