// TextTemplate: a text, a Markdown or an HTML file of an office that holds
// Mustache tags, filled with a context.  A line of tags of sections alone goes;
// a value is one line, and nothing in it is taken as markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/mustache.hpp"
#include "document/shape.hpp"

namespace thidua::document {

enum class TextForm { plain, markdown, html };

// A fault of a template, where an editor shows it.
struct TextFault {
  std::size_t line = 0;  // counted from 1, as columns are, in characters
  std::size_t column = 0;
  std::string text;  // of the line
  Message what;
  Message hint;
};

class TextTemplate {
 public:
  // Refused where the bytes are no text in UTF-8.
  [[nodiscard]] static Result<TextTemplate> open(std::string bytes,
                                                 TextForm form);

  // What stands against filling it with contexts of the shape.
  [[nodiscard]] std::vector<TextFault> faults(const Shape& shape) const;

  // There are no faults.
  [[nodiscard]] Filled fill(const Json& context, const Shape& shape,
                            Language language) const;

 private:
  TextTemplate(std::string text, TextForm form)
      : text_(std::move(text)), form_(form) {}

  std::string text_;
  TextForm form_;
};

}  // namespace thidua::document
