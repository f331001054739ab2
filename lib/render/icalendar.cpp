#include "render/icalendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/plain_text.hpp"

namespace thidua::render {
namespace {

constexpr std::size_t longest_line = 75;

std::string basic_day(Date day) {
  std::string text = to_iso(day);
  std::erase(text, '-');
  return text;
}

std::string escaped_text(std::string_view text) {
  std::string escaped;
  for (const char character : plain_text(text)) {
    switch (character) {
      case '\n':
        escaped += "\\n";
        break;
      case '\\':
      case ';':
      case ',':
        escaped += '\\';
        [[fallthrough]];
      default:
        escaped += character;
    }
  }
  return escaped;
}

class CalendarWriter {
 public:
  // `value` is as it stands in the file.
  void line(std::string_view property, std::string_view value) {
    std::string whole = fmt::format("{}:{}", property, value);
    std::string_view rest = whole;
    std::size_t room = longest_line;
    while (rest.size() > room) {
      const std::size_t length = whole_characters(rest, room);
      text_.append(rest.substr(0, length)).append("\r\n ");
      rest.remove_prefix(length);
      room = longest_line - 1;
    }
    text_.append(rest).append("\r\n");
  }

  void text(std::string_view property, std::string_view value) {
    line(property, escaped_text(value));
  }

  void event(const CalendarEvent& event) {
    line("BEGIN", "VEVENT");
    text("UID", event.uid);
    line("DTSTAMP", basic_day(event.stamp) + "T000000Z");
    line("SEQUENCE", std::to_string(event.sequence));
    line("DTSTART;VALUE=DATE", basic_day(event.day));
    line("DTEND;VALUE=DATE", basic_day(add_days(event.day, 1)));
    const std::string summary = plain_line(event.summary);
    text("SUMMARY", summary);
    if (!event.description.empty()) {
      text("DESCRIPTION", event.description);
    }
    line("TRANSP", "TRANSPARENT");
    for (const int days : event.alarm_days) {
      alarm(days, summary);
    }
    line("END", "VEVENT");
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void alarm(int days, std::string_view words) {
    line("BEGIN", "VALARM");
    line("ACTION", "DISPLAY");
    text("DESCRIPTION", words);
    line("TRIGGER", days == 0 ? "P0D" : fmt::format("-P{}D", days));
    line("END", "VALARM");
  }

  std::string text_;
};

}  // namespace

std::string to_icalendar(const Calendar& calendar) {
  CalendarWriter writer;
  writer.line("BEGIN", "VCALENDAR");
  writer.line("VERSION", "2.0");
  writer.text("PRODID", calendar.product);
  writer.line("CALSCALE", "GREGORIAN");
  const std::string name = plain_line(calendar.name);
  writer.text("NAME", name);
  writer.text("X-WR-CALNAME", name);
  for (const CalendarEvent& event : calendar.events) {
    writer.event(event);
  }
  writer.line("END", "VCALENDAR");
  return writer.take();
}

}  // namespace thidua::render
