// The last day of a duty and how far it is away, row by row: the two deadlines
// of a district's plan, and all that may move them.
#include <doctest/doctest.h>

#include "base/codes.hpp"
#include "findings.hpp"
#include "plan_folder.hpp"
#include "rules/checks.hpp"
#include "rules/deadlines.hpp"
#include "rules/duties.hpp"
#include "rules/reminders.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::count_of;
using test::day;
using test::PlanFolder;
using test::small_plan;

constexpr const char* ten_november = R"(before: "10/11", strict: true)";
constexpr const char* twenty_november = R"(before: "20/11", strict: true)";

// What differs from a plan in which nobody has filed or changed anything.
struct Given {
  std::string due = {};         // keys instead of those of both duties
  std::string filed = {};       // by the owner, in the year of the row
  std::string until = {};       // more time for the owner, from first to last
  std::string before = {};      // for the one that stood here before it
  std::string other = {};       // more time for unit b
  std::string amendments = {};  // entries of the list
  std::string holidays = {};    // days_off and worked of 2023
  std::string next = {};        // of 2024
  std::string successions = {};
};

struct DutyRow {
  const char* today;
  const char* owner;
  int year;
  const char* expected;  // last day, status, days left or late
  const char* remark;
  Given given = {};
};

bool is_body(const std::string& owner) {
  return owner == "district" || owner == "office";
}

std::string duty_of(const std::string& owner) {
  return is_body(owner) ? "district-report" : "unit-report";
}

std::string extensions(const std::string& duty, const std::string& days) {
  std::string text;
  for (std::size_t at = 0; at < days.size(); at += 11) {
    text += "  - {duty: " + duty + ", until: \"" + days.substr(at, 10) +
            "\", granted: \"2022-01-01\", reason: Mưa lũ}\n";
  }
  return text.empty() ? text : "extensions:\n" + text;
}

std::string filings(const std::string& owner, int year,
                    const std::string& filed, const std::string& until) {
  return (is_body(owner) ? "body: " : "unit: ") + owner +
         "\nyear: " + std::to_string(year) + "\n" +
         extensions(duty_of(owner), until) +
         (filed.empty() ? ""
                        : "filings:\n  - {duty: " + duty_of(owner) +
                              ", date: \"" + filed + "\"}\n");
}

std::string duty_text(const char* id, const char* from, const std::string& due,
                      const char* usual) {
  return std::string("  - id: ") + id + "\n    name: Báo cáo\n    from: {" +
         from + "}\n    to: office\n    due: {every: year, " +
         (due.empty() ? usual : due) +
         ", first: 2022, last: 2025}\n    source: VI.7\n";
}

std::string plan_text(const Given& given) {
  std::string text = small_plan().at("plan.yaml");
  text.resize(text.find("duties:\n"));
  if (!given.amendments.empty()) {
    text += "amendments:\n" + given.amendments;
  }
  return text + "duties:\n" +
         duty_text("unit-report", "kinds: [commune]", given.due, ten_november) +
         duty_text("district-report", "body: district", given.due,
                   twenty_november);
}

std::map<std::string, std::string> files_of(const DutyRow& row) {
  const Given& given = row.given;
  auto files = small_plan();
  files["plan.yaml"] = plan_text(given);
  files["units/b.yaml"] = "name: Xã B\nkind: commune\n";
  const auto filings_of = [&](const std::string& owner) {
    return "filings/" + std::to_string(row.year) + "/" + owner + ".yaml";
  };
  if (!given.filed.empty() || !given.until.empty()) {
    files[filings_of(row.owner)] =
        filings(row.owner, row.year, given.filed, given.until);
  }
  if (!given.before.empty()) {
    files[filings_of("district")] =
        filings("district", row.year, "", given.before);
  }
  if (!given.other.empty()) {
    files[filings_of("b")] = filings("b", row.year, "", given.other);
  }
  if (!given.holidays.empty()) {
    files["holidays/2023.yaml"] = "year: 2023\nsource: x\n" + given.holidays;
  }
  if (!given.next.empty()) {
    files["holidays/2024.yaml"] = "year: 2024\nsource: x\n" + given.next;
  }
  if (!given.successions.empty()) {
    files["units/ab.yaml"] =
        "name: Xã AB\nkind: commune\nenrolled: {from: \"2024-07-01\"}\n";
    files["successions.yaml"] = "successions:\n" + given.successions;
  }
  return files;
}

