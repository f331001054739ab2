#include "change/filings.hpp"

#include <algorithm>

#include "change/draft.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

Head head_of(const NewFiling& filing, const char* owner_key,
             const std::string& name) {
  std::vector<Member> keys{
      {owner_key, Value::text(filing.owner)},
      {"year", Value::literal(std::to_string(filing.year))}};
  add_illustrative(keys, filing.illustrative);
  return {msg("reports received in {0}, {1}", filing.year, name),
          Value::map(std::move(keys))};
}

Value entry_of(const NewFiling& filing, const Duty& duty) {
  std::vector<Member> keys{{"duty", Value::text(duty.id.value)},
                           {"date", day(filing.date)}};
  add_text(keys, "document", filing.document);
  add_text(keys, "late_reason", filing.late_reason);
  add_text(keys, "note", filing.note);
  return Value::map(std::move(keys));
}

// A duty is done once a year; a second filing of it is a slip.
std::optional<Failure> find_twin(const Plan& plan, const NewFiling& filing,
                                 const Duty& duty) {
  const Filings* there = plan.filings_of(filing.owner, filing.year);
  if (there == nullptr) {
    return std::nullopt;
  }
  for (const Filing& one : there->filings) {
    if (one.duty.value == duty.id.value) {
      return Failure{ExitStatus::refused,
                     msg("`{0}` of {1} has been received from `{2}` on {3}",
                         duty.name, filing.year, filing.owner, one.date.value),
                     msg("if that is wrong, correct filings/{0}/{1}.yaml",
                         filing.year, filing.owner)};
    }
  }
  return std::nullopt;
}

}  // namespace

Result<FileChange> receive(const Plan& plan, const NewFiling& filing) {
  const Duty* duty = find_by_word(plan.sheet.duties, filing.duty);
  if (duty == nullptr) {
    return unknown(N_("the plan declares no duty `{0}`"), filing.duty,
                   ids_of(plan.sheet.duties));
  }
  const Unit* unit = plan.unit(filing.owner);
  const Body* body = plan.body(filing.owner);
  if (unit == nullptr && body == nullptr) {
    return Failure{
        ExitStatus::usage, msg("there is no unit or body `{0}`", filing.owner),
        msg("`thidua list units` shows the units; bodies are: {0}",
            fmt::format("{}", fmt::join(ids_of(plan.sheet.bodies), ", ")))};
  }
  if (auto twin = find_twin(plan, filing, *duty)) {
    return *twin;
  }
  Draft draft(plan,
              fmt::format("filings/{}/{}.yaml", filing.year, filing.owner),
              {"unit", "body", "year", "illustrative", "filings", "duty",
               "date", "document", "late_reason", "note"},
              head_of(filing, unit != nullptr ? "unit" : "body",
                      unit != nullptr ? unit->name.value : body->name));
  draft.edit().append({"filings"}, entry_of(filing, *duty));
  return draft.finish();
}

}  // namespace thidua::change
