// The listing of rule sets: which were in force when, and where each is from.
#include <algorithm>

#include "render/cards.hpp"
#include "render/diagnostics.hpp"
#include "render/listing_parts.hpp"

namespace thidua::render {
namespace {

bool is_chosen(const RuleSet& set, const ListingFilter& filter) {
  const InForce& time = set.in_force.value;
  return !filter.period || (time.from <= filter.period->last() &&
                            (!time.to || filter.period->first() <= *time.to));
}

// By the day they begin.
std::vector<const RuleSet*> chosen_rule_sets(const Plan& plan,
                                             const ListingFilter& filter) {
  std::vector<const RuleSet*> sets;
  for (const RuleSet& set : plan.rule_sets) {
    if (is_chosen(set, filter)) {
      sets.push_back(&set);
    }
  }
  std::stable_sort(sets.begin(), sets.end(),
                   [](const RuleSet* a, const RuleSet* b) {
                     return a->in_force.value.from < b->in_force.value.from;
                   });
  return sets;
}

// With the day from which it has to be checked.
std::string time_words(const RuleSet& set, const CardView& view) {
  const std::string words = in_force_words(set, view);
  return set.doubt ? view.say(msg("{0}, to be checked from {1}", words,
                                  set.doubt->value))
                   : words;
}

}  // namespace

std::string rule_sets_text(const CardView& view, const ListingFilter& filter,
                           const Style& style) {
  const auto sets = chosen_rule_sets(view.plan, filter);
  Grid grid;
  grid.columns = std::vector<Align>(4, Align::left);
  grid.head = {view.say("Id"), view.say("In force"), view.say("From"),
               view.say("Texts")};
  Caveats caveats;
  for (const RuleSet* set : sets) {
    grid.rows.push_back({set->id, time_words(*set, view),
                         set->shipped ? view.say("the program")
                                      : place(view.plan.sources, set->span),
                         set->name});
    caveats.assumed |= set->in_force.ground.assumed;
  }
  Outline outline;
  outline.table(std::move(grid));
  return finished(outline, sets.empty(), caveats, view, style);
}

Json rule_sets_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  for (const RuleSet* set : chosen_rule_sets(view.plan, filter)) {
    all.push_back(to_json(rule_set_card(view, *set), view));
  }
  return all;
}

}  // namespace thidua::render
