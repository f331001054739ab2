#include <unicode/coll.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace thidua {
namespace {

using CollatorPtr = std::unique_ptr<const icu::Collator>;

CollatorPtr make_collator(UColAttributeValue strength) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> made(
      icu::Collator::createInstance(icu::Locale("vi"), status));
  if (made != nullptr) {
    made->setAttribute(UCOL_STRENGTH, strength, status);
    made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  }
  if (U_FAILURE(status) != 0 || made == nullptr) {
    throw std::runtime_error(std::string("ICU: no Vietnamese order: ") +
                             u_errorName(status));
  }
  return made;
}

std::strong_ordering compare_by(const icu::Collator& collator,
                                std::string_view a, std::string_view b) {
  const auto piece = [](std::string_view text) {
    return icu::StringPiece(text.data(),
                            static_cast<std::int32_t>(text.size()));
  };
  UErrorCode status = U_ZERO_ERROR;
  const UCollationResult result =
      collator.compareUTF8(piece(a), piece(b), status);
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  }
  return static_cast<int>(result) <=> 0;
}

// Letters and tones, not case.
std::strong_ordering compare_ignoring_case(std::string_view a,
                                           std::string_view b) {
  static const CollatorPtr collator = make_collator(UCOL_SECONDARY);
  return compare_by(*collator, a, b);
}

struct Name {
  std::string_view rest;
  std::string_view given;
};

Name split_name(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t last = text.find_last_not_of(white);
  if (last == std::string_view::npos) {
    return {};
  }
  const std::string_view name = text.substr(0, last + 1);
  const std::size_t gap = name.find_last_of(white);
  if (gap == std::string_view::npos) {
    return {.rest = {}, .given = name};
  }
  return {.rest = name.substr(0, gap), .given = name.substr(gap + 1)};
}

// A step of a section path: the IV, the 2 or the đ of "IV.2.đ".
struct Step {
  std::string_view text;  // empty: the path ends
  std::optional<std::uint64_t> number;
};

std::string roman(std::uint64_t value) {
  struct Figure {
    std::string_view letters;
    std::uint64_t value;
  };
  constexpr Figure figures[] = {{"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9},
                                {"V", 5},  {"IV", 4},  {"I", 1}};
  std::string letters;
  for (const Figure& figure : figures) {
    for (; value >= figure.value; value -= figure.value) {
      letters += figure.letters;
    }
  }
  return letters;
}

// I to LXXXIX.  C, D and M never number a section, and neither does a lone L:
// they are letters of the list A, B, C, D …
std::optional<std::uint64_t> roman_value(std::string_view text) {
  constexpr std::string_view letters = "IVXL";
  constexpr std::uint64_t values[] = {1, 5, 10, 50};
  if (text == "L" || text.size() > 8) {
    return std::nullopt;
  }
  std::uint64_t total = 0;
  std::uint64_t right = 0;  // the value of the letter to the right
  for (std::size_t i = text.size(); i-- > 0;) {
    const std::size_t which = letters.find(text[i]);
    if (which == std::string_view::npos) {
      return std::nullopt;
    }
    total =
        values[which] < right ? total - values[which] : total + values[which];
    right = values[which];
  }
  return roman(total) == text ? std::optional(total) : std::nullopt;
}

// Of a number too long for any section only the first digits count.
std::uint64_t arabic_value(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits.substr(0, 18)) {
    value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return value;
}

enum class Class { separator, digit, letter };

Class class_of(char32_t character) {
  if (character >= U'0' && character <= U'9') {
    return Class::digit;
  }
  const auto c = static_cast<UChar32>(character);
  const bool letter = u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
  return letter ? Class::letter : Class::separator;
}

// Takes the next step off the front of `path`.
Step next_step(std::string_view& path) {
  std::size_t start = 0;
  std::size_t at = 0;
  Class running = Class::separator;
  while (at < path.size()) {
    const CodePoint found = decode_utf8(path, at);
    const Class now = class_of(found.value);
    if (now != running) {
      if (running != Class::separator) {
        break;
      }
      running = now;
      start = at;
    }
    at += found.length;
  }
  if (running == Class::separator) {
    start = at;
  }
  const std::string_view text = path.substr(start, at - start);
  path.remove_prefix(at);
  return {.text = text,
          .number = running == Class::digit ? std::optional(arabic_value(text))
                                            : roman_value(text)};
}

std::strong_ordering compare_steps(const Step& a, const Step& b) {
  if (a.number && b.number) {
    return *a.number <=> *b.number;
  }
  if (a.number.has_value() != b.number.has_value()) {
    return a.number ? std::strong_ordering::less
                    : std::strong_ordering::greater;
  }
  return compare_vietnamese(a.text, b.text);
}

}  // namespace

// ICU's const functions may be called by several threads at once, and the
// collators are never changed after they are made.  The identical strength is
// the tertiary one with the characters as the last word: texts are equal only
// when they are the same text ("xóm 1" and "xóm 01" are not).
std::strong_ordering compare_vietnamese(std::string_view a,
                                        std::string_view b) {
  static const CollatorPtr collator = make_collator(UCOL_IDENTICAL);
  return compare_by(*collator, a, b);
}

std::strong_ordering compare_people(std::string_view a, std::string_view b) {
  const Name first = split_name(a);
  const Name second = split_name(b);
  // Case must not part two people of one given name: NGUYỄN VĂN AN.
  const auto given = compare_ignoring_case(first.given, second.given);
  if (given != 0) {
    return given;
  }
  const auto rest = compare_ignoring_case(first.rest, second.rest);
  return rest != 0 ? rest : compare_vietnamese(a, b);
}

std::strong_ordering compare_sections(std::string_view a, std::string_view b) {
  std::string_view rest_a = a;
  std::string_view rest_b = b;
  while (true) {
    const Step step_a = next_step(rest_a);
    const Step step_b = next_step(rest_b);
    if (step_a.text.empty() && step_b.text.empty()) {
      return compare_vietnamese(a, b);
    }
    if (step_a.text.empty()) {
      return std::strong_ordering::less;
    }
    if (step_b.text.empty()) {
      return std::strong_ordering::greater;
    }
    const auto order = compare_steps(step_a, step_b);
    if (order != 0) {
      return order;
    }
  }
}

}  // namespace thidua
