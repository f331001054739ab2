#include "commending.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "base/text.hpp"
#include "rules/references.hpp"
#include "rules/successions.hpp"

namespace thidua::cmd {
namespace {

using document::CataloguedDocument;

// What a person asked for, found in the plan.
struct Asked {
  OccasionDate occasion;
  const AwardForm* form = nullptr;  // null: all of them
  CommendationStage stage{};
  Author author;

  [[nodiscard]] std::vector<const AwardForm*> forms() const {
    return form == nullptr ? std::vector<const AwardForm*>{}
                           : std::vector{form};
  }
};

Failure unknown_author(const Plan& plan, std::string_view id) {
  std::vector<std::string_view> known = ids_of(plan.sheet.bodies);
  const auto units = ids_of(plan.units);
  known.insert(known.end(), units.begin(), units.end());
  return {ExitStatus::usage,
          msg("there is no body or unit `{0}` to write the letter", id),
          suggestion(id, known)};
}

Failure not_on_path(const Plan& plan, const Body& body) {
  std::string known;
  for (const AwardStep& step : plan.awards.path) {
    for (const At<std::string>& id : step.by) {
      render::append(known, id.value, ", ");
    }
  }
  return {ExitStatus::refused,
          msg("`{0}` takes no part in the path of the proposals (awards.yaml)",
              body.name),
          known.empty() ? msg("awards.yaml has no `path`")
                        : msg("those who do: {0}", known)};
}

Result<Author> author_asked(const World& world, const OccasionDate& occasion,
                            const std::string& from) {
  const Plan& plan = world.plan();
  const std::string id = to_nfc(from);
  const Body* body = plan.body(id);
  const Unit* unit = body == nullptr ? plan.unit(id) : nullptr;
  if (from.empty() || (body != nullptr && body == issuer_body(plan))) {
    return Author{};
  }
  if (body == nullptr && unit == nullptr) {
    return unknown_author(plan, from);
  }
  if (const Succession* ended = ended_by(plan, id, world.today())) {
    return Failure{ExitStatus::refused,
                   what_became(plan, id, *ended, world.today()),
                   msg("name who writes the letter in its place")};
  }
  if (body != nullptr && !is_on_path(plan, *body, occasion)) {
    return not_on_path(plan, *body);
  }
  return Author{body, unit};
}

std::string decider_words(const World& world, const AwardForm& form) {
  const std::string& name = form.authority.decider();
  return name.empty() ? world.say("an authority that the plan does not state")
                      : name;
}

Failure decided_elsewhere(const World& world, const Asked& asked) {
  const Plan& plan = world.plan();
  const std::string key = asked.occasion.key();
  const std::string& form = asked.form->id.value;
  return {ExitStatus::refused,
          msg("`{0}` is decided by {1}, not by {2}", asked.form->name,
              decider_words(world, *asked.form), plan.sheet.issuer.name),
          decided_by(plan, *asked.form) == DecidedBy::below
              ? msg("whoever proposed it writes the letter that goes there: "
                    "`thidua document to-trinh-khen-thuong --occasion {0} "
                    "--form {1} --from UNIT`",
                    key, form)
              : msg("what goes there is the letter that proposes: `thidua "
                    "document to-trinh-khen-thuong --occasion {0} --form {1}`",
                    key, form)};
}

Result<Asked> find_asked(const World& world, const CataloguedDocument& wanted,
                         const DocumentQuestion& asked) {
  const auto occasion = find_occasion_date(world.plan(), asked.occasion);
  if (!occasion) {
    return occasion.error();
  }
  Asked found{*occasion, nullptr, wanted.text.stage.value(), {}};
  if (!asked.form.empty()) {
    const auto form = find_form(world.plan(), asked.form);
    if (!form) {
      return form.error();
    }
    found.form = *form;
  }
  if (!asked.from.empty() && found.stage != CommendationStage::under_way) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` is written by the issuer of the plan", wanted.id),
                   msg("--from is for the letter that proposes")};
  }
  const auto author = author_asked(world, *occasion, asked.from);
  if (!author) {
    return author.error();
  }
  found.author = *author;
  if (is_for_issuer(found.stage) && found.form != nullptr &&
      decided_by(world.plan(), *found.form) != DecidedBy::issuer) {
    return decided_elsewhere(world, found);
  }
  return found;
}

Message nothing_of(CommendationStage stage, const std::string& occasion) {
  switch (stage) {
    case CommendationStage::under_way:
      return msg("no proposal of `{0}` is under way", occasion);
    case CommendationStage::ready:
      return msg("no proposal of `{0}` is before the council", occasion);
    case CommendationStage::voted:
      return msg("no proposal of `{0}` is before the council or voted on",
                 occasion);
    case CommendationStage::to_decide:
      return msg("no proposal of `{0}` is ready for the issuer to decide",
                 occasion);
    case CommendationStage::granted:
      break;
  }
  return msg("the issuer has granted nothing on `{0}`", occasion);
}

// Which proposals there are instead.
Failure nothing_left(const World& world, const Asked& asked,
                     const CommendedProposals& made) {
  std::string there;
  for (const StateCount& each : made.left_out) {
    render::append(
        there, fmt::format("{} {}", each.count, world.say(word(each.state))),
        ", ");
  }
  if (made.others_decide > 0) {
    render::append(
        there, world.say(msg("{0} for others to decide", made.others_decide)),
        ", ");
  }
  return {ExitStatus::refused, nothing_of(asked.stage, asked.occasion.key()),
          there.empty() ? msg("nobody is proposed; `thidua propose-award` says "
                              "who may be")
                        : msg("proposals there are: {0}", there)};
}

// Bodies that may put a form forward to the issuer, as --from names them.
std::string appraisers(const Plan& plan, const Asked& asked,
                       const std::vector<const AwardForm*>& forms, Date today) {
  std::string names;
  for (const Body& body : plan.sheet.bodies) {
    if (is_on_path(plan, body, asked.occasion) &&
        ended_by(plan, body.id.value, today) == nullptr &&
        !addressees(plan, {&body, nullptr}, asked.occasion, forms, today)
             .empty()) {
      render::append(names, "--from " + body.id.value, ", ");
    }
  }
  return names;
}

std::string author_name(const Plan& plan, const Author& author) {
  return author.body != nullptr   ? author.body->name
         : author.unit != nullptr ? author.unit->name.value
                                  : plan.sheet.issuer.name;
}

// Everything is decided by the author itself, or below it.
Failure not_theirs(const World& world, const Asked& asked,
                   const std::vector<const AwardForm*>& forms) {
  const Plan& plan = world.plan();
  const std::string who = appraisers(plan, asked, forms, world.today());
  return {ExitStatus::refused,
          asked.form != nullptr
              ? msg("`{0}` is decided by {1}: {2} has nobody to send it to",
                    asked.form->name, decider_words(world, *asked.form),
                    author_name(plan, asked.author))
              : msg("all that is proposed on `{0}` is decided by {1} or below",
                    asked.occasion.key(), author_name(plan, asked.author)),
          who.empty()
              ? msg("whoever proposed it writes the letter: --from UNIT")
              : msg("the body that puts it forward writes the letter: "
                    "{0}",
                    who)};
}

Failure several_letters(const World& world,
                        const std::vector<Addressed>& groups) {
  std::string list;
  for (const Addressed& group : groups) {
    std::string forms;
    for (const AwardForm* form : group.forms) {
      render::append(forms, "--form " + form->id.value, ", ");
    }
    const std::string to = group.to.empty()
                               ? decider_words(world, *group.forms.front())
                               : fmt::format("{}", fmt::join(group.to, ", "));
    render::append(list, fmt::format("{}: {}", to, forms));
  }
  return {ExitStatus::refused,
          msg("the proposals go to different authorities, each by a letter of "
              "its own"),
          msg("say which: {0}", list)};
}

// To whom the letter goes, and only what goes there in it.
Result<std::vector<std::string>> address(const World& world, const Asked& asked,
                                         CommendedProposals& made) {
  const std::vector<const AwardForm*> forms = made.award_forms();
  const auto groups = addressees(world.plan(), asked.author, asked.occasion,
                                 forms, world.today());
  if (groups.empty()) {
    return not_theirs(world, asked, forms);
  }
  if (groups.size() > 1) {
    return several_letters(world, groups);
  }
  const auto& chosen = groups.front().forms;
  std::erase_if(made.forms, [&](const CommendedForm& each) {
    return std::find(chosen.begin(), chosen.end(), each.form->form) ==
           chosen.end();
  });
  return groups.front().to;
}

}  // namespace

Result<CommendationMaterial> commendation_material(
    const World& world, const CataloguedDocument& wanted,
    const DocumentQuestion& asked) {
  const auto found = find_asked(world, wanted, asked);
  if (!found) {
    return found.error();
  }
  CommendedProposals made =
      commended(world.plan(), found->occasion, found->forms(), found->stage,
                found->author, world.today());
  if (made.forms.empty()) {
    return nothing_left(world, *found, made);
  }
  document::Letter letter{found->author, {}};
  if (found->stage == CommendationStage::under_way) {
    auto to = address(world, *found, made);
    if (!to) {
      return to.error();
    }
    letter.to = std::move(*to);
  }
  CommendationMaterial material;
  material.context = document::commendation_context(
      {world.plan(), world.today(), world.document_language()}, made, letter);
  material.occasion = found->occasion.key();
  material.words = asked.form + " " + asked.from;
  material.caveats = made.caveats();
  if (found->stage == CommendationStage::to_decide) {
    material.caveats.assumed |= material.context["prizes_assumed"].get<bool>();
  }
  material.author = found->author;
  return material;
}

}  // namespace thidua::cmd
