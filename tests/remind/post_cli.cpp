// Writes calendars and letters, for check_calendars.py and check_letters.py.
//
// Standard input is a JSON array of {"calendar": …}, {"letter": …} and
// {"address": TEXT}; standard output is an array with the text of each, or of
// an address its name and e-mail address, or null where it is none.
// Exit status: 0; input of another shape is an exception nobody catches.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "post/mail.hpp"
#include "render/icalendar.hpp"

namespace {

using Json = nlohmann::json;
using thidua::Date;
using thidua::post::Address;

Date date_of(const Json& json) {
  return thidua::parse_date(json.get<std::string>()).value();
}

Address address_of(const Json& json) {
  return {json.at("name"), json.at("email")};
}

Json calendar_of(const Json& json) {
  thidua::render::Calendar calendar{json.at("name"), json.at("product"), {}};
  for (const Json& event : json.at("events")) {
    calendar.events.push_back(
        {event.at("uid"), event.at("sequence"), date_of(event.at("day")),
         date_of(event.at("stamp")), event.at("summary"),
         event.at("description"), event.at("alarm_days")});
  }
  return to_icalendar(calendar);
}

Json letter_of(const Json& json) {
  const thidua::post::Mail mail{
      .from = address_of(json.at("from")),
      .to = address_of(json.at("to")),
      .reply_to = json.at("reply_to").is_null()
                      ? std::nullopt
                      : std::optional(address_of(json.at("reply_to"))),
      .subject = json.at("subject"),
      .body = json.at("body"),
      .message_id = json.at("message_id"),
      .date = date_of(json.at("date"))};
  return to_rfc5322(mail, json.at("crlf").get<bool>()
                              ? thidua::post::LineEnd::crlf
                              : thidua::post::LineEnd::lf);
}

Json parsed_address(const Json& json) {
  const auto address = thidua::post::parse_address(json.get<std::string>());
  return address ? Json{address->name, address->email} : Json();
}

Json answer(const Json& question) {
  if (question.contains("calendar")) {
    return calendar_of(question.at("calendar"));
  }
  return question.contains("letter") ? letter_of(question.at("letter"))
                                     : parsed_address(question.at("address"));
}

}  // namespace

int main() {
  Json answers = Json::array();
  for (const Json& question : Json::parse(std::cin)) {
    answers.push_back(answer(question));
  }
  std::cout << answers.dump() << '\n';
  return 0;
}
