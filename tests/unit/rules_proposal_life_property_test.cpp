// Thousands of histories made by chance: every entry is refused and nothing
// changes, or it is there with all those before it.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "change/proposals.hpp"
#include "proposal_records.hpp"

namespace {

using namespace thidua;
using test::State;

// Row: what it is; column: what shall come, in the order of the states.
constexpr std::array<std::string_view, 10> model_table = {
    //  sub  ret  app  vot  upw  dec  ref  wit  rev
    "-  x    .    .    .    .    .    .    x    .",  // drafted
    "-  .    x    x    x    x    x    x    x    .",  // submitted
    "-  x    .    .    .    .    .    .    x    .",  // returned
    "-  .    x    .    x    x    x    x    x    .",  // appraised
    "-  .    x    .    x    x    x    x    x    .",  // voted
    "-  .    x    .    .    x    x    x    x    .",  // submitted-upward
    "-  .    .    .    .    .    .    .    .    x",  // decided
    "-  .    .    .    .    .    .    .    .    .",  // refused
    "-  .    .    .    .    .    .    .    .    .",  // withdrawn
    "-  .    .    .    .    .    .    .    .    .",  // revoked
};

bool model_allows(State from, State to) {
  std::string cells(model_table.at(static_cast<std::size_t>(from)));
  std::erase(cells, ' ');
  return cells.at(static_cast<std::size_t>(to)) == 'x';
}

bool model_is_whole(const change::NewEntry& entry) {
  switch (entry.state) {
    case State::returned:
    case State::refused:
    case State::withdrawn:
      return !entry.reason.empty();
    case State::voted:
      return entry.votes.has_value();
    case State::decided:
      return !entry.document.empty();
    case State::revoked:
      return !entry.document.empty() && !entry.reason.empty();
    default:
      return true;
  }
}

bool model_has_voters(const change::NewEntry& entry) {
  return !entry.votes ||
         entry.votes->absent + entry.votes->recused < entry.votes->members();
}

bool model_repeats(const change::NewEntry& last,
                   const change::NewEntry& entry) {
  return last.state == entry.state && last.date == entry.date &&
         last.to == entry.to && last.document == entry.document &&
         last.votes == entry.votes;
}

// What the program should do with an entry.
ExitStatus model_answer(const std::vector<change::NewEntry>& history,
                        Date proposed, const change::NewEntry& entry) {
  const State last = history.empty() ? State::drafted : history.back().state;
  const Date day = history.empty() ? proposed : history.back().date;
  if (!model_allows(last, entry.state) || entry.date < day ||
      (!history.empty() && model_repeats(history.back(), entry))) {
    return ExitStatus::refused;
  }
  return model_is_whole(entry) && model_has_voters(entry) ? ExitStatus::ok
                                                          : ExitStatus::usage;
}

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  int below(int limit) {
    return static_cast<int>(random_() % static_cast<unsigned>(limit));
  }
  // Often nothing, else something that has to be quoted in a record.
  std::string text() {
    static const std::array<std::string, 12> texts = {"Lý do",
                                                      "12/QĐ-UBND",
                                                      "no",
                                                      "012",
                                                      "a: b",
                                                      "- a",
                                                      "2024-12-01",
                                                      "a #b",
                                                      "\"a\" b",
                                                      "~",
                                                      "Thị xã A, thôn B",
                                                      "{for: 8}"};
    const int place = below(18);
    return place < 12 ? texts.at(static_cast<std::size_t>(place)) : "";
  }
  // Now and then before the last one.
  change::NewEntry entry(Date last) {
    change::NewEntry entry;
    entry.state = test::all_states.at(static_cast<std::size_t>(below(10)));
    entry.date = add_days(last, below(12) == 0 ? -1 - below(3) : below(4));
    entry.by = "Chủ tịch";
    entry.to = text();
    entry.document = text();
    entry.signer = text();
    entry.reason = text();
    if (below(4) != 0) {
      entry.votes = VoteCount{};
      for (int VoteCount::*const count : ballot_counts) {
        (*entry.votes).*count = below(3) == 0 ? below(1000) : 0;
      }
      entry.votes->yes += entry.votes->members() == 0 ? 1 : 0;
    }
    entry.prize = below(4) == 0 ? std::to_string(below(9999999)) : "";
    entry.note = text();
    return entry;
  }

 private:
  std::mt19937 random_;
};