// One decision that moves the report of units.
std::string moved(const char* from, const std::string& change) {
  return std::string("  - type: QĐ\n    number: 31/QĐ-UBND\n    date: \"") +
         from + "\"\n    from: \"" + from +
         "\"\n    changes: [{section: VI.7, text: x, duty: unit-report, " +
         change + "}]\n";
}

std::string word_of(DutyStatus status) {
  switch (status) {
    case DutyStatus::done:
      return "done";
    case DutyStatus::done_late:
      return "done late";
    case DutyStatus::due:
      return "due";
    case DutyStatus::overdue:
      return "overdue";
    default:
      return "undated";
  }
}

std::string in_words(const DutyState& state) {
  const auto& last = state.when.last_day;
  std::string text = (last ? to_iso(*last) : "no day") + " " +
                     word_of(state.status) + " " + std::to_string(state.days);
  if (!state.instead_of.empty()) {
    text += " for " + std::string(state.instead_of);
  }
  return text + (state.heir_unclear ? " heir unclear" : "");
}

bool is_of(const DutyState& state, const DutyRow& row) {
  return state.owner == row.owner && state.when.year == row.year &&
         state.when.duty->id.value == duty_of(row.owner);
}

std::string status_of(const Plan& plan, const DutyRow& row) {
  std::string text;
  for (const DutyState& state : duty_states(plan, day(row.today))) {
    if (is_of(state, row)) {
      text += (text.empty() ? "" : "; ") + in_words(state);
    }
  }
  return text.empty() ? "not owed" : text;
}

// What is due is told by the reminders too, with the same days.
std::string reminded_of(const Plan& plan, const DutyRow& row) {
  std::string text;
  for (const Reminder& each : reminders(plan, {}, day(row.today))) {
    if (is_of(each.state, row)) {
      CHECK(each.deadline.day == each.state.when.last_day);
      CHECK(each.left ==
            (each.state.status == DutyStatus::due ? 1 : -1) * each.state.days);
      text += (text.empty() ? "" : "; ") + in_words(each.state);
    }
  }
  return text;
}

void check_duty(const DutyRow& row) {
  CAPTURE(row.remark);
  CAPTURE(row.today);
  CAPTURE(row.owner);
  CAPTURE(row.year);
  const PlanFolder folder(files_of(row));
  const auto plan = folder.load();
  for (const Diagnostic& each : plan->diagnostics.all()) {
    FAIL_CHECK("TD" << static_cast<int>(each.code));
  }
  const std::string status = status_of(*plan, row);
  CHECK(status == row.expected);
  const bool is_open = status.find("due") != std::string::npos;
  CHECK(reminded_of(*plan, row) == (is_open ? status : ""));
}

template <std::size_t n>
void check_duties(const DutyRow (&rows)[n]) {
  for (const DutyRow& row : rows) {
    check_duty(row);
  }
}

}  // namespace

