#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "folder/load.hpp"
#include "render/listing.hpp"
#include "render/show.hpp"
#include "values.hpp"

namespace thidua::render {
namespace {

using test::day;

const Plan& example() {
  static const auto plan =
      folder::load_plan(THIDUA_SOURCE_DIR "/examples/nguyen-binh");
  REQUIRE(plan.has_value());
  return **plan;
}

CardView view() { return {example(), Language::en, day("2026-12-31")}; }

const Listing& listing(std::string_view name) {
  const auto all = all_listings();
  const auto at =
      std::find_if(all.begin(), all.end(),
                   [&](const Listing& each) { return each.name == name; });
  REQUIRE(at != all.end());
  return *at;
}

Json json_of(std::string_view name, const ListingFilter& filter = {}) {
  const Json json = listing(name).to_json(view(), filter);
  REQUIRE(json.is_array());
  return json;
}

std::string text_of(std::string_view name, const ListingFilter& filter = {}) {
  return listing(name).to_text(view(), filter, Style(false));
}

std::string shown(std::string_view id) {
  return cards_text(find_cards(view(), id), view(), Style(false));
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> texts(const Json& list, const char* key) {
  std::vector<std::string> values;
  for (const Json& each : list) {
    values.push_back(each.at(key).get<std::string>());
  }
  return values;
}

TEST_CASE(
    "list criteria: 42 in seven sets, in the plan's order, each with "
    "its section") {
  const Json all = json_of("criteria");
  CHECK(all.size() == 42);
  std::vector<std::pair<std::string, int>> sets;
  for (const Json& each : all) {
    const auto set = each.at("set").get<std::string>();
    if (sets.empty() || sets.back().first != set) {
      sets.emplace_back(set, 0);
    }
    ++sets.back().second;
    const auto section = each.at("section").get<std::string>();
    const auto id = each.at("id").get<std::string>();
    CHECK(section.substr(0, section.find(',')) == id.substr(0, id.find('-')));
  }
  const std::vector<std::pair<std::string, int>> expected = {
      {"agency", 10},   {"commune", 4},  {"hamlet", 7}, {"enterprise", 6},
      {"household", 7}, {"official", 4}, {"other", 4}};
  CHECK((sets == expected));
}

TEST_CASE("list criteria: how each is judged, and for whom") {
  std::map<std::string, Json> by_id;
  for (const Json& each : json_of("criteria")) {
    by_id.emplace(each.at("id").get<std::string>(), each);
  }
  const Json& hamlet = by_id.at("IV.2.c-3");
  CHECK(hamlet.at("judged") == "measured");
  CHECK(hamlet.at("measure").at("assigned") == "poor_rate_reduction");
  CHECK(hamlet.at("measure").at("op") == ">=");
  CHECK(hamlet.at("measure").at("value").is_null());
  CHECK(by_id.at("IV.2.b-1a").at("judged") == "yes-no");
  CHECK(by_id.at("IV.2.a-1a").at("judged") == "graded");
  CHECK(by_id.at("IV.2.đ-3").at("applies_to_attributes") ==
        Json{{"credit_institution", Json::array({"true"})}});
  CHECK(by_id.at("IV.2.e-1c").at("applies_if").at("assumed") == true);
  CHECK(by_id.at("IV.2.e-1c").at("assumed") == true);
  CHECK(by_id.at("IV.2.e-1a").at("applies_if").is_null());
}

TEST_CASE("list targets: three numbers for 2025, from section II.2") {
  struct Row {
    std::string_view id, op;
    int value;
    std::string_view unit;
    bool per_year;
    std::string_view demand;
  };
  const std::array<Row, 3> rows{{
      {"II.2-1", ">=", 6, "points", true,
       ">= 6\n        percentage points a "
       "year"},
      {"II.2-2", ">", 6, "points", false, "> 6 percentage points a year"},
      {"II.2-3", ">", 20, "percent", false, "> 20 %"},
  }};
  const Json all = json_of("targets");
  const std::string text = text_of("targets");
  REQUIRE(all.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows.at(i);
    CAPTURE(row.id);
    const Json& target = all.at(i);
    CHECK(target.at("id") == row.id);
    CHECK(target.at("op") == row.op);
    CHECK(target.at("value") == row.value);
    CHECK(target.at("unit") == row.unit);
    CHECK(target.at("per_year") == row.per_year);
    CHECK(target.at("year") == 2025);
    CHECK(target.at("section") == "II.2");
    CHECK(target.at("assumed") == true);
    CHECK_FALSE(target.at("note").get<std::string>().empty());
    CHECK(has(text, row.demand));
  }
}

TEST_CASE("list duties: who owes what to whom, and the last day on time") {
  const Json all = json_of("duties");
  CHECK(all.size() == 13);
  for (const Json& duty : all) {
    const int year = duty.at("year").get<int>();
    CAPTURE(duty.dump());
    CHECK((year >= 2022 && year <= 2025));
    const bool once = duty.at("id") == "own-plan";
    CHECK(duty.at("assumed") == (year == 2022 && !once));
    if (once) {
      CHECK(duty.at("last_day") == "2022-12-31");
      CHECK(duty.at("due").at("rhythm") == "once");
      CHECK(duty.at("due").at("by") == "2022-Q4");
    } else if (duty.at("id") == "unit-report") {
      CHECK(duty.at("last_day") == fmt::format("{}-11-09", year));
      CHECK(duty.at("due").at("before") == "10/11");
      CHECK(duty.at("due").at("strict") == true);
      CHECK(duty.at("from").at("kinds") == Json::array({"agency", "commune"}));
      CHECK(duty.at("from").at("cluster_members") == true);
      CHECK(duty.at("to") == "ubnd-huyen");
      CHECK(duty.at("via") == "noi-vu");
      CHECK(duty.at("section") == "VI.7");
    } else if (duty.at("id") == "district-report") {
      CHECK(duty.at("last_day") == fmt::format("{}-11-19", year));
      CHECK(duty.at("due").at("before") == "20/11");
      CHECK(duty.at("from").at("body") == "ubnd-huyen");
      CHECK(duty.at("to") == "ban-tdkt-tinh");
      CHECK(duty.at("lead") == "noi-vu");
      CHECK(duty.at("with") == Json::array({"ldtbxh"}));
      CHECK(duty.at("section") == "VI.7");
    } else {
      CHECK(duty.at("id") == "ldtbxh-report");
      CHECK(duty.at("last_day").is_null());
      CHECK(duty.at("due").at("stated") == false);
      CHECK(duty.at("to").is_null());
    }
  }
  const std::string text = text_of("duties");
  CHECK(has(text, "before 10/11; on the day itself it is late"));
  CHECK(has(text, "2023 · on time through 2023-11-09"));
  CHECK(has(text, "the plan states no day"));
  CHECK(has(text, "Phòng Nội vụ"));
}

TEST_CASE("list duties: the filters ask who owes them and when") {
  ListingFilter filter;
  filter.period = Period::year(2023);
  CHECK(json_of("duties", filter).size() == 3);
  filter.period = Period::parse("2023-H1");
  CHECK((texts(json_of("duties", filter), "id") ==
         std::vector<std::string>{"ldtbxh-report"}));
  filter.period = Period::year(2023);
  filter.unit = example().unit("the-duc");
  CHECK((texts(json_of("duties", filter), "id") ==
         std::vector<std::string>{"unit-report"}));
  filter.unit = example().unit("the-duc/lung-cai");
  CHECK(json_of("duties", filter).empty());
  CHECK(text_of("duties", filter) == "nothing found\n");
}

TEST_CASE("list awards: what the plan says of each form on each occasion") {
  const Json all = json_of("awards");
  CHECK(all.size() == 30);
  int last_rank = 0;
  for (const Json& each : all) {
    const auto form = each.at("id").get<std::string>();
    const auto occasion = each.at("occasion").get<std::string>();
    CAPTURE(form);
    CAPTURE(occasion);
    const bool state =
        form == "huan-chuong-lao-dong" || form == "bang-khen-thu-tuong";
    const bool refused = state && occasion.starts_with("annual");
    CHECK(each.at("stance") == (refused ? "refused" : "allowed"));
    CHECK((!state || each.at("section") == "IV.4.a"));
    CHECK(each.at("rank").get<int>() >= last_rank);
    last_rank = each.at("rank").get<int>();
  }
  const std::string text = text_of("awards");
  CHECK(has(text, "not stated; by law: Chủ tịch nước"));
  CHECK(has(text, "award standard not held"));
  CHECK(has(text, "the plan names no award standard"));
  CHECK(has(text, "only the plan was asked, not the law"));
}

TEST_CASE("list units: by kind, along the tree, in Vietnamese order") {
  ListingFilter filter;
  filter.kind = example().kind("commune");
  filter.period = Period::year(2024);  // before they were merged
  const std::vector<std::string> communes =
      texts(json_of("units", filter), "name");
  REQUIRE(communes.size() == 17);
  CHECK(communes.front() == "Thị trấn Nguyên Bình");
  CHECK(communes.back() == "Xã Yên Lạc");
  filter.kind = nullptr;
  filter.period.reset();
  filter.unit = example().unit("the-duc");
  const Json below = json_of("units", filter);
  CHECK(below.front().at("id") == "the-duc");
  CHECK(below.front().at("illustrative") == false);
  CHECK(below.at(1).at("parent") == "the-duc");
  CHECK(below.at(1).at("illustrative") == true);
  for (const std::string& id : texts(below, "id")) {
    CHECK((id == "the-duc" || id.starts_with("the-duc/")));
  }
}

TEST_CASE("list scores: stages, marks and what is missing") {
  ListingFilter filter;
  filter.period = Period::year(2023);
  filter.unit = example().unit("ca-thanh");
  const Json cards = json_of("scores", filter);
  REQUIRE_FALSE(cards.empty());
  CHECK(cards.front().at("unit") == "ca-thanh");
  CHECK(cards.front().at("period") == "2023");
  CHECK(cards.front().at("illustrative") == true);
  CHECK_FALSE(cards.front().at("not_judged").empty());
  for (const Json& stage : cards.front().at("stages")) {
    CHECK(stage.at("mark_count") == 1);
    CHECK(stage.at("illustrative") == true);
    CHECK_FALSE(stage.at("by").get<std::string>().empty());
  }
}

TEST_CASE("list proposals: narrowed by occasion and form") {
  ListingFilter filter;
  filter.occasion = find_occasion(example(), "annual-2023");
  filter.form = example().form("bang-khen-tinh");
  const Json all = json_of("proposals", filter);
  REQUIRE(all.size() == 1);
  CHECK(all.front().at("id") == "annual-2023/the-duc/bang-khen-tinh");
  CHECK(all.front().at("decision").at("result") == "granted");
}

TEST_CASE("every listing is an array, and the same bytes each time") {
  for (const Listing& each : all_listings()) {
    CAPTURE(each.name);
    const Json json = each.to_json(view(), {});
    CHECK(json.is_array());
    CHECK_FALSE(json.empty());
    CHECK(dump(json) == dump(each.to_json(view(), {})));
    CHECK(each.to_text(view(), {}, Style(false)) ==
          each.to_text(view(), {}, Style(false)));
    for (const Json& entry : json) {
      CHECK(entry.contains("illustrative"));
      CHECK(entry.contains("assumed"));
    }
  }
}

TEST_CASE("show: an id is found whatever it names and however it is typed") {
  for (const std::string& id : known_ids(view())) {
    CAPTURE(id);
    CHECK_FALSE(find_cards(view(), id).empty());
  }
  CHECK(find_cards(view(), "IV.2.dd-1b").front().id == "IV.2.đ-1b");
  CHECK(find_cards(view(), "IV.2.\u0111-1b").front().id == "IV.2.đ-1b");
  CHECK(find_cards(view(), "no-such-thing").empty());
  const std::vector<Card> both = find_cards(view(), "VI.6");
  REQUIRE(both.size() == 2);
  CHECK(std::string_view(both.front().thing) == "timeline entry");
  CHECK(std::string_view(both.back().thing) == "responsibility");
}

TEST_CASE("show: a unit with every record about it and where it stands") {
  const std::string text = shown("the-duc");
  for (const std::string_view part :
       {"units/the-duc.yaml:", "figures/2023/the-duc.yaml:",
        "filings/2023/the-duc.yaml:", "scores/2023/the-duc.yaml:",
        "results/2023/the-duc.yaml:",
        "proposals/annual-2023/the-duc/bang-khen-tinh.yaml:",
        "the-duc/lung-cai", "Illustrative data."}) {
    CAPTURE(part);
    CHECK(has(text, part));
  }
}

TEST_CASE("show plan: nothing of plan.yaml is hidden") {
  const std::string text = shown("plan");
  const PlanSheet& sheet = example().sheet;
  CHECK(has(text, sheet.title));
  CHECK(has(text, "[blank]/KH-UBND"));
  CHECK(has(text, sheet.issuer.printed));
  CHECK(has(text, "Objectives (10)"));
  CHECK(has(text, "Contents and solutions (27)"));
  CHECK(has(text, "Kinds of units (7)"));
  CHECK(has(text, "Responsibilities (22)"));
  CHECK(has(text, "Recipients (11)"));
  CHECK(has(text, "Linked movements and campaigns (10)"));
  const Json plan = to_json(find_cards(view(), "plan").front(), view());
  CHECK(plan.at("number").at("state") == "blank");
  CHECK(plan.at("parents").front().at("held") == false);
  CHECK(plan.at("readings").size() == sheet.readings.size());
  CHECK(plan.at("bodies").size() == sheet.bodies.size());
  CHECK(plan.at("timeline").size() == sheet.timeline.size());
  CHECK(plan.at("cites").size() == sheet.cites.size());
}

}  // namespace
}  // namespace thidua::render
