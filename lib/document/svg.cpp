#include "document/svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/values.hpp"

namespace thidua::document {
namespace {

std::string place(const Exact& value) { return value.to_plain(1); }

Exact percent_of(const Exact& share) {
  return std::clamp(share, Exact(0), Exact(1)) * Exact(100);
}

std::string bar_rect(const Exact& x, int y, const Exact& width, int height,
                     std::string_view colour) {
  return fmt::format(
      R"(<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>)", place(x), y,
      place(width), height, colour);
}

std::string bar_frame(int height, const std::string& rects) {
  return fmt::format(
      R"(<svg class="bar" viewBox="0 0 100 {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">{}</svg>)",
      height, rects);
}

// 1, 2 or 5 times a power of ten, so that four or five steps reach so far.
Exact nice_step(const Exact& range) {
  const Exact least = range / Exact(4);
  Exact power = 1;
  while (power * Exact(10) <= least) {
    power *= Exact(10);
  }
  while (power > least) {
    power /= Exact(10);
  }
  for (const int times : {1, 2, 5}) {
    if (power * Exact(times) >= least) {
      return power * Exact(times);
    }
  }
  return power * Exact(10);
}

struct Scale {
  Exact low;
  Exact high;
  Exact step;
};

Scale scale_of(const LineChart& chart) {
  Exact low = 0;
  Exact high = 0;
  const auto hold = [&](const std::optional<Exact>& value) {
    if (value) {
      low = std::min(low, *value);
      high = std::max(high, *value);
    }
  };
  hold(chart.limit);
  for (const ChartPoint& point : chart.points) {
    hold(point.value);
  }
  if (low == high) {
    high = low + Exact(1);
  }
  const Exact step = nice_step(high - low);
  if (chart.limit && high == *chart.limit) {
    high += step;  // room for what is better than the limit
  }
  return {(low / step).floor() * step, -((-high / step).floor()) * step, step};
}

// Where things stand in a chart, in units of its view box.
class LinePlot {
 public:
  explicit LinePlot(const LineChart& chart)
      : chart_(chart), scale_(scale_of(chart)) {
    std::size_t longest = 0;
    for (Exact at = scale_.low; at <= scale_.high; at += scale_.step) {
      longest = std::max(longest, tick_text(at).size());
    }
    left_ = 14 + 7 * static_cast<int>(longest);
  }

  [[nodiscard]] std::string draw() const {
    return fmt::format(
        R"(<svg class="chart" role="img" viewBox="0 0 {0} {1}" aria-labelledby="{2}-title {2}-desc"><title id="{2}-title">{3}</title><desc id="{2}-desc">{4}</desc>{5}{6}{7}{8}{9}</svg>)",
        width, height, chart_.id, escaped(chart_.title),
        escaped(chart_.description), zone(), ticks(), limit(), line(),
        points());
  }

 private:
  static constexpr int width = 360;
  static constexpr int height = 216;
  static constexpr int top = 24;
  static constexpr int bottom = 186;
  static constexpr int right = 314;
  static constexpr int inset = 20;

  [[nodiscard]] std::string tick_text(const Exact& value) const {
    return render::number(value, chart_.language);
  }
  [[nodiscard]] Exact y_of(const Exact& value) const {
    return Exact(top) + (scale_.high - value) / (scale_.high - scale_.low) *
                            Exact(bottom - top);
  }
  [[nodiscard]] std::string y(const Exact& value) const {
    return place(y_of(value));
  }
  [[nodiscard]] std::string x(std::size_t i) const {
    const int from = left_ + inset;
    const int to = right - inset;
    const auto count = static_cast<int>(chart_.points.size());
    return place(count == 1 ? Exact(from + to, 2)
                            : Exact(from) + Exact(to - from) *
                                                Exact(static_cast<int>(i)) /
                                                Exact(count - 1));
  }

  // Where the demand is met.
  [[nodiscard]] std::string zone() const {
    if (!chart_.limit || !chart_.good_above) {
      return {};
    }
    const Exact at = y_of(*chart_.limit);
    const Exact from = *chart_.good_above ? Exact(top) : at;
    const Exact to = *chart_.good_above ? at : Exact(bottom);
    return fmt::format(
        R"(<rect class="zone" x="{}" y="{}" width="{}" height="{}"/>)", left_,
        place(from), right - left_, place(to - from));
  }

  [[nodiscard]] std::string ticks() const {
    std::string text;
    for (Exact at = scale_.low; at <= scale_.high; at += scale_.step) {
      text += fmt::format(
          R"(<line class="{4}" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/><text class="tick" x="{3}" y="{5}" text-anchor="end">{6}</text>)",
          left_, right, y(at), left_ - 6, at.is_zero() ? "axis" : "grid",
          place(y_of(at) + Exact(4)), tick_text(at));
    }
    return text;
  }

  [[nodiscard]] std::string limit() const {
    if (!chart_.limit) {
      return {};
    }
    return fmt::format(
        R"(<line class="limit" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/><text class="limit-text" x="{3}" y="{4}">{5}</text>)",
        left_, right, y(*chart_.limit), right + 4,
        place(y_of(*chart_.limit) + Exact(4)), escaped(chart_.limit_text));
  }

  // Broken where a value is missing.
  [[nodiscard]] std::string line() const {
    std::string path;
    bool drawing = false;
    for (std::size_t i = 0; i < chart_.points.size(); ++i) {
      const auto& value = chart_.points[i].value;
      if (value) {
        path += fmt::format("{}{} {}", drawing ? "L" : "M", x(i), y(*value));
      }
      drawing = value.has_value();
    }
    return path.empty() ? path
                        : fmt::format(R"(<path class="line" d="{}"/>)", path);
  }

  // Where its number stands: away from a line that climbs or falls steeply.
  [[nodiscard]] const char* side_of(std::size_t i) const {
    const Exact& value = *chart_.points[i].value;
    const auto is_above = [&](std::size_t other) {
      return other < chart_.points.size() && chart_.points[other].value &&
             *chart_.points[other].value - value > scale_.step / Exact(2);
    };
    if (is_above(i + 1)) {
      return "end";
    }
    return i > 0 && is_above(i - 1) ? "start" : "middle";
  }

  [[nodiscard]] std::string point(std::size_t i) const {
    const ChartPoint& each = chart_.points[i];
    if (each.value) {
      return fmt::format(
          R"(<circle class="{}" cx="{}" cy="{}" r="4.5"/><text class="value" x="{}" y="{}" text-anchor="{}">{}</text>)",
          each.met ? "point met" : "point", x(i), y(*each.value), x(i),
          place(y_of(*each.value) - Exact(10)), side_of(i),
          tick_text(*each.value));
    }
    return each.blank
               ? std::string()
               : fmt::format(
                     R"(<text class="unknown" x="{}" y="{}" text-anchor="middle">?</text>)",
                     x(i), bottom - 8);
  }

  [[nodiscard]] std::string points() const {
    const std::size_t every = (chart_.points.size() + 7) / 8;
    std::string text;
    for (std::size_t i = 0; i < chart_.points.size(); ++i) {
      text += point(i);
      if (i % every == 0) {
        text += fmt::format(
            R"(<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>)",
            chart_.points[i].blank ? "label blank" : "label", x(i), bottom + 20,
            escaped(chart_.points[i].label));
      }
    }
    return text;
  }

  const LineChart& chart_;
  Scale scale_;
  int left_ = 0;
};

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char each : text) {
    switch (each) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += each;
    }
  }
  return safe;
}

std::string bar(const std::vector<BarPart>& parts) {
  std::string rects = bar_rect(0, 0, 100, 8, "rest");
  Exact from = 0;
  for (const BarPart& part : parts) {
    const Exact width = percent_of(part.share);
    if (!width.is_zero()) {
      rects += bar_rect(from, 0, width, 8, part.colour);
    }
    from += width;
  }
  return bar_frame(8, rects);
}

std::string two_bars(const BarPart& upper, const BarPart& lower) {
  return bar_frame(
      18, bar_rect(0, 0, percent_of(upper.share), 8, upper.colour) +
              bar_rect(0, 10, percent_of(lower.share), 8, lower.colour));
}

std::string line_chart(const LineChart& chart) {
  return LinePlot(chart).draw();
}

}  // namespace thidua::document