TEST_CASE("the two deadlines, on the day before, the day, the day after") {
  const DutyRow rows[] = {
      {"2022-11-08", "a", 2022, "2022-11-09 due 1", "còn 1 ngày"},
      {"2022-11-09", "a", 2022, "2022-11-09 due 0", "ngày cuối, thứ Tư"},
      {"2022-11-10", "a", 2022, "2022-11-09 overdue 1", "đúng 10/11 là chậm"},
      {"2023-11-08", "a", 2023, "2023-11-09 due 1", "còn 1 ngày"},
      {"2023-11-09", "a", 2023, "2023-11-09 due 0", "ngày cuối, thứ Năm"},
      {"2023-11-10", "a", 2023, "2023-11-09 overdue 1", "đúng 10/11 là chậm"},
      {"2024-11-08", "a", 2024, "2024-11-09 due 1", "thứ Bảy không dời"},
      {"2024-11-09", "a", 2024, "2024-11-09 due 0", "ngày cuối, thứ Bảy"},
      {"2024-11-10", "a", 2024, "2024-11-09 overdue 1", "đúng 10/11 là chậm"},
      {"2025-11-08", "a", 2025, "2025-11-09 due 1", "còn 1 ngày"},
      {"2025-11-09", "a", 2025, "2025-11-09 due 0", "ngày cuối, Chủ nhật"},
      {"2025-11-10", "a", 2025, "2025-11-09 overdue 1", "đúng 10/11 là chậm"},
      {"2022-11-18", "district", 2022, "2022-11-19 due 1", "báo cáo huyện"},
      {"2022-11-19", "district", 2022, "2022-11-19 due 0", "ngày cuối"},
      {"2022-11-20", "district", 2022, "2022-11-19 overdue 1", "20/11 chậm"},
      {"2023-11-18", "district", 2023, "2023-11-19 due 1", "còn 1 ngày"},
      {"2023-11-19", "district", 2023, "2023-11-19 due 0", "ngày cuối"},
      {"2023-11-20", "district", 2023, "2023-11-19 overdue 1", "20/11 chậm"},
      {"2024-11-18", "district", 2024, "2024-11-19 due 1", "còn 1 ngày"},
      {"2024-11-19", "district", 2024, "2024-11-19 due 0", "ngày cuối"},
      {"2024-11-20", "district", 2024, "2024-11-19 overdue 1", "20/11 chậm"},
      {"2025-11-18", "district", 2025, "2025-11-19 due 1", "còn 1 ngày"},
      {"2025-11-19", "district", 2025, "2025-11-19 due 0", "ngày cuối"},
      {"2025-11-20", "district", 2025, "2025-11-19 overdue 1", "20/11 chậm"},
      {"2022-01-01", "a", 2022, "2022-11-09 due 312", "đầu kỳ"},
      {"2022-01-01", "a", 2025, "2025-11-09 due 1408", "cả bốn năm đã biết"},
      {"2024-02-29", "a", 2023, "2023-11-09 overdue 112", "qua ngày nhuận"},
      {"2025-12-31", "a", 2022, "2022-11-09 overdue 1148", "không tự hết"},
      {"2023-11-09", "a", 2026, "not owed", "ngoài kỳ của kế hoạch"},
      {"2023-11-09", "a", 2021, "not owed", "trước kỳ đầu"},
      {"2023-11-09", "office", 2023, "not owed", "nơi nhận không nợ"},
  };
  check_duties(rows);
}

