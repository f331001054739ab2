// awards.yaml and award-standards/: references and sense.
#include <algorithm>

#include "rules/references.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {
namespace {

constexpr const char* no_such_body = N_("the plan declares no body `{0}`");

bool is_a_criterion(const Plan& plan, std::string_view id) {
  return std::any_of(
      plan.criteria_sets.begin(), plan.criteria_sets.end(),
      [&](const CriteriaSet& set) {
        return std::any_of(
            set.criteria.begin(), set.criteria.end(),
            [&](const Criterion& each) { return each.id.value == id; });
      });
}

// An earlier award that the rule set in force does not ask for.
void note_lower_award(const CheckRun& run, const AwardConditions& conditions) {
  const RuleSet* set = rule_set_on(run.plan, run.today);
  if (!conditions.awards.empty() && set != nullptr && set->lower_award_first &&
      !set->lower_award_first->value) {
    run.add(code::unlike_lower_award, conditions.awards.front().span,
            msg("an earlier award is asked for; by `{0}` it is no condition",
                set->id),
            msg("it keeps nobody back while that rule set holds"),
            set->lower_award_first->ground.article);
  }
}

Ids class_ids(const Plan& plan) {
  Ids ids;
  for (const ScoreTable& table : plan.score_tables) {
    for (const KindTable& each : table.tables) {
      if (each.classes) {
        const Ids more = ids_of(each.classes->levels);
        ids.insert(ids.end(), more.begin(), more.end());
      }
    }
  }
  return ids;
}

Ids subkind_ids(const Plan& plan) {
  Ids ids;
  for (const UnitKind& kind : plan.sheet.kinds) {
    const Ids more = ids_of(kind.subkinds);
    ids.insert(ids.end(), more.begin(), more.end());
  }
  return ids;
}

void check_conditions(const CheckRun& run, const AwardConditions& conditions) {
  for (const At<std::string>& form : conditions.awards) {
    expect_form(run, form);
  }
  for (const At<std::string>& id : conditions.met) {
    if (!is_a_criterion(run.plan, id.value)) {
      run.add(code::unknown_criterion, id.span,
              msg("no criteria set has a criterion `{0}`", id.value),
              msg("`thidua list criteria` shows them"),
              conditions.origin.source);
    }
  }
  for (const At<std::string>& id : conditions.classes) {
    if (!run.plan.score_tables.empty()) {
      expect_known(run, code::unknown_table_part, id, class_ids(run.plan),
                   N_("no score table has a class `{0}`"));
    }
  }
  note_lower_award(run, conditions);
}

void check_councils(const CheckRun& run) {
  UnitReferences units(run);
  for (const Council& council : run.plan.awards.councils) {
    for (const CouncilMember& member : council.members) {
      if (member.unit) {
        units.expect(*member.unit);
      }
    }
  }
  expect_unique(run, run.plan.awards.councils);
}

void check_form(const CheckRun& run, const AwardForm& form) {
  const Ids occasions = ids_of(run.plan.sheet.occasions);
  for (const auto* list : {&form.allowed, &form.refused}) {
    for (const At<std::string>& occasion : *list) {
      expect_known(run, code::unknown_occasion, occasion, occasions,
                   no_occasion);
    }
  }
  for (const At<std::string>& kind : form.kinds) {
    expect_known(run, code::unknown_kind, kind, ids_of(run.plan.sheet.kinds),
                 no_kind);
  }
  for (const At<std::string>& subkind : form.subkinds) {
    expect_known(run, code::unknown_subkind, subkind, subkind_ids(run.plan),
                 N_("no kind has the subkind `{0}`"));
  }
  if (form.council) {
    expect_known(run, code::unknown_council, *form.council,
                 ids_of(run.plan.awards.councils),
                 N_("awards.yaml has no council `{0}`"));
  }
  if (form.conditions) {
    check_conditions(run, *form.conditions);
  }
  if (form.standard &&
      !has_file(run.plan,
                fmt::format("award-standards/{}.yaml", form.standard->value))) {
    expect_file(run, code::unknown_standard, *form.standard,
                ids_of(run.plan.award_standards),
                N_("there is no award standard `{0}`"),
                N_("add the file award-standards/{0}.yaml, with `held: false` "
                   "in it if the document is not at hand"));
  }
}

void check_standards(const CheckRun& run) {
  for (const AwardStandard& standard : run.plan.award_standards) {
    for (const At<std::string>& form : standard.forms) {
      expect_form(run, form);
    }
    for (const At<std::string>& occasion : standard.occasions) {
      expect_known(run, code::unknown_occasion, occasion,
                   ids_of(run.plan.sheet.occasions), no_occasion);
    }
    if (!standard.held) {
      run.add(code::standard_not_held, standard.span,
              msg("the award standard `{0}` is not held", standard.id),
              msg("nothing is invented for it; record it here once the "
                  "document is at hand"),
              standard.source);
    }
  }
}

}  // namespace

void check_awards(const CheckRun& run) {
  for (const AwardForm& form : run.plan.awards.forms) {
    check_form(run, form);
  }
  for (const AwardStep& step : run.plan.awards.path) {
    for (const At<std::string>& body : step.by) {
      expect_known(run, code::unknown_body, body, ids_of(run.plan.sheet.bodies),
                   no_such_body);
    }
    for (const At<std::string>& body : step.via) {
      expect_known(run, code::unknown_body, body, ids_of(run.plan.sheet.bodies),
                   no_such_body);
    }
    for (const At<std::string>& occasion : step.occasions) {
      expect_known(run, code::unknown_occasion, occasion,
                   ids_of(run.plan.sheet.occasions), no_occasion);
    }
    for (const At<std::string>& form : step.forms) {
      expect_form(run, form);
    }
  }
  expect_unique(run, run.plan.awards.forms);
  if (run.plan.awards.conditions) {
    check_conditions(run, *run.plan.awards.conditions);
  }
  check_councils(run);
  check_standards(run);
}

}  // namespace thidua
