// A change is made twice: in the bytes, by a splice, and in a tree of values.
// The bytes are taken only when they read as that tree.

#include "yaml/edit.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "yaml/held.hpp"
#include "yaml/intent.hpp"
#include "yaml/lines.hpp"
#include "yaml/splice.hpp"

namespace thidua::yaml {

enum class EditVerb { set, insert, append, remove };

namespace {

std::optional<Tree> read_clean(const std::string& bytes) {
  Diagnostics found;
  auto tree = read(bytes, 0, found);
  return found.count(Severity::error) == 0 ? std::move(tree) : std::nullopt;
}

// How far a path leads into a tree.
struct Target {
  const Node* parent = nullptr;
  std::size_t depth = 0;     // of the step that is looked for in `parent`
  std::size_t position = 0;  // there, or where it is to be inserted
  bool there = false;
};

bool has_index(Steps steps) {
  return std::any_of(steps.begin(), steps.end(),
                     [](const Step& step) { return step.index() != nullptr; });
}

bool has_bad_key(Steps steps) {
  return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
    return step.key() != nullptr &&
           find_refusal(Value::map({{*step.key(), {}, {}}}));
  });
}

}  // namespace

struct Editor::Change {
  EditVerb verb;
  const Path& path;
  Value value;

  [[nodiscard]] Steps steps() const { return path.steps(); }
};

namespace {

class Planner {
 public:
  Planner(const std::string& bytes, const Node& root, const KeyOrder& order)
      : lines_(bytes), root_(root), order_(order) {}

  [[nodiscard]] Spliced set(Steps path, const Value& value) const;
  [[nodiscard]] Spliced insert(Steps path, const Value& value) const;
  [[nodiscard]] Spliced append(Steps path, const Value& item) const;
  [[nodiscard]] Spliced remove(Steps path) const;

 private:
  using Found = Result<Target, Refusal>;

  [[nodiscard]] Found look(const Node& node, const Step& step) const;
  [[nodiscard]] Found find(Steps path) const;
  // The node a path leads to, null if it does not lead to the end.
  [[nodiscard]] const Node* node_at(Steps path) const;
  [[nodiscard]] const Node& value_in(const Target& place) const;
  [[nodiscard]] Spliced replace(const Target& place, const Value& value) const;
  [[nodiscard]] Spliced insert_at(const Node& parent, std::size_t position,
                                  const Member& member) const;
  [[nodiscard]] Spliced empty_collection(Steps path) const;
  [[nodiscard]] Surroundings around(const Node& node) const {
    return {lines_, block_style_of(lines_, root_, node)};
  }

  Lines lines_;
  const Node& root_;
  const KeyOrder& order_;
};

Planner::Found Planner::look(const Node& node, const Step& step) const {
  if (step.index() != nullptr) {
    if (!node.is_sequence()) {
      return Refusal::wrong_kind;
    }
    if (*step.index() >= node.items().size()) {
      return Refusal::no_place;
    }
    return Target{&node, 0, *step.index(), true};
  }
  if (!node.is_mapping()) {
    return Refusal::wrong_kind;
  }
  std::vector<std::string_view> keys;
  for (const Entry& entry : node.entries()) {
    keys.push_back(entry.key.text());
  }
  const auto found = std::find(keys.begin(), keys.end(), *step.key());
  if (found != keys.end()) {
    return Target{&node, 0, static_cast<std::size_t>(found - keys.begin()),
                  true};
  }
  return Target{&node, 0, place_in_order(keys, *step.key(), order_), false};
}

// Stops early at a key that is missing or has no value.
Planner::Found Planner::find(Steps path) const {
  if (path.empty()) {
    return Refusal::no_place;
  }
  Target place;
  const Node* node = &root_;
  for (std::size_t depth = 0; depth < path.size(); ++depth) {
    if (depth > 0 && is_nothing(*node)) {
      break;
    }
    const Found found = look(*node, path[depth]);
    if (!found) {
      return found.error();
    }
    place = *found;
    place.depth = depth;
    if (!place.there) {
      break;
    }
    node = &value_in(place);
  }
  if (has_index(path.subspan(place.depth + 1))) {
    return Refusal::no_place;
  }
  return place;
}

const Node& Planner::value_in(const Target& place) const {
  return place.parent->is_sequence()
             ? place.parent->items()[place.position]
             : place.parent->entries()[place.position].value;
}

const Node* Planner::node_at(Steps path) const {
  if (path.empty()) {
    return &root_;
  }
  const Found found = find(path);
  const bool whole = found && found->there && found->depth + 1 == path.size();
  return whole ? &value_in(*found) : nullptr;
}

Spliced Planner::replace(const Target& place, const Value& value) const {
  const std::vector<Held> all = held_by(lines_, *place.parent);
  return replace_value(around(value_in(place)), *place.parent,
                       all[place.position], value);
}

Spliced Planner::insert_at(const Node& parent, std::size_t position,
                           const Member& member) const {
  return insert_member(around(parent), parent, position, member);
}

Spliced Planner::set(Steps path, const Value& value) const {
  const Found place = find(path);
  if (!place) {
    return place.error();
  }
  const Value all = wrapped(path.subspan(place->depth + 1), value);
  if (place->there) {
    return same(value_in(*place), all) ? Splice{} : replace(*place, all);
  }
  return insert_at(*place->parent, place->position,
                   {*path[place->depth].key(), all});
}

Spliced Planner::insert(Steps path, const Value& value) const {
  if (path.empty()) {
    return Refusal::no_place;
  }
  if (path.back().key() != nullptr) {
    return node_at(path) != nullptr ? Spliced(Refusal::taken)
                                    : set(path, value);
  }
  const Node* parent = node_at(path.first(path.size() - 1));
  const std::size_t position = *path.back().index();
  if (parent == nullptr ||
      (parent->is_sequence() && position > parent->items().size())) {
    return Refusal::no_place;
  }
  if (!parent->is_sequence()) {
    return Refusal::wrong_kind;
  }
  return insert_at(*parent, position, {{}, value});
}

Spliced Planner::append(Steps path, const Value& item) const {
  const Node* list = node_at(path);
  if (list == nullptr || is_nothing(*list)) {
    return set(path, Value::list({item}));
  }
  if (!list->is_sequence()) {
    return Refusal::wrong_kind;
  }
  return insert_at(*list, list->items().size(), {{}, item});
}

Spliced Planner::remove(Steps path) const {
  const Found place = find(path);
  if (!place) {
    return place.error();
  }
  if (!place->there || place->depth + 1 < path.size()) {
    return Refusal::no_place;
  }
  const Node& parent = *place->parent;
  const std::size_t count = parent.items().size() + parent.entries().size();
  if (count == 1 && is_block_collection(parent)) {
    return empty_collection(path.first(path.size() - 1));
  }
  return remove_held(lines_, parent, place->position);
}

Spliced Planner::empty_collection(Steps path) const {
  if (!path.empty()) {
    const Found place = find(path);
    return replace(*place, value_in(*place).is_sequence() ? Value::list({})
                                                          : Value::map({}));
  }
  const std::vector<Held> all = held_by(lines_, root_);
  if (all.front().explicit_key) {
    return Refusal::unusual_form;
  }
  return Splice{all.front().begin, last_line_end(lines_, all.front()),
                root_.is_sequence() ? "[]" : "{}"};
}

Value intended(const Node& root, EditVerb verb, Steps path, const Value& value,
               const KeyOrder& order) {
  Value tree = value_of(root);
  if (verb == EditVerb::remove) {
    erase(tree, path);
  } else if (verb == EditVerb::append) {
    Value& list = reach(tree, path, order);
    list.kind = Kind::sequence;
    list.items.push_back(value);
  } else if (verb == EditVerb::insert && path.back().index() != nullptr) {
    Value& list = reach(tree, path.first(path.size() - 1), order);
    list.items.insert(
        list.items.begin() + static_cast<std::ptrdiff_t>(*path.back().index()),
        value);
  } else {
    reach(tree, path, order) = value;
  }
  return tree;
}

}  // namespace

