// The plans of the bodies below, in words: sums, targets, awards.
#include <algorithm>
#include <array>
#include <set>

#include "render/report.hpp"
#include "render/report_children.hpp"

namespace thidua::render {
namespace {

class NumberWriter {
 public:
  explicit NumberWriter(const BelowView& view) : view_(view) {
    for (const ChildSumLine& line : view.below.lines) {
      standards_.insert(line.standard);
    }
  }

  void write() const {
    sums();
    by_child();
    for (const CarriedTarget& each : view_.below.targets) {
      target(each);
    }
    awards();
    awards_by_child();
  }

 private:
  // With the poverty standard where there are several.
  [[nodiscard]] std::string line_name(const ChildSumLine& line) const {
    std::string text = line.name();
    if (line.indicator != nullptr &&
        line.indicator->unit == MeasureUnit::percent) {
      text += " (%)";
    }
    return standards_.size() < 2 ? text
           : line.standard.empty()
               ? view_.say(msg("{0}, no poverty standard given", text))
               : view_.say(
                     msg("{0}, poverty standard {1}", text, line.standard));
  }

  [[nodiscard]] std::string value(const std::optional<Exact>& value,
                                  std::size_t units, std::size_t of) const {
    if (units == 0) {
      return "–";
    }
    std::string text =
        value ? number(*value, view_.language) : std::string("–");
    return units == of ? text : fmt::format("{} ({}/{})", text, units, of);
  }

  void sums() const {
    if (!view_.has_figures || view_.below.added_up() == 0) {
      return;
    }
    view_.heading(view_.say("figures added up"));
    if (view_.below.lines.empty()) {
      view_.out.missing(view_.say("nothing is recorded"));
    }
    totals();
    without_figures();
  }

  void totals() const {
    Grid grid{{Align::left}, {view_.say("Figure")}, {}};
    for (const Period& period : view_.below.periods) {
      grid.columns.push_back(Align::right);
      grid.head.push_back(period.to_string());
    }
    bool partly = false;
    for (const ChildSumLine& line : view_.below.lines) {
      std::vector<std::string> row{line_name(line)};
      for (const ChildSum& sum : line.sums) {
        row.push_back(value(sum.value, sum.units, sum.of));
        if (sum.units > 0 && sum.status != FigureStatus::official) {
          row.back() += fmt::format(" ({})", view_.say(word(sum.status)));
        }
        partly = partly || (sum.units > 0 && sum.units < sum.of);
      }
      grid.rows.push_back(std::move(row));
    }
    view_.out.table(std::move(grid));
    if (partly) {
      view_.out.paragraph(view_.say(
          "(3/5): 3 of 5 units have a figure; the others are not in the "
          "sum."));
    }
  }

  void without_figures() const {
    std::vector<std::string> lines;
    for (const std::size_t row : view_.below.without_figures()) {
      lines.push_back(
          view_.say(msg("without {0}: {1}", view_.name(row),
                        view_.say(view_.below.rows[row].summary->no_figures))));
    }
    view_.out.list(std::move(lines));
  }

  // The last of the periods, folder by folder.
  void by_child() const {
    const std::size_t last = view_.below.periods.size() - 1;
    Grid grid{{Align::left}, {view_.say("Unit")}, {}};
    std::vector<const ChildSum*> columns;
    for (const ChildSumLine& line : view_.below.lines) {
      if (line.sums[last].units > 0) {
        columns.push_back(&line.sums[last]);
        grid.columns.push_back(Align::right);
        grid.head.push_back(line_name(line));
      }
    }
    if (columns.empty()) {
      return;
    }
    view_.heading(view_.say(
        msg("unit by unit {0}", view_.below.periods[last].to_string())));
    for (std::size_t row = 0; row < view_.below.rows.size(); ++row) {
      if (view_.below.rows[row].left_out) {
        continue;
      }
      grid.rows.push_back({view_.name(row)});
      for (const ChildSum* sum : columns) {
        grid.rows.back().push_back(cell(*sum, row));
      }
    }
    view_.out.table(std::move(grid));
  }

