#include "base/diagnostic.hpp"

#include <algorithm>
#include <compare>
#include <iterator>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>

#include "base/codes.hpp"

namespace thidua {
namespace {

std::strong_ordering compare(const Argument& a, const Argument& b) {
  if (a.index() != b.index()) {
    return a.index() <=> b.index();
  }
  return std::visit(
      [&b](const auto& left) -> std::strong_ordering {
        using Kind = std::decay_t<decltype(left)>;
        const auto& right = std::get<Kind>(b);
        if constexpr (std::is_same_v<Kind, Word>) {
          return std::string_view(left.english) <=>
                 std::string_view(right.english);
        } else {
          return left <=> right;
        }
      },
      a);
}

std::strong_ordering compare(const Message& a, const Message& b) {
  const auto by_key = a.key <=> b.key;
  if (by_key != 0) {
    return by_key;
  }
  return std::lexicographical_compare_three_way(
      a.args.begin(), a.args.end(), b.args.begin(), b.args.end(),
      [](const Argument& x, const Argument& y) { return compare(x, y); });
}

// What makes two diagnostics one finding.  Past file, offset and code the
// order only has to be the same whichever thread found what first.
std::strong_ordering compare_findings(const Diagnostic& a,
                                      const Diagnostic& b) {
  const auto place = [](const Diagnostic& d) {
    return std::make_tuple(d.where.file, d.where.offset, d.code,
                           d.where.length);
  };
  const auto by_place = place(a) <=> place(b);
  return by_place != 0 ? by_place : compare(a.message, b.message);
}

// Of one finding told twice the same telling must stay.
bool comes_before(const Diagnostic& a, const Diagnostic& b) {
  const auto by_finding = compare_findings(a, b);
  if (by_finding != 0) {
    return by_finding < 0;
  }
  const auto by_hint = compare(a.hint, b.hint);
  return by_hint != 0 ? by_hint < 0 : a.section < b.section;
}

bool is_same_finding(const Diagnostic& a, const Diagnostic& b) {
  return compare_findings(a, b) == 0;
}

}  // namespace

void Diagnostics::add(Diagnostics more) {
  all_.insert(all_.end(), std::make_move_iterator(more.all_.begin()),
              std::make_move_iterator(more.all_.end()));
}

void Diagnostics::sort() {
  std::sort(all_.begin(), all_.end(), comes_before);
  all_.erase(std::unique(all_.begin(), all_.end(), is_same_finding),
             all_.end());
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [severity](const Diagnostic& d) {
        return info_of(d.code).severity == severity;
      }));
}

}  // namespace thidua
