// Records to values, and their faults to places.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "model/read.hpp"
#include "values.hpp"

namespace thidua {
namespace {

using test::day;
using test::number;
using test::period;

// Calls back with the tree of a record typed in NFC, and in NFD.
template <class Check>
void reads(std::string_view text, Check check) {
  for (const std::string& bytes : {std::string(text), to_nfd(text)}) {
    CAPTURE(bytes);
    Diagnostics found;
    const auto tree = yaml::read(bytes, 0, found);
    REQUIRE(tree);
    check(tree->root(), found);
    CHECK(found.count(Severity::error) == 0);
  }
}

PartialDate partial(std::string_view text) {
  return PartialDate::parse(text).value();
}

template <class T>
std::vector<std::string> texts(const std::vector<At<T>>& list) {
  std::vector<std::string> plain;
  for (const auto& item : list) {
    plain.push_back(item.value);
  }
  return plain;
}

using Texts = std::vector<std::string>;

constexpr std::string_view smallest_plan = R"(title: Kế hoạch thi đua
movement: vì-người-nghèo
issuer: {name: UBND huyện, level: huyện}
document: {type: Kế hoạch, number: 12/KH-UBND, date: "2022-11-15"}
period: {from: 01/01/2021, to: "2025-12-31"}
kinds: {commune: {name: Xã, class: collective, source: [IV.1, IV.2]}}
)";

std::string smallest_plan_with(std::string_view more) {
  return std::string(smallest_plan) + std::string(more);
}

TEST_CASE("a plan says what it is") {
  reads(smallest_plan, [](const yaml::Node& root, Diagnostics& found) {
    const auto plan = read_plan_sheet(root, found);
    REQUIRE(plan);
    CHECK(plan->title == "Kế hoạch thi đua");
    CHECK(plan->movement == "vì-người-nghèo");
    CHECK(plan->issuer.level == "huyện");
    CHECK_FALSE(plan->document.signature);
    CHECK(plan->period == period("2021..2025"));
    REQUIRE(plan->kinds.size() == 1);
    CHECK(plan->kinds[0].id.value == "commune");
    CHECK(plan->kinds[0].classes == std::vector{SubjectClass::collective});
    CHECK(plan->kinds[0].origin.source == "IV.1, IV.2");
  });
}

TEST_CASE("a plan says what it judges by") {
  reads(smallest_plan_with(
            R"(figures: {poor: {name: Số hộ nghèo, part_of: households}}
indicators:
  rate: {name: Tỷ lệ, of: (poor + near_poor) / households, unit: percent}
targets:
  - id: II.2.dd-1
    name: Mức giảm
    measure: {indicator: rate, change: reduction, since: năm 2021, unit: points,
              per_year: true, op: ">=", threshold: "6,5"}
    by: 2025
    assumed: true
occasions:
  annual: {name: Hằng năm, every: year, first: {value: 2022, assumed: true},
           last: 2025, source: IV.3}
)"),
        [](const yaml::Node& root, Diagnostics& found) {
          const auto plan = read_plan_sheet(root, found);
          REQUIRE(plan);
          CHECK(plan->figures.at(0).part_of->value == "households");
          const Formula& rate = plan->indicators.at(0).formula;
          CHECK(rate.above == Texts{"poor", "near_poor"});
          CHECK(rate.below == Texts{"households"});
          const Target& target = plan->targets.at(0);
          CHECK(target.id.value == "II.2.đ-1");
          REQUIRE(target.measure.of.change);
          CHECK(std::get<Period>(target.measure.of.change->since) ==
                period("2021"));
          CHECK(std::get<Exact>(target.measure.threshold) == number("6.5"));
          CHECK(target.origin.assumed);
          const Occasion& annual = plan->occasions.at(0);
          CHECK(annual.held == Occasion::Held::every_year);
          CHECK(annual.first.year == 2022);
          CHECK(annual.first.assumed);
        });
}

TEST_CASE("a plan says who owes what and when") {
  reads(smallest_plan_with(R"(timeline:
  - {id: V.1, name: Phát động, when: Quý IV/2022, who: Các cấp, source: V.1}
  - {id: V.2, name: Kiểm tra, not_stated: true, who: Huyện, source: V.2}
duties:
  - id: unit-report
    name: Báo cáo
    from: {kinds: [commune], cluster_members: true}
    to: huyen
    due: {every: year, before: 10/11, first: 2022, last: 2025}
    source: VI.7
responsibilities:
  - {id: VI.1, by: [noi-vu], force: lead, text: Triển khai, source: VI.1}
)"),
        [](const yaml::Node& root, Diagnostics& found) {
          const auto plan = read_plan_sheet(root, found);
          REQUIRE(plan);
          CHECK(std::get<PartialDate>(plan->timeline.at(0).when) ==
                partial("2022-Q4"));
          CHECK(std::holds_alternative<NotStated>(plan->timeline.at(1).when));
          const Duty& duty = plan->duties.at(0);
          CHECK(texts(duty.from.kinds) == Texts{"commune"});
          CHECK(duty.from.cluster_members);
          CHECK(duty.to->value == "huyen");
          CHECK(duty.due.last_day_in(2023) == day("2023-11-09"));
          CHECK(texts(plan->responsibilities.at(0).by) == Texts{"noi-vu"});
          CHECK(plan->responsibilities.at(0).force == "lead");
        });
}

TEST_CASE("a fact of a document is in one of five states") {
  using State = Fact<std::string>::State;
  struct Row {
    std::string_view written;
    State state;
    std::string_view value, printed, reason;
  };
  const Row rows[] = {
      {"12/KH-UBND", State::known, "12/KH-UBND", "", ""},
      {R"({blank: "/KH-UBND"})", State::blank, "", "/KH-UBND", ""},
      {R"({blank: ""})", State::blank, "", "", ""},
      {"{not_in_source: true}", State::not_in_source, "", "", ""},
      {"{not_stated: true}", State::not_stated, "", "", ""},
      {"{unsure: 12/KH, reason: Dấu mờ}", State::unsure, "12/KH", "", "Dấu mờ"},
  };
  for (const Row& row : rows) {
    std::string text(smallest_plan);
    text.replace(text.find("12/KH-UBND"), 10, row.written);
    reads(text, [&](const yaml::Node& root, Diagnostics& found) {
      const auto plan = read_plan_sheet(root, found);
      REQUIRE(plan);
      const Fact<std::string>& fact = plan->document.number;
      CHECK(fact.state == row.state);
      CHECK(fact.value == row.value);
      CHECK(fact.printed == row.printed);
      CHECK(fact.reason == row.reason);
    });
  }
}

TEST_CASE("the rules beside a plan are read") {
  reads(R"(name: Xã
source: IV.2.b
criteria:
  - {id: IV.2.b-1, text: Triển khai, judged: yes-no, source: IV.2.b-1}
  - {id: IV.2.b-2, text: Giảm nghèo, judged: measured, measure: {
      indicator: rate, unit: percent, op: "<", threshold: {assigned: limit}}}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto set = read_criteria_set(root, "commune", found);
          REQUIRE(set);
          CHECK(set->id == "commune");
          CHECK(set->aggregate == Aggregate::all);
          CHECK(set->criteria.at(0).judged == Judged::yes_no);
          CHECK(set->criteria.at(1).source == "IV.2.b");  // the set's
          const auto& limit = set->criteria.at(1).measure->threshold;
          CHECK(std::get<At<std::string>>(limit).value == "limit");
        });
  reads(R"(name: Hướng dẫn 2023
valid: {periods: [quý IV/2023, 2024]}
source: Mục 2
grades: {good: 1, pass: "0,8"}
tables: {commune: {total: 100, criteria: [{id: IV.2.b-1, max: 62.5}]}}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto table = read_score_table(root, "2023", found);
          REQUIRE(table);
          CHECK(table->periods.at(0).value == period("2023-Q4"));
          CHECK(table->grades.at(1).share == number("0.8"));
          CHECK(table->tables.at(0).groups.at(0).items.at(0).max ==
                number("62.5"));
          CHECK_FALSE(table->tables.at(0).equal);
        });
  reads(R"(name: Tiêu chuẩn
held: true
forms: [giay-khen]
requires: [Đứng đầu cụm]
source: IV.3
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto standard = read_award_standard(root, "2023", found);
          REQUIRE(standard);
          CHECK(standard->held);
          CHECK(texts(standard->forms) == Texts{"giay-khen"});
          CHECK(standard->requirements == Texts{"Đứng đầu cụm"});
        });
}

