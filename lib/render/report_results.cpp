// What units did, what they lack and what they ask for, in words.
#include "render/card_words.hpp"
#include "render/report_writer.hpp"

namespace thidua::render {
namespace {

std::string joined(const std::vector<std::string>& parts,
                   std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

}  // namespace

std::string ReportWriter::resource(const ResultGroup& group) const {
  return term(group.type, {view_.plan, view_.language, report_.scope.as_of});
}

std::string ReportWriter::line(const ResultLine& line, bool households) const {
  std::string text(line.name);
  if (report_.scope.years.size() > 1) {
    text += fmt::format(" ({})", line.year);
  }
  std::vector<std::string> details;
  if (households && line.amount) {
    details.push_back(say(msg("{0} {0:household|households}", *line.amount)));
  }
  for (const std::string_view detail : {line.note, line.document}) {
    if (!detail.empty()) {
      details.emplace_back(detail);
    }
  }
  if (line.date) {
    details.push_back(day(*line.date));
  }
  return details.empty() ? text : text + ": " + joined(details, ", ");
}

std::string ReportWriter::group(const ResultGroup& group,
                                bool households) const {
  std::vector<std::string> lines;
  for (const ResultLine& each : group.lines) {
    lines.push_back(line(each, households));
  }
  const std::string total =
      households && group.total
          ? ", " + say(msg("{0} {0:household|households}", *group.total))
          : std::string();
  return fmt::format("{} ({}{}): {}", group.text, lines.size(), total,
                     joined(lines, "; "));
}

void ReportWriter::results() {
  const ReportResults& results = report_.results;
  out_.heading(2, say("What the units did"));
  said(ReportPart::guidance, 3, results.guidance);
  said(ReportPart::models, 3, results.models);
  resources();
  said(ReportPart::activities, 3, results.activities);
  own_awards();
  contributions();
}

void ReportWriter::said(ReportPart part, int level,
                        const ResultGroups& groups) {
  open(part, level);
  std::vector<std::string> items;
  for (const ResultGroup& each : groups) {
    items.push_back(group(each, part == ReportPart::models));
  }
  out_.list(std::move(items));
}

void ReportWriter::resources() {
  open(ReportPart::resources, 3);
  Grid grid{{Align::left, Align::right, Align::left, Align::right},
            {say("Resource"), say("Amount"), say("Counted in"), say("Entries")},
            {}};
  for (const ResultGroup& each : report_.results.resources) {
    grid.rows.push_back({resource(each), number(each.total),
                         std::string(each.text),
                         std::to_string(each.lines.size())});
  }
  out_.table(std::move(grid));
}

void ReportWriter::own_awards() {
  open(ReportPart::own_awards, 3);
  std::vector<std::string> items;
  for (const ResultGroup& each : report_.results.own_awards) {
    std::vector<std::string> by;
    for (const ResultLine& award : each.lines) {
      by.push_back(
          fmt::format("{}: {}", line(award, false), number(award.amount)));
    }
    items.push_back(fmt::format("{} ({}): {}", each.text, number(each.total),
                                joined(by, "; ")));
  }
  out_.list(std::move(items));
}

void ReportWriter::contributions() {
  out_.heading(3, say("By unit"));
  Grid grid{
      {Align::left, Align::right, Align::right, Align::right, Align::right},
      {say("Unit"), say("Guidance"), say("Models"), say("Activities"),
       say("Own awards")},
      {}};
  for (const ResultGroup& each : report_.results.resources) {
    grid.columns.push_back(Align::right);
    grid.head.push_back(fmt::format("{} ({})", resource(each), each.text));
  }
  for (const UnitResults& unit : report_.results.by_unit) {
    std::vector<std::string> row{
        std::string(unit.name), std::to_string(unit.guidance),
        std::to_string(unit.models), std::to_string(unit.activities),
        number(unit.own_awards)};
    for (const std::optional<Exact>& amount : unit.resources) {
      row.push_back(number(amount));
    }
    grid.rows.push_back(std::move(row));
  }
  out_.table(std::move(grid));
  without_record();
}

void ReportWriter::without_record() {
  const bool several_years = report_.scope.years.size() > 1;
  std::vector<std::string> names;
  for (const auto& [unit, years] : report_.results.without) {
    names.push_back(several_years ? fmt::format("{} ({})", unit->name.value,
                                                fmt::join(years, ", "))
                                  : unit->name.value);
  }
  if (!names.empty()) {
    out_.paragraph(say(
        msg("no result record ({0}): {1}", names.size(), joined(names, "; "))));
  }
}

}  // namespace thidua::render
