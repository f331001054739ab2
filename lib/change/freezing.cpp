#include "change/freezing.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "change/draft.hpp"
#include "change/typed.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Value;

const FrozenTable* frozen_of(const Plan& plan, std::string_view id) {
  const auto at =
      std::find_if(plan.frozen_tables.begin(), plan.frozen_tables.end(),
                   [&](const FrozenTable& each) { return each.id == id; });
  return at == plan.frozen_tables.end() ? nullptr : &*at;
}

bool says_the_same(const FrozenTable& frozen, const ScoreTable& table) {
  return std::equal(frozen.lines.begin(), frozen.lines.end(),
                    table.lines.begin(), table.lines.end(),
                    [](const RecordLine& a, const RecordLine& b) {
                      return a.path == b.path && a.value == b.value;
                    });
}

Value lines_of(const ScoreTable& table) {
  std::vector<Value> lines;
  for (const RecordLine& line : table.lines) {
    lines.push_back(Value::text(fmt::format("{}: {}", line.path, line.value)));
  }
  return Value::list(std::move(lines));
}

}  // namespace

Result<FileChange> freeze(const Plan& plan, const std::string& table,
                          const std::string& by, Date day) {
  const std::string wanted = folded(table);
  const auto found =
      std::find_if(plan.score_tables.begin(), plan.score_tables.end(),
                   [&](const ScoreTable& each) {
                     return each.id == table || folded(each.name) == wanted;
                   });
  if (found == plan.score_tables.end()) {
    return unknown(N_("there is no score table `{0}`"), table,
                   ids_of(plan.score_tables));
  }
  const std::string path = fmt::format("frozen-tables/{}.yaml", found->id);
  if (const FrozenTable* frozen = frozen_of(plan, found->id)) {
    if (!says_the_same(*frozen, *found)) {
      return Failure{
          ExitStatus::refused,
          msg("`{0}` was frozen on {1} and has changed since", found->id,
              frozen->on.value),
          msg("put it back; new rules are a new table with `replaces: {0}` "
              "and `valid.from`",
              found->id)};
    }
    return FileChange{path, find_source(plan, path)->bytes};
  }
  std::vector<yaml::Member> keys{
      {"frozen", change::day(day)},
      {"by", Value::text(by.empty() ? plan.sheet.issuer.name : by)},
      {"rules", lines_of(*found)}};
  const Draft draft(plan, path, {"frozen", "by", "rules"},
                    {msg("the score table “{0}” as it was frozen", found->name),
                     Value::map(std::move(keys))});
  return draft.finish();
}

}  // namespace thidua::change
