// The shipped documents: each of them can be filled, whatever is missing.
#include <doctest/doctest.h>

#include "document/catalogue.hpp"
#include "document/word_template.hpp"

using namespace thidua;
using namespace thidua::document;

TEST_CASE("every shipped document names only what its context has") {
  CHECK(catalogue().size() > 20);
  for (const CataloguedDocument& each : catalogue()) {
    CAPTURE(each.id);
    const auto opened = WordTemplate::open(lay_out(each.text));
    REQUIRE(opened);
    for (const TemplateFault& fault :
         opened->faults(Shape::of(each.text.context))) {
      CAPTURE(fault.text);
      CHECK(say(fault.what, Language::en).empty());
    }
  }
}

TEST_CASE("a shipped document of which nothing is known says so") {
  for (const CataloguedDocument& each : catalogue()) {
    CAPTURE(each.id);
    const auto opened = WordTemplate::open(lay_out(each.text));
    REQUIRE(opened);
    const FilledDocument filled = opened->fill(
        Json::object(), Shape::of(each.text.context), Language::vi);
    CHECK_FALSE(filled.missing.empty());
    CHECK(WordTemplate::open(filled.bytes).has_value());
  }
}

TEST_CASE("the text of a document is read with its keys") {
  const DocumentText text = read_document_text(
      "name: A\ncontext: report\nabbreviation: QĐ\nframe: titled\n"
      "signer: chair\ntype: B\nsummary: {{x}}\npage: landscape\n---\nbody\n");
  CHECK(text.name == "A");
  CHECK(text.abbreviation == "QĐ");
  CHECK(text.chair_signs);
  CHECK(text.landscape);
  CHECK(text.body == "body\n");
  CHECK_THROWS(static_cast<void>(read_document_text("nme: A\n---\n")));
  CHECK_THROWS(static_cast<void>(read_document_text("name: A\n")));
  CHECK_THROWS(static_cast<void>(
      lay_out(read_document_text("name: A\n---\n|= 50l 50l\n| a | b | c\n"))));
}
