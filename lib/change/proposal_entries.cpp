// What became of a proposal: entries of its history.
#include <array>

#include "change/draft.hpp"
#include "change/proposal_records.hpp"
#include "change/proposals.hpp"
#include "change/typed.hpp"
#include "rules/references.hpp"
#include "rules/votes.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

// Votes have to be those of the council of the form, where the plan names it.
std::optional<Failure> refuse_count(const Plan& plan,
                                    const Candidate& candidate,
                                    const NewEntry& entry) {
  const Council* council = council_of(plan, *candidate.form);
  if (!entry.votes) {
    return std::nullopt;
  }
  const VoteCount& votes = *entry.votes;
  if (votes.members() == votes.absent + votes.recused) {
    return Failure{ExitStatus::usage, msg("nobody has voted"),
                   msg("leave out what the council did not vote on")};
  }
  if (council == nullptr || council->members.empty()) {
    return std::nullopt;
  }
  const std::size_t members = council->members.size();
  if (votes.members() != static_cast<int>(members)) {
    return Failure{ExitStatus::refused,
                   msg("{0} votes, and `{1}` has {2} members", votes.members(),
                       council->name, members),
                   msg("count every member once: absent and recused ones too")};
  }
  const auto recused = recused_from(*council, candidate.unit->id);
  if (votes.recused < static_cast<int>(recused.size())) {
    std::string names;
    for (const CouncilMember* member : recused) {
      names += (names.empty() ? "" : ", ") + member->name;
    }
    return Failure{
        ExitStatus::refused,
        msg("{0} recused, and {1} of the council {1:belongs|belong} to the "
            "unit: {2}",
            votes.recused, recused.size(), names),
        msg("nobody votes on the unit that he or she belongs to")};
  }
  return std::nullopt;
}

Value votes_of(const VoteCount& votes) {
  std::vector<Member> keys;
  for (std::size_t i = 0; i < ballot_keys.size(); ++i) {
    if (const int number = votes.*ballot_counts.at(i); number != 0) {
      keys.push_back({std::string(ballot_keys.at(i)),
                      Value::literal(std::to_string(number))});
    }
  }
  return Value::map(std::move(keys));
}

bool is_decision(ProposalState state) {
  return state == ProposalState::decided || state == ProposalState::refused ||
         state == ProposalState::revoked;
}

// Whoever it is who decides or votes, unless somebody else is named.
std::string actor_of(const Plan& plan, const Candidate& candidate,
                     const NewEntry& entry) {
  const Council* council = council_of(plan, *candidate.form);
  if (!entry.by.empty()) {
    return entry.by;
  }
  if (is_decision(entry.state)) {
    return candidate.form->authority.decider();
  }
  return entry.state == ProposalState::voted && council != nullptr
             ? council->name
             : std::string();
}

Value record_of(const Plan& plan, const Candidate& candidate,
                const NewEntry& entry) {
  std::vector<Member> keys{
      {"state", Value::text(std::string(to_string(entry.state)))},
      {"date", day(entry.date)}};
  add_text(keys, "by", actor_of(plan, candidate, entry));
  add_text(keys, "to", entry.to);
  add_text(keys, "document", entry.document);
  add_text(keys, "signer", entry.signer);
  add_text(keys, "reason", entry.reason);
  if (entry.votes) {
    keys.push_back({"votes", votes_of(*entry.votes)});
  }
  if (!entry.prize.empty()) {
    keys.push_back({"prize", Value::literal(entry.prize)});
  }
  add_text(keys, "note", entry.note);
  return Value::map(std::move(keys));
}

// The entry as it will be read.
ProposalEntry as_read(const NewEntry& entry) {
  ProposalEntry read;
  read.state.value = entry.state;
  read.document = entry.document;
  read.reason = entry.reason;
  if (entry.votes) {
    read.votes = At<VoteCount>{*entry.votes, {}};
  }
  return read;
}

// How the command line names the entry that makes a state; of a draft, none.
constexpr std::array<std::string_view, 10> entry_options{
    "",           "--submit",        "--return", "--appraise",
    "--vote",     "--submit-upward", "--decide", "--refuse",
    "--withdraw", "--revoke"};

Message possible_options(ProposalState state) {
  std::string list;
  for (const ProposalState each : next_states(state)) {
    list += list.empty() ? "" : ", ";
    list += entry_options.at(static_cast<std::size_t>(each));
  }
  return list.empty() ? msg("nothing can come after it")
                      : msg("possible now: {0}", list);
}

// The same once more, in a second terminal or by mistake.
bool repeats(const ProposalEntry& last, const NewEntry& entry) {
  const bool same_votes = last.votes.has_value() == entry.votes.has_value() &&
                          (!last.votes || last.votes->value == *entry.votes);
  return last.state.value == entry.state && last.date.value == entry.date &&
         last.to == entry.to && last.document == entry.document && same_votes;
}

std::optional<Failure> refuse_impossible(const Plan& plan,
                                         const Candidate& candidate,
                                         const Proposal& there,
                                         const NewEntry& entry) {
  const auto& history = there.history;
  const ProposalState state =
      history.empty() ? ProposalState::drafted : history.back().state.value;
  const Date last =
      history.empty() ? there.proposed_on.value : history.back().date.value;
  if (!may_follow(state, entry.state)) {
    return Failure{
        ExitStatus::refused,
        msg("“{0}” cannot come after “{1}” of {2} ({3})",
            Word{word(entry.state)}, Word{word(state)}, last,
            place_in_words(plan, history.empty() ? there.proposed_on.span
                                                 : history.back().span)),
        possible_options(state)};
  }
  if (!history.empty() && repeats(history.back(), entry)) {
    return Failure{
        ExitStatus::refused,
        msg("“{0}” of {1} is recorded already ({2})", Word{word(entry.state)},
            entry.date, place_in_words(plan, history.back().span)),
        msg("leave it out; what is different, such as a number or a day, can "
            "be said")};
  }
  if (entry.date < last) {
    return Failure{
        ExitStatus::refused,
        msg("dated {0}, before what came before it on {1}", entry.date, last),
        msg("if that is wrong, correct {0}", path_of(candidate))};
  }
  const ProposalEntry read = as_read(entry);
  for (const EntryFact fact : rule_of(entry.state).needs) {
    if (!says(read, fact)) {
      return Failure{
          ExitStatus::usage,
          msg("“{0}” does not say its {1}", Word{word(entry.state)},
              Word{word(fact)}),
          fact == EntryFact::reason ? msg("say why with --reason") : Message{}};
    }
  }
  return std::nullopt;
}

}  // namespace

Result<FileChange> add_entry(const Plan& plan, const Candidate& candidate,
                             const NewEntry& entry) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return not_proposed(candidate);
  }
  if (const auto failure = refuse_impossible(plan, candidate, *there, entry)) {
    return *failure;
  }
  if (const auto failure = refuse_count(plan, candidate, entry)) {
    return *failure;
  }
  if (entry.state == ProposalState::decided && entry.by.empty() &&
      candidate.form->authority.decider().empty()) {
    return Failure{
        ExitStatus::usage,
        msg("the plan does not say who decides on `{0}`", candidate.form->name),
        msg("name the authority with --by")};
  }
  Draft draft(plan, path_of(candidate), proposal_keys(), {});
  draft.edit().append({"history"}, record_of(plan, candidate, entry));
  return draft.finish();
}

}  // namespace thidua::change