Step::Step(const char* key) : Step(std::string_view(key)) {}
// Bytes that are no text stay, to be refused.
Step::Step(std::string_view key)
    : step_(has_bad_character(key) ? std::string(key) : to_nfc(key)) {}
Step::Step(const std::string& key) : Step(std::string_view(key)) {}
Step::Step(int index) : step_(static_cast<std::size_t>(index)) {}

const std::string* Step::key() const {
  return std::get_if<std::string>(&step_);
}
const std::size_t* Step::index() const {
  return std::get_if<std::size_t>(&step_);
}

std::string to_string(const Path& path) {
  std::string text;
  for (const Step& step : path.steps()) {
    text += text.empty() ? "" : "/";
    text += step.key() != nullptr ? *step.key() : std::to_string(*step.index());
  }
  return text;
}

Editor& Editor::set(const Path& path, const Value& value) {
  make({EditVerb::set, path, value});
  return *this;
}

Editor& Editor::insert(const Path& path, const Value& value) {
  make({EditVerb::insert, path, value});
  return *this;
}

Editor& Editor::append(const Path& list, const Value& item) {
  make({EditVerb::append, list, item});
  return *this;
}

Editor& Editor::remove(const Path& path) {
  make({EditVerb::remove, path, {}});
  return *this;
}

void Editor::make(const Change& change) {
  if (refused_) {
    return;
  }
  std::string place = to_string(change.path);
  if (has_bad_key(change.steps())) {
    refused_ = {Refusal::bad_key, place};
  } else if (auto refused = find_refusal(change.value)) {
    place += refused->place.empty() ? "" : "/" + refused->place;
    refused_ = {refused->why, place};
  } else if (auto why = try_change(
                 {change.verb, change.path, normalized(change.value)})) {
    refused_ = {*why, place};
  }
}

std::optional<Refusal> Editor::try_change(const Change& change) {
  const auto tree = read_clean(bytes_);
  if (!tree) {
    return Refusal::unreadable;
  }
  const Planner planner(bytes_, tree->root(), order_);
  const Steps path = change.steps();
  const auto splice = [&]() -> Spliced {
    switch (change.verb) {
      case EditVerb::set:
        return planner.set(path, change.value);
      case EditVerb::insert:
        return planner.insert(path, change.value);
      case EditVerb::append:
        return planner.append(path, change.value);
      case EditVerb::remove:
        break;
    }
    return planner.remove(path);
  }();
  if (!splice) {
    return splice.error();
  }
  std::string bytes = bytes_;
  bytes.replace(splice->begin, splice->end - splice->begin, splice->text);
  const auto after = read_clean(bytes);
  if (!after || !same(after->root(), intended(tree->root(), change.verb, path,
                                              change.value, order_))) {
    return Refusal::unsafe;
  }
  bytes_ = std::move(bytes);
  return std::nullopt;
}

Result<std::string, Refused> Editor::result() const {
  if (refused_) {
    return *refused_;
  }
  return bytes_;
}

}  // namespace thidua::yaml
