// Reading single values of a record: texts, numbers, dates, ids, choices.
//
// Each reader reports what is wrong (TD02), with the place and how to mend it,
// and gives nothing; the caller goes on with the rest.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/codes.hpp"
#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/exact.hpp"
#include "yaml/tree.hpp"

namespace thidua {

void report(Diagnostics& found, Code code, Span where, Message message,
            Message hint);

// Id: one segment.  UnitId: segments joined by `/`.  OccasionKey: an occasion
// and the year it is held in, annual-2024.  SectionId: a section path as
// printed with the tool's suffix, IV.2.đ-1b; `dd` is read as `đ`.
struct Id {
  std::string text;
};
struct UnitId {
  std::string text;
};
struct OccasionKey {
  std::string text;
};
struct SectionId {
  std::string text;
};

// "IV.2.dd-1b" -> "IV.2.đ-1b": for keyboards without đ.
std::string section_id_from_input(std::string_view text);

// Four digits, 1900 to 2199.
std::optional<int> parse_year(std::string_view text);

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
THIDUA_READS(UnitId);
THIDUA_READS(OccasionKey);
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
    return value ? std::optional(At<T>{std::move(*value), node.span()})
                 : std::nullopt;
  }
};

// The text of a scalar that has one; else a report.
std::optional<std::string_view> scalar_text(const yaml::Node& node,
                                            Diagnostics& found);

// Reports a node of another kind, or without a value, and gives false.
bool expect_value(const yaml::Node& node, Diagnostics& found);
bool expect_sequence(const yaml::Node& node, Diagnostics& found);
bool expect_mapping(const yaml::Node& node, Diagnostics& found);
// Reports an empty list or mapping.
void expect_some(const yaml::Node& node, Diagnostics& found);
// The value must be `true`: a key such as not_stated says something by being
// there, and false would say nothing.
void expect_true(const yaml::Node& node, Diagnostics& found);

// What is printed around a blank: text that may be empty.
std::string read_printed_text(const yaml::Node& node, Diagnostics& found);

// A map's key that must be an id or a section id; reports and gives false.
bool check_id_key(const At<std::string>& key, Diagnostics& found);
bool check_section_key(const At<std::string>& key, Diagnostics& found);

}  // namespace thidua