  [[nodiscard]] std::string cell(const ChildSum& sum, std::size_t row) const {
    const auto share = std::lower_bound(
        sum.shares.begin(), sum.shares.end(), row,
        [](const ChildShare& each, std::size_t at) { return each.row < at; });
    return share == sum.shares.end() || share->row != row
               ? "–"
               : value(share->value, share->units, share->of);
  }

  void target(const CarriedTarget& target) const {
    view_.heading(
        fmt::format("{} {}", target.target->id.value, target.target->name));
    view_.out.paragraph(view_.say(
        msg("In the plans below: met {0}, not met {1}, cannot be judged "
            "{2}",
            target.count(Verdict::met), target.count(Verdict::not_met),
            target.count(Verdict::cannot_judge))));
    Grid grid{{Align::left, Align::right, Align::right, Align::left},
              {view_.say("Unit"), view_.say("Reached"), view_.say("Required"),
               view_.say("Result")},
              {}};
    for (const auto& [row, each] : target.by_row) {
      const Measurement& measured = each->measured;
      std::string result = view_.say(word(measured.verdict));
      if (!measured.reason.empty()) {
        result += ": " + view_.say(measured.reason);
      }
      grid.rows.push_back(
          {view_.name(row),
           measured.value ? number(*measured.value, view_.language)
                          : std::string("–"),
           measured.threshold
               ? fmt::format("{} {}", to_string(each->measure.op),
                             number(*measured.threshold, view_.language))
               : std::string("–"),
           std::move(result)});
    }
    view_.out.table(std::move(grid));
  }

  void awards() const {
    if (view_.below.awards.empty()) {
      return;
    }
    view_.heading(view_.say("awards proposed and granted"));
    Grid grid{{Align::left, Align::right, Align::right, Align::right,
               Align::right, Align::right, Align::left},
              {view_.say("Occasion"), view_.say("Proposed"),
               view_.say("Granted"), view_.say("Refused"), view_.say("Ended"),
               view_.say("Open"), view_.say("Award")},
              {}};
    for (const ChildAwardCount& count : view_.below.awards) {
      grid.rows.push_back(
          {count.occasion, std::to_string(count.awards.size()),
           std::to_string(count.count(ProposalOutcome::granted)),
           std::to_string(count.count(ProposalOutcome::refused)),
           std::to_string(count.count(ProposalOutcome::ended)),
           std::to_string(count.count(ProposalOutcome::open)),
           count.form_name});
    }
    view_.out.table(std::move(grid));
  }

  void awards_by_child() const {
    if (view_.below.awards.empty()) {
      return;
    }
    std::vector<std::array<std::size_t, 4>> counts(view_.below.rows.size());
    for (const ChildAwardCount& count : view_.below.awards) {
      for (const auto& [row, award] : count.awards) {
        ++counts[row][static_cast<std::size_t>(award->outcome)];
      }
    }
    Grid grid{{Align::left, Align::right, Align::right, Align::right,
               Align::right, Align::right},
              {view_.say("Unit"), view_.say("Proposed"), view_.say("Granted"),
               view_.say("Refused"), view_.say("Ended"), view_.say("Open")},
              {}};
    for (std::size_t row = 0; row < counts.size(); ++row) {
      if (!view_.below.rows[row].left_out) {
        const auto& [open, granted, refused, ended] = counts[row];
        grid.rows.push_back({view_.name(row),
                             std::to_string(open + granted + refused + ended),
                             std::to_string(granted), std::to_string(refused),
                             std::to_string(ended), std::to_string(open)});
      }
    }
    view_.out.table(std::move(grid));
  }

  const BelowView& view_;
  std::set<std::string_view> standards_;
};

}  // namespace

void write_numbers_below(const BelowView& view) { NumberWriter(view).write(); }

}  // namespace thidua::render
