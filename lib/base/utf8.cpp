#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <cstdint>
#include <cstring>

#include "base/text.hpp"

namespace thidua {
namespace {

constexpr char32_t replacement = 0xFFFD;

// What a first byte announces.  Overlong forms, surrogates and values past
// U+10FFFF all show in the second byte, so its range is all that differs.
struct Lead {
  std::size_t following = 0;  // 0: no character begins so
  std::uint8_t value_bits = 0;
  std::uint8_t second_low = 0x80;
  std::uint8_t second_high = 0xBF;
};

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

Lead lead_of(std::uint8_t first) {
  if (first >= 0xC2 && first <= 0xDF) {
    return {.following = 1, .value_bits = 0x1F};
  }
  if (first >= 0xE0 && first <= 0xEF) {
    Lead lead{.following = 2, .value_bits = 0x0F};
    if (first == 0xE0) {
      lead.second_low = 0xA0;
    } else if (first == 0xED) {
      lead.second_high = 0x9F;
    }
    return lead;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    Lead lead{.following = 3, .value_bits = 0x07};
    if (first == 0xF0) {
      lead.second_low = 0x90;
    } else if (first == 0xF4) {
      lead.second_high = 0x8F;
    }
    return lead;
  }
  return {};
}

// Where the plain ASCII that stands at `at` ends; eight bytes at a step.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  while (at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) {
      break;
    }
    at += sizeof eight;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) {
    ++at;
  }
  return at;
}

std::size_t columns_of(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  constexpr std::uint32_t without_width =
      U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if ((U_GET_GC_MASK(c) & without_width) != 0) {
    return 0;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}

std::size_t missing_columns(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return taken < width ? width - taken : 0;
}

}  // namespace

CodePoint decode_beyond_ascii(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  Lead lead = lead_of(first);
  if (lead.following == 0) {
    return {.value = replacement, .length = 1, .valid = false};
  }
  char32_t value = first & lead.value_bits;
  for (std::size_t i = 1; i <= lead.following; ++i) {
    const std::uint8_t next =
        at + i < text.size() ? byte_at(text, at + i) : std::uint8_t{0};
    if (next < lead.second_low || next > lead.second_high) {
      return {.value = replacement, .length = i, .valid = false};
    }
    value = (value << 6U) | (next & 0x3FU);
    lead.second_low = 0x80;
    lead.second_high = 0xBF;
  }
  return {.value = value, .length = lead.following + 1};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    const CodePoint found = decode_utf8(text, at);
    if (!found.valid) {
      return at;
    }
    at = skip_ascii(text, at + found.length);
  }
  return std::nullopt;
}

bool is_ascii(std::string_view text) {
  return skip_ascii(text, 0) == text.size();
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint found = decode_utf8(text, at);
    width += columns_of(found.value);
    at += found.length;
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  std::string padded(text);
  return padded.append(missing_columns(text, width), ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  std::string padded(missing_columns(text, width), ' ');
  return padded.append(text);
}

}  // namespace thidua
