// Awards by form: how many were proposed, how many granted.
#include <algorithm>

#include "document/page_parts.hpp"
#include "document/svg.hpp"
#include "rules/awards.hpp"

namespace thidua::document {
namespace {

int most_proposed(const Report& report) {
  int most = 1;
  for (const OccasionAwards& awards : report.awards) {
    for (const AwardCount& count : awards.counts) {
      most = std::max(most, count.proposed);
    }
  }
  return most;
}

// What became of those that were not granted.
std::string other_outcomes(const PageView& view, const AwardCount& count) {
  std::string text;
  const auto add = [&](const char* word, int number) {
    if (number > 0) {
      render::append(text, fmt::format("{}: {}", view.say(word), number));
    }
  };
  add(N_("Open"), count.open);
  add(N_("Refused"), count.refused);
  add(N_("Ended"), count.ended);
  return text;
}

Json award_row(const PageView& view, const AwardCount& count, int most) {
  return {{"form", std::string(count.form_name)},
          {"class", view.say(count.subject_class ? word(*count.subject_class)
                                                 : N_("not stated"))},
          {"proposed", std::to_string(count.proposed)},
          {"granted", std::to_string(count.granted)},
          {"others", other_outcomes(view, count)},
          {"svg", two_bars({Exact(count.proposed, most), "proposed"},
                           {Exact(count.granted, most), "granted"})}};
}

Json occasion_card(const PageView& view, const OccasionAwards& awards,
                   int most) {
  Json rows = Json::array();
  for (const AwardCount& count : awards.counts) {
    rows.push_back(award_row(view, count, most));
  }
  const std::string& name = awards.occasion.occasion->name;
  return {{"title", awards.occasion.year == 0
                        ? name
                        : fmt::format("{} {}", name, awards.occasion.year)},
          {"none",
           rows.empty() ? view.say("no proposals recorded") : std::string()},
          {"any", !rows.empty()},
          {"rows", std::move(rows)}};
}

}  // namespace

Json awards_part(const PageView& view) {
  Json part = part_head(view, ReportPart::awards);
  Json occasions = Json::array();
  const int most = most_proposed(view.report);
  for (const OccasionAwards& awards : view.report.awards) {
    occasions.push_back(occasion_card(view, awards, most));
  }
  part["occasions"] = std::move(occasions);
  return part;
}

}  // namespace thidua::document
