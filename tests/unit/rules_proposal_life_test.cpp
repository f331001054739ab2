// The life of a proposal: which state may follow which, what an entry has to
// say, in what order of days, and what holds on a day.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "change/proposals.hpp"
#include "file_bytes.hpp"
#include "plan_folder.hpp"
#include "proposal_records.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::all_states;
using test::day;
using test::entry_line;
using test::PlanFolder;
using test::proposal_of;
using test::record_of;
using test::State;
using test::way_to;

constexpr const char* path_of_a = "proposals/annual-2024/a/low.yaml";

// The table, written out once more: what may come after each state.
const std::map<State, std::vector<State>> may_come_after = {
    {State::drafted, {State::submitted, State::withdrawn}},
    {State::submitted,
     {State::returned, State::appraised, State::voted, State::submitted_upward,
      State::decided, State::refused, State::withdrawn}},
    {State::returned, {State::submitted, State::withdrawn}},
    {State::appraised,
     {State::returned, State::voted, State::submitted_upward, State::decided,
      State::refused, State::withdrawn}},
    {State::voted,
     {State::returned, State::voted, State::submitted_upward, State::decided,
      State::refused, State::withdrawn}},
    {State::submitted_upward,
     {State::returned, State::submitted_upward, State::decided, State::refused,
      State::withdrawn}},
    {State::decided, {State::revoked}},
    {State::refused, {}},
    {State::withdrawn, {}},
    {State::revoked, {}},
};

bool expected(State from, State to) {
  const auto& after = may_come_after.at(from);
  return std::find(after.begin(), after.end(), to) != after.end();
}

std::string hint_after(State from) {
  std::string list;
  for (const State to : may_come_after.at(from)) {
    list += (list.empty() ? "`" : ", `") + std::string(to_string(to)) + "`";
  }
  return list.empty()
             ? "nothing can come after it"
             : "possible after `" + std::string(to_string(from)) + "`: " + list;
}

// The same, as the command line names the entries.
std::string options_after(State from) {
  static const std::map<State, std::string> options{
      {State::submitted, "--submit"},
      {State::returned, "--return"},
      {State::appraised, "--appraise"},
      {State::voted, "--vote"},
      {State::submitted_upward, "--submit-upward"},
      {State::decided, "--decide"},
      {State::refused, "--refuse"},
      {State::withdrawn, "--withdraw"},
      {State::revoked, "--revoke"}};
  std::string list;
  for (const State to : may_come_after.at(from)) {
    list += (list.empty() ? "" : ", ") + options.at(to);
  }
  return list.empty() ? "nothing can come after it" : "possible now: " + list;
}

std::string said(const Message& message) { return say(message, Language::en); }

change::NewEntry entry(State state, Date date) {
  return {.state = state,
          .date = date,
          .by = "Hội đồng",
          .to = {},
          .document = "2/VB",
          .signer = {},
          .reason = "Lý do",
          .votes = VoteCount{.yes = 4, .no = 1},
          .prize = {},
          .note = {}};
}

// A plan folder with one proposal, and what is made of an entry for it.
class Proposed {
 public:
  explicit Proposed(const std::string& record)
      : folder_(files_with(record)), plan_(folder_.load()) {
    candidate_.unit = plan_->unit("a");
    candidate_.form = plan_->form("low");
    candidate_.occasion = find_occasion(*plan_, "annual-2024").value();
  }

  [[nodiscard]] Result<FileChange> add(const change::NewEntry& entry) const {
    return change::add_entry(*plan_, candidate_, entry);
  }
  [[nodiscard]] std::string on_disk() const {
    return test::bytes_of(folder_.path() / path_of_a);
  }

 private:
  static std::map<std::string, std::string> files_with(
      const std::string& record) {
    auto files = test::small_plan();
    if (!record.empty()) {
      files[path_of_a] = record;
    }
    return files;
  }

  PlanFolder folder_;
  std::unique_ptr<const Plan> plan_;
  Candidate candidate_;
};

