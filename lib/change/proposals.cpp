#include "change/proposals.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "change/draft.hpp"
#include "change/typed.hpp"
#include "rules/eligibility.hpp"
#include "rules/references.hpp"
#include "rules/votes.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

Value choice_of(const Receipt& receipt) {
  return Value::map({{"id", Value::text(receipt.rule_set)},
                     {"reason", Value::text(receipt.reason)}});
}

std::optional<Failure> refuse_unknown(const Plan& plan,
                                      const Receipt& receipt) {
  if (receipt.rule_set.empty() || plan.rule_set(receipt.rule_set) != nullptr) {
    return std::nullopt;
  }
  return unknown(N_("there is no rule set `{0}`"), receipt.rule_set,
                 ids_of(plan.rule_sets));
}

Value paper_of(const DossierPaper& paper) {
  std::vector<Member> keys{{"name", Value::text(paper.name.value)}};
  add_text(keys, "file", paper.file.value);
  return Value::map(std::move(keys));
}

void add_dossier(std::vector<Member>& keys, const NewProposal& proposal) {
  if (proposal.achievement) {
    std::vector<Member> deed{{"text", Value::text(proposal.achievement->text)}};
    if (proposal.achievement->date) {
      deed.push_back({"date", day(proposal.achievement->date->value)});
    }
    keys.push_back({"achievement", Value::map(std::move(deed))});
  }
  std::vector<Value> papers;
  for (const DossierPaper& paper : proposal.papers) {
    papers.push_back(paper_of(paper));
  }
  if (!papers.empty()) {
    keys.push_back({"papers", Value::list(std::move(papers))});
  }
}

Head head_of(const Candidate& candidate, const NewProposal& proposal) {
  std::vector<Member> keys{{"unit", Value::text(candidate.unit->id)},
                           {"form", Value::text(candidate.form->id.value)},
                           {"occasion", Value::text(candidate.occasion.key())}};
  add_illustrative(keys, proposal.illustrative);
  std::vector<Member> proposed;
  add_text(proposed, "by",
           proposal.by.empty() ? candidate.unit->name.value : proposal.by);
  proposed.push_back({"date", day(proposal.date)});
  add_text(proposed, "document", proposal.document);
  add_text(proposed, "chosen", proposal.chosen);
  keys.push_back({"proposed", Value::map(std::move(proposed))});
  add_dossier(keys, proposal);
  const Receipt& receipt = proposal.receipt;
  if (receipt.day) {
    keys.push_back({"received", day(*receipt.day)});
  }
  if (!receipt.rule_set.empty()) {
    keys.push_back({"rule_set", choice_of(receipt)});
  }
  add_text(keys, "note", proposal.note);
  return {msg("{0} proposed for: {1}", candidate.unit->name.value,
              candidate.form->name),
          Value::map(std::move(keys))};
}

std::string path_of(const Candidate& candidate) {
  return fmt::format("proposals/{}/{}/{}.yaml", candidate.occasion.key(),
                     candidate.unit->id, candidate.form->id.value);
}

const Proposal* find_proposal(const Plan& plan, const Candidate& candidate) {
  return plan.proposal(candidate.occasion.key(), candidate.unit->id,
                       candidate.form->id.value);
}

Failure not_proposed(const Candidate& candidate) {
  return {
      ExitStatus::refused,
      msg("`{0}` has not been proposed for `{1}` on `{2}`", candidate.unit->id,
          candidate.form->name, candidate.occasion.key()),
      msg("propose it first")};
}

yaml::KeyOrder key_order() {
  return {"unit",     "form",        "occasion", "illustrative", "proposed",
          "chosen",   "achievement", "papers",   "received",     "rule_set",
          "history",  "state",       "date",     "by",           "to",
          "document", "signer",      "reason",   "votes",        "prize",
          "note"};
}

Failure is_there(const Candidate& candidate, const Proposal& there) {
  const ProposalState state = there.history.empty()
                                  ? ProposalState::drafted
                                  : there.history.back().state.value;
  return {ExitStatus::refused,
          msg("`{0}` has been proposed for `{1}` on {2}; the state of it: {3}",
              candidate.unit->id, candidate.form->name, there.proposed_on.value,
              Word{word(state)}),
          msg("if that is wrong, correct {0}", path_of(candidate))};
}

