#include "rules/deciders.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/awards.hpp"
#include "rules/successions.hpp"

namespace thidua {
namespace {

bool is_own(const Plan& plan, const AwardForm& form) {
  const Issuer& issuer = plan.sheet.issuer;
  if (!form.level.empty() && folded(form.level) == folded(issuer.level)) {
    return true;
  }
  const std::string& decider = form.authority.decider();
  if (decider.empty()) {
    return false;
  }
  const Body* body = BodyNames(plan).called(decider);
  return folded(decider) == folded(issuer.name) ||
         (body != nullptr && body == issuer_body(plan));
}

bool takes_part(const AwardStep& step, const Body& body) {
  return names(step.by, body.id.value) || names(step.via, body.id.value);
}

// The steps of the path that concern a form, in order.
std::vector<const AwardStep*> steps_of(const Plan& plan, const AwardForm& form,
                                       const OccasionDate& occasion) {
  std::vector<const AwardStep*> steps;
  for (const AwardStep& step : plan.awards.path) {
    if (is_step_of(step, form, *occasion.occasion)) {
      steps.push_back(&step);
    }
  }
  return steps;
}

bool receives(const AwardStep* step) {
  return std::find(step->does.begin(), step->does.end(), StepAction::receive) !=
         step->does.end();
}

// What comes after a unit has proposed; null: the path does not say.
const AwardStep* step_after_unit(const std::vector<const AwardStep*>& steps) {
  const auto at = std::find_if(steps.begin(), steps.end(), receives);
  if (at != steps.end()) {
    return *at;
  }
  return steps.size() > 1 ? steps[1] : nullptr;
}

// Null: there is none after the last in which the body takes part.
const AwardStep* step_after(const std::vector<const AwardStep*>& steps,
                            const Body& body) {
  const auto last = std::find_if(
      steps.rbegin(), steps.rend(),
      [&](const AwardStep* step) { return takes_part(*step, body); });
  return last == steps.rend() || last == steps.rbegin() ? nullptr : *(last - 1);
}

// Those who take part in a step, or who stand for them on a day.
std::vector<std::string> names_in(const Plan& plan, const AwardStep& step,
                                  Date today) {
  std::vector<std::string> found;
  for (const At<std::string>& id : step.by) {
    for (const Party& each : heirs_of(plan, id.value, today).parties) {
      std::string name(each.name);
      if (std::find(found.begin(), found.end(), name) == found.end()) {
        found.push_back(std::move(name));
      }
    }
  }
  return found;
}

std::vector<std::string> authority_of(const AwardForm& form) {
  return form.authority.decider().empty()
             ? std::vector<std::string>{}
             : std::vector{form.authority.decider()};
}

std::vector<std::string> sent_to(const Plan& plan, const Author& author,
                                 const OccasionDate& occasion,
                                 const AwardForm& form, Date today) {
  const bool upward = decided_by(plan, form) != DecidedBy::below;
  if (author.unit != nullptr && !upward) {
    return authority_of(form);
  }
  const auto steps = steps_of(plan, form, occasion);
  const AwardStep* next = author.unit != nullptr ? step_after_unit(steps)
                          : author.body != nullptr
                              ? step_after(steps, *author.body)
                              : nullptr;
  if (next != nullptr) {
    return names_in(plan, *next, today);
  }
  return author.unit != nullptr ? std::vector{plan.sheet.issuer.name}
                                : authority_of(form);
}

// Is the letter of somebody who has nobody above but the authority?
bool is_theirs(const Plan& plan, const Author& author,
               const OccasionDate& occasion, const AwardForm& form) {
  const DecidedBy who = decided_by(plan, form);
  if (author.unit != nullptr) {
    return true;
  }
  const bool last =
      author.body == nullptr ||
      step_after(steps_of(plan, form, occasion), *author.body) == nullptr;
  return who == DecidedBy::elsewhere || (who == DecidedBy::issuer && !last);
}

// The step before that in which somebody decides; null: the path has none.
const AwardStep* step_before(const std::vector<const AwardStep*>& steps,
                             const Body& decider) {
  const auto own = std::find_if(
      steps.begin(), steps.end(),
      [&](const AwardStep* step) { return takes_part(*step, decider); });
  return own == steps.end() || own == steps.begin() ? nullptr : *(own - 1);
}

// As the path says it of one form.
std::vector<std::string> proposers_of(const Plan& plan,
                                      const OccasionDate& occasion,
                                      const AwardForm& form, Date today) {
  if (decided_by(plan, form) != DecidedBy::issuer) {
    return {};
  }
  const Body* authority = BodyNames(plan).called(form.authority.decider());
  const auto steps = steps_of(plan, form, occasion);
  for (const Body* decider : {authority, issuer_body(plan)}) {
    const AwardStep* step =
        decider == nullptr ? nullptr : step_before(steps, *decider);
    if (step != nullptr) {
      return names_in(plan, *step, today);
    }
  }
  return {};
}

}  // namespace

const Body* issuer_body(const Plan& plan) {
  return BodyNames(plan).called(plan.sheet.issuer.name);
}

DecidedBy decided_by(const Plan& plan, const AwardForm& form) {
  if (is_own(plan, form)) {
    return DecidedBy::issuer;
  }
  const auto& forms = plan.awards.forms;
  return form.rank > 0 && std::any_of(forms.begin(), forms.end(),
                                      [&](const AwardForm& each) {
                                        return each.rank > form.rank &&
                                               is_own(plan, each);
                                      })
             ? DecidedBy::below
             : DecidedBy::elsewhere;
}

bool may_put_forward(const Author& author, const Proposal& proposal) {
  if (author.unit == nullptr) {
    return true;
  }
  const std::string& id = author.unit->id;
  return proposal.unit.value == id ||
         proposal.unit.value.starts_with(id + "/") ||
         folded(proposal.proposed_by) == folded(author.unit->name.value) ||
         proposal.proposed_by == id;
}

bool is_on_path(const Plan& plan, const Body& body,
                const OccasionDate& occasion) {
  const auto& path = plan.awards.path;
  return std::any_of(path.begin(), path.end(), [&](const AwardStep& step) {
    return takes_part(step, body) &&
           (step.occasions.empty() ||
            names(step.occasions, occasion.occasion->id.value));
  });
}

std::vector<std::string> proposers_to_issuer(
    const Plan& plan, const OccasionDate& occasion,
    const std::vector<const AwardForm*>& forms, Date today) {
  std::vector<std::string> proposers;
  for (const AwardForm* form : forms) {
    auto here = proposers_of(plan, occasion, *form, today);
    if (form != forms.front() && here != proposers) {
      return {};
    }
    proposers = std::move(here);
  }
  return proposers;
}

std::vector<Addressed> addressees(const Plan& plan, const Author& author,
                                  const OccasionDate& occasion,
                                  const std::vector<const AwardForm*>& forms,
                                  Date today) {
  std::vector<Addressed> all;
  for (const AwardForm* form : forms) {
    if (!is_theirs(plan, author, occasion, *form)) {
      continue;
    }
    auto to = sent_to(plan, author, occasion, *form, today);
    auto at = std::find_if(all.begin(), all.end(), [&](const Addressed& each) {
      return each.to == to;
    });
    if (at == all.end()) {
      at = all.insert(all.end(), {std::move(to), {}});
    }
    at->forms.push_back(form);
  }
  return all;
}

}  // namespace thidua
