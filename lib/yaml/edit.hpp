// Editor: changes in the bytes of one file; every other byte stays.
//
//   Editor editor(bytes, keys);
//   editor.set({"stages", "self", "marks", "IV.2.c-1a"}, mark);
//   editor.append({"filings"}, filing);
//   const auto result = editor.result();
//
// Comments, order, quotes, blank lines, indentation, line ends, a byte order
// mark and a missing last line end are left as they are.  What is new follows
// its neighbours: indentation, line ends, brackets where they have brackets,
// and the quotes of the text it replaces where they can hold the new one.
//
// Comments  One on the last line of a scalar or of brackets that are replaced
//           stays.  What stands between the lines or brackets of a replaced or
//           removed collection goes with it.  A removed entry takes along the
//           comments on its own lines; lines above it that are comments stay.
// Errors    The first refusal stops the editor: later changes do nothing and
//           result() is the refusal.  Every change is read again and compared
//           with what was meant, so a wrong edit is a refusal, too.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "yaml/value.hpp"

namespace thidua::yaml {

// A key of a map, or the number of an item from 0.
class Step {
 public:
  explicit(false) Step(const char* key);
  explicit(false) Step(std::string_view key);
  explicit(false) Step(const std::string& key);
  explicit(false) Step(std::size_t index) : step_(index) {}
  explicit(false) Step(int index);  // not negative

  // Null for the other kind.  A key is NFC, or no text at all.
  [[nodiscard]] const std::string* key() const;
  [[nodiscard]] const std::size_t* index() const;

 private:
  std::variant<std::string, std::size_t> step_;
};

class Path {
 public:
  Path() = default;
  Path(std::initializer_list<Step> steps) : steps_(steps) {}

  void push_back(Step step) { steps_.push_back(std::move(step)); }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

 private:
  std::vector<Step> steps_;
};

// `stages/self/marks`
[[nodiscard]] std::string to_string(const Path& path);

// Keys in the order a record has them, of all its levels in one list.  A new
// key goes behind the last one that comes before it in the list, or else before
// the first one that comes after it; a key that is not in the list goes last.
using KeyOrder = std::vector<std::string>;

class Editor {
 public:
  explicit Editor(std::string bytes, KeyOrder order = {})
      : bytes_(std::move(bytes)), order_(std::move(order)) {}

  // Puts a value in the place of what is there.  A key that is missing is
  // inserted, and so are the maps above it; a key without a value is a place.
  // Where the value is there already nothing changes.
  Editor& set(const Path& path, const Value& value);
  // A key that must be new (the maps above it are made), or an item before the
  // one that has its number; the number after the last is allowed.
  Editor& insert(const Path& path, const Value& value);
  // An item behind the last one of a list, which is made if it is missing.
  Editor& append(const Path& list, const Value& item);
  // A key with its value, or an item.  A collection that loses its last one
  // stays as `{}` or `[]`.
  Editor& remove(const Path& path);

  [[nodiscard]] const std::optional<Refused>& refused() const {
    return refused_;
  }
  // The bytes of the file with all changes.
  [[nodiscard]] Result<std::string, Refused> result() const;

 private:
  struct Change;
  void make(const Change& change);
  [[nodiscard]] std::optional<Refusal> try_change(const Change& change);

  std::string bytes_;
  KeyOrder order_;
  std::optional<Refused> refused_{};
};

}  // namespace thidua::yaml
