// One unit asked for one form on one occasion, and what stands in its way.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/codes.hpp"
#include "plan_folder.hpp"
#include "rules/awards.hpp"
#include "values.hpp"

namespace thidua::test {

// Two forms of one authority and one of another; these conditions for all.
inline std::string awards_with(const std::string& conditions) {
  const std::string common =
      "level: huyện, rank: 1, receivers: [collective], occasions: {allowed: "
      "[annual, preliminary]}, source: IV.4.c}\n";
  return "forms:\n"
         "  - {id: low, name: Giấy khen, authority: Chủ tịch, " +
         common + "  - {id: flag, name: Cờ, authority: Chủ tịch, " + common +
         "  - {id: high, name: Bằng khen, authority: Chủ tịch tỉnh, " + common +
         (conditions.empty()
              ? ""
              : "conditions: {" + conditions + ", source: IV.3}\n");
}

// The small plan with these conditions, and with these lines in the record of
// the unit a.
inline Files plan_with(const std::string& conditions,
                       const std::string& lines = {}) {
  Files files = small_plan();
  files["awards.yaml"] = awards_with(conditions);
  files["units/a.yaml"] += lines;
  return files;
}

inline std::string proposal_record(const std::string& occasion,
                                   const std::string& form,
                                   const std::string& lines) {
  return "unit: a\nform: " + form + "\noccasion: " + occasion +
         "\nproposed: {by: Xã A, date: \"2022-01-05\"}\n" + lines;
}

struct Asking {
  std::string form = "low";
  std::string occasion = "annual-2023";
  const char* proposed_on = "2023-12-20";
  const char* today = "2026-01-31";
};

// The unit a, asked once.
class Asked {
 public:
  explicit Asked(const Files& files, const Asking& asking = {})
      : plan_(PlanFolder(files).load()) {
    for (const Diagnostic& each : plan_->diagnostics.all()) {
      FAIL(to_string(each.code) << " " << say(each.message, Language::en));
    }
    const auto occasion = find_occasion(*plan_, asking.occasion);
    REQUIRE(occasion);
    CandidateFilter filter;
    filter.unit = "a";
    filter.form = asking.form;
    filter.proposed_on = day(asking.proposed_on);
    auto lists = candidates(*plan_, *occasion, filter, day(asking.today));
    REQUIRE(lists.size() == 1);
    auto& list = lists.front();
    REQUIRE(list.may.size() + list.may_not.size() == 1);
    candidate_ =
        std::move(list.may.empty() ? list.may_not.front() : list.may.front());
  }

  [[nodiscard]] const Candidate& candidate() const { return candidate_; }

  // What stands in the way, each with the place of the fact or the record that
  // would say it; empty: it may be proposed.
  //
  //   "2023: 79 points, 80 are asked for @scores/2023/a.yaml"
  //   "no earlier award is recorded: Giấy khen ?proposals/"
  [[nodiscard]] std::string obstacles() const {
    std::string text;
    for (const Obstacle& each : candidate_.obstacles) {
      text += (text.empty() ? "" : "\n") + say(each.what, Language::en) + " " +
              place_of(each);
    }
    return text;
  }

  [[nodiscard]] std::string remarks() const {
    std::string text;
    for (const Message& each : candidate_.remarks) {
      text += (text.empty() ? "" : "\n") + say(each, Language::en);
    }
    return text;
  }

 private:
  [[nodiscard]] std::string place_of(const Obstacle& obstacle) const {
    if (!obstacle.missing.empty()) {
      return obstacle.fact.known() ? "both" : "?" + obstacle.missing;
    }
    return obstacle.fact.known()
               ? "@" + plan_->sources.at(obstacle.fact.file).path
               : "nowhere";
  }

  std::unique_ptr<const Plan> plan_;
  Candidate candidate_;
};

}  // namespace thidua::test
