// Votes of a council: what is counted, what is enough, and how votes are typed
// and read.
#include <doctest/doctest.h>

#include "change/typed_votes.hpp"
#include "findings.hpp"
#include "plan_folder.hpp"
#include "proposal_records.hpp"
#include "rules/checks.hpp"
#include "rules/votes.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::has;
using test::number;
using test::PlanFolder;
using test::ReadProposal;

ByLaw<Vote> rule(Exact percent, bool of_all, bool in_writing,
                 bool recused_leave) {
  return {{.percent = percent,
           .of_all = of_all,
           .ballot = {},
           .in_writing = in_writing,
           .recused_leave = recused_leave},
          {},
          {}};
}

// "9/10", with "?" behind it where nobody can say whether that is enough.
std::string share(const VoteResult& result) {
  return std::to_string(result.in_favour) + "/" +
         std::to_string(result.counted) + (result.enough ? "" : "?");
}

constexpr VoteCount one_in_writing{.yes = 8, .no = 1, .written_yes = 1};
constexpr VoteCount one_absent{.yes = 9, .absent = 1};
constexpr VoteCount one_recused{.yes = 8, .no = 1, .recused = 1};
constexpr VoteCount mixed{.yes = 4,
                          .no = 1,
                          .blank = 1,
                          .written_yes = 2,
                          .written_no = 1,
                          .absent = 3,
                          .recused = 2};

}  // namespace

TEST_CASE("nine of ten, one of them in writing or one absent") {
  CHECK(one_in_writing.members() == 10);
  CHECK(one_absent.members() == 10);
  struct Row {
    const char* percent;
    bool enough;
  };
  for (const Row& row : {Row{"89.9", true}, Row{"90", true}, Row{"90.1", false},
                         Row{"100", false}}) {
    CAPTURE(row.percent);
    const ByLaw<Vote> of_all = rule(number(row.percent), true, true, false);
    for (const VoteCount& votes : {one_in_writing, one_absent}) {
      const VoteResult result = count_votes(votes, &of_all);
      CHECK(share(result) == "9/10");
      CHECK(result.percent() == Exact{90});
      CHECK(result.enough == row.enough);
    }
  }
}