// What is wrong with the life of a record: "TD0609@31" with the line of each.
std::string faults_of(const std::string& record) {
  std::string list;
  for (const LifeFault& fault : life_faults(proposal_of(record))) {
    list += (list.empty() ? "" : " ") + to_string(fault.code) + "@" +
            std::to_string(locate(record, fault.where.offset).line);
  }
  return list;
}

}  // namespace

TEST_CASE("which state may follow which") {
  REQUIRE(may_come_after.size() == all_states.size());
  for (const State from : all_states) {
    CAPTURE(to_string(from));
    CHECK(next_states(from) == may_come_after.at(from));
    CHECK(said(possible_states(from)) == hint_after(from));
    for (const State to : all_states) {
      CAPTURE(to_string(to));
      CHECK(may_follow(from, to) == expected(from, to));
    }
  }
}

TEST_CASE("the rules stand in the order of the states, one for each entry") {
  REQUIRE(state_rules().size() == 9);
  for (std::size_t i = 0; i < 9; ++i) {
    CHECK(state_rules()[i].to == all_states.at(i + 1));
    CHECK(rule_of(all_states.at(i + 1)).to == all_states.at(i + 1));
  }
}

TEST_CASE("it is open until it is decided, refused or withdrawn") {
  for (const State state : all_states) {
    CAPTURE(to_string(state));
    const bool ended = state == State::decided || state == State::refused ||
                       state == State::withdrawn || state == State::revoked;
    CHECK(is_open(state) == !ended);
  }
}

TEST_CASE("a history that breaks the table is read, and the entry is named") {
  for (const State from : all_states) {
    CAPTURE(to_string(from));
    std::vector<State> history = way_to(from);
    CHECK(faults_of(record_of(history)) == "");
    for (const State to : all_states) {
      if (to == State::drafted) {
        continue;
      }
      CAPTURE(to_string(to));
      history = way_to(from);
      history.push_back(to);
      const std::string record = record_of(history);
      const Proposal proposal = proposal_of(record);
      const auto faults = life_faults(proposal);
      REQUIRE(proposal.history.size() == history.size());
      CHECK(proposal.history.back().state.value == to);
      REQUIRE(faults.size() == (expected(from, to) ? 0 : 1));
      if (!faults.empty()) {
        CHECK(faults.front().code == code::impossible_state);
        CHECK(faults.front().where == proposal.history.back().state.span);
        CHECK(said(faults.front().what) ==
              "`" + std::string(to_string(to)) + "` cannot come after `" +
                  std::string(to_string(from)) + "`");
        CHECK(said(faults.front().hint) == hint_after(from));
      }
    }
  }
}

TEST_CASE("an entry is added to a record, or refused with what is possible") {
  const Date later = day("2024-12-31");
  for (const State from : all_states) {
    CAPTURE(to_string(from));
    const std::string before = record_of(way_to(from));
    const Proposed proposed(before);
    for (const State to : all_states) {
      CAPTURE(to_string(to));
      const auto change = proposed.add(entry(to, later));
      REQUIRE(change.has_value() == expected(from, to));
      if (change) {
        CHECK(change->path == path_of_a);
        CHECK(change->bytes.starts_with(before));
        const Proposal after = proposal_of(change->bytes);
        REQUIRE(after.history.size() == way_to(from).size() + 1);
        CHECK(after.history.back().state.value == to);
        CHECK(after.history.back().date.value == later);
        CHECK(faults_of(change->bytes) == "");
      } else {
        CHECK(change.error().status == ExitStatus::refused);
        CHECK(said(change.error().hint) == options_after(from));
      }
    }
    CHECK(proposed.on_disk() == before);
  }
}

TEST_CASE("nothing is added where nothing was proposed") {
  const Proposed nothing("");
  const auto change = nothing.add(entry(State::submitted, day("2024-12-31")));
  REQUIRE_FALSE(change);
  CHECK(change.error().status == ExitStatus::refused);
  CHECK(said(change.error().hint) == "propose it first");
}