TEST_CASE("a filing, early, on the last day, late, or not there yet") {
  const char* const by = R"(by: "10/11")";
  const char* const lenient = R"(before: "10/11", strict: false)";
  const DutyRow rows[] = {
      {"2023-12-01",
       "a",
       2023,
       "2023-11-09 done 0",
       "nộp ngày cuối",
       {.filed = "2023-11-09"}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-09 done late 1",
       "nộp đúng 10/11",
       {.filed = "2023-11-10"}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-09 done 0",
       "nộp sớm",
       {.filed = "2023-03-01"}},
      {"2023-11-05",
       "a",
       2023,
       "2023-11-09 due 4",
       "nộp sau hôm nay",
       {.filed = "2023-11-06"}},
      {"2023-11-06",
       "a",
       2023,
       "2023-11-09 done 0",
       "nộp hôm nay",
       {.filed = "2023-11-06"}},
      {"2023-12-01",
       "district",
       2023,
       "2023-11-19 done 0",
       "huyện nộp đúng",
       {.filed = "2023-11-19"}},
      {"2023-12-01",
       "district",
       2023,
       "2023-11-19 done late 1",
       "huyện chậm",
       {.filed = "2023-11-20"}},
      {"2023-11-10",
       "a",
       2023,
       "2023-11-10 due 0",
       "chậm nhất ngày 10/11",
       {.due = by}},
      {"2023-11-11",
       "a",
       2023,
       "2023-11-10 overdue 1",
       "qua ngày 10/11",
       {.due = by}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-10 done 0",
       "chậm nhất: đúng ngày",
       {.due = by, .filed = "2023-11-10"}},
      {"2023-11-10",
       "a",
       2023,
       "2023-11-10 due 0",
       "strict: false",
       {.due = lenient}},
      {"2023-11-11",
       "a",
       2023,
       "2023-11-10 overdue 1",
       "strict: false",
       {.due = lenient}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-10 done late 1",
       "strict: false",
       {.due = lenient, .filed = "2023-11-11"}},
  };
  check_duties(rows);
}

TEST_CASE("more time for one owner") {
  const char* const limited = R"(before: "10/11", exceptional: "30/11")";
  const DutyRow rows[] = {
      {"2023-11-10",
       "a",
       2023,
       "2023-11-20 due 10",
       "được gia hạn",
       {.until = "2023-11-20"}},
      {"2023-11-20",
       "a",
       2023,
       "2023-11-20 due 0",
       "đến hết ngày gia hạn",
       {.until = "2023-11-20"}},
      {"2023-11-21",
       "a",
       2023,
       "2023-11-20 overdue 1",
       "hết gia hạn",
       {.until = "2023-11-20"}},
      {"2023-11-10",
       "a",
       2023,
       "2023-11-09 overdue 1",
       "xã khác gia hạn",
       {.other = "2023-11-20"}},
      {"2023-11-10",
       "b",
       2023,
       "2023-11-20 due 10",
       "chính xã ấy",
       {.other = "2023-11-20"}},
      {"2023-11-10",
       "district",
       2023,
       "2023-11-19 due 9",
       "không kéo huyện",
       {.other = "2023-11-30"}},
      {"2023-11-10",
       "a",
       2023,
       "2023-11-25 due 15",
       "lần cuối có hiệu lực",
       {.until = "2023-11-20 2023-11-25"}},
      {"2023-11-21",
       "a",
       2023,
       "2023-11-15 overdue 6",
       "kể cả khi sớm hơn",
       {.until = "2023-11-20 2023-11-15"}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-20 done 0",
       "nộp trong gia hạn",
       {.filed = "2023-11-20", .until = "2023-11-20"}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-20 done late 2",
       "chậm so gia hạn",
       {.filed = "2023-11-22", .until = "2023-11-20"}},
      {"2023-11-25",
       "district",
       2023,
       "2023-11-30 due 5",
       "huyện gia hạn",
       {.until = "2023-11-30"}},
      {"2023-11-28",
       "a",
       2023,
       "2023-11-30 due 2",
       "tới giới hạn đặc biệt",
       {.due = limited, .until = "2023-11-30"}},
      {"2023-11-10",
       "a",
       2023,
       "2023-11-09 overdue 1",
       "giới hạn không tự có",
       {.due = limited}},
      {"2024-01-03",
       "a",
       2023,
       "2024-01-05 due 2",
       "gia hạn sang năm sau",
       {.until = "2024-01-05"}},
  };
  check_duties(rows);
}

