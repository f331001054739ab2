#include "document/page.hpp"

#include "data/embedded.hpp"
#include "document/page_parts.hpp"
#include "document/page_template.hpp"
#include "render/report.hpp"
#include "render/successions.hpp"

namespace thidua::document {
namespace {

std::string document_words(const PageView& view, const std::string& type,
                           const Fact<std::string>& number,
                           const Fact<PartialDate>& date) {
  return fmt::format("{} {}, {}", type,
                     render::number_words(number, view.language()),
                     render::date_words(date, view.language()));
}

Json plan_facts(const PageView& view) {
  const PlanSheet& sheet = view.plan().sheet;
  const ReportScope& scope = view.report.scope;
  Json facts = Json::array();
  const auto add = [&](const char* label, std::string value) {
    facts.push_back({{"label", view.say(label)}, {"value", std::move(value)}});
  };
  add(N_("Issued by"), sheet.issuer.name);
  add(N_("Document"),
      document_words(view, sheet.document.type, sheet.document.number,
                     sheet.document.date));
  if (view.report.reporter.by != nullptr) {
    add(N_("Reported by"),
        render::heirs_text(view.report.reporter, view.language()));
  }
  if (scope.occasion) {
    add(N_("Occasion"), scope.occasion->occasion->name);
  }
  std::string years;
  for (const Period& year : scope.years) {
    render::append(years, year.to_string(), ", ");
  }
  add(N_("Years covered"), years);
  add(N_("As of"), view.day(scope.as_of));
  return facts;
}

Json caveat_list(const PageView& view, Caveats caveats) {
  Json lines = Json::array();
  if (caveats.illustrative) {
    lines.push_back(
        {{"text", view.say("Illustrative data: not to be quoted.")}});
  }
  if (caveats.assumed) {
    lines.push_back({{"text", view.say("Some rules are assumed where the plan "
                                       "is silent.")}});
  }
  if (!view.report.scope.asked_for) {
    lines.push_back(
        {{"text", view.say(msg("The plan has neither a yearly occasion nor a "
                               "report owed in {0}: nothing asks for this "
                               "report.",
                               view.report.scope.year))}});
  }
  return lines;
}

Json missing_list(const PageView& view) {
  Json names = Json::array();
  for (const ReportPart part : empty_parts(view.report)) {
    names.push_back({{"text", view.say(render::word(part))}});
  }
  return names;
}

Json event_list(const PageView& view) {
  Json events = Json::array();
  for (const Succession* event : view.report.successions) {
    events.push_back(
        {{"text", render::event_text(view.plan(), *event, view.language())}});
  }
  return events;
}

// "2/3", and what that is.
class Brief {
 public:
  explicit Brief(const PageView& view) : view_(view) {}

  [[nodiscard]] Json cards() && {
    targets();
    duties();
    ranking();
    awards();
    return std::move(cards_);
  }

 private:
  void add(std::size_t part, std::size_t all, const Message& label) {
    if (all > 0) {
      cards_.push_back({{"part", std::to_string(part)},
                        {"all", std::to_string(all)},
                        {"label", view_.say(label)}});
    }
  }

  void targets() {
    const int year = view_.report.scope.year;
    std::size_t met = 0;
    std::size_t unknown = 0;
    for (const TargetResult& each : view_.report.targets) {
      const Verdict verdict = each.measurement.verdict;
      met += verdict == Verdict::met ? 1 : 0;
      unknown += verdict == Verdict::cannot_judge ? 1 : 0;
    }
    add(met, view_.report.targets.size(),
        unknown == 0 ? msg("targets met as of {0}", year)
                     : msg("targets met as of {0}; {1} cannot be judged", year,
                           unknown));
  }

  void duties() {
    const int year = view_.report.scope.years.back().closing_year();
    std::size_t done = 0;
    std::size_t all = 0;
    for (const DutyRecord& record : view_.report.duties) {
      if (record.when.year == year) {
        done += record.on_time.size() + record.late.size();
        all +=
            record.on_time.size() + record.late.size() + record.not_yet.size();
      }
    }
    add(done, all, msg("reports and duties of {0} done", year));
  }

