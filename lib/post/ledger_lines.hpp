// The lines of a ledger: text only, no file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "post/ledger.hpp"

namespace thidua::post {

struct LedgerLine {
  LedgerEntry entry;
  bool is_sent = false;
};

// Which version of the format a first line names; nothing where it is no first
// line of a ledger.
[[nodiscard]] std::optional<int> version_in(std::string_view line);
inline constexpr int ledger_version = 1;

// With their line ends.
[[nodiscard]] std::string first_ledger_line();
[[nodiscard]] std::string to_ledger_line(const LedgerEntry& entry,
                                         bool is_sent);

// Nothing for anything that to_ledger_line would not write; the order of the
// keys is free.
[[nodiscard]] std::optional<LedgerLine> parse_ledger_line(
    std::string_view line);

}  // namespace thidua::post
