// plan.yaml, criteria/, clusters.yaml: references and sense of the rules.
#include <algorithm>
#include <unordered_map>

#include "rules/check_measures.hpp"
#include "rules/delegation.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

constexpr const char* no_body = N_("the plan declares no body `{0}`");
constexpr const char* no_figure = N_("the plan declares no figure `{0}`");

void check_formula(const CheckRun& run, const Formula& formula,
                   const Ids& figures) {
  for (const auto* side : {&formula.above, &formula.below}) {
    for (const std::string& figure : *side) {
      expect_known(run, code::unknown_figure, {figure, formula.span}, figures,
                   no_figure);
    }
  }
}

void check_figure_rules(const CheckRun& run) {
  const PlanSheet& sheet = run.plan.sheet;
  const Ids figures = ids_of(sheet.figures);
  for (const FigureKind& figure : sheet.figures) {
    if (figure.part_of) {
      expect_known(run, code::unknown_figure, *figure.part_of, figures,
                   no_figure);
    }
  }
  for (const Indicator& indicator : sheet.indicators) {
    check_formula(run, indicator.formula, figures);
    if (indicator.unit == MeasureUnit::percent &&
        indicator.formula.below.empty() && !indicator.formula.above.empty()) {
      run.add(code::formula_mixes_units, indicator.formula.span,
              msg("the indicator `{0}` is in percent, and its formula divides "
                  "nothing",
                  indicator.id.value),
              msg("divide by the figure it is a part of, such as `poor / "
                  "households`, or write `unit: count`"));
    }
  }
}

void check_balances(const CheckRun& run) {
  const Ids figures = ids_of(run.plan.sheet.figures);
  for (const Balance& balance : run.plan.sheet.balances) {
    expect_known(run, code::unknown_figure, balance.of, figures, no_figure);
    for (const auto* side : {&balance.less, &balance.plus}) {
      for (const At<std::string>& figure : *side) {
        expect_known(run, code::unknown_figure, figure, figures, no_figure);
      }
    }
  }
}

// Subkinds may be those of any kind.
void check_breakdowns(const CheckRun& run) {
  const PlanSheet& sheet = run.plan.sheet;
  Ids subkinds;
  for (const UnitKind& kind : sheet.kinds) {
    const Ids more = ids_of(kind.subkinds);
    subkinds.insert(subkinds.end(), more.begin(), more.end());
  }
  for (const Breakdown& part : sheet.breakdowns) {
    for (const At<std::string>& kind : part.kinds) {
      expect_known(run, code::unknown_kind, kind, ids_of(sheet.kinds), no_kind);
    }
    for (const At<std::string>& subkind : part.subkinds) {
      expect_known(run, code::unknown_subkind, subkind, subkinds,
                   N_("the kind has no subkind `{0}`"));
    }
  }
}

void check_duty(const CheckRun& run, const Duty& duty, const Ids& bodies) {
  const auto expect_body = [&](const std::optional<At<std::string>>& body) {
    if (body) {
      expect_known(run, code::unknown_body, *body, bodies, no_body);
    }
  };
  for (const At<std::string>& kind : duty.from.kinds) {
    expect_known(run, code::unknown_kind, kind, ids_of(run.plan.sheet.kinds),
                 no_kind);
  }
  expect_body(duty.from.body);
  expect_body(duty.to);
  expect_body(duty.via);
  expect_body(duty.lead);
  for (const At<std::string>& body : duty.with) {
    expect_known(run, code::unknown_body, body, bodies, no_body);
  }
  for (const At<std::string>& used : duty.uses) {
    expect_known(run, code::unknown_duty, used, ids_of(run.plan.sheet.duties),
                 no_duty);
  }
  if (duty.due.last < duty.due.first.year && duty.due.last != 0) {
    run.add(code::period_reversed, duty.id.span,
            msg("the duty `{0}` ends ({1}) before it begins ({2})",
                duty.id.value, duty.due.last, duty.due.first.year),
            msg("exchange `first` and `last`"));
  }
}

void check_occasions(const CheckRun& run) {
  for (const Occasion& occasion : run.plan.sheet.occasions) {
    if (occasion.last < occasion.first.year && occasion.last != 0) {
      run.add(code::period_reversed, occasion.id.span,
              msg("the occasion `{0}` ends ({1}) before it begins ({2})",
                  occasion.id.value, occasion.last, occasion.first.year),
              msg("exchange `first` and `last`"));
    }
    if (occasion.covers_from.value_or(0) > occasion.covers_to.value_or(0)) {
      run.add(
          code::period_reversed, occasion.id.span,
          msg("the years that `{0}` covers run backwards", occasion.id.value),
          msg("exchange `from` and `to`"));
    }
  }
}

void check_window(const CheckRun& run, const Letterhead& head) {
  if (head.from && head.to && *head.to < *head.from) {
    run.add(code::period_reversed, head.span,
            msg("the letterhead ends ({0}) before it begins ({1})",
                to_iso(*head.to), to_iso(*head.from)),
            msg("exchange `from` and `to`"));
  }
}

void check_organisation(const CheckRun& run) {
  const PlanSheet& sheet = run.plan.sheet;
  const Ids bodies = ids_of(sheet.bodies);
  for (const Duty& duty : sheet.duties) {
    check_duty(run, duty, bodies);
  }
  for (const Responsibility& task : sheet.responsibilities) {
    for (const auto* list : {&task.by, &task.with}) {
      for (const At<std::string>& body : *list) {
        expect_known(run, code::unknown_body, body, bodies, no_body);
      }
    }
  }
  for (const Letterhead& head : sheet.letterheads) {
    if (head.body) {
      expect_known(run, code::unknown_body, *head.body, bodies, no_body);
    }
    check_window(run, head);
  }
  for (const TimelineEntry& entry : sheet.timeline) {
    if (entry.occasion) {
      expect_known(run, code::unknown_occasion, *entry.occasion,
                   ids_of(sheet.occasions), no_occasion);
    }
    if (entry.duty) {
      expect_known(run, code::unknown_duty, *entry.duty, ids_of(sheet.duties),
                   no_duty);
    }
  }
}

