#include "change/filings.hpp"

#include <algorithm>

#include "change/draft.hpp"
#include "rules/deadlines.hpp"
#include "rules/duties.hpp"
#include "rules/references.hpp"
#include "rules/timeline.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

// Who owes it: a unit, or a body of the plan.
struct Owner {
  std::string id;
  const Unit* unit = nullptr;  // null: a body
  const Body* body = nullptr;
};

Result<Owner> find_owner(const Plan& plan, const std::string& id) {
  const Owner owner{id, plan.unit(id), plan.body(id)};
  if (owner.unit == nullptr && owner.body == nullptr) {
    return Failure{
        ExitStatus::usage, msg("there is no unit or body `{0}`", id),
        msg("`thidua list units` shows the units; bodies are: {0}",
            fmt::format("{}", fmt::join(ids_of(plan.sheet.bodies), ", ")))};
  }
  return owner;
}

Draft draft_of(const Plan& plan, const Owner& owner, int year,
               bool illustrative) {
  std::vector<Member> keys{
      {owner.unit != nullptr ? "unit" : "body", Value::text(owner.id)},
      {"year", Value::literal(std::to_string(year))}};
  add_illustrative(keys, illustrative);
  return {
      plan,
      fmt::format("filings/{}/{}.yaml", year, owner.id),
      {"unit", "body", "year", "illustrative", "extensions", "until", "granted",
       "reason", "filings", "duty", "date", "document", "late_reason", "note"},
      {msg("reports received in {0}, {1}", year,
           owner.unit != nullptr ? owner.unit->name.value : owner.body->name),
       Value::map(std::move(keys))}};
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

std::optional<Failure> refuse_stranger(const Plan& plan, const Owner& owner,
                                       const Duty& duty, Date day) {
  const bool owed = owner.unit != nullptr
                        ? is_owed_by(plan, duty, *owner.unit)
                        : duty.from.body && duty.from.body->value == owner.id;
  return owed || inherits(plan, duty, owner.id, day)
             ? std::nullopt
             : std::optional(
                   Failure{ExitStatus::refused,
                           msg("`{0}` does not owe `{1}`", owner.id, duty.name),
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
  const auto owner = find_owner(plan, filing.owner);
  if (!owner) {
    return owner.error();
  }
  if (auto stranger = refuse_stranger(plan, *owner, *duty, filing.date)) {
    return *stranger;
  }
  const auto year = year_of(plan, filing, *duty, owner->unit);
  if (!year) {
    return year.error();
  }
  if (auto twin = find_twin(plan, filing, *year, *duty)) {
    return *twin;
  }
  Draft draft = draft_of(plan, *owner, *year, filing.illustrative);
  draft.edit().append({"filings"}, entry_of(filing, *duty));
  return draft.finish();
}

namespace {

std::optional<Failure> refuse_done(const Plan& plan, const Duty& duty, int year,
                                   const std::string& owner) {
  const Filing* there = filing_of(plan, owner, year, duty);
  return there == nullptr
             ? std::nullopt
             : std::optional(Failure{
                   ExitStatus::refused,
                   msg("`{0}` of {1} has been received from `{2}` on {3}",
                       duty.name, year, owner, there->date.value),
                   msg("what is done needs no more time")});
}

// More time ends after the day it had, and not after the exceptional limit.
std::optional<Failure> refuse_day(const Plan& plan, const Duty& duty, int year,
                                  const NewExtension& extension) {
  const Deadline now = deadline_of(plan, duty, year, extension.owner);
  if (!now.day) {
    return Failure{ExitStatus::refused,
                   msg("the plan names no last day for `{0}`", duty.name),
                   {}};
  }
  if (extension.until <= *now.day) {
    return Failure{ExitStatus::refused,
                   msg("{0} is not after {1}, the last day it has",
                       extension.until, *now.day),
                   msg("name a later day")};
  }
  if (now.exceptional && *now.exceptional < extension.until) {
    return Failure{
        ExitStatus::refused,
        msg("the plan allows more time through {0} at most", *now.exceptional),
        msg("name a day up to that one")};
  }
  return std::nullopt;
}

}  // namespace

Result<FileChange> extend(const Plan& plan, const NewExtension& extension) {
  const Duty* duty = find_by_word(plan.sheet.duties, extension.duty);
  if (duty == nullptr) {
    return unknown(N_("the plan declares no duty `{0}`"), extension.duty,
                   ids_of(plan.sheet.duties));
  }
  const auto owner = find_owner(plan, extension.owner);
  if (!owner) {
    return owner.error();
  }
  if (auto stranger = refuse_stranger(plan, *owner, *duty, extension.granted)) {
    return *stranger;
  }
  const int year =
      extension.year.value_or(static_cast<int>(extension.until.year()));
  if (auto done = refuse_done(plan, *duty, year, extension.owner)) {
    return *done;
  }
  if (auto day_refused = refuse_day(plan, *duty, year, extension)) {
    return *day_refused;
  }
  Draft draft = draft_of(plan, *owner, year, extension.illustrative);
  std::vector<Member> keys{{"duty", Value::text(duty->id.value)},
                           {"until", day(extension.until)},
                           {"granted", day(extension.granted)},
                           {"reason", Value::text(extension.reason)}};
  add_text(keys, "document", extension.document);
  draft.edit().append({"extensions"}, Value::map(std::move(keys)));
  return draft.finish();
}

}  // namespace thidua::change
