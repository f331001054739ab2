// Changes made by chance, and what must be true of every change whatever the
// file.  The intent is worked out once more here, in JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "unit/yaml_reading.hpp"
#include "yaml/edit.hpp"
#include "yaml/held.hpp"

namespace thidua::yaml {

using Json = nlohmann::ordered_json;

class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t times) { return below(times) == 0; }
  template <class List>
  const auto& of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937 random_;
};

inline Value random_text(Draw& draw) {
  static const std::vector<std::string> texts = {"Tốt",
                                                 "no",
                                                 "012",
                                                 "1e3",
                                                 "2023-11-10",
                                                 "12:30",
                                                 "",
                                                 " a",
                                                 "a: b",
                                                 "a #b",
                                                 "- a",
                                                 "Xã, xóm",
                                                 "[x]",
                                                 "a\nb",
                                                 "a\n\nb\n",
                                                 "e\xCC\x82",
                                                 "it's",
                                                 "say \"x\"",
                                                 "\\",
                                                 "~",
                                                 "a\tb",
                                                 "x?y",
                                                 "...",
                                                 "#",
                                                 "{",
                                                 "a:",
                                                 "đề nghị",
                                                 "<<",
                                                 "=",
                                                 "86,25",
                                                 "\xF0\x9F\x8C\xBE",
                                                 "R&D",
                                                 "a\n b\n",
                                                 "a \nb",
                                                 "\n"};
  return Value::text(draw.of(texts));
}

inline Value random_value(Draw& draw, int depth = 0) {
  static const std::vector<std::string> literals = {"0",    "-7",    "86.250",
                                                    "true", "false", "null"};
  static const std::vector<std::string> keys = {"ka",        "2023", "no",  "ê",
                                                "IV.2.c-1a", "a b",  "k: k"};
  const std::size_t kind = draw.below(depth < 2 ? 6 : 3);
  if (kind < 2) {
    return random_text(draw);
  }
  if (kind == 2) {
    return Value::literal(draw.of(literals));
  }
  Value value = kind == 3 ? Value::list({}) : Value::map({});
  for (std::size_t count = draw.below(4); count > 0; --count) {
    if (kind == 3) {
      value.items.push_back(random_value(draw, depth + 1));
    } else {
      value.members.push_back({keys[count + draw.below(2) * 3],
                               random_value(draw, depth + 1),
                               draw.one_in(4) ? "chú thích" : ""});
    }
  }
  value.flow = draw.one_in(3);
  return value;
}

struct Change {
  enum class Verb { set, insert, append, remove };
  Verb verb = Verb::set;
  Path path{};
  Value value{};

  void make(Editor& editor) const {
    switch (verb) {
      case Verb::set:
        editor.set(path, value);
        break;
      case Verb::insert:
        editor.insert(path, value);
        break;
      case Verb::append:
        editor.append(path, value);
        break;
      case Verb::remove:
        editor.remove(path);
        break;
    }
  }
};

// A change of something in the tree, or of something that is not there yet.
inline Change random_change(const Node& root, Draw& draw) {
  Change change;
  const Node* node = &root;
  while (true) {
    const std::size_t count = node->items().size() + node->entries().size();
    if (count == 0 || (draw.one_in(4) && node != &root)) {
      break;
    }
    const std::size_t place = draw.below(count);
    if (node->is_sequence()) {
      change.path.push_back(place);
      node = &node->items()[place];
    } else {
      change.path.push_back(node->entries()[place].key.text());
      node = &node->entries()[place].value;
    }
  }
  change.value = random_value(draw);
  change.verb = draw.of(std::vector<Change::Verb>{
      Change::Verb::set, Change::Verb::set, Change::Verb::insert,
      Change::Verb::append, Change::Verb::remove});
  const bool grows = node->is_mapping() || (is_nothing(*node) && node != &root);
  switch (change.verb) {
    case Change::Verb::insert:
      change.path.push_back(node->is_sequence()
                                ? Step(draw.below(node->items().size() + 1))
                                : Step("new"));
      break;
    case Change::Verb::append:
      if (node->is_mapping()) {
        change.path.push_back("list");
      }
      break;
    case Change::Verb::set:
      if (grows && draw.one_in(2)) {
        change.path.push_back("mới");
        change.path.push_back("trong");
      }
      break;
    case Change::Verb::remove:
      break;
  }
  return change;
}