TEST_CASE("who is counted, and whose vote is in favour") {
  struct Row {
    const VoteCount& votes;
    bool of_all;
    bool in_writing;
    bool recused_leave;
    const char* share;
  };
  const Row rows[] = {
      // a recused member leaves the denominator only where the rule says so
      {one_recused, true, false, false, "8/10"},
      {one_recused, true, false, true, "8/9"},
      {one_recused, false, false, false, "8/10"},
      {one_recused, false, false, true, "8/9"},
      // votes in writing only where the rule lets the absent vote so
      {one_in_writing, true, true, false, "9/10"},
      {one_in_writing, true, false, false, "8/10"},
      {one_in_writing, false, true, false, "9/10"},
      {one_in_writing, false, false, false, "8/9"},
      // the absent are none of those present
      {one_absent, true, true, false, "9/10"},
      {one_absent, false, true, false, "9/9"},
      {mixed, true, true, true, "6/12"},
      {mixed, true, true, false, "6/14"},
      {mixed, true, false, true, "4/12"},
      {mixed, true, false, false, "4/14"},
      {mixed, false, true, true, "6/9"},
      {mixed, false, true, false, "6/11"},
      {mixed, false, false, true, "4/6"},
      {mixed, false, false, false, "4/8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.share);
    CAPTURE(row.of_all);
    CAPTURE(row.in_writing);
    CAPTURE(row.recused_leave);
    const ByLaw<Vote> asked =
        rule(Exact{90}, row.of_all, row.in_writing, row.recused_leave);
    const VoteResult result = count_votes(row.votes, &asked);
    CHECK(share(result) == row.share);
    CHECK(result.rule == &asked);
    CHECK(result.votes == row.votes);
  }
}

TEST_CASE("a blank vote is counted and is not in favour") {
  const VoteCount votes{.yes = 2, .blank = 1};
  for (const bool of_all : {true, false}) {
    const ByLaw<Vote> two_thirds = rule(Exact{66}, of_all, false, false);
    const ByLaw<Vote> more = rule(Exact{67}, of_all, false, false);
    CHECK(share(count_votes(votes, &two_thirds)) == "2/3");
    CHECK(count_votes(votes, &two_thirds).enough == true);
    CHECK(count_votes(votes, &more).enough == false);
  }
}

TEST_CASE("two thirds are two thirds exactly") {
  const ByLaw<Vote> exact = rule(Exact{200} / Exact{3}, true, false, false);
  CHECK(count_votes({.yes = 2, .no = 1}, &exact).enough == true);
  CHECK(count_votes({.yes = 665, .no = 333}, &exact).enough == false);
}

TEST_CASE("where nobody is counted, or no rule is known, nothing is said") {
  const ByLaw<Vote> present = rule(Exact{0}, false, false, true);
  CHECK(share(count_votes({.absent = 3, .recused = 1}, &present)) == "0/0?");
  CHECK(count_votes({.absent = 3}, &present).percent() == Exact{0});
  const ByLaw<Vote> all = rule(Exact{0}, true, false, true);
  CHECK(share(count_votes({.recused = 4}, &all)) == "0/0?");
  CHECK(share(count_votes({}, &all)) == "0/0?");
  CHECK(share(count_votes({}, nullptr)) == "0/0?");
  CHECK(share(count_votes(mixed, nullptr)) == "6/14?");
  CHECK(share(count_votes(one_recused, nullptr)) == "8/10?");
}

TEST_CASE("votes as people type them") {
  struct Row {
    const char* text;
    VoteCount votes;
  };
  const Row rows[] = {
      {"yes=8,no=1,written-yes=1", one_in_writing},
      {"written-yes=1,no=1,yes=8", one_in_writing},
      {" yes = 8 , no=1,  written-yes=1 ", one_in_writing},
      {"yes=9,no=0,absent=1", one_absent},
      {"yes=4,no=1,blank=1,written-yes=2,written-no=1,absent=3,recused=2",
       mixed},
      {"absent=3", {.absent = 3}},
      {"yes=999", {.yes = 999}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto votes = change::parse_votes(row.text);
    REQUIRE(votes);
    CHECK(*votes == row.votes);
  }
}

TEST_CASE("what cannot be votes is refused") {
  for (const char* text : {"",
                           " ",
                           ",",
                           "8",
                           "yes",
                           "yes=",
                           "=8",
                           "yes=-1",
                           "yes=+8",
                           "yes=8.0",
                           "yes=8,5",
                           "yes=1000",
                           "yes=99999999999999999999",
                           "yes=8x",
                           "yes=x",
                           "yes=8,,no=1",
                           ",yes=8",
                           "yes=8;no=1",
                           "yes=8,yes=8",
                           "yes=8,no=1,yes=0",
                           "yes=0",
                           "yes=0,no=0",
                           "abstain=1",
                           "Yes=8",
                           "written yes=1"}) {
    CAPTURE(text);
    const auto votes = change::parse_votes(text);
    REQUIRE_FALSE(votes);
    CHECK(votes.error().status == ExitStatus::usage);
    CHECK_FALSE(votes.error().what.empty());
  }
}

TEST_CASE("votes as they stand in a record") {
  struct Row {
    const char* votes;
    VoteCount read;
    const char* codes;
  };
  const Row rows[] = {
      {"{for: 8, against: 1, written_for: 1}", one_in_writing, ""},
      {"{for: 4, against: 1, blank: 1, written_for: 2, written_against: 1, "
       "absent: 3, "
       "recused: 2}",
       mixed, ""},
      {"{for: 999, against: 0}", {.yes = 999}, ""},
      {"{for: 8, against: -1}", {.yes = 8}, "TD0213"},
      {"{for: 8, against: 1000}", {.yes = 8}, "TD0213"},
      {"{for: 8, against: 0.5}", {.yes = 8}, "TD0213"},
      {"{for: 8, against: một}", {.yes = 8}, "TD0205"},
      {"{for: 8, against: [1]}", {.yes = 8}, "TD0203"},
      {"{for: 8, abstain: 1}", {.yes = 8}, "TD0201"},
      {"{for: 8, for: 9}", {.yes = 8}, "TD0110"},
      {"{}", {}, "TD0213"},
      {"{for: 0, against: 0}", {}, "TD0213"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.votes);
    const ReadProposal read(
        std::string(test::draft_of_a) +
        "history:\n  - {state: voted, date: \"2024-12-01\", votes: " +
        row.votes + "}\n");
    CHECK(read.codes() == row.codes);
    REQUIRE(read.proposal);
    REQUIRE(read.proposal->history.size() == 1);
    REQUIRE(read.proposal->history.front().votes.has_value());
    CHECK(read.proposal->history.front().votes->value == row.read);
  }
}

TEST_CASE("votes that are a list or a word are none") {
  for (const char* votes : {"[8, 1]", "nhất trí", "8"}) {
    CAPTURE(votes);
    const ReadProposal read(
        std::string(test::draft_of_a) +
        "history:\n  - {state: voted, date: \"2024-12-01\", votes: " + votes +
        "}\n");
    CHECK(read.codes() == "TD0203");
  }
}

namespace {

// A council of five, of whom one belongs to the unit; the votes that stand in
// the record; what is found when it went on.
Diagnostics found_with(const std::string& votes, const std::string& procedure,
                       const std::string& goes_on = "decided") {
  auto files = test::small_plan();
  std::string& awards = files["awards.yaml"];
  const std::string plain = "rank: 1, receivers";
  awards.replace(awards.find(plain), plain.size(),
                 "rank: 1, council: hd, procedure: {vote: {" + procedure +
                     ", source: IV.5}}, receivers");
  awards +=
      "councils:\n  - {id: hd, name: Hội đồng, members: [{name: A}, {name: B}, "
      "{name: C}, {name: D}, {name: E, unit: a}], source: IV.5}\n";
  files["proposals/annual-2024/a/low.yaml"] =
      std::string(test::draft_of_a) +
      "history:\n"
      "  - {state: submitted, date: \"2024-11-21\"}\n"
      "  - {state: voted, date: \"2024-11-22\", votes: " +
      votes + "}\n  - {state: " + goes_on +
      ", date: \"2024-11-23\", document: 1/QĐ, reason: Lý do}\n";
  const auto plan = PlanFolder(files).load();
  REQUIRE(plan->diagnostics.count(Severity::error) == 0);
  return check_plan(*plan, day("2025-01-01"));
}

}  // namespace

TEST_CASE("votes are checked against the council and its rule") {
  const std::string four_fifths = "percent: 80, of: all-members";
  struct Row {
    const char* votes;
    const char* goes_on;
    bool other_council;
    bool fell_short;
  };
  const Row rows[] = {
      {"{for: 4, against: 1}", "decided", false, false},
      {"{for: 3, against: 2}", "decided", false, true},
      {"{for: 3, against: 2}", "submitted-upward", false, true},
      {"{for: 3, against: 2}", "returned", false, false},
      {"{for: 3, against: 2}", "refused", false, false},
      {"{for: 4}", "decided", true, false},
      {"{for: 5, recused: 1}", "decided", true, false},
      {"{for: 3, absent: 1, recused: 1}", "decided", false, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.votes);
    CAPTURE(row.goes_on);
    const Diagnostics found = found_with(row.votes, four_fifths, row.goes_on);
    CHECK(has(found, code::votes_not_of_council) == row.other_council);
    CHECK(has(found, code::vote_fell_short) == row.fell_short);
  }
}

TEST_CASE("who belongs to a unit does not vote on it, nor on those below it") {
  Council council;
  const auto member = [](const char* name, const char* unit) {
    CouncilMember each;
    each.name = name;
    if (*unit != '\0') {
      each.unit = At<std::string>{unit, {}};
    }
    return each;
  };
  council.members = {member("A", ""), member("B", "a"), member("C", "ab"),
                     member("D", "a/x")};
  const auto names_of = [&](const char* unit) {
    std::string names;
    for (const CouncilMember* each : recused_from(council, unit)) {
      names += each->name;
    }
    return names;
  };
  CHECK(names_of("a") == "B");
  CHECK(names_of("a/x") == "BD");
  CHECK(names_of("a/x/y") == "BD");
  CHECK(names_of("a/xy") == "B");
  CHECK(names_of("ab") == "C");
  CHECK(names_of("b") == "");
}
