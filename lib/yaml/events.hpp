// libyaml's parser and its events, freed whatever happens.
#pragma once

#include <yaml.h>

#include <new>
#include <string_view>

#include "yaml/tree.hpp"

namespace thidua::yaml {

class Parser {
 public:
  // UTF-8 without a byte order mark; the text stays the caller's.
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&raw_) == 0) {
      throw std::bad_alloc();
    }
    const void* bytes = text.data();
    yaml_parser_set_input_string(
        &raw_, static_cast<const unsigned char*>(bytes), text.size());
    yaml_parser_set_encoding(&raw_, YAML_UTF8_ENCODING);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&raw_); }

  [[nodiscard]] yaml_parser_t& raw() { return raw_; }

 private:
  yaml_parser_t raw_;  // cleared by libyaml
};

// The next event; nothing comes after an error.
class Event {
 public:
  explicit Event(yaml_parser_t& parser)
      : ok_(yaml_parser_parse(&parser, &raw_) != 0) {
    if (parser.error == YAML_MEMORY_ERROR) {
      throw std::bad_alloc();
    }
  }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&raw_); }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] const yaml_event_t& raw() const { return raw_; }

 private:
  yaml_event_t raw_;  // cleared by libyaml
  bool ok_;
};

[[nodiscard]] inline Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Style::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return Style::literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::folded;
    default:
      return Style::plain;
  }
}

}  // namespace thidua::yaml