TEST_CASE("decisions that move a deadline") {
  const std::string to_30 = moved("2023-10-01", R"(before: "30/11")");
  const std::string only_2023 =
      moved("2023-10-01", R"(before: "30/11", year: 2023)");
  const std::string twice =
      to_30 + moved("2023-11-20", R"(by: "15/12", year: 2023)");
  const DutyRow rows[] = {
      {"2023-11-28",
       "a",
       2023,
       "2023-11-29 due 1",
       "dời sang 30/11",
       {.amendments = to_30}},
      {"2022-12-28",
       "a",
       2022,
       "2022-11-09 overdue 49",
       "năm trước giữ nguyên",
       {.amendments = to_30}},
      {"2023-11-28",
       "a",
       2025,
       "2025-11-29 due 732",
       "và các năm sau",
       {.amendments = to_30}},
      {"2023-11-28",
       "a",
       2023,
       "2023-11-29 due 1",
       "chỉ năm 2023",
       {.amendments = only_2023}},
      {"2023-11-28",
       "a",
       2024,
       "2024-11-09 due 347",
       "năm khác giữ nguyên",
       {.amendments = only_2023}},
      {"2023-11-28",
       "district",
       2023,
       "2023-11-19 overdue 9",
       "nhiệm vụ khác giữ nguyên",
       {.amendments = to_30}},
      {"2023-12-10",
       "a",
       2023,
       "2023-12-15 due 5",
       "hai lần, lần sau cùng",
       {.amendments = twice}},
      {"2023-12-10",
       "a",
       2024,
       "2024-11-29 due 355",
       "lần hai chỉ 2023",
       {.amendments = twice}},
      {"2023-11-12",
       "a",
       2023,
       "2023-11-09 overdue 3",
       "đến sau hạn",
       {.amendments = moved("2023-11-10", R"(before: "30/11")")}},
      {"2023-11-12",
       "a",
       2024,
       "2024-11-29 due 383",
       "từ năm sau",
       {.amendments = moved("2023-11-10", R"(before: "30/11")")}},
      {"2023-11-12",
       "a",
       2023,
       "2023-11-29 due 17",
       "đúng ngày cuối",
       {.amendments = moved("2023-11-09", R"(before: "30/11")")}},
      {"2023-11-12",
       "a",
       2023,
       "2023-11-29 due 17",
       "sau hạn mà nêu năm",
       {.amendments = moved("2023-11-10", R"(before: "30/11", year: 2023)")}},
      {"2023-10-02",
       "a",
       2023,
       "2023-10-30 due 28",
       "rút ngắn",
       {.amendments = moved("2023-09-01", R"(by: "30/10")")}},
      {"2023-11-30",
       "a",
       2023,
       "2023-11-30 due 0",
       "không nghiêm ngặt",
       {.amendments =
            moved("2023-09-01", R"(before: "30/11", strict: false)")}},
      {"2023-12-02",
       "a",
       2023,
       "2023-12-05 due 3",
       "gia hạn sau khi dời",
       {.until = "2023-12-05", .amendments = to_30}},
      {"2023-11-30",
       "a",
       2023,
       "2023-11-29 done late 1",
       "nộp chậm hạn mới",
       {.filed = "2023-11-30", .amendments = to_30}},
      {"2023-12-01",
       "a",
       2023,
       "2023-11-29 done 0",
       "kịp hạn mới",
       {.filed = "2023-11-29", .amendments = to_30}},
  };
  check_duties(rows);
}

