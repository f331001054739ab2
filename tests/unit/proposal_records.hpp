// Proposals written by hand for a test: their states, the shortest way to each
// of them, and the record of one as it is read.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings.hpp"
#include "model/read.hpp"
#include "values.hpp"
#include "yaml/tree.hpp"

namespace thidua::test {

using State = ProposalState;

// In the order of the enumeration; the first is no entry.
inline constexpr std::array<State, 10> all_states{
    State::drafted,   State::submitted, State::returned,
    State::appraised, State::voted,     State::submitted_upward,
    State::decided,   State::refused,   State::withdrawn,
    State::revoked};

// The shortest history that ends in a state.
inline std::vector<State> way_to(State state) {
  switch (state) {
    case State::drafted:
      return {};
    case State::submitted:
    case State::withdrawn:
      return {state};
    case State::revoked:
      return {State::submitted, State::decided, State::revoked};
    default:
      return {State::submitted, state};
  }
}

// One entry that says everything any entry has to, as a line of a record.
inline std::string entry_line(State state, std::string_view date,
                              std::string_view more =
                                  ", reason: Lý do, document: 1/VB, votes: "
                                  "{for: 5}") {
  return "  - {state: " + std::string(to_string(state)) + ", date: \"" +
         std::string(date) + "\"" + std::string(more) + "}\n";
}

inline constexpr const char* draft_of_a =
    "unit: a\nform: low\noccasion: annual-2024\n"
    "proposed: {by: Xã A, date: \"2024-11-20\"}\n";

// The draft and its history, each entry a day after the one before it.
inline std::string record_of(const std::vector<State>& history) {
  std::string text = draft_of_a;
  text += history.empty() ? "" : "history:\n";
  Date date = day("2024-11-20");
  for (const State state : history) {
    date = add_days(date, 1);
    text += entry_line(state, to_iso(date));
  }
  return text;
}

// A record as it is read; its spans are of that text, in file 0.
struct ReadProposal {
  std::string text;
  Diagnostics found{};
  std::optional<Proposal> proposal{};

  explicit ReadProposal(std::string bytes) : text(std::move(bytes)) {
    const auto tree = yaml::read(text, 0, found);
    REQUIRE(tree);
    proposal = read_proposal(tree->root(), found);
    found.sort();
  }

  [[nodiscard]] std::string codes() const { return codes_of(found); }
};

// One that is read without a fault.
inline Proposal proposal_of(std::string bytes) {
  ReadProposal read(std::move(bytes));
  CAPTURE(read.text);
  REQUIRE(read.codes() == "");
  REQUIRE(read.proposal);
  return std::move(*read.proposal);
}

}  // namespace thidua::test
