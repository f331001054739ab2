// What is wrong with one file, on its way to the Diagnostics.
//
// Gives every fault its file number and lets only so many of one code through:
// a broken file of a megabyte must not answer with a million lines.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/codes.hpp"
#include "base/diagnostic.hpp"

namespace thidua::yaml {

// Bytes of the file, the byte order mark counted.
struct Place {
  std::size_t offset = 0;
  std::size_t length = 0;
};

class Faults {
 public:
  static constexpr unsigned max_per_code = 20;

  Faults(std::string_view bytes, std::uint32_t file, Diagnostics& found)
      : bytes_(bytes), found_(found), file_(file) {}

  // A place beyond the end of the file is moved to the end.
  void add(Code code, Place place, Message message, Message hint);

  // Nothing more of this code will be let through.
  [[nodiscard]] bool full(Code code) const;

  // The text of a place as it stands in the file, for a message: one line, cut
  // where it gets long.
  [[nodiscard]] std::string excerpt(Place place) const;

 private:
  std::string_view bytes_;
  Diagnostics& found_;
  std::uint32_t file_;
  std::array<std::uint8_t, 100> counts_{};  // by the code's last two digits
};

}  // namespace thidua::yaml
