#include "change/figures.hpp"

#include <algorithm>
#include <array>

#include "change/draft.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

// The request with its words looked up.
struct Found {
  std::vector<Setting> figures;   // id and number
  std::vector<Setting> assigned;  // id and number
};

Result<Found> look_up(const Plan& plan, const FigureRequest& request) {
  Found found;
  for (const Setting& typed : request.values) {
    const auto number = parse_number(typed.value);
    if (!number) {
      return number.error();
    }
    if (const auto* figure = find_by_word(plan.sheet.figures, typed.key)) {
      found.figures.push_back({figure->id.value, *number});
    } else if (const auto* target =
                   find_by_word(plan.sheet.assignments, typed.key)) {
      found.assigned.push_back({target->id.value, *number});
    } else {
      std::vector<std::string_view> words;
      add_words(words, plan.sheet.figures);
      add_words(words, plan.sheet.assignments);
      return unknown(N_("the plan declares no figure `{0}`"), typed.key, words);
    }
  }
  std::vector<std::string> ids;
  for (const auto* list : {&found.figures, &found.assigned}) {
    for (const Setting& one : *list) {
      ids.push_back(one.key);
    }
  }
  if (auto failure = refuse_twins(std::move(ids))) {
    return *failure;
  }
  return found;
}

yaml::KeyOrder key_order(const Plan& plan) {
  yaml::KeyOrder order{"unit",  "period", "illustrative",     "figures",
                       "as_of", "status", "poverty_standard", "values"};
  for (const FigureKind& figure : plan.sheet.figures) {
    order.push_back(figure.id.value);
  }
  for (const char* key : {"source", "assigned", "value", "document", "date"}) {
    order.emplace_back(key);
  }
  return order;
}

Result<Date> day_of(const FigureRequest& request, Date today) {
  if (request.as_of) {
    return *request.as_of;
  }
  if (request.period.contains(today)) {
    return today;
  }
  return Failure{
      ExitStatus::usage,
      msg("of which day are these figures of {0}?", request.period.to_string()),
      msg("say it with --as-of, such as --as-of {0}",
          to_iso(request.period.last()))};
}

Result<FigureStatus> status_of(const FigureRequest& request) {
  if (request.status.empty()) {
    return FigureStatus::estimate;
  }
  const auto at =
      std::find(figure_statuses.begin(), figure_statuses.end(), request.status);
  if (at == figure_statuses.end()) {
    return unknown(N_("`{0}` is not a status of a figure"), request.status,
                   {figure_statuses.begin(), figure_statuses.end()});
  }
  return static_cast<FigureStatus>(at - figure_statuses.begin());
}

// The poverty standard of the unit's last count up to the period.
std::string last_standard(const Plan& plan, const FigureRequest& request) {
  std::string standard;
  for (const Figures& figures : plan.figures) {
    if (figures.unit.value == request.unit &&
        figures.period.value.last() <= request.period.last()) {
      for (const FigureEntry& entry : figures.entries) {
        standard = entry.poverty_standard;
      }
    }
  }
  return standard;
}

class FigureDraft {
 public:
  FigureDraft(const Plan& plan, const FigureRequest& request, const Unit& unit)
      : plan_(plan),
        request_(request),
        draft_(plan,
               "figures/" + request.period.to_string() + "/" + request.unit +
                   ".yaml",
               key_order(plan),
               unit_head(msg("figures of {0}, {1}", request.period.to_string(),
                             unit.name.value),
                         request.unit, request.period, request.illustrative)) {}

  std::optional<Failure> put_count(const std::vector<Setting>& values,
                                   Date as_of, FigureStatus status) {
    if (values.empty()) {
      return std::nullopt;
    }
    if (auto failure = draft_.broken()) {
      return failure;
    }
    const auto counts = counts_of(as_of, status);
    if (counts.size() > 1) {
      return Failure{ExitStatus::usage,
                     msg("there are {0} counts of {1}, by different standards",
                         counts.size(), as_of),
                     msg("name the one that is meant with --standard")};
    }
    if (!counts.empty()) {
      change_count(counts.front(), values);
      return std::nullopt;
    }
    if (request_.source.empty()) {
      return Failure{ExitStatus::usage,
                     msg("a new count must say where it comes from"),
                     msg("name the paper or the count with --source")};
    }
    add_count(values, as_of, status);
    return std::nullopt;
  }

