// Score tables: classes with their gates.
#include <algorithm>

#include "rules/amounts.hpp"
#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

void check_level_order(const CheckRun& run, const Classes& classes) {
  const ClassLevel* above = nullptr;
  for (const ClassLevel& level : classes.levels) {
    if (above != nullptr && starts_below(above->band, level.band)) {
      run.add(code::classes_out_of_order, level.id.span,
              msg("`{0}` stands below `{1}` and asks for more points",
                  level.id.value, above->id.value),
              msg("list the best class first, the lowest one last"));
    }
    above = &level;
  }
}

void check_level_bands(const CheckRun& run, const Classes& classes) {
  std::vector<const Band*> bands;
  for (const ClassLevel& level : classes.levels) {
    bands.push_back(&level.band);
  }
  check_bands(run, std::move(bands), Gaps::reported, Numbers::any);
}

bool lies_above(const Band& band, const Exact& highest) {
  return band.low && (highest < band.low->at ||
                      (highest == band.low->at && !band.low->inside));
}

// A class that no total leads to.
void check_reachable(const TableCheck& check, const Classes& classes) {
  auto highest = highest_total(check.table);
  if (classes.by_share && check.table.total.is_zero()) {
    return;  // a total that could not be read has been reported
  }
  if (highest && classes.by_share) {
    *highest *= Exact{100} / check.table.total;
  }
  for (const ClassLevel& level : classes.levels) {
    if (highest && lies_above(level.band, *highest)) {
      check.run.add(code::class_unreachable, level.band.span,
                    msg("nobody can reach `{0}`: {1} is the most that there is",
                        level.id.value, *highest),
                    msg("correct the edge of the class, or the maxima"));
    }
  }
}

// One before it in the list takes every total that would lead to a class.
void check_swallowed(const CheckRun& run, const Classes& classes) {
  const auto& levels = classes.levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (holds_all(levels[j].band, levels[i].band)) {
        run.add(code::class_unreachable, levels[i].id.span,
                msg("nobody can get `{0}`: `{1}` before it takes all of its "
                    "points",
                    levels[i].id.value, levels[j].id.value),
                msg("correct the edges of the two classes"));
        break;
      }
    }
  }
}

class GateCheck {
 public:
  explicit GateCheck(const TableCheck& check)
      : check_(check),
        run_(check.run),
        criteria_(criteria_ids(check.run.plan, check.table)),
        facts_(ids_of(check.table.facts)) {}

  void look(const Gate& gate) {
    std::visit([this](const auto& demand) { by(demand); }, gate.demand);
  }

 private:
  static Ids both(Ids ids, const Ids& more) {
    ids.insert(ids.end(), more.begin(), more.end());
    return ids;
  }

  void by(const EachGate& gate) {
    const Ids known = both(criteria_, group_ids(check_.table));
    for (const At<std::string>& id : gate.of) {
      expect_criterion(check_, id, known);
    }
    if (Exact{100} < gate.percent) {
      run_.add(code::points_out_of_range, gate.percent_span,
               msg("nobody gets {0} % of a maximum", gate.percent),
               msg("write a number up to 100, such as 85 for 85 %"));
    }
  }

  void by(const NoneGate& gate) {
    const Ids known = both(event_ids(check_.table), facts_);
    for (const At<std::string>& id : gate.of) {
      expect_part(run_, id, known,
                  N_("this table has no deduction, bonus or fact `{0}`"));
    }
  }

  void by(const MetGate& gate) {
    const Ids known = both(criteria_, facts_);
    for (const At<std::string>& id : gate.of) {
      expect_part(run_, id, known,
                  N_("this table has no criterion or fact `{0}`"));
    }
  }

  void by(const VoteGate& /*gate*/) {}

