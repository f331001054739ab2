#include "rules/comparing.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua {
namespace {

template <class T>
bool are_the_same(const T& a, const T& b) {
  return a.id.value == b.id.value || slug(a.name) == slug(b.name);
}

bool is_called(const LinkedMovement& movement, const std::string& name) {
  return slug(movement.name) == slug(name) ||
         std::any_of(
             movement.also.begin(), movement.also.end(),
             [&](const std::string& each) { return slug(each) == slug(name); });
}

bool are_the_same(const LinkedMovement& a, const LinkedMovement& b) {
  return is_called(a, b.name) || std::any_of(b.also.begin(), b.also.end(),
                                             [&](const std::string& name) {
                                               return is_called(a, name);
                                             });
}

// The row of a thing, if an earlier plan has it and this one not yet.
template <class T>
Alike<T>* row_of(std::vector<Alike<T>>& rows, const T& thing,
                 std::size_t plan) {
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
    return row[plan] == nullptr &&
           std::any_of(row.begin(), row.end(), [&](const T* each) {
             return each != nullptr && are_the_same(*each, thing);
           });
  });
  return at == rows.end() ? nullptr : &*at;
}

// `list` gives that list of a plan.
template <class T, class List>
std::vector<Alike<T>> rows_of(const std::vector<const Plan*>& plans,
                              const List& list) {
  std::vector<Alike<T>> rows;
  for (std::size_t plan = 0; plan < plans.size(); ++plan) {
    for (const T& thing : list(*plans[plan])) {
      Alike<T>* row = row_of(rows, thing, plan);
      if (row == nullptr) {
        row = &rows.emplace_back(plans.size());
      }
      (*row)[plan] = &thing;
    }
  }
  return rows;
}

}  // namespace

SideBySide compare_plans(const std::vector<const Plan*>& plans) {
  SideBySide comparison;
  comparison.plans = plans;
  comparison.kinds = rows_of<UnitKind>(
      plans, [](const Plan& plan) -> auto& { return plan.sheet.kinds; });
  comparison.forms = rows_of<AwardForm>(
      plans, [](const Plan& plan) -> auto& { return plan.awards.forms; });
  comparison.occasions = rows_of<Occasion>(
      plans, [](const Plan& plan) -> auto& { return plan.sheet.occasions; });
  comparison.duties = rows_of<Duty>(
      plans, [](const Plan& plan) -> auto& { return plan.sheet.duties; });
  comparison.targets = rows_of<Target>(
      plans, [](const Plan& plan) -> auto& { return plan.sheet.targets; });
  comparison.linked = rows_of<LinkedMovement>(
      plans, [](const Plan& plan) -> auto& { return plan.sheet.linked; });
  return comparison;
}

}  // namespace thidua
