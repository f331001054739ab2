// The days of a proposal: in what order they come, and what holds on each.
#include <doctest/doctest.h>

#include "change/proposals.hpp"
#include "plan_folder.hpp"
#include "proposal_records.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::draft_of_a;
using test::entry_line;
using test::proposal_of;
using test::State;

struct Dated {
  State state;
  const char* date;
};

Proposal proposal_with(const std::vector<Dated>& history,
                       const std::string& lines = {}) {
  std::string text = draft_of_a + lines;
  text += history.empty() ? "" : "history:\n";
  for (const Dated& each : history) {
    text += entry_line(each.state, each.date);
  }
  return proposal_of(text);
}

// The place of an entry in its history; -1: none.
int place_of(const Proposal& proposal, const ProposalEntry* entry) {
  return entry == nullptr ? -1
                          : static_cast<int>(entry - proposal.history.data());
}

struct Answer {
  const char* day;
  State state;
  const char* decision;  // granted, refused, revoked; empty: none
  int entry;             // that the decision is; -1: none
};

void ask(const Proposal& proposal, const std::vector<Answer>& answers) {
  for (const Answer& answer : answers) {
    CAPTURE(answer.day);
    const Date then = day(answer.day);
    CHECK(to_string(state_on(proposal, then)) == to_string(answer.state));
    const auto decision = decision_on(proposal, then);
    CHECK(decision.has_value() == (*answer.decision != '\0'));
    if (decision) {
      const std::string word = decision->granted   ? "granted"
                               : decision->revoked ? "revoked"
                                                   : "refused";
      CHECK(word == answer.decision);
      CHECK_FALSE((decision->granted && decision->revoked));
    }
    CHECK(place_of(proposal, decision ? decision->entry : nullptr) ==
          answer.entry);
  }
}

}  // namespace

TEST_CASE("days that go backwards are told, each against the latest so far") {
  struct Row {
    std::vector<Dated> history;
    std::vector<std::size_t> wrong;  // these entries
  };
  const Row rows[] = {
      // proposed on 2024-11-20
      {{{State::submitted, "2024-11-20"}}, {}},
      {{{State::submitted, "2024-11-19"}}, {0}},
      {{{State::submitted, "2024-11-25"}, {State::appraised, "2024-11-25"}},
       {}},
      {{{State::submitted, "2024-11-25"}, {State::appraised, "2024-11-24"}},
       {1}},
      {{{State::submitted, "2024-11-25"},
        {State::appraised, "2024-11-22"},
        {State::voted, "2024-11-24"},
        {State::decided, "2024-11-25"}},
       {1, 2}},
      {{{State::submitted, "2024-11-19"}, {State::appraised, "2024-11-19"}},
       {0, 1}},
  };
  for (const Row& row : rows) {
    const Proposal proposal = proposal_with(row.history);
    const auto faults = life_faults(proposal);
    REQUIRE(faults.size() == row.wrong.size());
    for (std::size_t i = 0; i < faults.size(); ++i) {
      CHECK(faults[i].code == code::decided_too_early);
      CHECK(faults[i].where == proposal.history[row.wrong[i]].date.span);
    }
  }
}

TEST_CASE("an entry dated before what came before it is not added") {
  struct Row {
    const char* date;
    bool added;
  };
  const auto ask_both = [](const std::string& record, State state,
                           const std::vector<Row>& rows) {
    auto files = test::small_plan();
    files["proposals/annual-2024/a/low.yaml"] = record;
    const auto plan = test::PlanFolder(files).load();
    Candidate candidate;
    candidate.unit = plan->unit("a");
    candidate.form = plan->form("low");
    candidate.occasion = find_occasion(*plan, "annual-2024").value();
    for (const Row& row : rows) {
      CAPTURE(row.date);
      change::NewEntry entry;
      entry.state = state;
      entry.date = day(row.date);
      const auto change = change::add_entry(*plan, candidate, entry);
      CHECK(change.has_value() == row.added);
      if (!change) {
        CHECK(change.error().status == ExitStatus::refused);
        CHECK(say(change.error().hint, Language::en) ==
              "if that is wrong, correct proposals/annual-2024/a/low.yaml");
      }
    }
  };
  ask_both(draft_of_a, State::submitted,
           {{"2024-11-19", false}, {"2024-11-20", true}, {"2024-11-21", true}});
  ask_both(std::string(draft_of_a) + "history:\n" +
               entry_line(State::submitted, "2024-12-05"),
           State::appraised,
           {{"2024-11-20", false},
            {"2024-12-04", false},
            {"2024-12-05", true},
            {"2024-12-06", true}});
}