  void ranking() {
    const YearRanking& year = view_.report.rankings.back();
    std::size_t ranked = 0;
    std::size_t all = 0;
    for (const Ranking& list : year.lists) {
      if (list.table != nullptr) {
        ranked += list.ranked.size();
        all += list.ranked.size() + list.missing.size();
      }
    }
    add(ranked, all, msg("units ranked in {0}", year.period.to_string()));
  }

  void awards() {
    std::size_t granted = 0;
    std::size_t all = 0;
    for (const OccasionAwards& awards : view_.report.awards) {
      for (const AwardCount& count : awards.counts) {
        granted += static_cast<std::size_t>(count.granted);
        all += static_cast<std::size_t>(count.proposed);
      }
    }
    add(granted, all, msg("proposals for awards granted, on all occasions"));
  }

  const PageView& view_;
  Json cards_ = Json::array();
};

// The fixed words of the template.
Json page_words(const PageView& view) {
  return {{"brief", view.say("In brief")},
          {"missing", view.say("Nothing is recorded yet of")},
          {"reached", view.say("Reached")},
          {"required", view.say("Required")},
          {"result", view.say("Result")},
          {"year", view.say("Year")},
          {"numbers", view.say("The numbers of this chart")},
          {"legend", view.say("● met · ○ not met · ? no value")},
          {"assumed", view.say("assumed")},
          {"section", view.say("section")},
          {"unit", view.say("Unit")},
          {"grading", view.say("Grading")},
          {"score_table", view.say("Score table")},
          {"award", view.say("Award")},
          {"proposed", view.say("Proposed")},
          {"granted", view.say("Granted")},
          {"every_year", view.say("Every year")},
          {"not_stated", view.say("No time stated")},
          {"note", view.say("Note")},
          {"contents", view.say("Contents")},
          {"events", view.say("Offices that ended, merged or handed over")}};
}

}  // namespace

Json part_head(const PageView& view, ReportPart part) {
  const Message* absence = absence_in(view.report, part);
  return {
      {"title", view.say(render::word(part))},
      {"missing", is_empty(view.report, part) ? view.say("nothing is recorded")
                                              : std::string()},
      {"absent", absence == nullptr ? std::string() : view.say(*absence)}};
}

std::string to_html(const Report& report, const render::ScoreView& scores) {
  const PageView view{report, scores};
  const std::vector<TargetSeries> series = target_series(
      scores.plan, report.targets, report.scope.year, report.scope.as_of);
  const PlanCourse course = plan_course(scores.plan, report.scope.as_of);
  Caveats caveats = report.caveats;
  caveats |= course.caveats;
  for (const TargetSeries& each : series) {
    caveats |= each.caveats;
  }
  Json lines = caveat_list(view, caveats);
  const Json context{{"lang", view.language() == Language::vi ? "vi" : "en"},
                     {"css", std::string(embedded::page_css())},
                     {"title", view.say(render::heading_of(report.scope))},
                     {"plan", scores.plan.sheet.title},
                     {"facts", plan_facts(view)},
                     {"any_caveats", !lines.empty()},
                     {"caveats", std::move(lines)},
                     {"any_missing", !empty_parts(report).empty()},
                     {"missing_parts", missing_list(view)},
                     {"any_events", !report.successions.empty()},
                     {"events", event_list(view)},
                     {"brief", Brief(view).cards()},
                     {"words", page_words(view)},
                     {"targets", targets_part(view, series)},
                     {"ranking", ranking_part(view)},
                     {"filings", filings_part(view)},
                     {"children", children_part(view)},
                     {"course", course_part(view, course)},
                     {"awards", awards_part(view)}};
  return fill_page(embedded::page_html(), context);
}

}  // namespace thidua::document
