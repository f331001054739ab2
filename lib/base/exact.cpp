// The common path is two 64-bit fractions, worked out in 128 bits and put in
// lowest terms at once; when the result does not fit, the same operation is
// done again on cpp_rational.
#include "base/exact.hpp"

#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace thidua {
namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

__extension__ using Wide = __int128;

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

// In lowest terms, denominator > 0.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

std::uint64_t magnitude(std::int64_t n) {
  const auto bits = static_cast<std::uint64_t>(n);
  return n < 0 ? 0 - bits : bits;
}

std::uint64_t common_divisor(std::int64_t a, std::int64_t b) {
  return std::gcd(magnitude(a), magnitude(b));
}

// One of the two is a denominator: no more than 63 bits come out.
std::int64_t common_divisor_of_terms(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(common_divisor(a, b));
}

// Of a numerator and denominator in lowest terms; nothing if they do not fit.
std::optional<Fraction> narrow(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  if (numerator < least || numerator > most || denominator > most) {
    return std::nullopt;
  }
  return Fraction{static_cast<std::int64_t>(numerator),
                  static_cast<std::int64_t>(denominator)};
}

// Knuth, 4.5.1: dividing by the common divisor of the denominators first
// keeps all products within 127 bits, and what is left to reduce by divides
// that divisor.
std::optional<Fraction> add(Fraction a, Wide b, std::int64_t b_denominator) {
  if (a.denominator == 1 && b_denominator == 1) {
    return narrow(a.numerator + b, 1);
  }
  const std::int64_t shared =
      common_divisor_of_terms(a.denominator, b_denominator);
  const std::int64_t a_own = a.denominator / shared;
  const std::int64_t b_own = b_denominator / shared;
  const Wide sum = Wide{a.numerator} * b_own + b * a_own;
  const std::int64_t left =
      common_divisor_of_terms(static_cast<std::int64_t>(sum % shared), shared);
  return narrow(sum / left, Wide{a_own} * (b_denominator / left));
}

std::optional<Fraction> plus(Fraction a, Fraction b) {
  return add(a, b.numerator, b.denominator);
}

std::optional<Fraction> minus(Fraction a, Fraction b) {
  return add(a, -Wide{b.numerator}, b.denominator);
}

std::optional<Fraction> times(Fraction a, Fraction b) {
  const std::int64_t g = common_divisor_of_terms(a.numerator, b.denominator);
  const std::int64_t h = common_divisor_of_terms(b.numerator, a.denominator);
  return narrow(Wide{a.numerator / g} * (b.numerator / h),
                Wide{a.denominator / h} * (b.denominator / g));
}

std::optional<Fraction> over(Fraction a, Fraction b) {
  const Wide g = common_divisor(a.numerator, b.numerator);
  const Wide h = common_divisor(a.denominator, b.denominator);
  return narrow((a.numerator / g) * (b.denominator / h),
                (a.denominator / h) * (b.numerator / g));
}

// A half goes away from zero.
template <class Integer>
Integer divide_to_nearest(const Integer& n, const Integer& d) {
  Integer quotient = n / d;
  Integer rest = n % d;
  if (rest < 0) {
    rest = -rest;
  }
  if (rest >= d - rest) {
    quotient += n < 0 ? -1 : 1;
  }
  return quotient;
}

template <class Integer>
Integer divide_down(const Integer& n, const Integer& d) {
  Integer quotient = n / d;
  if (n < 0 && quotient * d != n) {
    quotient -= 1;
  }
  return quotient;
}

constexpr std::size_t table_size = 19;

constexpr std::array<std::int64_t, table_size> powers_of_ten = [] {
  std::array<std::int64_t, table_size> table{1};
  for (std::size_t i = 1; i < table_size; ++i) {
    table.at(i) = table.at(i - 1) * 10;
  }
  return table;
}();

}  // namespace

struct Exact::Big {
  cpp_rational value;

  static cpp_rational of(const Exact& x) {
    return x.big_
               ? x.big_->value
               : cpp_rational(cpp_int(x.numerator_), cpp_int(x.denominator_));
  }

  static void set(Exact& x, Fraction small) {
    x.numerator_ = small.numerator;
    x.denominator_ = small.denominator;
    x.big_.reset();
  }

