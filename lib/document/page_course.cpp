// The course of the plan: year by year what is done, due and overdue.
#include "document/page_tiles.hpp"
#include "rules/absences.hpp"

namespace thidua::document {
namespace {

struct StepLook {
  TileLook look;
  const char* word;
};

StepLook look_of(const CourseStep& step) {
  switch (step.state) {
    case StepState::done:
      return {tile_done, N_("Done")};
    case StepState::open:
      return {tile_open, step.last_day ? N_("Due") : N_("Not yet")};
    case StepState::overdue:
      return {tile_missing, N_("Overdue")};
    case StepState::nobody:
      return {tile_unsure, N_("Nobody is recorded who owes it")};
    case StepState::ahead:
      return {{"ahead", "○"}, N_("Ahead")};
    case StepState::running:
      return {{"open", "●"}, N_("Its time is now")};
    case StepState::over:
      break;
  }
  return {{"ahead", "–"}, N_("Its time is over; no record says it was done")};
}

std::string when_of(const PageView& view, const CourseStep& step) {
  if (step.entry != nullptr) {
    return view.day(std::get<PartialDate>(step.entry->when));
  }
  return step.last_day ? view.say(msg("through {0}", *step.last_day))
                       : view.say("no day stated");
}

// "36 of 38 done, 4 of them late"
std::string count_of(const PageView& view, const CourseStep& step) {
  if (step.of == 0) {
    return {};
  }
  return step.late == 0 ? view.say(msg("{0} of {1} done", step.done, step.of))
                        : view.say(msg("{0} of {1} done, {2} of them late",
                                       step.done, step.of, step.late));
}

Json step_item(const PageView& view, const CourseStep& step) {
  const StepLook look = look_of(step);
  const bool is_duty = step.entry == nullptr;
  return {
      {"today", false},
      {"colour", look.look.colour},
      {"sign", look.look.sign},
      {"word", view.say(look.word)},
      {"name", is_duty ? step.duty.duty->name : step.entry->name},
      {"when", when_of(view, step)},
      {"who", is_duty ? std::string() : step.entry->who},
      {"section", is_duty ? step.duty.duty->source : step.entry->origin.source},
      {"count", count_of(view, step)},
      {"svg", step.of == 0
                  ? std::string()
                  : done_bar(step.done - step.late, step.late, step.of)}};
}

Json today_item(const PageView& view) {
  return {{"today", view.say(msg("As of {0}", view.as_of()))}};
}

Json year_items(const PageView& view, const CourseYear& year) {
  Json items = Json::array();
  bool is_marked = static_cast<int>(view.as_of().year()) != year.year;
  for (const CourseStep& step : year.steps) {
    if (!is_marked && (!step.last_day || view.as_of() <= *step.last_day)) {
      items.push_back(today_item(view));
      is_marked = true;
    }
    items.push_back(step_item(view, step));
  }
  if (!is_marked) {
    items.push_back(today_item(view));
  }
  return items;
}

Json entry_list(const std::vector<const TimelineEntry*>& entries) {
  Json list = Json::array();
  for (const TimelineEntry* entry : entries) {
    list.push_back({{"name", entry->name},
                    {"who", entry->who},
                    {"section", entry->origin.source}});
  }
  return list;
}

}  // namespace

Json course_part(const PageView& view, const PlanCourse& course) {
  Json years = Json::array();
  for (const CourseYear& year : course.years) {
    years.push_back({{"year", std::to_string(year.year)},
                     {"items", year_items(view, year)}});
  }
  const auto absence = absence_sentence(view.plan().sheet, PlanPart::timeline);
  return {
      {"title", view.say("Course of the plan")},
      {"missing", course.empty() && !absence ? view.say("nothing is recorded")
                                             : std::string()},
      {"absent", absence ? view.say(*absence) : std::string()},
      {"years", std::move(years)},
      {"any_every_year", !course.every_year.empty()},
      {"every_year", entry_list(course.every_year)},
      {"any_not_stated", !course.not_stated.empty()},
      {"not_stated", entry_list(course.not_stated)}};
}

}  // namespace thidua::document