TEST_CASE("awards and clusters are read") {
  reads(R"(forms:
  - id: giay-khen
    name: Giấy khen
    level: huyện
    authority: {not_stated: true, law: Chủ tịch}
    rank: "1"
    receivers: [collective, household]
    occasions: {allowed: [], refused: [annual]}
    source: IV.4
path: [{by: [noi-vu], action: Xét, source: VI.2}]
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto awards = read_awards(root, found);
          REQUIRE(awards);
          const AwardForm& form = awards->forms.at(0);
          CHECK(form.authority.name.empty());
          CHECK(form.authority.by_law == "Chủ tịch");
          CHECK(form.rank == 1);
          CHECK(form.allowed.empty());
          CHECK(texts(form.refused) == Texts{"annual"});
          CHECK(texts(awards->path.at(0).by) == Texts{"noi-vu"});
        });
  reads(R"(clusters:
  - {id: cum-1, name: Cụm 1, kind: hamlet, assumed: true,
     members: [ca-thanh, thể-dục/lũng-cải]}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto clusters = read_clusters(root, found);
          REQUIRE(clusters);
          CHECK(texts(clusters->at(0).members) ==
                Texts{"ca-thanh", "thể-dục/lũng-cải"});
        });
}

TEST_CASE("a unit, its figures and its results are read") {
  reads(R"(name: Hộ ông Một
kind: household
class: household
enrolled: {from: tháng 11/2022}
attributes: {area: "1,5", special: true}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto unit = read_unit(root, "the-duc/ong-mot", found);
          REQUIRE(unit);
          CHECK(unit->name.value == "Hộ ông Một");
          CHECK(unit->parent() == "the-duc");
          CHECK(unit->subject_class->value == SubjectClass::household);
          CHECK(unit->enrolled_from == partial("2022-11"));
          CHECK(unit->attributes.at(0).value == "1,5");
          CHECK(unit->attributes.at(1).value == "true");
        });
  reads(R"(unit: the-duc/lung-cai
period: 2023-H1
figures:
  - {as_of: 30/6/2023, status: official, values: {poor: "30,5"}, source: Xóm}
assigned: {reduction: {value: 6}}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto figures = read_figures(root, found);
          REQUIRE(figures);
          CHECK(figures->unit.value == "the-duc/lung-cai");
          CHECK(figures->period.value == period("2023-H1"));
          CHECK(figures->entries.at(0).as_of == day("2023-06-30"));
          CHECK(figures->entries.at(0).status == FigureStatus::official);
          CHECK(figures->entries.at(0).values.at(0).value.value ==
                number("30.5"));
          CHECK(figures->assigned.at(0).value.value == number("6"));
        });
  reads(R"(unit: ca-thanh
year: "2023"
resources: [{type: money, amount: "12,5", unit: triệu đồng}]
own_awards: [{name: Giấy khen, count: 3}]
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto results = read_results(root, found);
          REQUIRE(results);
          CHECK(results->year.value == 2023);
          CHECK(results->resources.at(0).type == "money");
          CHECK(results->resources.at(0).unit == "triệu đồng");
          CHECK(results->own_awards.at(0).count == number("3"));
        });
}