// A deed comes before its proposal, and is rewarded once.
std::optional<Failure> refuse_deed(const Plan& plan, const Candidate& candidate,
                                   const NewProposal& proposal) {
  if (!proposal.achievement) {
    return std::nullopt;
  }
  const Deed& deed = *proposal.achievement;
  if (deed.date && proposal.date < deed.date->value) {
    return Failure{
        ExitStatus::usage,
        msg("the achievement is dated {0}, after it was proposed on {1}",
            deed.date->value, proposal.date),
        msg("correct the date that is wrong")};
  }
  const Proposal* other =
      same_deed(plan, candidate.unit->id, deed, nullptr, proposal.date);
  return other == nullptr ? std::nullopt
                          : std::optional(Failure{
                                ExitStatus::refused,
                                msg("the same achievement is proposed in {0}",
                                    place_in_words(plan, other->span)),
                                msg("one achievement is rewarded once (Luật "
                                    "2022, Điều 5.2); "
                                    "withdraw that proposal, or name another "
                                    "achievement")});
}

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

Result<FileChange> propose(const Plan& plan, const Candidate& candidate,
                           const NewProposal& proposal) {
  if (const Proposal* there = find_proposal(plan, candidate)) {
    return is_there(candidate, *there);
  }
  if (const auto failure = refuse_deed(plan, candidate, proposal)) {
    return *failure;
  }
  if (proposal.by.empty() &&
      dossier_by_receiver(plan, *candidate.form,
                          *candidate.occasion.occasion)) {
    return Failure{
        ExitStatus::usage,
        msg("the dossier for `{0}` is made by the unit that received "
            "the help",
            candidate.form->name),
        msg("name that unit with --by")};
  }
  if (!proposal.achievement &&
      is_sudden(*candidate.form, *candidate.occasion.occasion)) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` is for one achievement, and none is named",
                       candidate.form->name),
                   msg("name it with --achievement")};
  }
  if (const auto failure = refuse_unknown(plan, proposal.receipt)) {
    return *failure;
  }
  return Draft(plan, path_of(candidate), {}, head_of(candidate, proposal))
      .finish();
}

bool is_proposed(const Plan& plan, const Candidate& candidate) {
  return find_proposal(plan, candidate) != nullptr;
}

namespace {

// A day or a choice that stands there is not written over.
std::optional<Failure> refuse_second(const Candidate& candidate,
                                     const Proposal& there,
                                     const Receipt& receipt) {
  if (receipt.day && there.received && there.received->value != *receipt.day) {
    return Failure{
        ExitStatus::refused,
        msg("the dossier was received on {0}", there.received->value),
        msg("if that is wrong, correct {0}", path_of(candidate))};
  }
  if (!receipt.rule_set.empty() && there.rule_set) {
    return Failure{ExitStatus::refused,
                   msg("the rule set `{0}` has been chosen: {1}",
                       there.rule_set->id.value, there.rule_set->reason),
                   msg("if that is wrong, correct {0}", path_of(candidate))};
  }
  return std::nullopt;
}

}  // namespace

Result<FileChange> add_receipt(const Plan& plan, const Candidate& candidate,
                               const Receipt& receipt) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return not_proposed(candidate);
  }
  if (const auto failure = refuse_second(candidate, *there, receipt)) {
    return *failure;
  }
  if (const auto failure = refuse_unknown(plan, receipt)) {
    return *failure;
  }
  Draft draft(plan, path_of(candidate), key_order(), {});
  if (receipt.day) {
    draft.edit().set({"received"}, day(*receipt.day));
  }
  if (!receipt.rule_set.empty()) {
    draft.edit().set({"rule_set"}, choice_of(receipt));
  }
  return draft.finish();
}

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
  Draft draft(plan, path_of(candidate), key_order(), {});
  draft.edit().append({"history"}, record_of(plan, candidate, entry));
  return draft.finish();
}

Result<FileChange> add_papers(const Plan& plan, const Candidate& candidate,
                              const std::vector<DossierPaper>& papers) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return not_proposed(candidate);
  }
  Draft draft(plan, path_of(candidate), key_order(), {});
  for (const DossierPaper& paper : papers) {
    const bool is_there = std::any_of(
        there->papers.begin(), there->papers.end(),
        [&](const DossierPaper& each) {
          return folded(each.name.value) == folded(paper.name.value);
        });
    if (!is_there) {
      draft.edit().append({"papers"}, paper_of(paper));
    }
  }
  return draft.finish();
}

}  // namespace thidua::change
