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
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/codes.hpp"
#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/exact.hpp"
#include "model/fact.hpp"
#include "yaml/tree.hpp"

namespace thidua {

void report(Diagnostics& found, Code code, Span where, Message message,
            Message hint);

// Id: an id segment, or several joined by `/`.  SectionId: a section path as
// printed with the tool's suffix, IV.2.đ-1b; `dd` is read as `đ`.
struct Id {
  std::string text;
};
struct SectionId {
  std::string text;
};

// "IV.2.dd-1b" -> "IV.2.đ-1b": for keyboards without đ.
std::string section_id_from_input(std::string_view text);

// The words of an enumeration, in the order of its values.
template <class E>
struct Choices;  // { static constexpr std::array<std::string_view, N> words; }

// How a T is read; specialised for each type that stands in a record.
template <class T>
struct Read;

template <class T>
std::optional<T> read_as(const yaml::Node& node, Diagnostics& found) {
  return Read<T>::from(node, found);
}

#define THIDUA_READS(Type)                                  \
  template <>                                               \
  struct Read<Type> {                                       \
    static std::optional<Type> from(const yaml::Node& node, \
                                    Diagnostics& found);    \
  }
THIDUA_READS(std::string);  // not empty
THIDUA_READS(bool);
THIDUA_READS(Exact);
THIDUA_READS(int);  // a year
THIDUA_READS(Date);
THIDUA_READS(PartialDate);
THIDUA_READS(Period);
THIDUA_READS(MonthDay);
THIDUA_READS(Id);
THIDUA_READS(SectionId);

// The index of the word among `words`, or a report that suggests the nearest.
std::optional<std::size_t> read_choice(const yaml::Node& node,
                                       std::span<const std::string_view> words,
                                       Diagnostics& found);

template <class E>
requires std::is_enum_v<E>
struct Read<E> {
  static std::optional<E> from(const yaml::Node& node, Diagnostics& found) {
    const auto index = read_choice(node, Choices<E>::words, found);
    return index ? std::optional<E>(static_cast<E>(*index)) : std::nullopt;
  }
};

template <class T>
struct Read<At<T>> {
  static std::optional<At<T>> from(const yaml::Node& node, Diagnostics& found) {
    auto value = read_as<T>(node, found);
    return value ? std::optional<At<T>>({std::move(*value), node.span()})
                 : std::nullopt;
  }
};

// Reports a node that is no list and gives false.
bool expect_sequence(const yaml::Node& node, Diagnostics& found);
bool expect_mapping(const yaml::Node& node, Diagnostics& found);
bool expect_value(const yaml::Node& node, Diagnostics& found);

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
  At<std::string> id(std::string_view key);
  std::optional<At<std::string>> maybe_id(std::string_view key);
  At<std::string> section_id(std::string_view key);
  std::vector<At<std::string>> ids(std::string_view key);

  // Calls back with each key and value of a mapping whose keys are ids.
  template <class Callback>
  void each(std::string_view key, Callback callback) {
    if (const yaml::Node* node = find(key)) {
      each_entry(*node, callback);
    }
  }
  template <class Callback>
  void need_each(std::string_view key, Callback callback) {
    if (const yaml::Node* node = require(key)) {
      each_entry(*node, callback);
    }
  }

  // At most one, or with `needed` exactly one, of these keys is there.
  void one_of(std::initializer_list<std::string_view> keys, bool needed);

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

  yaml::Node node_;
  Diagnostics& found_;
  bool usable_ = false;
  std::array<std::string_view, 32> known_{};
  std::size_t known_count_ = 0;
};

// Each mapping in the list of a key; its unknown keys are reported.
template <class Callback>
void for_each_item(Fields& f, std::string_view key, Callback callback) {
  const yaml::Node* list = f.find(key);
  if (list == nullptr || !expect_sequence(*list, f.found())) {
    return;
  }
  for (const yaml::Node& node : list->items()) {
    Fields item(node, f.found());
    if (item.usable()) {
      callback(item);
      item.done();
    }
  }
}

// A map's key that must be an id or a section id; reports and gives false.
bool check_id_key(const At<std::string>& key, Diagnostics& found);

// `source` as one text or a list of them.
std::string read_source(Fields& fields, bool needed);
// source, assumed and note; one of the first two must be there.
Origin read_origin(Fields& fields);

// The value must be `true`: a key such as not_stated says something by being
// there, and false would say nothing.
void expect_true(const yaml::Node& node, Diagnostics& found);
// What is printed around a blank: text that may be empty.
std::string read_printed_text(const yaml::Node& node, Diagnostics& found);

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
    f.one_of({"blank", "not_in_source", "unsure"}, true);
    if (const yaml::Node* blank = f.find("blank")) {
      fact.state = State::blank;
      fact.printed = read_printed_text(*blank, found);
    } else if (f.find("unsure")) {
      fact.state = State::unsure;
      fact.value = f.need<T>("unsure");
      fact.reason = f.text("reason");
    } else if (const yaml::Node* absent = f.find("not_in_source")) {
      expect_true(*absent, found);
    }
    f.done();
    return fact;
  }
};

}  // namespace thidua
