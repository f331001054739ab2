#include "base/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <vector>

#include "base/codes_table.hpp"

namespace thidua {
namespace {

std::vector<CodeInfo> whole_table() {
  std::vector<CodeInfo> table;
  for (const auto part :
       {codes_table::bytes(), codes_table::shape(), codes_table::references(),
        codes_table::facts(), codes_table::score_tables(),
        codes_table::awards(), codes_table::parents(), codes_table::files()}) {
    table.insert(table.end(), part.begin(), part.end());
  }
  return table;
}

const CodeInfo* find_code(Code code) {
  const auto table = all_codes();
  const auto at = std::lower_bound(
      table.begin(), table.end(), code,
      [](const CodeInfo& info, Code wanted) { return info.code < wanted; });
  return at != table.end() && at->code == code ? &*at : nullptr;
}

bool is_letter(char c, char lower) {
  return c == lower || c == static_cast<char>(lower - 'a' + 'A');
}

}  // namespace

std::span<const CodeInfo> all_codes() {
  static const std::vector<CodeInfo> table = whole_table();
  return table;
}

const CodeInfo& info_of(Code code) {
  const CodeInfo* info = find_code(code);
  assert(info != nullptr);
  return *info;
}

const CodeInfo* find_code(std::string_view text) {
  if (text.size() > 2 && is_letter(text[0], 't') && is_letter(text[1], 'd')) {
    text.remove_prefix(2);
  }
  std::uint16_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const bool is_number = error == std::errc{} && rest == end;
  return is_number ? find_code(Code{number}) : nullptr;
}

std::string to_string(Code code) {
  return fmt::format("TD{:04}", static_cast<unsigned>(code));
}

}  // namespace thidua
