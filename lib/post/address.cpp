#include <algorithm>

#include "base/plain_text.hpp"
#include "base/text.hpp"
#include "post/mail.hpp"

namespace thidua::post {
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

// What is between double quotes; nothing where they are not a pair.
std::optional<std::string> unquoted(std::string_view text) {
  std::string name;
  bool is_open = true;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_open) {
      return std::nullopt;
    }
    if (text[i] == '"') {
      is_open = false;
    } else {
      i += text[i] == '\\' && i + 1 < text.size() ? 1U : 0U;
      name += text[i];
    }
  }
  return is_open ? std::nullopt : std::optional(name);
}

std::optional<std::string> name_in(std::string_view text) {
  if (text.starts_with('"')) {
    return unquoted(text);
  }
  // These mean something between addresses.
  return text.find_first_of("\"<>@,;:[]\\") == std::string_view::npos
             ? std::optional(std::string(text))
             : std::nullopt;
}

}  // namespace

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && text.size() <= longest_email &&
         is_local_part(text.substr(0, at)) && is_domain(text.substr(at + 1));
}

std::optional<Address> parse_address(std::string_view text) {
  text = trimmed(text);
  if (is_email(text)) {
    return Address{"", std::string(text)};
  }
  const std::size_t bracket = text.rfind('<');
  if (bracket == std::string_view::npos || !text.ends_with('>')) {
    return std::nullopt;
  }
  const std::string_view email =
      text.substr(bracket + 1, text.size() - bracket - 2);
  const auto name = name_in(trimmed(text.substr(0, bracket)));
  if (!is_email(email) || !name || plain_text(*name) != *name ||
      name->find('\n') != std::string::npos ||
      name->find('\t') != std::string::npos) {
    return std::nullopt;
  }
  return Address{plain_line(*name), std::string(email)};
}

}  // namespace thidua::post
