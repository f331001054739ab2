#include "model/persons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace thidua {
namespace {

bool is_person(const Plan& plan, const Unit& unit) {
  if (unit.subject_class) {
    return unit.subject_class->value != SubjectClass::collective;
  }
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind != nullptr &&
         std::none_of(kind->classes.begin(), kind->classes.end(),
                      [](SubjectClass each) {
                        return each == SubjectClass::collective;
                      });
}

void replace_all(std::string& text, const std::string& what,
                 const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

void hide_in_proposals(Plan& plan, const Unit& unit, const std::string& name,
                       const std::string& other) {
  for (Proposal& each : plan.proposals) {
    if (each.unit.value == unit.id) {
      each.note.clear();
      if (each.achievement) {
        replace_all(each.achievement->text, name, other);
      }
    }
  }
}

}  // namespace

HiddenIds hide_persons(Plan& plan) {
  HiddenIds hidden;
  std::map<std::string, int, std::less<>> numbers;
  for (Unit& unit : plan.units) {
    if (!is_person(plan, unit)) {
      continue;
    }
    const int number = ++numbers[unit.kind.value];
    const UnitKind* kind = plan.kind(unit.kind.value);
    const std::string name = fmt::format(
        "{} {}", kind == nullptr ? unit.kind.value : kind->name, number);
    hide_in_proposals(plan, unit, unit.name.value, name);
    hidden.emplace_back(unit.id, fmt::format("{}-{}", unit.kind.value, number));
    unit.name.value = name;
    unit.formerly.clear();
    unit.contacts.clear();
    unit.note.clear();
  }
  std::stable_sort(hidden.begin(), hidden.end(),
                   [](const auto& a, const auto& b) {
                     return a.first.size() > b.first.size();
                   });
  return hidden;
}

std::string without_ids(std::string text, const HiddenIds& ids) {
  for (const auto& [id, other] : ids) {
    replace_all(text, id, other);
  }
  return text;
}

}  // namespace thidua
