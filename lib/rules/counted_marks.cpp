#include "rules/counted_marks.hpp"

#include <algorithm>

namespace thidua {
namespace {

const Mark* mark_in(const StageMarks& stage, std::string_view id) {
  const auto at = std::find_if(
      stage.marks.begin(), stage.marks.end(),
      [&](const Mark& mark) { return mark.criterion.value == id; });
  return at == stage.marks.end() ? nullptr : &*at;
}

std::ptrdiff_t place_in_order(const Plan& plan, const StageMarks& stage) {
  if (!plan.sheet.stages) {
    return 0;
  }
  const auto& order = plan.sheet.stages->order;
  return std::find_if(order.begin(), order.end(),
                      [&](const NamedId& each) {
                        return each.id.value == stage.stage.value;
                      }) -
         order.begin();
}

// Collects marks, and begins anew where a later stage marks too.
class Collector {
 public:
  explicit Collector(const Plan& plan) : plan_(plan) {}

  void add(const Mark& mark, const StageMarks& stage) {
    if (!mark.remarks->recused.empty()) {
      recused_.push_back({&mark, &stage});
      return;
    }
    const std::ptrdiff_t place = place_in_order(plan_, stage);
    if (place > place_) {
      found_.marks.clear();
      place_ = place;
    }
    if (place == place_) {
      found_.marks.push_back({&mark, &stage});
    }
  }

  CountedMarks take() {
    for (const CountedMark& one : recused_) {
      if (place_ < 0 || place_in_order(plan_, *one.stage) == place_) {
        found_.recused.push_back(one);
      }
    }
    return std::move(found_);
  }

 private:
  const Plan& plan_;
  CountedMarks found_;
  std::vector<CountedMark> recused_;
  std::ptrdiff_t place_ = -1;
};

bool may_count(const StageMarks& stage, const Counting& counting, Date today) {
  return stage.date.value <= today &&
         (!counting.stage || counting.stage->value == stage.stage.value);
}

}  // namespace

CountedMarks counted_marks(const Plan& plan, const Scorecard* card,
                           std::string_view id, const Counting& counting,
                           Date today) {
  Collector collector(plan);
  if (card != nullptr) {
    for (const StageMarks& stage : card->stages) {
      const Mark* mark =
          may_count(stage, counting, today) ? mark_in(stage, id) : nullptr;
      if (mark != nullptr) {
        collector.add(*mark, stage);
      }
    }
  }
  return collector.take();
}

bool has_counting_stage(const Scorecard* card, const Counting& counting,
                        Date today) {
  return card != nullptr &&
         std::any_of(card->stages.begin(), card->stages.end(),
                     [&](const StageMarks& stage) {
                       return may_count(stage, counting, today);
                     });
}

std::optional<Exact> counted_number(const CountedMarks& counted,
                                    const Counting& counting) {
  Exact sum;
  std::int64_t count = 0;
  for (const CountedMark& one : counted.marks) {
    if (one.mark->number) {
      sum += *one.mark->number;
      ++count;
    }
  }
  if (count == 0) {
    return std::nullopt;
  }
  return counting.scorers == Counting::Scorers::mean ? sum / Exact{count} : sum;
}

std::optional<bool> counted_fact(const CountedMarks& counted) {
  for (const CountedMark& one : counted.marks) {
    if (one.mark->done) {
      return one.mark->done;
    }
  }
  return std::nullopt;
}

std::string_view stage_name(const Plan& plan, std::string_view id) {
  if (plan.sheet.stages) {
    for (const NamedId& stage : plan.sheet.stages->order) {
      if (stage.id.value == id) {
        return stage.name;
      }
    }
  }
  return id;
}

}  // namespace thidua
