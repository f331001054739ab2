// The plans of the bodies below: who has issued one, figures, targets, duties
// and awards, folder by folder.
#include <algorithm>
#include <array>
#include <set>

#include "document/table_parts.hpp"
#include "render/status.hpp"

namespace thidua::document {
namespace {

class ChildTables {
 public:
  ChildTables(const ChildrenOfKind& below, const ReportView& view,
              TableList& tables)
      : below_(below), view_(view), tables_(tables) {
    for (const ChildSumLine& line : below.lines) {
      standards_.insert(line.standard);
    }
  }

  void add_all() const {
    tables_.add_enclosed(plans());
    tables_.add_enclosed(sums());
    tables_.add_enclosed(by_child());
    for (const CarriedTarget& each : below_.targets) {
      tables_.add_enclosed(target(each));
    }
    for (const ChildDuty& each : below_.duties) {
      tables_.add_enclosed(duty(each));
    }
    tables_.add_enclosed(awards());
    tables_.add_enclosed(awards_by_child());
  }

 private:
  [[nodiscard]] Column text(const char* english) const {
    return view_.words.text(english);
  }
  [[nodiscard]] Column number(const char* english) const {
    return view_.words.number(english);
  }
  [[nodiscard]] std::string title(const std::string& of) const {
    return fmt::format("{} · {}", below_.kind->name, of);
  }
  [[nodiscard]] Cell name(std::size_t row) const {
    return text_cell(below_.rows[row].name());
  }
  [[nodiscard]] std::string id(
      std::initializer_list<std::string_view> words) const {
    return table_id({"children", below_.kind->id.value, table_id(words)});
  }

  [[nodiscard]] std::string state(const ChildRow& row) const {
    if (row.left_out) {
      return view_.say(
          msg("not added up: {0}", view_.say(row.left_out->message)));
    }
    return row.summary->errors == 0
               ? view_.say("added up")
               : view_.say(msg("added up; has {0} {0:error|errors}",
                               row.summary->errors));
  }

  [[nodiscard]] DataTable plans() const {
    DataTable table{id({"plans"}),
                    title(view_.say("plans issued")),
                    {text(N_("Unit")), text(N_("Number and sign")),
                     text(N_("Date")), text(N_("Folder")), text(N_("State"))},
                    {},
                    {}};
    for (const ChildRow& row : below_.rows) {
      const ChildSummary* plan = row.summary;
      table.rows.push_back(
          {{row.unit == nullptr ? Cell() : text_cell(row.unit->name.value),
            plan == nullptr ? Cell()
                            : text_cell(render::number_words(plan->number,
                                                             view_.language())),
            plan == nullptr
                ? Cell()
                : text_cell(render::date_words(plan->date, view_.language())),
            row.folder == nullptr ? Cell() : text_cell(row.folder->path),
            text_cell(state(row))},
           0,
           false});
    }
    return table;
  }

  // With the poverty standard where there are several.
  [[nodiscard]] std::string line_name(const ChildSumLine& line,
                                      bool with_percent) const {
    std::string text = line.name();
    if (with_percent && percent(line)) {
      text += " (%)";
    }
    return standards_.size() < 2 ? text
           : line.standard.empty()
               ? view_.say(msg("{0}, no poverty standard given", text))
               : view_.say(
                     msg("{0}, poverty standard {1}", text, line.standard));
  }
  [[nodiscard]] static bool percent(const ChildSumLine& line) {
    return line.indicator != nullptr &&
           line.indicator->unit == MeasureUnit::percent;
  }