TEST_CASE("days off: weekends, Tết, a Saturday that is worked") {
  const std::string back = std::string(ten_november) + ", on_day_off: before";
  const std::string on = std::string(ten_november) + ", on_day_off: after";
  const std::string stay =
      std::string(ten_november) + ", on_day_off: unchanged";
  const auto by = [](const char* named, const char* rule) {
    return std::string("by: \"") + named + "\", on_day_off: " + rule;
  };
  // Fri 20 to Thu 26 January 2023, then a Friday that is worked.
  const std::string tet_2023 =
      "days_off: [{from: \"2023-01-20\", to: \"2023-01-26\", name: Tết}]\n";
  // Thu 8 to Wed 14 February 2024; Mon 29 April for Sat 4 May.
  const std::string days_2024 =
      "days_off:\n  - {date: \"2024-01-01\", name: Tết Dương lịch}\n"
      "  - {from: \"2024-02-08\", to: \"2024-02-14\", name: Tết}\n"
      "  - {from: \"2024-04-29\", to: \"2024-05-01\", name: Lễ}\n"
      "worked: [\"2024-05-04\"]\n";
  const DutyRow rows[] = {
      {"2024-11-08",
       "a",
       2024,
       "2024-11-08 due 0",
       "thứ Bảy, lùi thứ Sáu",
       {.due = back}},
      {"2024-11-11",
       "a",
       2024,
       "2024-11-11 due 0",
       "thứ Bảy, dời thứ Hai",
       {.due = on}},
      {"2024-11-09",
       "a",
       2024,
       "2024-11-09 due 0",
       "giữ nguyên",
       {.due = stay}},
      {"2025-11-07",
       "a",
       2025,
       "2025-11-07 due 0",
       "Chủ nhật, lùi thứ Sáu",
       {.due = back}},
      {"2025-11-08",
       "a",
       2025,
       "2025-11-07 overdue 1",
       "thứ Bảy đã chậm",
       {.due = back}},
      {"2025-11-10",
       "a",
       2025,
       "2025-11-10 due 0",
       "Chủ nhật, dời thứ Hai",
       {.due = on}},
      {"2023-11-09",
       "a",
       2023,
       "2023-11-09 due 0",
       "ngày làm việc không dời",
       {.due = on}},
      {"2023-01-20",
       "a",
       2023,
       "2023-01-27 due 7",
       "Tết: sau cả đợt nghỉ",
       {.due = by("22/01", "after"), .holidays = tet_2023}},
      {"2023-01-19",
       "a",
       2023,
       "2023-01-19 due 0",
       "Tết: trước cả đợt nghỉ",
       {.due = by("25/01", "before"), .holidays = tet_2023}},
      {"2023-01-19",
       "a",
       2023,
       "2023-01-27 due 8",
       "Tết, ngày đầu",
       {.due = by("20/01", "after"), .holidays = tet_2023}},
      {"2023-01-19",
       "a",
       2023,
       "2023-01-27 due 8",
       "Tết, ngày cuối",
       {.due = by("26/01", "after"), .holidays = tet_2023}},
      {"2023-01-19",
       "a",
       2023,
       "2023-01-27 due 8",
       "ngày đi làm lại",
       {.due = by("27/01", "after"), .holidays = tet_2023}},
      {"2024-02-01",
       "a",
       2024,
       "2024-02-07 due 6",
       "Tết 2024, lùi",
       {.due = by("14/02", "before"), .next = days_2024}},
      {"2024-02-01",
       "a",
       2024,
       "2024-02-15 due 14",
       "Tết 2024, dời",
       {.due = by("10/02", "after"), .next = days_2024}},
      {"2024-02-01",
       "a",
       2024,
       "2024-02-12 due 11",
       "chưa ghi ngày nghỉ",
       {.due = by("10/02", "after")}},
      {"2024-02-01",
       "a",
       2024,
       "2024-02-12 due 11",
       "ghi năm khác",
       {.due = by("10/02", "after"), .holidays = tet_2023}},
      {"2024-05-03",
       "a",
       2024,
       "2024-05-04 due 1",
       "thứ Bảy làm bù",
       {.due = by("04/5", "before"), .next = days_2024}},
      {"2024-05-03",
       "a",
       2024,
       "2024-05-04 due 1",
       "Chủ nhật lùi về làm bù",
       {.due = by("05/5", "before"), .next = days_2024}},
      {"2024-04-26",
       "a",
       2024,
       "2024-04-26 due 0",
       "ngày nghỉ hoán đổi",
       {.due = by("29/4", "before"), .next = days_2024}},
      {"2024-04-26",
       "a",
       2024,
       "2024-05-02 due 6",
       "ngày nghỉ hoán đổi",
       {.due = by("29/4", "after"), .next = days_2024}},
      {"2023-12-31",
       "a",
       2023,
       "2024-01-02 due 2",
       "31/12 là Chủ nhật",
       {.due = by("31/12", "after"), .next = days_2024}},
      {"2023-12-31",
       "a",
       2023,
       "2024-01-01 due 1",
       "năm sau chưa ghi",
       {.due = by("31/12", "after")}},
      {"2023-12-28",
       "a",
       2024,
       "2023-12-29 due 1",
       "01/01 lùi về năm trước",
       {.due = by("01/01", "before"), .next = days_2024}},
      {"2024-11-08",
       "a",
       2024,
       "2024-11-16 due 8",
       "gia hạn tới thứ Bảy",
       {.due = on, .until = "2024-11-16"}},
      {"2024-11-08",
       "a",
       2024,
       "2024-12-02 due 24",
       "dời vào thứ Bảy rồi dời",
       {.due = on, .amendments = moved("2024-01-01", R"(by: "30/11")")}},
      {"2023-02-01",
       "a",
       2023,
       "2022-12-30 overdue 33",
       "cả năm nghỉ, năm trước chưa ghi",
       {.due = by("31/12", "before"),
        .holidays = "days_off: [{from: \"2023-01-01\", to: \"2023-12-31\", "
                    "name: x}]\n"}},
  };
  check_duties(rows);
}

