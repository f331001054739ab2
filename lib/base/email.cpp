#include "base/email.hpp"

#include <algorithm>

namespace thidua {
namespace {

constexpr std::size_t longest_email = 254;
constexpr std::size_t longest_local = 64;
constexpr std::size_t longest_label = 63;

bool is_letter_or_digit(char character) {
  return (character >= 'a' && character <= 'z') ||
         (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9');
}

bool is_local_part(std::string_view text) {
  constexpr std::string_view signs = "._+-'";
  return !text.empty() && text.size() <= longest_local &&
         !text.starts_with('.') && !text.starts_with('-') &&
         !text.ends_with('.') && text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [&](char character) {
           return is_letter_or_digit(character) ||
                  signs.find(character) != std::string_view::npos;
         });
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= longest_label && text.front() != '-' &&
         text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char character) {
           return is_letter_or_digit(character) || character == '-';
         });
}

bool is_domain(std::string_view text) {
  std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) {
    return false;
  }
  for (; dot != std::string_view::npos; dot = text.find('.')) {
    if (!is_label(text.substr(0, dot))) {
      return false;
    }
    text.remove_prefix(dot + 1);
  }
  // Of digits alone it would be the end of an IP address.
  return is_label(text) &&
         text.find_first_not_of("0123456789") != std::string_view::npos;
}

}  // namespace

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && text.size() <= longest_email &&
         is_local_part(text.substr(0, at)) && is_domain(text.substr(at + 1));
}

}  // namespace thidua
