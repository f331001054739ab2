// The card of plan folders below.
#include "render/card_words.hpp"
#include "render/cards.hpp"

namespace thidua::render {

Card children_card(const CardView& view, const ChildGroup& group) {
  std::vector<std::string> folders;
  for (const At<std::string>& folder : group.folders) {
    folders.push_back(folder.value);
  }
  Card card;
  card.title = fmt::format("{}", fmt::join(folders, ", "));
  card.title_key = nullptr;
  card.where = group.span;
  card.data("folders", folders);
  card.fact("kind", N_("kind"), kind_name(view.plan, group.kind.value),
            group.kind.value);
  card.given("unit", N_("unit"), group.unit ? group.unit->value : "");
  card.given("sum_over", N_("added up over"),
             group.sum_over ? group.sum_over->value : "");
  card.text("section", N_("section"), group.source);
  card.text("note", N_("note"), group.note);
  return card;
}

}  // namespace thidua::render
