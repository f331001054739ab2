// Templates: Mustache tags, their faults, and how they are filled in the XML of
// a Word document.
#include <doctest/doctest.h>

#include <sstream>

#include "document/mustache.hpp"
#include "document/text_template.hpp"
#include "document/word_part.hpp"
#include "document/word_template.hpp"

using namespace thidua;
using namespace thidua::document;

namespace {

const Json& small_schema() {
  static const Json schema = Json::parse(R"({
    "$defs": {
      "top": {"type": "object", "properties": {
        "title": {"type": "string"},
        "day": {"type": ["string", "null"], "format": "date"},
        "year": {"type": "integer", "format": "year"},
        "sum": {"type": ["number", "null"]},
        "verdict": {"type": "string", "x-words": {
          "met": {"vi": "đạt", "en": "met"}}},
        "ready": {"type": "boolean"},
        "office": {"$ref": "#/$defs/office"},
        "rows": {"type": "array", "items": {"$ref": "#/$defs/row"}},
        "words": {"type": "array", "items": {"type": "string"}}}},
      "office": {"type": "object", "properties": {
        "name": {"type": "string", "description": "Cơ quan"}}},
      "row": {"anyOf": [{"type": "null"}, {"type": "object", "properties": {
        "name": {"type": "string"},
        "cells": {"type": "array", "items": {"type": "string"}}}}]}
    }})");
  return schema;
}

Shape small_shape() { return {small_schema(), "top"}; }

std::vector<std::string> problems(std::string_view text) {
  std::vector<std::string> said;
  for (const TagProblem& each : problems_of(tags_in(text), small_shape())) {
    said.push_back(
        say(each.what, Language::en) +
        (each.hint.empty() ? "" : "; " + say(each.hint, Language::en)));
  }
  return said;
}

Filled filled(std::string_view text, const Json& context) {
  return fill(text, small_shape().in_words(context, Language::vi),
              escape_for_word);
}

// The text of every paragraph of a part, rows as "a | b".
std::string outline(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    const std::string name = child.name();
    if (name == "w:p") {
      text += text_in(child) + "\n";
    } else if (name == "w:tr") {
      std::string row;
      for (const pugi::xml_node cell : child.children("w:tc")) {
        row += (row.empty() ? "" : " | ") + text_in(cell);
      }
      text += row + "\n";
    } else {
      text += outline(child);
    }
  }
  return text;
}

std::string run(std::string_view text) {
  return fmt::format("<w:r><w:t>{}</w:t></w:r>", text);
}
std::string paragraph(std::string_view text) {
  return fmt::format("<w:p>{}</w:p>", run(text));
}
std::string row(const std::vector<std::string>& cells) {
  std::string xml;
  for (const std::string& each : cells) {
    xml += fmt::format("<w:tc>{}</w:tc>", paragraph(each));
  }
  return fmt::format("<w:tr>{}</w:tr>", xml);
}
std::string table(const std::string& rows) {
  return fmt::format(
      "<w:tbl><w:tblGrid><w:gridCol w:w=\"100\"/><w:gridCol w:w=\"300\"/>"
      "</w:tblGrid>{}</w:tbl>",
      rows);
}

WordTemplate word(const std::string& body) {
  auto opened = WordTemplate::open(
      zip({{"word/document.xml",
            "<w:document><w:body>" + body + "</w:body></w:document>"}}));
  REQUIRE(opened);
  return std::move(*opened);
}

std::string word_filled(const std::string& body, const Json& context) {
  const FilledDocument done =
      word(body).fill(context, small_shape(), Language::vi);
  const auto entries = unzip(done.bytes);
  REQUIRE(entries);
  pugi::xml_document xml;
  REQUIRE(xml.load_string(entries->front().bytes.c_str()));
  return outline(xml);
}

const Json two_rows{{"rows",
                     {{{"name", "A"}, {"cells", {"1", "2"}}},
                      {{"name", "B & C"}, {"cells", {"3", "<4>"}}}}}};

}  // namespace

TEST_CASE("a value is written as a document says it") {
  const Json context{{"title", "{{x}} & <b>"}, {"day", "2023-11-09"},
                     {"year", 2024},           {"sum", 1234.5},
                     {"verdict", "met"},       {"unknown", 1}};
  CHECK(filled("{{title}}", context).text == "{{x}} &amp; &lt;b&gt;");
  CHECK(filled("{{day}}", context).text == "09/11/2023");
  CHECK(filled("{{year}} {{sum}}", context).text == "2024 1.234,5");
  CHECK(filled("{{verdict}}", context).text == "đạt");
  CHECK(filled("{{title}}", {{"title", "a\nb"}}).text ==
        "a</w:t><w:br/><w:t xml:space=\"preserve\">b");
}