void expect_set(const CheckRun& run, const At<std::string>& id) {
  if (!has_file(run.plan, fmt::format("criteria/{}.yaml", id.value))) {
    expect_file(run, code::unknown_criteria_set, id,
                ids_of(run.plan.criteria_sets),
                N_("there is no criteria set `{0}`"),
                N_("add the file criteria/{0}.yaml, or correct the id"));
  }
}

}  // namespace

void check_plan_references(const CheckRun& run) {
  const PlanSheet& sheet = run.plan.sheet;
  for (const UnitKind& kind : sheet.kinds) {
    if (kind.criteria) {
      expect_set(run, *kind.criteria);
    } else if (!not_held(run.plan, Section::criteria)) {
      run.add(code::kind_without_criteria, kind.id.span,
              msg("units of the kind `{0}` take part without criteria",
                  kind.id.value),
              msg("nothing to do if the plan gives them none"),
              kind.origin.source);
    }
  }
  check_figure_rules(run);
  check_balances(run);
  check_breakdowns(run);
  for (const Target& target : sheet.targets) {
    check_measure(run, target.measure);
    if (target.sum_over) {
      expect_known(run, code::unknown_kind, *target.sum_over,
                   ids_of(sheet.kinds), no_kind);
    }
  }
  for (const Amendment& amendment : sheet.amendments) {
    const Date from = amendment.from.value;
    expect_in_period(run, Period::window(from, from), amendment.from.span);
  }
  check_occasions(run);
  check_organisation(run);
  if (sheet.grades) {
    expect_unique(run, sheet.grades->levels);
  }
  if (sheet.stages) {
    expect_unique(run, sheet.stages->order);
  }
  expect_unique(run, sheet.objectives);
  expect_unique(run, sheet.contents);
  expect_unique(run, sheet.targets);
  expect_unique(run, sheet.timeline);
  expect_unique(run, sheet.duties);
  expect_unique(run, sheet.responsibilities);
}

namespace {

void check_subkinds(const CheckRun& run, const CriteriaSet& set,
                    const Criterion& criterion) {
  Ids known;
  for (const UnitKind& kind : run.plan.sheet.kinds) {
    if (kind.criteria && kind.criteria->value == set.id) {
      const Ids more = ids_of(kind.subkinds);
      known.insert(known.end(), more.begin(), more.end());
    }
  }
  for (const At<std::string>& subkind : criterion.subkinds) {
    expect_known(run, code::unknown_subkind, subkind, known,
                 N_("no kind judged by this set has the subkind `{0}`"));
  }
}

}  // namespace

void check_criteria(const CheckRun& run) {
  std::vector<NamedId> all;
  for (const CriteriaSet& set : run.plan.criteria_sets) {
    for (const Criterion& criterion : set.criteria) {
      all.push_back({criterion.id, {}});
      check_subkinds(run, set, criterion);
      if (criterion.measure) {
        check_measure(run, *criterion.measure);
      }
      if (criterion.duration) {
        expect_dates(run, criterion.duration->since, [&](const Unit& unit) {
          const UnitKind* kind = run.plan.kind(unit.kind.value);
          return kind != nullptr && run.plan.criteria_of(*kind) == &set;
        });
      }
    }
  }
  expect_unique(run, all);
}

namespace {

void expect_one_cluster(const CheckRun& run) {
  std::unordered_map<std::string_view, Span> first;
  for (const Cluster& cluster : run.plan.clusters) {
    for (const At<std::string>& member : cluster.members) {
      const auto [at, is_new] = first.emplace(member.value, member.span);
      if (!is_new) {
        run.add(code::unit_in_two_clusters, member.span,
                msg("the unit `{0}` is already a member at {1}", member.value,
                    place_in_words(run.plan, at->second)),
                msg("a unit is ranked in one cluster: take it out of the "
                    "other"));
      }
    }
  }
}

void check_roles(const CheckRun& run, const Cluster& cluster,
                 UnitReferences& units) {
  for (const ClusterRole& role : cluster.roles) {
    const bool is_member =
        std::any_of(cluster.members.begin(), cluster.members.end(),
                    [&](const At<std::string>& each) {
                      return each.value == role.unit.value;
                    });
    if (units.expect(role.unit) != nullptr && !is_member) {
      run.add(code::role_not_held, role.unit.span,
              msg("`{0}` is no member of the cluster `{1}`, so it has no role "
                  "there",
                  role.unit.value, cluster.id.value),
              msg("name a member, or add the unit under `members`"));
    }
  }
}

}  // namespace

void check_clusters(const CheckRun& run) {
  UnitReferences units(run);
  for (const Cluster& cluster : run.plan.clusters) {
    expect_known(run, code::unknown_kind, cluster.kind,
                 ids_of(run.plan.sheet.kinds), no_kind);
    for (const At<std::string>& member : cluster.members) {
      const Unit* unit = units.expect(member);
      if (unit != nullptr && unit->kind.value != cluster.kind.value) {
        run.add(code::unknown_cluster_kind, member.span,
                msg("`{0}` is of the kind `{1}`, the cluster of `{2}`",
                    unit->id, unit->kind.value, cluster.kind.value),
                msg("units are ranked among their own kind: take it out, or "
                    "correct the kind"));
      }
    }
    check_roles(run, cluster, units);
  }
  expect_unique(run, run.plan.clusters);
  expect_one_cluster(run);
}

}  // namespace thidua
