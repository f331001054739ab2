#include <fmt/format.h>

#include <iterator>

#include "yaml/tree.hpp"

namespace thidua::yaml {
namespace {

void write_escaped(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}",
                     static_cast<unsigned char>(c));
  }
}

void write_text(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) {
      write_escaped(c, out);
    } else {
      out += c;
    }
  }
  out += '"';
}

void write_scalar(const Node& node, std::string& out) {
  std::string_view text = node.text();
  switch (node.core_type()) {
    case CoreType::null:
      out += "null";
      break;
    case CoreType::boolean:
      out += text.front() == 't' || text.front() == 'T' ? "true" : "false";
      break;
    case CoreType::integer:
    case CoreType::real:
      if (text.starts_with('+')) {
        text.remove_prefix(1);  // JSON has no plus sign
      }
      out += text;
      break;
    case CoreType::text:
      write_text(text, out);
      break;
  }
}

// No tree is deeper than max_depth.
void write(const Node& node, std::string& out) {
  std::string_view separator;
  switch (node.kind()) {
    case Kind::scalar:
      write_scalar(node, out);
      break;
    case Kind::sequence:
      out += '[';
      for (const Node& item : node.items()) {
        out += separator;
        write(item, out);
        separator = ",";
      }
      out += ']';
      break;
    case Kind::mapping:
      out += '{';
      for (const auto& [key, value] : node.entries()) {
        out += separator;
        write_text(key.text(), out);
        out += ':';
        write(value, out);
        separator = ",";
      }
      out += '}';
      break;
  }
}

}  // namespace

std::string to_json(const Node& node) {
  std::string out;
  write(node, out);
  return out;
}

}  // namespace thidua::yaml