TEST_CASE("what is missing is marked and named once") {
  const Filled done =
      filled("{{day}} {{day}} {{office.name}}", {{"day", nullptr}});
  CHECK(done.text == "[CHƯA CÓ] [CHƯA CÓ] [CHƯA CÓ]");
  CHECK(done.missing == std::vector<std::string>{"day", "office.name"});

  const Filled section = filled("{{^rows}}[CHƯA CÓ]{{/rows}}", Json::object());
  CHECK(section.text == "[CHƯA CÓ]");
  CHECK(section.missing == std::vector<std::string>{"rows"});
  CHECK(filled("{{#sum}}{{sum}}{{/sum}}{{^sum}}–{{/sum}}", {{"sum", nullptr}})
            .missing.empty());
  // Nought is a value.
  CHECK(filled("{{#sum}}{{sum}}{{/sum}}", {{"sum", 0}}).text == "0");
}

TEST_CASE("tags are checked in sections that come out empty, too") {
  CHECK(problems("{{#rows}}{{name}}{{/rows}}{{office.name}}").empty());
  CHECK(
      problems("{{#rows}}{{nam}}{{/rows}}") ==
      std::vector<std::string>{"there is no `nam` here; did you mean `name`?"});
  CHECK(problems("{{office.nme}}") ==
        std::vector<std::string>{
            "there is no `office.nme` here; did you mean `office.name`?"});
  CHECK(problems("{{rows}}").size() == 1);
  CHECK(problems("{{ready}}").size() == 1);
  CHECK(problems("{{#rows}}").size() == 1);
  CHECK(problems("{{/rows}}").size() == 1);
  CHECK(problems("{{#rows}}{{#words}}{{/rows}}{{/words}}").size() == 2);
  CHECK(problems("{{{title}}}").size() == 1);
  CHECK(problems("{{&title}}{{>title}}{{=<% %>=}}").size() == 3);
  CHECK(problems("{{title").size() == 1);
  CHECK(problems("{{}}").size() == 1);
  // One mistake is told once, whatever stands inside.
  CHECK(problems("{{#rws}}{{name}}{{.}}{{/rws}}").size() == 1);
  CHECK(problems("{{! {{title}} ").size() == 0);
}

TEST_CASE("a tag is found across the runs that Word cuts it into") {
  CHECK(word_filled("<w:p>" + run("so {{ti") + "<w:proofErr/>" + run("tl") +
                        run("e}} on") + "</w:p>",
                    {{"title", "T"}}) == "so T on\n");
}

TEST_CASE("a section spans what lies between its tags") {
  SUBCASE("text") {
    CHECK(word_filled(paragraph("{{#words}}{{.}}, {{/words}}end"),
                      {{"words", {"a", "b"}}}) == "a, b, end\n");
  }
  SUBCASE("paragraphs, whose tags go") {
    CHECK(word_filled(paragraph("{{#rows}}") + paragraph("{{name}}") +
                          paragraph("{{/rows}}") + paragraph("end"),
                      two_rows) == "A\nB & C\nend\n");
  }
  SUBCASE("paragraphs that hold the tags") {
    CHECK(word_filled(paragraph("{{#rows}}{{name}}") + paragraph("x{{/rows}}"),
                      two_rows) == "A\nx\nB & C\nx\n");
  }
  SUBCASE("one row") {
    CHECK(word_filled(table(row({"{{#rows}}{{name}}", "x{{/rows}}"})),
                      two_rows) == "A | x\nB & C | x\n");
  }
  SUBCASE("rows between rows of their own") {
    CHECK(word_filled(table(row({"h", "i"}) + row({"{{#rows}}", ""}) +
                            row({"{{name}}", "x"}) + row({"{{/rows}}", ""})),
                      two_rows) == "h | i\nA | x\nB & C | x\n");
  }
  SUBCASE("cells between cells of their own") {
    CHECK(word_filled(table(row({"{{#rows}}{{name}}", "{{#cells}}", "{{.}}",
                                 "{{/cells}}{{/rows}}"})),
                      two_rows) == "A | 1 | 2\nB & C | 3 | <4>\n");
  }
  SUBCASE("two in one paragraph of tags") {
    CHECK(word_filled(paragraph("{{#rows}}{{#cells}}") + paragraph("{{.}}") +
                          paragraph("{{/cells}}{{/rows}}"),
                      two_rows) == "1\n2\n3\n<4>\n");
    CHECK(word_filled(paragraph("{{#words}}") + paragraph("w") +
                          paragraph("{{/words}}{{#rows}}") + paragraph("r") +
                          paragraph("{{/rows}}"),
                      two_rows) == "r\nr\n");
  }
}