TEST_CASE("leap days and the change of the year") {
  const char* const leap = R"(by: "29/02")";
  const char* const year_end = R"(by: "31/12")";
  const char* const new_year = R"(before: "01/01", strict: true)";
  const DutyRow rows[] = {
      {"2024-02-29", "a", 2024, "2024-02-29 due 0", "năm nhuận", {.due = leap}},
      {"2023-02-28",
       "a",
       2023,
       "2023-02-28 due 0",
       "năm thường là 28/02",
       {.due = leap}},
      {"2023-03-01",
       "a",
       2023,
       "2023-02-28 overdue 1",
       "01/3 đã chậm",
       {.due = leap}},
      {"2024-03-01",
       "a",
       2024,
       "2024-02-29 overdue 1",
       "sau ngày nhuận",
       {.due = leap}},
      {"2024-02-28",
       "a",
       2024,
       "2024-02-29 due 1",
       "trước ngày 01/3, nhuận",
       {.due = R"(before: "01/3")"}},
      {"2023-02-28",
       "a",
       2023,
       "2023-02-28 due 0",
       "trước ngày 01/3, thường",
       {.due = R"(before: "01/3")"}},
      {"2024-01-05",
       "a",
       2023,
       "2023-12-31 done late 3",
       "nộp tháng 01 năm sau",
       {.due = year_end, .filed = "2024-01-03"}},
      {"2024-01-02",
       "a",
       2023,
       "2023-12-31 overdue 2",
       "năm trước còn nợ",
       {.due = year_end, .filed = "2024-01-03"}},
      {"2024-01-02",
       "a",
       2024,
       "2024-12-31 due 364",
       "năm nay còn dài",
       {.due = year_end}},
      {"2023-12-31",
       "a",
       2023,
       "2023-12-31 due 0",
       "giao thừa",
       {.due = year_end}},
      {"2023-12-31",
       "a",
       2024,
       "2023-12-31 due 0",
       "trước ngày 01/01/2024",
       {.due = new_year}},
      {"2024-01-01",
       "a",
       2024,
       "2023-12-31 overdue 1",
       "đúng 01/01",
       {.due = new_year}},
      {"2024-01-02",
       "a",
       2024,
       "2023-12-31 done 0",
       "nộp từ năm trước",
       {.due = new_year, .filed = "2023-12-30"}},
  };
  check_duties(rows);
}