TEST_CASE("on a day it is what the last entry until then says") {
  ask(proposal_with({}), {{"2024-11-20", State::drafted, "", -1},
                          {"2199-12-31", State::drafted, "", -1}});
  ask(proposal_with({{State::submitted, "2024-12-01"},
                     {State::appraised, "2024-12-03"},
                     {State::voted, "2024-12-05"},
                     {State::submitted_upward, "2024-12-07"},
                     {State::decided, "2024-12-09"},
                     {State::revoked, "2024-12-11"}}),
      {{"2024-11-30", State::drafted, "", -1},
       {"2024-12-01", State::submitted, "", -1},
       {"2024-12-02", State::submitted, "", -1},
       {"2024-12-03", State::appraised, "", -1},
       {"2024-12-04", State::appraised, "", -1},
       {"2024-12-05", State::voted, "", -1},
       {"2024-12-06", State::voted, "", -1},
       {"2024-12-07", State::submitted_upward, "", -1},
       {"2024-12-08", State::submitted_upward, "", -1},
       {"2024-12-09", State::decided, "granted", 4},
       {"2024-12-10", State::decided, "granted", 4},
       {"2024-12-11", State::revoked, "revoked", 5},
       {"2024-12-12", State::revoked, "revoked", 5}});
  ask(proposal_with(
          {{State::submitted, "2024-12-01"}, {State::refused, "2024-12-03"}}),
      {{"2024-12-02", State::submitted, "", -1},
       {"2024-12-03", State::refused, "refused", 1},
       {"2024-12-04", State::refused, "refused", 1}});
  ask(proposal_with({{State::submitted, "2024-12-01"},
                     {State::returned, "2024-12-03"},
                     {State::withdrawn, "2024-12-05"}}),
      {{"2024-12-02", State::submitted, "", -1},
       {"2024-12-03", State::returned, "", -1},
       {"2024-12-04", State::returned, "", -1},
       {"2024-12-05", State::withdrawn, "", -1},
       {"2024-12-06", State::withdrawn, "", -1}});
}

TEST_CASE("of several entries of one day the last one holds") {
  ask(proposal_with({{State::submitted, "2024-12-01"},
                     {State::voted, "2024-12-01"},
                     {State::decided, "2024-12-01"}}),
      {{"2024-11-30", State::drafted, "", -1},
       {"2024-12-01", State::decided, "granted", 2}});
}

TEST_CASE("the last entry of a state on a day") {
  const Proposal proposal = proposal_with({{State::submitted, "2024-12-01"},
                                           {State::voted, "2024-12-03"},
                                           {State::voted, "2024-12-05"},
                                           {State::returned, "2024-12-07"}});
  struct Row {
    State state;
    const char* day;
    int place;
  };
  for (const Row& row :
       {Row{State::voted, "2024-12-02", -1}, Row{State::voted, "2024-12-03", 1},
        Row{State::voted, "2024-12-04", 1}, Row{State::voted, "2024-12-05", 2},
        Row{State::voted, "2024-12-08", 2},
        Row{State::submitted, "2024-12-08", 0},
        Row{State::returned, "2024-12-06", -1},
        Row{State::returned, "2024-12-07", 3},
        Row{State::decided, "2024-12-08", -1}}) {
    CAPTURE(to_string(row.state));
    CAPTURE(row.day);
    CHECK(place_of(proposal, entry_of(proposal, row.state, day(row.day))) ==
          row.place);
  }
}

TEST_CASE("received as recorded, else on the day of the first submission") {
  const std::vector<Dated> twice = {{State::submitted, "2024-12-01"},
                                    {State::returned, "2024-12-03"},
                                    {State::submitted, "2024-12-05"}};
  CHECK(received_on(proposal_with(twice)) == day("2024-12-01"));
  CHECK(received_on(proposal_with(twice, "received: \"2024-12-06\"\n")) ==
        day("2024-12-06"));
  CHECK(received_on(proposal_with({}, "received: \"2024-11-22\"\n")) ==
        day("2024-11-22"));
  CHECK_FALSE(received_on(proposal_with({})).has_value());
  CHECK_FALSE(received_on(proposal_with({{State::withdrawn, "2024-12-01"}}))
                  .has_value());
}
