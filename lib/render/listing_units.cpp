// Listings of units and their scorecards, as tables.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/listing_parts.hpp"
#include "render/successions.hpp"
#include "render/unit_order.hpp"
#include "rules/judging.hpp"
#include "rules/scoring.hpp"

namespace thidua::render {
namespace {

// By the name it has, or had.
bool is_named(const Unit& unit, const ListingFilter& filter) {
  const std::string wanted = without_marks(filter.name);
  const auto has = [&](const std::string& name) {
    return without_marks(name).find(wanted) != std::string::npos;
  };
  return wanted.empty() || has(unit.name.value) ||
         std::any_of(unit.formerly.begin(), unit.formerly.end(),
                     [&](const FormerSelf& self) { return has(self.name); });
}

std::vector<const Unit*> chosen_units(const Plan& plan,
                                      const ListingFilter& filter) {
  std::vector<const Unit*> units = UnitOrder(plan).units();
  std::erase_if(units, [&](const Unit* unit) {
    return !fits_unit(plan, unit->id, filter) || !is_named(*unit, filter) ||
           (filter.period && !unit->enrolled_within(filter.period->first(),
                                                    filter.period->last()));
  });
  return units;
}

// What a table of units says of one beside its name: the facts of its card that
// differ within a kind.
std::string remarks(const Card& card, const CardView& view) {
  std::string words;
  const auto add = [&](const std::string& part) {
    words += words.empty() || part.empty() ? "" : " · ";
    words += part;
  };
  for (const Card::Fact& fact : card.facts) {
    if (fact.key == "subkind" || fact.key == "enrolled" || fact.key == "note") {
      add(fact.text);
    }
  }
  if (card.caveats.illustrative) {
    add(view.say("illustrative"));
  }
  return words;
}

// Units of one kind; `next` moves behind them.
Grid table_of_kind(const CardView& view, const std::vector<const Unit*>& units,
                   std::size_t& next) {
  Grid grid;
  grid.columns = std::vector<Align>(5, Align::left);
  grid.head = {view.say("Unit"), view.say("Id"), view.say("Class"),
               view.say("Belongs to"), view.say("Remarks")};
  const std::string& kind = units[next]->kind.value;
  for (; next < units.size() && units[next]->kind.value == kind; ++next) {
    const Unit& unit = *units[next];
    grid.rows.push_back({unit.name.value, unit.id,
                         class_words(classes_of(view.plan, unit), view),
                         parent_words(view.plan, unit.parent(), view.today),
                         remarks(unit_card(view, unit), view)});
  }
  return grid;
}

std::vector<const Scorecard*> chosen_scorecards(const Plan& plan,
                                                const ListingFilter& filter) {
  const UnitOrder order(plan);
  std::vector<const Scorecard*> cards;
  for (const Scorecard& card : plan.scorecards) {
    if (in_period(filter, card.period.value) &&
        fits_unit(plan, card.unit.value, filter)) {
      cards.push_back(&card);
    }
  }
  std::stable_sort(
      cards.begin(), cards.end(), [&](const Scorecard* a, const Scorecard* b) {
        return a->period.value != b->period.value
                   ? a->period.value < b->period.value
                   : order.place(a->unit.value) < order.place(b->unit.value);
      });
  return cards;
}

// One row a stage; the unit and what is missing stand in the first.
void add_rows(const CardView& view, const Scorecard& scorecard,
              Scoring& scoring, Grid& grid) {
  const Card card = scorecard_card(view, scorecard, scoring);
  std::string missing;
  for (const Card::Fact& fact : card.facts) {
    if (!fact.text.empty()) {
      missing += missing.empty() ? "" : "; ";
      missing += fmt::format("{}: {}", view.say(fact.label), fact.text);
    }
  }
  std::string unit = unit_name(view.plan, scorecard.unit.value);
  for (const StageMarks& stage : scorecard.stages) {
    grid.rows.push_back({unit,
                         std::string(stage_name(view.plan, stage.stage.value)),
                         date(stage.date.value, view.language),
                         std::to_string(stage.marks.size()), missing});
    unit.clear();
    missing.clear();
  }
}

// The scorecards of one period, from `next` on, which moves behind them.
Grid table_of_period(const CardView& view,
                     const std::vector<const Scorecard*>& cards,
                     std::size_t& next) {
  Grid grid;
  grid.columns = std::vector<Align>(5, Align::left);
  grid.columns[3] = Align::right;
  grid.head = {view.say("Unit"), view.say("Stage"), view.say("Date"),
               view.say("Marks"), view.say("Missing")};
  const Period& period = cards[next]->period.value;
  Scoring scoring(view.plan, period, view.today);
  for (; next < cards.size() && cards[next]->period.value == period; ++next) {
    add_rows(view, *cards[next], scoring, grid);
  }
  return grid;
}

}  // namespace

std::string units_text(const CardView& view, const ListingFilter& filter,
                       const Style& style) {
  const std::vector<const Unit*> units = chosen_units(view.plan, filter);
  Caveats caveats;
  for (const Unit* unit : units) {
    caveats |= caveats_of(view.plan, *unit);
  }
  Outline outline;
  for (std::size_t next = 0; next < units.size();) {
    const std::string& kind = units[next]->kind.value;
    Grid grid = table_of_kind(view, units, next);
    outline.heading(1, fmt::format("{} · {} ({})", kind_name(view.plan, kind),
                                   kind, grid.rows.size()));
    outline.table(std::move(grid));
  }
  return finished(outline, units.empty(), caveats, view, style);
}

Json units_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  for (const Unit* unit : chosen_units(view.plan, filter)) {
    all.push_back(to_json(unit_card(view, *unit), view));
  }
  return all;
}

std::string scores_text(const CardView& view, const ListingFilter& filter,
                        const Style& style) {
  Caveats caveats;
  Outline outline;
  const auto cards = chosen_scorecards(view.plan, filter);
  for (std::size_t next = 0; next < cards.size();) {
    outline.heading(1, cards[next]->period.value.to_string());
    outline.table(table_of_period(view, cards, next));
  }
  for (const Scorecard* card : cards) {
    caveats.illustrative |= card->illustrative;
  }
  return finished(outline, cards.empty(), caveats, view, style);
}

Json scores_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  std::map<Period, Scoring> scorings;
  for (const Scorecard* scorecard : chosen_scorecards(view.plan, filter)) {
    const Period& period = scorecard->period.value;
    Scoring& scoring =
        scorings.try_emplace(period, view.plan, period, view.today)
            .first->second;
    Card card = scorecard_card(view, *scorecard, scoring);
    for (Card::Group& stages : card.groups) {
      for (Card& stage : stages.cards) {
        stage.groups.clear();  // the marks one by one are for `show`
      }
    }
    all.push_back(to_json(card, view));
  }
  return all;
}

}  // namespace thidua::render
