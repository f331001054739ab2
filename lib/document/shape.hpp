// Shape: which names a context has, so that a tag in a template can be known
// to be wrong before there is anything to put in.
//
// A context is the JSON tree of a result (`--format json` prints it); its shape
// is a JSON Schema, schemas/documents/context.schema.json, of which this reads
// `$ref`, `properties`, `items`, `anyOf` with null, and two words of our own:
//   format: date | year   how a value is printed
//   x-words               what an enumerated value is called, by language
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/values.hpp"

namespace thidua::document {

using render::Json;

class Shape {
 public:
  // A definition of the embedded schema: "report", "ranking" …
  [[nodiscard]] static Shape of(std::string_view definition);
  // A definition of another one, which must live as long as the shape.
  Shape(const Json& schema, std::string_view definition);

  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] bool is_flag() const;  // true or false
  // Of the objects in a list.
  [[nodiscard]] Shape item() const;
  [[nodiscard]] std::optional<Shape> member(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;
  // Of "results.guidance" and the like, what it is called in lists; the name
  // itself where the schema does not say.
  [[nodiscard]] std::string description_of(std::string_view name) const;

  // A context of this shape as a document in the language says it: numbers and
  // dates in writing, words for enumerated values; nothing where there is null
  // or an empty text.
  [[nodiscard]] Json in_words(const Json& context, Language language) const;

 private:
  Shape(const Json* schema, const Json* node);
  [[nodiscard]] std::string scalar(const Json& value, Language language) const;

  const Json* schema_;
  const Json* node_;
};

}  // namespace thidua::document
