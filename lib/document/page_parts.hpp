// The parts of a page, as the template's context.  Only page*.cpp need them.
//
// A part is null where the plan has nothing of it at all.
#pragma once

#include <string>
#include <vector>

#include "render/scores.hpp"
#include "render/values.hpp"
#include "rules/plan_course.hpp"
#include "rules/report.hpp"
#include "rules/target_series.hpp"

namespace thidua::document {

using render::Json;

struct PageView {
  const Report& report;
  const render::ScoreView& scores;

  [[nodiscard]] const Plan& plan() const { return scores.plan; }
  [[nodiscard]] Language language() const { return scores.language; }
  [[nodiscard]] Date as_of() const { return report.scope.as_of; }
  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, scores.language);
  }
  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, scores.language);
  }
  [[nodiscard]] std::string number(const Exact& value) const {
    return render::number(value, scores.language);
  }
  [[nodiscard]] std::string day(Date value) const {
    return render::date(value, scores.language);
  }
  [[nodiscard]] std::string day(const PartialDate& value) const {
    return render::date(value, scores.language);
  }
};

// {title, missing, absent}: the heading of a part, that nothing is recorded, or
// that the plan has none of it.
[[nodiscard]] Json part_head(const PageView& view, ReportPart part);

[[nodiscard]] Json targets_part(const PageView& view,
                                const std::vector<TargetSeries>& series);
[[nodiscard]] Json filings_part(const PageView& view);
[[nodiscard]] Json children_part(const PageView& view);
[[nodiscard]] Json ranking_part(const PageView& view);
[[nodiscard]] Json awards_part(const PageView& view);
[[nodiscard]] Json course_part(const PageView& view, const PlanCourse& course);

}  // namespace thidua::document
