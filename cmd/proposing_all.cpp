// `thidua propose-award --all`: everybody who may be proposed for one form on
// one occasion, in one commit.
#include <algorithm>

#include "arguments.hpp"
#include "change/proposals.hpp"
#include "proposing.hpp"
#include "render/outline.hpp"
#include "render/shares.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

struct FormOnOccasion {
  const AwardForm* form = nullptr;
  OccasionDate occasion;
};

Result<FormOnOccasion> find_form_on(const Plan& plan, const std::string& form,
                                    const std::string& occasion) {
  const auto found = find_form(plan, form);
  if (!found) {
    return found.error();
  }
  const auto date = find_occasion_date(plan, occasion);
  if (!date) {
    return date.error();
  }
  return FormOnOccasion{*found, *date};
}

// The quota of the form that stopped at a tie, or null.
const QuotaResult* stopped_quota(const FormCandidates& list) {
  for (const Candidate& candidate : list.may_not) {
    for (const SharedQuota& lost : candidate.record->lost) {
      if (lost->has_stopped() && lost->quota->form &&
          lost->quota->form->value == list.form->id.value) {
        return lost.get();
      }
    }
  }
  return nullptr;
}

std::optional<Failure> refuse_all(const Plan& plan,
                                  const FormCandidates& list) {
  if (list.stance == Stance::refused) {
    return Failure{
        ExitStatus::refused,
        msg("`{0}` is not given on the occasion `{1}` (section {2}; {3})",
            list.form->name, list.occasion.key(), list.form->origin.source,
            place_in_words(plan, list.form->id.span)),
        msg("`thidua show {0}` shows when it is", list.form->id.value)};
  }
  if (list.stance == Stance::not_stated) {
    return Failure{ExitStatus::refused,
                   msg("the plan does not state whether `{0}` is given on "
                       "`{1}` ({2})",
                       list.form->name, list.occasion.key(),
                       place_in_words(plan, list.form->id.span)),
                   msg("propose one by one what somebody has decided")};
  }
  if (const QuotaResult* quota = stopped_quota(list)) {
    std::string tied;
    for (const Unit* unit : quota->stopped) {
      tied += fmt::format("{}{} (`{}`)", tied.empty() ? "" : "; ",
                          unit->name.value, unit->id);
    }
    return Failure{
        ExitStatus::refused,
        msg("a tie at the edge of the quota `{2}` ({0} {0:place|places} left; "
            "{3}): {1}",
            quota->places() - static_cast<std::int64_t>(quota->winners.size()),
            tied, name_of(*quota), place_in_words(plan, quota->quota->span)),
        msg("nobody has been proposed; once somebody has chosen, propose one "
            "by one and say by which paper with --chosen")};
  }
  return std::nullopt;
}

// Everybody who may be and has not been.
std::vector<const Candidate*> not_yet_proposed(const FormCandidates& list) {
  std::vector<const Candidate*> found;
  for (const Candidate& candidate : list.may) {
    if (candidate.proposal == nullptr) {
      found.push_back(&candidate);
    }
  }
  return found;
}

Result<FormCandidates> list_of(const Plan& plan, const std::string& form,
                               const std::string& occasion, Date today,
                               std::optional<Date> proposed_on) {
  const auto asked = find_form_on(plan, form, occasion);
  if (!asked) {
    return asked.error();
  }
  auto lists = candidates(plan, asked->occasion,
                          {.unit = std::nullopt,
                           .form = asked->form->id.value,
                           .kind = std::nullopt,
                           .proposed_on = proposed_on},
                          today);
  if (const auto failure = refuse_all(plan, lists.front())) {
    return *failure;
  }
  return std::move(lists.front());
}

std::string shares_text(const World& world, const FormCandidates& list) {
  std::vector<const Unit*> units;
  for (const Candidate& candidate : list.may) {
    units.push_back(candidate.unit);
  }
  const auto shares = count_shares(world.plan(), units, world.today());
  const std::string words = render::share_words(shares, world.language());
  return words.empty() ? words : render::wrapped("", words);
}

}  // namespace

ExitStatus propose_all(World& world, const ProposalOptions& options,
                       const std::string& form, const std::string& occasion) {
  const auto proposal = read_proposal(world, options);
  if (!proposal) {
    return world.fail(proposal.error());
  }
  const std::optional<Date> dated =
      options.date.empty() ? std::nullopt : std::optional(proposal->date);
  if (const auto failure = world.load()) {
    return world.fail(*failure);
  }
  const auto list = list_of(world.plan(), form, occasion, world.today(), dated);
  if (!list) {
    return world.fail(list.error());
  }
  std::vector<std::string> owners;
  for (const Candidate* candidate : not_yet_proposed(*list)) {
    owners.push_back(candidate->unit->id);
  }
  if (owners.empty()) {
    world.print(world.say(list->may.empty()
                              ? N_("Nobody may be proposed.")
                              : N_("Everybody who may be has been proposed.")) +
                "\n");
    return ExitStatus::ok;
  }
  // Under the lock everything is asked again: others may have proposed since.
  const auto make =
      [&](const Plan& /*part*/) -> Result<std::vector<FileChange>> {
    const auto whole = world.whole_with({});
    if (!whole) {
      return whole.error();
    }
    const auto now = list_of(**whole, form, occasion, world.today(), dated);
    if (!now) {
      return now.error();
    }
    std::vector<FileChange> changes;
    for (const Candidate* candidate : not_yet_proposed(*now)) {
      const std::string& id = candidate->unit->id;
      if (std::find(owners.begin(), owners.end(), id) == owners.end()) {
        continue;
      }
      auto change = change::propose(**whole, *candidate, *proposal);
      if (!change) {
        return change.error();
      }
      changes.push_back(std::move(*change));
    }
    return changes;
  };
  // Writing reads the folder anew: what is said of it is made before.
  const std::string remarks =
      shares_text(world, *list) +
      what_is_open(world, *not_yet_proposed(*list).front(), proposal->receipt);
  const ExitStatus status = write_all(world, owners, options.writing, make);
  if (status == ExitStatus::ok) {
    world.print(remarks);
  }
  return status;
}

}  // namespace thidua::cmd