TEST_CASE("every entry says what it has to") {
  struct Row {
    State state;
    State before;
    bool reason;
    bool votes;
    bool document;
  };
  const Row rows[] = {
      {State::submitted, State::drafted, false, false, false},
      {State::returned, State::submitted, true, false, false},
      {State::appraised, State::submitted, false, false, false},
      {State::voted, State::appraised, false, true, false},
      {State::submitted_upward, State::voted, false, false, false},
      {State::decided, State::submitted_upward, false, false, true},
      {State::refused, State::appraised, true, false, false},
      {State::withdrawn, State::returned, true, false, false},
      {State::revoked, State::decided, true, false, true},
  };
  for (const Row& row : rows) {
    CAPTURE(to_string(row.state));
    const std::string before = record_of(way_to(row.before));
    const std::string head = way_to(row.before).empty() ? "history:\n" : "";
    const Proposed proposed(before);
    // Each of the three is left out or not.
    for (unsigned left_out = 0; left_out < 8; ++left_out) {
      CAPTURE(left_out);
      const bool reason = (left_out & 1U) == 0;
      const bool votes = (left_out & 2U) == 0;
      const bool document = (left_out & 4U) == 0;
      const int lacking = static_cast<int>(row.reason && !reason) +
                          static_cast<int>(row.votes && !votes) +
                          static_cast<int>(row.document && !document);

      const std::string record =
          before + head +
          entry_line(row.state, "2024-12-31",
                     std::string(reason ? ", reason: Lý do" : "") +
                         (votes ? ", votes: {for: 5}" : "") +
                         (document ? ", document: 1/VB" : ""));
      const Proposal proposal = proposal_of(record);
      const auto faults = life_faults(proposal);
      CHECK(static_cast<int>(faults.size()) == lacking);
      for (const LifeFault& fault : faults) {
        CHECK(to_string(fault.code) == "TD0610");
        CHECK(fault.where == proposal.history.back().span);
      }

      change::NewEntry added = entry(row.state, day("2024-12-31"));
      added.reason = reason ? "Lý do" : "";
      added.document = document ? "1/VB" : "";
      if (!votes) {
        added.votes.reset();
      }
      const auto change = proposed.add(added);
      CHECK(change.has_value() == (lacking == 0));
      if (!change) {
        CHECK(change.error().status == ExitStatus::usage);
        REQUIRE(!faults.empty());
        const char* lacks = row.document && !document ? "document"
                            : row.votes && !votes     ? "count of the votes"
                                                      : "reason";
        CHECK(said(change.error().what) ==
              fmt::format("“{}” does not say its {}",
                          say(word(row.state), Language::en), lacks));
      }
    }
    CHECK(proposed.on_disk() == before);
  }
}

TEST_CASE("what an entry lacks is named") {
  CHECK(said(life_faults(
                 proposal_of(std::string(test::draft_of_a) + "history:\n" +
                             entry_line(State::withdrawn, "2024-11-21", "")))
                 .at(0)
                 .what) == "the entry `withdrawn` does not say its reason");
  CHECK(faults_of(std::string(test::draft_of_a) + "history:\n" +
                  entry_line(State::submitted, "2024-11-21") +
                  entry_line(State::decided, "2024-11-22") +
                  entry_line(State::revoked, "2024-11-23", "")) ==
        "TD0610@8 TD0610@8");
}

TEST_CASE("a decision nobody is named for is by the authority of the form") {
  const std::string before = record_of({State::submitted});
  const Proposed proposed(before);
  for (const State state : {State::appraised, State::refused, State::decided}) {
    CAPTURE(to_string(state));
    change::NewEntry added = entry(state, day("2024-12-31"));
    added.by = "";
    const auto change = proposed.add(added);
    REQUIRE(change);
    CHECK(proposal_of(change->bytes).history.back().by ==
          (state == State::appraised ? "" : "Chủ tịch"));
  }
}

TEST_CASE("blanks are no reason and no document") {
  const Proposed proposed(record_of({State::submitted}));
  for (const State state : {State::refused, State::decided}) {
    change::NewEntry added = entry(state, day("2024-12-31"));
    added.reason = "  ";
    added.document = " ";
    const auto change = proposed.add(added);
    REQUIRE_FALSE(change);
    CHECK(change.error().status == ExitStatus::usage);
  }
}
