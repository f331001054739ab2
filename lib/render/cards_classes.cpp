// Classes, ranking and quotas on the card of a score table.
#include "render/card_words.hpp"
#include "render/cards_score_parts.hpp"
#include "render/point_words.hpp"

namespace thidua::render {
namespace {

class ClassCards {
 public:
  ClassCards(const KindTable& table, const CardView& view)
      : table_(table), view_(view) {}

  void add_classes(Card& card) const {
    if (!table_.classes) {
      return;
    }
    const Classes& classes = *table_.classes;
    card.given("classes_of", N_("classes by"),
               view_.say(classes.by_share ? N_("per cent of the maximum")
                                          : N_("total")),
               classes.by_share ? "share" : "total");
    if (classes.not_above) {
      card.given("not_above", N_("class not above that of"),
                 classes.not_above->value);
    }
    card.given_group("classes", N_("classes"), level_cards(classes));
    card.given_group("gates", N_("conditions of classes"), gate_cards(classes));
    card.given_group("not_classed", N_("not classed where"),
                     not_classed_cards(classes));
  }

  void add_ranking(Card& card) const {
    const RankingRule& rule = table_.ranking;
    card.given("ranked_by", N_("ranked by"),
               rule.by_share ? view_.say("per cent of the maximum") : "",
               "share");
    std::string ties;
    Json json = Json::array();
    for (const TieKey& key : rule.ties) {
      ties += ties.empty() ? "" : "; ";
      ties += tie_words(key);
      json.push_back(tie_words(key));
    }
    card.given("ties", N_("equal points are parted by"), ties, json);
    std::vector<Card> quotas;
    for (const Quota& quota : table_.quotas) {
      quotas.push_back(quota_card(quota));
    }
    card.given_group("quotas", N_("quotas"), std::move(quotas));
  }

 private:
  [[nodiscard]] std::vector<Card> level_cards(const Classes& classes) const {
    std::vector<Card> cards;
    for (const ClassLevel& level : classes.levels) {
      Card card = card_of(nullptr, level.id, level.name);
      card.given("band", nullptr, band_words(level.band, view_));
      card.given("gates", N_("conditions"), names_of(level.gates),
                 json_ids(level.gates));
      cards.push_back(std::move(card));
    }
    return cards;
  }

  [[nodiscard]] std::vector<Card> gate_cards(const Classes& classes) const {
    std::vector<Card> cards;
    for (const Gate& gate : classes.gates) {
      Card card = card_of(nullptr, gate.id, gate.name);
      card.given("demand", nullptr, gate_words(gate, view_));
      card.given("else", N_("else"), view_.say(effect_words(gate.otherwise)),
                 key_of(gate.otherwise));
      cards.push_back(std::move(card));
    }
    return cards;
  }

  [[nodiscard]] std::vector<Card> not_classed_cards(
      const Classes& classes) const {
    std::vector<Card> cards;
    for (const NotClassed& reason : classes.not_classed) {
      Card card = card_of(nullptr, reason.id, reason.name);
      add_number(card, "months_under", N_("months of taking part, fewer than"),
                 reason.months_under, view_);
      if (reason.fact) {
        card.given("fact", N_("fact"), reason.fact->value);
      }
      cards.push_back(std::move(card));
    }
    return cards;
  }

  [[nodiscard]] std::string tie_words(const TieKey& key) const {
    switch (key.by) {
      case TieKey::By::bonus:
        return view_.say("bonus points");
      case TieKey::By::deductions:
        return view_.say("deducted points");
      default:
        return key.id.value;
    }
  }

  [[nodiscard]] Card quota_card(const Quota& quota) const {
    Card card = card_of(nullptr, quota.id, quota.name);
    if (quota.of_class) {
      card.given("class", N_("of the class"), quota.of_class->value);
    }
    if (quota.form) {
      card.given("form", N_("award form"),
                 form_name(view_.plan, quota.form->value), quota.form->value);
    }
    card.given("size", nullptr, quota_words(quota, view_));
    if (quota.inside) {
      card.given("inside", N_("inside"), quota.inside->value);
    }
    // A quota of a form that says nothing only bars from that form.
    const bool only_form = quota.form && !quota.over_stated;
    card.given("over", N_("beyond it"),
               view_.say(only_form ? N_("may not be proposed for this form")
                                   : effect_words(quota.over)),
               key_of(quota.over));
    card.given("section", N_("section"), quota.source);
    return card;
  }

  const KindTable& table_;
  const CardView& view_;
};

}  // namespace

void add_number(Card& card, const char* key, const char* label,
                const std::optional<Exact>& value, const CardView& view) {
  if (value) {
    card.fact(key, label, number(*value, view.language), json_number(*value));
  }
}

void add_classes(Card& card, const KindTable& table, const CardView& view) {
  ClassCards(table, view).add_classes(card);
}

void add_ranking(Card& card, const KindTable& table, const CardView& view) {
  ClassCards(table, view).add_ranking(card);
}

}  // namespace thidua::render
