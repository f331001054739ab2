// Cards of score tables.  What a table does not use has no key and no line.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/cards_score_parts.hpp"
#include "render/point_words.hpp"

namespace thidua::render {
namespace {

void add_max(Card& card, const std::optional<Exact>& max,
             const CardView& view) {
  Json json;
  set_number(json, "max", max);
  card.fact("max", N_("at most"),
            max ? number(*max, view.language)
                : view.say(N_("met or not met, no points")),
            json["max"]);
}

template <class Rule>
void add_rule(Card& card, const std::optional<Rule>& rule,
              const CardView& view) {
  if (rule) {
    const std::string words = rule_words(*rule, view);
    card.fact("rule", N_("points by"), words,
              {{"rule", key_of(*rule)}, {"text", words}});
  }
}

void add_condition(Card& card, const std::optional<Condition>& condition,
                   const CardView& view) {
  if (condition) {
    card.given("applies_if", N_("only for"), condition_words(*condition, view));
  }
}

// What an item leaves to the criteria set is said there.
std::string text_of(const ScoreItem& item, const KindTable& table,
                    const Plan& plan) {
  if (!item.text.empty()) {
    return item.text;
  }
  for (const At<std::string>& id : table.kinds) {
    const UnitKind* kind = plan.kind(id.value);
    const CriteriaSet* set =
        kind == nullptr ? nullptr : plan.criteria_of(*kind);
    for (const Criterion& each :
         set == nullptr ? std::vector<Criterion>{} : set->criteria) {
      if (each.id.value == item.id.value) {
        return each.text;
      }
    }
  }
  return {};
}

class TableCards {
 public:
  TableCards(const KindTable& table, const CardView& view)
      : table_(table), view_(view) {}

  Card run() {
    Card card;
    card.id = table_.id.value;
    card.title = kind_names();
    card.where = table_.span;
    add_total(card);
    add_points(card);
    add_adjustments(card);
    add_classes(card, table_, view_);
    add_ranking(card, table_, view_);
    return card;
  }

 private:
  [[nodiscard]] std::string kind_names() const {
    return render::names_of(view_.plan, table_.kinds, kind_name);
  }

  void add_total(Card& card) const {
    card.fact(table_.is_base ? "base" : "total",
              table_.is_base ? N_("starts at") : N_("total"),
              number(table_.total, view_.language), json_number(table_.total));
    card.fact("points", nullptr,
              table_.equal ? view_.say("every criterion weighs the same") : "",
              table_.equal ? Json("equal") : Json());
    if (table_.periods) {
      card.given("periods", N_("made of"), periods_words());
    }
    if (!table_.redistribute) {
      card.given("not_applicable", N_("what does not apply"),
                 view_.say("leaves the maximum"), "leave");
    }
    if (table_.round) {
      card.given("round", N_("rounded"), rounding_words(*table_.round, view_));
    }
  }

  [[nodiscard]] std::string periods_words() const {
    const char* each = N_("months");
    switch (table_.periods->each) {
      case Period::Kind::quarter:
        each = N_("quarters");
        break;
      case Period::Kind::half_year:
        each = N_("half-years");
        break;
      case Period::Kind::year:
        each = N_("years");
        break;
      default:
        break;
    }
    return view_.say(table_.periods->sum
                         ? msg("the sum of its {0}", Word{each})
                         : msg("the mean of its {0}", Word{each}));
  }

  void add_points(Card& card) const {
    std::vector<Card> groups;
    std::vector<Card> criteria;
    for (const ScoreGroup& group : table_.groups) {
      if (table_.grouped) {
        groups.push_back(group_card(group));
      } else {
        criteria = item_cards(group.items);
      }
    }
    card.group("criteria", N_("points"), std::move(criteria));
    card.group("groups", N_("groups"), std::move(groups));
    std::vector<Card> facts;
    for (const NamedFact& fact : table_.facts) {
      facts.push_back(card_of(nullptr, fact.id, fact.name));
    }
    card.given_group("facts", N_("facts recorded"), std::move(facts));
  }

  [[nodiscard]] Card group_card(const ScoreGroup& group) const {
    Card card = card_of(nullptr, group.id, group.name);
    card.opened = true;
    add_max(card, group.max, view_);
    add_condition(card, group.applies_if, view_);
    card.given("section", N_("section"), group.source);
    card.given("note", N_("note"), group.note);
    card.group("criteria", N_("points"), item_cards(group.items));
    return card;
  }

  [[nodiscard]] std::vector<Card> item_cards(
      const std::vector<ScoreItem>& items) const {
    std::vector<Card> cards;
    cards.reserve(items.size());
    for (const ScoreItem& item : items) {
      cards.push_back(item_card(item));
    }
    return cards;
  }

