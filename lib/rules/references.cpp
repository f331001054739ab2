#include "rules/references.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/timeline.hpp"

namespace thidua {
namespace {

constexpr int most_suggestions = 20;
constexpr std::size_t most_listed = 12;

}  // namespace

Message suggestion(std::string_view word,
                   const std::vector<std::string_view>& known) {
  if (const auto meant = nearest(word, known)) {
    return msg("did you mean `{0}`?", *meant);
  }
  if (known.empty()) {
    return msg("the plan declares none yet");
  }
  if (known.size() > most_listed) {
    return msg("`thidua list` shows those there are");
  }
  return msg("there are: {0}", fmt::format("{}", fmt::join(known, ", ")));
}

const Source* find_source(const Plan& plan, std::string_view path) {
  const auto at =
      std::lower_bound(plan.sources.begin(), plan.sources.end(), path,
                       [](const Source& file, std::string_view want) {
                         return file.path < want;
                       });
  return at != plan.sources.end() && at->path == path ? &*at : nullptr;
}

bool has_file(const Plan& plan, std::string_view path) {
  return find_source(plan, path) != nullptr;
}

bool expect_known(const CheckRun& run, Code code, const At<std::string>& id,
                  const std::vector<std::string_view>& known,
                  const char* what) {
  if (id.value.empty() ||
      std::find(known.begin(), known.end(), id.value) != known.end()) {
    return true;
  }
  run.add(code, id.span, Message{what, {id.value}},
          suggestion(id.value, known));
  return false;
}

void expect_file(const CheckRun& run, Code code, const At<std::string>& id,
                 const std::vector<std::string_view>& known, const char* what,
                 const char* hint) {
  if (!known.empty()) {
    expect_known(run, code, id, known, what);
  } else if (!id.value.empty()) {
    run.add(code, id.span, Message{what, {id.value}},
            Message{hint, {id.value}});
  }
}

std::string place_in_words(const Plan& plan, Span where) {
  const Source& source = plan.sources[where.file];
  return fmt::format("{}:{}", source.path,
                     locate(source.bytes, where.offset).line);
}

void expect_form(const CheckRun& run, const At<std::string>& id) {
  const std::vector<AwardForm>& forms = run.plan.awards.forms;
  if (!forms.empty() || !has_file(run.plan, "awards.yaml")) {
    expect_known(run, code::unknown_form, id, ids_of(forms),
                 N_("awards.yaml has no form `{0}`"));
  }
}

void expect_rule_set(const CheckRun& run, const At<std::string>& id) {
  expect_known(run, code::unknown_rule_set, id, ids_of(run.plan.rule_sets),
               N_("there is no rule set `{0}`"));
}

Message occasion_suggestion(const Plan& plan, std::string_view key) {
  const std::string_view word = key.substr(0, key.rfind('-'));
  std::vector<std::string> all;
  std::vector<std::string> same;
  for (const OccasionDate& date : occasion_dates(plan)) {
    all.push_back(date.key());
    if (date.occasion->id.value == word) {
      same.push_back(all.back());
    }
  }
  for (const std::string_view id : {key, word}) {
    const Occasion* occasion = plan.occasion(id);
    if (occasion != nullptr && !occasion->has_years()) {
      return msg("write a year of the plan after it, such as `{0}-{1}`", id,
                 plan_years(plan).back());
    }
  }
  if (same.empty()) {
    return suggestion(key, {all.begin(), all.end()});
  }
  // Who leaves the year out may be looking for another occasion, too.
  if (key == word) {
    same = all;
  }
  return msg("there are: {0}", fmt::format("{}", fmt::join(same, ", ")));
}

const Unit* UnitReferences::expect(const At<std::string>& id) {
  if (last_ != nullptr && last_->id == id.value) {
    return last_;
  }
  const Unit* unit = run_.plan.unit(id.value);
  last_ = unit;
  if (unit != nullptr || id.value.empty() ||
      has_file(run_.plan, fmt::format("units/{}.yaml", id.value))) {
    return unit;
  }
  const auto known = suggested_++ < most_suggestions
                         ? ids_of(run_.plan.units)
                         : std::vector<std::string_view>{};
  const auto meant = nearest(id.value, known);
  run_.add(code::unknown_unit, id.span, msg("there is no unit `{0}`", id.value),
           meant ? msg("did you mean `{0}`?", *meant)
                 : msg("add its record units/{0}.yaml, or correct the id",
                       id.value));
  return nullptr;
}

void expect_in_period(const CheckRun& run, const Period& period, Span where) {
  if (!run.plan.sheet.period.contains(period)) {
    run.add(code::outside_plan_period, where,
            msg("`{0}` lies outside the plan's period {1}", period.to_string(),
                run.plan.sheet.period.to_string()),
            msg("choose one between {0} and {1}, here and in the path; the "
                "work of other years belongs to another plan",
                run.plan.sheet.period.first(), run.plan.sheet.period.last()));
  }
}

namespace {

void report_not_enrolled(const CheckRun& run, const Unit& unit,
                         const Period& period, Span where) {
  run.add(code::unit_not_enrolled, where,
          msg("the unit `{0}` does not take part in {1}", unit.id,
              period.to_string()),
          msg("correct the period, or `enrolled` in units/{0}.yaml", unit.id));
}

}  // namespace

void expect_enrolled(const CheckRun& run, const Unit& unit,
                     const Period& period, Span where) {
  if (!unit.enrolled_within(period.first(), period.last())) {
    report_not_enrolled(run, unit, period, where);
  }
}

void expect_not_ended(const CheckRun& run, const Unit& unit,
                      const Period& period, Span where) {
  if (unit.enrolled_to && unit.enrolled_to->last() < period.first()) {
    report_not_enrolled(run, unit, period, where);
  }
}

void note_future(const CheckRun& run, Date date, Span where) {
  if (run.today < date) {
    run.add(code::dated_in_the_future, where,
            msg("{0} lies after today ({1})", date, run.today),
            msg("correct the date if it is wrong; if it is right, the fact "
                "counts from that day on"));
  }
}

}  // namespace thidua
