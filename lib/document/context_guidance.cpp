// How units are scored and what award forms demand, for the guidance of a year.
#include <algorithm>

#include "document/plan_parts.hpp"
#include "render/card_words.hpp"
#include "render/measures.hpp"
#include "render/point_words.hpp"
#include "rules/scoring.hpp"

namespace thidua::document {
namespace {

using render::CardView;
using render::Json;

// "từ 80 đến dưới 90 điểm", "từ 90 điểm trở lên": a band as a sentence has it.
std::string range_words(const Band& band, const std::string& unit,
                        const CardView& view) {
  if (!band.low) {
    return band.high ? view.say(band.high->inside
                                    ? msg("to {0} {1}", band.high->at, unit)
                                    : msg("below {0} {1}", band.high->at, unit))
                     : std::string();
  }
  if (!band.high) {
    return view.say(band.low->inside
                        ? msg("{0} {1} and more", band.low->at, unit)
                        : msg("over {0} {1}", band.low->at, unit));
  }
  const std::string from =
      view.say(band.low->inside ? msg("from {0}", band.low->at)
                                : msg("over {0}", band.low->at));
  return view.say(band.high->inside
                      ? msg("{0} to {1} {2}", from, band.high->at, unit)
                      : msg("{0} to below {1} {2}", from, band.high->at, unit));
}

class TableContext {
 public:
  TableContext(const ScoreTable* table, const KindTable* rules,
               std::vector<const UnitKind*> kinds, const CardView& view)
      : table_(table), rules_(rules), kinds_(std::move(kinds)), view_(view) {}

  [[nodiscard]] Json run() const {
    std::string names;
    for (const UnitKind* kind : kinds_) {
      render::append(names, kind->name);
    }
    Json json{{"name", names},
              {"table", table_ == nullptr ? Json() : Json(table_->name)}};
    render::set_number(
        json, "total",
        rules_ == nullptr ? std::nullopt : std::optional(rules_->total));
    json["criteria"] = criteria();
    json["bonuses"] =
        rules_ == nullptr ? Json::array() : adjustments(rules_->bonus.items);
    render::set_number(json, "bonus_cap",
                       rules_ == nullptr ? std::nullopt : rules_->bonus.cap);
    json["deductions"] = rules_ == nullptr
                             ? Json::array()
                             : adjustments(rules_->deductions.items);
    render::set_number(
        json, "deductions_cap",
        rules_ == nullptr ? std::nullopt : rules_->deductions.cap);
    json["classes"] = classes();
    json["not_classed"] = not_classed();
    json["quotas"] = quotas();
    return json;
  }

 private:
  // The criterion of a set that an item stands for; null: the table's own.
  [[nodiscard]] const Criterion* criterion(std::string_view id) const {
    for (const UnitKind* kind : kinds_) {
      const CriteriaSet* set = view_.plan.criteria_of(*kind);
      for (std::size_t i = 0; set != nullptr && i < set->criteria.size(); ++i) {
        if (set->criteria[i].id.value == id) {
          return &set->criteria[i];
        }
      }
    }
    return nullptr;
  }

  static void add_row(Json& rows, std::string_view section,
                      std::string_view text, const std::optional<Exact>& points,
                      bool is_group) {
    Json row{{"section", render::or_null(section)},
             {"text", text},
             {"group", is_group}};
    render::set_number(row, "points", points);
    rows.push_back(std::move(row));
  }

  void add_item(Json& rows, const ScoreItem& item) const {
    const Criterion* known = criterion(item.id.value);
    const bool says = !item.text.empty() || known == nullptr;
    add_row(
        rows,
        !item.source.empty() || known == nullptr ? item.source : known->source,
        says ? item.text : known->text, item.max, false);
    for (const ScoreItem& part : item.parts) {
      add_item(rows, part);
    }
  }

  // Those of the sets, with the same points where the table says so.
  [[nodiscard]] Json criteria_of_sets() const {
    Json rows = Json::array();
    for (const UnitKind* kind : kinds_) {
      const CriteriaSet* set = view_.plan.criteria_of(*kind);
      if (set == nullptr) {
        continue;
      }
      std::optional<Exact> points;
      if (rules_ != nullptr && rules_->equal && !set->criteria.empty()) {
        points = rules_->total /
                 Exact{static_cast<std::int64_t>(set->criteria.size())};
      }
      for (const Criterion& each : set->criteria) {
        add_row(rows, each.source, each.text, points, false);
      }
    }
    return rows;
  }