  std::optional<Failure> put_assigned(const Setting& target) {
    std::vector<Member> keys{{"value", Value::literal(target.value)}};
    add_text(keys, "document", request_.source);
    if (request_.as_of) {
      keys.push_back({"date", day(*request_.as_of)});
    }
    const AssignedTarget* old = find_assigned(target.key);
    if (old == nullptr) {
      draft_.edit().set({"assigned", target.key},
                        Value::map(std::move(keys)).in_flow());
      return std::nullopt;
    }
    if (old->value.value != Exact::parse(target.value) &&
        !old->document.empty() && request_.source.empty()) {
      return Failure{
          ExitStatus::usage,
          msg("`{0}` was assigned by {1}", target.key, old->document),
          msg("say with --source which paper assigns another one")};
    }
    for (const Member& key : keys) {
      draft_.edit().set({"assigned", target.key, key.key}, key.value);
    }
    return std::nullopt;
  }

  [[nodiscard]] Result<FileChange> finish() const { return draft_.finish(); }

 private:
  [[nodiscard]] const Figures* there() const {
    return plan_.figures_of(request_.unit, request_.period);
  }

  // Where nobody names a standard, any count of that day and status will do.
  [[nodiscard]] std::vector<std::size_t> counts_of(Date as_of,
                                                   FigureStatus status) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; there() != nullptr && i < there()->entries.size();
         ++i) {
      const FigureEntry& entry = there()->entries[i];
      if (entry.as_of == as_of && entry.status == status &&
          (request_.standard.empty() ||
           entry.poverty_standard == request_.standard)) {
        found.push_back(i);
      }
    }
    return found;
  }

  [[nodiscard]] const AssignedTarget* find_assigned(std::string_view id) const {
    if (there() == nullptr) {
      return nullptr;
    }
    const auto& assigned = there()->assigned;
    const auto at = std::find_if(
        assigned.begin(), assigned.end(),
        [&](const AssignedTarget& one) { return one.assignment.value == id; });
    return at == assigned.end() ? nullptr : &*at;
  }

  void change_count(std::size_t index, const std::vector<Setting>& values) {
    for (const Setting& value : values) {
      draft_.edit().set({"figures", index, "values", value.key},
                        Value::literal(value.value));
    }
    if (!request_.source.empty()) {
      draft_.edit().set({"figures", index, "source"},
                        Value::text(request_.source));
    }
  }

  void add_count(const std::vector<Setting>& values, Date as_of,
                 FigureStatus status) {
    std::vector<Member> keys{{"as_of", day(as_of)},
                             {"status", Value::text(to_string(status))}};
    add_text(keys, "poverty_standard",
             request_.standard.empty() ? last_standard(plan_, request_)
                                       : request_.standard);
    std::vector<Member> numbers;
    for (const FigureKind& figure : plan_.sheet.figures) {
      for (const Setting& value : values) {
        if (value.key == figure.id.value) {
          numbers.push_back({value.key, Value::literal(value.value)});
        }
      }
    }
    keys.push_back({"values", Value::map(std::move(numbers))});
    keys.push_back({"source", Value::text(request_.source)});
    draft_.edit().append({"figures"}, Value::map(std::move(keys)));
  }

  const Plan& plan_;
  const FigureRequest& request_;
  Draft draft_;
};

}  // namespace

Result<FileChange> record_figures(const Plan& plan,
                                  const FigureRequest& request, Date today) {
  const Unit* unit = plan.unit(request.unit);
  const auto found = look_up(plan, request);
  const auto status = status_of(request);
  if (!found || !status) {
    return found ? status.error() : found.error();
  }
  if (found->figures.empty() &&
      !(request.status.empty() && request.standard.empty())) {
    return Failure{ExitStatus::usage,
                   msg("an assigned target has no status and no standard"),
                   msg("leave --status and --standard out")};
  }
  FigureDraft draft(plan, request, *unit);
  if (!found->figures.empty()) {
    const auto as_of = day_of(request, today);
    if (!as_of) {
      return as_of.error();
    }
    if (auto failure = draft.put_count(found->figures, *as_of, *status)) {
      return *failure;
    }
  }
  for (const Setting& target : found->assigned) {
    if (auto failure = draft.put_assigned(target)) {
      return *failure;
    }
  }
  return draft.finish();
}

}  // namespace thidua::change
