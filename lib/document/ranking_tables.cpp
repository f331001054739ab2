#include "document/ranking_tables.hpp"

#include <set>

#include "document/table_parts.hpp"
#include "render/successions.hpp"
#include "rules/judging.hpp"

namespace thidua::document {
namespace {

std::string_view list_id(const Ranking& list) {
  return list.cluster != nullptr ? list.cluster->id.value : list.kind->id.value;
}

void add_point_columns(const Ranking& list, const TableWords& words,
                       DataTable& table) {
  table.columns = {words.number(N_("Place")), words.text(N_("Unit")),
                   words.number(N_("Total")), words.number(N_("Out of")),
                   words.percent(N_("Share"))};
  if (list.has_classes()) {
    table.columns.push_back(words.text(N_("Grading")));
  }
  table.columns.push_back(words.number(N_("Bonus")));
  table.columns.push_back(words.number(N_("Deductions")));
  table.columns.push_back(words.text(N_("Note")));
}

Row point_row(const Ranking& list, const RankedUnit& unit,
              const std::string& note, const render::ScoreView& view) {
  const UnitScore& score = unit.score;
  // What a total that is not there yet is made of is not known either.
  const auto part = [&](const Exact& value) {
    return score.total ? Cell(value) : Cell();
  };
  Row row{{unit.place > 0 ? Cell(Exact(unit.place)) : Cell(),
           text_cell(score.name()), number_cell(score.total),
           number_cell(score.max), number_cell(score.share())},
          0,
          false};
  if (list.has_classes()) {
    row.cells.push_back(text_cell(render::class_text(unit, view.language)));
  }
  row.cells.push_back(part(score.bonus));
  row.cells.push_back(part(score.deduction));
  row.cells.push_back(text_cell(note));
  return row;
}

void add_count_columns(const TableWords& words, DataTable& table) {
  table.columns = {
      words.text(N_("Unit")),         words.number(N_("Met")),
      words.number(N_("Not met")),    words.number(N_("Not applicable")),
      words.number(N_("Not judged")), words.number(N_("Cannot be judged")),
      words.text(N_("Note"))};
}

Row count_row(const RankedUnit& unit, const std::string& note) {
  const VerdictCounts& counts = unit.score.counts;
  return {
      {text_cell(unit.score.name()), Exact(counts.met), Exact(counts.not_met),
       Exact(counts.not_applicable), Exact(counts.not_judged),
       Exact(counts.cannot_judge), text_cell(note)},
      0,
      false};
}

// What the stages up to the one that counts name: whoever marks last seldom
// names again what the unit itself has shown.
std::string evidence_of(const Judgement& judgement, const Scorecard* card) {
  std::string text;
  if (judgement.mark == nullptr || judgement.stage == nullptr ||
      card == nullptr) {
    return text;
  }
  std::set<std::string_view> named;
  for (const StageMarks& stage : card->stages) {
    for (const Mark& mark : stage.marks) {
      if (mark.criterion.value != judgement.mark->criterion.value ||
          stage.date.value > judgement.stage->date.value) {
        continue;
      }
      for (const At<std::string>& path : mark.remarks->evidence) {
        if (named.insert(path.value).second) {
          render::append(text, path.value);
        }
      }
    }
  }
  return text;
}

// Why there is no verdict, or what led to it.
std::string ground_of(const Judgement& judgement, const TableWords& words) {
  if (!judgement.reason.empty()) {
    return words.say(judgement.reason);
  }
  std::string text;
  for (const Step& step : judgement.steps) {
    render::append(text, words.say(step.text));
  }
  return text;
}

void add_criteria(const std::vector<CriterionScore>& criteria, int depth,
                  const Scorecard* card, const TableWords& words,
                  DataTable& table) {
  for (const CriterionScore& each : criteria) {
    table.rows.push_back(
        {{text_cell(each.id()), text_cell(each.text()),
          text_cell(words.say(render::word(each.judgement.verdict))),
          number_cell(each.points), number_cell(each.max),
          text_cell(ground_of(each.judgement, words)),
          text_cell(evidence_of(each.judgement, card))},
         depth,
         false});
    add_criteria(each.parts, depth + 1, card, words, table);
  }
}

void add_adjustments(const char* title,
                     const std::vector<AdjustmentScore>& items,
                     const std::optional<Exact>& sum, const TableWords& words,
                     DataTable& table) {
  if (items.empty() && (!sum || sum->is_zero())) {
    return;
  }
  table.rows.push_back({{Cell(), text_cell(words.say(title)), Cell(),
                         number_cell(sum), Cell(), Cell(), Cell()},
                        0,
                        true});
  for (const AdjustmentScore& each : items) {
    table.rows.push_back(
        {{text_cell(each.item->id.value), text_cell(each.item->name), Cell(),
          number_cell(each.points), Cell(), text_cell(words.say(each.reason)),
          Cell()},
         1,
         false});
  }
}

}  // namespace

DataTable ranking_table(const Ranking& list, const Period& period,
                        const render::ScoreView& view) {
  const TableWords words(view.language);
  const bool counts = list.table == nullptr;
  DataTable table{table_id({"ranking", period.to_string(), list_id(list)}),
                  fmt::format("{} {} · {}", words.say("Ranking"),
                              period.to_string(), render::title_of(list)),
                  {},
                  {},
                  {}};
  if (counts) {
    add_count_columns(words, table);
    table.notes.push_back(words.say("no score table: nobody is ranked"));
  } else {
    add_point_columns(list, words, table);
    table.notes.push_back(
        words.say(msg("score table “{0}”", list.table->name)));
  }
  const auto add = [&](const RankedUnit& unit, const std::string& note) {
    table.rows.push_back(counts ? count_row(unit, note)
                                : point_row(list, unit, note, view));
  };
  for (const RankedUnit& unit : list.ranked) {
    add(unit, render::note_of(unit, view));
  }
  for (const RankedUnit& unit : list.missing) {
    add(unit, render::missing_text(unit.score, view.language));
  }
  for (std::string& quota : render::quota_texts(list, view)) {
    table.notes.push_back(std::move(quota));
  }
  return table;
}

DataTable scorecard_table(const RankedUnit& unit,
                          const render::ScoreView& view) {
  const TableWords words(view.language);
  const UnitScore& score = unit.score;
  DataTable table{
      table_id({"scorecard", score.period.to_string(), score.unit->id}),
      fmt::format("{} {} · {}", words.say("Scorecard"),
                  score.period.to_string(), score.name()),
      {words.text(N_("Item")), words.text(N_("Criterion")),
       words.text(N_("Result")), words.number(N_("Points")),
       words.number(N_("Out of")), words.text(N_("Ground")),
       words.text(N_("Evidence"))},
      {},
      {}};
  add_criteria(score.criteria, 0,
               view.plan.scorecard_of(score.unit->id, score.period), words,
               table);
  if (score.table != nullptr) {
    add_adjustments(N_("Bonus"), score.bonuses, score.bonus, words, table);
    add_adjustments(N_("Deductions"), score.deductions, score.deduction, words,
                    table);
    table.rows.push_back(
        {{Cell(), text_cell(words.say("Total")), Cell(),
          number_cell(score.total), number_cell(score.max),
          text_cell(render::class_text(unit, view.language)), Cell()},
         0,
         true});
  }
  return table;
}

std::vector<DataTable> score_tables(const std::vector<Ranking>& lists,
                                    const Period& period, bool one_unit,
                                    const render::ScoreView& view) {
  TableList tables;
  for (const Ranking& list : lists) {
    tables.add(ranking_table(list, period, view));
    for (const auto* units : {&list.ranked, &list.missing}) {
      for (const RankedUnit& unit : *units) {
        if (one_unit) {
          tables.add(scorecard_table(unit, view));
        }
      }
    }
  }
  return tables.take();
}

void add_ranking_tables(const ReportView& view, TableList& tables) {
  for (const YearRanking& year : view.report.rankings) {
    for (const Ranking& list : year.lists) {
      DataTable table = ranking_table(list, year.period, view.score);
      const std::string ended = render::ended_text(
          view.plan(), list.ended, year.period, view.language());
      if (!ended.empty()) {
        table.notes.push_back(ended);
      }
      tables.add(std::move(table));
    }
  }
}

}  // namespace thidua::document
