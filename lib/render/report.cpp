#include "render/report.hpp"

#include "render/report_writer.hpp"
#include "render/successions.hpp"

namespace thidua::render {
namespace {

std::string document_text(const std::string& type,
                          const Fact<std::string>& number,
                          const Fact<PartialDate>& date, Language language) {
  return fmt::format("{} {}, {}", type, number_words(number, language),
                     date_words(date, language));
}

std::string years_text(const std::vector<Period>& years) {
  std::string text;
  for (const Period& year : years) {
    text += (text.empty() ? "" : ", ") + year.to_string();
  }
  return text;
}

}  // namespace

Message heading_of(const ReportScope& scope) {
  switch (scope.kind) {
    case ReportKind::annual:
      return msg("Annual report {0}", scope.year);
    case ReportKind::preliminary:
      return msg("Preliminary review report {0}", scope.year);
    case ReportKind::final:
      break;
  }
  return msg("Final review report {0}", scope.year);
}

Outline to_outline(const Report& report, const ScoreView& view) {
  return ReportWriter(report, view).write();
}

Outline ReportWriter::write() {
  title();
  head();
  successions();
  figures();
  targets();
  results();
  filings();
  ranking();
  awards();
  below();
  said(ReportPart::shortcomings, 2, report_.results.shortcomings);
  said(ReportPart::proposals, 2, report_.results.proposals);
  next_steps();
  closing();
  return std::move(out_);
}

void ReportWriter::title() {
  out_.heading(1, say(heading_of(report_.scope)));
  caveats();
  if (!report_.scope.asked_for) {
    out_.paragraph(
        say(msg("The plan has neither a yearly occasion nor a report "
                "owed in {0}: nothing asks for this report.",
                report_.scope.year)));
  }
  const std::vector<ReportPart> empty = empty_parts(report_);
  if (empty.empty()) {
    return;
  }
  out_.missing(say(msg("parts without content yet: {0}", empty.size())));
  std::vector<std::string> names;
  names.reserve(empty.size());
  for (const ReportPart part : empty) {
    names.push_back(say(word(part)));
  }
  out_.list(std::move(names));
}

void ReportWriter::head() {
  const PlanSheet& sheet = view_.plan.sheet;
  const ReportScope& scope = report_.scope;
  out_.heading(2, say("About this report"));
  std::vector<std::pair<std::string, std::string>> facts{
      {say("Plan"), sheet.title},
      {say("Issued by"), sheet.issuer.name},
      {say("Document"),
       document_text(sheet.document.type, sheet.document.number,
                     sheet.document.date, view_.language)}};
  if (report_.reporter.by != nullptr) {
    facts.emplace_back(say("Reported by"),
                       heirs_text(report_.reporter, view_.language));
  }
  for (const Amendment& each : sheet.amendments) {
    if (each.from.value <= scope.as_of) {
      facts.emplace_back(
          say("Changed by"),
          document_text(each.type, each.number, each.date, view_.language));
    }
  }
  for (const DocumentReference& parent : sheet.parents) {
    if (!parent.held) {
      facts.emplace_back(say("Parent plan not held"),
                         fmt::format("{}, {}",
                                     document_text(parent.type, parent.number,
                                                   parent.date, view_.language),
                                     parent.issuer));
    }
  }
  if (scope.occasion) {
    facts.emplace_back(say("Occasion"),
                       fmt::format("{} ({})", scope.occasion->occasion->name,
                                   scope.occasion->key()));
  }
  facts.emplace_back(say("Years covered"), years_text(scope.years));
  facts.emplace_back(say("As of"), day(scope.as_of));
  out_.facts(std::move(facts));
}

void ReportWriter::successions() {
  if (report_.successions.empty()) {
    return;
  }
  out_.heading(2, say("Offices that ended, merged or handed over"));
  std::vector<std::string> lines;
  for (const Succession* event : report_.successions) {
    lines.push_back(event_text(view_.plan, *event, view_.language));
  }
  out_.list(std::move(lines));
}

void ReportWriter::caveats() {
  std::string lines = caveat_lines(report_.caveats, view_.language);
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    out_.paragraph(lines.substr(0, end));
    lines.erase(0, end + 1);
  }
}

// Again at the end, for whoever reads from there.
void ReportWriter::closing() {
  if (report_.caveats.illustrative || report_.caveats.assumed) {
    out_.heading(2, say("Note"));
    caveats();
  }
}

void ReportWriter::open(ReportPart part, int level) {
  out_.heading(level, say(word(part)));
  if (is_empty(report_, part)) {
    out_.missing(say("nothing is recorded"));
  } else if (const Message* absence = absence_in(report_, part)) {
    out_.paragraph(say(*absence));
  }
}

std::string ReportWriter::number(const std::optional<Exact>& value) const {
  return value ? render::number(*value, view_.language) : std::string("–");
}

std::string ReportWriter::day(Date value) const {
  return render::date(value, view_.language);
}

const char* word(ReportPart part) {
  switch (part) {
    case ReportPart::figures:
      return N_("Figures");
    case ReportPart::targets:
      return N_("Targets against results");
    case ReportPart::guidance:
      return N_("Guidance issued");
    case ReportPart::models:
      return N_("Models");
    case ReportPart::resources:
      return N_("Resources raised");
    case ReportPart::activities:
      return N_("Activities");
    case ReportPart::own_awards:
      return N_("Awards given by the units themselves");
    case ReportPart::filings:
      return N_("Who reported, and when");
    case ReportPart::ranking:
      return N_("Ranking");
    case ReportPart::awards:
      return N_("Award proposals and decisions");
    case ReportPart::children:
      return N_("Plans of the bodies below");
    case ReportPart::shortcomings:
      return N_("Shortcomings");
    case ReportPart::proposals:
      return N_("What the units ask for");
    case ReportPart::next_steps:
      break;
  }
  return N_("Next steps");
}

const char* key_of(ReportPart part) {
  switch (part) {
    case ReportPart::figures:
      return "figures";
    case ReportPart::targets:
      return "targets";
    case ReportPart::guidance:
      return "guidance";
    case ReportPart::models:
      return "models";
    case ReportPart::resources:
      return "resources";
    case ReportPart::activities:
      return "activities";
    case ReportPart::own_awards:
      return "own_awards";
    case ReportPart::filings:
      return "filings";
    case ReportPart::ranking:
      return "ranking";
    case ReportPart::awards:
      return "awards";
    case ReportPart::children:
      return "children";
    case ReportPart::shortcomings:
      return "shortcomings";
    case ReportPart::proposals:
      return "proposals";
    case ReportPart::next_steps:
      break;
  }
  return "next_steps";
}

}  // namespace thidua::render
