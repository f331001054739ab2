// Charts: the same values give the same bytes, and stand where they should.
#include <doctest/doctest.h>

#include "document/svg.hpp"

namespace {

using namespace thidua;
using document::bar;
using document::BarPart;
using document::ChartPoint;
using document::line_chart;
using document::LineChart;

LineChart chart_of(std::vector<ChartPoint> points,
                   std::optional<Exact> limit = {}) {
  LineChart chart;
  chart.id = "c";
  chart.title = "a < b & \"c\"";
  chart.description = "d";
  chart.points = std::move(points);
  chart.limit = std::move(limit);
  chart.limit_text = ">= 6";
  chart.good_above = true;
  chart.language = Language::en;
  return chart;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("a bar is as long as its share, and never longer than the whole") {
  struct Row {
    Exact share;
    const char* rect;
  };
  const Row rows[] = {
      {Exact(1, 3), R"(x="0" y="0" width="33.3" height="8" class="good")"},
      {Exact(1), R"(x="0" y="0" width="100" height="8" class="good")"},
      {Exact(3), R"(x="0" y="0" width="100" height="8" class="good")"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rect);
    CHECK(count(bar({{row.share, "good"}}), row.rect) == 1);
  }
  CHECK(count(bar({{Exact(0), "good"}}), "good") == 0);
  CHECK(count(bar({{Exact(-1), "good"}}), "good") == 0);
}

TEST_CASE("the parts of a bar follow one another") {
  const std::string svg = bar({{Exact(1, 2), "good"}, {Exact(1, 4), "late"}});
  CHECK(count(svg,
              R"(<rect x="50" y="0" width="25" height="8" class="late"/>)") ==
        1);
}

TEST_CASE("a chart has a title and a description, escaped") {
  const std::string svg =
      line_chart(chart_of({{"2023", Exact(5), true, false}}));
  CHECK(count(svg,
              "<title id=\"c-title\">a &lt; b &amp; &quot;c&quot;</title>") ==
        1);
  CHECK(count(svg, "<desc id=\"c-desc\">d</desc>") == 1);
  CHECK(count(svg, "aria-labelledby=\"c-title c-desc\"") == 1);
}

TEST_CASE("a line is broken where a value is missing") {
  const std::string svg = line_chart(chart_of({{"1", Exact(1), false, false},
                                               {"2", Exact(2), false, false},
                                               {"3", {}, false, false},
                                               {"4", Exact(4), true, false},
                                               {"5", {}, false, true}}));
  const std::size_t from = svg.find(" d=\"");
  const std::string path = svg.substr(from, svg.find('"', from + 4) - from);
  CHECK(count(path, "M") == 2);
  CHECK(count(path, "L") == 1);
  CHECK(count(svg, "class=\"unknown\"") == 1);  // what cannot be is not missing
  CHECK(count(svg, "class=\"label blank\"") == 1);
}

TEST_CASE("charts of strange values are drawn") {
  const Exact huge = Exact::power_of_ten(40);
  const std::vector<LineChart> charts{
      chart_of({}),
      chart_of({{"1", {}, false, false}}),
      chart_of({{"1", Exact(0), false, false}}, Exact(0)),
      chart_of({{"1", Exact(-7), false, false}, {"2", Exact(7), true, false}}),
      chart_of({{"1", huge, false, false}, {"2", -huge, false, false}}, huge),
      chart_of({{"1", Exact(1, 700), false, false}}, Exact(1, 900)),
  };
  for (const LineChart& chart : charts) {
    const std::string svg = line_chart(chart);
    CHECK(svg.ends_with("</svg>"));
    CHECK(svg == line_chart(chart));
    CHECK(count(svg, "class=\"grid\"") + count(svg, "class=\"axis\"") < 12);
  }
}