  void by(const PeriodsGate& gate) {
    for (const At<std::string>& id : gate.classes) {
      expect_part(run_, id, classes_of_kinds(),
                  N_("no score table of these units has a class `{0}`"));
    }
    if (!check_.table.periods) {
      run_.add(code::rule_without_ground, gate.at_least_span,
               msg("this table has no `periods` in which a class could be "
                   "reached"),
               msg("take the condition out, or make the total from shorter "
                   "periods: `periods`"));
      return;
    }
    for (const ValidPeriod& valid : valid_periods(run_.plan, check_.file)) {
      expect_enough(gate, valid.period);
    }
  }

  void expect_enough(const PeriodsGate& gate, const Period& period) {
    const auto there = static_cast<std::int64_t>(
        periods_in(period, check_.table.periods->each).size());
    if (Exact{there} < gate.at_least) {
      run_.add(code::points_out_of_range, gate.at_least_span,
               msg("`{0}` has {1} shorter {1:period|periods}, fewer than {2}",
                   period.to_string(), there, gate.at_least),
               msg("correct `at_least`"));
    }
  }

  // The shorter periods may have tables of their own.
  [[nodiscard]] Ids classes_of_kinds() const {
    Ids ids;
    for (const ScoreTable& file : run_.plan.score_tables) {
      for (const KindTable& table : file.tables) {
        const bool shared =
            std::any_of(table.kinds.begin(), table.kinds.end(),
                        [&](const At<std::string>& kind) {
                          return names(check_.table.kinds, kind.value);
                        });
        if (shared && table.classes) {
          ids = both(std::move(ids), ids_of(table.classes->levels));
        }
      }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  const TableCheck& check_;
  const CheckRun& run_;
  Ids criteria_;
  Ids facts_;
};

// Whose class is not passed: the attribute names a unit.
void check_heads(const TableCheck& check, const At<std::string>& attribute) {
  UnitReferences units(check.run);
  for (const Unit& unit : check.run.plan.units) {
    if (!names(check.table.kinds, unit.kind.value)) {
      continue;
    }
    for (const Attribute& each : unit.attributes) {
      if (each.key.value == attribute.value) {
        units.expect({each.value, each.key.span});
      }
    }
  }
}

void check_gates(const TableCheck& check, const Classes& classes) {
  GateCheck gates(check);
  for (const Gate& gate : classes.gates) {
    gates.look(gate);
  }
  for (const ClassLevel& level : classes.levels) {
    for (const At<std::string>& gate : level.gates) {
      expect_part(check.run, gate, ids_of(classes.gates),
                  N_("this table has no condition `{0}` under `gates`"));
    }
  }
  for (const NotClassed& reason : classes.not_classed) {
    if (reason.fact) {
      expect_part(check.run, *reason.fact, ids_of(check.table.facts),
                  N_("this table has no fact `{0}`"));
    }
  }
}

}  // namespace

std::optional<Exact> highest_total(const KindTable& table) {
  if (table.periods) {
    return std::nullopt;
  }
  Exact highest = table.total;
  if (table.is_base) {
    for (const ScoreGroup& group : table.groups) {
      for (const ScoreItem& item : group.items) {
        highest += item.max.value_or(Exact{});
      }
    }
  }
  if (!table.bonus.within) {
    const auto bonus = highest_bonus(table);
    if (!bonus) {
      return std::nullopt;
    }
    highest += *bonus;
  }
  return table.round ? rounded(highest, *table.round) : highest;
}

void check_classes(const TableCheck& check) {
  if (!check.table.classes) {
    return;
  }
  const Classes& classes = *check.table.classes;
  expect_unique(check.run, classes.levels);
  expect_unique(check.run, classes.gates);
  expect_unique(check.run, classes.not_classed);
  check_level_order(check.run, classes);
  check_level_bands(check.run, classes);
  check_swallowed(check.run, classes);
  check_reachable(check, classes);
  check_gates(check, classes);
  if (classes.not_above) {
    check_heads(check, *classes.not_above);
  }
}

}  // namespace thidua
