// What the plan assumes, and which records are made up.
#include "rules/delegation.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

void note_assumed(const CheckRun& run, Span where, std::string_view what) {
  run.add(code::assumed_rule, where,
          msg("assumed, not stated by the plan: {0}", what),
          msg("give its `source` once a document says so"));
}

template <class List>
void note_assumed_in(const CheckRun& run, const List& list) {
  for (const auto& item : list) {
    if (item.origin.assumed) {
      note_assumed(run, item.id.span, item.id.value);
    }
  }
}

struct MadeUp {
  int count = 0;
  Span first{};

  template <class List>
  void add(const List& list) {
    for (const auto& record : list) {
      if (record.illustrative) {
        ++count;
        first = first.known() && first.file < record.span.file ? first
                                                               : record.span;
      }
    }
  }
};

void note_made_up(const CheckRun& run) {
  const Plan& plan = run.plan;
  MadeUp made_up;
  made_up.add(plan.units);
  made_up.add(plan.figures);
  made_up.add(plan.results);
  made_up.add(plan.filings);
  made_up.add(plan.scorecards);
  made_up.add(plan.proposals);
  made_up.add(plan.awards.councils);
  if (made_up.count > 0) {
    run.add(code::illustrative_data, made_up.first,
            msg("{0} {0:record holds|records hold} illustrative data, this one "
                "first",
                made_up.count),
            msg("every output that uses them says so; real data takes the "
                "place of the record"));
  }
}

void note_assumed_conditions(const CheckRun& run) {
  const Awards& awards = run.plan.awards;
  if (awards.conditions && awards.conditions->origin.assumed) {
    note_assumed(run, awards.conditions->span, "conditions");
  }
  for (const AwardForm& form : awards.forms) {
    if (form.conditions && form.conditions->origin.assumed) {
      note_assumed(run, form.conditions->span, form.id.value + ": conditions");
    }
  }
}

void note_assumed_in_criteria(const CheckRun& run) {
  for (const CriteriaSet& set : run.plan.criteria_sets) {
    for (const Criterion& each : set.criteria) {
      const auto note = [&](bool assumed, const char* key) {
        if (assumed) {
          note_assumed(run, each.id.span,
                       fmt::format("{}: {}", each.id.value, key));
        }
      };
      note((each.measure && each.measure->assumed) ||
               (each.duration && each.duration->assumed),
           "measure");
      note(each.at_end_assumed, "judged_at");
      note(each.applies_if_assumed, "applies_if");
    }
  }
  for (const Target& target : run.plan.sheet.targets) {
    if (target.measure.assumed && !target.origin.assumed) {
      note_assumed(run, target.id.span, target.id.value + ": measure");
    }
  }
}

}  // namespace

void check_assumptions(const CheckRun& run) {
  const PlanSheet& sheet = run.plan.sheet;
  for (const DocumentReference& parent : sheet.parents) {
    if (!parent.held) {
      run.add(code::parent_not_held, parent.span,
              msg("the parent document {0} is not held", name_of(parent)),
              msg("what it alone says stays unresolved"), parent.source);
    }
    if (parent.assumed) {
      note_assumed(run, parent.span, name_of(parent));
    }
  }
  if (sheet.grades && sheet.grades->origin.assumed) {
    note_assumed(run,
                 sheet.grades->levels.empty()
                     ? sheet.span
                     : sheet.grades->levels.front().id.span,
                 "grades");
  }
  if (sheet.stages && sheet.stages->origin.assumed) {
    note_assumed(run,
                 sheet.stages->order.empty()
                     ? sheet.span
                     : sheet.stages->order.front().id.span,
                 "stages");
  }
  for (const Body& body : sheet.bodies) {
    if (body.assumed) {
      note_assumed(run, body.id.span, body.id.value);
    }
  }
  for (const Duty& duty : sheet.duties) {
    if (duty.due.first.assumed) {
      note_assumed(run, duty.id.span, duty.id.value + ": first");
    }
  }
  for (const Occasion& occasion : sheet.occasions) {
    if (occasion.first.assumed || occasion.covers_assumed ||
        occasion.origin.assumed) {
      note_assumed(run, occasion.id.span, occasion.id.value);
    }
  }
  note_assumed_in(run, sheet.kinds);
  note_assumed_in(run, sheet.targets);
  note_assumed_in(run, sheet.balances);
  note_assumed_in(run, sheet.breakdowns);
  note_assumed_in(run, sheet.timeline);
  note_assumed_in_criteria(run);
  note_assumed_in(run, run.plan.awards.forms);
  note_assumed_in(run, run.plan.awards.councils);
  note_assumed_in(run, run.plan.clusters);
  for (const Succession& event : run.plan.successions) {
    if (event.origin.assumed) {
      note_assumed(run, event.on.span, to_iso(event.on.value));
    }
  }
  for (const ScoreTable& table : run.plan.score_tables) {
    if (table.origin.assumed) {
      note_assumed(run, table.span, table.name);
    }
  }
  for (const Holidays& holidays : run.plan.holidays) {
    if (holidays.origin.assumed) {
      note_assumed(run, holidays.year.span,
                   fmt::format("holidays/{}", holidays.year.value));
    }
  }
  note_assumed_conditions(run);
  note_made_up(run);
}

}  // namespace thidua
