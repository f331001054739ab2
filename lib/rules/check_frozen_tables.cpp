// frozen-tables/: what has changed in a score table since it was frozen.
#include <algorithm>
#include <map>

#include "rules/references.hpp"

namespace thidua {
namespace {

using Lines = std::map<std::string_view, const RecordLine*>;

Lines by_path(const std::vector<RecordLine>& lines) {
  Lines found;
  for (const RecordLine& line : lines) {
    found.emplace(line.path, &line);
  }
  return found;
}

class TableComparison {
 public:
  TableComparison(const CheckRun& run, const FrozenTable& frozen,
                  const ScoreTable& table)
      : run_(run), frozen_(frozen), table_(table) {}

  void compare() const {
    const Lines before = by_path(frozen_.lines);
    const Lines after = by_path(table_.lines);
    for (const auto& [path, line] : before) {
      const auto now = after.find(path);
      if (now == after.end()) {
        report(table_.span, msg("`{0}: {1}` was there when the table was "
                                "frozen on {2}, and is gone",
                                path, line->value, frozen_.on.value));
      } else if (now->second->value != line->value) {
        report(now->second->span,
               msg("`{0}` was {1} when the table was frozen on {2}, and is {3}",
                   path, line->value, frozen_.on.value, now->second->value));
      }
    }
    for (const auto& [path, line] : after) {
      if (!before.contains(path)) {
        report(line->span,
               msg("`{0}: {1}` was not there when the table was frozen on {2}",
                   path, line->value, frozen_.on.value));
      }
    }
  }

 private:
  void report(Span where, Message what) const {
    run_.add(code::frozen_table_changed, where, std::move(what),
             msg("put it back; new rules are a new table with `replaces: {0}` "
                 "and `valid.from`",
                 table_.id));
  }

  const CheckRun& run_;
  const FrozenTable& frozen_;
  const ScoreTable& table_;
};

}  // namespace

void check_frozen_tables(const CheckRun& run) {
  for (const FrozenTable& frozen : run.plan.frozen_tables) {
    const auto at = std::find_if(
        run.plan.score_tables.begin(), run.plan.score_tables.end(),
        [&](const ScoreTable& table) { return table.id == frozen.id; });
    if (at != run.plan.score_tables.end()) {
      TableComparison(run, frozen, *at).compare();
    } else if (!has_file(run.plan,
                         fmt::format("score-tables/{}.yaml", frozen.id))) {
      run.add(code::frozen_table_changed, frozen.span,
              msg("the score table `{0}` was frozen on {1}, and is gone",
                  frozen.id, frozen.on.value),
              msg("put it back"));
    }
  }
}

}  // namespace thidua
