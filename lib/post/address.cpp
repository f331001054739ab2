#include <algorithm>

#include "base/plain_text.hpp"
#include "base/text.hpp"
#include "post/mail.hpp"

namespace thidua::post {
namespace {

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
