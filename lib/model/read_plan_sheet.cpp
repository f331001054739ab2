// plan.yaml, part by part in the order of the file.
#include "model/read.hpp"
#include "model/read_plan_parts.hpp"

namespace thidua {

std::optional<PlanSheet> read_plan_sheet(const yaml::Node& root,
                                         Diagnostics& found) {
  Fields f(root, found);
  PlanSheet sheet;
  sheet.span = root.span();
  read_plan_document(f, sheet);
  read_plan_rules(f, sheet);
  read_plan_duties(f, sheet);
  return f.finish(std::move(sheet));
}

}  // namespace thidua
