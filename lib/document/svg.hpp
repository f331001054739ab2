// Charts as SVG to stand in a page: values in, text out.
//
// Coordinates are rounded to one decimal, so that the same values give the same
// bytes.  Colours are classes, which the page's style sheet paints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.hpp"
#include "base/message.hpp"

namespace thidua::document {

// For the text of an element or an attribute.
[[nodiscard]] std::string escaped(std::string_view text);

// One bar, its parts one after another: each a share of the whole from 0 to 1.
// For the eye only; the numbers stand beside it.
struct BarPart {
  Exact share;
  std::string_view colour;  // a class
};
[[nodiscard]] std::string bar(const std::vector<BarPart>& parts);
// Two bars, one above the other.
[[nodiscard]] std::string two_bars(const BarPart& upper, const BarPart& lower);

struct ChartPoint {
  std::string label;  // below the axis
  std::optional<Exact> value;
  bool met = false;
  bool blank = false;  // nothing is missing: there can be no value
};

// A line of values over time against a limit.
struct LineChart {
  std::string id;           // unique in the page, ASCII
  std::string title;        // what is shown
  std::string description;  // the values in words
  std::vector<ChartPoint> points;
  std::optional<Exact> limit;
  std::string limit_text;
  // On which side of the limit it is good; nothing: only on it.
  std::optional<bool> good_above;
  Language language = Language::vi;
};
[[nodiscard]] std::string line_chart(const LineChart& chart);

}  // namespace thidua::document