TEST_CASE("filings, marks and proposals are read") {
  reads(R"(body: noi-vu
year: 2023
filings: [{duty: district-report, date: 01/12/2023, late_reason: Mưa lũ}]
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto filings = read_filings(root, found);
          REQUIRE(filings);
          CHECK(filings->by_body);
          CHECK(filings->owner.value == "noi-vu");
          CHECK(filings->filings.at(0).date.value == day("2023-12-01"));
          CHECK(filings->filings.at(0).late_reason == "Mưa lũ");
        });
  reads(R"(unit: the-duc/lung-cai
period: 2023
stages:
  self:
    by: Trưởng xóm
    date: 28/10/2023
    marks:
      IV.2.dd-1b: {grade: Tốt, evidence: [evidence/a.pdf]}
      IV.2.c-3: {applies: false}
      IV.2.c-4: {done: false}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto card = read_scorecard(root, found);
          REQUIRE(card);
          const auto& marks = card->stages.at(0).marks;
          REQUIRE(marks.size() == 3);
          CHECK(marks[0].criterion.value == "IV.2.đ-1b");
          CHECK(marks[0].grade->value == "Tốt");
          CHECK(texts(marks[0].remarks->evidence) == Texts{"evidence/a.pdf"});
          CHECK_FALSE(marks[0].not_applicable);
          CHECK(marks[1].not_applicable);
          CHECK(marks[2].done == false);
        });
  reads(R"(unit: the-duc/lung-cai
form: giay-khen
occasion: annual-2024
proposed: {by: Xã, date: 20/11/2024}
history:
  - {state: submitted, date: 21/11/2024}
  - {state: refused, by: Huyện, date: 2024-12-01, reason: hai đơn vị một thành tích}
)",
        [](const yaml::Node& root, Diagnostics& found) {
          const auto proposal = read_proposal(root, found);
          REQUIRE(proposal);
          CHECK(proposal->unit.value == "the-duc/lung-cai");
          CHECK(proposal->occasion.value == "annual-2024");
          CHECK(proposal->proposed_on.value == day("2024-11-20"));
          REQUIRE(proposal->history.size() == 2);
          CHECK(proposal->history[1].state.value == ProposalState::refused);
          CHECK(proposal->history[1].date.value == day("2024-12-01"));
        });
}

}  // namespace
}  // namespace thidua
