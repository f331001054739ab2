// Reading values of a record from a YAML tree.
//
// Each reader reports what is wrong (TD02) and gives nothing; the caller goes
// on with the rest, so that one run finds every fault.
//
//   Fields f(node, found);
//   unit.name = f.need<At<std::string>>("name");
//   unit.note = f.maybe<std::string>("note").value_or("");
//   f.done();                          // reports keys that nobody asked for
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/fact.hpp"
#include "model/scalars.hpp"

namespace thidua {

// Items that cannot be read are left out.
template <class T>
struct Read<std::vector<T>> {
  static std::optional<std::vector<T>> from(const yaml::Node& node,
                                            Diagnostics& found) {
    if (!expect_sequence(node, found)) {
      return std::nullopt;
    }
    std::vector<T> items;
    items.reserve(node.items().size());
    for (const yaml::Node& item : node.items()) {
      if (auto value = read_as<T>(item, found)) {
        items.push_back(std::move(*value));
      }
    }
    return items;
  }
};

// The keys of one mapping.
class Fields {
 public:
  // Reports a node that is no mapping; then every key is absent, silently.
  Fields(const yaml::Node& node, Diagnostics& found);

  [[nodiscard]] bool usable() const { return usable_; }
  [[nodiscard]] Span span() const { return node_.span(); }
  [[nodiscard]] Diagnostics& found() const { return found_; }

  // The value of a key, or null.  A key without a value is reported.
  const yaml::Node* find(std::string_view key);
  // As find(), and a key that is not there is reported.
  const yaml::Node* require(std::string_view key);
  // The same, and an empty list or mapping is reported.
  const yaml::Node* find_some(std::string_view key);
  const yaml::Node* require_some(std::string_view key);
  // How many entries the mapping at a key has; asks for nothing.
  [[nodiscard]] std::size_t size_of(std::string_view key) const;
  // Whether the key is there, whatever its value; asks for nothing.
  [[nodiscard]] bool has(std::string_view key) const;

  template <class T>
  std::optional<T> maybe(std::string_view key) {
    const yaml::Node* node = find(key);
    return node ? read_as<T>(*node, found_) : std::nullopt;
  }
  template <class T>
  T need(std::string_view key) {
    const yaml::Node* node = require(key);
    return node ? read_as<T>(*node, found_).value_or(T{}) : T{};
  }
  std::string text(std::string_view key) { return need<std::string>(key); }
  std::string text_or_empty(std::string_view key) {
    return maybe<std::string>(key).value_or("");
  }
  bool flag(std::string_view key) { return maybe<bool>(key).value_or(false); }
  template <class T>
  std::vector<T> list(std::string_view key) {
    return maybe<std::vector<T>>(key).value_or(std::vector<T>{});
  }
  template <class T>
  std::vector<T> need_list(std::string_view key) {
    const yaml::Node* node = require_some(key);
    return node ? read_as<std::vector<T>>(*node, found_)
                      .value_or(std::vector<T>{})
                : std::vector<T>{};
  }
  At<std::string> id(std::string_view key);
  std::optional<At<std::string>> maybe_id(std::string_view key);
  At<std::string> unit_id(std::string_view key);
  std::optional<At<std::string>> maybe_unit_id(std::string_view key);
  At<std::string> occasion_key(std::string_view key);
  At<std::string> section_id(std::string_view key);
  std::vector<At<std::string>> ids(std::string_view key);
  std::vector<At<std::string>> need_ids(std::string_view key);
  std::vector<At<std::string>> unit_ids(std::string_view key);
  // One of these words; empty where it cannot be read.
  std::string word(std::string_view key,
                   std::span<const std::string_view> words);
  // `key: true`, or no such key.
  bool stated(std::string_view key);

  // Calls back with each key and value of a mapping whose keys are ids.
  template <class Callback>
  void each(std::string_view key, Callback callback) {
    if (const yaml::Node* node = find(key)) {
      each_entry(*node, callback);
    }
  }
  template <class Callback>
  void need_each(std::string_view key, Callback callback) {
    if (const yaml::Node* node = require_some(key)) {
      each_entry(*node, callback);
    }
  }

