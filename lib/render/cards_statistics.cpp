// Cards of what plan.yaml says of statistics: balances and breakdowns.
#include "render/card_words.hpp"
#include "render/cards.hpp"

namespace thidua::render {
namespace {

std::string figure_name(const Plan& plan, std::string_view id) {
  const FigureKind* figure = plan.figure_kind(id);
  return figure == nullptr ? std::string(id) : figure->name;
}

}  // namespace

Card balance_card(const CardView& view, const Balance& balance) {
  Card card = card_of(N_("balance"), balance.id, balance.name);
  const auto names = [&](const Ids& ids) {
    return names_of(view.plan, ids, figure_name);
  };
  card.fact("of", N_("figure at each year's end"),
            figure_name(view.plan, balance.of.value), balance.of.value);
  card.fact("less", N_("less"), names(balance.less), json_ids(balance.less));
  card.fact("plus", N_("plus"), names(balance.plus), json_ids(balance.plus));
  card.origin(balance.origin);
  return card;
}

Card breakdown_card(const CardView& view, const Breakdown& part) {
  Card card = card_of(N_("part of statistics"), part.id, part.name);
  card.fact("class", N_("class"), class_words({part.subject_class}, view),
            json_classes({part.subject_class}));
  card.fact("kinds", N_("kinds"), names_of(view.plan, part.kinds, kind_name),
            json_ids(part.kinds));
  card.fact("subkinds", N_("subkinds"), names_of(part.subkinds),
            json_ids(part.subkinds));
  std::vector<std::string> attributes;
  attributes.reserve(part.attributes.size());
  for (const AttributeIs& each : part.attributes) {
    attributes.push_back(attribute_words(each));
  }
  card.texts("attributes", N_("attributes"), attributes);
  card.origin(part.origin);
  return card;
}

}  // namespace thidua::render
