#include "yaml/tree.hpp"

#include <algorithm>
#include <utility>

#include "yaml/builder.hpp"

namespace thidua::yaml {
namespace {

bool is_boolean(std::string_view text) {
  return text == "true" || text == "false" || text == "True" ||
         text == "False" || text == "TRUE" || text == "FALSE";
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

bool is_whole_number(std::string_view text) {
  return is_digits(text) && (text.size() == 1 || text.front() != '0');
}

CoreType number_type(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  const std::size_t point = text.find('.');
  if (!is_whole_number(text.substr(0, point))) {
    return CoreType::text;
  }
  if (point == std::string_view::npos) {
    return CoreType::integer;
  }
  return is_digits(text.substr(point + 1)) ? CoreType::real : CoreType::text;
}

}  // namespace

bool is_null_word(std::string_view plain) {
  switch (plain.size()) {
    case 0:
      return true;
    case 1:
      return plain == "~";
    case 4:
      return plain == "null" || plain == "Null" || plain == "NULL";
    default:
      return false;
  }
}

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries()) {
    if (entry.key.text() == key) {
      return &entry.value;
    }
  }
  return nullptr;
}

CoreType Node::core_type() const {
  if (!is_scalar() || style_ != Style::plain) {
    return CoreType::text;
  }
  return core_type_of(text());
}

CoreType core_type_of(std::string_view plain) {
  switch (plain.empty() ? '~' : plain.front()) {
    case '~':
    case 'n':
    case 'N':
      return is_null_word(plain) ? CoreType::null : CoreType::text;
    case 't':
    case 'T':
    case 'f':
    case 'F':
      return is_boolean(plain) ? CoreType::boolean : CoreType::text;
    default:
      return number_type(plain);
  }
}

Tree::Tree(std::unique_ptr<Arena> memory, Node root)
    : memory_(std::move(memory)), root_(root) {}
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

}  // namespace thidua::yaml