  [[nodiscard]] Json criteria() const {
    if (rules_ == nullptr || rules_->equal) {
      return criteria_of_sets();
    }
    Json rows = Json::array();
    for (const ScoreGroup& group : rules_->groups) {
      if (rules_->grouped) {
        add_row(rows, group.source, group.name, group.max, true);
      }
      for (const ScoreItem& item : group.items) {
        add_item(rows, item);
      }
    }
    return rows;
  }

  [[nodiscard]] Json adjustments(const std::vector<Adjustment>& items) const {
    Json json = Json::array();
    for (const Adjustment& each : items) {
      std::string effects;
      for (const Effect effect : each.effects) {
        render::append(effects, view_.say(render::effect_words(effect)));
      }
      json.push_back(
          {{"name", each.name},
           {"rule", each.rule ? Json(printed_signs(
                                    render::rule_words(*each.rule, view_)))
                              : Json()},
           {"effects", render::or_null(effects)}});
    }
    return json;
  }

  [[nodiscard]] Json classes() const {
    Json json = Json::array();
    if (rules_ == nullptr || !rules_->classes) {
      return json;
    }
    const std::string unit = view_.say(
        rules_->classes->by_share ? N_("% of the maximum") : N_("points"));
    for (const ClassLevel& level : rules_->classes->levels) {
      std::string conditions;
      for (const At<std::string>& id : level.gates) {
        for (const Gate& gate : rules_->classes->gates) {
          if (gate.id.value == id.value) {
            render::append(conditions, gate.name);
          }
        }
      }
      json.push_back({{"name", level.name},
                      {"range", range_words(level.band, unit, view_)},
                      {"conditions", render::or_null(conditions)}});
    }
    return json;
  }

  [[nodiscard]] Json not_classed() const {
    Json json = Json::array();
    if (rules_ != nullptr && rules_->classes) {
      for (const NotClassed& each : rules_->classes->not_classed) {
        json.push_back(each.name);
      }
    }
    return json;
  }

  [[nodiscard]] Json quotas() const {
    Json json = Json::array();
    if (rules_ != nullptr) {
      for (const Quota& each : rules_->quotas) {
        json.push_back(
            {{"name", each.name}, {"size", render::quota_words(each, view_)}});
      }
    }
    return json;
  }

  const ScoreTable* table_;
  const KindTable* rules_;
  std::vector<const UnitKind*> kinds_;
  const CardView& view_;
};

Json standard_json(const AwardStandard& standard) {
  Json texts = Json::array();
  if (standard.held) {
    for (const std::string& each : standard.requirements) {
      texts.push_back(each);
    }
  }
  return {{"name", standard.name},
          {"by", render::or_null(standard.by)},
          {"requirements", std::move(texts)}};
}

}  // namespace

std::string printed_signs(std::string text) {
  for (const auto& [typed, printed] :
       {std::pair(">=", "≥"), std::pair("<=", "≤")}) {
    for (std::size_t at = text.find(typed); at != text.npos;
         at = text.find(typed, at)) {
      text.replace(at, 2, printed);
    }
  }
  return text;
}

Json score_tables_json(const ContextView& view, int year) {
  const CardView words{view.plan, view.language, view.today};
  const ScoreTable* table =
      table_for(view.plan, Period::year(year), view.today);
  Json json = Json::array();
  std::vector<const KindTable*> done;
  for (const UnitKind& kind : view.plan.sheet.kinds) {
    const KindTable* rules =
        table == nullptr ? nullptr : table_of_kind(*table, kind.id.value);
    std::vector<const UnitKind*> kinds{&kind};
    // Kinds that share a part share its rows, unless those are of their sets.
    if (rules != nullptr && !rules->equal) {
      if (std::find(done.begin(), done.end(), rules) != done.end()) {
        continue;
      }
      done.push_back(rules);
      kinds.clear();
      for (const UnitKind& each : view.plan.sheet.kinds) {
        if (table_of_kind(*table, each.id.value) == rules) {
          kinds.push_back(&each);
        }
      }
    }
    json.push_back(TableContext(table, rules, kinds, words).run());
  }
  return json;
}

Json forms_json(const ContextView& view) {
  Json json = Json::array();
  for (const AwardForm& each : view.plan.awards.forms) {
    Json standards = Json::array();
    for (const AwardStandard& standard : view.plan.award_standards) {
      if (names(standard.forms, each.id.value) ||
          (each.standard && each.standard->value == standard.id)) {
        standards.push_back(standard_json(standard));
      }
    }
    json.push_back({{"form", each.id.value},
                    {"name", each.name},
                    {"section", each.origin.source},
                    {"decider", render::or_null(each.authority.decider())},
                    {"standards", std::move(standards)}});
  }
  return json;
}

}  // namespace thidua::document
