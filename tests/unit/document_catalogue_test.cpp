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

namespace {

// The parts of a report by their numbers: "3. Nguồn lực huy động".
std::vector<std::string> numbered_parts(std::string_view body,
                                        std::string_view prefix) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    std::string_view line = body.substr(at, end - at);
    at = end + 1;
    if (line.starts_with(prefix)) {
      line.remove_prefix(prefix.size());
      if ('0' <= line.front() && line.front() <= '9') {
        line = line.substr(0, line.find(" ("));
        parts.emplace_back(line.substr(0, line.find(':')));
      }
    }
  }
  return parts;
}

void expect_descriptions(const Shape& shape, const CataloguedDocument& document,
                         int depth) {
  for (const std::string& name : shape.names()) {
    CAPTURE(document.id);
    CAPTURE(name);
    CHECK((name.ends_with("_exact") || name == "document" ||
           shape.description_of(name) != name));
    const Shape inside = *shape.member(name);
    const Shape thing = inside.is_list() ? inside.item() : inside;
    if (thing.is_object() && depth < 6) {
      expect_descriptions(thing, document, depth + 1);
    }
  }
}

}  // namespace

TEST_CASE("whatever may be missing in a shipped document has a name for it") {
  for (const CataloguedDocument& each : catalogue()) {
    expect_descriptions(Shape::of(each.text.context), each, 0);
  }
}

TEST_CASE("the form sent with a letter asks for the parts of the report") {
  const auto asked = numbered_parts(
      find_document("cong-van-de-nghi-bao-cao")->text.body, "[plain] ");
  CHECK(asked.size() == 9);
  CHECK(asked ==
        numbered_parts(find_document("bao-cao-don-vi")->text.body, "# "));
}
