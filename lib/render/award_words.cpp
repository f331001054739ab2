// What is said of a form, and of why a unit may not be proposed for it.
#include "render/awards.hpp"
#include "render/diagnostics.hpp"

namespace thidua::render {

const char* key_of(Stance stance) {
  switch (stance) {
    case Stance::allowed:
      return "allowed";
    case Stance::refused:
      return "refused";
    case Stance::not_stated:
      break;
  }
  return "not_stated";
}

const char* key_of(StandardState state) {
  switch (state) {
    case StandardState::held:
      return "held";
    case StandardState::not_held:
      return "not_held";
    case StandardState::other_occasions:
      return "other_occasions";
    case StandardState::none_named:
      break;
  }
  return "none_named";
}

std::string standard_text(const Plan& plan, const AwardForm& form,
                          const Occasion* occasion, Language language) {
  switch (standard_state(plan, form, occasion)) {
    case StandardState::held:
      return plan.standard(form.standard->value)->name;
    case StandardState::not_held:
      return say("award standard not held", language);
    case StandardState::other_occasions:
      return say("the award standard is for other occasions", language);
    case StandardState::none_named:
      break;
  }
  return say("the plan names no award standard", language);
}

std::string authority_text(const AwardForm& form, Language language) {
  const Authority& authority = form.authority;
  if (authority.by_law.empty()) {
    return authority.name.empty() ? say("not stated", language)
                                  : authority.name;
  }
  return say(authority.name.empty()
                 ? msg("not stated; by law: {0}", authority.by_law)
                 : msg("{0}; by law: {1}", authority.name, authority.by_law),
             language);
}

namespace {

// “section VI.2”, and where it is written.
std::string rule_text(const Obstacle& obstacle, const ScoreView& view) {
  const std::string where = place(view.plan.sources, obstacle.where);
  std::string text;
  if (obstacle.assumed && obstacle.section.empty()) {
    text = " (" + say("assumed", view.language) + ")";
  } else if (!obstacle.section.empty()) {
    text = " (" +
           (where.empty()
                ? obstacle.section
                : say(msg("section {0}", obstacle.section), view.language)) +
           ")";
  }
  return where.empty() ? text : text + " — " + where;
}

// The record that says otherwise, or that does not say it yet.
std::string fact_text(const Obstacle& obstacle, const ScoreView& view) {
  if (!obstacle.missing.empty()) {
    return say(msg("not recorded yet: {0}", obstacle.missing), view.language);
  }
  const std::string where = place(view.plan.sources, obstacle.fact);
  return where.empty() ? where
                       : say(msg("recorded: {0}", where), view.language);
}

}  // namespace

std::string refusal(const Candidate& candidate, const ScoreView& view) {
  std::string text = fmt::format("  {} (`{}`)\n", candidate.unit->name.value,
                                 candidate.unit->id);
  for (const Obstacle& obstacle : candidate.obstacles) {
    text += fmt::format("    {}{}\n", say(obstacle.what, view.language),
                        rule_text(obstacle, view));
    if (const std::string fact = fact_text(obstacle, view); !fact.empty()) {
      text += fmt::format("      {}\n", fact);
    }
    text += fmt::format("      {}: {}\n", say("hint", view.language),
                        say(obstacle.hint, view.language));
  }
  return text;
}

}  // namespace thidua::render