inline Json json_of(const Value& value) {
  Json json;
  switch (value.kind) {
    case Kind::scalar:
      return value.type == CoreType::text   ? Json(to_nfc(value.scalar))
             : value.type == CoreType::null ? Json()
                                            : Json::parse(value.scalar);
    case Kind::sequence:
      json = Json::array();
      for (const Value& item : value.items) {
        json.push_back(json_of(item));
      }
      return json;
    case Kind::mapping:
      json = Json::object();
      for (const Member& member : value.members) {
        json[to_nfc(member.key)] = json_of(member.value);
      }
      return json;
  }
  return json;
}

// The same change of the JSON; the change has been accepted.
inline void apply(const Change& change, Json& root) {
  const auto& steps = change.path.steps();
  Json* at = &root;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const bool last = k + 1 == steps.size();
    if (last && change.verb == Change::Verb::remove) {
      steps[k].key() != nullptr ? at->erase(*steps[k].key())
                                : (at->erase(*steps[k].index()), 0U);
      return;
    }
    if (last && steps[k].index() != nullptr &&
        change.verb == Change::Verb::insert) {
      at->insert(at->begin() + static_cast<std::ptrdiff_t>(*steps[k].index()),
                 json_of(change.value));
      return;
    }
    at = steps[k].key() != nullptr ? &(*at)[*steps[k].key()]
                                   : &(*at)[*steps[k].index()];
  }
  if (change.verb == Change::Verb::append) {
    at->push_back(json_of(change.value));
  } else {
    *at = json_of(change.value);
  }
}

// The lines that a change may touch: those of the entry it replaces or removes,
// or of the innermost collection that gets something new, loses its last or has
// brackets.
struct Touched {
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline Touched touched_by(const Change& change, std::string_view bytes,
                          const Node& root) {
  const Lines lines(bytes);
  Touched touched{lines.begin_of(0), bytes.size()};
  const Node* node = &root;
  const auto& steps = change.path.steps();
  for (std::size_t k = 0; k < steps.size(); ++k) {
    std::size_t place = 0;
    const bool last = k + 1 == steps.size();
    const bool only = node->items().size() + node->entries().size() == 1;
    if (last && change.verb == Change::Verb::remove && only) {
      break;
    }
    const bool flow = node->style() == Style::flow;
    if (last && (change.verb == Change::Verb::insert ||
                 (change.verb == Change::Verb::remove && flow))) {
      break;
    }
    if (steps[k].index() != nullptr) {
      place = *steps[k].index();
    } else {
      while (place < node->entries().size() &&
             node->entries()[place].key.text() != *steps[k].key()) {
        ++place;
      }
    }
    const std::vector<Held> all = held_by(lines, *node);
    if (place >= all.size()) {
      break;
    }
    touched.begin = lines.begin_of(all[place].begin);
    const std::size_t end = last_line_end(lines, all[place]);
    // What follows a removed entry behind a dash moves up to the dash.
    touched.end = lines.starts_line(all[place].begin) ? lines.next(end)
                                                      : lines.skip_blank(end);
    node = all[place].value;
  }
  return touched;
}

inline bool stays_outside(const Change& change, const Reading& old,
                          std::string_view bytes) {
  const std::string_view before(old.source);
  auto [begin, end] = touched_by(change, before, old.tree->root());
  while (end == before.size() && begin > 0 &&
         (before[begin - 1] == '\n' || before[begin - 1] == '\r')) {
    --begin;  // the missing line end at the end of the file stays missing
  }
  const std::string_view head = before.substr(0, begin);
  const std::string_view tail = before.substr(end);
  return bytes.size() >= head.size() + tail.size() && bytes.starts_with(head) &&
         bytes.ends_with(tail);
}

// What is wrong with the outcome of a change that was accepted; empty if
// nothing is.
inline std::string broken_by(const Change& change, const Reading& old,
                             const std::string& bytes) {
  const Reading now(bytes);
  if (!now.tree || now.found.count(Severity::error) > 0) {
    return "unreadable";
  }
  Json intent = Json::parse(old.json());
  apply(change, intent);
  if (intent.dump() != Json::parse(now.json()).dump()) {
    return "not what was meant: " + intent.dump();
  }
  if (!stays_outside(change, old, bytes)) {
    return "touches other lines";
  }
  Editor again(bytes);
  if (change.verb == Change::Verb::set) {
    change.make(again);
    if (!again.result() || *again.result() != bytes) {
      return "not the same a second time";
    }
  }
  return "";
}

}  // namespace thidua::yaml
