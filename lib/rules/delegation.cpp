#include "rules/delegation.hpp"

#include <algorithm>

namespace thidua {
namespace {

bool leaves(const Delegation& delegation, Section section) {
  return std::any_of(
      delegation.sections.begin(), delegation.sections.end(),
      [&](const At<Section>& each) { return each.value == section; });
}

Message why(const std::string& document, Section section) {
  switch (section) {
    case Section::criteria:
      return msg("the criteria are those of `{0}`, which is not held",
                 document);
    case Section::score_tables:
      return msg("the score tables are those of `{0}`, which is not held",
                 document);
    case Section::forms:
      return msg("the award forms are those of `{0}`, which is not held",
                 document);
    case Section::standards:
      return msg("the award standards are those of `{0}`, which is not held",
                 document);
    case Section::occasions:
      break;
  }
  return msg("the occasions are those of `{0}`, which is not held", document);
}

}  // namespace

std::optional<LeftAbove> not_held(const Plan& plan, Section section) {
  if (has_section(plan, section)) {
    return std::nullopt;
  }
  for (const Delegation& delegation : plan.sheet.delegates) {
    if (leaves(delegation, section)) {
      return LeftAbove{&delegation, parent_of(plan.sheet, delegation)};
    }
  }
  return std::nullopt;
}

std::string name_of(const DocumentReference& document) {
  const Fact<std::string>& number = document.number;
  if (number.has_value()) {
    return document.type + " " + number.value;
  }
  std::string name = document.type;
  if (!number.printed.empty()) {
    name += " …" + number.printed;
  }
  for (const std::string* part : {&document.issuer, &document.subject}) {
    name += (part->empty() ? "" : ", ") + *part;
  }
  return name;
}

Message why_not_held(const LeftAbove& left, Section section) {
  return why(left.to != nullptr    ? name_of(*left.to)
             : left.delegation->to ? left.delegation->to->value
                                   : std::string(),
             section);
}

std::optional<Failure> refuse_unheld(const Plan& plan, Section section) {
  const auto left = not_held(plan, section);
  if (!left) {
    return std::nullopt;
  }
  return Failure{ExitStatus::refused, why_not_held(*left, section),
                 msg("when you have that document, enter it as a plan folder "
                     "and name it under `parents` in plan.yaml: `held: true`, "
                     "`folder: …`")};
}

}  // namespace thidua
