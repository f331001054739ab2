// WordTemplate: a .docx whose text holds Mustache tags, filled with a context.
//
// Tags are read across the runs that Word cuts a text into, in the body, in
// headers and footers, foot- and endnotes.  A section may span:
//   text            opened and closed in one paragraph;
//   paragraphs,     its tags in paragraphs (table rows, cells) of their own,
//   rows, cells     which go; what lies between is repeated;
//   a row           opened in its first cell and closed in its last one.
// Rows and cells that come out empty leave no broken table behind.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/mustache.hpp"
#include "document/shape.hpp"
#include "document/zip.hpp"

namespace thidua::document {

// A fault of a template, where a person finds it again in Word.
struct TemplateFault {
  std::string part;           // "word/document.xml"
  std::size_t paragraph = 0;  // counted from 1, tables included
  std::string text;           // of the paragraph, shortened
  Message what;
  Message hint;
};

struct FilledDocument {
  std::string bytes;
  std::vector<std::string> missing;  // names for which [CHƯA CÓ] was put in
};

class WordTemplate {
 public:
  // Refused where the bytes are no Word document.
  [[nodiscard]] static Result<WordTemplate> open(std::string_view docx);
  WordTemplate(WordTemplate&&) noexcept;
  WordTemplate& operator=(WordTemplate&&) noexcept;
  ~WordTemplate();

  // What stands against filling it with contexts of the shape.
  [[nodiscard]] std::vector<TemplateFault> faults(const Shape& shape) const;

  // There are no faults.  The same context gives the same bytes.
  [[nodiscard]] FilledDocument fill(const Json& context, const Shape& shape,
                                    Language language) const;

 private:
  class Part;
  WordTemplate() = default;

  std::vector<ZipEntry> entries_;
  std::vector<std::unique_ptr<Part>> parts_;  // those of entries_ with text
};

}  // namespace thidua::document
