// Exact from and to text.
#include <algorithm>

#include "base/exact.hpp"

namespace thidua {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Only digits come in, at most 18 of them: they fit 64 bits.
std::int64_t small_whole_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
  }
  return value;
}

// Only digits come in.
Exact whole_of(std::string_view digits) {
  constexpr std::size_t step = 18;
  Exact value = small_whole_of(digits.substr(0, step));
  for (std::size_t at = step; at < digits.size(); at += step) {
    const std::string_view some = digits.substr(at, step);
    value *= Exact::power_of_ten(some.size());
    value += small_whole_of(some);
  }
  return value;
}

bool take_minus(std::string_view& text) {
  const bool minus_sign = text.starts_with('-');
  text.remove_prefix(minus_sign ? 1 : 0);
  return minus_sign;
}

// Digits before the decimal mark: some, and no zero in front of others.
bool is_whole_part(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit) &&
         (text.size() == 1 || text.front() != '0');
}

constexpr std::size_t max_digits = 30;

// The digits of a whole number, in threes from the right.
std::string grouped(std::string_view digits) {
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) {
      result += '.';
    }
    result += digits[i];
  }
  return result;
}

// A decimal number taken apart for printing.
struct Decimal {
  bool negative = false;
  std::string whole;
  std::string places;  // without trailing zeros
};

Decimal decimal_of(const Exact& value, int places) {
  const auto count = static_cast<std::size_t>(places);
  Decimal made;
  // Rounded first: then this is a whole number, printed as one.
  made.whole =
      (value.rounded(places) * Exact::power_of_ten(count)).to_fraction();
  made.negative = made.whole.starts_with('-');
  made.whole.erase(0, made.negative ? 1 : 0);
  if (made.whole.size() <= count) {
    made.whole.insert(0, count + 1 - made.whole.size(), '0');
  }
  made.places = made.whole.substr(made.whole.size() - count);
  made.whole.resize(made.whole.size() - count);
  made.places.erase(made.places.find_last_not_of('0') + 1);
  return made;
}

std::string join(const Decimal& number, std::string_view whole, char mark) {
  std::string text = number.negative ? "-" : "";
  text += whole;
  if (!number.places.empty()) {
    text += mark;
    text += number.places;
  }
  return text;
}

}  // namespace

std::optional<Exact> Exact::parse(std::string_view text) {
  const bool negative = take_minus(text);
  const std::size_t mark = std::min(text.find_first_of(".,"), text.size());
  const std::string_view whole = text.substr(0, mark);
  std::string_view places;
  if (mark < text.size()) {
    places = text.substr(mark + 1);
    if (places.empty() ||
        !std::all_of(places.begin(), places.end(), is_digit)) {
      return std::nullopt;
    }
  }
  if (!is_whole_part(whole) || whole.size() + places.size() > max_digits) {
    return std::nullopt;
  }
  Exact value = whole_of(whole);
  if (!places.empty()) {
    value += whole_of(places) / power_of_ten(places.size());
  }
  return negative ? -value : value;
}

std::optional<Exact> Exact::parse_fraction(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    return parse(text);
  }
  std::string_view above = text.substr(0, slash);
  const std::string_view below = text.substr(slash + 1);
  const bool negative = take_minus(above);
  if (!is_whole_part(above) || !is_whole_part(below) || below == "0" ||
      above.size() > max_digits || below.size() > max_digits) {
    return std::nullopt;
  }
  Exact value = whole_of(above) / whole_of(below);
  return negative ? -value : value;
}

std::string Exact::to_plain(int places) const {
  const Decimal number = decimal_of(*this, places);
  return join(number, number.whole, '.');
}

std::string Exact::to_vietnamese(int places) const {
  const Decimal number = decimal_of(*this, places);
  return join(number, grouped(number.whole), ',');
}

}  // namespace thidua
