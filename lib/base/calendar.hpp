// What date.cpp and period.cpp share; nobody else needs it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace thidua {

// `least` to `most` digits and nothing else; most <= 9.
[[nodiscard]] std::optional<unsigned> read_digits(std::string_view text,
                                                  std::size_t least,
                                                  std::size_t most);

[[nodiscard]] constexpr bool is_known_year(int year) {
  return year >= 1900 && year <= 2199;
}

// As official papers write it (Decree 30/2020/NĐ-CP): 01, 02, 3 … 12.
[[nodiscard]] std::string month_on_paper(unsigned month);

}  // namespace thidua
