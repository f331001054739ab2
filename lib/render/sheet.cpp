#include "render/sheet.hpp"

#include "render/table.hpp"
#include "rules/adjusting.hpp"
#include "rules/counted_marks.hpp"

namespace thidua::render {
namespace {

constexpr const char* to_fill_in = "____";

class Sheet {
 public:
  Sheet(const UnitScore& score, Date today, const ScoreView& view)
      : score_(score),
        today_(today),
        view_(view),
        card_(view.plan.scorecard_of(score.unit->id, score.period)) {
    if (view.plan.sheet.stages) {
      for (const NamedId& stage : view.plan.sheet.stages->order) {
        stages_.push_back(&stage);
      }
    }
  }

  [[nodiscard]] std::vector<SheetRow> rows(
      const std::vector<Markable>& list) const {
    std::vector<SheetRow> rows;
    const ScoreGroup* group = nullptr;
    for (const Markable& each : list) {
      if (each.group != group && each.group != nullptr &&
          !each.group->id.value.empty()) {
        group = each.group;
        rows.push_back({group, nullptr, group->max, {}, {}, {}});
      }
      rows.push_back(row(each));
    }
    return rows;
  }

  std::string write(const std::vector<Markable>& list) {
    std::vector<Align> columns(stages_.size() + 4, Align::right);
    columns.front() = columns.back() = Align::left;
    Table table(columns);
    table.head(head());
    for (const SheetRow& each : rows(list)) {
      table.row(each.group != nullptr ? group_cells(*each.group) : cells(each));
    }
    return title() + table.to_text() + total();
  }

 private:
  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, view_.language);
  }

  [[nodiscard]] std::string title() const {
    std::string text = thidua::say(
        msg("Scorecard · {0} · {1}", score_.name(), score_.period.to_string()),
        view_.language);
    if (score_.table != nullptr) {
      text += thidua::say(msg(" · score table “{0}”", score_.table->name),
                          view_.language);
    }
    return text + "\n";
  }

  [[nodiscard]] std::vector<std::string> head() const {
    std::vector<std::string> cells{say("Criterion"), say("At most")};
    for (const NamedId* stage : stages_) {
      cells.push_back(stage->name);
    }
    cells.push_back(say("Points"));
    cells.emplace_back();
    return cells;
  }

  [[nodiscard]] std::vector<std::string> group_cells(
      const ScoreGroup& group) const {
    std::vector<std::string> cells(stages_.size() + 4);
    cells.front() = group.id.value;
    cells[1] = number(group.max, view_.language);
    cells.back() = group.name;
    return cells;
  }

  [[nodiscard]] std::vector<std::string> cells(const SheetRow& row) const {
    std::vector<std::string> cells{
        std::string(row.marked->id),
        row.max ? number(*row.max, view_.language) : std::string()};
    cells.insert(cells.end(), row.stages.begin(), row.stages.end());
    cells.push_back(row.points);
    cells.emplace_back(row.marked->text);
    return cells;
  }

  [[nodiscard]] SheetRow row(const Markable& each) const {
    const CriterionScore* one = find_score(score_.criteria, each.id);
    SheetRow row;
    row.marked = &each;
    row.max = one != nullptr ? one->max : std::nullopt;
    for (const NamedId* stage : stages_) {
      row.stages.push_back(stage_cell(each, stage->id.value));
    }
    row.points = points_cell(each, one);
    row.counted = counted_stage(each);
    return row;
  }

  [[nodiscard]] Counting counting_of(const Markable& each) const {
    if (each.item != nullptr) {
      return each.item->counting;
    }
    for (const auto* list : {&score_.bonuses, &score_.deductions}) {
      for (const AdjustmentScore& adjustment : *list) {
        if (adjustment.item->id.value == each.id) {
          return adjustment.item->counting;
        }
      }
    }
    return score_.kind_table == nullptr ? Counting{}
                                        : score_.kind_table->counting;
  }

  [[nodiscard]] std::string_view counted_stage(const Markable& each) const {
    const auto counted =
        counted_marks(view_.plan, card_, each.id, counting_of(each), today_);
    return counted.marks.empty()
               ? std::string_view()
               : stage_name(view_.plan,
                            counted.marks.front().stage->stage.value);
  }

  [[nodiscard]] std::string points_cell(const Markable& each,
                                        const CriterionScore* one) const {
    if (one != nullptr) {
      if (one->judgement.verdict == Verdict::not_applicable) {
        return "n/a";
      }
      return one->points ? number(*one->points, view_.language) : to_fill_in;
    }
    for (const auto* list : {&score_.bonuses, &score_.deductions}) {
      for (const AdjustmentScore& adjustment : *list) {
        if (adjustment.item->id.value == each.id && adjustment.points) {
          const bool minus = list == &score_.deductions;
          return (minus && !adjustment.points->is_zero() ? "-" : "") +
                 number(*adjustment.points, view_.language);
        }
      }
    }
    return {};
  }

  // Every mark of the stage, one for each scorer.
  [[nodiscard]] std::string stage_cell(const Markable& each,
                                       std::string_view stage) const {
    std::string text;
    if (card_ != nullptr) {
      for (const StageMarks& marks : card_->stages) {
        if (marks.stage.value == stage && marks.date.value <= today_) {
          for (const Mark& mark : marks.marks) {
            if (mark.criterion.value == each.id) {
              text += (text.empty() ? "" : "; ") + mark_text(mark, each);
            }
          }
        }
      }
    }
    if (!text.empty()) {
      return text;
    }
    return each.how == Markable::How::none ? std::string() : to_fill_in;
  }

  [[nodiscard]] std::string mark_text(const Mark& mark,
                                      const Markable& each) const {
    if (!mark.remarks->recused.empty()) {
      return say("stands aside");
    }
    if (mark.not_applicable) {
      return "n/a";
    }
    if (mark.number) {
      return number(*mark.number, view_.language);
    }
    if (mark.done) {
      return say(*mark.done ? N_("yes") : N_("no"));
    }
    return mark.grade ? grade_text(mark.grade->value, each) : std::string();
  }

  [[nodiscard]] std::string grade_text(const std::string& id,
                                       const Markable& each) const {
    if (each.how == Markable::How::level) {
      for (const ChoiceLevel& level :
           std::get<ChoiceRule>(*each.item->rule).levels) {
        if (level.id.value == id) {
          return level.name;
        }
      }
    }
    const Grade* grade = view_.plan.grade(id);
    return grade == nullptr ? id : grade->name;
  }

  [[nodiscard]] std::string total() const {
    if (score_.kind_table == nullptr) {
      return {};
    }
    return thidua::say(msg("Total: {0}",
                           score_.total ? number(*score_.total, view_.language)
                                        : std::string(to_fill_in)),
                       view_.language) +
           "\n";
  }

  const UnitScore& score_;
  Date today_;
  const ScoreView& view_;
  const Scorecard* card_;
  std::vector<const NamedId*> stages_;
};

}  // namespace

std::vector<SheetRow> sheet_rows(const UnitScore& score,
                                 const std::vector<Markable>& list, Date today,
                                 const ScoreView& view) {
  return Sheet(score, today, view).rows(list);
}

std::string sheet(const UnitScore& score, const std::vector<Markable>& list,
                  Date today, const ScoreView& view) {
  return Sheet(score, today, view).write(list);
}

}  // namespace thidua::render
