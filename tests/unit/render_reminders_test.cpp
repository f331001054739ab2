// Reminders in words.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "render/reminders.hpp"
#include "values.hpp"

using namespace thidua;
using test::PlanFolder;
using test::small_plan;

// C has ended, and its report of 2023 passed to the body, which stands between
// communes by the name of C.
TEST_CASE("each kind is named once, whoever stands between its units") {
  auto files = small_plan();
  for (const char* id : {"b", "c", "d"}) {
    files[std::string("units/") + id + ".yaml"] =
        std::string("name: Xã ") + id + "\nkind: commune\n";
  }
  files["successions.yaml"] =
      "successions:\n  - {date: \"2023-06-01\", from: [c], to: [office], "
      "source: x}\n";
  const PlanFolder folder(files);
  const auto plan = folder.load();
  ReminderFilter filter;
  filter.within = 8;
  const std::string text = render::to_text(
      reminders(*plan, filter, test::day("2023-11-01")), {*plan, Language::en});
  CHECK(text.find("  Xã (3): Xã A, Xã b, Xã d\n") != std::string::npos);
  CHECK(text.find("Phòng Nội vụ (in place of Xã c)") != std::string::npos);
}
