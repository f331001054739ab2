// Scores random sheets for score_oracle.py, with the library's own rules.
//
// A line of standard input is one sheet, words parted by spaces:
//   TOTAL equal|points ITEM…
// An ITEM is a criterion: MAX:SHARE (a graded one), MAX:yes, MAX:no, or MAX:na
// (does not apply).  The answer is the total as a fraction, or `none`.
#include <iostream>
#include <sstream>
#include <string>

#include "model/plan.hpp"
#include "rules/scoring.hpp"

namespace {

using namespace thidua;

// A plan of one kind, one unit and one scorecard.
class SheetPlan {
 public:
  SheetPlan(const std::string& total, bool equal) {
    plan_.sheet.period = Period::year(2023);
    UnitKind kind;
    kind.id.value = "k";
    kind.criteria = At<std::string>{"set", {}};
    plan_.sheet.kinds.push_back(kind);
    plan_.sheet.grades = GradeScale{};
    plan_.criteria_sets.emplace_back().id = "set";
    ScoreTable& table = plan_.score_tables.emplace_back();
    table.periods.push_back({Period::year(2023), {}});
    KindTable& points = table.tables.emplace_back();
    points.kinds = {{"k", {}}};
    points.groups.emplace_back();
    points.total = Exact::parse_fraction(total).value();
    points.equal = equal;
    Unit& unit = plan_.units.emplace_back();
    unit.id = "u";
    unit.kind.value = "k";
    Scorecard& card = plan_.scorecards.emplace_back();
    card.unit.value = "u";
    card.period.value = Period::year(2023);
    card.stages.emplace_back().stage.value = "self";
  }

  void add(const std::string& max, const std::string& mark) {
    std::string id = "c";
    id += std::to_string(count_++);
    Criterion& criterion = plan_.criteria_sets[0].criteria.emplace_back();
    criterion.id.value = id;
    ScoreItem& item =
        plan_.score_tables[0].tables[0].groups[0].items.emplace_back();
    item.id.value = id;
    item.max = Exact::parse_fraction(max);
    item.rule = JudgedRule{};
    Mark& given = plan_.scorecards[0].stages[0].marks.emplace_back();
    given.criterion.value = id;
    if (mark == "na") {
      given.not_applicable = true;
    } else if (mark == "yes" || mark == "no") {
      criterion.judged = Judged::yes_no;
      given.done = mark == "yes";
    } else {
      give_grade(id, mark, given);
    }
  }

  [[nodiscard]] std::string total() const {
    const UnitScore score =
        score_unit(plan_, plan_.units[0], Period::year(2023),
                   parse_date("2023-12-31").value());
    return score.total ? score.total->to_fraction() : "none";
  }

 private:
  void give_grade(const std::string& id, const std::string& share, Mark& mark) {
    std::string name = "g";
    name += id;
    Grade& grade = plan_.sheet.grades->levels.emplace_back();
    grade.id.value = name;
    grade.name = name;
    plan_.score_tables[0].grades.push_back(
        {{name, {}}, Exact::parse_fraction(share).value()});
    mark.grade = At<std::string>{name, {}};
  }

  Plan plan_;
  int count_ = 0;
};

std::string answer(const std::string& line) {
  std::istringstream words(line);
  std::string total;
  std::string how;
  words >> total >> how;
  SheetPlan sheet(total, how == "equal");
  for (std::string item; words >> item;) {
    const std::size_t colon = item.find(':');
    sheet.add(item.substr(0, colon), item.substr(colon + 1));
  }
  return sheet.total();
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << answer(line) << '\n';
  }
  return 0;
}
