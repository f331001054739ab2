// Calendars for other programs: iCalendar (RFC 5545), pure text in memory.
//
// Every event lasts a whole day and does not make its reader busy.  Lines end
// with CR LF and have at most 75 bytes, none cut inside a character.  Texts may
// be anything: control characters are left out, line ends become the format's
// own.  The same calendar gives the same bytes; no clock is read.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"

namespace thidua::render {

struct CalendarEvent {
  std::string uid;   // the same event in every calendar written later
  int sequence = 0;  // more than before where the event has been changed
  Date day;
  Date stamp;               // when this was known; said as its midnight in UTC
  std::string summary;      // one line
  std::string description;  // may be empty, may have several lines
  std::vector<int> alarm_days;  // days before `day`, 0 or more; 0 is the day
};

struct Calendar {
  std::string name;     // as programs show it
  std::string product;  // who wrote it: `-//Maker//Name//LANGUAGE`
  std::vector<CalendarEvent> events;
};

[[nodiscard]] std::string to_icalendar(const Calendar& calendar);

}  // namespace thidua::render
