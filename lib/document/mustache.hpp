// Mustache templates: {{name}}, {{#section}} … {{/section}},
// {{^where there is nothing}} … {{/…}}, {{! a remark}}, {{.}} for the item of a
// list itself, {{a.b}} for a name inside another.
//
// A text is looked through for tags, the tags are checked against the shape of
// the context, and only then is it filled.  Partials, changed delimiters and
// unescaped tags are refused: a template that an office received must not be
// able to put markup into a document.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "base/result.hpp"
#include "document/shape.hpp"

namespace thidua::document {

struct Tag {
  enum class Kind { variable, section, inverted, close, remark, refused };
  Kind kind = Kind::variable;
  std::string name;
  std::size_t begin = 0;  // offsets into the text, braces included
  std::size_t end = 0;

  [[nodiscard]] bool opens() const {
    return kind == Kind::section || kind == Kind::inverted;
  }
  // Does it stand for nothing itself?
  [[nodiscard]] bool is_structure() const { return kind != Kind::variable; }
};

// In the order of the text.  A tag without an end is `refused` to the end of
// the text.
[[nodiscard]] std::vector<Tag> tags_in(std::string_view text);

struct TagProblem {
  std::size_t tag = 0;  // its place in the list
  Message what;
  Message hint{};
};

// Names that the context does not have, variables that are lists, sections
// left open or closed by another name: all of them.
[[nodiscard]] std::vector<TagProblem> problems_of(const std::vector<Tag>& tags,
                                                  const Shape& shape);

struct Filled {
  std::string text;
  // The names of the variables for which there was nothing, once each, in the
  // order of the text: [CHƯA CÓ] stands there.
  std::vector<std::string> missing;
};

// `words` is Shape::in_words(); `escape` makes a value fit for the text.  The
// tags have no problems.
[[nodiscard]] Filled fill(
    std::string_view text, const Json& words,
    const std::function<std::string(const std::string&)>& escape);

}  // namespace thidua::document