void require_same(const ProposalEntry& read, const change::NewEntry& meant) {
  REQUIRE(read.state.value == meant.state);
  REQUIRE(read.date.value == meant.date);
  REQUIRE(read.by == meant.by);
  REQUIRE(read.to == meant.to);
  REQUIRE(read.document == meant.document);
  REQUIRE(read.signer == meant.signer);
  REQUIRE(read.reason == meant.reason);
  REQUIRE(read.votes.has_value() == meant.votes.has_value());
  REQUIRE((!read.votes || read.votes->value == *meant.votes));
  REQUIRE(read.prize.has_value() == !meant.prize.empty());
  REQUIRE((!read.prize || read.prize->value == Exact{std::stoi(meant.prize)}));
  REQUIRE(read.note == meant.note);
}

// One proposal in memory, in a plan that holds nothing else.
class Life {
 public:
  explicit Life(const std::string& record) {
    unit_.id = "a";
    form_.id.value = "low";
    occasion_.id.value = "annual";
    candidate_.unit = &unit_;
    candidate_.form = &form_;
    candidate_.occasion = {&occasion_, 2024};
    take(record);
  }

  [[nodiscard]] Result<FileChange> add(const change::NewEntry& entry) const {
    return change::add_entry(plan_, candidate_, entry);
  }
  void take(const std::string& record) {
    plan_.sources = {{"proposals/annual-2024/a/low.yaml", record}};
    plan_.proposals.clear();
    plan_.proposals.push_back(test::proposal_of(record));
  }
  [[nodiscard]] const std::string& bytes() const {
    return plan_.sources.front().bytes;
  }
  [[nodiscard]] const Proposal& proposal() const {
    return plan_.proposals.front();
  }

 private:
  Unit unit_;
  AwardForm form_;
  Occasion occasion_;
  Plan plan_;
  Candidate candidate_;
};

struct Tally {
  int added = 0;
  int refused = 0;
  int incomplete = 0;
  int ended = 0;
  std::size_t longest = 0;
};

void live(const std::string& record, Chance& chance, Tally& tally) {
  Life life(record);
  const Date proposed = life.proposal().proposed_on.value;
  std::vector<change::NewEntry> history;
  for (int steps = 6 + chance.below(20); steps > 0; --steps) {
    const change::NewEntry entry =
        chance.entry(history.empty() ? proposed : history.back().date);
    const ExitStatus answer = model_answer(history, proposed, entry);
    const std::string before = life.bytes();
    CAPTURE(before);
    CAPTURE(to_string(entry.state));
    CAPTURE(to_iso(entry.date));
    const auto change = life.add(entry);
    REQUIRE(change.has_value() == (answer == ExitStatus::ok));
    if (!change) {
      REQUIRE(change.error().status == answer);
      REQUIRE(life.bytes() == before);
      REQUIRE(life.proposal().history.size() == history.size());
      ++(answer == ExitStatus::usage ? tally.incomplete : tally.refused);
      continue;
    }
    ++tally.added;
    history.push_back(entry);
    life.take(change->bytes);
    CAPTURE(life.bytes());
    REQUIRE(life.proposal().history.size() == history.size());
    for (std::size_t i = 0; i < history.size(); ++i) {
      require_same(life.proposal().history[i], history[i]);
    }
    REQUIRE(life_faults(life.proposal()).empty());
    REQUIRE(state_on(life.proposal(), entry.date) == entry.state);
  }
  tally.longest = std::max(tally.longest, history.size());
  tally.ended += !history.empty() && !is_open(history.back().state) ? 1 : 0;
}

}  // namespace

TEST_CASE("histories made by chance follow the table and lose no entry") {
  const std::string draft = test::draft_of_a;
  const std::array<std::string, 4> records = {
      draft,
      draft + "note: Ghi chú  # giữ nguyên\n",
      "# đề nghị\n" + draft + "\npapers:\n  - {name: tờ trình}\n# hết\n",
      "unit: a\r\nform: low\r\noccasion: annual-2024\r\nproposed:\r\n"
      "  by: \"Xã A\"\r\n  date: \"2024-11-20\"\r\n",
  };
  Chance chance(20241120);
  Tally tally;
  for (std::size_t k = 0; k < 8000; ++k) {
    live(records.at(k % records.size()), chance, tally);
  }
  MESSAGE("entries " << tally.added << ", refused " << tally.refused
                     << ", incomplete " << tally.incomplete << ", ended "
                     << tally.ended << ", longest " << tally.longest);
  CHECK(tally.added > 6000);
  CHECK(tally.refused > 6000);
  CHECK(tally.incomplete > 500);
  CHECK(tally.ended > 1000);
  CHECK(tally.longest >= 8);
}