TEST_CASE("offices that have ended") {
  const std::string merged =
      "  - {date: \"2024-07-01\", from: [a, b], to: [ab], source: x}\n";
  const std::string handed =
      "  - {date: \"2024-11-25\", from: [district], to: [office], source: x}\n";
  const std::string nobody =
      "  - {date: \"2024-07-01\", from: [a], source: x}\n";
  const DutyRow rows[] = {
      {"2024-06-30",
       "a",
       2023,
       "2023-11-09 overdue 234",
       "còn tồn tại",
       {.successions = merged}},
      {"2024-07-01",
       "a",
       2023,
       "not owed",
       "đã nhập, không nợ nữa",
       {.successions = merged}},
      {"2024-07-01",
       "ab",
       2023,
       "2023-11-09 overdue 235 for Xã A; 2023-11-09 overdue 235 for Xã B",
       "nợ thay hai xã",
       {.successions = merged}},
      {"2024-11-01",
       "ab",
       2024,
       "2024-11-09 due 8",
       "nợ phần của mình",
       {.successions = merged}},
      {"2024-11-01",
       "a",
       2024,
       "not owed",
       "không nợ năm nhập",
       {.successions = merged}},
      {"2024-12-01",
       "a",
       2023,
       "2023-11-09 done late 2",
       "nộp trước khi nhập",
       {.filed = "2023-11-11", .successions = merged}},
      {"2024-12-01",
       "ab",
       2023,
       "2023-11-09 done late 388 for Xã A; 2023-11-09 done late 388 for Xã B",
       "nộp thay",
       {.filed = "2024-12-01", .successions = merged}},
      {"2024-08-01",
       "a",
       2024,
       "2024-11-09 due 100 heir unclear",
       "chưa rõ ai kế thừa",
       {.successions = nobody}},
      {"2024-11-24",
       "district",
       2024,
       "2024-11-19 overdue 5",
       "trước bàn giao",
       {.successions = handed}},
      {"2024-11-26",
       "office",
       2024,
       "2024-11-19 overdue 7 for Huyện",
       "sau bàn giao",
       {.successions = handed}},
      {"2024-11-26",
       "office",
       2025,
       "2025-11-19 due 358 for Huyện",
       "năm sau",
       {.successions = handed}},
      {"2024-11-26",
       "office",
       2024,
       "2024-12-05 due 9 for Huyện",
       "người kế thừa được gia hạn",
       {.until = "2024-12-05", .successions = handed}},
      {"2024-11-26",
       "office",
       2024,
       "2024-11-30 due 4 for Huyện",
       "gia hạn của huyện vẫn còn",
       {.before = "2024-11-30", .successions = handed}},
      {"2024-11-26",
       "office",
       2024,
       "2024-12-05 due 9 for Huyện",
       "của mình thì hơn",
       {.until = "2024-12-05", .before = "2024-11-30", .successions = handed}},
  };
  check_duties(rows);
}

TEST_CASE(
    "a decision moves what those before it have left, or is complained of") {
  const std::string to_december = moved("2025-10-01", R"(by: "20/12")");
  struct ByDecision {
    std::string amendments;
    int complaints;
    const char* remark;
  };
  const ByDecision rows[] = {
      {to_december, 0, "the last year's is still ahead"},
      {moved("2025-11-15", R"(by: "20/12")"), 1, "all are past"},
      {to_december + moved("2025-11-15", R"(by: "30/12")"), 0,
       "moved before it was past"},
      {moved("2025-11-15", R"(by: "30/12")") + to_december, 1,
       "in the order of the file"},
      {moved("2025-11-15", R"(by: "20/12", year: 2025)"), 0,
       "the year is said"},
      {moved("2025-11-15", R"(by: "20/12", year: 2026)"), 1, "not owed then"},
  };
  for (const ByDecision& row : rows) {
    CAPTURE(row.remark);
    const PlanFolder folder(files_of(
        {"2025-12-01", "a", 2025, "", "", {.amendments = row.amendments}}));
    const auto plan = folder.load();
    const Diagnostics found = check_plan(*plan, day("2025-12-01"));
    CHECK(count_of(found, code::deadline_not_moved) == row.complaints);
  }
}
