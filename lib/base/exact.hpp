// Exact: a rational number without rounding, for points, percentages, quotas
// and figures.  Never binary floating point.
//
// Kept as a checked 64-bit numerator and denominator in lowest terms; what does
// not fit falls back to boost::multiprecision::cpp_rational, and comes back as
// soon as it fits again.  Equal values compare equal whichever way they are
// kept.  Division by zero is a bug of the caller (std::domain_error).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace thidua {

class Exact {
 public:
  constexpr Exact() = default;
  explicit(false) constexpr Exact(std::int64_t whole) : numerator_(whole) {}
  // denominator != 0
  Exact(std::int64_t numerator, std::int64_t denominator);

  Exact(const Exact& other);
  Exact(Exact&&) noexcept = default;
  Exact& operator=(const Exact& other);
  Exact& operator=(Exact&&) noexcept = default;
  ~Exact() = default;

  // "86", "-0,5", "86.25", "86,25": one decimal mark at most, no thousands
  // marks, no exponent, no leading zeros ("012"), at most 30 digits.
  [[nodiscard]] static std::optional<Exact> parse(std::string_view text);
  // "100/7" or what parse() takes: the form to_fraction() writes.
  [[nodiscard]] static std::optional<Exact> parse_fraction(
      std::string_view text);

  [[nodiscard]] static Exact power_of_ten(std::size_t exponent);

  Exact& operator+=(const Exact& other);
  Exact& operator-=(const Exact& other);
  Exact& operator*=(const Exact& other);
  Exact& operator/=(const Exact& other);
  friend Exact operator+(Exact a, const Exact& b) {
    a += b;
    return a;
  }
  friend Exact operator-(Exact a, const Exact& b) {
    a -= b;
    return a;
  }
  friend Exact operator*(Exact a, const Exact& b) {
    a *= b;
    return a;
  }
  friend Exact operator/(Exact a, const Exact& b) {
    a /= b;
    return a;
  }
  [[nodiscard]] Exact operator-() const;

  friend bool operator==(const Exact& a, const Exact& b);
  friend std::strong_ordering operator<=>(const Exact& a, const Exact& b);

  [[nodiscard]] bool is_zero() const;
  [[nodiscard]] bool is_whole() const;
  // The nearest decimal of so many places (>= 0), a half away from zero.
  [[nodiscard]] Exact rounded(int places) const;
  [[nodiscard]] Exact floor() const;

  [[nodiscard]] std::string to_fraction() const;  // "100/7", "5", "-1/2"
  // At most `places` decimals (rounded as above), trailing zeros dropped.
  [[nodiscard]] std::string to_plain(int places = 2) const;       // 1234.5
  [[nodiscard]] std::string to_vietnamese(int places = 2) const;  // 1.234,5

 private:
  struct Big;  // holds a cpp_rational
  struct DeleteBig {
    void operator()(Big* big) const noexcept;
  };

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;         // > 0
  std::unique_ptr<Big, DeleteBig> big_;  // set when it does not fit above
};

}  // namespace thidua
