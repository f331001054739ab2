// Value: what is to be written into a record, as a small tree.
//
// Text, keys and comments become NFC when they are written.  Keys keep the
// order they are given in.
// Errors  find_refusal() says what no record may hold; write() and Editor ask
//         it first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/tree.hpp"

namespace thidua::yaml {

struct Member;

struct Value {
  Kind kind = Kind::scalar;
  CoreType type = CoreType::null;  // of a scalar
  std::string scalar{};
  std::vector<Value> items;
  std::vector<Member> members;
  bool flow = false;  // a collection on one line, between brackets

  // Always read as text again, whatever it looks like.
  [[nodiscard]] static Value text(std::string_view text);
  // A number, `true`, `false` or `null`, written as it stands: digits are
  // neither added nor taken away.  Anything else is text.
  [[nodiscard]] static Value literal(std::string_view literal);
  [[nodiscard]] static Value list(std::vector<Value> items);
  [[nodiscard]] static Value map(std::vector<Member> members);
  // For short maps and lists; their comments are left out.
  [[nodiscard]] Value in_flow() &&;

  [[nodiscard]] bool is_empty_collection() const;
};

struct Member {
  std::string key;
  Value value{};
  std::string comment{};  // for the lines above the key, without `#`
};

// Why nothing was written.
enum class Refusal : std::uint8_t {
  unreadable,     // the file has errors, which have to be mended first
  no_place,       // the path names an item or key that is not there
  wrong_kind,     // the path goes through a text, or a list has no such key
  taken,          // the key to be inserted is there
  bad_character,  // text that is no UTF-8 or holds a hidden character
  bad_key,        // empty, of several lines, too long, or twice in one map
  unusual_form,   // `? key` or a pair without brackets: not edited
  unsafe,         // what came out would not be read as it was meant
};

struct Refused {
  Refusal why = Refusal::unsafe;
  std::string place{};  // such as `stages/self/marks`; may be empty
};

// The first thing in a value that cannot be written.
[[nodiscard]] std::optional<Refused> find_refusal(const Value& value);
// Does a text or comment hold what no record may hold?  Line breaks are
// allowed.
[[nodiscard]] bool has_bad_character(std::string_view text);

// Text, keys and comments in normal form C; nothing in it has been refused.
[[nodiscard]] Value normalized(Value value);

// What was read, as a value: types and order are kept, comments are not.
[[nodiscard]] Value value_of(const Node& node);
// Is the value what was read?  Flow, quotes and comments make no difference.
[[nodiscard]] bool same(const Node& node, const Value& value);

}  // namespace thidua::yaml
