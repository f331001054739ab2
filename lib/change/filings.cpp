#include "change/filings.hpp"

#include <algorithm>

#include "change/draft.hpp"
#include "rules/duties.hpp"
#include "rules/references.hpp"
#include "rules/timeline.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

Head head_of(const NewFiling& filing, int year, const char* owner_key,
             const std::string& name) {
  std::vector<Member> keys{{owner_key, Value::text(filing.owner)},
                           {"year", Value::literal(std::to_string(year))}};
  add_illustrative(keys, filing.illustrative);
  return {msg("reports received in {0}, {1}", year, name),
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

const Filing* filing_of(const Plan& plan, const std::string& owner, int year,
                        const Duty& duty) {
  const Filings* there = plan.filings_of(owner, year);
  if (there == nullptr) {
    return nullptr;
  }
  const auto at = std::find_if(
      there->filings.begin(), there->filings.end(),
      [&](const Filing& one) { return one.duty.value == duty.id.value; });
  return at == there->filings.end() ? nullptr : &*at;
}

// What proves a duty, and the year it stands under.
struct Proof {
  const Filing* filing = nullptr;
  int year = 0;
};

// For a year: of what is owed once at no time that is named, a filing of any
// year; none of what is owed nobody knows how often.
Proof proof_of(const Plan& plan, const std::string& owner, int year,
               const Duty& duty) {
  if (duty.due.has_years()) {
    return {filing_of(plan, owner, year, duty), year};
  }
  if (duty.due.rhythm == Rhythm::once) {
    for (const int each : plan_years(plan)) {
      if (const Filing* filing = filing_of(plan, owner, each, duty)) {
        return {filing, each};
      }
    }
  }
  return {};
}

// A duty is done once a year; a second filing of it is a slip.
std::optional<Failure> find_twin(const Plan& plan, const NewFiling& filing,
                                 int year, const Duty& duty) {
  const Proof there = proof_of(plan, filing.owner, year, duty);
  if (there.filing == nullptr) {
    return std::nullopt;
  }
  return Failure{
      ExitStatus::refused,
      msg("`{0}` of {1} has been received from `{2}` on {3}", duty.name,
          there.year, filing.owner, there.filing->date.value),
      msg("if that is wrong, correct filings/{0}/{1}.yaml", there.year,
          filing.owner)};
}

Message owers_of(const Plan& plan, const Duty& duty) {
  if (duty.from.body) {
    return msg("it is owed by `{0}`", duty.from.body->value);
  }
  std::vector<std::string_view> names;
  for (const At<std::string>& id : duty.from.kinds) {
    const UnitKind* kind = plan.kind(id.value);
    names.push_back(kind == nullptr ? id.value : kind->name);
  }
  const std::string kinds = fmt::format("{}", fmt::join(names, "; "));
  return names.empty() ? msg("it is owed by the members of clusters")
         : duty.from.cluster_members
             ? msg("it is owed by units of these kinds: {0}; and by the "
                   "members of clusters",
                   kinds)
             : msg("it is owed by units of these kinds: {0}", kinds);
}

// Null `unit`: a body.
std::optional<Failure> refuse_stranger(const Plan& plan,
                                       const NewFiling& filing,
                                       const Duty& duty, const Unit* unit) {
  const bool owed =
      unit != nullptr ? is_owed_by(plan, duty, *unit)
                      : duty.from.body && duty.from.body->value == filing.owner;
  return owed || inherits(plan, duty, filing.owner, filing.date)
             ? std::nullopt
             : std::optional(Failure{
                   ExitStatus::refused,
                   msg("`{0}` does not owe `{1}`", filing.owner, duty.name),
                   owers_of(plan, duty)});
}

bool takes_part(const Unit* unit, int year) {
  const Period whole = Period::year(year);
  return unit == nullptr || unit->enrolled_within(whole.first(), whole.last());
}

// Early in a year mostly the report of the year before comes in.
Result<int> year_of(const Plan& plan, const NewFiling& filing, const Duty& duty,
                    const Unit* unit) {
  const Due& due = duty.due;
  const int year = filing.year.value_or(
      due.once ? due.last : static_cast<int>(filing.date.year()));
  const int before = year - 1;
  if (filing.year || due.rhythm != Rhythm::every_year ||
      !falls_due_in(duty, year) || !falls_due_in(duty, before) ||
      !takes_part(unit, before) ||
      filing_of(plan, filing.owner, before, duty) != nullptr) {
    return year;
  }
  return Failure{ExitStatus::usage,
                 msg("`{0}` of {1} from `{2}` is still open, so the year that "
                     "this one is about must be said",
                     duty.name, before, filing.owner),
                 msg("say --year {0} or --year {1}", before, year)};
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
  if (auto stranger = refuse_stranger(plan, filing, *duty, unit)) {
    return *stranger;
  }
  const auto year = year_of(plan, filing, *duty, unit);
  if (!year) {
    return year.error();
  }
  if (auto twin = find_twin(plan, filing, *year, *duty)) {
    return *twin;
  }
  Draft draft(plan, fmt::format("filings/{}/{}.yaml", *year, filing.owner),
              {"unit", "body", "year", "illustrative", "filings", "duty",
               "date", "document", "late_reason", "note"},
              head_of(filing, *year, unit != nullptr ? "unit" : "body",
                      unit != nullptr ? unit->name.value : body->name));
  draft.edit().append({"filings"}, entry_of(filing, *duty));
  return draft.finish();
}

}  // namespace thidua::change
