// Classes: both sides of every edge, gates, and what bars from awards.
#include <doctest/doctest.h>

#include "ranked_plan.hpp"

namespace {

using namespace thidua;
using test::add_unit;
using test::by_hand;
using test::Files;
using test::Ranked;
using test::ranked_plan;

std::string class_by(const std::string& rules, const std::string& marks) {
  Files files = ranked_plan(by_hand() + rules);
  add_unit(files, "a", marks);
  return Ranked(files).class_of("a");
}

std::string out_of(const std::string& number) {
  return "x: {number: 0}, y: {number: 0}, tu: {number: " + number + "}";
}

}  // namespace

TEST_CASE("an edge belongs to one band only") {
  const std::string open =
      "    bonus: {items: [{id: tu, name: Tự, rule: manual, most: 100}]}\n"
      "    classes:\n      levels:\n";
  const std::string from = open +
                           "        - {id: top, name: Nhất, from: 90}\n"
                           "        - {id: mid, name: Nhì, from: 80}\n"
                           "        - {id: low, name: Ba, from: 0}\n";
  const std::string over =
      open +
      "        - {id: top, name: Nhất, over: 90}\n"
      "        - {id: mid, name: Nhì, over: 80, up_to: 90}\n"
      "        - {id: low, name: Ba, over: 10, up_to: 80}\n";
  struct Row {
    const char* number;
    const char* by_from;
    const char* by_over;
  };
  const Row rows[] = {
      {"90.01", "top", "top"}, {"90", "top", "mid"}, {"89.99", "mid", "mid"},
      {"80.01", "mid", "mid"}, {"80", "mid", "low"}, {"79.99", "low", "low"},
      {"10.01", "low", "low"}, {"10", "low", "-"},   {"0", "low", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.number);
    CHECK(class_by(from, out_of(row.number)) == row.by_from);
    CHECK(class_by(over, out_of(row.number)) == row.by_over);
  }
}

TEST_CASE("a gate holds at its edge") {
  struct Row {
    const char* x;
    const char* reached;
  };
  // 85 % of 60 is 51.
  for (const Row& row :
       {Row{"51.01", "top"}, Row{"51", "top"}, Row{"50.99", "low"}}) {
    CAPTURE(row.x);
    const std::string rules =
        "    classes:\n"
        "      levels: [{id: top, name: Nhất, from: 50, gates: [phan]}, {id: "
        "low, name: Nhì, from: 0}]\n"
        "      gates: [{id: phan, name: Từng phần, each: 85, else: "
        "class-down}]\n";
    CHECK(class_by(rules, "x: {number: " + std::string(row.x) +
                              "}, y: {number: 40}") == row.reached);
  }
}

TEST_CASE("a gate of a level that was lost bars nobody from awards") {
  Files files = ranked_plan(
      by_hand() +
      "    facts: [{id: su, name: Sự}]\n"
      "    classes:\n"
      "      levels: [{id: top, name: Nhất, from: 50, gates: [cam, phan]}, "
      "{id: low, name: Nhì, from: 0}]\n"
      "      gates:\n"
      "        - {id: phan, name: Từng phần, each: 85, else: class-down}\n"
      "        - {id: cam, name: Sự, none_of: [su], else: no-nomination}\n");
  add_unit(files, "a", "x: {number: 60}, y: {number: 20}, su: {done: true}");
  add_unit(files, "b", "x: {number: 60}, y: {number: 40}, su: {done: true}");
  const Ranked ranked(files);
  CHECK(ranked.class_of("a") == "low");
  CHECK(ranked.of("a").bars().empty());
  CHECK(ranked.class_of("b") == "top");
  CHECK(ranked.of("b").bars().size() == 1);
}

TEST_CASE("a deduction bars from awards, with a class, without, without any") {
  const std::string deduction =
      "    deductions: {items: [{id: vp, name: Vi phạm, rule: count, each: 1, "
      "effect: [no-class, no-nomination]}]}\n";
  const std::string classes =
      "    classes: {levels: [{id: top, name: Nhất, from: 50}]}\n";
  for (const std::string& rules : {deduction, deduction + classes}) {
    for (const int whole : {90, 10}) {
      CAPTURE(whole);
      Files files = ranked_plan(by_hand() + rules);
      add_unit(files, "a", test::points(whole) + ", vp: {number: 1}");
      add_unit(files, "b", test::points(whole) + ", vp: {number: 0}");
      const Ranked ranked(files);
      CHECK(ranked.of("a").bars().size() == 1);
      CHECK(ranked.of("b").bars().empty());
      CHECK(ranked.class_of("a") == "-");
    }
  }
}
