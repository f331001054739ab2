// Reports as text, Markdown and JSON.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "render/report.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::PlanFolder;
using test::small_plan;

const Date today = day("2026-01-01");

// A plan in which somebody typed what Markdown and terminals would obey.
std::map<std::string, std::string> sly_plan() {
  auto files = small_plan();
  files["results/2025/a.yaml"] =
      "unit: a\nyear: 2025\nillustrative: true\n"
      "activities:\n  - \"1. **a** | <b>\\n# c [d](e)\"\n"
      "resources:\n  - {type: money, amount: 7, unit: \"a|b\"}\n";
  return files;
}

}  // namespace

TEST_CASE("Markdown shows what was typed and obeys none of it") {
  struct Row {
    const char* text;
    const char* markdown;
  };
  const Row rows[] = {
      {"a|b", "a\\|b"},
      {"a\nb", "a b"},
      {"  a \t b ", "a b"},
      {"*_`~", "\\*\\_\\`\\~"},
      {"[x](y)", "\\[x](y)"},
      {"<b>&amp;", "\\<b>\\&amp;"},
      {"10.432", "10.432"},
      {"a\\b", "a\\\\b"},
      {"Xã Thể Dục", "Xã Thể Dục"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(render::markdown_text(row.text) == row.markdown);
  }
}

TEST_CASE("a line of Markdown begins no block that was not meant") {
  struct Row {
    const char* text;
    const char* markdown;
  };
  const Row rows[] = {
      {"# a", "\\# a\n"},   {"- a", "\\- a\n"},         {"-5", "-5\n"},
      {"---", "\\---\n"},   {"1. a", "1\\. a\n"},       {"12) a", "12\\) a\n"},
      {"1.5 a", "1.5 a\n"}, {"> a", "\\> a\n"},         {"+ a", "\\+ a\n"},
      {"2023", "2023\n"},   {"IV.2.b a", "IV.2.b a\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    render::Outline outline;
    outline.paragraph(row.text);
    CHECK(outline.to_markdown() == row.markdown);
  }
}

TEST_CASE("text is broken at 80 columns, words never") {
  render::Outline outline;
  outline.heading(1, "T");
  outline.list({std::string(70, 'a') + " " + std::string(20, 'b'),
                std::string(90, 'c')});
  outline.facts({{"Đà", "x"}, {"Long name", "y"}});
  CHECK(outline.to_text(render::Style(false)) ==
        "T\n- " + std::string(70, 'a') + "\n  " + std::string(20, 'b') +
            "\n- " + std::string(90, 'c') + "\nĐà         x\nLong name  y\n");
}

TEST_CASE("parts without content come first, in text, Markdown and JSON") {
  const auto plan = PlanFolder(sly_plan()).load();
  const Report report = make_report(*plan, ReportKind::annual, 2025, today);
  const render::ScoreView view{*plan, Language::en};
  const render::Outline outline = render::to_outline(report, view);
  const std::string text = outline.to_text(render::Style(false));
  CHECK(text.starts_with("Annual report 2025\nIllustrative data.\n"));
  const auto marker = text.find(
      "[CHƯA CÓ] parts without content yet: 10\n"
      "- Figures\n- Targets against results\n");
  REQUIRE(marker != std::string::npos);
  CHECK(marker < text.find("About this report"));
  CHECK(text.find("Models\n  [CHƯA CÓ] ") != std::string::npos);
  CHECK(text.rfind("Illustrative data.") > text.find("Next steps\n  "));
  CHECK(outline.to_markdown().find("## Ranking\n\n**[CHƯA CÓ]** ") !=
        std::string::npos);

  const render::Json json = render::to_json(report, view);
  CHECK(json["missing"].size() == 10);
  CHECK(json["missing"][0] == "figures");
  CHECK(json["caveats"]["illustrative"] == true);
  CHECK(json["results"]["resources"][0]["total"] == 7);
  CHECK(json["results"]["activities"][0]["lines"][0]["source"] ==
        "results/2025/a.yaml:5");
}

TEST_CASE("what was typed stays on its line and in its cell") {
  const auto plan = PlanFolder(sly_plan()).load();
  const Report report = make_report(*plan, ReportKind::annual, 2025, today);
  const std::string markdown =
      render::to_outline(report, {*plan, Language::en}).to_markdown();
  CHECK(markdown.find(
            "- 1\\. \\*\\*a\\*\\* \\| \\<b> # c \\[d](e) (1): Xã A\n") !=
        std::string::npos);
  CHECK(markdown.find("| money | 7 | a\\|b | 1 |\n") != std::string::npos);
}

TEST_CASE("the example: the same report, the same bytes, in both languages") {
  const auto plan =
      folder::load_plan(THIDUA_SOURCE_DIR "/examples/nguyen-binh");
  REQUIRE(plan.has_value());
  for (const Language language : {Language::vi, Language::en}) {
    const render::ScoreView view{**plan, language};
    const auto once = [&] {
      const Report report =
          make_report(**plan, ReportKind::preliminary, 2023, today);
      const render::Outline outline = render::to_outline(report, view);
      return outline.to_text(render::Style(false)) + outline.to_markdown() +
             render::dump(render::to_json(report, view));
    };
    const std::string bytes = once();
    CHECK(bytes == once());
    const bool written_the_vietnamese_way =
        bytes.find("10.432") != std::string::npos;
    CHECK(written_the_vietnamese_way == (language == Language::vi));
    CHECK(bytes.find("preliminary-2023") != std::string::npos);
  }
}
