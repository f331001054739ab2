#include "rules/markables.hpp"

#include <algorithm>

#include "rules/amounts.hpp"
#include "rules/scoring.hpp"

namespace thidua {
namespace {

using How = Markable::How;
using What = Markable::What;

How how_of(const Criterion& criterion) {
  switch (criterion.judged) {
    case Judged::measured:
      return How::none;
    case Judged::yes_no:
      return How::done;
    case Judged::graded:
      break;
  }
  return How::grade;
}

How numbered_if(bool marked) { return marked ? How::number : How::none; }

struct HowOfRule {
  const Criterion* criterion;

  How operator()(const JudgedRule& /*rule*/) const {
    return criterion == nullptr ? How::none : how_of(*criterion);
  }
  How operator()(const YesNoRule& /*rule*/) const { return How::done; }
  How operator()(const GradeRule& /*rule*/) const { return How::grade; }
  How operator()(const ChoiceRule& /*rule*/) const { return How::level; }
  How operator()(const WeightedMarkRule& /*rule*/) const { return How::number; }
  How operator()(const ManualRule& /*rule*/) const { return How::number; }
  How operator()(const RatioRule& rule) const {
    return numbered_if(is_marked(rule.value) || is_marked(rule.plan));
  }
  How operator()(const BestInGroupRule& rule) const {
    return numbered_if(is_marked(rule.value) || is_marked(rule.target));
  }
  How operator()(const StepsRule& rule) const {
    return numbered_if(is_marked(rule.value));
  }
  How operator()(const CountRule& rule) const {
    return numbered_if(is_marked(rule.value));
  }
  template <class Rule>
  How operator()(const Rule& /*rule*/) const {
    return How::none;
  }
};

bool is_recorded(const AdjustmentRule& rule) {
  if (const auto* count = std::get_if<CountRule>(&rule)) {
    return is_marked(count->value);
  }
  return std::holds_alternative<ManualRule>(rule);
}

class Lister {
 public:
  explicit Lister(const CriteriaSet* set) : set_(set) {}

  void add_set() {
    if (set_ == nullptr) {
      return;
    }
    for (const Criterion& criterion : set_->criteria) {
      if (!is_listed(criterion.id.value)) {
        list_.push_back({criterion.id.value, criterion.text, criterion.source,
                         how_of(criterion), What::criterion, &criterion});
      }
    }
  }

  void add_table(const KindTable& table) {
    for (const ScoreGroup& group : table.groups) {
      for (const ScoreItem& item : group.items) {
        add_item(item, group);
      }
    }
    if (!table.periods) {
      add_set();
    }
    for (const auto* items : {&table.bonus.items, &table.deductions.items}) {
      for (const Adjustment& item : *items) {
        if (item.rule && is_recorded(*item.rule)) {
          add(item.id.value, item.name, item.source, How::number, What::event);
        }
      }
    }
    for (const NamedFact& fact : table.facts) {
      add(fact.id.value, fact.name, {}, How::done, What::fact);
    }
    if (table.classes) {
      add_votes(*table.classes);
    }
  }

  [[nodiscard]] std::vector<Markable> take() { return std::move(list_); }

 private:
  [[nodiscard]] bool is_listed(std::string_view id) const {
    return std::any_of(list_.begin(), list_.end(),
                       [&](const Markable& each) { return each.id == id; });
  }

  void add(std::string_view id, std::string_view text, std::string_view source,
           How how, What what) {
    list_.push_back({id, text, source, how, what});
  }

  void add_item(const ScoreItem& item, const ScoreGroup& group) {
    const Criterion* criterion = find_criterion(set_, item.id.value);
    Markable one{item.id.value,   item.text, item.source, How::none,
                 What::criterion, criterion, &item,       &group};
    if (criterion != nullptr && one.text.empty()) {
      one.text = criterion->text;
    }
    if (criterion != nullptr && one.source.empty()) {
      one.source = criterion->source;
    }
    if (item.rule) {
      one.how = std::visit(HowOfRule{criterion}, *item.rule);
    }
    list_.push_back(one);
    for (const ScoreItem& part : item.parts) {
      add_item(part, group);
    }
    const auto* minus =
        item.rule ? std::get_if<FullMinusRule>(&*item.rule) : nullptr;
    if (minus != nullptr) {
      for (const MinusKind& kind : minus->kinds) {
        add(kind.id.value, kind.name, one.source, How::number, What::event);
      }
    }
  }

  void add_votes(const Classes& classes) {
    for (const Gate& gate : classes.gates) {
      const auto* vote = std::get_if<VoteGate>(&gate.demand);
      if (vote != nullptr && !is_listed(vote->vote.value)) {
        add(vote->vote.value, gate.name, {}, How::number, What::vote);
      }
    }
  }

  const CriteriaSet* set_;
  std::vector<Markable> list_;
};

}  // namespace

std::vector<Markable> markables(const Plan& plan, const UnitKind& kind,
                                const Period& period, Date today) {
  Lister lister(plan.criteria_of(kind));
  const ScoreTable* table = table_for(plan, period, today);
  const KindTable* rules =
      table == nullptr ? nullptr : table_of_kind(*table, kind.id.value);
  if (rules == nullptr || rules->equal) {
    lister.add_set();
  }
  if (rules != nullptr) {
    lister.add_table(*rules);
  }
  return lister.take();
}

Bounds bounds_of(const Markable& markable) {
  const ScoreItem* item = markable.item;
  if (item == nullptr || !item->rule) {
    return {};
  }
  if (const auto* rule = std::get_if<WeightedMarkRule>(&*item->rule)) {
    return {Exact{0}, rule->scale};
  }
  if (const auto* rule = std::get_if<ManualRule>(&*item->rule)) {
    return {rule->least, rule->most ? rule->most : item->max};
  }
  return {};
}

}  // namespace thidua
