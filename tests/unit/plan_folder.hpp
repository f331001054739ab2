// A small plan folder on disk for a test, made from texts and taken away again.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>

#include "folder/load.hpp"

namespace thidua::test {

// Path -> bytes.
using Files = std::map<std::string, std::string>;

class PlanFolder {
 public:
  explicit PlanFolder(const Files& files) {
    std::string name =
        (std::filesystem::temp_directory_path() / "thidua-test-XXXXXX")
            .string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    for (const auto& [file, text] : files) {
      write(file, text);
    }
  }
  PlanFolder(const PlanFolder&) = delete;
  PlanFolder& operator=(const PlanFolder&) = delete;
  ~PlanFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  void write(const std::string& file, const std::string& text) const {
    const auto full = path_ / file;
    std::filesystem::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
  }

  [[nodiscard]] std::unique_ptr<const Plan> load() const {
    auto plan = folder::load_plan(path_.string());
    REQUIRE(plan.has_value());
    return std::move(*plan);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The rules that most tests share: one kind of communes with a graded, a yes-no
// and a measured criterion, three occasions, two duties, two award forms.
inline Files small_plan() {
  return {
      {"plan.yaml", R"(title: Kế hoạch thử
movement: thu
issuer: {name: Ủy ban, level: huyện}
document: {type: KH, number: {blank: "/KH"}, date: "2022-11"}
period: {from: "2021-01-01", to: "2025-12-31"}
kinds:
  commune: {name: Xã, class: collective, criteria: commune, source: IV.1}
grades:
  assumed: true
  levels:
    - {id: good, name: Tốt, meets: true}
    - {id: fail, name: Chưa đạt, meets: false}
stages:
  assumed: true
  order: [{id: self, name: Tự chấm}, {id: verified, name: Thẩm định}]
figures:
  households: {name: tổng số hộ}
  poor: {name: hộ nghèo, part_of: households}
indicators:
  poor_rate: {name: Tỷ lệ hộ nghèo, of: poor / households, unit: percent}
assignments:
  reduction: {name: Chỉ tiêu giảm, unit: points}
targets:
  - id: II.2-1
    name: Giảm bình quân
    by: 2025
    sum_over: commune
    source: II.2
    measure: {indicator: poor_rate, change: reduction, since: "2021", per_year: true, unit: points, op: ">=", threshold: 6}
occasions:
  annual: {name: Hằng năm, every: year, first: 2022, last: 2025, source: IV.4}
  preliminary: {name: Sơ kết, year: 2023, covers: {from: 2022, to: 2023}, source: V.2}
bodies:
  office: {name: Phòng Nội vụ}
  district: {name: Huyện}
duties:
  - id: unit-report
    name: Báo cáo
    from: {kinds: [commune]}
    to: district
    via: office
    due: {every: year, before: "10/11", strict: true, first: 2022, last: 2025}
    source: VI.7
  - id: lenient
    name: Báo cáo rộng
    from: {body: district}
    to: office
    due: {every: year, before: "20/11", strict: false, first: 2022, last: 2025}
    source: VI.7
)"},
      {"criteria/commune.yaml", R"(name: Tiêu chí xã
source: IV.2.b
criteria:
  - {id: IV.2.b-1, text: Có kế hoạch, judged: yes-no}
  - {id: IV.2.b-2, text: Hiệu quả, judged: graded}
  - id: IV.2.b-3
    text: Giảm nghèo
    judged: measured
    measure: {indicator: poor_rate, change: reduction, since: previous-year, unit: points, op: ">=", threshold: {assigned: reduction}}
)"},
      {"awards.yaml", R"(forms:
  - {id: low, name: Giấy khen, level: huyện, authority: Chủ tịch, rank: 1, receivers: [collective], occasions: {allowed: [annual, preliminary]}, source: IV.4.c}
  - {id: high, name: Bằng khen, level: tỉnh, authority: Chủ tịch tỉnh, rank: 2, receivers: [collective], occasions: {allowed: [preliminary], refused: [annual]}, source: IV.4.a}
  - {id: other, name: Kỷ niệm chương, level: bộ, authority: Bộ, rank: 3, receivers: [individual], occasions: {allowed: []}, source: IV.4.d}
conditions: {judged: all, unmet: none, source: IV.3}
)"},
      {"units/a.yaml", "name: Xã A\nkind: commune\n"},
  };
}

// Figures of one year: so many poor of so many households.
inline std::string figures(const std::string& unit, const std::string& year,
                           int poor, int households,
                           const std::string& assigned = "",
                           const std::string& standard = "2022-2025") {
  return "unit: " + unit + "\nperiod: \"" + year +
         "\"\nfigures:\n  - {as_of: \"" + year +
         "-12-14\", status: official, poverty_standard: \"" + standard +
         "\", values: {households: " + std::to_string(households) +
         ", poor: " + std::to_string(poor) + "}, source: Rà soát}\n" +
         (assigned.empty()
              ? ""
              : "assigned: {reduction: {value: " + assigned + "}}\n");
}

// A scorecard of one stage for the yes-no and the graded criterion.
inline std::string marks(const std::string& unit, const std::string& year,
                         bool done, const std::string& grade) {
  return "unit: " + unit + "\nperiod: \"" + year +
         "\"\nstages:\n  self:\n    by: Xã\n    date: \"" + year +
         "-10-28\"\n    marks:\n      IV.2.b-1: {done: " +
         (done ? "true" : "false") + "}\n      IV.2.b-2: {grade: " + grade +
         "}\n";
}

// When a unit filed the one report it owes.
inline std::string filing(const std::string& unit, int year,
                          const std::string& date) {
  return "unit: " + unit + "\nyear: " + std::to_string(year) +
         "\nfilings:\n  - {duty: unit-report, date: \"" + date + "\"}\n";
}

}  // namespace thidua::test
