// Score tables: bonus and deductions.
#include <algorithm>

#include "rules/check_measures.hpp"
#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

void expect_not_negative(const CheckRun& run, const Exact& points, Span where) {
  if (points < Exact{0}) {
    run.add(code::points_out_of_range, where,
            msg("{0} points are below 0", points),
            msg("write the number without the minus sign: a deduction is taken "
                "off anyway"));
  }
}

const ScoreItem* find_item(const KindTable& table, std::string_view id) {
  const auto items = items_of(table);
  const auto at =
      std::find_if(items.begin(), items.end(),
                   [&](const ScoreItem* item) { return item->id.value == id; });
  return at == items.end() ? nullptr : *at;
}

bool is_owed_by_kinds(const Duty& duty, const KindTable& table) {
  return duty.from.cluster_members ||
         std::any_of(duty.from.kinds.begin(), duty.from.kinds.end(),
                     [&](const At<std::string>& kind) {
                       return names(table.kinds, kind.value);
                     });
}

class AdjustmentCheck {
 public:
  AdjustmentCheck(const TableCheck& check, const Adjustment& item)
      : check_(check), run_(check.run), item_(item) {}

  void look() {
    check_condition(check_, item_.applies_if);
    expect_stage(run_, item_.counting);
    if (item_.rule) {
      std::visit([this](const auto& rule) { by(rule); }, *item_.rule);
    }
    if (item_.criterion) {
      expect_criterion(check_, *item_.criterion, criteria());
    }
    check_effects();
  }

 private:
  // A deduction is taken inside a whole criterion.
  [[nodiscard]] Ids criteria() const {
    Ids ids;
    for (const ScoreGroup& group : check_.table.groups) {
      const Ids more = ids_of(group.items);
      ids.insert(ids.end(), more.begin(), more.end());
    }
    return ids;
  }

  void check_effects() {
    const bool on_class = std::any_of(
        item_.effects.begin(), item_.effects.end(),
        [](Effect effect) { return effect != Effect::no_nomination; });
    if (on_class && !check_.table.classes) {
      run_.add(code::rule_without_ground, item_.effects_span,
               msg("`{0}` changes the class, and this table has no `classes`",
                   item_.id.value),
               msg("add `classes`, or take the effect out"));
    }
  }

  void by(const CountRule& rule) {
    check_amount(run_, rule.value);
    expect_dates(check_, rule.value);
  }

  void by(const ManualRule& rule) {
    const Exact most = rule.most.value_or(Exact{0});
    expect_not_negative(run_, most, rule.most_span);
    if (Exact{0} <= most && most < rule.least) {
      run_.add(code::points_out_of_range, rule.least_span,
               msg("`least` is {0}, above the {1} that are the most",
                   rule.least, most),
               msg("correct the one that is wrong"));
    }
  }

  void by(const OverPlanRule& rule) {
    const Ids known = criteria_ids(run_.plan, check_.table);
    for (const At<std::string>& id : rule.criteria) {
      expect_criterion(check_, id, known);
      const bool is_there =
          std::find(known.begin(), known.end(), id.value) != known.end();
      const ScoreItem* item = find_item(check_.table, id.value);
      if (is_there && (item == nullptr || !is_ratio(*item))) {
        run_.add(code::rule_without_ground, id.span,
                 msg("`{0}` has no `rule: ratio`, so there is no plan that it "
                     "could pass",
                     id.value),
                 msg("name criteria with `rule: ratio` only"));
      }
    }
  }

  // A fault in its rule was reported when it was read.
  static bool is_ratio(const ScoreItem& item) {
    return !item.rule || std::holds_alternative<RatioRule>(*item.rule);
  }

  void by(const LateRule& rule) {
    expect_known(run_, code::unknown_duty, rule.duty,
                 ids_of(run_.plan.sheet.duties),
                 N_("the plan declares no duty `{0}`"));
    const Duty* duty = run_.plan.duty(rule.duty.value);
    if (duty != nullptr && !is_owed_by_kinds(*duty, check_.table)) {
      run_.add(code::rule_without_ground, rule.duty.span,
               msg("the duty `{0}` is not owed by units of this table",
                   duty->id.value),
               msg("name a duty of theirs, or correct `from` of the duty in "
                   "plan.yaml"),
               duty->source);
    }
    std::vector<const Band*> bands;
    for (const PointBand& one : rule.bands) {
      bands.push_back(&one.band);
      expect_not_negative(run_, one.points, one.points_span);
    }
    check_bands(run_, std::move(bands), Gaps::reported, Numbers::whole);
    expect_not_negative(run_, rule.not_filed, rule.not_filed_span);
  }

  const TableCheck& check_;
  const CheckRun& run_;
  const Adjustment& item_;
};

// Nothing: as much as there is.
using Limit = std::optional<Exact>;

struct MostOf {
  const KindTable& table;

  Limit operator()(const CountRule& rule) const {
    const auto* count = std::get_if<Exact>(&rule.value);
    return rule.cap || count == nullptr ? rule.cap : Limit(rule.each * *count);
  }

  Limit operator()(const ManualRule& rule) const { return rule.most; }

  Limit operator()(const OverPlanRule& rule) const {
    if (!rule.cap) {
      return std::nullopt;
    }
    Exact sum;
    for (const At<std::string>& id : rule.criteria) {
      const ScoreItem* item = find_item(table, id.value);
      const Exact max = item == nullptr ? Exact{} : item->max.value_or(Exact{});
      sum += rule.cap_percent ? max * *rule.cap / Exact{100} : *rule.cap;
    }
    return sum;
  }

  // Only deductions come late.
  Limit operator()(const LateRule& /*rule*/) const { return std::nullopt; }
};

// What ratios may give beyond their maximum.
Limit most_excess(const KindTable& table) {
  Exact sum;
  for (const ScoreItem* item : items_of(table)) {
    const auto* rule =
        item->rule ? std::get_if<RatioRule>(&*item->rule) : nullptr;
    if (rule != nullptr && rule->excess_to_bonus) {
      if (!rule->excess_cap) {
        return std::nullopt;
      }
      sum += *rule->excess_cap;
    }
  }
  return sum;
}

}  // namespace

void check_adjustments(const TableCheck& check) {
  for (const auto* list :
       {&check.table.bonus.items, &check.table.deductions.items}) {
    for (const Adjustment& item : *list) {
      AdjustmentCheck(check, item).look();
    }
  }
}

std::optional<Exact> highest_bonus(const KindTable& table) {
  Limit sum = most_excess(table);
  for (const Adjustment& item : table.bonus.items) {
    const Limit limit =
        item.rule ? std::visit(MostOf{table}, *item.rule) : std::nullopt;
    sum = sum && limit ? Limit(*sum + *limit) : std::nullopt;
  }
  const Limit& cap = table.bonus.cap;
  return cap && (!sum || *cap < *sum) ? cap : sum;
}

}  // namespace thidua