TEST_CASE("a table without rows goes, one with other cells gets their grid") {
  CHECK(word_filled(
            table(row({"{{#rows}}{{name}}", "x{{/rows}}"})) + paragraph("end"),
            Json::object()) == "end\n");
  pugi::xml_document xml;
  REQUIRE(xml.load_string(table(row({"a", "b", "c"})).c_str()));
  mend_tables(xml);
  std::ostringstream widths;
  for (const auto column :
       xml.child("w:tbl").child("w:tblGrid").children("w:gridCol")) {
    widths << column.attribute("w:w").as_int() << " ";
  }
  CHECK(widths.str() == "100 150 150 ");
}

TEST_CASE("faults say where they stand") {
  const auto faults =
      word(paragraph("{{title}}") + table(row({"{{titel}}", "x"})))
          .faults(small_shape());
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].part == "word/document.xml");
  CHECK(faults[0].paragraph == 2);
  CHECK(faults[0].text == "{{titel}}");
}

TEST_CASE("the excerpt of a long paragraph shows the part around the fault") {
  std::string text = "đầu ";
  for (int i = 0; i < 40; ++i) {
    text += "dài ";
  }
  const auto faults =
      word(paragraph(text + "{{titel}} rồi " + text)).faults(small_shape());
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].text.starts_with("…"));
  CHECK(faults[0].text.ends_with("…"));
  CHECK(faults[0].text.find("{{titel}} rồi") != std::string::npos);
}

TEST_CASE("the same context gives the same bytes") {
  const auto one = word(paragraph("{{#rows}}{{name}}{{/rows}}"));
  const auto first = one.fill(two_rows, small_shape(), Language::vi);
  CHECK(first.bytes == one.fill(two_rows, small_shape(), Language::vi).bytes);
}

TEST_CASE("what is no Word document is refused") {
  CHECK_FALSE(WordTemplate::open("").has_value());
  CHECK_FALSE(WordTemplate::open("PK\x03\x04 nothing").has_value());
  CHECK_FALSE(WordTemplate::open(zip({{"a.txt", "x"}})).has_value());
  CHECK_FALSE(WordTemplate::open(zip({{"word/document.xml", "<w:document>"}}))
                  .has_value());
}

TEST_CASE("a value in a text of an office is no markup and one line") {
  const Json context{{"title", "Hội & <nhóm>\n*một* {{year}}"}};
  const auto filled = [&](TextForm form) {
    const auto opened = TextTemplate::open("{{title}}", form);
    REQUIRE(opened);
    return opened->fill(context, small_shape(), Language::vi).text;
  };
  CHECK(filled(TextForm::plain) == "Hội & <nhóm> *một* {{year}}");
  CHECK(filled(TextForm::html) == "Hội &amp; &lt;nhóm&gt; *một* {{year}}");
  CHECK(filled(TextForm::markdown) == "Hội \\& \\<nhóm> \\*một\\* {{year}}");
}

TEST_CASE("lines of tags alone leave none behind in a text") {
  const auto opened = TextTemplate::open(
      "đầu\n{{#rows}}{{! a remark }}\n- {{name}}\n  {{/rows}}\n{{^rows}}\n"
      "[CHƯA CÓ]\n{{/rows}}\ncuối {{day}}\n",
      TextForm::plain);
  REQUIRE(opened);
  const auto filled = [&](Json rows) {
    return opened->fill({{"rows", std::move(rows)}}, small_shape(),
                        Language::vi);
  };
  CHECK(filled({{{"name", "một"}}, {{"name", "hai"}}}).text ==
        "đầu\n- một\n- hai\ncuối [CHƯA CÓ]\n");
  const Filled empty = filled(Json::array());
  CHECK(empty.text == "đầu\n[CHƯA CÓ]\ncuối [CHƯA CÓ]\n");
  CHECK(empty.missing == std::vector<std::string>{"rows", "day"});
}

TEST_CASE("faults of a text are told with line and column in characters") {
  const auto opened = TextTemplate::open(
      "một\nđã có {{title}} và {{titel}}\n{{#rows}}", TextForm::plain);
  REQUIRE(opened);
  const auto faults = opened->faults(small_shape());
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].line == 2);
  CHECK(faults[0].column == 20);
  CHECK(faults[0].text == "đã có {{title}} và {{titel}}");
  CHECK(faults[1].line == 3);
  CHECK(faults[1].column == 1);
  CHECK_FALSE(TextTemplate::open("\xC3(", TextForm::plain).has_value());
}
