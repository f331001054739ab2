#include "render/scores.hpp"

#include "render/outline.hpp"
#include "render/successions.hpp"
#include "render/table.hpp"

namespace thidua::render {
namespace {

std::string heading(const Ranking& ranking, const Period& period,
                    const ScoreView& view) {
  const std::size_t units = ranking.ranked.size() + ranking.missing.size();
  if (ranking.table == nullptr) {
    return say(
        msg("{0} · {1} ({2} {2:unit|units}) · no score table, nobody is ranked",
            period.to_string(), title_of(ranking), units),
        view.language);
  }
  return say(
      ranking.table->origin.assumed
          ? msg("{0} · {1} ({2} {2:unit|units}) · score table “{3}” (assumed)",
                period.to_string(), title_of(ranking), units,
                ranking.table->name)
          : msg("{0} · {1} ({2} {2:unit|units}) · score table “{3}”",
                period.to_string(), title_of(ranking), units,
                ranking.table->name),
      view.language);
}

std::string missing_note(const RankedUnit& unit, const ScoreView& view) {
  std::string note = missing_text(unit.score, view.language);
  if (unit.classed && unit.classed->because != nullptr) {
    note += "; " + say(msg("not classed: {0}", unit.classed->because->name),
                       view.language);
  }
  return note;
}

std::string missing_lines(const Ranking& ranking, const ScoreView& view) {
  Table table({Align::left, Align::left, Align::left});
  for (const RankedUnit& unit : ranking.missing) {
    table.row({"–", unit.score.name(), missing_note(unit, view)});
  }
  return table.to_text(1);
}

std::string place_text(const RankedUnit& unit) {
  return std::to_string(unit.place) + (unit.tied ? "=" : " ");
}

std::string ranked_lines(const Ranking& ranking, const ScoreView& view) {
  Table table({Align::right, Align::left, Align::right, Align::left});
  table.head({"#", say("Unit", view.language), say("Points", view.language),
              say("Note", view.language)});
  for (const RankedUnit& unit : ranking.ranked) {
    table.row({place_text(unit), unit.score.name(),
               number(*unit.score.total, view.language), note_of(unit, view)});
  }
  return table.to_text();
}

// Where the table ranks by shares, or has classes, ties or quotas.
bool has_more(const Ranking& ranking) {
  const KindTable& table = *ranking.kind_table;
  return table.classes || table.ranking.by_share ||
         !table.ranking.ties.empty() || !table.quotas.empty() ||
         !table.deductions.items.empty();
}

std::string full_lines(const Ranking& ranking, const ScoreView& view) {
  const bool shares = ranking.kind_table->ranking.by_share;
  const bool classes = ranking.has_classes();
  std::vector<Align> columns{Align::right, Align::left, Align::right};
  std::vector<std::string> head{"#", say("Unit", view.language),
                                say("Points", view.language)};
  if (shares) {
    columns.push_back(Align::right);
    head.emplace_back("%");
  }
  if (classes) {
    columns.push_back(Align::left);
    head.push_back(say("Grading", view.language));
  }
  columns.push_back(Align::left);
  head.push_back(say("Note", view.language));
  Table table(columns);
  table.head(std::move(head));
  table.wrap_last();
  for (const RankedUnit& unit : ranking.ranked) {
    std::vector<std::string> row{place_text(unit), unit.score.name(),
                                 number(*unit.score.total, view.language)};
    if (shares) {
      const auto share = unit.score.share();
      row.push_back(share ? number(*share, view.language) : "–");
    }
    if (classes) {
      row.push_back(class_text(unit, view.language));
    }
    row.push_back(note_of(unit, view));
    table.row(std::move(row));
  }
  return table.to_text();
}

// Without a table: what is met and what is not.
std::string unranked_lines(const Ranking& ranking, const ScoreView& view) {
  Table table({Align::left, Align::right, Align::right, Align::right});
  table.head({say("Unit", view.language), say("Met", view.language),
              say("Not met", view.language),
              say("Not applicable", view.language)});
  for (const RankedUnit& unit : ranking.ranked) {
    const VerdictCounts& counts = unit.score.counts;
    table.row({unit.score.name(), std::to_string(counts.met),
               std::to_string(counts.not_met),
               std::to_string(counts.not_applicable)});
  }
  return table.to_text(1);
}

}  // namespace

std::string to_text(const Ranking& ranking, const Period& period,
                    const ScoreView& view) {
  std::string text = heading(ranking, period, view) + "\n";
  text += missing_lines(ranking, view);
  if (!ranking.ranked.empty()) {
    text += ranking.table == nullptr ? unranked_lines(ranking, view)
            : has_more(ranking)      ? full_lines(ranking, view)
                                     : ranked_lines(ranking, view);
  }
  const std::string ended =
      ended_text(view.plan, ranking.ended, period, view.language);
  text += ended.empty() ? ended : wrapped("  ", ended);
  for (const std::string& quota : quota_texts(ranking, view)) {
    text += wrapped("  ", quota);
  }
  return text;
}

}  // namespace thidua::render
