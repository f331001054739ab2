// Calendars, byte for byte; tests/remind has other programs read them.
#include <doctest/doctest.h>

#include <sstream>

#include "base/text.hpp"
#include "render/icalendar.hpp"
#include "values.hpp"

using namespace thidua;
using render::Calendar;
using render::CalendarEvent;
using test::day;

namespace {

Calendar with(CalendarEvent event) {
  return {"Hạn", "-//thidua//thidua//VI", {std::move(event)}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    REQUIRE(line.ends_with('\r'));
    line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos;
       at = text.find("\r\n ", at)) {
    text.erase(at, 3);
  }
  return text;
}

}  // namespace

TEST_CASE("an event lasts a whole day and rings on the days it is told") {
  CHECK(render::to_icalendar(with({"x@example.vn",
                                   2,
                                   day("2024-02-29"),
                                   day("2024-01-05"),
                                   "Nộp báo cáo",
                                   "Xã A, xã B;\nquý I",
                                   {7, 0}})) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//thidua//thidua//VI\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "NAME:Hạn\r\n"
        "X-WR-CALNAME:Hạn\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:x@example.vn\r\n"
        "DTSTAMP:20240105T000000Z\r\n"
        "SEQUENCE:2\r\n"
        "DTSTART;VALUE=DATE:20240229\r\n"
        "DTEND;VALUE=DATE:20240301\r\n"
        "SUMMARY:Nộp báo cáo\r\n"
        "DESCRIPTION:Xã A\\, xã B\\;\\nquý I\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "BEGIN:VALARM\r\n"
        "ACTION:DISPLAY\r\n"
        "DESCRIPTION:Nộp báo cáo\r\n"
        "TRIGGER:-P7D\r\n"
        "END:VALARM\r\n"
        "BEGIN:VALARM\r\n"
        "ACTION:DISPLAY\r\n"
        "DESCRIPTION:Nộp báo cáo\r\n"
        "TRIGGER:P0D\r\n"
        "END:VALARM\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("a calendar without events is still one") {
  const auto lines = lines_of(render::to_icalendar({"a\nb", "p", {}}));
  CHECK(lines == std::vector<std::string>{"BEGIN:VCALENDAR", "VERSION:2.0",
                                          "PRODID:p", "CALSCALE:GREGORIAN",
                                          "NAME:a b", "X-WR-CALNAME:a b",
                                          "END:VCALENDAR"});
}

TEST_CASE("lines are at most 75 bytes long and cut between characters") {
  // Every length around the fold, so that it falls on every byte of a letter.
  for (std::size_t before = 0; before < 12; ++before) {
    std::string summary(before, 'x');
    for (int i = 0; i < 60; ++i) {
      summary += "ế\U0001F33E";
    }
    const std::string text = render::to_icalendar(with({"u",
                                                        0,
                                                        day("2024-12-31"),
                                                        day("2024-01-01"),
                                                        summary,
                                                        summary + "\n",
                                                        {}}));
    for (const std::string& line : lines_of(text)) {
      CHECK(line.size() <= 75);
      CHECK_FALSE(find_invalid_utf8(line));
    }
    CHECK(unfolded(text).find("SUMMARY:" + summary + "\r\n") !=
          std::string::npos);
    CHECK(text.find("DTEND;VALUE=DATE:20250101\r\n") != std::string::npos);
  }
}

TEST_CASE("no text begins a line of its own") {
  const std::string text = render::to_icalendar(with({"u\r\nATTENDEE:x",
                                                      0,
                                                      day("2024-12-31"),
                                                      day("2024-01-01"),
                                                      "a\r\nEND:VEVENT",
                                                      "b\nBEGIN:VALARM\\\n",
                                                      {}}));
  for (const std::string& line : lines_of(text)) {
    CHECK_FALSE(line.starts_with("ATTENDEE"));
    CHECK(line != "BEGIN:VALARM");
  }
  CHECK(text.find("SUMMARY:a END:VEVENT\r\n") != std::string::npos);
  CHECK(text.find("DESCRIPTION:b\\nBEGIN:VALARM\\\\\\n\r\n") !=
        std::string::npos);
}
