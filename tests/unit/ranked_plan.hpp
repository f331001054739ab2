// A plan of communes whose points are given by hand, for ranking and quotas.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "plan_folder.hpp"
#include "rules/ranking.hpp"
#include "values.hpp"

namespace thidua::test {

// "name: …" with the rules of the one table, each line indented by four.
inline std::string table_of(const std::string& rules) {
  return "name: Bảng\nassumed: true\nvalid: {periods: [\"2023\"]}\n"
         "grades: {good: 1, fail: 0}\ntables:\n  commune:\n    total: 100\n" +
         rules;
}

inline const std::string& by_hand() {
  static const std::string rules =
      "    groups:\n"
      "      - {id: I, name: Nhóm một, max: 60, criteria: [{id: x, text: X, "
      "max: 60, rule: manual}]}\n"
      "      - {id: II, name: Nhóm hai, max: 40, criteria: [{id: y, text: Y, "
      "max: 40, rule: manual}]}\n";
  return rules;
}

// A scorecard of one stage with these marks.
inline std::string card_of(const std::string& unit, const std::string& marks) {
  return "unit: " + unit +
         "\nperiod: \"2023\"\nstages:\n  self: {by: X, date: \"2023-12-01\", "
         "marks: {" +
         marks + "}}\n";
}

// Points out of 100: the first 60 of them by `x`, the rest by `y`.
inline std::string points(int whole) {
  const int x = whole > 60 ? 60 : whole;
  return "x: {number: " + std::to_string(x) +
         "}, y: {number: " + std::to_string(whole - x) + "}";
}

inline void add_unit(Files& files, const std::string& id,
                     const std::string& marks,
                     const std::string& kind = "commune") {
  files["units/" + id + ".yaml"] = "name: Xã " + id + "\nkind: " + kind + "\n";
  if (!marks.empty()) {
    files["scores/2023/" + id + ".yaml"] = card_of(id, marks);
  }
}

inline Files ranked_plan(const std::string& rules) {
  Files files = small_plan();
  files.erase("units/a.yaml");
  files["score-tables/t.yaml"] = table_of(rules);
  return files;
}

// A plan, its lists of 2023, and a look at them.
class Ranked {
 public:
  explicit Ranked(const Files& files, RankingFilter filter = {})
      : plan_(PlanFolder(files).load()),
        lists_(rank(*plan_, period_, filter, day("2024-06-30"))) {}

  [[nodiscard]] const std::vector<Ranking>& lists() const { return lists_; }
  [[nodiscard]] const Plan& plan() const { return *plan_; }

  [[nodiscard]] const RankedUnit& of(std::string_view id) const {
    for (const Ranking& list : lists_) {
      for (const auto* units : {&list.ranked, &list.missing}) {
        for (const RankedUnit& unit : *units) {
          if (unit.score.unit->id == id) {
            return unit;
          }
        }
      }
    }
    FAIL("no unit " << id);
    return lists_.front().ranked.front();
  }

  // "1:a 2=:b 2=:c", of the first list.
  [[nodiscard]] std::string places() const {
    std::string text;
    for (const RankedUnit& unit : lists_.at(0).ranked) {
      text += (text.empty() ? "" : " ") + std::to_string(unit.place) +
              (unit.tied ? "=" : "") + ":" + unit.score.unit->id;
    }
    return text;
  }

  // The id of the class after quotas, or "-".
  [[nodiscard]] std::string class_of(std::string_view id) const {
    const auto& classed = of(id).classed;
    return classed && classed->level != nullptr ? classed->level->id.value
                                                : "-";
  }

  // Of a quota in the scope of this cluster or parent: "2 a,b" and "!" with
  // those tied at its edge.
  [[nodiscard]] std::string quota(std::string_view id,
                                  std::string_view scope = {}) const {
    for (const Ranking& list : lists_) {
      for (const SharedQuota& result : list.quotas) {
        const std::string_view of =
            result->parent != nullptr    ? std::string_view(result->parent->id)
            : result->cluster != nullptr ? result->cluster->id.value
                                         : std::string_view();
        if (result->quota->id.value == id && of == scope) {
          return text_of(*result);
        }
      }
    }
    return "none";
  }

 private:
  static std::string ids(const std::vector<const Unit*>& units) {
    std::string text;
    for (const Unit* unit : units) {
      text += (text.empty() ? "" : ",") + unit->id;
    }
    return text;
  }

  static std::string text_of(const QuotaResult& result) {
    std::string text =
        result.allowed ? std::to_string(*result.allowed) : std::string("?");
    text += result.winners.empty() ? "" : " " + ids(result.winners);
    text += result.stopped.empty() ? "" : " !" + ids(result.stopped);
    return text;
  }

  Period period_ = Period::year(2023);
  std::unique_ptr<const Plan> plan_;
  std::vector<Ranking> lists_;
};

}  // namespace thidua::test