  // At most one, or with `needed` exactly one, of these keys is there.
  void one_of(std::initializer_list<std::string_view> keys, bool needed);
  // Reports `key` where `other` is not there to give it a meaning.
  void only_with(std::string_view key, std::string_view other);

  // Reports a key, if it is there, as one that may not be.
  void refuse(std::string_view key, const Message& why, const Message& hint);

  // Was every key that is there asked for?  Then those that have not been can
  // be left out.
  [[nodiscard]] bool all_asked_for() const;

  // Reports every key that nobody asked for.
  void done();
  // done(), and then the value, or nothing where there was no mapping.
  template <class T>
  std::optional<T> finish(T value) {
    done();
    return usable_ ? std::optional<T>(std::move(value)) : std::nullopt;
  }

 private:
  template <class Callback>
  void each_entry(const yaml::Node& node, Callback& callback) {
    if (!expect_mapping(node, found_)) {
      return;
    }
    for (const yaml::Entry& entry : node.entries()) {
      callback(At<std::string>{std::string(entry.key.text()), entry.key.span()},
               entry.value);
    }
  }

  void report_unknown(std::size_t index);

  struct Name {
    const char* text;
    std::size_t size;
  };
  static constexpr std::size_t bits = 64;
  static std::uint64_t bit(std::size_t entry) {
    return entry < bits ? std::uint64_t{1} << entry : 0;
  }
  [[nodiscard]] bool was_asked_for(std::size_t entry) const;
  [[nodiscard]] std::vector<std::string_view> known_keys() const;

  yaml::Node node_;
  Diagnostics& found_;
  bool usable_ = false;
  std::array<Name, 64> known_;  // the first of them, as they were asked for
  std::size_t known_count_ = 0;
  std::uint64_t asked_ = 0;  // entries that somebody asked for
};

// Each mapping in a list; its unknown keys are reported.
template <class Callback>
void each_item(const yaml::Node* list, Diagnostics& found, Callback& callback) {
  if (list == nullptr || !expect_sequence(*list, found)) {
    return;
  }
  for (const yaml::Node& node : list->items()) {
    Fields item(node, found);
    if (item.usable()) {
      callback(item);
      item.done();
    }
  }
}

// Each mapping in the list of a key that may be absent.
template <class Callback>
void for_each_item(Fields& f, std::string_view key, Callback callback) {
  each_item(f.find(key), f.found(), callback);
}
// Each mapping in the list of a key that must be there and hold something.
template <class Callback>
void for_each_needed(Fields& f, std::string_view key, Callback callback) {
  each_item(f.require_some(key), f.found(), callback);
}

// `dossier_by: receiver`: the dossier is made by whoever received the help.
bool read_dossier_by_receiver(Fields& fields);
// `source` as one text or a list of them.
std::string read_source(Fields& fields, bool needed);
// source, assumed and note; one of the first two must be there.
Origin read_origin(Fields& fields);

template <class T>
struct Read<Fact<T>> {
  static std::optional<Fact<T>> from(const yaml::Node& node,
                                     Diagnostics& found) {
    using State = typename Fact<T>::State;
    Fact<T> fact;
    fact.span = node.span();
    if (!node.is_mapping()) {
      auto value = read_as<T>(node, found);
      if (!value) {
        return std::nullopt;
      }
      fact.state = State::known;
      fact.value = std::move(*value);
      return fact;
    }
    Fields f(node, found);
    f.one_of({"blank", "not_in_source", "not_stated", "unsure"}, true);
    if (const yaml::Node* blank = f.find("blank")) {
      fact.state = State::blank;
      fact.printed = read_printed_text(*blank, found);
    } else if (f.has("unsure")) {
      fact.state = State::unsure;
      fact.value = f.need<T>("unsure");
      fact.reason = f.text("reason");
    } else if (f.stated("not_stated")) {
      fact.state = State::not_stated;
    } else {
      f.stated("not_in_source");
    }
    if constexpr (std::is_same_v<T, PartialDate>) {
      f.only_with("not_before", "not_in_source");
      fact.not_before = f.maybe<T>("not_before");
    }
    f.done();
    return fact;
  }
};

}  // namespace thidua