  // Over two hundred offices there is always a gap, so that a sum stands there
  // with how many units it is of.
  [[nodiscard]] DataTable sums() const {
    DataTable table{id({"figures"}),
                    title(view_.say("figures added up")),
                    {text(N_("Figure"))},
                    {},
                    {}};
    for (const Period& period : below_.periods) {
      table.columns.push_back({period.to_string(), true, false});
      table.columns.push_back(
          {view_.say(msg("units counted {0}", period.to_string())), true,
           false});
    }
    for (const ChildSumLine& line : below_.lines) {
      Row row{{text_cell(line_name(line, true))}, 0, false};
      for (const ChildSum& sum : line.sums) {
        row.cells.push_back(sum.units == 0 ? Cell() : number_cell(sum.value));
        row.cells.push_back(count_cell(sum.units));
      }
      table.rows.push_back(std::move(row));
    }
    add_partial_notes(table);
    return table;
  }

  void add_partial_notes(DataTable& table) const {
    for (std::size_t i = 0; i < below_.periods.size(); ++i) {
      std::size_t most = 0;
      for (const ChildSumLine& line : below_.lines) {
        most = std::max(most, line.sums[i].of);
      }
      table.notes.push_back(
          view_.say(msg("{0}: {1} {1:unit|units} take part",
                        below_.periods[i].to_string(), most)));
    }
  }

  // The last of the periods.
  [[nodiscard]] DataTable by_child() const {
    if (below_.periods.empty()) {
      return {};
    }
    const std::size_t last = below_.periods.size() - 1;
    const std::string period = below_.periods[last].to_string();
    DataTable table{id({"figures", period}),
                    title(view_.say(msg("unit by unit {0}", period))),
                    {text(N_("Unit"))},
                    {},
                    {}};
    std::vector<const ChildSum*> columns;
    for (const ChildSumLine& line : below_.lines) {
      if (line.sums[last].units > 0) {
        columns.push_back(&line.sums[last]);
        table.columns.push_back({line_name(line, false), true, percent(line)});
      }
    }
    if (columns.empty()) {
      return {};
    }
    Row total{{text_cell(view_.say("Altogether"))}, 0, true};
    for (const ChildSum* sum : columns) {
      total.cells.push_back(number_cell(sum->value));
    }
    for (std::size_t row = 0; row < below_.rows.size(); ++row) {
      if (!below_.rows[row].left_out) {
        table.rows.push_back({{name(row)}, 0, false});
        for (const ChildSum* sum : columns) {
          table.rows.back().cells.push_back(share(*sum, row));
        }
      }
    }
    table.rows.push_back(std::move(total));
    for (const ChildSumLine& line : below_.lines) {
      const ChildSum& sum = line.sums[last];
      if (sum.units > 0 && sum.units < sum.of) {
        table.notes.push_back(
            view_.say(msg("{0}: the sum is of {1} of {2} units",
                          line_name(line, false), sum.units, sum.of)));
      }
    }
    return table;
  }

  [[nodiscard]] static Cell share(const ChildSum& sum, std::size_t row) {
    const auto at = std::lower_bound(
        sum.shares.begin(), sum.shares.end(), row,
        [](const ChildShare& each, std::size_t of) { return each.row < of; });
    return at == sum.shares.end() || at->row != row ? Cell()
                                                    : number_cell(at->value);
  }

  [[nodiscard]] DataTable target(const CarriedTarget& target) const {
    DataTable table{
        id({"target", target.target->id.value}),
        title(
            fmt::format("{} {}", target.target->id.value, target.target->name)),
        {text(N_("Unit")), number(N_("Reached")), text(N_("Comparison")),
         number(N_("Required")), text(N_("Result")), text(N_("Reason"))},
        {},
        {}};
    for (const auto& [row, each] : target.by_row) {
      const Measurement& measured = each->measured;
      table.rows.push_back(
          {{name(row), number_cell(measured.value),
            text_cell(to_string(each->measure.op)),
            number_cell(measured.threshold),
            text_cell(view_.say(render::word(measured.verdict))),
            text_cell(view_.say(measured.reason))},
           0,
           false});
    }
    return table;
  }

