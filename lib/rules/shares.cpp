#include "rules/shares.hpp"

#include <algorithm>

#include "rules/awards.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {
namespace {

bool is_one_of(const Plan& plan, const Unit& unit,
               const std::vector<SubjectClass>& classes) {
  const auto own = classes_of(plan, unit);
  return std::any_of(own.begin(), own.end(), [&](SubjectClass each) {
    return std::find(classes.begin(), classes.end(), each) != classes.end();
  });
}

// Of the unit, or of the nearest above it that has it.
const Attribute* attribute_of(const Plan& plan, const Unit& unit,
                              std::string_view key) {
  for (const Unit* each = &unit; each != nullptr;
       each = each->parent().empty() ? nullptr : plan.unit(each->parent())) {
    if (const Attribute* found = each->attribute(key)) {
      return found;
    }
  }
  return nullptr;
}

// Nothing: no attribute says.
std::optional<bool> has_attribute(const Plan& plan, const Unit& unit,
                                  const std::vector<AttributeIs>& wanted) {
  std::optional<bool> answer;
  for (const AttributeIs& each : wanted) {
    if (const Attribute* found = attribute_of(plan, unit, each.key.value)) {
      const bool is = std::find(each.values.begin(), each.values.end(),
                                found->value) != each.values.end();
      answer = answer.value_or(false) || is;
    }
  }
  return answer;
}

void count_one(const Plan& plan, const Unit& unit, ShareCount& count) {
  const AwardShare& share = count.rule->value;
  if (!share.of.empty() && !is_one_of(plan, unit, share.of)) {
    return;
  }
  ++count.counted;
  const std::optional<bool> such =
      share.classes.empty() ? has_attribute(plan, unit, share.attributes)
                            : is_one_of(plan, unit, share.classes);
  count.such += such == true ? 1 : 0;
  count.unknown += such ? 0 : 1;
}

}  // namespace

std::optional<bool> ShareCount::enough() const {
  const auto& percent = rule->value.percent;
  if (!percent || counted == 0) {
    return std::nullopt;
  }
  const auto reaches = [&](int number) {
    return Exact{number} * Exact{100} >= *percent * Exact{counted};
  };
  if (reaches(such)) {
    return true;
  }
  return reaches(such + unknown) ? std::nullopt : std::optional(false);
}

std::vector<ShareCount> count_shares(const Plan& plan,
                                     const std::vector<const Unit*>& units,
                                     Date day) {
  const RuleSet* set = rule_set_on(plan, day);
  std::vector<ShareCount> counts;
  if (!plan.awards.shares.empty() || set != nullptr) {
    for (const auto& rule :
         plan.awards.shares.empty() ? set->shares : plan.awards.shares) {
      counts.push_back({&rule});
    }
  }
  for (ShareCount& count : counts) {
    for (const Unit* unit : units) {
      count_one(plan, *unit, count);
    }
  }
  return counts;
}

}  // namespace thidua
