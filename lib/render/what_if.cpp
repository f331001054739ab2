#include "render/what_if.hpp"

#include <map>

#include "render/table.hpp"
#include "rules/adjusting.hpp"

namespace thidua::render {
namespace {

using ById = std::map<std::string_view, const RankedUnit*>;

ById by_id(const std::vector<Ranking>& lists) {
  ById units;
  for (const Ranking& list : lists) {
    for (const auto* part : {&list.ranked, &list.missing}) {
      for (const RankedUnit& unit : *part) {
        units.emplace(unit.score.unit->id, &unit);
      }
    }
  }
  return units;
}

class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  [[nodiscard]] std::string points(const std::optional<Exact>& value) const {
    return value ? number(*value, language_) : "–";
  }
  [[nodiscard]] std::string level(const UnitScore& score) const {
    return score.classed && score.classed->level != nullptr
               ? score.classed->level->name
               : "–";
  }
  [[nodiscard]] std::string place(const RankedUnit& unit) const {
    return unit.place == 0
               ? "–"
               : std::to_string(unit.place) + (unit.tied ? "=" : "");
  }
  [[nodiscard]] std::string change(const std::string& from,
                                   const std::string& to) const {
    return from == to ? from : from + " → " + to;
  }

 private:
  Language language_;
};

std::vector<std::string> row(const std::string& name, const RankedUnit& before,
                             const RankedUnit& after, const Words& words) {
  return {words.change(words.points(before.score.total),
                       words.points(after.score.total)),
          words.change(words.level(before.score), words.level(after.score)),
          words.change(words.place(before), words.place(after)), name};
}

bool differ(const RankedUnit& before, const RankedUnit& after,
            const Words& words) {
  return before.score.total != after.score.total ||
         words.level(before.score) != words.level(after.score) ||
         words.place(before) != words.place(after);
}

std::string criteria_lines(const UnitScore& before, const UnitScore& after,
                           const Words& words) {
  Table table({Align::left, Align::right, Align::left});
  for (const CriterionScore& now : after.criteria) {
    const CriterionScore* then = find_score(before.criteria, now.id());
    if (then != nullptr && then->points != now.points) {
      table.row(
          {now.id(),
           words.change(words.points(then->points), words.points(now.points)),
           now.text()});
    }
  }
  return table.to_text(2);
}

}  // namespace

std::string what_if(const std::vector<Ranking>& before,
                    const std::vector<Ranking>& after, const Unit& unit,
                    const ScoreView& view) {
  const Words words(view.language);
  const ById then = by_id(before);
  const ById now = by_id(after);
  Table table({Align::right, Align::left, Align::right, Align::left});
  table.head({say("Points", view.language), say("Class reached", view.language),
              say("Place", view.language), say("Unit", view.language)});
  const auto old = then.find(unit.id);
  const auto changed = now.find(unit.id);
  if (old == then.end() || changed == now.end()) {
    return say("The unit does not take part in this period.", view.language) +
           "\n";
  }
  table.row(row(unit.name.value, *old->second, *changed->second, words));
  for (const auto& [id, other] : now) {
    const auto at = then.find(id);
    if (id != unit.id && at != then.end() &&
        differ(*at->second, *other, words)) {
      table.row(row(other->score.unit->name.value, *at->second, *other, words));
    }
  }
  return say("Nothing is written: what would be.", view.language) + "\n" +
         table.to_text() +
         criteria_lines(old->second->score, changed->second->score, words);
}

}  // namespace thidua::render