  [[nodiscard]] static const char* state_word(const ChildFilingRow& row) {
    switch (row.state) {
      case ChildFilingState::filed:
        return row.days_late > 0 ? N_("Sent late") : N_("Sent");
      case ChildFilingState::not_filed:
        return N_("Not sent");
      case ChildFilingState::no_such_duty:
        return N_("Plan without this duty");
      case ChildFilingState::not_read:
        break;
    }
    return N_("Folder not read");
  }

  [[nodiscard]] DataTable duty(const ChildDuty& duty) const {
    DataTable table{
        id({"filings", duty.when.duty->id.value,
            std::to_string(duty.when.year)}),
        title(view_.say(render::duty_title(
            duty.when, duty.count(ChildFilingState::filed), duty.rows.size()))),
        {text(N_("Unit")), text(N_("State")), text(N_("Last day on time")),
         text(N_("Sent on")), number(N_("Days late")), text(N_("Document")),
         text(N_("Received on"))},
        {},
        {}};
    for (const ChildFilingRow& each : duty.rows) {
      const bool filed = each.filing != nullptr;
      table.rows.push_back(
          {{name(each.row), text_cell(view_.say(state_word(each))),
            day_cell(duty.when.last_day),
            filed ? Cell(each.filing->date) : Cell(),
            each.days_late > 0 ? Cell(Exact(each.days_late)) : Cell(),
            filed ? text_cell(each.filing->document) : Cell(),
            each.received == nullptr ? Cell()
                                     : Cell(each.received->date.value)},
           0,
           false});
    }
    return table;
  }

  [[nodiscard]] std::vector<Column> award_columns() const {
    return {number(N_("Proposed")), number(N_("Granted")),
            number(N_("Refused")), number(N_("Ended")), number(N_("Open"))};
  }

  [[nodiscard]] DataTable awards() const {
    DataTable table{id({"awards"}),
                    title(view_.say("awards proposed and granted")),
                    award_columns(),
                    {},
                    {}};
    table.columns.insert(table.columns.begin(),
                         {text(N_("Occasion")), text(N_("Award"))});
    for (const ChildAwardCount& count : below_.awards) {
      table.rows.push_back(
          {{text_cell(count.occasion), text_cell(count.form_name),
            count_cell(count.awards.size()),
            count_cell(count.count(ProposalOutcome::granted)),
            count_cell(count.count(ProposalOutcome::refused)),
            count_cell(count.count(ProposalOutcome::ended)),
            count_cell(count.count(ProposalOutcome::open))},
           0,
           false});
    }
    return table;
  }

  [[nodiscard]] DataTable awards_by_child() const {
    DataTable table{id({"awards", "by-unit"}),
                    title(view_.say("awards unit by unit")),
                    award_columns(),
                    {},
                    {}};
    table.columns.insert(table.columns.begin(), text(N_("Unit")));
    if (below_.awards.empty()) {
      return table;
    }
    std::vector<std::array<std::size_t, 4>> counts(below_.rows.size());
    for (const ChildAwardCount& count : below_.awards) {
      for (const auto& [row, award] : count.awards) {
        ++counts[row][static_cast<std::size_t>(award->outcome)];
      }
    }
    for (std::size_t row = 0; row < counts.size(); ++row) {
      if (!below_.rows[row].left_out) {
        const auto& [open, granted, refused, ended] = counts[row];
        table.rows.push_back(
            {{name(row), count_cell(open + granted + refused + ended),
              count_cell(granted), count_cell(refused), count_cell(ended),
              count_cell(open)},
             0,
             false});
      }
    }
    return table;
  }

  const ChildrenOfKind& below_;
  const ReportView& view_;
  TableList& tables_;
  std::set<std::string_view> standards_;
};

}  // namespace

void add_children_tables(const ReportView& view, TableList& tables) {
  if (view.report.below) {
    for (const ChildrenOfKind& kind : view.report.below->kinds) {
      ChildTables(kind, view, tables).add_all();
    }
  }
}

}  // namespace thidua::document