  [[nodiscard]] Card item_card(const ScoreItem& item) const {
    Card card = card_of(nullptr, item.id, text_of(item, table_, view_.plan));
    card.opened = true;
    add_max(card, item.max, view_);
    if (item.rule && !std::holds_alternative<JudgedRule>(*item.rule)) {
      add_rule(card, item.rule, view_);
    }
    add_condition(card, item.applies_if, view_);
    card.given("counting", N_("counted"), counting_words(item.counting, view_));
    card.given("evidence", nullptr,
               item.needs_evidence ? view_.say("evidence is needed") : "",
               "required");
    if (item.meets_from) {
      add_number(card, "meets_from", N_("met from a share of"), item.meets_from,
                 view_);
    }
    if (item.round) {
      card.given("round", N_("rounded"), rounding_words(*item.round, view_));
    }
    card.given("section", N_("section"), item.source);
    card.given("note", N_("note"), item.note);
    card.group("parts", N_("parts"), item_cards(item.parts));
    return card;
  }

  void add_adjustments(Card& card) const {
    add_number(card, "bonus_cap", N_("bonus, no more than"), table_.bonus.cap,
               view_);
    card.given("bonus_within", nullptr,
               table_.bonus.within
                   ? view_.say("the bonus stays inside the maximum")
                   : "",
               true);
    card.given_group("bonus", N_("bonus"),
                     adjustment_cards(table_.bonus.items));
    add_number(card, "deductions_cap", N_("deductions, no more than"),
               table_.deductions.cap, view_);
    card.given("deductions_floor", nullptr,
               table_.deductions.floored
                   ? ""
                   : view_.say("the total may fall below 0"),
               "none");
    card.given_group("deductions", N_("deductions"),
                     adjustment_cards(table_.deductions.items));
  }

  [[nodiscard]] std::vector<Card> adjustment_cards(
      const std::vector<Adjustment>& items) const {
    std::vector<Card> cards;
    for (const Adjustment& item : items) {
      Card card = card_of(nullptr, item.id, item.name);
      add_rule(card, item.rule, view_);
      if (item.criterion) {
        card.given("criterion", N_("taken inside"), item.criterion->value);
      }
      add_effects(card, item.effects);
      add_condition(card, item.applies_if, view_);
      card.given("counting", N_("counted"),
                 counting_words(item.counting, view_));
      card.given("section", N_("section"), item.source);
      card.given("note", N_("note"), item.note);
      cards.push_back(std::move(card));
    }
    return cards;
  }

  void add_effects(Card& card, const std::vector<Effect>& effects) const {
    std::string words;
    Json json = Json::array();
    for (const Effect effect : effects) {
      words += words.empty() ? "" : "; ";
      words += view_.say(effect_words(effect));
      json.push_back(key_of(effect));
    }
    card.given("effects", N_("also"), words, json);
  }

  const KindTable& table_;
  const CardView& view_;
};

void add_grades(Card& card, const CardView& view, const ScoreTable& table) {
  std::string words;
  Json json = Json::object();
  for (const GradeShare& share : table.grades) {
    const Grade* grade = view.plan.grade(share.grade.value);
    words += words.empty() ? "" : "; ";
    words +=
        fmt::format("{} {}", grade == nullptr ? share.grade.value : grade->name,
                    number(share.share, view.language));
    set_number(json, share.grade.value.c_str(), share.share);
  }
  card.fact("grades", N_("share of the maximum"), std::move(words),
            std::move(json));
}

void add_table_document(Card& card, const CardView& view,
                        const ScoreTable& table) {
  card.text("document", N_("document"), table.document_type);
  if (table.document_number) {
    add_fact(card, "number", N_("number"), *table.document_number, view);
  }
  if (table.document_date) {
    add_fact(card, "date", N_("date"), *table.document_date, view);
  }
}

void add_validity(Card& card, const CardView& view, const ScoreTable& table) {
  std::vector<std::string> periods;
  for (const At<Period>& period : table.periods) {
    periods.push_back(period.value.to_string());
  }
  card.texts("periods", N_("valid for"), periods);
  card.given("occasions", N_("valid for the occasions"),
             names_of(table.occasions), json_ids(table.occasions));
  if (table.in_force_from) {
    card.given("in_force_from", N_("in force from"),
               date(*table.in_force_from, view.language),
               to_iso(*table.in_force_from));
  }
  if (table.replaces) {
    card.given("replaces", N_("in place of"), table.replaces->value);
  }
}

}  // namespace

Card score_table_card(const CardView& view, const ScoreTable& table) {
  Card card;
  card.thing = N_("score table");
  card.id = table.id;
  card.title = table.name;
  card.where = table.span;
  add_table_document(card, view, table);
  add_validity(card, view, table);
  add_grades(card, view, table);
  card.origin(table.origin);
  std::vector<Card> tables;
  for (const KindTable& each : table.tables) {
    tables.push_back(TableCards(each, view).run());
  }
  card.group("tables", N_("Tables by kind"), std::move(tables));
  return card;
}

}  // namespace thidua::render