  // Comes back to 64 bits as soon as the value fits: so each value is kept in
  // one way only, and comparing two need not look further.
  static void set(Exact& x, const cpp_rational& value) {
    const cpp_int n = numerator(value);
    const cpp_int d = denominator(value);
    if (n.compare(least) >= 0 && n.compare(most) <= 0 && d.compare(most) <= 0) {
      set(x,
          Fraction{static_cast<std::int64_t>(n), static_cast<std::int64_t>(d)});
      return;
    }
    x.numerator_ = 0;
    x.denominator_ = 1;
    x.big_.reset(new Big{value});
  }

  static Exact made(const cpp_rational& value) {
    Exact x;
    set(x, value);
    return x;
  }

  using SmallOperation = std::optional<Fraction> (*)(Fraction, Fraction);

  template <SmallOperation small, class BigOperation>
  static Exact& combine(Exact& a, const Exact& b, BigOperation big) {
    if (!a.big_ && !b.big_) {
      const auto result =
          small({a.numerator_, a.denominator_}, {b.numerator_, b.denominator_});
      if (result) {
        a.numerator_ = result->numerator;
        a.denominator_ = result->denominator;
        return a;
      }
    }
    set(a, big(of(a), of(b)));
    return a;
  }
};

void Exact::DeleteBig::operator()(Big* big) const noexcept { delete big; }

Exact::Exact(std::int64_t numerator, std::int64_t denominator)
    : numerator_(numerator) {
  *this /= Exact(denominator);
}

Exact::Exact(const Exact& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      big_(other.big_ ? new Big(*other.big_) : nullptr) {}

Exact& Exact::operator=(const Exact& other) { return *this = Exact(other); }

Exact Exact::power_of_ten(std::size_t exponent) {
  constexpr std::size_t step = table_size - 1;
  Exact power = powers_of_ten.at(exponent % step);
  for (; exponent >= step; exponent -= step) {
    power *= powers_of_ten[step];
  }
  return power;
}

Exact& Exact::operator+=(const Exact& other) {
  return Big::combine<plus>(*this, other, std::plus<cpp_rational>());
}

Exact& Exact::operator-=(const Exact& other) {
  return Big::combine<minus>(*this, other, std::minus<cpp_rational>());
}

Exact& Exact::operator*=(const Exact& other) {
  return Big::combine<times>(*this, other, std::multiplies<cpp_rational>());
}

Exact& Exact::operator/=(const Exact& other) {
  if (other.is_zero()) {
    throw std::domain_error("Exact: division by zero");
  }
  return Big::combine<over>(*this, other, std::divides<cpp_rational>());
}

Exact Exact::operator-() const { return Exact{} - *this; }

bool operator==(const Exact& a, const Exact& b) { return (a <=> b) == 0; }

std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
  if (a.big_ || b.big_) {
    return Exact::Big::of(a).compare(Exact::Big::of(b)) <=> 0;
  }
  if (a.denominator_ == b.denominator_) {
    return a.numerator_ <=> b.numerator_;
  }
  return Wide{a.numerator_} * b.denominator_ <=>
         Wide{b.numerator_} * a.denominator_;
}

bool Exact::is_zero() const { return !big_ && numerator_ == 0; }

bool Exact::is_whole() const {
  return big_ ? denominator(big_->value).compare(1) == 0 : denominator_ == 1;
}

Exact Exact::rounded(int places) const {
  assert(places >= 0);
  if (is_whole()) {
    return *this;
  }
  const auto count = static_cast<std::size_t>(places);
  if (!big_ && count < table_size) {
    const Wide ten = powers_of_ten.at(count);
    const Wide nearest =
        divide_to_nearest<Wide>(numerator_ * ten, denominator_);
    if (nearest >= least && nearest <= most) {
      return {static_cast<std::int64_t>(nearest), powers_of_ten.at(count)};
    }
  }
  const Exact scale = power_of_ten(count);
  const cpp_rational scaled = Big::of(*this) * Big::of(scale);
  const cpp_int nearest =
      divide_to_nearest<cpp_int>(numerator(scaled), denominator(scaled));
  return Big::made(cpp_rational(nearest)) / scale;
}

Exact Exact::floor() const {
  if (!big_) {
    return divide_down(numerator_, denominator_);
  }
  return Big::made(cpp_rational(
      divide_down<cpp_int>(numerator(big_->value), denominator(big_->value))));
}

std::string Exact::to_fraction() const {
  std::string above =
      big_ ? numerator(big_->value).str() : std::to_string(numerator_);
  if (is_whole()) {
    return above;
  }
  above += '/';
  above += big_ ? denominator(big_->value).str() : std::to_string(denominator_);
  return above;
}

}  // namespace thidua
